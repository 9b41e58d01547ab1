//! From records to entries and problems.

use crate::read::knowledge::Knowledge;
use crate::read::matching::{self, Match, Matching};
use crate::read::parts::{Part, filled, parts};
use crate::read::prose::{self, Line};
use crate::read::record::Record;
use crate::read::rows::{self, Context};
use crate::read::signs::Doubt;
use crate::read::verdict::{self, Concern, Verdict};
use crate::read::{colours, labels, municipality};
use crate::{
    EntryReading, FormReading, Level, Problem, ReadOptions, Source, Status, StatusEvidence,
    Template, UnmatchedRow,
};
use document_model::{Block, Cell, Document, Format};
use kernel::Message;

/// Reads a filled-in form against a blank one.
///
/// Every recommendation of the template has exactly one entry. What is not certain is a problem:
/// a status is never guessed in silence.
pub fn read_form(document: &Document, template: &Template, options: &ReadOptions) -> FormReading {
    if let Some(problem) = too_long(document) {
        return FormReading {
            municipality: None,
            entries: blank_entries(template),
            unmatched: Vec::new(),
            problems: vec![problem],
        };
    }
    let knowledge = Knowledge::new(template, options);
    let (mut records, context) = records(document, &knowledge);
    records.retain(|record| !record.text.is_empty() || record.is_answered());
    colours::drop_decoration(&mut records);
    let verdicts: Vec<Verdict> = records
        .iter()
        .map(|record| verdict::judge(&record.signs))
        .collect();
    let matching = matching::pair(&records, &knowledge);
    let (municipality, mut problems) = municipality::recognise(document, options);
    let entries = match other_form(&records, &verdicts, &matching, &context, template) {
        Some(problem) => {
            problems.insert(0, problem);
            return FormReading {
                municipality,
                entries: blank_entries(template),
                unmatched: Vec::new(),
                problems,
            };
        }
        None => {
            problems.extend(nothing_read(&records, &verdicts, &matching));
            let mut writer = Writer {
                options,
                template,
                problems: &mut problems,
            };
            writer.entries(&records, &verdicts, &matching)
        }
    };
    let unmatched = unmatched(&records, &verdicts, &matching, &mut problems);
    FormReading {
        municipality,
        entries,
        unmatched,
        problems,
    }
}

/// More rows with words in them than any form has: a form asks a few dozen things.
const MOST_ROWS: usize = 1500;

/// More paragraphs, in and outside cells, than any form has.
const MOST_PARAGRAPHS: usize = 5000;

/// Says so where a file is far too long for a form, before any work is done.
fn too_long(document: &Document) -> Option<Problem> {
    let (mut rows, mut paragraphs) = (0, 0);
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                paragraphs += usize::from(!paragraph.text().trim().is_empty());
            }
            Block::Table(table) => {
                for row in &table.rows {
                    let cells = || filled(row).map(|cell| cell.paragraphs.len());
                    rows += usize::from(cells().next().is_some());
                    paragraphs += cells().sum::<usize>();
                }
            }
        }
    }
    let (found, most) = if rows > MOST_ROWS {
        (rows, MOST_ROWS)
    } else {
        (paragraphs, MOST_PARAGRAPHS)
    };
    (found > most).then(|| {
        let mut long = problem(Level::Error, "problem-too-long", None, &Source::default());
        long.message = long.message.with("rows", found).with("most", most);
        long
    })
}

/// The records of a document: from its tables, or from its running text where that answers more.
fn records(document: &Document, knowledge: &Knowledge) -> (Vec<Record>, Context) {
    let parts = parts(document);
    let repair = matches!(document.format, Format::Pdf | Format::Text);
    let mut context = Context {
        repair,
        ..Context::default()
    };
    let tables = from_tables(&parts, knowledge, &mut context);
    // A blank form is read by its tables too: rows count here, answered or not.
    if rows_matched(&tables, knowledge) * 2 > knowledge.template.recommendations.len() {
        return (tables, context);
    }
    let mut prose_context = Context {
        repair,
        ..Context::default()
    };
    let mut prose = Vec::new();
    prose::walk(&lines(&parts), knowledge, &mut prose_context, &mut prose);
    if answers(&prose, knowledge) > answers(&tables, knowledge) {
        (prose, prose_context)
    } else {
        (tables, context)
    }
}

/// How many recommendations have a record.
fn rows_matched(records: &[Record], knowledge: &Knowledge) -> usize {
    matching::pair(records, knowledge)
        .matches
        .iter()
        .flatten()
        .count()
}

