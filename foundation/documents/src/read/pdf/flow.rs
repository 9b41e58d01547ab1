//! A page's ink → its blocks in reading order.

use super::geometry::Rect;
use super::grid::grids;
use super::gutters::{Part, parts};
use super::habits::Habits;
use super::lines::{Line, lines};
use super::page::{Field, FieldContent, Page};
use super::paragraphs::{Setting, paragraphs};
use super::pieces::{Piece, typed};
use super::rules::{Drawing, Rule, drawing};
use super::tables::{Contents, PageTable, tables};
use document_model::{Control, Paragraph};

/// A block of a page.
pub(super) enum PageBlock {
    Text(TextBlock),
    Table(PageTable),
}

/// A paragraph and what tells headings and running heads.
pub(super) struct TextBlock {
    pub paragraph: Paragraph,
    pub size: f32,
    pub area: Rect,
    /// How tall the page is.
    pub page_height: f32,
}

/// The page's blocks from the top.
pub(super) fn blocks(page: &Page, pieces: Vec<Piece>, habits: Habits) -> Vec<PageBlock> {
    let drawing = drawing(page);
    let mut contents = Contents {
        pieces,
        fields: page.fields.clone(),
        fills: &drawing.fills,
        page: page.number,
        habits,
    };
    let grids = grids(&drawing.horizontal, &drawing.vertical);
    let tables = tables(grids, &mut contents);
    let fields = std::mem::take(&mut contents.fields);
    for field in fields {
        contents.pieces.extend(loose(field));
    }
    let mut free = lines(std::mem::take(&mut contents.pieces));
    for piece in free.iter_mut().flat_map(|line| &mut line.pieces) {
        piece.highlight = drawing.fills.at(piece.area.center());
    }
    let rules = row_rules(&drawing);
    let mut found = Vec::new();
    for table in tables {
        let before = free
            .iter()
            .take_while(|line| is_before(line, &table.area))
            .count();
        let after = free.split_off(before);
        found.extend(text(
            std::mem::replace(&mut free, after),
            &rules,
            &contents,
            page,
        ));
        found.push(PageBlock::Table(table));
    }
    found.extend(text(free, &rules, &contents, page));
    found
}

/// Turned text comes last on a page.
fn is_before(line: &Line, table: &Rect) -> bool {
    line.pieces
        .first()
        .is_some_and(|piece| piece.direction == Default::default() && piece.anchor.1 < table.top)
}

/// A field outside tables as text.
fn loose(field: Field) -> Option<Piece> {
    let text = match field.content {
        FieldContent::Text(text) => text.replace(['\r', '\n'], " "),
        FieldContent::Control(Control::Choice { selected, .. }) => selected?,
        FieldContent::Control(Control::CheckBox { checked, .. }) => {
            if checked {
                "☒".to_string()
            } else {
                "☐".to_string()
            }
        }
    };
    (!text.trim().is_empty()).then(|| typed(text.trim(), field.area))
}

fn row_rules(drawing: &Drawing) -> Vec<Rule> {
    let bands = drawing.fills.edges();
    drawing.horizontal.iter().copied().chain(bands).collect()
}

fn text(lines: Vec<Line>, rules: &[Rule], contents: &Contents, page: &Page) -> Vec<PageBlock> {
    let mut found = Vec::new();
    for part in parts(lines, rules, contents) {
        match part {
            Part::Table(table) => found.push(PageBlock::Table(table)),
            Part::Text(lines) => found.extend(running(&lines, contents, page)),
        }
    }
    found
}

/// Running text: where it ends at the right, its own longest line tells.
fn running(lines: &[Line], contents: &Contents, page: &Page) -> Vec<PageBlock> {
    let mut found = Vec::new();
    for group in groups(lines) {
        let left = group
            .iter()
            .map(|line| line.frame.left)
            .fold(f32::MAX, f32::min);
        let longest = group
            .iter()
            .map(|line| line.frame.right)
            .fold(f32::MIN, f32::max);
        // A few short lines tell nothing about how wide their column is.
        let right = if group.len() < 4 {
            longest.max(page.width * 0.8)
        } else {
            longest
        };
        let setting = Setting {
            left,
            right,
            habits: contents.habits,
        };
        let size = group.first().map_or(0.0, |line| line.size);
        let areas = group
            .iter()
            .flat_map(|line| &line.pieces)
            .map(|piece| piece.area);
        let area = areas.reduce(|all, one| all.union(&one)).unwrap_or_default();
        found.extend(
            paragraphs(group, setting, page.number)
                .into_iter()
                .map(|paragraph| {
                    PageBlock::Text(TextBlock {
                        paragraph,
                        size,
                        area,
                        page_height: page.height,
                    })
                }),
        );
    }
    found
}

/// Stretches of lines of one size.
fn groups(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    lines.chunk_by(|above, below| {
        (above.size - below.size).abs() < above.size * 0.08
            && below.baseline - above.baseline < above.size * 3.0
            && above.pieces[0].direction == below.pieces[0].direction
    })
}
