//! Records from a table whose columns are known.

use crate::read::columns::{self, Columns};
use crate::read::headings;
use crate::read::knowledge::{Knowledge, LEAST_SCORE};
use crate::read::parts::{Grid, cell_at, filled};
use crate::read::record::Record;
use crate::read::remarks;
use crate::read::signs::{self, Doubt, Sign, Signs};
use crate::read::tint;
use crate::{Obligation, RemarkParagraph, Status, StatusEvidence};
use document_model::{Cell, Row};

/// What the headings passed so far say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    pub area: Option<usize>,
    pub obligation: Option<Obligation>,
    /// The years that obligation headings and titles name.
    pub years: Option<(i32, i32)>,
    /// Whether hyphens at line ends are to be undone.
    pub repair: bool,
}

impl Context {
    /// Takes a heading in; whether it was one.
    pub(crate) fn take(&mut self, text: &str, knowledge: &Knowledge) -> bool {
        if let Some(obligation) = headings::obligation(text) {
            self.obligation = Some(obligation);
            self.note_years(text);
            return true;
        }
        match knowledge.area(text) {
            Some(area) => {
                if self.area != Some(area) {
                    self.obligation = None;
                }
                self.area = Some(area);
                true
            }
            None => false,
        }
    }

    pub(crate) fn note_years(&mut self, text: &str) {
        let start: String = text.chars().take(200).collect();
        if let Some((first, last)) = headings::years(&start) {
            let (from, to) = self.years.unwrap_or((first, last));
            self.years = Some((from.min(first), to.max(last)));
        }
    }
}

/// Walks the rows of a table and adds what they answer.
pub(crate) fn walk(
    grid: &Grid,
    columns: &Columns,
    knowledge: &Knowledge,
    context: &mut Context,
    records: &mut Vec<Record>,
) {
    let mut walker = Walker {
        grid,
        columns,
        knowledge,
        context,
        records,
        heading_fill: None,
    };
    for (index, row) in grid.table.rows.iter().enumerate() {
        if columns.heading_rows.contains(&index) {
            walker.heading_row(row);
        } else {
            walker.row(row);
        }
    }
}

struct Walker<'w, 'd> {
    grid: &'w Grid<'d>,
    columns: &'w Columns,
    knowledge: &'w Knowledge<'w>,
    context: &'w mut Context,
    records: &'w mut Vec<Record>,
    heading_fill: Option<document_model::Rgb>,
}

impl Walker<'_, '_> {
    fn heading_row(&mut self, row: &Row) {
        self.heading_fill = self
            .columns
            .status
            .and_then(|column| cell_at(row, column))
            .and_then(|cell| cell.fill);
        for cell in filled(row) {
            let text = cell.text();
            if headings::heading(&text).is_none() {
                self.context.take(&text, self.knowledge);
            }
        }
    }

    fn row(&mut self, row: &Row) {
        if is_rule(row) || self.is_heading(row) {
            return;
        }
        self.context_columns(row);
        let cell = self.columns.text.and_then(|column| cell_at(row, column));
        let text = cell
            .filter(|cell| !cell.continues_above)
            .map(Cell::text)
            .unwrap_or_default();
        let (number, text) = split_number(&text);
        let number = self.number(row).or(number);
        if text.trim().is_empty() {
            return self.row_without_text(row, number);
        }
        if self.continues_text(row, text)
            || self.is_legend(row, text)
            || self.continues_lines(row, text)
        {
            return;
        }
        let record = self.record(row, number, text);
        self.records.push(record);
        self.heading_below();
    }

    /// In pasted text a heading between two rows runs on in the row above it.
    fn heading_below(&mut self) {
        let last = self.records.last_mut().filter(|_| self.context.repair);
        if let Some(heading) = last.and_then(|last| trailing_heading(&mut last.remark)) {
            self.context.take(&heading, self.knowledge);
        }
    }

