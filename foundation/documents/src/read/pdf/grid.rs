//! Rules → grids of cells.
//!
//! Rules that touch form a grid. Its columns and rows are the places of its rules; where a rule
//! is missing between two neighbours, they are one cell. Sides that are not drawn (open tables,
//! a row cut by the end of the page) are where the crossing rules end.

use super::geometry::Rect;
use super::rules::Rule;

/// Rules touch if they come as near as this.
const TOUCH: f32 = 2.0;
/// Columns and rows are wider than this.
const MIN_STEP: f32 = 4.5;
/// How much of a cell's side must be drawn.
const DRAWN: f32 = 0.6;
const MAX_CELLS: usize = 20_000;

/// A table as drawn.
#[derive(Debug)]
pub(super) struct Grid {
    /// The places of the columns' edges, from the left.
    pub xs: Vec<f32>,
    /// The places of the rows' edges, from the top.
    pub ys: Vec<f32>,
    pub regions: Vec<Region>,
}

/// A cell of a grid; ends are exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    pub first_row: usize,
    pub end_row: usize,
    pub first_column: usize,
    pub end_column: usize,
}

impl Grid {
    pub fn area(&self) -> Rect {
        let edge = |edges: &[f32], at: Option<usize>| {
            at.and_then(|at| edges.get(at)).copied().unwrap_or(0.0)
        };
        Rect {
            left: edge(&self.xs, Some(0)),
            top: edge(&self.ys, Some(0)),
            right: edge(&self.xs, self.xs.len().checked_sub(1)),
            bottom: edge(&self.ys, self.ys.len().checked_sub(1)),
        }
    }

    pub fn region_area(&self, region: &Region) -> Rect {
        Rect {
            left: self.xs[region.first_column],
            right: self.xs[region.end_column],
            top: self.ys[region.first_row],
            bottom: self.ys[region.end_row],
        }
    }
}

/// The grids that a page's rules draw, those with at least two cells.
pub(super) fn grids(horizontal: &[Rule], vertical: &[Rule]) -> Vec<Grid> {
    components(horizontal, vertical)
        .into_iter()
        .filter_map(|(horizontal, vertical)| grid(&horizontal, &vertical))
        .filter(|grid| grid.regions.len() >= 2)
        .collect()
}

/// Groups of rules that touch, directly or through others.
fn components(horizontal: &[Rule], vertical: &[Rule]) -> Vec<(Vec<Rule>, Vec<Rule>)> {
    let mut groups = Groups::new(horizontal.len() + vertical.len());
    for (h, across) in horizontal.iter().enumerate() {
        for (v, down) in vertical.iter().enumerate() {
            if touch(across, down) {
                groups.join(h, horizontal.len() + v);
            }
        }
    }
    let mut found: Vec<(usize, Vec<Rule>, Vec<Rule>)> = Vec::new();
    for index in 0..horizontal.len() + vertical.len() {
        let root = groups.root(index);
        let at = found
            .iter()
            .position(|(known, ..)| *known == root)
            .unwrap_or_else(|| {
                found.push((root, Vec::new(), Vec::new()));
                found.len() - 1
            });
        match index.checked_sub(horizontal.len()) {
            Some(v) => found[at].2.push(vertical[v]),
            None => found[at].1.push(horizontal[index]),
        }
    }
    let crossing = found.into_iter().map(|(_, across, down)| (across, down));
    crossing
        .filter(|(across, down)| !across.is_empty() && !down.is_empty())
        .collect()
}

fn touch(across: &Rule, down: &Rule) -> bool {
    down.at >= across.from - TOUCH
        && down.at <= across.to + TOUCH
        && across.at >= down.from - TOUCH
        && across.at <= down.to + TOUCH
}

fn grid(horizontal: &[Rule], vertical: &[Rule]) -> Option<Grid> {
    let xs = edges(vertical, horizontal, &[]);
    let ys = edges(horizontal, vertical, &xs);
    let xs = edges(vertical, horizontal, &ys);
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    if columns == 0 || rows == 0 || columns * rows > MAX_CELLS {
        return None;
    }
    let across = drawn(horizontal, &ys, &xs);
    let down = drawn(vertical, &xs, &ys);
    let mut groups = Groups::new(columns * rows);
    for row in 0..rows {
        for column in 0..columns {
            let cell = row * columns + column;
            if row + 1 < rows && !across[(row + 1) * columns + column] {
                groups.join(cell, cell + columns);
            }
            if column + 1 < columns && !down[(column + 1) * rows + row] {
                groups.join(cell, cell + 1);
            }
        }
    }
    let regions = regions(&mut groups, rows, columns);
    Some(Grid { xs, ys, regions })
}

