//! Which column of a table holds what: by its heading, else by what stands in it.

use crate::Status;
use crate::read::headings::{self, Heading};
use crate::read::knowledge::{Knowledge, LEAST_SCORE};
use crate::read::parts::{Grid, cell_at, filled};
use crate::read::{signs, tint};
use document_model::{Cell, Row};

/// The columns of a table, by grid column.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Columns {
    pub text: Option<u32>,
    pub status: Option<u32>,
    /// Other columns that may be the status as well: the headings do not decide.
    pub rivals: Vec<u32>,
    /// Whether the status column's heading names a year before the form's.
    pub past: bool,
    /// One column per status ("Grøn | Gul | Rød") with its heading.
    pub marks: Vec<(u32, Status, String)>,
    pub remarks: Vec<u32>,
    pub number: Option<u32>,
    pub area: Option<u32>,
    pub obligation: Option<u32>,
    /// The indices of heading rows.
    pub heading_rows: Vec<usize>,
}

/// Finds the columns; nothing where the table has no recommendations.
pub(crate) fn of_grid(grid: &Grid, knowledge: &Knowledge) -> Option<Columns> {
    let rows = &grid.table.rows;
    let width = grid.width();
    let mut columns = Columns::default();
    let mut votes: Vec<Vec<Heading>> = vec![Vec::new(); width as usize];
    let headed = heading_rows(rows);
    // A legend above the table stands in any of its columns, marks never in the one of the texts.
    let everything: Vec<&Row> = rows.iter().collect();
    let texts = text_column(&everything, width, knowledge, &[], &[]);
    for (index, row) in rows.iter().enumerate() {
        let marks = mark_headings(row, knowledge)
            .filter(|marks| marks.iter().all(|(column, _, _)| Some(*column) != texts));
        if let Some(marks) = marks {
            columns.heading_rows.push(index);
            if columns.marks.is_empty() {
                columns.marks = marks;
            }
            vote(&mut votes, row);
        } else if headed.contains(&index) {
            columns.heading_rows.push(index);
            vote(&mut votes, row);
        } else if is_year_row(row)
            && let Some(above) = index.checked_sub(1)
            && columns.heading_rows.contains(&above)
        {
            columns.heading_rows.push(index);
            vote_below(&mut votes, row, &rows[above]);
        }
    }
    let has = |votes: &Vec<Heading>, wanted: Heading| {
        votes.iter().filter(|heading| **heading == wanted).count() * 2 > votes.len().max(1) - 1
            && votes.contains(&wanted)
    };
    let all = |wanted: Heading| -> Vec<u32> {
        (0..width)
            .filter(|column| {
                votes
                    .get(*column as usize)
                    .is_some_and(|votes| has(votes, wanted))
            })
            .collect()
    };
    columns.number = all(Heading::Number).first().copied();
    columns.area = all(Heading::Area).first().copied();
    columns.obligation = all(Heading::Obligation).first().copied();
    let earlier = [all(Heading::EarlierStatus), all(Heading::Other)].concat();
    let data: Vec<&Row> = rows
        .iter()
        .enumerate()
        .filter(|(index, _)| !columns.heading_rows.contains(index))
        .map(|(_, row)| row)
        .collect();
    let free =
        |columns: &Columns, column: u32| !earlier.contains(&column) && !columns.holds(column);
    columns.text = text_column(&data, width, knowledge, &all(Heading::Text), &earlier);
    if columns.text.is_none()
        && (columns.number.is_none() || all(Heading::Status).is_empty() && columns.marks.is_empty())
    {
        return None;
    }
    columns.number = columns.number.or_else(|| {
        (0..width)
            .filter(|column| free(&columns, *column))
            .find(|column| counts_up(&data, *column))
    });
    if columns.marks.is_empty() {
        let heads = heads(
            rows,
            &columns.heading_rows,
            &all(Heading::Status),
            knowledge,
        );
        let free = |column| free(&columns, column);
        let (chosen, rivals) = status_column(&data, width, knowledge, &heads, free);
        columns.past = heads
            .iter()
            .any(|head| head.past && Some(head.column) == chosen);
        (columns.status, columns.rivals) = (chosen, rivals);
    }
    columns.remarks = all(Heading::Remark)
        .into_iter()
        .filter(|column| !columns.holds(*column))
        .collect();
    if columns.remarks.is_empty() {
        let longest = (0..width)
            .filter(|column| free(&columns, *column))
            .map(|column| (column, text_length(&data, column)));
        columns.remarks = longest
            .filter(|(_, length)| *length > 0)
            .max_by_key(|(_, length)| *length)
            .map(|(column, _)| column)
            .into_iter()
            .collect();
    }
    Some(columns)
}

impl Columns {
    fn holds(&self, column: u32) -> bool {
        [
            self.text,
            self.status,
            self.number,
            self.area,
            self.obligation,
        ]
        .contains(&Some(column))
            || self.marks.iter().any(|(mark, _, _)| *mark == column)
            || self.remarks.contains(&column)
    }
}