    /// A row in which only a heading stands.
    fn is_heading(&mut self, row: &Row) -> bool {
        let mut texts: Vec<String> = filled(row).map(Cell::text).collect();
        texts.dedup();
        let answered = self
            .columns
            .status
            .and_then(|column| cell_at(row, column))
            .is_some_and(|cell| self.columns.text != Some(cell.column) && !cell.is_blank());
        match &texts[..] {
            [] => !self.has_colour(row),
            [text] => self.context.take(text, self.knowledge),
            [first, ..] if !answered => {
                texts.len() == 2
                    && headings::obligation(first).is_some()
                    && self.context.take(first, self.knowledge)
            }
            _ => false,
        }
    }

    fn has_colour(&self, row: &Row) -> bool {
        let number = self.number(row).is_some();
        number
            && row.cells.iter().any(|cell| {
                cell.fill
                    .map(tint::of_fill)
                    .is_some_and(|tint| tint.status().is_some())
            })
    }

    fn context_columns(&mut self, row: &Row) {
        for column in [self.columns.area, self.columns.obligation]
            .into_iter()
            .flatten()
        {
            if let Some(cell) = cell_at(row, column).filter(|cell| !cell.is_blank()) {
                self.context.take(&cell.text(), self.knowledge);
            }
        }
    }

    fn number(&self, row: &Row) -> Option<u32> {
        let cell = cell_at(row, self.columns.number?)?;
        let text = cell.text();
        let digits: String = text
            .trim()
            .trim_start_matches(|letter: char| !letter.is_ascii_digit())
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        digits
            .parse()
            .ok()
            .filter(|number| *number > 0 && text.trim().len() <= 12)
    }

    fn record(&self, row: &Row, number: Option<u32>, text: &str) -> Record {
        let mut signs = self.signs(row);
        let mut remark = std::mem::take(&mut signs.rest);
        remark.extend(self.remark(row));
        if matches!(
            signs.doubt,
            Some(Doubt::Unknown(_)) | Some(Doubt::InText(_))
        ) && !remark.is_empty()
        {
            signs.rest = Vec::new();
        }
        let mut source = self.grid.source(row);
        source.column = self.status_column(row).map(|column| column + 1);
        let text = text.trim().to_owned();
        Record {
            text,
            number,
            area: self.context.area,
            obligation: self.context.obligation,
            signs,
            remark,
            source,
        }
    }

    fn status_column(&self, row: &Row) -> Option<u32> {
        let marked = |column: &u32| cell_at(row, *column).is_some_and(signs::is_marked);
        self.columns.status.or_else(|| {
            self.columns
                .marks
                .iter()
                .map(|(column, _, _)| *column)
                .find(marked)
        })
    }

    fn signs(&self, row: &Row) -> Signs {
        let mut signs = match self
            .columns
            .status
            .and_then(|column| cell_at(row, column))
            .filter(|cell| Some(cell.column) != self.columns.text)
        {
            Some(cell) => {
                let mut signs = signs::of_cell(cell, &self.knowledge.phrases);
                signs.like_heading = cell.fill.is_some() && cell.fill == self.heading_fill;
                self.beside_rivals(signs.of_year(self.columns.past), row)
            }
            None if self.columns.marks.is_empty() => self.signs_in_remark(row),
            None => self.marks(row),
        };
        let fills: Vec<_> = row
            .cells
            .iter()
            .filter(|cell| !cell.continues_above && Some(cell.column) != self.columns.area)
            .map(|cell| cell.fill)
            .collect();
        signs.whole_row = fills.len() > 1 && fills.iter().all(|fill| *fill == fills[0]);
        let text = self.columns.text.and_then(|column| cell_at(row, column));
        signs.text_fill = text.and_then(|cell| cell.fill).map(tint::of_fill);
        signs.text_ink = text.and_then(signs::ink);
        let remark = self
            .columns
            .remarks
            .first()
            .and_then(|column| cell_at(row, *column));
        signs.remark_fill = remark.and_then(|cell| cell.fill).map(tint::of_fill);
        signs
    }

    /// Where the headings leave open which column is the status, both must say the same.
    fn beside_rivals(&self, mut signs: Signs, row: &Row) -> Signs {
        let rivals = self.columns.rivals.iter();
        let mut others = rivals
            .filter_map(|column| cell_at(row, *column))
            .map(|cell| signs::of_cell(cell, &self.knowledge.phrases));
        if others.any(|other| !signs.agree(&other)) {
            signs.doubt.get_or_insert(Doubt::TwoColumns);
        }
        signs
    }

