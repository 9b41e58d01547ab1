//! Tables without rules: columns from the white gutters between aligned stretches of text.
//!
//! Lines whose stretches leave the same gutters free form a block. Rows are parted by rules or
//! bands of colour that cross the block, by wider distances, and else where the column with the
//! fewest lines (the short answers) has text. Two or three columns that are full of text from
//! edge to edge are columns of a page, not of a table, and are read one after the other.

use super::geometry::Rect;
use super::lines::Line;
use super::pieces::Piece;
use super::rules::Rule;
use super::tables::{Contents, PageTable, cell};
use document_model::Row;

/// A gap of this many times the font's size may part columns.
const COLUMN_GAP: f32 = 1.3;
/// What must stay free of a gutter, in points: more than a space.
const MIN_GUTTER: f32 = 5.0;
/// A distance of this many line spacings parts rows.
const ROW_GAP: f32 = 1.35;

/// Text of a page outside ruled tables, parted by kind.
pub(super) enum Part {
    /// Lines of running text, of one column.
    Text(Vec<Line>),
    /// A table without rules.
    Table(PageTable),
}

/// Finds tables and columns in lines that follow each other.
pub(super) fn parts(lines: Vec<Line>, rules: &[Rule], contents: &Contents) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut text = Vec::new();
    let mut rest = lines.as_slice();
    while let Some(line) = rest.first() {
        match block(rest, rules).and_then(|block| {
            block
                .read(rules, contents)
                .map(|read| (block.lines.len(), read))
        }) {
            Some((length, read)) => {
                flush(&mut text, &mut parts);
                parts.extend(read);
                rest = &rest[length..];
            }
            None => {
                text.push(line.clone());
                rest = &rest[1..];
            }
        }
    }
    flush(&mut text, &mut parts);
    parts
}

fn flush(text: &mut Vec<Line>, parts: &mut Vec<Part>) {
    if !text.is_empty() {
        parts.push(Part::Text(std::mem::take(text)));
    }
}

/// Lines with common gutters.
struct Block<'a> {
    lines: &'a [Line],
    gutters: Vec<(f32, f32)>,
}

/// The longest block that begins with the first line.
fn block<'a>(lines: &'a [Line], rules: &[Rule]) -> Option<Block<'a>> {
    let mut gutters = gaps(lines.first()?);
    if gutters.is_empty() {
        return None;
    }
    let mut length = 1;
    for pair in lines.windows(2) {
        let narrowed = narrowed(&gutters, &pair[1]);
        let far = pair[1].baseline - pair[0].baseline > pair[0].size.max(pair[1].size) * 6.0;
        let turned = pair[0].pieces[0].direction != pair[1].pieces[0].direction;
        if narrowed.len() < gutters.len() || far || turned {
            break;
        }
        gutters = narrowed;
        length += 1;
    }
    let lines = ruled(trimmed(&lines[..length]), rules);
    let parted = lines.iter().filter(|line| !gaps(line).is_empty()).count();
    (parted >= 3).then_some(Block { lines, gutters })
}

/// Without lines of a single stretch at the end that stand apart: text after the table.
fn trimmed(mut lines: &[Line]) -> &[Line] {
    while let [.., above, last] = lines {
        let apart = last.baseline - above.baseline > last.size.max(above.size) * 1.7;
        if !gaps(last).is_empty() || !apart {
            break;
        }
        lines = &lines[..lines.len() - 1];
    }
    lines
}

/// Without lines of a single stretch below the last of several rules.
fn ruled<'a>(lines: &'a [Line], rules: &[Rule]) -> &'a [Line] {
    let off: Vec<usize> = (1..lines.len())
        .filter(|at| is_ruled_off(lines, *at, rules))
        .collect();
    match off.as_slice() {
        [_, .., last] if lines[*last..].iter().all(|line| gaps(line).is_empty()) => &lines[..*last],
        _ => lines,
    }
}

fn is_ruled_off(lines: &[Line], at: usize, rules: &[Rule]) -> bool {
    let (above, below) = (&lines[at - 1], &lines[at]);
    rules.iter().any(|rule| {
        rule.at > above.baseline - 1.0
            && rule.at < below.frame.top + below.size * 0.3
            && rule.from <= above.frame.left.max(below.frame.left) + 20.0
            && rule.to - rule.from > 100.0
    })
}

/// The wide gaps of a line.
fn gaps(line: &Line) -> Vec<(f32, f32)> {
    let stretches = line.split_at_gaps(COLUMN_GAP);
    stretches
        .windows(2)
        .map(|pair| (pair[0].frame.right, pair[1].frame.left))
        .collect()
}

/// What a line leaves free of each gutter; gutters that it closes are gone.
fn narrowed(gutters: &[(f32, f32)], line: &Line) -> Vec<(f32, f32)> {
    let free = |(from, to): &(f32, f32)| {
        let (mut from, mut to) = (*from, *to);
        for piece in &line.pieces {
            let (left, right) = (piece.frame.left, piece.frame.right);
            if right <= from || left >= to {
                continue;
            }
            if (left + right) / 2.0 < (from + to) / 2.0 {
                from = from.max(right);
            } else {
                to = to.min(left);
            }
        }
        (to - from >= MIN_GUTTER).then_some((from, to))
    };
    gutters.iter().filter_map(free).collect()
}

