use super::Mark;
use crate::languages::Texts;
use askama::Template;
use askama::filters::HtmlSafe;

/// Municipalities down, recommendations across: a true table, with names and heads that stay
/// in view, grouped by focus area. Pressing a cell shows the remark, without any script.
#[derive(Template)]
#[template(path = "components/matrix.html")]
pub struct Matrix<'page> {
    /// The reader's texts.
    pub texts: &'page Texts,
    /// What the table shows, of when.
    pub caption: String,
    /// The head of the column of names.
    pub row_title: String,
    /// Columns by focus area.
    pub groups: Vec<MatrixGroup>,
    /// Rows in order.
    pub rows: Vec<MatrixRow>,
}

impl HtmlSafe for Matrix<'_> {}

impl Matrix<'_> {
    fn shows_changes(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.any(|cell| cell.change.is_some())
    }
}

/// The columns of one focus area and obligation.
pub struct MatrixGroup {
    /// The area's title.
    pub title: String,
    /// The columns.
    pub columns: Vec<MatrixColumn>,
}

/// One recommendation.
pub struct MatrixColumn {
    /// Its number.
    pub number: u32,
    /// A few words.
    pub title: String,
    /// `skal` or `kan`, in the reader's language.
    pub obligation: String,
    /// Whether it binds; shown by weight beside the word.
    pub must: bool,
    /// Its page.
    pub href: String,
}

/// One municipality.
pub struct MatrixRow {
    /// The municipality's code: it names the row's remarks in the page.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// What to know about the row ("Intet modtaget").
    pub note: Option<String>,
    /// A cell for each column.
    pub cells: Vec<MatrixCell>,
}

/// One answer.
#[derive(Default)]
pub struct MatrixCell {
    /// The status.
    pub mark: Mark,
    /// The beginning of the remark.
    pub remark: Option<String>,
    /// The entry's page; a cell outside the filter has none.
    pub href: Option<String>,
    /// What changed since the round before ("Før gul").
    pub change: Option<String>,
    /// Whether the filter leaves it out: shown pale.
    pub muted: bool,
}