    /// Without a status column the remark may begin with the status: "Grøn: vi er i gang".
    fn signs_in_remark(&self, row: &Row) -> Signs {
        let cell = self
            .columns
            .remarks
            .first()
            .and_then(|column| cell_at(row, *column));
        let Some(cell) = cell.filter(|cell| !cell.is_blank()) else {
            return Signs::default();
        };
        let signs = signs::of_cell(cell, &self.knowledge.phrases);
        if signs.doubt.is_none() && !signs.said.is_empty() {
            Signs {
                fill: None,
                ink: None,
                rest: Vec::new(),
                ..signs
            }
        } else {
            Signs::default()
        }
    }

    fn marks(&self, row: &Row) -> Signs {
        let mut signs = Signs::default();
        let cells: Vec<_> = self
            .columns
            .marks
            .iter()
            .filter_map(|(column, status, heading)| {
                let cell = row.cells.iter().find(|cell| cell.column == *column)?;
                Some((cell, *status, heading))
            })
            .collect();
        for (cell, status, heading) in cells.iter().filter(|(cell, _, _)| signs::is_marked(cell)) {
            signs.said.push(Sign {
                status: *status,
                evidence: StatusEvidence::MarkedColumn((*heading).clone()),
                sure: 0.99,
            });
            let text = cell.text();
            match signs::plain_status(&text, &self.knowledge.phrases) {
                Some(word)
                    if word != *status
                        && text.chars().any(char::is_alphabetic)
                        && text.len() < 30 =>
                {
                    signs.said.push(Sign {
                        status: word,
                        evidence: StatusEvidence::Word(text.trim().to_owned()),
                        sure: 0.6,
                    })
                }
                None if is_strange_mark(&text) => {
                    signs.doubt = Some(Doubt::Unknown(text.trim().to_owned()));
                    signs.said.pop();
                }
                None if text.trim().chars().count() > 4 => signs
                    .rest
                    .extend(remarks::of_cell(cell, self.context.repair)),
                _ => {}
            }
        }
        let several = signs
            .said
            .windows(2)
            .any(|pair| pair[0].status != pair[1].status);
        signs.doubt = several.then_some(Doubt::SeveralMarks).or(signs.doubt);
        if signs.said.is_empty() && signs.doubt.is_none() {
            let dashes = cells
                .iter()
                .filter(|(cell, _, _)| signs::is_dash(&cell.text()))
                .count();
            let coloured: Vec<_> = cells
                .iter()
                .filter(|(cell, status, _)| {
                    cell.fill
                        .map(tint::of_fill)
                        .and_then(tint::Tint::status)
                        .is_some_and(|(tint, _)| tint == *status)
                })
                .collect();
            if dashes > 0 && dashes == cells.len() {
                signs.said.push(Sign {
                    status: Status::NotParticipating,
                    evidence: StatusEvidence::Word("-".into()),
                    sure: 0.85,
                });
            } else if let [(_, status, heading)] = coloured[..] {
                signs.said.push(Sign {
                    status: *status,
                    evidence: StatusEvidence::MarkedColumn((*heading).clone()),
                    sure: 0.85,
                });
            }
        }
        signs
    }

    fn remark(&self, row: &Row) -> Vec<RemarkParagraph> {
        let mut remark = Vec::new();
        let mut last = None;
        for column in &self.columns.remarks {
            let cell = cell_at(row, *column).filter(|cell| last != Some(cell.column));
            let Some(cell) = cell.filter(|cell| {
                Some(cell.column) != self.columns.text && Some(cell.column) != self.columns.status
            }) else {
                continue;
            };
            last = Some(cell.column);
            remark.extend(remarks::of_cell(cell, self.context.repair));
        }
        remark
    }