fn vote(votes: &mut [Vec<Heading>], row: &Row) {
    for cell in filled(row) {
        if let (Some(heading), Some(votes)) = (
            headings::heading(&cell.text()),
            votes.get_mut(cell.column as usize),
        ) {
            votes.push(heading);
        }
    }
}

/// "2024 | 2025" under one heading "Status" that spans both.
fn is_year_row(row: &Row) -> bool {
    let is_year = |cell: &Cell| {
        let text = cell.text();
        text.trim().chars().count() <= 12 && headings::years(&text).is_some()
    };
    filled(row).count() >= 2 && filled(row).all(is_year)
}

/// Each year stands for the heading above it.
fn vote_below(votes: &mut [Vec<Heading>], row: &Row, above: &Row) {
    for cell in filled(row) {
        let heading = cell_at(above, cell.column).and_then(|cell| headings::heading(&cell.text()));
        if let (Some(heading), Some(votes)) = (heading, votes.get_mut(cell.column as usize))
            && votes.last() != Some(&heading)
        {
            votes.push(heading);
        }
    }
}

/// The indices of the rows that hold headings: they name a status or remark column beside other
/// cells. Where some rows name two such columns, a row that names only one is an answer whose cell
/// still lists the choices ("Grøn/gul/rød") or begins with a word like "Bemærk".
pub(crate) fn heading_rows(rows: &[Row]) -> Vec<usize> {
    let named: Vec<usize> = rows.iter().map(named_columns).collect();
    let most = named.iter().copied().max().unwrap_or(0);
    let least = if most >= 2 { 2 } else { 1 };
    let fits = |index: &usize| named[*index] >= least;
    let found: Vec<usize> = (0..rows.len()).filter(fits).collect();
    // One heading row repeats after page breaks and areas; it is not every other row.
    if least == 1 && found.len() * 2 > rows.len() && rows.len() > 2 {
        found.into_iter().take(1).collect()
    } else {
        found
    }
}

/// How many status and remark columns a row names; none where it is no row of headings.
fn named_columns(row: &Row) -> usize {
    let (mut known, mut named, mut others) = (0, 0, 0);
    for cell in filled(row) {
        match headings::heading(&cell.text()) {
            Some(Heading::Status | Heading::EarlierStatus | Heading::Remark) => {
                (known, named) = (known + 1, named + 1);
            }
            Some(_) => known += 1,
            None => others += 1,
        }
    }
    // One unknown heading may stand there: the focus area's title over the recommendations.
    let fits = named >= 1 && known + others >= 2 && (others <= 1 || row.header || named >= 2);
    if fits { named } else { 0 }
}

/// "Grøn | Gul | Rød": at least two statuses as headings of their own columns.
fn mark_headings(row: &Row, knowledge: &Knowledge) -> Option<Vec<(u32, Status, String)>> {
    let mut marks: Vec<(u32, Status, String)> = Vec::new();
    for cell in filled(row).filter(|cell| cell.column_span <= 1) {
        let text = cell.text();
        let status = (text.len() <= 40)
            .then(|| signs::plain_status(&text, &knowledge.phrases))
            .flatten();
        match status {
            Some(status) if !signs::is_dash(&text) => {
                marks.push((cell.column, status, text.trim().to_owned()))
            }
            _ if knowledge.best(&text).is_some_and(|(_, score)| score > 0.6) && text.len() > 40 => {
                return None;
            }
            _ => {}
        }
    }
    let mut statuses: Vec<Status> = marks.iter().map(|(_, status, _)| *status).collect();
    statuses.sort_unstable();
    statuses.dedup();
    (statuses.len() >= 2 && statuses.len() == marks.len()).then_some(marks)
}

fn text_column(
    data: &[&Row],
    width: u32,
    knowledge: &Knowledge,
    headed: &[u32],
    earlier: &[u32],
) -> Option<u32> {
    let best_by = |score: &dyn Fn(&str) -> f64| -> Option<u32> {
        let of_column = |column: u32| -> f64 {
            let cells = data.iter().take(60).filter_map(|row| own_cell(row, column));
            let scores = cells.map(|cell| score(&cell.text()));
            let sum: f64 = scores.filter(|score| *score >= LEAST_SCORE).sum();
            sum * if headed.contains(&column) { 1.3 } else { 1.0 }
        };
        let scored = (0..width)
            .filter(|column| !earlier.contains(column))
            .map(|column| (column, of_column(column)));
        let found = scored.filter(|(_, score)| *score > 0.0);
        found
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
            .map(|(column, _)| column)
    };
    best_by(&|text| knowledge.skim(text))
        .or_else(|| best_by(&|text| knowledge.best(text).map_or(0.0, |(_, score)| score)))
}

/// The cell that begins at a column.
fn own_cell(row: &Row, column: u32) -> Option<&Cell> {
    row.cells.iter().find(|cell| cell.column == column)
}

