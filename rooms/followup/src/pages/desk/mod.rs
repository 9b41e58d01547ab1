//! The secretariat's desk: what waits, files in, the review of what was read, and the steps of a
//! form's life. Strangers are shown the door.

mod back;
mod chase;
mod chase_file;
mod chase_page;
mod contacts;
mod cycle;
mod decisions;
mod form_deed;
mod form_history;
mod form_history_page;
mod form_listing;
mod form_page;
mod guard;
mod home;
mod journal;
mod letter;
mod letters;
mod lineage;
mod lineage_page;
mod list_file;
mod programme;
mod recommendation_edit;
mod release;
mod release_page;
mod reminder_plan;
mod reopenings;
mod review_deeds;
mod review_page;
mod review_routes;
mod round_new;
mod rounds;
mod rounds_file;
mod rounds_page;
mod set_new;
mod settings;
mod settings_form;
mod source_file;
mod typed;
mod upload;
mod upload_page;
mod uploaded;
mod ways;

use crate::access::{Deed, Subject, allows};
use crate::intake::Readers;
use axum::Router;
use axum::middleware::from_fn;
use database::Database;
use std::sync::Arc;
use web::{PageError, PageResult, Reader};

pub use back::{Said, back_to};
pub use form_page::FormPage;
pub use guard::signed_in_only;
pub use rounds_page::{deed_word, state as form_state};
pub use source_file::handed_out;
pub use typed::{Typed, choice, refusals};
pub use uploaded::FILE_SIZE;
pub use uploaded::sent_file;

/// What the desk's pages need.
pub struct Desk {
    /// The data.
    pub database: Database,
    /// Child processes that read what is sent in.
    pub readers: Readers,
}

/// A page of a deed that the reader may not do is not there.
fn only_for<'a>(reader: &Reader, deed: Deed, subject: impl Into<Subject<'a>>) -> PageResult<()> {
    match allows(&reader.actor, deed, subject) {
        true => Ok(()),
        false => Err(PageError::NotFound),
    }
}

/// The routes of the desk, for the secretariat alone.
pub fn routes(desk: Arc<Desk>) -> Router {
    let shared = Arc::clone(&desk);
    let own = Router::new()
        .merge(upload::routes())
        .merge(review_routes::routes())
        .merge(source_file::routes())
        .merge(rounds::routes())
        .merge(letters::routes())
        .with_state(desk);
    own.route_layer(from_fn(guard::secretariat_only)).merge(
        home::routes()
            .with_state(shared)
            .route_layer(from_fn(guard::signed_in_only)),
    )
}
