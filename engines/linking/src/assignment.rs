/// The one-to-one pairing of rows and columns with the greatest sum of values; a pair whose value
/// is not above zero is not made. Returns each row's column.
///
/// The Hungarian method with potentials (Kuhn 1955, Munkres 1957; the form by successive shortest
/// paths of Jonker & Volgenant 1987). The paths start from the smaller side, so that n rows and m
/// columns cost O(min(n, m)² · max(n, m)). A pair of no value costs nothing, therefore it stands
/// for "none" and both sides may be left alone.
pub fn assign(values: &[Vec<f64>]) -> Vec<Option<usize>> {
    let rows = values.len();
    let columns = values.iter().map(Vec::len).max().unwrap_or(0);
    if rows == 0 || columns == 0 {
        return vec![None; rows];
    }
    let cost = |row: usize, column: usize| -> f64 {
        let value = values[row].get(column).copied().unwrap_or(0.0);
        if value.is_finite() && value > 0.0 {
            -value
        } else {
            0.0
        }
    };
    let pairs = if rows <= columns {
        owners(rows, columns, cost)
    } else {
        owners(columns, rows, |column, row| cost(row, column))
    };
    let mut chosen = vec![None; rows];
    for (large, small) in pairs.into_iter().enumerate() {
        let Some(small) = small else { continue };
        let (row, column) = if rows <= columns {
            (small, large)
        } else {
            (large, small)
        };
        if cost(row, column) < 0.0 {
            chosen[row] = Some(column);
        }
    }
    chosen
}

/// The row that owns each column after all rows found one by shortest augmenting paths.
fn owners(rows: usize, columns: usize, cost: impl Fn(usize, usize) -> f64) -> Vec<Option<usize>> {
    let mut row_potential = vec![0.0; rows + 1];
    let mut column_potential = vec![0.0; columns + 1];
    let mut owner = vec![0usize; columns + 1];
    for row in 1..=rows {
        owner[0] = row;
        let way = shortest_path(&mut owner, &mut row_potential, &mut column_potential, &cost);
        turn(&mut owner, &way);
    }
    owner[1..].iter().map(|row| row.checked_sub(1)).collect()
}

/// Column 0 is the start; `way[c]` is the column before `c`. The last entry is the free column.
fn shortest_path(
    owner: &mut [usize],
    row_potential: &mut [f64],
    column_potential: &mut [f64],
    cost: &impl Fn(usize, usize) -> f64,
) -> (Vec<usize>, usize) {
    let width = owner.len();
    let mut least = vec![f64::INFINITY; width];
    let mut way = vec![0; width];
    let mut done = vec![false; width];
    let mut at = 0;
    loop {
        done[at] = true;
        let row = owner[at];
        let (mut step, mut next) = (f64::INFINITY, 0);
        for column in (1..width).filter(|column| !done[*column]) {
            let reduced = cost(row - 1, column - 1) - row_potential[row] - column_potential[column];
            if reduced < least[column] {
                least[column] = reduced;
                way[column] = at;
            }
            if least[column] < step {
                step = least[column];
                next = column;
            }
        }
        for column in 0..width {
            if done[column] {
                row_potential[owner[column]] += step;
                column_potential[column] -= step;
            } else {
                least[column] -= step;
            }
        }
        at = next;
        if owner[at] == 0 {
            return (way, at);
        }
    }
}

fn turn(owner: &mut [usize], (way, free): &(Vec<usize>, usize)) {
    let mut at = *free;
    while at != 0 {
        owner[at] = owner[way[at]];
        at = way[at];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_sum_wins_over_the_best_single_pair() {
        assert_eq!(
            assign(&[vec![0.9, 0.8], vec![0.85, 0.1]]),
            [Some(1), Some(0)]
        );
    }

    #[test]
    fn the_sum_is_the_same_from_either_side() {
        let values = [
            vec![0.5, 0.0, 0.9],
            vec![0.6, 0.2, 0.8],
            vec![0.0, 0.3, 0.7],
            vec![0.4, 0.9, 0.0],
            vec![0.0, 0.0, 0.0],
        ];
        assert_eq!(assign(&values), [Some(2), Some(0), None, Some(1), None]);
        let turned: Vec<Vec<f64>> = (0..3)
            .map(|column| values.iter().map(|row| row[column]).collect())
            .collect();
        assert_eq!(assign(&turned), [Some(1), Some(3), Some(0)]);
    }

    #[test]
    fn thousands_of_rows_for_a_dozen_columns_are_quick() {
        let value = |row: usize, column: usize| ((row * 7 + column * 13) % 101) as f64 / 100.0;
        let values: Vec<Vec<f64>> = (0..20_000)
            .map(|row| (0..12).map(|column| value(row, column)).collect())
            .collect();
        let start = std::time::Instant::now();
        assert_eq!(assign(&values).iter().flatten().count(), 12);
        assert!(start.elapsed() < std::time::Duration::from_secs(2));
    }

    #[test]
    fn what_is_worth_nothing_is_left_alone() {
        assert_eq!(
            assign(&[vec![0.0, 0.0], vec![0.5, 0.0], vec![0.4, 0.0]]),
            [None, Some(0), None]
        );
        assert_eq!(assign(&[]), []);
        assert_eq!(assign(&[vec![], vec![]]), [None, None]);
        assert_eq!(assign(&[vec![f64::NAN]]), [None]);
    }
}
