//! The server: who is signed in, what is refused before any room is asked, and how it starts and
//! stops.

mod background;
mod desk_key;
mod same_origin;
mod server;
mod sessions;
mod sign_in;

pub use server::{Options, announce, serve};
