//! Tables and sheets: rows and cells that the file states once and repeats by number.

use super::text::Content;
use crate::read::format::Wish;
use crate::read::xml::Element;
use crate::read::{ReadError, limits};
use document_model::{Cell, ReaderRemark, Row};

/// Cells with a fill and no words are repeated at most so often.
const FILLED: u32 = 64;

/// Blank cells are kept so that rows keep one shape, but not over a wide gap.
const SHAPE: u32 = 32;

/// What is known of a table that stands open.
#[derive(Default)]
pub(super) struct TableState {
    /// The default cell style of columns: how many columns, and the style.
    columns: Vec<(u32, String)>,
    column: u32,
    row_style: Option<String>,
    row_repeat: u32,
    cell_repeat: u32,
    heading: u32,
    cell_wish: Wish,
}

impl TableState {
    fn column_style(&self) -> Option<&str> {
        let mut left = self.column;
        for (count, style) in &self.columns {
            match left.checked_sub(*count) {
                Some(rest) => left = rest,
                None => return Some(style.as_str()),
            }
        }
        None
    }
}

impl Content<'_> {
    pub(super) fn cell_wish(&self) -> Wish {
        self.tables
            .last()
            .map_or_else(Wish::default, |table| table.cell_wish)
    }

    pub(super) fn table_start(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        match element.name() {
            "table" => self.open_table(element),
            "table-header-rows" => {
                self.in_heading(1);
                Ok(())
            }
            "table-column" => {
                self.column(element);
                Ok(())
            }
            "table-row" => self.open_row(element),
            "table-cell" => self.open_cell(element),
            _ => Ok(()),
        }
    }

    pub(super) fn table_end(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "table" => {
                self.tables.pop();
                self.builder.close_table()
            }
            "table-header-rows" => {
                self.in_heading(0);
                Ok(())
            }
            "table-row" => self.close_row(),
            "table-cell" => self.close_cell(),
            _ => Ok(()),
        }
    }

    fn in_heading(&mut self, heading: u32) {
        if let Some(table) = self.tables.last_mut() {
            table.heading = heading;
        }
    }

    fn open_table(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let style = element.attr("style-name");
        let look = self.styles.look("table", style.as_deref());
        if look.hidden == Some(true) {
            self.builder.remark(ReaderRemark::HiddenContentRead);
        }
        let name = element.attr("name").map(|name| name.into_owned());
        self.tables.push(TableState::default());
        let sheet = name.filter(|_| self.builder.is_spreadsheet());
        self.builder.open_table(sheet)
    }

    fn column(&mut self, element: &Element<'_>) {
        self.note_hidden(element);
        let count = element.number("number-columns-repeated").unwrap_or(1);
        let style = element.attr("default-cell-style-name").unwrap_or_default();
        if let Some(table) = self.tables.last_mut() {
            table.columns.push((count, style.into_owned()));
        }
    }

    fn note_hidden(&mut self, element: &Element<'_>) {
        let visibility = element.attr("visibility").unwrap_or_default();
        if matches!(&*visibility, "collapse" | "filter") {
            self.builder.remark(ReaderRemark::HiddenContentRead);
        }
    }

    fn open_row(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        self.note_hidden(element);
        self.builder.open_row(None)?;
        let Some(table) = self.tables.last_mut() else {
            return Ok(());
        };
        table.column = 0;
        table.row_repeat = element.number("number-rows-repeated").unwrap_or(1).max(1);
        table.row_style = element
            .attr("default-cell-style-name")
            .map(|s| s.into_owned());
        if let Some(row) = self.builder.row() {
            row.header = table.heading > 0;
        }
        Ok(())
    }

    /// In a sheet a row without words is only counted; in a text it stands there.
    fn close_row(&mut self) -> Result<(), ReadError> {
        let Some(repeat) = self.tables.last().map(|table| table.row_repeat) else {
            return Ok(());
        };
        let sheet = self.builder.is_spreadsheet();
        let blank = self
            .builder
            .row()
            .is_some_and(|row| row.cells.iter().all(Cell::is_blank));
        if blank && (sheet || repeat > FILLED) {
            self.builder.drop_row()?;
            self.builder.skip_rows(repeat);
            return Ok(());
        }
        if let (true, Some(row)) = (sheet, self.builder.row()) {
            trim(row);
        }
        self.builder.close_row()?;
        self.builder.repeat_row(repeat - 1)
    }

    fn open_cell(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        if element.attr("formula").is_some() {
            self.builder.remark(ReaderRemark::FormulasNotComputed);
        }
        let number = |name| element.number(name).unwrap_or(1).max(1);
        let (columns, rows) = (
            number("number-columns-spanned"),
            number("number-rows-spanned"),
        );
        let repeat = number("number-columns-repeated").min(limits::COLUMNS);
        self.builder.open_cell(columns, rows.min(1 << 20))?;
        let own = element.attr("style-name");
        let Some(table) = self.tables.last_mut() else {
            return Ok(());
        };
        let style = own.as_deref().or(table.row_style.as_deref());
        let look = self
            .styles
            .look("table-cell", style.or(table.column_style()));
        table.cell_wish = look.wish;
        table.cell_repeat = repeat;
        table.column = table.column.saturating_add(repeat.saturating_mul(columns));
        if let Some(cell) = self.builder.cell() {
            cell.fill = look.fill.flatten();
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), ReadError> {
        let Some(repeat) = self.tables.last().map(|table| table.cell_repeat) else {
            return Ok(());
        };
        self.builder.close_cell()?;
        let Some(cell) = self.builder.row().and_then(|row| row.cells.last()) else {
            return Ok(());
        };
        let times = match (cell.is_blank(), cell.fill) {
            (true, None) if repeat > SHAPE => 1,
            (true, _) => repeat.min(FILLED),
            _ => repeat,
        };
        self.builder.repeat_cell(times.saturating_sub(1))?;
        self.builder.skip_columns(repeat - times);
        Ok(())
    }
}

/// Sheets go on to the right without end; rows stop after their last words or colours.
fn trim(row: &mut Row) {
    let empty = |cell: &Cell| cell.is_blank() && cell.fill.is_none() && !cell.continues_above;
    while row.cells.last().is_some_and(empty) {
        row.cells.pop();
    }
}