/// How many recommendations have an answered record.
fn answers(records: &[Record], knowledge: &Knowledge) -> usize {
    let matched = matching::pair(records, knowledge).matches;
    let says = |record: &Record| !record.signs.said.is_empty() || record.is_answered();
    matched
        .iter()
        .zip(records)
        .filter(|(found, record)| found.is_some() && says(record))
        .count()
}

fn from_tables(parts: &[Part], knowledge: &Knowledge, context: &mut Context) -> Vec<Record> {
    let mut records = Vec::new();
    let mut before: Vec<String> = Vec::new();
    for part in parts {
        match part {
            Part::Paragraph(paragraph, _) => {
                let text = paragraph.text();
                if !text.trim().is_empty() {
                    if text.len() < 300 && !context.take(&text, knowledge) {
                        context.note_title_years(&text);
                    }
                    before.push(text);
                }
            }
            Part::Grid(grid) => {
                if let Some(sheet) = &grid.table.sheet
                    && !context.take(sheet, knowledge)
                {
                    context.obligation = None;
                }
                if labels::is_labelled(grid) {
                    labels::walk(grid, &before, knowledge, context, &mut records);
                } else if let Some(columns) = rows::columns_of(grid, knowledge) {
                    rows::walk(grid, &columns, knowledge, context, &mut records);
                } else {
                    continues_or_heads(grid, knowledge, context, &mut records);
                }
                before.clear();
            }
        }
    }
    records
}

/// A table without recommendations: the rest of a remark on a new page, or a heading in a frame.
fn continues_or_heads(
    grid: &crate::read::parts::Grid,
    knowledge: &Knowledge,
    context: &mut Context,
    records: &mut [Record],
) {
    for row in &grid.table.rows {
        let mut cells = filled(row);
        let (Some(cell), None) = (cells.next(), cells.next()) else {
            continue;
        };
        if context.take(&cell.text(), knowledge) {
            continue;
        }
        let blank_before = row.cells.len() >= 3
            && row
                .cells
                .last()
                .is_some_and(|last| std::ptr::eq(last, cell));
        if let Some(last) = records.last_mut().filter(|_| blank_before) {
            crate::read::remarks::continue_with(
                &mut last.remark,
                crate::read::remarks::of_cell(cell, context.repair),
            );
        }
    }
}

/// The paragraphs of a document, with those in tables of one column or in layout cells.
fn lines<'p>(parts: &'p [Part]) -> Vec<Line<'p>> {
    let mut lines = Vec::new();
    for part in parts {
        match part {
            Part::Paragraph(paragraph, number) => lines.push(Line {
                paragraph,
                source: Source {
                    page: paragraph.page,
                    row: Some(*number),
                    ..Source::default()
                },
            }),
            Part::Grid(grid) => {
                for row in &grid.table.rows {
                    let paragraphs = row.cells.iter().flat_map(|cell: &Cell| &cell.paragraphs);
                    lines.extend(paragraphs.map(|paragraph| Line {
                        paragraph,
                        source: grid.source(row),
                    }));
                }
            }
        }
    }
    lines
}

fn blank_entry(number: u32) -> EntryReading {
    EntryReading {
        number,
        status: Status::NotReported,
        evidence: Vec::new(),
        remark: Vec::new(),
        read_text: String::new(),
        confidence: 1.0,
        source: Source::default(),
    }
}

fn blank_entries(template: &Template) -> Vec<EntryReading> {
    template
        .recommendations
        .iter()
        .map(|recommendation| blank_entry(recommendation.number))
        .collect()
}

/// Says so where the file is no form, or a form for other recommendations.
fn other_form(
    records: &[Record],
    verdicts: &[Verdict],
    matching: &Matching,
    context: &Context,
    template: &Template,
) -> Option<Problem> {
    let matched = matching.matches.iter().flatten().count();
    if matched == 0 {
        return Some(problem(
            Level::Error,
            "problem-no-form-found",
            None,
            &Source::default(),
        ));
    }
    let with_text = records
        .iter()
        .filter(|record| !record.text.is_empty())
        .count();
    let clear = matching
        .matches
        .iter()
        .flatten()
        .filter(|found| found.confidence >= 0.8)
        .count();
    let answered =
        |row: &usize| records[*row].is_answered() || verdicts[*row].status != Status::NotReported;
    let strangers = (0..records.len())
        .filter(|row| matching.matches[*row].is_none_or(|found| found.confidence < 0.6))
        .filter(|row| answered(row) || records[*row].text.len() > 40)
        .count();
    let other_years = matches!((context.years, template.years), (Some((first, last)), Some((from, to))) if last < from || first > to);
    let asked = template.recommendations.len();
    let by_years = other_years && (strangers >= 2 || clear * 5 < asked * 4);
    let by_texts = with_text >= 4 && strangers >= 4 && strangers > clear;
    (by_years || by_texts).then(|| {
        let message = Message::new("problem-other-form")
            .with("rows", with_text)
            .with("matched", clear)
            .with("asked", asked)
            .with("years", years(context.years))
            .with("expected", years(template.years));
        Problem {
            level: Level::Error,
            message,
            number: None,
            source: Source::default(),
        }
    })
}

