//! Remarks: plain text for most, paragraphs with bold and italic for who wants them.

use forms::{RemarkParagraph, RemarkRun, Source};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A paragraph of a remark.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParagraphShape {
    /// Whether it is an item of a list.
    #[serde(default)]
    pub list_item: bool,
    /// The text in runs of one formatting.
    pub runs: Vec<RunShape>,
}

/// Text of one formatting.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RunShape {
    /// The text.
    pub text: String,
    /// Bold.
    #[serde(default)]
    pub bold: bool,
    /// Italic.
    #[serde(default)]
    pub italic: bool,
}

/// Where in a file something was read; all counts are from 1.
#[derive(Debug, Serialize, ToSchema)]
pub struct SourceShape {
    /// The page.
    pub page: Option<u32>,
    /// The sheet's name.
    pub sheet: Option<String>,
    /// The table.
    pub table: Option<u32>,
    /// The row of the table or sheet, or the line.
    pub row: Option<u32>,
    /// The column that the status was read from.
    pub column: Option<u32>,
}

/// The paragraphs as they are shown.
pub fn shown(paragraphs: &[RemarkParagraph]) -> Vec<ParagraphShape> {
    let run = |run: &RemarkRun| RunShape {
        text: run.text.clone(),
        bold: run.bold,
        italic: run.italic,
    };
    let paragraph = |one: &RemarkParagraph| ParagraphShape {
        list_item: one.list_item,
        runs: one.runs.iter().map(run).collect(),
    };
    paragraphs.iter().map(paragraph).collect()
}

/// Paragraphs as they were sent.
pub fn sent(paragraphs: Vec<ParagraphShape>) -> Vec<RemarkParagraph> {
    let run = |run: RunShape| RemarkRun {
        text: run.text,
        bold: run.bold,
        italic: run.italic,
    };
    let paragraph = |one: ParagraphShape| RemarkParagraph {
        list_item: one.list_item,
        runs: one.runs.into_iter().map(run).collect(),
    };
    paragraphs.into_iter().map(paragraph).collect()
}

/// A plain text, a paragraph for each line; empty lines only part them.
pub fn plain(text: &str) -> Vec<RemarkParagraph> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(RemarkParagraph::plain).collect()
}

impl From<&Source> for SourceShape {
    fn from(source: &Source) -> Self {
        Self {
            page: source.page,
            sheet: source.sheet.clone(),
            table: source.table,
            row: source.row,
            column: source.column,
        }
    }
}
