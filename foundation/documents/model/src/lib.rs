//! What every reader of foreign files delivers and every engine of document understanding
//! takes: paragraphs and tables, with the fills, colours and form controls that carry meaning,
//! and with the place of each row so that a value can be followed back to its cell.
//!
//! Types only. Positions that people see (page, table, row) count from 1, columns from 0.

use serde::{Deserialize, Serialize};

/// One file as read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The kind of file.
    pub format: Format,
    /// Title, subject, author, company and the like, as the file names them.
    #[serde(default)]
    pub properties: Vec<Property>,
    /// The content in reading order.
    pub blocks: Vec<Block>,
    /// What the reader left aside or had to decide (macros, formulas, external links …).
    #[serde(default)]
    pub remarks: Vec<ReaderRemark>,
}

/// A document property.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Property {
    /// The property's name in lower case: `title`, `author`, `company`, `subject` …
    pub name: String,
    /// Its value.
    pub value: String,
}

/// The kinds of file that can be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Word (Office Open XML).
    Docx,
    /// Excel (Office Open XML).
    Xlsx,
    /// OpenDocument text.
    Odt,
    /// OpenDocument spreadsheet.
    Ods,
    /// HTML, also a fragment pasted from a web page.
    Html,
    /// PDF with text.
    Pdf,
    /// Comma, semicolon or tab separated values.
    Csv,
    /// Plain text.
    #[default]
    Text,
}

/// A piece of the document in reading order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph, heading or list item outside tables.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph of text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Heading, list item or running text.
    #[serde(default)]
    pub kind: ParagraphKind,
    /// The text in runs of one formatting; line breaks inside are `\n`.
    pub runs: Vec<Run>,
    /// The page, where the format has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

/// The role of a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParagraphKind {
    /// Running text.
    #[default]
    Body,
    /// A heading of level 1 to 9.
    Heading(u8),
    /// An item of a list.
    ListItem,
}

/// Text of one formatting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Bold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
    /// Italic.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub italic: bool,
    /// The text's colour, if the file sets one that is not automatic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<Rgb>,
    /// The colour behind the text (highlight or character shading).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub highlight: Option<Rgb>,
}

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// A table or a sheet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The table's number in the file, from 1; a sheet's number in a workbook.
    pub number: u32,
    /// The sheet's name, in a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The rows from the top.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The row's number as a person counts it, from 1.
    pub number: u32,
    /// The page, where the format has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Whether the file marks the row as a heading that repeats on each page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub header: bool,
    /// The cells from the left; a cell that spans columns stands once.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The first grid column that the cell covers, from 0.
    pub column: u32,
    /// How many grid columns it covers, at least 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub column_span: u32,
    /// Whether it continues a cell merged from the row above; its content is then empty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub continues_above: bool,
    /// The cell's fill or shading, resolved to a colour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fill: Option<Rgb>,
    /// The cell's text.
    pub paragraphs: Vec<Paragraph>,
    /// Form controls in the cell, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controls: Vec<Control>,
    /// Tables inside the cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
}

fn one() -> u32 {
    1
}

fn is_one(span: &u32) -> bool {
    *span == 1
}

/// A form control.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Control {
    /// A drop-down list or combo box. A control's chosen words are not repeated in the cell's
    /// paragraphs.
    Choice {
        /// What is chosen; nothing while the placeholder shows.
        selected: Option<String>,
        /// What can be chosen.
        options: Vec<String>,
    },
    /// A check box or radio button.
    CheckBox {
        /// Whether it is ticked.
        checked: bool,
        /// The words that stand beside it (after it in the same paragraph, else its title).
        label: Option<String>,
    },
}

/// What a reader left aside or had to decide, for the person who sent the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReaderRemark {
    /// The file holds macros; they were not run.
    MacrosIgnored,
    /// The file holds formulas; their stored values were read.
    FormulasNotComputed,
    /// The file refers to other files or addresses; nothing was fetched.
    ExternalLinksIgnored,
    /// The file holds tracked changes; the text was read as if all were accepted.
    TrackedChangesAccepted,
    /// Hidden rows, columns or sheets were read too.
    HiddenContentRead,
}

impl Paragraph {
    /// A plain paragraph.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            runs: vec![Run {
                text: text.into(),
                ..Run::default()
            }],
            ..Self::default()
        }
    }

    /// The text without formatting.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl Cell {
    /// The text without formatting, paragraphs joined by line breaks.
    pub fn text(&self) -> String {
        self.paragraphs
            .iter()
            .map(Paragraph::text)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Whether nothing stands in the cell; a fill alone does not count.
    pub fn is_blank(&self) -> bool {
        self.controls.is_empty()
            && self.tables.is_empty()
            && self
                .paragraphs
                .iter()
                .all(|paragraph| paragraph.runs.iter().all(|run| run.text.trim().is_empty()))
    }
}

impl Document {
    /// The value of a property.
    pub fn property(&self, name: &str) -> Option<&str> {
        self.properties
            .iter()
            .find(|property| property.name == name)
            .map(|property| property.value.as_str())
    }
}