impl Block<'_> {
    fn read(&self, rules: &[Rule], contents: &Contents) -> Option<Vec<Part>> {
        if self.is_page_columns(contents.habits.pitch) {
            return Some(self.columns());
        }
        self.table(rules, contents)
            .map(|table| vec![Part::Table(table)])
    }

    fn column_of(&self, piece: &Piece) -> usize {
        let (x, _) = piece.frame.center();
        self.gutters
            .iter()
            .filter(|(from, to)| x > (from + to) / 2.0)
            .count()
    }

    fn column_lines(&self, column: usize) -> Vec<Line> {
        let pieces = self.lines.iter().flat_map(|line| &line.pieces);
        let own = pieces
            .filter(|piece| self.column_of(piece) == column)
            .cloned();
        super::lines::lines(own.collect())
    }

    fn columns(&self) -> Vec<Part> {
        let columns = 0..=self.gutters.len();
        columns
            .map(|column| Part::Text(self.column_lines(column)))
            .collect()
    }

    fn is_page_columns(&self, pitch: f32) -> bool {
        let full = |column: usize| {
            let lines = self.column_lines(column);
            let left = lines
                .iter()
                .map(|line| line.frame.left)
                .fold(f32::MAX, f32::min);
            let right = lines
                .iter()
                .map(|line| line.frame.right)
                .fold(f32::MIN, f32::max);
            let wide = lines
                .iter()
                .filter(|line| line.frame.width() > (right - left) * 0.6)
                .count();
            lines.len() >= 8 && wide * 10 > lines.len() * 6 && right - left > 100.0
        };
        let even = self.lines.windows(2).all(|pair| {
            pair[1].baseline - pair[0].baseline < pitch * pair[0].size.max(pair[1].size) * ROW_GAP
        });
        even && self.gutters.len() <= 2 && (0..=self.gutters.len()).all(full)
    }

    fn table(&self, rules: &[Rule], contents: &Contents) -> Option<PageTable> {
        let starts = self.row_starts(rules, contents.habits.pitch);
        let spans: Vec<Rect> = (0..=self.gutters.len())
            .filter_map(|column| self.span(column))
            .collect();
        if starts.len() < 2 || spans.len() != self.gutters.len() + 1 {
            return None;
        }
        let ends = starts.iter().skip(1).copied().chain([self.lines.len()]);
        let rows = starts
            .iter()
            .zip(ends)
            .map(|(start, end)| self.row(&self.lines[*start..end], &spans, contents));
        let rows: Vec<Row> = rows.collect();
        let area = spans.iter().copied().reduce(|all, span| all.union(&span))?;
        let mut xs = vec![area.left];
        xs.extend(self.gutters.iter().map(|(from, to)| (from + to) / 2.0));
        xs.push(area.right);
        Some(PageTable { area, xs, rows })
    }

    fn span(&self, column: usize) -> Option<Rect> {
        let lines = self.column_lines(column);
        lines
            .iter()
            .map(|line| line.frame)
            .reduce(|all, line| all.union(&line))
    }

    fn row(&self, lines: &[Line], spans: &[Rect], contents: &Contents) -> Row {
        let top = lines
            .iter()
            .map(|line| line.frame.top)
            .fold(f32::MAX, f32::min);
        let bottom = lines
            .iter()
            .map(|line| line.frame.bottom)
            .fold(f32::MIN, f32::max);
        let cells = spans.iter().enumerate().map(|(column, span)| {
            let pieces = lines.iter().flat_map(|line| &line.pieces);
            let own = pieces
                .filter(|piece| self.column_of(piece) == column)
                .cloned();
            let area = Rect {
                top,
                bottom,
                ..*span
            };
            let mut cell = cell(area, own.collect(), Vec::new(), contents);
            cell.column = column as u32;
            cell
        });
        Row {
            page: Some(contents.page),
            cells: cells.collect(),
            ..Row::default()
        }
    }

    /// The indices of the lines with which rows begin.
    fn row_starts(&self, rules: &[Rule], pitch: f32) -> Vec<usize> {
        let ruled: Vec<usize> = (1..self.lines.len())
            .filter(|at| is_ruled_off(self.lines, *at, rules))
            .collect();
        let apart = |at: &usize| {
            let (above, below) = (&self.lines[at - 1], &self.lines[*at]);
            below.baseline - above.baseline > pitch * above.size.max(below.size) * ROW_GAP
        };
        if ruled.len() >= 2 {
            return [0].into_iter().chain(ruled).collect();
        }
        let bands = (1..self.lines.len()).filter(|at| ruled.contains(at) || apart(at));
        let bands: Vec<usize> = [0].into_iter().chain(bands).collect();
        let ends = bands.iter().skip(1).copied().chain([self.lines.len()]);
        bands
            .iter()
            .zip(ends)
            .flat_map(|(start, end)| self.band_starts(*start, end))
            .collect()
    }

    /// In lines without wider distances: the lines where the shortest column has text, if it
    /// has more than one and begins with the first line.
    fn band_starts(&self, start: usize, end: usize) -> Vec<usize> {
        let texts = |column: usize| -> Vec<usize> {
            let has = |at: &usize| {
                self.lines[*at]
                    .pieces
                    .iter()
                    .any(|piece| self.column_of(piece) == column)
            };
            (start..end).filter(has).collect()
        };
        let columns = (0..=self.gutters.len())
            .map(texts)
            .filter(|lines| !lines.is_empty());
        match columns.min_by_key(Vec::len) {
            Some(shortest) if shortest.first() == Some(&start) => shortest,
            _ => vec![start],
        }
    }
}
