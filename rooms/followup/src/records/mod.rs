//! What is stored: SQL next to the row it fills. One file per noun.

/// Forms that a second person approves.
pub mod approvals;
/// Files beside answers.
pub mod attachments;
/// When municipalities are reminded, and how they were spoken to.
pub mod chasing;
/// What happens in a programme\'s year beside its rounds.
pub mod cycle_events;
/// Councils' decisions on recommendations.
pub mod decisions;
/// Answers, corrections of them, and wishes for partners.
pub mod entries;
/// Received files, byte by byte.
pub mod files;
/// Versions of progress forms and what happened to them.
pub mod forms;
mod ids;
/// What became of recommendations.
pub mod lineage;
/// Problems of a form and their explanations.
pub mod problems;
/// Programmes and their guiding goals.
pub mod programmes;
/// Rows that answer no recommendation.
pub mod proposals;
/// What was submitted, with its fingerprint.
pub mod receipts;
/// Recommendation sets.
pub mod recommendations;
/// Frozen reports.
pub mod releases;
/// Requests to open a form again.
pub mod reopenings;
/// Rounds and who is asked.
pub mod rounds;
/// Search in remarks.
pub mod search;
mod stale;
/// Files that wait for somebody to take answers from them.
pub mod uploads;

pub use ids::*;
pub use stale::{Change, refuse_if_stale};

use kernel::Fault;
use serde::Serialize;

/// A value as the JSON text that is stored.
pub(crate) fn as_json(value: &impl Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| Fault::caused_by("writing JSON", error))
}
