//! The entries as separated values: one line per municipality and recommendation.
//!
//! Semicolons and a byte order mark, because a Danish Excel then opens the file right by a
//! double click. A value that a spreadsheet would take for a formula gets an apostrophe before
//! it; reading takes it away again. A remark stands as plain text; where it has bold, italic or
//! list items the last column repeats it with them, and counts as long as its words are the same.

use super::dictionary::CSV_FIELDS;
use super::{MunicipalityEntries, RoundEntries, UnreadableData};
use crate::rules::aggregate_report::{
    AggregateReport, EntryFacts, FileFacts, FormFacts, ParticipantFacts, RecommendationFacts,
};
use chrono::{DateTime, SecondsFormat, Utc};
use forms::{RemarkParagraph, Source, Status, plain_remark};
use kernel::{Fault, Message, MunicipalityCode};
use std::collections::HashMap;

/// The columns' names, in order: those that [`super::dictionary`] explains.
pub const CSV_COLUMNS: [&str; CSV_FIELDS.len()] = {
    let mut names = [""; CSV_FIELDS.len()];
    let mut place = 0;
    while place < names.len() {
        names[place] = CSV_FIELDS[place].name;
        place += 1;
    }
    names
};

const BYTE_ORDER_MARK: &str = "\u{feff}";

pub(super) fn write(report: &AggregateReport) -> Result<Vec<u8>, Fault> {
    let failed = |error: ::csv::Error| Fault::caused_by("writing the report as csv", error);
    let mut lines = ::csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(::csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    lines.write_record(CSV_COLUMNS).map_err(failed)?;
    for (participant, row) in report.participants.iter().zip(&report.matrix) {
        for (recommendation, entry) in report.recommendations.iter().zip(row) {
            let line = line(report, participant, recommendation, entry);
            lines
                .write_record(line.iter().map(|value| guarded(value)))
                .map_err(failed)?;
        }
    }
    lines
        .into_inner()
        .map_err(|error| Fault::new(format!("writing the report as csv: {error}")))
}

fn line(
    report: &AggregateReport,
    participant: &ParticipantFacts,
    recommendation: &RecommendationFacts,
    entry: &EntryFacts,
) -> [String; CSV_FIELDS.len()] {
    let form = participant.form.as_ref();
    let file = form.and_then(|form| form.file.as_ref());
    let source = entry.source.clone().unwrap_or_default();
    let area = report.areas.get(recommendation.area);
    let plain = plain_remark(&entry.remark);
    [
        report.programme.key.clone(),
        report.round.key.clone(),
        participant.code.to_string(),
        participant.name.clone(),
        recommendation.number.to_string(),
        area.map(|area| area.title.clone()).unwrap_or_default(),
        recommendation.obligation.key().to_owned(),
        recommendation.text.clone(),
        entry.status.key().to_owned(),
        plain.clone(),
        entry.explanation.clone().unwrap_or_default(),
        form.map(|form| form.version.to_string())
            .unwrap_or_default(),
        form.map(|form| {
            form.submitted_at
                .to_rfc3339_opts(SecondsFormat::AutoSi, true)
        })
        .unwrap_or_default(),
        form.map(|form| form.late.to_string()).unwrap_or_default(),
        file.map(|file| file.name.clone()).unwrap_or_default(),
        file.map(|file| file.sha256.clone()).unwrap_or_default(),
        number(source.page),
        source.sheet.unwrap_or_default(),
        number(source.table),
        number(source.row),
        number(source.column),
        formatted(&entry.remark, &plain),
    ]
}

fn number(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// Empty where the plain text says it all.
fn formatted(remark: &[RemarkParagraph], plain: &str) -> String {
    if from_plain(&plain.replace("\r\n", "\n")) == remark {
        return String::new();
    }
    serde_json::to_string(remark).unwrap_or_default()
}

fn from_plain(text: &str) -> Vec<RemarkParagraph> {
    match text {
        "" => Vec::new(),
        text => text.split('\n').map(RemarkParagraph::plain).collect(),
    }
}

fn is_dangerous(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r' | '\'')
}

fn guarded(value: &str) -> String {
    match value.starts_with(is_dangerous) {
        true => format!("'{value}"),
        false => value.to_owned(),
    }
}

fn unguarded(value: &str) -> &str {
    match value.strip_prefix('\'') {
        Some(rest) if rest.starts_with(is_dangerous) => rest,
        _ => value,
    }
}

/// Reads the entries of a report that was written as CSV, also after a spreadsheet has saved it:
/// semicolons, commas or tabs, with or without the byte order mark, columns in any order.
///
/// # Errors
/// [`UnreadableData`] where a column is missing or a value is none of those it may be.
pub fn read_csv(bytes: &[u8]) -> Result<RoundEntries, UnreadableData> {
    let text =
        std::str::from_utf8(bytes).map_err(|_| refused(Message::new("report-csv-not-utf8")))?;
    let text = text.trim_start_matches(BYTE_ORDER_MARK);
    let mut lines = ::csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let headings = lines.headers().map_err(unreadable)?.clone();
    let places: HashMap<&str, usize> = headings
        .iter()
        .enumerate()
        .map(|(place, name)| (name, place))
        .collect();
    for column in ["municipality_code", "number", "status", "remark"] {
        if !places.contains_key(column) {
            return Err(refused(
                Message::new("report-csv-column-missing").with("column", column),
            ));
        }
    }
    let mut round = RoundEntries {
        programme: String::new(),
        round: String::new(),
        municipalities: Vec::new(),
    };
    for (index, record) in lines.records().enumerate() {
        let record = record.map_err(unreadable)?;
        // The headings are line 1.
        let line = Line {
            places: &places,
            record: &record,
            number: index + 2,
        };
        line.put_into(&mut round)?;
    }
    Ok(round)
}

/// The separator that stands most often in the headings.
fn delimiter(text: &str) -> u8 {
    let headings = text.lines().next().unwrap_or_default();
    let often = |letter: u8| headings.bytes().filter(|byte| *byte == letter).count();
    [b'\t', b',', b';']
        .into_iter()
        .max_by_key(|letter| often(*letter))
        .unwrap_or(b';')
}

fn refused(message: Message) -> UnreadableData {
    UnreadableData { message }
}

fn unreadable(error: ::csv::Error) -> UnreadableData {
    let line = error.position().map_or(1, |position| position.line());
    refused(Message::new("report-csv-line-broken").with("line", line as i64))
}

struct Line<'a> {
    places: &'a HashMap<&'a str, usize>,
    record: &'a ::csv::StringRecord,
    number: usize,
}

