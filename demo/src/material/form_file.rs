use crate::moments;
use chrono::{DateTime, Utc};
use forms::Status;
use kernel::MunicipalityCode;
use serde::Deserialize;

/// One version of a municipality's answer in a round. The answers stand here, or in the file
/// that it names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormFile {
    /// The municipality that the answer is about.
    pub municipality: MunicipalityCode,
    /// The version, from 1.
    #[serde(default = "first")]
    pub version: u32,
    /// When it came.
    #[serde(deserialize_with = "moments::moment")]
    pub received: DateTime<Utc>,
    /// How far it is.
    pub state: FormStage,
    /// The municipality that sent it on this one's behalf.
    pub sent_by: Option<MunicipalityCode>,
    /// When the secretariat accepted or returned it.
    #[serde(default, deserialize_with = "moments::moment_if_any")]
    pub handled: Option<DateTime<Utc>>,
    /// Why it was returned.
    pub reason: Option<String>,
    /// The committed file that it was read from.
    pub file: Option<String>,
    /// What the file says, in the order of the recommendations: what a right reading finds.
    #[serde(default)]
    pub meant: Vec<Status>,
    /// The format in which the entries are written to a file before they are read.
    pub made_as: Option<Made>,
    /// The entries; a recommendation without one is not reported.
    #[serde(default)]
    pub entry: Vec<EntryText>,
    /// Rows that answer no recommendation: proposals.
    #[serde(default)]
    pub own: Vec<OwnRow>,
    /// What the secretariat corrected after reading the file.
    #[serde(default)]
    pub correction: Vec<Correction>,
    /// Partner wishes that belong to a form read from a file.
    #[serde(default)]
    pub wish: Vec<Wish>,
    /// Explanations that belong to a form read from a file.
    #[serde(default)]
    pub explanation: Vec<Explanation>,
}

fn first() -> u32 {
    1
}

/// How far a form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormStage {
    /// Not submitted: errors stop it.
    InProgress,
    /// Waits for the secretariat.
    Submitted,
    /// Counts.
    Accepted,
    /// Sent back with a reason.
    Returned,
}

/// Formats that the demonstration writes itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Made {
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
}

/// The answer to one recommendation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryText {
    /// The recommendation.
    pub number: u32,
    /// The status.
    pub status: Status,
    /// The remark, see [`crate::markup`].
    #[serde(default)]
    pub remark: String,
    /// Why a warning is all right.
    pub explanation: Option<String>,
    /// Partner wishes.
    #[serde(default)]
    pub wish: Vec<WishText>,
}

/// A row of a municipality's own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnRow {
    /// The proposed recommendation.
    pub text: String,
    /// The status that it carries.
    pub status: Status,
    /// What is said about it.
    pub remark: String,
}

/// An entry that a person corrected.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The recommendation.
    pub number: u32,
    /// The status after the correction.
    pub status: Status,
    /// The remark after the correction.
    pub remark: String,
    /// Why.
    pub reason: String,
}

/// A partner wish inside an entry.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WishText {
    /// `seeks` or `offers`.
    pub kind: String,
    /// In the municipality's own words.
    pub text: String,
}

/// A partner wish beside a file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// The recommendation.
    pub number: u32,
    /// `seeks` or `offers`.
    pub kind: String,
    /// In the municipality's own words.
    pub text: String,
}

/// An explanation beside a file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// The recommendation.
    pub number: u32,
    /// In the municipality's own words.
    pub text: String,
}

impl FormFile {
    /// The entry of a recommendation.
    pub fn entry_of(&self, number: u32) -> Option<&EntryText> {
        self.entry.iter().find(|entry| entry.number == number)
    }

    /// The explanation of a recommendation's warning, wherever it stands.
    pub fn explanation_of(&self, number: u32) -> Option<&str> {
        let beside = self.explanation.iter().find(|one| one.number == number);
        let inside = self
            .entry_of(number)
            .and_then(|one| one.explanation.as_deref());
        inside.or(beside.map(|one| one.text.as_str()))
    }

    /// All partner wishes: recommendation, kind, words.
    pub fn wishes(&self) -> Vec<(u32, &str, &str)> {
        let inside = self
            .entry
            .iter()
            .flat_map(|entry| entry.wish.iter().map(move |wish| (entry.number, wish)))
            .map(|(number, wish)| (number, wish.kind.as_str(), wish.text.as_str()));
        let beside = self
            .wish
            .iter()
            .map(|wish| (wish.number, wish.kind.as_str(), wish.text.as_str()));
        inside.chain(beside).collect()
    }
}
