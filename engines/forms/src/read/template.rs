//! A blank form becomes a template.

use crate::read::columns;
use crate::read::headings::{self, Heading};
use crate::read::parts::{Grid, Part, cell_at, filled, parts};
use crate::read::rows::split_number;
use crate::read::said::{problem, quote};
use crate::{FocusArea, Level, Obligation, Problem, Source, Template, TemplateRecommendation};
use document_model::{Block, Cell, Document, Paragraph, ParagraphKind, Row};
use linking::{Lexicon, repair_hyphenation, words};

/// Reads a blank form: its focus areas, and under each its recommendations with the obligation of
/// the heading that they stand under.
///
/// # Errors
///
/// The problems of a file that holds no recommendations, or some under no heading that says skal
/// or kan: the obligation is never taken from a recommendation's own words.
pub fn read_template(document: &Document) -> Result<Template, Vec<Problem>> {
    let parts = parts(document);
    let mut by_tables = Builder::new(document);
    by_tables.tables(&parts);
    if by_tables.template.recommendations.is_empty() && by_tables.problems.is_empty() {
        let mut by_prose = Builder::new(document);
        by_prose.prose(&parts);
        return by_prose.finish();
    }
    by_tables.finish()
}

struct Builder {
    template: Template,
    problems: Vec<Problem>,
    lexicon: Lexicon,
    area: Option<usize>,
    obligation: Option<Obligation>,
    /// The level of the heading that said it; 0 where it stood in a table or in running text.
    obligation_level: u8,
    years: Option<(i32, i32)>,
    title_years: Option<(i32, i32)>,
}

impl Builder {
    fn new(document: &Document) -> Self {
        let texts: Vec<String> = texts(document);
        let lexicon = Lexicon::of(texts.iter().map(String::as_str));
        Self {
            template: Template::default(),
            problems: Vec::new(),
            lexicon,
            area: None,
            obligation: None,
            obligation_level: 0,
            years: None,
            title_years: None,
        }
    }

    fn finish(mut self) -> Result<Template, Vec<Problem>> {
        if self.template.recommendations.is_empty() && self.problems.is_empty() {
            self.problems.push(problem(
                Level::Error,
                "problem-template-empty",
                None,
                &Source::default(),
            ));
        }
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        self.template.years = self.years.or(self.title_years);
        drop_unused_areas(&mut self.template);
        Ok(self.template)
    }

    fn clean(&self, text: &str) -> String {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        repair_hyphenation(&line, &self.lexicon)
    }

    fn enter_area(&mut self, title: &str) {
        let title = self
            .clean(split_number(title).1)
            .trim_end_matches(':')
            .trim()
            .to_owned();
        let known = self
            .template
            .areas
            .iter()
            .position(|area| linking::fold(&area.title) == linking::fold(&title));
        let index = known.unwrap_or_else(|| {
            self.template.areas.push(FocusArea { title });
            self.template.areas.len() - 1
        });
        if self.area != Some(index) {
            self.obligation = None;
        }
        self.area = Some(index);
    }

    fn enter_obligation(&mut self, text: &str) -> bool {
        let Some(obligation) = headings::obligation(text) else {
            return false;
        };
        (self.obligation, self.obligation_level) = (Some(obligation), 0);
        let start: String = text.chars().take(120).collect();
        if let Some((first, last)) = headings::years(&start) {
            let (from, to) = self.years.unwrap_or((first, last));
            self.years = Some((from.min(first), to.max(last)));
        }
        true
    }

    fn add(&mut self, text: &str, source: &Source) {
        let text = self.clean(split_number(text).1);
        let Some(obligation) = self.obligation else {
            let mut found = problem(Level::Error, "problem-template-no-obligation", None, source);
            found.message = found.message.with("text", quote(&text));
            self.problems.push(found);
            return;
        };
        if self.area.is_none() {
            self.template.areas.push(FocusArea {
                title: self.template.title.clone(),
            });
            self.area = Some(self.template.areas.len() - 1);
        }
        let number = u32::try_from(self.template.recommendations.len()).unwrap_or(u32::MAX - 1) + 1;
        let area = self.area.unwrap_or(0);
        self.template.recommendations.push(TemplateRecommendation {
            number,
            area,
            obligation,
            text,
        });
    }