    fn row_without_text(&mut self, row: &Row, number: Option<u32>) {
        let record = self.record(row, number, "");
        let Some(last) = self.records.last_mut() else {
            if record.is_answered() {
                self.records.push(record);
            }
            return;
        };
        let repeated = number.is_none() || number == last.number;
        if !repeated && record.is_answered() {
            return self.records.push(record);
        }
        let doubtful = record.signs.doubt.is_some();
        match (record.signs.said.first(), last.signs.said.first()) {
            (Some(said), Some(before)) if said.status != before.status && !doubtful => {
                return self.records.push(record);
            }
            (Some(_), None) if !doubtful && last.signs.doubt.is_none() => {
                last.signs.said = record.signs.said.clone()
            }
            _ => {}
        }
        let mut more = record.remark;
        if doubtful && more.is_empty() {
            // Long text in the status column of a row that only continues is a remark gone astray.
            more = record.signs.rest;
            let cell = self.columns.status.and_then(|column| cell_at(row, column));
            if more.is_empty()
                && let Some(cell) = cell
            {
                more = remarks::of_cell(cell, self.context.repair);
            }
        }
        remarks::continue_with(&mut last.remark, more);
    }

    /// A recommendation whose own text was cut by a page break.
    fn continues_text(&mut self, row: &Row, text: &str) -> bool {
        let signs = self.signs(row);
        let Some(last) = self.records.last() else {
            return false;
        };
        let silent = signs.said.is_empty() && signs.doubt.is_none();
        let moved = last.signs.said.is_empty() && last.signs.doubt.is_none();
        let broken = is_broken_off(&last.text, text);
        if !(silent || moved && broken) || last.text.is_empty() {
            return false;
        }
        let joined = linking::repair_hyphenation(
            &format!("{} {}", last.text, text.trim()),
            &linking::Lexicon::default(),
        );
        let best = |text: &str| self.knowledge.best(text).unwrap_or((usize::MAX, 0.0));
        let (before, alone, both) = (best(&last.text), best(text), best(&joined));
        // Half a sentence below half a sentence is one, whatever either alone resembles.
        let one_sentence = broken && both.1 > alone.1 && both.1 > before.1 + 0.03;
        // On a new page a few low words that resemble nothing are the rest of the last ones.
        let new_page = row.page.is_some() && row.page != last.source.page;
        let remnant = silent && broken && new_page && alone.1 < LEAST_SCORE;
        let continues = one_sentence
            || remnant
            || silent
                && both.0 == before.0
                && both.1 > before.1 + 0.03
                && (alone.0 == before.0 || alone.1 < LEAST_SCORE + 0.1);
        if continues {
            let more = self.remark(row);
            if let Some(last) = self.records.last_mut() {
                last.text = joined;
                if !silent {
                    last.signs = signs;
                }
                remarks::continue_with(&mut last.remark, more);
            }
        }
        continues
    }

    /// "Grøn | Igangsat efter planen" explains a colour; it answers nothing.
    fn is_legend(&self, row: &Row, text: &str) -> bool {
        let leads = self
            .knowledge
            .phrases
            .scan(text)
            .first()
            .is_some_and(|hit| hit.word == 0);
        let alone = signs::plain_status(text, &self.knowledge.phrases).is_some() && text.len() < 40;
        let explains = text.contains(['=', ':']) || alone || filled(row).count() == 1;
        leads
            && explains
            && self
                .knowledge
                .best(text)
                .is_none_or(|(_, score)| score < LEAST_SCORE)
    }

    /// In pasted text a line without a tab continues the remark above.
    fn continues_lines(&mut self, row: &Row, text: &str) -> bool {
        if !self.grid.of_lines
            || row.cells.len() > 1
            || self
                .knowledge
                .best(text)
                .is_some_and(|(_, score)| score > 0.6)
        {
            return false;
        }
        let more = row
            .cells
            .iter()
            .flat_map(|cell| remarks::of_cell(cell, self.context.repair))
            .collect();
        match self.records.last_mut() {
            Some(last) => {
                remarks::continue_with(&mut last.remark, more);
                true
            }
            None => true,
        }
    }
}

/// Takes the line that says skal or kan off the end of a remark.
fn trailing_heading(remark: &mut Vec<RemarkParagraph>) -> Option<String> {
    let run = remark.last_mut()?.runs.last_mut()?;
    let at = run.text.rfind('\n').map_or(0, |at| at + 1);
    let line = run.text[at..].trim().to_owned();
    headings::obligation(&line).filter(|_| line.contains(['-', ':']))?;
    run.text.truncate(at);
    run.text.truncate(run.text.trim_end().len());
    let left = std::mem::take(remark);
    *remark = left.into_iter().filter_map(remarks::tidy).collect();
    Some(line)
}

