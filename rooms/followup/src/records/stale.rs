use chrono::{DateTime, Utc};
use database::Row;
use kernel::{Fault, Refusal};

/// The last edit of something that people edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Rises with every edit; whoever edits says which one they saw.
    pub version: i64,
    /// Who edited last.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Change {
    pub(crate) fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            version: row.get("version")?,
            by: row.get("changed_by")?,
            at: row.get("changed_at")?,
        })
    }
}

/// Refuses an edit of something that another person has edited since it was shown; says who, on
/// which day, and what stands there now.
pub fn refuse_if_stale(last: &Change, seen: i64, now: &str) -> Result<(), Refusal> {
    if last.version == seen {
        return Ok(());
    }
    Err(Refusal::new("followup-refusal-stale")
        .with("who", last.by.as_str())
        .with("on", last.at.date_naive())
        .with("now", now))
}
