//! The blocks of all pages → one document.

use super::flow::{PageBlock, TextBlock};
use super::tables::PageTable;
use document_model::{Block, Paragraph, ParagraphKind, Row, Table};
use std::collections::HashMap;

/// Column edges of a table that goes on may differ by this much.
const SAME_EDGE: f32 = 4.0;
/// Running heads and page numbers stand in this part of a page, at the top and at the bottom.
const MARGIN: f32 = 0.12;

/// Joins tables over page breaks, numbers tables and rows, tells headings.
pub(super) fn assemble(pages: Vec<Vec<PageBlock>>, usual_size: f32) -> Vec<Block> {
    let headings = HeadingSizes::of(&pages, usual_size);
    let running = running_heads(&pages);
    let mut document = Assembly {
        headings,
        running,
        ..Assembly::default()
    };
    for page in pages {
        document.add_page(page);
    }
    document.finish()
}

#[derive(Default)]
struct Assembly {
    headings: HeadingSizes,
    running: HashMap<String, usize>,
    blocks: Vec<Block>,
    /// The table that the page before ended with, and its place among the blocks.
    open: Option<(usize, Vec<f32>)>,
}

impl Assembly {
    fn add_page(&mut self, page: Vec<PageBlock>) {
        let mut before_table = self.open.take();
        let mut last = None;
        let mut only_heads = true;
        for block in page {
            match block {
                PageBlock::Text(text) => {
                    let head = self.is_running_head(&text);
                    only_heads &= head;
                    if !head {
                        last = None;
                    }
                    let paragraph = self.headings.paragraph(text);
                    self.blocks.push(Block::Paragraph(paragraph));
                }
                PageBlock::Table(table) => {
                    let known = before_table.take();
                    last = Some(self.add_table(table, known, only_heads));
                }
            }
        }
        self.open = last;
    }

    fn add_table(
        &mut self,
        table: PageTable,
        before: Option<(usize, Vec<f32>)>,
        only_heads: bool,
    ) -> (usize, Vec<f32>) {
        let known = before.filter(|(_, xs)| same_edges(xs, &table.xs));
        if let Some((at, xs)) = known
            && let Some(Block::Table(above)) = self.blocks.get_mut(at)
            && (only_heads || goes_on(above, &table))
        {
            let mut rows = table.rows;
            mark_repeated_headings(&mut above.rows, &mut rows);
            above.rows.append(&mut rows);
            return (at, xs);
        }
        self.blocks.push(Block::Table(Table {
            rows: table.rows,
            ..Table::default()
        }));
        (self.blocks.len() - 1, table.xs)
    }

    fn is_running_head(&self, text: &TextBlock) -> bool {
        in_margin(text) && {
            let text = text.paragraph.text();
            let page_number = text.chars().filter(|letter| letter.is_alphabetic()).count() <= 6
                && text.chars().any(|letter| letter.is_ascii_digit());
            page_number
                || self
                    .running
                    .get(&masked(&text))
                    .is_some_and(|pages| *pages > 1)
        }
    }

    fn finish(self) -> Vec<Block> {
        let mut blocks = self.blocks;
        let mut number = 0;
        for block in &mut blocks {
            if let Block::Table(table) = block {
                number_table(table, &mut number);
            }
        }
        blocks
    }
}

fn number_table(table: &mut Table, number: &mut u32) {
    *number += 1;
    table.number = *number;
    for (index, row) in table.rows.iter_mut().enumerate() {
        row.number = index as u32 + 1;
    }
    let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
    for inner in cells.flat_map(|cell| &mut cell.tables) {
        number_table(inner, number);
    }
}

fn same_edges(above: &[f32], below: &[f32]) -> bool {
    above.len() == below.len()
        && above
            .iter()
            .zip(below)
            .all(|(a, b)| (a - b).abs() <= SAME_EDGE)
}

/// Whether a table at the top of a page shows that it goes on, although text stands above it:
/// it begins with the rest of a row or repeats the heading.
fn goes_on(above: &Table, below: &PageTable) -> bool {
    let (Some(heading), Some(first)) = (above.rows.first(), below.rows.first()) else {
        return false;
    };
    let rest = first
        .cells
        .first()
        .is_some_and(|cell| cell.is_blank() && cell.fill.is_none());
    rest && first.cells.iter().any(|cell| !cell.is_blank()) || is_repeated(heading, first)
}

fn is_repeated(heading: &Row, row: &Row) -> bool {
    let text = |row: &Row| row.cells.iter().map(|cell| cell.text()).collect::<Vec<_>>();
    let heading = text(heading);
    heading == text(row)
        && heading
            .iter()
            .filter(|text| !text.trim().is_empty())
            .count()
            > 1
}

/// A table's first rows that stand again at the top of the next page are its heading.
fn mark_repeated_headings(above: &mut [Row], below: &mut [Row]) {
    for (heading, row) in above.iter_mut().zip(below) {
        if !is_repeated(heading, row) {
            break;
        }
        heading.header = true;
        row.header = true;
    }
}

fn in_margin(text: &TextBlock) -> bool {
    let (_, y) = text.area.center();
    let depth = text.page_height * MARGIN;
    y < depth || y > text.page_height - depth
}

/// Texts in page margins, numbers masked, with the number of pages they stand on.
fn running_heads(pages: &[Vec<PageBlock>]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for page in pages {
        let texts = page.iter().filter_map(|block| match block {
            PageBlock::Text(text) if in_margin(text) => Some(masked(&text.paragraph.text())),
            _ => None,
        });
        let once: std::collections::HashSet<String> = texts.collect();
        for text in once {
            *counts.entry(text).or_default() += 1;
        }
    }
    counts
}

fn masked(text: &str) -> String {
    let mask = |letter: char| if letter.is_ascii_digit() { '#' } else { letter };
    text.trim().chars().map(mask).collect()
}

/// The sizes of headings, from the largest, in tenths of a point.
#[derive(Default)]
struct HeadingSizes {
    sizes: Vec<u32>,
}

impl HeadingSizes {
    /// Headings are the sizes outside tables that are clearly above that of most text.
    fn of(pages: &[Vec<PageBlock>], usual_size: f32) -> Self {
        let texts = pages.iter().flatten().filter_map(|block| match block {
            PageBlock::Text(text) => Some(tenths(text.size)),
            PageBlock::Table(_) => None,
        });
        let least = tenths(usual_size) * 115 / 100;
        let mut sizes: Vec<u32> = texts.filter(|size| *size >= least).collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes.dedup();
        Self { sizes }
    }

    fn paragraph(&self, text: TextBlock) -> Paragraph {
        let mut paragraph = text.paragraph;
        let level = self
            .sizes
            .iter()
            .position(|size| *size == tenths(text.size));
        let short = paragraph.text().chars().count() < 200;
        if let (Some(level), true, ParagraphKind::Body) = (level, short, paragraph.kind) {
            paragraph.kind = ParagraphKind::Heading((level + 1).min(9) as u8);
        }
        paragraph
    }
}

fn tenths(size: f32) -> u32 {
    (size * 2.0).round() as u32 * 5
}
