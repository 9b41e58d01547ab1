use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// From one day to another, both included; without an end it still runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, if it has one.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Whether a day lies in the period.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|last| day <= last)
    }
}