/// A word or two where a cross is expected: "Lilla" under "Grøn" is no cross. Longer text there is
/// a remark.
fn is_strange_mark(text: &str) -> bool {
    let trimmed = text.trim();
    if !trimmed.is_empty() && trimmed.chars().all(|letter| letter == '?' || letter == '!') {
        return true;
    }
    let words = linking::words(text);
    let crosses = [
        "x", "xx", "xxx", "ja", "yes", "ok", "v", "o", "1", "true", "sand", "kryds",
    ];
    let spelt = words
        .iter()
        .any(|word| word.chars().all(char::is_alphabetic));
    (1..=2).contains(&words.len())
        && spelt
        && !words.iter().any(|word| crosses.contains(&word.as_str()))
}

/// Whether a text ends in the middle of a sentence that another one goes on with.
fn is_broken_off(text: &str, next: &str) -> bool {
    let ends = text.trim_end().ends_with(['.', '!', '?', ':', ';']);
    let goes_on = next
        .trim_start()
        .starts_with(|first: char| first.is_lowercase() || "(,".contains(first));
    !ends && goes_on
}

/// A row of nothing but dashes is a line drawn under a table.
fn is_rule(row: &Row) -> bool {
    let mut texts = filled(row).map(Cell::text).peekable();
    let long = |text: &String| {
        text.trim()
            .chars()
            .all(|letter| matches!(letter, '-' | '–' | '—' | '_' | '=' | '.' | ' '))
    };
    texts.peek().is_some() && texts.all(|text| long(&text))
}

/// A number before a text: "1. Alle kommuner", "Anbefaling 3: Alle kommuner".
pub(crate) fn split_number(text: &str) -> (Option<u32>, &str) {
    let trimmed = text.trim_start();
    let lower = trimmed.to_lowercase();
    let label = [
        "anbefaling",
        "initiativ",
        "recommendation",
        "nr.",
        "nr",
        "punkt",
    ]
    .iter()
    .find(|label| lower.starts_with(**label));
    let after_label = label.map_or(trimmed, |label| {
        trimmed.get(label.len()..).unwrap_or(trimmed).trim_start()
    });
    let digits = after_label.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &after_label[digits..];
    let number = after_label[..digits]
        .parse::<u32>()
        .ok()
        .filter(|number| (1..1000).contains(number));
    let stripped = rest.trim_start_matches(['.', ')', ':', '-', '–', ' ', '\t', '\n', '\u{a0}']);
    let separated = rest.is_empty() || rest.len() > stripped.len();
    match number {
        // "2.3 Text" and "6 by samarbejdet": parts of a number, and a number that begins a text.
        Some(_) if stripped.starts_with(|letter: char| letter.is_ascii_digit()) => (
            None,
            stripped.trim_start_matches(|letter: char| {
                letter.is_ascii_digit() || ". )".contains(letter)
            }),
        ),
        Some(number)
            if separated
                && (label.is_some()
                    || stripped.is_empty()
                    || rest.starts_with(['.', ')', ':'])
                    || stripped.starts_with(char::is_uppercase)) =>
        {
            (Some(number), stripped)
        }
        _ => (None, trimmed),
    }
}

/// Whether a table may be read by its columns at all.
pub(crate) fn columns_of(grid: &Grid, knowledge: &Knowledge) -> Option<Columns> {
    columns::of_grid(grid, knowledge).filter(|columns| {
        columns.status.is_some()
            || !columns.marks.is_empty()
            || !columns.remarks.is_empty()
            || columns.text.is_some()
    })
}

impl Context {
    /// The form's title may name its years; years in other text ("siden 2015") mean nothing.
    pub(crate) fn note_title_years(&mut self, text: &str) {
        let words = linking::words(text);
        let title = words.iter().any(|word| {
            word.starts_with("fremdriftsskema")
                || word.starts_with("statusskema")
                || word.starts_with("skema")
        });
        if title && self.years.is_none() {
            self.note_years(text);
        }
    }
}