    fn tables(&mut self, parts: &[Part]) {
        for part in parts {
            match part {
                Part::Paragraph(paragraph, _) => self.paragraph_above(paragraph),
                Part::Grid(grid) => {
                    if let Some(layout) = Layout::of(grid) {
                        self.table(grid, &layout);
                    } else {
                        self.frame(grid);
                    }
                }
            }
        }
    }

    /// The first heading is the form's title; a later one is the area of the tables below it, or
    /// says their obligation. An area inside an obligation's part of the form keeps that one.
    fn paragraph_above(&mut self, paragraph: &Paragraph) {
        let text = paragraph.text();
        if text.trim().is_empty() {
            return;
        }
        if headings::obligation(&text).is_some() {
            self.enter_obligation(&text);
            self.obligation_level = level(paragraph);
            return;
        }
        let heading = matches!(paragraph.kind, ParagraphKind::Heading(_))
            || is_emphasised(paragraph) && text.len() < 100;
        if is_title(&text) || heading && self.template.title.is_empty() {
            self.template.title = self.clean(text.trim_matches(['#', '*', ' ']));
            self.title_years = headings::years(&text);
        } else if heading {
            let inside = level(paragraph) > self.obligation_level;
            let kept = self
                .obligation
                .filter(|_| inside && self.obligation_level > 0);
            self.enter_area(&text);
            self.obligation = self.obligation.or(kept);
        }
    }

    /// A table of one cell around a heading.
    fn frame(&mut self, grid: &Grid) {
        for row in &grid.table.rows {
            let cells: Vec<&Cell> = filled(row).collect();
            if let [cell] = cells[..] {
                let text = cell.text();
                if is_title(&text) && self.template.title.is_empty() {
                    self.template.title = self.clean(text.trim_matches(['#', '*', ' ']));
                    self.title_years = headings::years(&text);
                } else {
                    self.enter_obligation(&text);
                }
            }
        }
    }

    fn table(&mut self, grid: &Grid, layout: &Layout) {
        if let Some(sheet) = grid
            .table
            .sheet
            .as_ref()
            .filter(|_| layout.area.is_none() && !layout.titles_in_headings)
            && !is_default_sheet(sheet)
        {
            self.enter_area(sheet);
        }
        for (index, row) in grid.table.rows.iter().enumerate() {
            if layout.heading_rows.contains(&index) {
                self.heading_row(row);
            } else {
                self.row(grid, row, layout);
            }
        }
    }

    fn heading_row(&mut self, row: &Row) {
        for cell in filled(row) {
            let text = cell.text();
            if headings::heading(&text).is_none()
                && !self.enter_obligation(&text)
                && text.len() < 120
            {
                self.enter_area(&text);
            }
        }
    }

    fn row(&mut self, grid: &Grid, row: &Row, layout: &Layout) {
        if let Some(cell) = layout
            .area
            .and_then(|column| cell_at(row, column))
            .filter(|cell| !cell.is_blank() && Some(cell.column) != layout.text)
        {
            let text = cell.text();
            if !self.enter_obligation(&text) {
                self.enter_area(&text);
            }
        }
        if let Some(cell) = layout
            .obligation
            .and_then(|column| cell_at(row, column))
            .filter(|cell| !cell.is_blank())
        {
            self.enter_obligation(&cell.text());
        }
        let Some(cell) = layout
            .text
            .and_then(|column| cell_at(row, column))
            .filter(|cell| !cell.is_blank() && !cell.continues_above)
        else {
            return;
        };
        let text = cell.text();
        if self.enter_obligation(&text) || is_note(&text) {
            return;
        }
        if layout.is_area_row(row, cell) {
            return self.enter_area(&text);
        }
        if is_cut_off(&text) && !self.template.recommendations.is_empty() {
            return self.continue_last(&text);
        }
        self.add(&text, &grid.source(row));
    }