impl Line<'_> {
    fn put_into(&self, round: &mut RoundEntries) -> Result<(), UnreadableData> {
        let code = MunicipalityCode::parse(self.text("municipality_code"))
            .ok_or_else(|| self.wrong("municipality_code"))?;
        let number = self
            .number_in("number")?
            .ok_or_else(|| self.wrong("number"))?;
        let entry = self.entry()?;
        if round.municipalities.is_empty() {
            round.programme = self.text("programme").to_owned();
            round.round = self.text("round").to_owned();
        }
        let known = round.municipalities.iter().position(|one| one.code == code);
        let place = match known {
            Some(place) => place,
            None => {
                round.municipalities.push(MunicipalityEntries {
                    code,
                    name: self.text("municipality").to_owned(),
                    form: self.form()?,
                    entries: Vec::new(),
                });
                round.municipalities.len() - 1
            }
        };
        round.municipalities[place].entries.push((number, entry));
        Ok(())
    }

    fn entry(&self) -> Result<EntryFacts, UnreadableData> {
        let status = Status::from_key(self.text("status")).ok_or_else(|| self.wrong("status"))?;
        let source = self.source()?;
        let explanation = self.text("explanation");
        Ok(EntryFacts {
            status,
            remark: self.remark(),
            source: (source != Source::default()).then_some(source),
            explanation: (!explanation.is_empty()).then(|| explanation.to_owned()),
        })
    }

    /// With its formatting, unless somebody has changed the words since.
    fn remark(&self) -> Vec<RemarkParagraph> {
        let plain = self.text("remark").replace("\r\n", "\n");
        let formatted: Option<Vec<RemarkParagraph>> =
            serde_json::from_str(self.text("remark_formatted")).ok();
        formatted
            .filter(|formatted| plain_remark(formatted).replace("\r\n", "\n") == plain)
            .unwrap_or_else(|| from_plain(&plain))
    }

    fn source(&self) -> Result<Source, UnreadableData> {
        let sheet = self.text("sheet");
        Ok(Source {
            page: self.number_in("page")?,
            sheet: (!sheet.is_empty()).then(|| sheet.to_owned()),
            table: self.number_in("table")?,
            row: self.number_in("row")?,
            column: self.number_in("column")?,
        })
    }

    fn form(&self) -> Result<Option<FormFacts>, UnreadableData> {
        let Some(version) = self.number_in("form_version")? else {
            return Ok(None);
        };
        let submitted_at = DateTime::parse_from_rfc3339(self.text("submitted_at"))
            .map_err(|_| self.wrong("submitted_at"))?
            .with_timezone(&Utc);
        let (name, sha256) = (self.text("file"), self.text("file_sha256"));
        let file = (!name.is_empty() || !sha256.is_empty()).then(|| FileFacts {
            name: name.to_owned(),
            sha256: sha256.to_owned(),
        });
        Ok(Some(FormFacts {
            version,
            submitted_at,
            late: self.text("late") == "true",
            file,
        }))
    }

    fn text(&self, column: &str) -> &str {
        let place = self.places.get(column);
        unguarded(
            place
                .and_then(|place| self.record.get(*place))
                .unwrap_or_default(),
        )
    }

    fn number_in(&self, column: &str) -> Result<Option<u32>, UnreadableData> {
        match self.text(column).trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| self.wrong(column)),
        }
    }

    fn wrong(&self, column: &str) -> UnreadableData {
        refused(
            Message::new("report-csv-value-wrong")
                .with("line", self.number)
                .with("column", column)
                .with("value", self.text(column)),
        )
    }
}
