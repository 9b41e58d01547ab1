//! From records to entries and problems.

use crate::read::knowledge::Knowledge;
use crate::read::matching::{self, Match, Matching};
use crate::read::parts::{Part, filled, parts};
use crate::read::prose::{self, Line};
use crate::read::record::Record;
use crate::read::refusal::{nothing_read, other_form, too_long};
use crate::read::rows::{self, Context};
use crate::read::said::{concern_problem, problem, quote, uncertain_match};
use crate::read::signs::Doubt;
use crate::read::verdict::{self, Concern, Verdict};
use crate::read::{colours, labels, municipality};
use crate::{
    EntryReading, FormReading, Level, Problem, ReadOptions, Source, Status, Template, UnmatchedRow,
};
use document_model::{Cell, Document, Format};

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
