//! Puts a document together in reading order. Readers say what opens and closes; nothing here
//! calls itself, however deep the file nests.

use super::format::RunFormat;
use super::limits::{self, Budget};
use super::{Excess, ReadError, boxes};
use document_model::{
    Block, Cell, Control, Document, Format, Paragraph, ParagraphKind, Property, ReaderRemark, Row,
    Table,
};
use std::collections::BTreeMap;

pub(crate) struct Builder {
    document: Document,
    tables: Vec<OpenTable>,
    paragraphs: Vec<OpenParagraph>,
    table_count: u32,
    budget: Budget,
    /// The page that is being read, where the format has pages.
    pub(crate) page: Option<u32>,
}

#[derive(Default)]
struct OpenTable {
    table: Table,
    row: Option<Row>,
    row_has_text: bool,
    row_number: u32,
    cell: Option<Cell>,
    column: u32,
    /// Cells of earlier rows that reach down, by their first column.
    reaching: BTreeMap<u32, Reach>,
    /// Paragraphs that were open outside of the table.
    outside: usize,
}

#[derive(Clone, Copy)]
struct Reach {
    span: u32,
    rows_left: u32,
    fresh: bool,
}

#[derive(Default)]
struct OpenParagraph {
    paragraph: Paragraph,
    titles: Vec<(usize, String)>,
    boxes: usize,
}

impl Builder {
    pub(crate) fn new(format: Format) -> Self {
        Self {
            document: Document {
                format,
                ..Document::default()
            },
            tables: Vec::new(),
            paragraphs: Vec::new(),
            table_count: 0,
            budget: Budget::default(),
            page: None,
        }
    }

    /// The document, with everything closed that the file left open.
    pub(crate) fn finish(mut self) -> Result<Document, ReadError> {
        while !self.tables.is_empty() {
            self.close_table()?;
        }
        while !self.paragraphs.is_empty() {
            self.close_paragraph()?;
        }
        Ok(self.document)
    }

    pub(crate) fn property(&mut self, name: &str, value: &str) {
        let value = value.trim();
        if !value.is_empty() {
            self.document.properties.push(Property {
                name: name.to_lowercase(),
                value: value.to_owned(),
            });
        }
    }

    pub(crate) fn is_spreadsheet(&self) -> bool {
        matches!(self.document.format, Format::Xlsx | Format::Ods)
    }

    pub(crate) fn property_is(&self, name: &str, value: &str) -> bool {
        self.document.property(name) == Some(value)
    }

    pub(crate) fn remark(&mut self, remark: ReaderRemark) {
        if !self.document.remarks.contains(&remark) {
            self.document.remarks.push(remark);
        }
    }

    pub(crate) fn in_table(&self) -> bool {
        !self.tables.is_empty()
    }

    pub(crate) fn in_row(&self) -> bool {
        self.tables.last().is_some_and(|open| open.row.is_some())
    }

    pub(crate) fn in_cell(&self) -> bool {
        self.tables.last().is_some_and(|open| open.cell.is_some())
    }

    pub(crate) fn open_table(&mut self, sheet: Option<String>) -> Result<(), ReadError> {
        if self.tables.len() >= limits::TABLE_DEPTH {
            return Err(ReadError::TooLarge(Excess::Nesting));
        }
        self.table_count += 1;
        self.tables.push(OpenTable {
            table: Table {
                number: self.table_count,
                sheet,
                rows: Vec::new(),
            },
            outside: self.paragraphs.len(),
            ..OpenTable::default()
        });
        Ok(())
    }

    pub(crate) fn close_table(&mut self) -> Result<(), ReadError> {
        self.close_row()?;
        let Some(open) = self.tables.pop() else {
            return Ok(());
        };
        if open.table.rows.is_empty() {
            return Ok(());
        }
        match self.current_cell() {
            Some(cell) => cell.tables.push(open.table),
            None => self.document.blocks.push(Block::Table(open.table)),
        }
        Ok(())
    }

    /// The open table, with the rows that are closed.
    pub(crate) fn table(&mut self) -> Option<&mut Table> {
        Some(&mut self.tables.last_mut()?.table)
    }

    /// The open row stands for so many more rows without words.
    pub(crate) fn skip_rows(&mut self, rows: u32) {
        if let Some(open) = self.tables.last_mut() {
            open.row_number = open.row_number.saturating_add(rows);
        }
    }

    /// Repeats the row that was closed last.
    pub(crate) fn repeat_row(&mut self, times: u32) -> Result<(), ReadError> {
        let Some(open) = self.tables.last_mut() else {
            return Ok(());
        };
        for _ in 0..times {
            let Some(mut row) = open.table.rows.last().cloned() else {
                break;
            };
            for cell in &row.cells {
                self.budget.cell_again(cell)?;
            }
            open.row_number = open.row_number.saturating_add(1);
            row.number = open.row_number;
            open.table.rows.push(row);
        }
        Ok(())
    }

