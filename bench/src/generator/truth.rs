//! What is true of a generated form.

use super::paper::Line;
use super::stock::{Sender, Which};
use forms::Status;

/// A form as a file, with the truth.
#[derive(Debug, Clone)]
pub struct Form {
    /// What makes it special.
    pub about: String,
    /// The file's name.
    pub file_name: String,
    /// Its bytes; of the file before printing where it becomes a PDF.
    pub bytes: Vec<u8>,
    /// What a correct reader finds.
    pub truth: Truth,
}

/// What a correct reader finds.
#[derive(Debug, Clone)]
pub struct Truth {
    /// The blank form.
    pub which: Which,
    /// Who sent it, where the file tells.
    pub sender: Option<Sender>,
    /// The round's own words for statuses.
    pub words: Vec<(&'static str, Status)>,
    /// One for each recommendation of the blank form, in its order.
    pub entries: Vec<TrueEntry>,
    /// Rows of the municipality's own.
    pub proposals: Vec<TrueProposal>,
}

/// The answer to one recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrueEntry {
    /// The status; of a contradiction, the first sign's.
    pub status: Status,
    /// The remark.
    pub remark: Vec<Line>,
    /// Why a careful reader must ask, if so.
    pub doubt: Option<Doubt>,
}

/// Why a careful reader must ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Two signs say different things; the second one's status.
    Contradiction(Status),
    /// The word is no status.
    UnknownWord,
    /// A remark stands beside an empty status: whether to ask is a matter of taste.
    RemarkAlone,
}

/// A recommendation that the municipality proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrueProposal {
    /// Its text.
    pub text: String,
    /// Its status.
    pub status: Status,
}