/// Says so where the file names recommendations and no status was read for any of them.
fn nothing_read(records: &[Record], verdicts: &[Verdict], matching: &Matching) -> Option<Problem> {
    let matched = || (0..records.len()).filter(|row| matching.matches[*row].is_some());
    let none = matched().all(|row| verdicts[row].status == Status::NotReported);
    (none && matched().next().is_some()).then(|| {
        problem(
            Level::Error,
            "problem-nothing-read",
            None,
            &Source::default(),
        )
    })
}

fn years(years: Option<(i32, i32)>) -> String {
    match years {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}–{last}"),
        None => "none".to_owned(),
    }
}

/// A problem with the place that its sentence names.
pub(crate) fn problem(
    level: Level,
    key: &'static str,
    number: Option<u32>,
    source: &Source,
) -> Problem {
    let place = match source {
        Source { row: None, .. } => "none",
        Source { sheet: Some(_), .. } => "sheet",
        Source {
            table: Some(_),
            page: Some(_),
            ..
        } => "page",
        Source { table: Some(_), .. } => "table",
        _ => "line",
    };
    let mut message = Message::new(key).with("place", place);
    if let Some(row) = source.row {
        message = message.with("row", row);
    }
    if let Some(table) = source.table {
        message = message.with("table", table);
    }
    if let Some(page) = source.page {
        message = message.with("page", page);
    }
    if let Some(sheet) = &source.sheet {
        message = message.with("sheet", sheet.clone());
    }
    if let Some(number) = number {
        message = message.with("number", number);
    }
    Problem {
        level,
        message,
        number,
        source: source.clone(),
    }
}

/// A text as a sentence quotes it.
pub(crate) fn quote(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 80 {
        line
    } else {
        format!("{} …", line.chars().take(78).collect::<String>().trim_end())
    }
}

struct Writer<'w> {
    options: &'w ReadOptions<'w>,
    template: &'w Template,
    problems: &'w mut Vec<Problem>,
}