    /// Repeats the cell that was closed last, to its right.
    pub(crate) fn repeat_cell(&mut self, times: u32) -> Result<(), ReadError> {
        let Some(open) = self.tables.last_mut() else {
            return Ok(());
        };
        let Some(row) = &mut open.row else {
            return Ok(());
        };
        for _ in 0..times {
            let Some(mut cell) = row.cells.last().cloned() else {
                break;
            };
            self.budget.cell_again(&cell)?;
            cell.column = open.column;
            open.column = open.column.saturating_add(cell.column_span);
            row.cells.push(cell);
        }
        Ok(())
    }

    /// Blank cells up to a column, so that rows keep one shape; over a wide gap nothing.
    pub(crate) fn fill_gap(&mut self, column: u32) -> Result<(), ReadError> {
        const SHAPE: u32 = 32;
        let at = self.tables.last().map_or(0, |open| open.column);
        if column.saturating_sub(at) > SHAPE {
            self.skip_columns(column - at);
        }
        while self.tables.last().is_some_and(|open| open.column < column) {
            self.open_cell(1, 1)?;
            self.close_cell()?;
        }
        Ok(())
    }

    /// Opens the next row, or the row of that number where the file leaves rows out.
    pub(crate) fn open_row(&mut self, number: Option<u32>) -> Result<(), ReadError> {
        self.close_row()?;
        let page = self.page;
        if let Some(open) = self.tables.last_mut() {
            open.row_number = number.unwrap_or(open.row_number.saturating_add(1));
            open.column = 0;
            open.row_has_text = false;
            open.row = Some(Row {
                number: open.row_number,
                page,
                ..Row::default()
            });
        }
        Ok(())
    }

    pub(crate) fn row(&mut self) -> Option<&mut Row> {
        self.tables.last_mut()?.row.as_mut()
    }

    pub(crate) fn close_row(&mut self) -> Result<(), ReadError> {
        self.close_cell()?;
        self.place_reaching()?;
        let Some(open) = self.tables.last_mut() else {
            return Ok(());
        };
        if let Some(row) = open.row.take() {
            open.table.rows.push(row);
            open.reaching.retain(|_, reach| reach.lasts());
        }
        Ok(())
    }

    /// Leaves out the open row as if it were not in the file.
    pub(crate) fn drop_row(&mut self) -> Result<(), ReadError> {
        self.close_cell()?;
        if let Some(open) = self.tables.last_mut() {
            open.row = None;
            open.row_number = open.row_number.saturating_sub(1);
        }
        Ok(())
    }

    /// Moves on over columns in which the row has no cell.
    pub(crate) fn skip_columns(&mut self, columns: u32) {
        if let Some(open) = self.tables.last_mut() {
            open.column = open.column.saturating_add(columns.min(limits::COLUMNS));
        }
    }

    /// Opens a cell that covers so many columns and rows, after the cells that reach down from
    /// rows above.
    pub(crate) fn open_cell(&mut self, columns: u32, rows: u32) -> Result<(), ReadError> {
        self.close_cell()?;
        self.place_reaching()?;
        self.budget.cell()?;
        let Some(open) = self.tables.last_mut() else {
            return Ok(());
        };
        let span = columns.clamp(1, limits::COLUMNS);
        open.cell = Some(Cell {
            column: open.column,
            column_span: span,
            ..Cell::default()
        });
        open.reach(span, rows);
        Ok(())
    }

    fn place_reaching(&mut self) -> Result<(), ReadError> {
        let Some(open) = self.tables.last_mut() else {
            return Ok(());
        };
        while let (Some(row), Some(reach)) = (&mut open.row, open.reaching.get(&open.column)) {
            self.budget.cell()?;
            row.cells.push(Cell {
                column: open.column,
                column_span: reach.span,
                continues_above: true,
                ..Cell::default()
            });
            open.column += reach.span;
        }
        Ok(())
    }

    pub(crate) fn cell(&mut self) -> Option<&mut Cell> {
        self.tables.last_mut()?.cell.as_mut()
    }

    fn current_cell(&mut self) -> Option<&mut Cell> {
        self.tables.last_mut()?.cell.as_mut()
    }

    pub(crate) fn close_cell(&mut self) -> Result<(), ReadError> {
        let outside = self.tables.last().map_or(0, |open| open.outside);
        if self.in_cell() {
            while self.paragraphs.len() > outside {
                self.close_paragraph()?;
            }
        }
        let Some(open) = self.tables.last_mut() else {
            return Ok(());
        };
        if let (Some(mut cell), Some(row)) = (open.cell.take(), &mut open.row) {
            if cell.continues_above {
                cell.paragraphs.clear();
            }
            open.column = cell.column.saturating_add(cell.column_span);
            row.cells.push(cell);
        }
        Ok(())
    }