    /// A recommendation whose text goes on after a page break.
    fn continue_last(&mut self, text: &str) {
        let joined = self
            .template
            .recommendations
            .last()
            .map(|last| format!("{} {}", last.text, text));
        if let Some(joined) = joined.map(|joined| self.clean(&joined))
            && let Some(last) = self.template.recommendations.last_mut()
        {
            last.text = joined;
        }
    }

    /// Headings, "Det anbefales …", and lists.
    fn prose(&mut self, parts: &[Part]) {
        for part in parts {
            let Part::Paragraph(paragraph, number) = part else {
                continue;
            };
            let text = paragraph.text();
            let item = text
                .trim()
                .strip_prefix(['•', '-', '–', '*'])
                .map(str::trim);
            if text.trim().is_empty() {
                continue;
            }
            if self.template.title.is_empty()
                && (is_title(&text) || matches!(paragraph.kind, ParagraphKind::Heading(_)))
            {
                self.template.title = self.clean(text.trim_matches(['#', '*', ' ']));
                self.title_years = headings::years(&text);
            } else if self.enter_obligation(&text) {
            } else if paragraph.kind == ParagraphKind::ListItem || item.is_some() {
                if self.obligation.is_some() {
                    let source = Source {
                        page: paragraph.page,
                        row: Some(*number),
                        ..Source::default()
                    };
                    self.add(item.unwrap_or(&text), &source);
                }
            } else if matches!(paragraph.kind, ParagraphKind::Heading(_))
                || is_emphasised(paragraph) && text.len() < 100
            {
                self.enter_area(&text);
            } else {
                self.obligation = None;
            }
        }
    }
}

/// Which columns of a blank form hold what.
struct Layout {
    text: Option<u32>,
    area: Option<u32>,
    obligation: Option<u32>,
    heading_rows: Vec<usize>,
    titles_in_headings: bool,
    width: u32,
}

impl Layout {
    /// Nothing where a table has no heading for status or remarks: then it is no form.
    fn of(grid: &Grid) -> Option<Self> {
        let rows = &grid.table.rows;
        let headed = columns::heading_rows(rows);
        let heading_rows: Vec<usize> = (0..rows.len())
            .filter(|index| headed.contains(index) || is_mark_row(&rows[*index]))
            .collect();
        let mut layout = Self {
            text: None,
            area: None,
            obligation: None,
            titles_in_headings: false,
            heading_rows,
            width: grid.width(),
        };
        let continued = layout.heading_rows.is_empty();
        if continued {
            // A table that only goes on after a page break has skal- or kan-headings at least.
            rows.iter()
                .flat_map(filled)
                .find(|cell| headings::obligation(&cell.text()).is_some())?;
        }
        for row in layout
            .heading_rows
            .iter()
            .filter_map(|index| rows.get(*index))
        {
            for cell in filled(row) {
                match headings::heading(&cell.text()) {
                    Some(Heading::Text) => layout.text = layout.text.or(Some(cell.column)),
                    Some(Heading::Area) => layout.area = layout.area.or(Some(cell.column)),
                    Some(Heading::Obligation) => {
                        layout.obligation = layout.obligation.or(Some(cell.column))
                    }
                    None if cell.text().len() < 120 => layout.titles_in_headings = true,
                    _ => {}
                }
            }
        }
        layout.text = layout.text.or_else(|| layout.longest(grid));
        layout.text.is_some().then_some(layout)
    }

    /// The column with the most text in the rows below the headings.
    fn longest(&self, grid: &Grid) -> Option<u32> {
        let rows = grid
            .table
            .rows
            .iter()
            .enumerate()
            .filter(|(index, _)| !self.heading_rows.contains(index));
        let cells: Vec<&Cell> = rows.flat_map(|(_, row)| &row.cells).collect();
        let length = |column: u32| {
            cells
                .iter()
                .filter(|cell| cell.column == column)
                .map(|cell| cell.text().len())
                .sum::<usize>()
        };
        let lengths = (0..self.width)
            .filter(|column| Some(*column) != self.area && Some(*column) != self.obligation)
            .map(|column| (column, length(column)));
        lengths
            .filter(|(_, length)| *length > 0)
            .max_by_key(|(column, length)| (*length, std::cmp::Reverse(*column)))
            .map(|(column, _)| column)
    }

