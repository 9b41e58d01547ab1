//! A workbook as plain values: sheets of one table each, with the lines that stand above it.

use super::outline::Paint;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::Language;

/// A workbook, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// The title, in the file's properties.
    pub title: String,
    /// A line under the title, in the file's properties.
    pub subject: String,
    /// Who issues it.
    pub author: String,
    /// The language of the words.
    pub language: Language,
    /// The date that the file carries as its making.
    pub dated: DateTime<Utc>,
    /// A warning that every sheet and the properties repeat.
    pub notice: Option<String>,
    /// "Page" in "Page 3 of 12".
    pub page: String,
    /// "of" in "Page 3 of 12".
    pub of: String,
    /// The sheets in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// The name on the tab; what Excel does not allow in one is left out by the writer.
    pub name: String,
    /// The heading in the first row.
    pub title: String,
    /// Lines under the heading.
    pub notes: Vec<String>,
    /// The columns from the left; their headings are made unique by the writer.
    pub columns: Vec<SheetColumn>,
    /// The rows.
    pub rows: Vec<Vec<SheetCell>>,
    /// How many columns stay in view when one scrolls to the right.
    pub frozen_columns: u16,
    /// Whether the rows can be filtered and sorted.
    pub filter: bool,
    /// Whether it prints best on A3 on its side; else A4 on its side.
    pub wide: bool,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetColumn {
    /// The heading.
    pub heading: String,
    /// The width in characters.
    pub width: f64,
}

/// A cell of a sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetCell {
    /// What stands in it.
    pub value: SheetValue,
    /// Colours.
    pub paint: Option<Paint>,
    /// Bold.
    pub bold: bool,
}

/// What stands in a cell of a sheet. Text is always text: what looks like a formula is none.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum SheetValue {
    /// Nothing.
    #[default]
    Empty,
    /// Text; line breaks are kept.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(NaiveDate),
}

impl SheetColumn {
    /// A column with a heading and a width in characters.
    pub fn new(heading: impl Into<String>, width: f64) -> Self {
        Self {
            heading: heading.into(),
            width,
        }
    }
}

impl SheetCell {
    /// Text.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            value: SheetValue::Text(text.into()),
            ..Self::default()
        }
    }

    /// A count.
    pub fn count(number: u32) -> Self {
        Self {
            value: SheetValue::Number(f64::from(number)),
            ..Self::default()
        }
    }

    /// A day, or nothing.
    pub fn date(day: Option<NaiveDate>) -> Self {
        Self {
            value: day.map(SheetValue::Date).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The same cell with colours.
    pub fn painted(mut self, paint: Paint) -> Self {
        self.paint = Some(paint);
        self
    }
}
