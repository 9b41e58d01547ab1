//! Grids and what lies in them → tables of the document model.

use super::geometry::Rect;
use super::grid::{Grid, Region};
use super::habits::Habits;
use super::lines::{Line, lines};
use super::page::{Field, FieldContent};
use super::paragraphs::{Setting, paragraphs};
use super::pieces::{Piece, typed};
use super::rules::Fills;
use document_model::{Cell, Control, Paragraph, Row, Table};

/// A cell's text keeps at most this distance from its edges.
const MAX_PADDING: f32 = 16.0;

/// A table of one page, before tables of several pages become one.
#[derive(Debug)]
pub(super) struct PageTable {
    pub area: Rect,
    /// The places of the columns' edges.
    pub xs: Vec<f32>,
    /// Rows without numbers.
    pub rows: Vec<Row>,
}

/// What may lie in tables, and is taken from here when it does.
pub(super) struct Contents<'a> {
    pub pieces: Vec<Piece>,
    pub fields: Vec<Field>,
    pub fills: &'a Fills,
    pub page: u32,
    pub habits: Habits,
}

/// The page's tables from the top, tables in cells inside their cells.
pub(super) fn tables(mut grids: Vec<Grid>, contents: &mut Contents) -> Vec<PageTable> {
    // Inner tables first, so that they take what lies in them.
    grids.sort_by(|a, b| size(a).total_cmp(&size(b)));
    let mut done: Vec<PageTable> = Vec::new();
    for grid in grids {
        let inner = take(&mut done, |table| inside_a_region(&grid, &table.area));
        let table = table(&grid, inner, contents);
        done.extend(table);
    }
    done.sort_by(|a, b| a.area.top.total_cmp(&b.area.top));
    done
}

fn size(grid: &Grid) -> f32 {
    grid.area().width() * grid.area().height()
}

fn inside_a_region(grid: &Grid, area: &Rect) -> bool {
    grid.regions
        .iter()
        .any(|region| grid.region_area(region).encloses(area, 1.0))
}

fn take<T>(items: &mut Vec<T>, wanted: impl Fn(&T) -> bool) -> Vec<T> {
    let (taken, left) = std::mem::take(items).into_iter().partition(wanted);
    *items = left;
    taken
}

/// A grid's table; nothing, and nothing taken, where it holds no text at all.
fn table(grid: &Grid, mut inner: Vec<PageTable>, contents: &mut Contents) -> Option<PageTable> {
    let area = grid.area();
    let holds = contents
        .pieces
        .iter()
        .any(|piece| area.contains(piece.anchor))
        || contents
            .fields
            .iter()
            .any(|field| area.contains(field.area.center()));
    if !holds && inner.is_empty() {
        return None;
    }
    let mut pieces = take(&mut contents.pieces, |piece| area.contains(piece.anchor));
    let mut fields = take(&mut contents.fields, |field| {
        area.contains(field.area.center())
    });
    let mut rows: Vec<Row> = vec![
        Row {
            page: Some(contents.page),
            ..Row::default()
        };
        grid.ys.len() - 1
    ];
    for region in &grid.regions {
        let area = grid.region_area(region);
        let pieces = take(&mut pieces, |piece| area.contains(piece.anchor));
        let fields = take(&mut fields, |field| area.contains(field.area.center()));
        let inner = take(&mut inner, |table| area.encloses(&table.area, 1.0));
        let mut cell = cell(area, pieces, fields, contents);
        cell.tables = inner.into_iter().map(nested).collect();
        place(cell, region, &mut rows);
    }
    // What lies on an edge to the last hundredth must not be lost.
    contents.pieces.append(&mut pieces);
    contents.fields.append(&mut fields);
    for row in &mut rows {
        row.cells.sort_by_key(|cell| cell.column);
    }
    Some(PageTable {
        area,
        xs: grid.xs.clone(),
        rows,
    })
}

fn place(mut cell: Cell, region: &Region, rows: &mut [Row]) {
    cell.column = region.first_column as u32;
    cell.column_span = (region.end_column - region.first_column) as u32;
    let below = Cell {
        column: cell.column,
        column_span: cell.column_span,
        continues_above: true,
        fill: cell.fill,
        ..Cell::default()
    };
    for row in &mut rows[region.first_row + 1..region.end_row] {
        row.cells.push(below.clone());
    }
    rows[region.first_row].cells.push(cell);
}