/// A column whose heading announces a status.
struct Head {
    column: u32,
    /// The latest year that the heading names.
    year: Option<i32>,
    /// Whether that year lies before the form's.
    past: bool,
    /// Whether the heading names the colours, as the form's own column does.
    lists_colours: bool,
}

fn heads(rows: &[Row], headings: &[usize], headed: &[u32], knowledge: &Knowledge) -> Vec<Head> {
    let texts = |column: u32| {
        let cells = headings
            .iter()
            .filter_map(move |index| own_cell(&rows[*index], column));
        cells.map(Cell::text).collect::<Vec<_>>()
    };
    let head = |column: &u32| {
        let texts = texts(*column);
        let years = texts.iter().filter_map(|text| headings::years(text));
        Head {
            column: *column,
            year: years.map(|(_, last)| last).max(),
            past: texts.iter().any(|text| knowledge.is_past(text)),
            lists_colours: texts.iter().any(|text| headings::is_colour_list(text)),
        }
    };
    headed.iter().map(head).collect()
}

/// The status column, and others that may be it.
fn status_column(
    data: &[&Row],
    width: u32,
    knowledge: &Knowledge,
    heads: &[Head],
    free: impl Fn(u32) -> bool,
) -> (Option<u32>, Vec<u32>) {
    let score = |column: u32| -> f64 {
        data.iter()
            .filter_map(|row| own_cell(row, column))
            .map(|cell| status_score(cell, knowledge))
            .sum()
    };
    let is_headed = |column: u32| heads.iter().any(|head| head.column == column);
    let elsewhere =
        || (0..width).any(|other| free(other) && !is_headed(other) && score(other) >= 2.0);
    let open: Vec<&Head> = heads.iter().filter(|head| free(head.column)).collect();
    let (now, past): (Vec<&Head>, Vec<&Head>) = open.iter().partition(|head| !head.past);
    let headed = if now.is_empty() { past } else { now };
    if let Some((column, rivals)) = current(&headed)
        && (score(column) > 0.0 || !elsewhere())
    {
        return (Some(column), rivals);
    }
    let scored = (0..width)
        .filter(|column| {
            free(*column) && !open.iter().any(|head| head.past && head.column == *column)
        })
        .map(|column| (column, score(column)));
    let best = scored
        .filter(|(_, score)| *score >= 0.5)
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
    (best.map(|(column, _)| column), Vec::new())
}

/// Of several status columns the one that names the colours, else the one of the latest year
/// ("Status 2016", "Status 2017"). Where some name a year and some do not, or two are alike, the
/// headings do not decide, and the others are rivals.
fn current(heads: &[&Head]) -> Option<(u32, Vec<u32>)> {
    let listing: Vec<&Head> = heads
        .iter()
        .copied()
        .filter(|head| head.lists_colours)
        .collect();
    let among = if listing.is_empty() { heads } else { &listing };
    let best = among
        .iter()
        .max_by_key(|head| (head.year.unwrap_or(0), std::cmp::Reverse(head.column)))?;
    let unlike = |other: &&&Head| match (best.year, other.year) {
        (Some(year), Some(before)) => year == before,
        _ => true,
    };
    let rivals = among
        .iter()
        .filter(|other| other.column != best.column)
        .filter(unlike);
    Some((best.column, rivals.map(|head| head.column).collect()))
}

/// How much a cell looks like a status cell.
fn status_score(cell: &Cell, knowledge: &Knowledge) -> f64 {
    let text = cell.text();
    if !cell.controls.is_empty() {
        return 1.0;
    }
    if text.trim().is_empty() {
        return if cell
            .fill
            .map(tint::of_fill)
            .is_some_and(|tint| tint.status().is_some())
        {
            0.4
        } else {
            0.0
        };
    }
    let start: String = text.chars().take(60).collect();
    let short = text.len() <= 60;
    match signs::plain_status(&start, &knowledge.phrases) {
        Some(_) if short => 1.0,
        Some(_)
            if knowledge
                .phrases
                .scan(&start)
                .first()
                .is_some_and(|hit| hit.word == 0) =>
        {
            0.5
        }
        _ => 0.0,
    }
}

fn counts_up(data: &[&Row], column: u32) -> bool {
    let numbers: Vec<Option<u32>> = data
        .iter()
        .filter_map(|row| own_cell(row, column))
        .map(|cell| cell.text())
        .filter(|text| !text.trim().is_empty())
        .map(|text| text.trim().trim_end_matches('.').parse().ok())
        .collect();
    numbers.len() >= 2
        && numbers.iter().all(Option::is_some)
        && numbers.windows(2).all(|pair| pair[0] < pair[1])
}

fn text_length(data: &[&Row], column: u32) -> usize {
    data.iter()
        .filter_map(|row| cell_at(row, column))
        .filter(|cell| cell.column == column)
        .map(|cell| cell.text().len())
        .sum()
}
