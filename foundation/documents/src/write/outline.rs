//! A finished report as plain values: what stands in it and what each part means, never how a
//! format says so.

use crate::write::picture::Picture;
use chrono::{DateTime, Utc};
use document_model::{Control, Rgb};
use kernel::Language;
use serde::{Deserialize, Serialize};

/// A report, ready to be written in any format.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The title.
    pub title: String,
    /// A line under the title.
    pub subtitle: Option<String>,
    /// The language of the text.
    pub language: Language,
    /// Who issues it.
    pub author: String,
    /// The date that the file carries as its making; the writers ask no clock.
    pub dated: DateTime<Utc>,
    /// Short facts under the title: a name and a value each.
    pub facts: Vec<(String, String)>,
    /// A warning that every page repeats, for example that the content is invented.
    pub notice: Option<String>,
    /// A picture above the title.
    pub logo: Option<Picture>,
    /// The few words that the writers need themselves, in the report's language.
    pub words: Words,
    /// The content in reading order.
    pub blocks: Vec<Block>,
}

/// Words that a writer puts around the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The heading of the table of contents.
    pub contents: String,
    /// "Page" in "Page 3 of 12".
    pub page: String,
    /// "of" in "Page 3 of 12".
    pub of: String,
    /// "Table" in "Table 3".
    pub table: String,
    /// The link that jumps over the head of a page.
    pub skip: String,
}

/// A part of the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// A drawing with its text alternative.
    Figure(Figure),
    /// The headings down to a level, each with a link.
    TableOfContents {
        /// The lowest level that is listed.
        depth: u8,
    },
    /// A new page, where the format has pages.
    PageBreak,
    /// Blocks on pages of another paper, for what is too wide for an upright A4.
    Wide(Wide),
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// 1 to 4; a level is never skipped on the way down.
    pub level: u8,
    /// The text.
    pub text: String,
    /// A name that links point at: letters, digits and hyphens, unique in the report.
    pub id: String,
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its part in the text.
    pub style: Style,
    /// The text in runs of one formatting.
    pub runs: Vec<Run>,
}

/// The part that a paragraph plays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// Running text.
    #[default]
    Body,
    /// What a busy reader should read if nothing else.
    Lead,
    /// Notes and definitions.
    Small,
    /// A warning in a frame.
    Notice,
    /// An item of a list, where lists cannot stand (in a cell).
    Item,
}

/// Text of one formatting.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Bold.
    #[serde(default)]
    pub bold: bool,
    /// Italic.
    #[serde(default)]
    pub italic: bool,
    /// A link that the text carries.
    #[serde(default)]
    pub link: Option<Link>,
    /// A symbol drawn before the text.
    #[serde(default)]
    pub mark: Option<Mark>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// An address on the web.
    Web(String),
    /// A heading of the same report, by its id.
    Heading(String),
}

/// A symbol: never a colour alone, always a shape too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The shape.
    pub shape: Shape,
    /// The colours.
    pub paint: Paint,
}

/// Shapes that can be told apart without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// ●
    Disc,
    /// ▲
    Triangle,
    /// ■
    Square,
    /// –
    Dash,
    /// ○
    Ring,
}

/// The colours of a marked cell, bar or symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Paint {
    /// Behind the text.
    pub fill: Rgb,
    /// The symbol and the text on the fill; contrast at least 4.5 to 1 is the caller's duty.
    pub ink: Rgb,
    /// Hatched, for what is missing.
    pub hatched: bool,
}

/// A list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// Whether the items are numbered.
    pub numbered: bool,
    /// The items.
    pub items: Vec<Vec<Run>>,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The columns from the left.
    pub columns: Vec<Column>,
    /// The rows that head the columns and repeat on each page.
    pub header: Vec<Vec<Cell>>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// Whether the first cell of each row heads the row.
    pub row_headers: bool,
    /// Whether it is a matrix of short values, set small and tight.
    pub dense: bool,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// The width in millimetres; writers scale all columns together to what the paper holds.
    pub width: f64,
    /// How its cells stand.
    pub alignment: Alignment,
}

/// How text stands in a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alignment {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right, for numbers.
    Right,
}

/// A cell of a table. A cell that spans columns stands once; one that spans rows stands in its
/// first row only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The text.
    pub paragraphs: Vec<Paragraph>,
    /// Colours behind the text.
    pub paint: Option<Paint>,
    /// How many columns it covers, at least 1.
    pub column_span: u32,
    /// How many rows it covers, at least 1.
    pub row_span: u32,
    /// What is read aloud instead of an abbreviation, where the format can say so.
    pub spoken: Option<String>,
    /// Controls to fill in; Word only.
    pub controls: Vec<Control>,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// What is drawn.
    pub drawing: Drawing,
    /// The same in words, complete, for those who cannot see it.
    pub alternative_text: String,
}

/// What a figure draws.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drawing {
    /// One bar, divided in proportion to counts; a segment of 0 is left out.
    Bar(Vec<Segment>),
    /// A picture, at most this wide in millimetres.
    Picture(Picture, f64),
}

/// A part of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// How many.
    pub count: u32,
    /// Shape and colours.
    pub mark: Mark,
}

/// Blocks on other paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Wide {
    /// The paper.
    pub paper: Paper,
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// Papers for what is wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// A4, upright.
    A4,
    /// A4 on its side.
    A4Landscape,
    /// A3 on its side.
    A3Landscape,
}

impl Paper {
    /// Width and height in millimetres (ISO 216).
    pub fn size(self) -> (f64, f64) {
        match self {
            Paper::A4 => (210.0, 297.0),
            Paper::A4Landscape => (297.0, 210.0),
            Paper::A3Landscape => (420.0, 297.0),
        }
    }
}
