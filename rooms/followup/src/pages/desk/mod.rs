//! The secretariat's desk: what waits, files in, the review of what was read, and the steps of a
//! form's life. Strangers are shown the door.

mod back;
mod guard;
mod home;
mod marked_text;
mod review_routes;
mod review_deeds;
mod review_page;
mod source_file;
mod upload;
mod upload_page;
mod uploaded;

use crate::intake::Readers;
use axum::Router;
use axum::middleware::from_fn;
use database::Database;
use std::sync::Arc;

pub use back::{Said, back_to};

/// What the desk's pages need.
pub struct Desk {
    /// The data.
    pub database: Database,
    /// Child processes that read what is sent in.
    pub readers: Readers,
}

/// The routes of the desk, for the secretariat alone.
pub fn routes(desk: Arc<Desk>) -> Router {
    let own = Router::new()
        .merge(home::routes())
        .merge(upload::routes())
        .merge(review_routes::routes())
        .merge(source_file::routes())
        .with_state(desk);
    own.route_layer(from_fn(guard::secretariat_only))
}
