//! The room's pages for everybody: what has been released, down to the cell that each answer was
//! read from. A page is a struct with a template of the same name; handlers only fetch.

mod about;
mod calendar;
mod comparison;
mod cycle;
pub mod desk;
mod entry;
mod feed;
pub(crate) mod files;
pub mod filling;
mod front;
mod handlers;
pub mod links;
mod map;
mod municipality;
mod open_data;
mod overview;
mod overview_matrix;
mod progress_form;
mod recommendation;
mod report;
mod rounds;
mod search;
mod text_difference;
pub mod words;

pub use handlers::{Pages, routes};
