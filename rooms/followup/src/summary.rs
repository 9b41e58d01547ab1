//! What may be read: for this room's pages, for the command line, and all that other rooms may
//! know. Each function asks a fixed number of questions, however many municipalities there are.
//! Strangers get only what has been released; the rest is not there for them.

pub mod chase;
mod checking;
pub mod cycle;
mod deciding;
mod filling;
mod form;
pub mod letters;
mod overview;
mod report;
mod review;
mod searching;

pub use checking::{Health, check, health};
pub use deciding::{decisions, journal};
pub use filling::{
    FillingView, WaitingForm, as_typed, attachment, filling, open_requests, own_forms,
    previous_answer, receipt,
};
pub use form::{
    EntryDifference, EntryView, FormView, PreviousAnswer, compare_versions, form, source_file,
};
pub use overview::{
    FormListing, ReleaseListing, RoundListing, SetView, all_releases, forms, is_empty, lineage,
    programmes, recommendation_sets, round, rounds, template,
};
pub use report::{ShownReport, Which, aggregated, newest_released, report, snapshot};
pub use review::{ReviewItem, open_problems, previous_statuses, review_queue};
pub use searching::{SearchHit, search};
