//! The API's place in the house: the page that explains it, and the pages where people make and
//! take back tokens.

mod page;
mod token_form;
mod tokens;

pub use page::routes as page_routes;
pub use tokens::routes as token_routes;