fn nested(table: PageTable) -> Table {
    let mut rows = table.rows;
    for (index, row) in rows.iter_mut().enumerate() {
        row.number = index as u32 + 1;
    }
    Table {
        number: 0,
        sheet: None,
        rows,
    }
}

/// A cell of what lies in an area.
pub(super) fn cell(
    area: Rect,
    mut pieces: Vec<Piece>,
    fields: Vec<Field>,
    contents: &Contents,
) -> Cell {
    let fill = contents.fills.behind(&area);
    let controls = controls(fields, &mut pieces);
    for piece in &mut pieces {
        let behind = contents.fills.at(piece.area.center());
        piece.highlight = behind.filter(|color| Some(*color) != fill);
    }
    let paragraphs = cell_paragraphs(&area, lines(pieces), contents);
    // A drawn sign stands for a fill where nothing else is said.
    let silent = paragraphs.is_empty() && controls.is_empty();
    let sign = || contents.fills.sign_in(&area).filter(|_| silent);
    Cell {
        column_span: 1,
        fill: fill.or_else(sign),
        controls,
        paragraphs,
        ..Cell::default()
    }
}

fn cell_paragraphs(area: &Rect, lines: Vec<Line>, contents: &Contents) -> Vec<Paragraph> {
    let mut done = Vec::new();
    let mut rest = lines.as_slice();
    while let Some(first) = rest.first() {
        let direction = first.pieces[0].direction;
        let same = rest
            .iter()
            .take_while(|line| line.pieces[0].direction == direction)
            .count();
        let (block, after) = rest.split_at(same);
        let frame = direction.upright().apply_rect(area);
        let start = block
            .iter()
            .map(|line| line.frame.left)
            .fold(f32::MAX, f32::min);
        let padding = (start - frame.left).clamp(0.0, MAX_PADDING);
        let setting = Setting {
            left: frame.left + padding,
            right: frame.right - padding,
            habits: contents.habits,
        };
        done.extend(paragraphs(block, setting, contents.page));
        rest = after;
    }
    done
}

/// Controls in reading order. Words of a control that are also printed on the page under it
/// are not repeated as text; a text field's words become text.
pub(super) fn controls(mut fields: Vec<Field>, pieces: &mut Vec<Piece>) -> Vec<Control> {
    fields.sort_by(|a, b| {
        let row = |field: &Field| (field.area.center().1 / 8.0).round();
        row(a)
            .total_cmp(&row(b))
            .then(a.area.left.total_cmp(&b.area.left))
    });
    let edges: Vec<Rect> = fields.iter().map(|field| field.area).collect();
    let mut controls = Vec::new();
    for field in fields {
        match field.content {
            FieldContent::Text(text) => type_text(&text, field.area, pieces),
            FieldContent::Control(Control::CheckBox { checked, label }) => {
                let beside = label_beside(&field.area, &edges, pieces);
                controls.push(Control::CheckBox {
                    checked,
                    label: beside.or(label),
                });
            }
            FieldContent::Control(choice) => {
                pieces.retain(|piece| !field.area.contains(piece.area.center()));
                controls.push(choice);
            }
        }
    }
    controls
}

/// The words to the right of a box, up to the next box.
fn label_beside(area: &Rect, others: &[Rect], pieces: &[Piece]) -> Option<String> {
    let same_line = |other: &Rect| other.vertical_overlap(area) > 0.4;
    let end = others
        .iter()
        .filter(|other| same_line(other) && other.left >= area.right - 1.0)
        .map(|other| other.left)
        .fold(f32::MAX, f32::min);
    let beside = pieces.iter().filter(|piece| {
        same_line(&piece.area) && piece.area.left >= area.right - 2.0 && piece.area.left < end
    });
    let line = lines(beside.cloned().collect()).into_iter().next()?;
    Some(line.text()).filter(|label| !label.is_empty())
}

/// Typed text as pieces, one a line, where the field stands.
fn type_text(text: &str, area: Rect, pieces: &mut Vec<Piece>) {
    pieces.retain(|piece| !area.contains(piece.area.center()));
    let typed_lines: Vec<&str> = text
        .split(['\r', '\n'])
        .filter(|line| !line.trim().is_empty())
        .collect();
    let height = area.height() / typed_lines.len().max(1) as f32;
    for (index, line) in typed_lines.iter().enumerate() {
        let top = area.top + height * index as f32;
        let strip = Rect {
            top,
            bottom: top + height,
            ..area
        };
        pieces.push(typed(line.trim(), strip));
    }
}