    /// A row that only names an area: it spans the table, or is emphasised and short.
    fn is_area_row(&self, row: &Row, cell: &Cell) -> bool {
        let text = cell.text();
        let alone = filled(row).count() == 1;
        let spans = self.width > 1 && cell.column_span.max(1) >= self.width;
        let short = text.len() < 100 && !text.trim_end().ends_with('.') && words(&text).len() <= 10;
        let emphasised = cell
            .paragraphs
            .iter()
            .filter(|paragraph| !paragraph.text().trim().is_empty())
            .all(is_emphasised);
        alone && short && (spans || emphasised || row.header)
    }
}

/// "Grøn | Gul | Rød" as headings of three columns: short cells only, two of them colours.
fn is_mark_row(row: &Row) -> bool {
    let colours = ["grøn", "gul", "rød", "green", "yellow", "red"];
    let mut named: Vec<String> = filled(row)
        .map(|cell| linking::fold(&cell.text()))
        .collect();
    if named.iter().any(|text| text.len() > 40) {
        return false;
    }
    named.retain(|text| colours.contains(&text.as_str()));
    named.sort_unstable();
    named.dedup();
    named.len() >= 2
}

/// The level of a heading, from 1; 0 for other paragraphs.
fn level(paragraph: &Paragraph) -> u8 {
    match paragraph.kind {
        ParagraphKind::Heading(level) => level,
        _ => 0,
    }
}

fn is_emphasised(paragraph: &Paragraph) -> bool {
    let mut runs = paragraph
        .runs
        .iter()
        .filter(|run| !run.text.trim().is_empty())
        .peekable();
    runs.peek().is_some() && runs.all(|run| run.bold)
}

/// The lower-case rest of a sentence.
fn is_cut_off(text: &str) -> bool {
    text.trim_start()
        .starts_with(|first: char| first.is_lowercase() || first == '(')
}

/// Explanations that stand among the recommendations.
fn is_note(text: &str) -> bool {
    let folded = linking::fold(text);
    let explains = [
        "det anbefales",
        "grøn =",
        "gul =",
        "rød =",
        "grøn:",
        "gul:",
        "rød:",
        "forklaring",
        "vejledning",
        "note:",
    ];
    explains.iter().any(|start| folded.starts_with(start))
        || headings::is_colour_list(text)
        || words(text).is_empty()
}

fn is_title(text: &str) -> bool {
    let words = words(text);
    let named = words.iter().any(|word| {
        word.starts_with("fremdriftsskema")
            || word.starts_with("statusskema")
            || word.starts_with("opfølgningsskema")
    });
    named && words.len() <= 30
}

fn is_default_sheet(name: &str) -> bool {
    let folded = linking::fold(name);
    ["ark", "sheet", "skema", "tabel", "table", "form"]
        .iter()
        .any(|start| {
            folded
                .trim_end_matches(|letter: char| letter.is_ascii_digit())
                .trim()
                == *start
        })
}

fn drop_unused_areas(template: &mut Template) {
    let used: Vec<bool> = (0..template.areas.len())
        .map(|area| {
            template
                .recommendations
                .iter()
                .any(|recommendation| recommendation.area == area)
        })
        .collect();
    let place = |area: usize| used[..area].iter().filter(|used| **used).count();
    for recommendation in &mut template.recommendations {
        recommendation.area = place(recommendation.area);
    }
    let mut index = 0;
    template.areas.retain(|_| {
        index += 1;
        used[index - 1]
    });
}

fn texts(document: &Document) -> Vec<String> {
    let mut texts = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => texts.push(paragraph.text()),
            Block::Table(table) => {
                texts.extend(table.rows.iter().flat_map(|row| &row.cells).map(Cell::text))
            }
        }
    }
    texts
}