    pub(crate) fn open_paragraph(&mut self, kind: ParagraphKind) -> Result<(), ReadError> {
        self.budget.paragraph()?;
        self.paragraphs.push(OpenParagraph {
            paragraph: Paragraph {
                kind,
                ..Paragraph::default()
            },
            ..OpenParagraph::default()
        });
        Ok(())
    }

    /// Whether a paragraph is open in the innermost table, or outside all tables.
    pub(crate) fn in_paragraph(&self) -> bool {
        let outside = self.tables.last().map_or(0, |open| open.outside);
        self.paragraphs.len() > outside
    }

    /// Closes the paragraph that is open here, if one is.
    pub(crate) fn close_paragraph_here(&mut self) -> Result<(), ReadError> {
        match self.in_paragraph() {
            true => self.close_paragraph(),
            false => Ok(()),
        }
    }

    pub(crate) fn paragraph_depth(&self) -> usize {
        self.paragraphs.len()
    }

    pub(crate) fn set_kind(&mut self, kind: ParagraphKind) {
        if let Some(open) = self.paragraphs.last_mut() {
            open.paragraph.kind = kind;
        }
    }

    /// The last character so far of the open paragraph.
    pub(crate) fn last_char(&self) -> Option<char> {
        self.paragraphs
            .last()?
            .paragraph
            .runs
            .last()?
            .text
            .chars()
            .next_back()
    }

    pub(crate) fn text(&mut self, text: &str, format: RunFormat) -> Result<(), ReadError> {
        if text.is_empty() {
            return Ok(());
        }
        self.budget.text(text.len())?;
        self.note_page(text);
        if let Some(open) = self.paragraphs.last_mut() {
            open.push(text, format, self.page);
        }
        Ok(())
    }

    /// A row stands on the page where its first words stand.
    fn note_page(&mut self, text: &str) {
        let page = self.page;
        if let Some(open) = self.tables.last_mut()
            && !open.row_has_text
            && !text.trim().is_empty()
            && let Some(row) = &mut open.row
        {
            row.page = page;
            open.row_has_text = true;
        }
    }

    /// A check box where the text stands, with a title in case no words follow it.
    pub(crate) fn check_box(
        &mut self,
        checked: bool,
        title: Option<String>,
        format: RunFormat,
    ) -> Result<(), ReadError> {
        if let (Some(open), Some(title)) = (self.paragraphs.last_mut(), title) {
            open.titles.push((open.boxes, title));
        }
        self.text(boxes::glyph(checked), format)
    }

    /// A drop-down list: a control in a cell, the chosen words outside of tables.
    pub(crate) fn choice(
        &mut self,
        selected: Option<String>,
        options: Vec<String>,
        format: RunFormat,
    ) -> Result<(), ReadError> {
        for word in options.iter().chain(&selected) {
            self.budget.text(word.len())?;
        }
        match self.current_cell() {
            Some(cell) => cell.controls.push(Control::Choice { selected, options }),
            None => self.text(selected.as_deref().unwrap_or_default(), format)?,
        }
        Ok(())
    }

    /// Closes the innermost paragraph; one without words is left out.
    pub(crate) fn close_paragraph(&mut self) -> Result<(), ReadError> {
        let Some(mut open) = self.paragraphs.pop() else {
            return Ok(());
        };
        if let Some(cell) = self.current_cell() {
            if open.boxes > 0 {
                let controls = boxes::take_out(&mut open.paragraph, &open.titles);
                cell.controls.extend(controls);
            }
            if has_words(&open.paragraph) {
                cell.paragraphs.push(open.paragraph);
            }
        } else if self.tables.is_empty() && has_words(&open.paragraph) {
            self.document.blocks.push(Block::Paragraph(open.paragraph));
        }
        Ok(())
    }
}

impl OpenTable {
    fn reach(&mut self, span: u32, rows: u32) {
        if rows > 1 {
            let reach = Reach {
                span,
                rows_left: rows - 1,
                fresh: true,
            };
            self.reaching.insert(self.column, reach);
        }
    }
}

impl Reach {
    /// Counts one row down, except the row in which the cell begins.
    fn lasts(&mut self) -> bool {
        if !self.fresh {
            self.rows_left -= 1;
        }
        self.fresh = false;
        self.rows_left > 0
    }
}

impl OpenParagraph {
    fn push(&mut self, text: &str, format: RunFormat, page: Option<u32>) {
        self.boxes += text.chars().filter(|&c| boxes::is_box(c)).count();
        if self.paragraph.runs.is_empty() {
            self.paragraph.page = page;
        }
        match self.paragraph.runs.last_mut() {
            Some(run) if format.is_of(run) => run.text.push_str(text),
            _ => self.paragraph.runs.push(format.run(text)),
        }
    }
}

fn has_words(paragraph: &Paragraph) -> bool {
    let mut runs = paragraph.runs.iter();
    runs.any(|run| !run.text.trim().is_empty())
}
