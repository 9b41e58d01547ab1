//! Where the cells of a table stand once spans are counted out.

use super::outline::Cell;

/// What stands at a place of a row.
pub(crate) enum Place<'a> {
    /// A cell that begins here.
    Begins(&'a Cell),
    /// The continuation of a cell from the row above, this many columns wide.
    Continues(u32),
}

/// The places of each row from the left, each with its first column (from 0).
pub(crate) fn places(rows: &[Vec<Cell>]) -> Vec<Vec<(usize, Place<'_>)>> {
    // Cells that still reach down: first column, columns, rows left.
    let mut reaching: Vec<(usize, u32, u32)> = Vec::new();
    rows.iter()
        .map(|row| row_places(row, &mut reaching))
        .collect()
}

fn row_places<'a>(
    row: &'a [Cell],
    reaching: &mut Vec<(usize, u32, u32)>,
) -> Vec<(usize, Place<'a>)> {
    let mut placed = Vec::new();
    let mut next = Vec::new();
    let mut column = 0;
    let mut cells = row.iter();
    loop {
        if let Some(&(_, width, rows)) = reaching.iter().find(|(first, ..)| *first == column) {
            placed.push((column, Place::Continues(width)));
            keep(&mut next, column, width, rows - 1);
            column += width as usize;
            continue;
        }
        let Some(cell) = cells.next() else { break };
        placed.push((column, Place::Begins(cell)));
        keep(
            &mut next,
            column,
            cell.column_span,
            cell.row_span.saturating_sub(1),
        );
        column += cell.column_span as usize;
    }
    *reaching = next;
    placed
}

fn keep(reaching: &mut Vec<(usize, u32, u32)>, column: usize, width: u32, rows: u32) {
    if rows > 0 {
        reaching.push((column, width, rows));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_over_two_rows_keeps_its_place_in_the_second() {
        let rows = vec![
            vec![Cell::plain("a").down(2), Cell::plain("b").across(2)],
            vec![Cell::plain("c"), Cell::plain("d")],
        ];
        let columns: Vec<Vec<usize>> = places(&rows)
            .iter()
            .map(|row| row.iter().map(|(column, _)| *column).collect())
            .collect();
        assert_eq!(columns, [vec![0, 1], vec![0, 1, 2]]);
    }
}
