use super::body::{Body, Place};
use super::shading;
use super::styles::Look;
use crate::read::ReadError;
use crate::read::format::Wish;
use crate::read::xml::Element;
use document_model::{ReaderRemark, Rgb};

/// What is known of a table that stands open.
#[derive(Default)]
pub(super) struct TableState {
    style: Option<String>,
    parts: Parts,
    /// Shading of the whole table, of the open row and of the open cell.
    fills: [Option<Option<Rgb>>; 3],
    row_deleted: bool,
    row: u32,
    cell: u32,
    look: Look,
    joins_left: bool,
    /// The page on which the row began, and the furthest that one of its cells reached.
    row_page: Option<u32>,
    last_page: Option<u32>,
}

/// Which parts of its style a table uses.
#[derive(Clone, Copy)]
struct Parts {
    first_row: bool,
    first_column: bool,
    row_bands: bool,
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            first_row: true,
            first_column: false,
            row_bands: true,
        }
    }
}

impl TableState {
    /// The parts of the style that hold for the open cell, the strongest last.
    fn style_parts(&self) -> Vec<Option<&'static str>> {
        let first_row = self.parts.first_row && self.row == 1;
        let banded = self.row + u32::from(!self.parts.first_row);
        let mut parts = vec![None];
        if self.parts.row_bands && !first_row {
            parts.push(Some(if banded.is_multiple_of(2) {
                "band1Horz"
            } else {
                "band2Horz"
            }));
        }
        if self.parts.first_column && self.cell == 1 {
            parts.push(Some("firstCol"));
        }
        if first_row {
            parts.push(Some("firstRow"));
        }
        parts
    }
}

impl Body<'_> {
    pub(super) fn table_wish(&self) -> Wish {
        self.tables
            .last()
            .map_or_else(Wish::default, |table| table.look.wish)
    }

    pub(super) fn open_table(&mut self) -> Result<(), ReadError> {
        self.tables.push(TableState::default());
        self.builder.open_table(None)
    }

    pub(super) fn close_table(&mut self) -> Result<(), ReadError> {
        self.tables.pop();
        self.builder.close_table()
    }

    pub(super) fn table_property(&mut self, element: &Element<'_>, parent: Place) {
        let theme = &self.styles.theme;
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        match (element.name(), parent) {
            ("tblStyle", _) => table.style = element.attr("val").map(|id| id.into_owned()),
            ("tblLook", _) => table.parts = parts(element),
            ("shd", Place::TableProperties) => table.fills[0] = shading::shading(element, theme),
            ("shd", _) => table.fills[1] = shading::shading(element, theme),
            _ => {}
        }
    }

    pub(super) fn open_row(&mut self) -> Result<(), ReadError> {
        self.builder.open_row(None)?;
        let page = self.builder.page;
        if let Some(table) = self.tables.last_mut() {
            table.row += 1;
            table.cell = 0;
            table.fills[1] = None;
            table.row_deleted = false;
            (table.row_page, table.last_page) = (page, page);
        }
        Ok(())
    }

    pub(super) fn row_property(&mut self, element: &Element<'_>) {
        match element.name() {
            "tblHeader" => {
                if let Some(row) = self.builder.row() {
                    row.header = element.on("val");
                }
            }
            "gridBefore" => self
                .builder
                .skip_columns(element.number("val").unwrap_or(0)),
            "del" => {
                self.builder.remark(ReaderRemark::TrackedChangesAccepted);
                if let Some(table) = self.tables.last_mut() {
                    table.row_deleted = true;
                }
            }
            "ins" => self.builder.remark(ReaderRemark::TrackedChangesAccepted),
            _ => {}
        }
    }

    pub(super) fn close_row(&mut self) -> Result<(), ReadError> {
        if let Some(table) = self.tables.last() {
            self.builder.page = table.last_page.max(self.builder.page);
            if table.row_deleted {
                return self.builder.drop_row();
            }
        }
        self.builder.close_row()
    }

    pub(super) fn open_cell(&mut self) -> Result<(), ReadError> {
        self.builder.open_cell(1, 1)?;
        if let Some(table) = self.tables.last_mut() {
            table.cell += 1;
            table.fills[2] = None;
            table.joins_left = false;
            // Cells stand side by side: each begins where the row began, whatever page the
            // cell before it ended on.
            self.builder.page = table.row_page;
        }
        self.cell_is_described();
        Ok(())
    }

    pub(super) fn cell_property(&mut self, element: &Element<'_>) {
        let theme = &self.styles.theme;
        let (Some(table), Some(cell)) = (self.tables.last_mut(), self.builder.cell()) else {
            return;
        };
        match element.name() {
            "gridSpan" => cell.column_span = element.number("val").unwrap_or(1).clamp(1, 1000),
            "vMerge" => cell.continues_above = element.attr("val").as_deref() != Some("restart"),
            "hMerge" => table.joins_left = element.attr("val").as_deref() != Some("restart"),
            "shd" => table.fills[2] = shading::shading(element, theme),
            _ => {}
        }
    }

    /// The nearest that says something about the fill wins: cell, row, style, table.
    pub(super) fn cell_is_described(&mut self) {
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        table.look = Look::default();
        if let Some(style) = &table.style {
            for part in table.style_parts() {
                table.look = table.look.under(self.styles.table_look(style, part));
            }
        }
        let [whole, row, cell] = table.fills;
        let fill = cell.or(row).or(table.look.fill).or(whole);
        if let Some(cell) = self.builder.cell() {
            cell.fill = fill.flatten();
        }
    }

    pub(super) fn close_cell(&mut self) -> Result<(), ReadError> {
        let joins_left = self.tables.last().is_some_and(|table| table.joins_left);
        if let Some(table) = self.tables.last_mut() {
            table.last_page = table.last_page.max(self.builder.page);
        }
        self.builder.close_cell()?;
        if joins_left && let Some(row) = self.builder.row() {
            join_left(row);
        }
        Ok(())
    }
}

/// Word's old way to merge cells sideways: the second cell stands there and says so.
fn join_left(row: &mut document_model::Row) {
    if row.cells.len() > 1
        && let Some(joined) = row.cells.pop()
        && let Some(cell) = row.cells.last_mut()
    {
        cell.column_span = cell.column_span.saturating_add(joined.column_span);
    }
}

fn parts(element: &Element<'_>) -> Parts {
    // Older files write the same switches as one hexadecimal number (17.4.55).
    let bits = element
        .attr("val")
        .and_then(|bits| u32::from_str_radix(&bits, 16).ok());
    let set = |name, bit| match (element.attr(name), bits) {
        (Some(_), _) => element.flag(name),
        (None, Some(bits)) => bits & bit != 0,
        (None, None) => false,
    };
    Parts {
        first_row: set("firstRow", 0x20),
        first_column: set("firstColumn", 0x80),
        row_bands: !set("noHBand", 0x200),
    }
}
