//! Filling in a municipality's form: the list of what is asked, one recommendation a page, the
//! whole form, submission and approval, the receipt, and the same as a Word or Excel file.

mod answer_page;
mod approval;
mod attachments;
mod conflict;
mod history;
mod offline;
mod place;
mod problems;
mod receipt;
mod reopening;
mod save;
mod submission;
mod task_list;
mod upload;
mod waiting;
mod whole_form;

use super::desk::{Desk, signed_in_only};
use axum::Router;
use axum::middleware::from_fn;
use std::sync::Arc;

pub use place::address;
pub use waiting::{Waiting, waiting};

/// The routes of filling in, for people who have signed in.
pub fn routes(desk: Arc<Desk>) -> Router {
    let own = Router::new()
        .merge(task_list::routes())
        .merge(answer_page::routes())
        .merge(attachments::routes())
        .merge(whole_form::routes())
        .merge(submission::routes())
        .merge(receipt::routes())
        .merge(history::routes())
        .merge(reopening::routes())
        .merge(approval::routes())
        .merge(offline::routes())
        .merge(upload::routes())
        .with_state(desk);
    own.route_layer(from_fn(signed_in_only))
}
