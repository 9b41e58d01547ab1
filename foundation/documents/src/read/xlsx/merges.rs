use crate::read::{Excess, ReadError, limits};
use document_model::{Cell, Row};

/// Merged cells: rows as people count them from 1, columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    first: (u32, u32),
    last: (u32, u32),
}

/// How many cells of merged areas are looked at: more than any sheet made by people holds.
const WORK: u32 = 1_000_000;

/// `B7` as row 7, column 1.
pub(super) fn place(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = text.split_at_checked(letters)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.checked_mul(26)?.checked_add(letter)
    })?;
    let column = column
        .checked_sub(1)
        .filter(|column| *column < limits::COLUMNS)?;
    Some((digits.parse().ok()?, column))
}

pub(super) fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':')?;
    let area = Area {
        first: place(first)?,
        last: place(last)?,
    };
    (area.first.0 <= area.last.0 && area.first.1 <= area.last.1).then_some(area)
}

pub(super) fn apply(rows: &mut [Row], areas: &[Area]) -> Result<(), ReadError> {
    let mut work = WORK;
    for area in areas {
        let from = rows.partition_point(|row| row.number < area.first.0);
        let rows = rows.get_mut(from..).unwrap_or_default();
        for row in rows.iter_mut().take_while(|row| row.number <= area.last.0) {
            let cost = 1 + row.cells.len() as u32;
            work = work
                .checked_sub(cost)
                .ok_or(ReadError::TooLarge(Excess::Cells))?;
            merge(row, area);
        }
    }
    Ok(())
}

/// Leaves one cell over the area's columns: the content in the first row, a continuation below.
fn merge(row: &mut Row, area: &Area) {
    let first_row = row.number == area.first.0;
    let span = area.last.1 - area.first.1 + 1;
    let inside = |cell: &Cell| (area.first.1..=area.last.1).contains(&cell.column);
    let own = row
        .cells
        .iter()
        .position(|cell| cell.column == area.first.1);
    let mut cell = match own {
        Some(index) if first_row => row.cells.remove(index),
        _ => Cell {
            column: area.first.1,
            continues_above: !first_row,
            ..Cell::default()
        },
    };
    cell.column_span = span;
    row.cells.retain(|cell| !inside(cell));
    let at = row
        .cells
        .partition_point(|other| other.column < cell.column);
    row.cells.insert(at, cell);
}
