use crate::{Problem, Status};
use kernel::MunicipalityCode;
use serde::{Deserialize, Serialize};

/// What a filled-in form says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FormReading {
    /// Who answered, where the file tells.
    pub municipality: Option<MunicipalityReading>,
    /// Exactly one for each recommendation of the template, in its order.
    pub entries: Vec<EntryReading>,
    /// Rows that carry an answer but match no recommendation: proposals, or rows to place by hand.
    pub unmatched: Vec<UnmatchedRow>,
    /// What a person must look at, in the order of the file.
    pub problems: Vec<Problem>,
}

/// A municipality recognised from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MunicipalityReading {
    /// The municipality's code.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: String,
}

/// The answer to one recommendation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryReading {
    /// The recommendation's number in the template.
    pub number: u32,
    /// What was answered.
    pub status: Status,
    /// How the status was said; empty for `not_reported`.
    pub evidence: Vec<StatusEvidence>,
    /// The remark's paragraphs with their bold and italic.
    pub remark: Vec<RemarkParagraph>,
    /// The recommendation's text as the file has it.
    pub read_text: String,
    /// How sure it is that this row answers this recommendation with this status, 0 to 1.
    pub confidence: f64,
    /// Where in the file; empty where the recommendation has no row.
    pub source: Source,
}

/// One sign from which a status was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusEvidence {
    /// A word, with what stood there.
    Word(String),
    /// A cell's fill or shading.
    Fill,
    /// Coloured or highlighted text.
    TextColor,
    /// 🟢 🟡 🔴 and their like.
    Symbol(String),
    /// A mark in one of several status columns.
    MarkedColumn(String),
    /// A drop-down's choice or a ticked box.
    Control(String),
    /// The group that the text was listed under.
    Group(String),
}

impl StatusEvidence {
    /// The kind of sign, as messages name it.
    pub fn key(&self) -> &'static str {
        match self {
            StatusEvidence::Word(_) => "word",
            StatusEvidence::Fill => "fill",
            StatusEvidence::TextColor => "text-color",
            StatusEvidence::Symbol(_) => "symbol",
            StatusEvidence::MarkedColumn(_) => "marked-column",
            StatusEvidence::Control(_) => "control",
            StatusEvidence::Group(_) => "group",
        }
    }
}

/// A row that matches no recommendation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnmatchedRow {
    /// The text in the recommendation's column.
    pub text: String,
    /// The status it carries.
    pub status: Status,
    /// Its remark.
    pub remark: Vec<RemarkParagraph>,
    /// Where in the file.
    pub source: Source,
}

/// A paragraph of a remark.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemarkParagraph {
    /// Whether it is an item of a list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub list_item: bool,
    /// The text in runs of one formatting.
    pub runs: Vec<RemarkRun>,
}

/// Text of one formatting in a remark.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemarkRun {
    /// The text.
    pub text: String,
    /// Bold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
    /// Italic.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub italic: bool,
}

/// Where in a file something was read. All counts are from 1, as people count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The page, where the format has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The sheet's name, in a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The table in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u32>,
    /// The row of the table or sheet; the line, in plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The column that the status was read from, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
}

/// A remark as plain text: paragraphs joined by line breaks.
pub fn plain_remark(paragraphs: &[RemarkParagraph]) -> String {
    paragraphs
        .iter()
        .map(RemarkParagraph::text)
        .collect::<Vec<_>>()
        .join("\n")
}

impl RemarkParagraph {
    /// A paragraph of plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            list_item: false,
            runs: vec![RemarkRun {
                text: text.into(),
                ..RemarkRun::default()
            }],
        }
    }

    /// The text without formatting.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}