impl Writer<'_> {
    fn entries(
        &mut self,
        records: &[Record],
        verdicts: &[Verdict],
        matching: &Matching,
    ) -> Vec<EntryReading> {
        let mut entries = blank_entries(self.template);
        for (index, entry) in entries.iter_mut().enumerate() {
            let row = matching
                .matches
                .iter()
                .position(|found| found.is_some_and(|found| found.index == index));
            match row.and_then(|row| Some((&records[row], &verdicts[row], matching.matches[row]?)))
            {
                Some((record, verdict, found)) => {
                    *entry = self.entry(entry.number, record, verdict, found)
                }
                None => self.problems.push(problem(
                    Level::Notice,
                    "problem-no-row",
                    Some(entry.number),
                    &Source::default(),
                )),
            }
        }
        entries
    }

    fn entry(
        &mut self,
        number: u32,
        record: &Record,
        verdict: &Verdict,
        found: Match,
    ) -> EntryReading {
        let said_nothing = verdict.status == Status::NotReported && verdict.concern.is_none();
        let sure = if said_nothing { 1.0 } else { verdict.sure };
        let entry = EntryReading {
            number,
            status: verdict.status,
            evidence: verdict.evidence.clone(),
            remark: record.remark.clone(),
            read_text: record.text.clone(),
            confidence: (found.confidence * sure).clamp(0.0, 1.0),
            source: record.source.clone(),
        };
        self.report(record, verdict, found, &entry);
        entry
    }

    fn report(&mut self, record: &Record, verdict: &Verdict, found: Match, entry: &EntryReading) {
        let number = Some(entry.number);
        if let Some(concern) = &verdict.concern {
            self.problems
                .push(concern_problem(concern, number, &record.source));
        } else if verdict.status == Status::NotReported {
            let (level, key) = if record.remark.is_empty() {
                (Level::Notice, "problem-not-answered")
            } else {
                (Level::Warning, "problem-remark-without-status")
            };
            self.problems
                .push(problem(level, key, number, &record.source));
        } else if verdict.sure < self.options.confirm_below {
            self.add(
                problem(
                    Level::Warning,
                    "problem-status-uncertain",
                    number,
                    &record.source,
                ),
                &[("status", verdict.status.key())],
            );
        }
        if found.by_number {
            self.problems.push(problem(
                Level::Warning,
                "problem-matched-by-number",
                number,
                &record.source,
            ));
        } else if found.confidence < self.options.confirm_below {
            self.add(
                uncertain_match(entry.number, found.confidence, &record.source),
                &[("text", &quote(&record.text))],
            );
        } else if verdict.concern.is_none()
            && verdict.status != Status::NotReported
            && verdict.sure >= self.options.confirm_below
            && entry.confidence < self.options.confirm_below
        {
            // Neither alone is doubtful, both together are.
            self.add(
                uncertain_match(entry.number, entry.confidence, &record.source),
                &[("text", &quote(&record.text))],
            );
        }
    }

    fn add(&mut self, mut problem: Problem, args: &[(&'static str, &str)]) {
        for (name, value) in args {
            problem.message = problem.message.with(name, *value);
        }
        self.problems.push(problem);
    }
}

/// A match that somebody must confirm.
pub(crate) fn uncertain_match(number: u32, confidence: f64, source: &Source) -> Problem {
    let mut problem = problem(
        Level::Warning,
        "problem-match-uncertain",
        Some(number),
        source,
    );
    problem.message = problem
        .message
        .with("percent", (confidence * 100.0).round() as i64);
    problem
}

fn concern_problem(concern: &Concern, number: Option<u32>, source: &Source) -> Problem {
    let (level, key, text) = match concern {
        Concern::Doubt(Doubt::Unknown(text)) => {
            (Level::Error, "problem-status-unknown", text.clone())
        }
        Concern::Doubt(Doubt::SeveralWords(text)) => {
            (Level::Warning, "problem-status-two-words", text.clone())
        }
        Concern::Doubt(Doubt::SeveralMarks) => (
            Level::Warning,
            "problem-status-several-marks",
            String::new(),
        ),
        Concern::Doubt(Doubt::Negated(text)) => {
            (Level::Warning, "problem-status-negated", text.clone())
        }
        Concern::Doubt(Doubt::InText(text)) => {
            (Level::Warning, "problem-status-in-text", text.clone())
        }
        Concern::Doubt(Doubt::TwoColumns) => {
            (Level::Warning, "problem-status-two-columns", String::new())
        }
        Concern::UnknownBesideColour(text) => (
            Level::Warning,
            "problem-status-unknown-beside-colour",
            text.clone(),
        ),
        Concern::UnknownColour => (
            Level::Warning,
            "problem-status-colour-unknown",
            String::new(),
        ),
        Concern::Contradiction(won, lost) => return contradiction(won, lost, number, source),
    };
    let mut problem = problem(level, key, number, source);
    if !text.is_empty() {
        problem.message = problem.message.with("text", quote(&text));
    }
    problem
}

fn contradiction(
    won: &(StatusEvidence, Status),
    lost: &(StatusEvidence, Status),
    number: Option<u32>,
    source: &Source,
) -> Problem {
    let mut problem = problem(
        Level::Warning,
        "problem-status-contradiction",
        number,
        source,
    );
    for (names, (evidence, status)) in [(["first", "status"], won), (["second", "other"], lost)] {
        problem.message = problem
            .message
            .with(names[0], evidence.key())
            .with(names[1], status.key());
    }
    problem
}

/// Rows that answer something and match nothing.
fn unmatched(
    records: &[Record],
    verdicts: &[Verdict],
    matching: &Matching,
    problems: &mut Vec<Problem>,
) -> Vec<UnmatchedRow> {
    let mut rows = Vec::new();
    for (row, record) in records
        .iter()
        .enumerate()
        .filter(|(row, _)| matching.matches[*row].is_none())
    {
        let verdict = &verdicts[row];
        let answered = verdict.status != Status::NotReported
            || !record.remark.is_empty()
            || matches!(
                verdict.concern,
                Some(Concern::Doubt(Doubt::SeveralWords(_) | Doubt::SeveralMarks))
            );
        if !answered {
            continue;
        }
        let again = matching.best[row]
            .filter(|(_, score)| *score >= 0.8)
            .map(|(index, _)| index);
        let taken = again.filter(|index| {
            matching
                .matches
                .iter()
                .flatten()
                .any(|found| found.index == *index)
        });
        let (level, key, number) = match (record.text.is_empty(), taken) {
            (true, _) => (Level::Warning, "problem-row-without-text", None),
            (false, Some(index)) => (
                Level::Warning,
                "problem-duplicate-row",
                u32::try_from(index + 1).ok(),
            ),
            (false, None) => (Level::Notice, "problem-own-row", None),
        };
        let mut found = problem(level, key, number, &record.source);
        found.message = found.message.with("text", quote(&record.text));
        problems.push(found);
        rows.push(UnmatchedRow {
            text: record.text.clone(),
            status: verdict.status,
            remark: record.remark.clone(),
            source: record.source.clone(),
        });
    }
    rows
}