/// The places of these rules, and where the crossing rules end beyond them. A rule that spans
/// no whole step between two crossing edges (an underline, a bar in a cell) carries no edge.
fn edges(rules: &[Rule], crossing: &[Rule], steps: &[f32]) -> Vec<f32> {
    let spans = |rule: &Rule| {
        steps.is_empty()
            || steps
                .windows(2)
                .any(|step| rule.from <= step[0] + MIN_STEP && rule.to >= step[1] - MIN_STEP)
    };
    let mut places: Vec<f32> = rules
        .iter()
        .filter(|rule| spans(rule))
        .map(|rule| rule.at)
        .collect();
    let first = crossing
        .iter()
        .map(|rule| rule.from)
        .fold(f32::MAX, f32::min);
    let last = crossing.iter().map(|rule| rule.to).fold(f32::MIN, f32::max);
    if places.iter().all(|place| *place > first + MIN_STEP) {
        places.push(first);
    }
    if places.iter().all(|place| *place < last - MIN_STEP) {
        places.push(last);
    }
    places.sort_by(f32::total_cmp);
    distinct(&places)
}

/// Places nearer than a step are one, at their mean.
fn distinct(places: &[f32]) -> Vec<f32> {
    let mut clusters: Vec<(f32, f32)> = Vec::new();
    for place in places {
        match clusters.last_mut() {
            Some((sum, count)) if place - *sum / *count < MIN_STEP => {
                *sum += place;
                *count += 1.0;
            }
            _ => clusters.push((*place, 1.0)),
        }
    }
    clusters
        .into_iter()
        .map(|(sum, count)| sum / count)
        .collect()
}

/// For each edge and each step along it, whether a rule is drawn there.
fn drawn(rules: &[Rule], edges: &[f32], steps: &[f32]) -> Vec<bool> {
    let count = steps.len() - 1;
    let mut drawn = vec![false; edges.len() * count];
    for rule in rules {
        let Some(edge) = nearest(edges, rule.at) else {
            continue;
        };
        for step in 0..count {
            let (from, to) = (steps[step], steps[step + 1]);
            let covered = rule.to.min(to) - rule.from.max(from);
            if covered > (to - from) * DRAWN {
                drawn[edge * count + step] = true;
            }
        }
    }
    drawn
}

fn nearest(edges: &[f32], at: f32) -> Option<usize> {
    let distance = |edge: &f32| (edge - at).abs();
    let (index, edge) = edges
        .iter()
        .enumerate()
        .min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)))?;
    (distance(edge) <= MIN_STEP).then_some(index)
}

/// Joined cells as boxes; a group that is no box falls apart into its rows' stretches.
fn regions(groups: &mut Groups, rows: usize, columns: usize) -> Vec<Region> {
    let roots: Vec<usize> = (0..rows * columns).map(|cell| groups.root(cell)).collect();
    let mut boxes: Vec<Option<(Region, usize)>> = vec![None; rows * columns];
    for (cell, root) in roots.iter().enumerate() {
        let (row, column) = (cell / columns, cell % columns);
        let grown = boxes[*root].map_or((single(row, column), 1), |(region, count)| {
            (region.with(row, column), count + 1)
        });
        boxes[*root] = Some(grown);
    }
    let mut regions = Vec::new();
    for (root, grown) in boxes.into_iter().enumerate() {
        match grown {
            Some((region, count)) if region.cells() == count => regions.push(region),
            Some((hull, _)) => stretches(&roots, root, &hull, columns, &mut regions),
            None => {}
        }
    }
    regions.sort_by_key(|region| (region.first_row, region.first_column));
    regions
}

fn single(row: usize, column: usize) -> Region {
    Region {
        first_row: row,
        end_row: row + 1,
        first_column: column,
        end_column: column + 1,
    }
}

fn stretches(
    roots: &[usize],
    root: usize,
    hull: &Region,
    columns: usize,
    regions: &mut Vec<Region>,
) {
    let mut open: Option<Region> = None;
    for row in hull.first_row..hull.end_row {
        for column in hull.first_column..hull.end_column {
            if roots[row * columns + column] != root {
                continue;
            }
            match &mut open {
                Some(stretch) if stretch.first_row == row && stretch.end_column == column => {
                    stretch.end_column += 1;
                }
                _ => regions.extend(open.replace(single(row, column))),
            }
        }
    }
    regions.extend(open);
}

impl Region {
    fn with(self, row: usize, column: usize) -> Self {
        Self {
            first_row: self.first_row.min(row),
            end_row: self.end_row.max(row + 1),
            first_column: self.first_column.min(column),
            end_column: self.end_column.max(column + 1),
        }
    }

    fn cells(&self) -> usize {
        (self.end_row - self.first_row) * (self.end_column - self.first_column)
    }
}

/// Disjoint sets.
struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    fn new(count: usize) -> Self {
        Self {
            parents: (0..count).collect(),
        }
    }

    fn root(&mut self, mut index: usize) -> usize {
        while self.parents[index] != index {
            self.parents[index] = self.parents[self.parents[index]];
            index = self.parents[index];
        }
        index
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b)] = a.min(b);
    }
}
