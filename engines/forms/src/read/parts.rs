use crate::Source;
use crate::read::markup;
use document_model::{Block, Cell, Document, Format, Paragraph, Row, Table};
use std::borrow::Cow;

/// A piece of a document, in reading order.
pub(crate) enum Part<'a> {
    /// A paragraph, with its number from 1.
    Paragraph(&'a Paragraph, u32),
    /// A table, or lines separated by tabs, which are one.
    Grid(Grid<'a>),
}

/// A table as the readers of rows take it.
pub(crate) struct Grid<'a> {
    pub table: Cow<'a, Table>,
    /// Whether it was made of lines of text, where a line without a tab may continue a cell.
    pub of_lines: bool,
}

/// How deep tables inside cells are followed.
const DEEPEST: usize = 4;

/// The parts of a document: tables inside cells follow the table that they stand in, and lines
/// with tabs become tables.
pub(crate) fn parts(document: &Document) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut index = 0;
    let mut line = 0;
    while let Some(block) = document.blocks.get(index) {
        match block {
            Block::Table(table) => push_table(&mut parts, Cow::Borrowed(table), 0),
            Block::Paragraph(paragraph) => {
                let lines = tabbed_lines(&document.blocks[index..]);
                if lines >= 2 {
                    let table = table_of_lines(
                        &document.blocks[index..index + lines],
                        line,
                        document.format,
                    );
                    parts.push(Part::Grid(Grid {
                        table: Cow::Owned(table),
                        of_lines: true,
                    }));
                    index += lines - 1;
                    line += u32::try_from(lines).unwrap_or(0) - 1;
                } else {
                    parts.push(Part::Paragraph(paragraph, line + 1));
                }
                line += 1;
            }
        }
        index += 1;
    }
    parts
}

fn push_table<'a>(parts: &mut Vec<Part<'a>>, table: Cow<'a, Table>, depth: usize) {
    let inner: Vec<Table> = table
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .flat_map(|cell| cell.tables.iter().cloned())
        .collect();
    let number = table.number;
    parts.push(Part::Grid(Grid {
        table,
        of_lines: false,
    }));
    if depth < DEEPEST {
        for mut table in inner {
            // People count the tables they see; one inside another is found at its outer one.
            table.number = if table.number == 0 {
                number
            } else {
                table.number
            };
            push_table(parts, Cow::Owned(table), depth + 1);
        }
    }
}

/// How many blocks from here are lines of one tab-separated table: it begins with a tabbed line,
/// blank and single lines may stand between, and it ends with its last tabbed line.
fn tabbed_lines(blocks: &[Block]) -> usize {
    let (mut lines, mut tabbed, mut between) = (0, 0, 0);
    for (index, block) in blocks.iter().enumerate() {
        let Block::Paragraph(paragraph) = block else {
            break;
        };
        let text = paragraph.text();
        if text.contains('\t') {
            (lines, tabbed, between) = (index + 1, tabbed + 1, 0);
        } else if tabbed == 0 {
            break;
        } else if !text.trim().is_empty() {
            between += 1;
            if between > 12 {
                break;
            }
        }
    }
    if tabbed >= 2 { lines } else { 0 }
}

fn table_of_lines(blocks: &[Block], first_line: u32, format: Format) -> Table {
    let mut rows = Vec::new();
    for (number, block) in (first_line + 1..).zip(blocks) {
        let Block::Paragraph(paragraph) = block else {
            continue;
        };
        let text = paragraph.text();
        if text.trim().is_empty() {
            continue;
        }
        let cells = (0..).zip(text.split('\t')).map(|(column, text)| Cell {
            column,
            column_span: 1,
            paragraphs: cell_paragraphs(text, format),
            ..Cell::default()
        });
        rows.push(Row {
            number,
            page: paragraph.page,
            header: false,
            cells: cells.collect(),
        });
    }
    Table {
        number: 0,
        sheet: None,
        rows,
    }
}

fn cell_paragraphs(text: &str, format: Format) -> Vec<Paragraph> {
    match format {
        Format::Text | Format::Csv => markup::paragraphs(text),
        _ => vec![Paragraph::plain(text.trim())],
    }
}

impl Grid<'_> {
    /// Where a row stands. A table made of lines is counted in lines.
    pub(crate) fn source(&self, row: &Row) -> Source {
        Source {
            page: row.page,
            sheet: self.table.sheet.clone(),
            table: Some(self.table.number).filter(|number| *number > 0),
            row: Some(row.number),
            column: None,
        }
    }

    /// How many grid columns the widest row has.
    pub(crate) fn width(&self) -> u32 {
        let ends = self
            .table
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| cell.column.saturating_add(cell.column_span.max(1)));
        ends.max().unwrap_or(0).min(200)
    }
}

/// The cell that covers a grid column.
pub(crate) fn cell_at(row: &Row, column: u32) -> Option<&Cell> {
    row.cells
        .iter()
        .find(|cell| cell.column <= column && column - cell.column < cell.column_span.max(1))
}

/// The cells of a row in which something stands.
pub(crate) fn filled(row: &Row) -> impl Iterator<Item = &Cell> {
    row.cells.iter().filter(|cell| !cell.is_blank())
}
