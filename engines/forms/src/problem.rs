use crate::Source;
use kernel::Message;
use serde::{Deserialize, Serialize};

/// How serious a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Informs.
    Notice,
    /// Needs an explanation, or a person's confirmation, to go on.
    Warning,
    /// Stops.
    Error,
}

/// Something that a person must know about a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// How serious.
    pub level: Level,
    /// What happened, why, and what to do.
    pub message: Message,
    /// The recommendation's number, where the problem belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Where in the file.
    #[serde(default)]
    pub source: Source,
}
