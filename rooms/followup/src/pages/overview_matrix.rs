//! The matrix of a round, narrowed as asked.

use super::overview::Asked;
use super::{links, words};
use crate::rules::aggregate_report::*;
use forms::{Obligation, Status};
use std::collections::HashMap;
use web::components::{Matrix, MatrixCell, MatrixColumn, MatrixGroup, MatrixRow};
use web::languages::Texts;

/// How many letters of a remark a cell shows.
const REMARK: usize = 160;

/// The matrix that answers what was asked: an area, an obligation and a municipality leave out
/// columns and rows; a status and "changed" also make the other cells pale.
pub fn matrix(report: &AggregateReport, asked: &Asked, texts: &'static Texts) -> Matrix<'static> {
    let columns = columns(report, asked);
    let before = before(report);
    let rows = report.participants.iter().zip(&report.matrix);
    let narrowed = asked.status().is_some() || asked.changed();
    Matrix {
        texts,
        caption: texts.say_with(
            "page-matrix-caption",
            &[("round", report.round.title.as_str().into())],
        ),
        row_title: texts.say("web-municipality"),
        groups: groups(report, &columns, texts),
        rows: rows
            .filter(|(one, _)| {
                asked.municipality.is_empty() || asked.municipality == one.code.as_str()
            })
            .map(|(one, entries)| row(report, asked, &columns, &before, one, entries, texts))
            .filter(|row| !narrowed || row.cells.iter().any(|cell| !cell.muted))
            .collect(),
    }
}

/// The indexes of the recommendations asked for.
fn columns(report: &AggregateReport, asked: &Asked) -> Vec<usize> {
    let all = report.recommendations.iter().enumerate();
    all.filter(|(_, one)| asked.area().is_none_or(|area| area == one.area))
        .filter(|(_, one)| {
            asked
                .obligation()
                .is_none_or(|wanted| wanted == one.obligation)
        })
        .map(|(index, _)| index)
        .collect()
}

/// The status before of every answer that changed.
type Before = HashMap<(String, u32), Status>;

fn before(report: &AggregateReport) -> Before {
    let steps = report.changes.iter().flat_map(|changes| &changes.steps);
    steps
        .map(|step| ((step.code.to_string(), step.number), step.from))
        .collect()
}

fn groups(report: &AggregateReport, columns: &[usize], texts: &Texts) -> Vec<MatrixGroup> {
    let mut groups: Vec<(usize, MatrixGroup)> = Vec::new();
    for recommendation in columns
        .iter()
        .filter_map(|index| report.recommendations.get(*index))
    {
        let column = column(report, recommendation, texts);
        match groups.last_mut() {
            Some((area, group)) if *area == recommendation.area => group.columns.push(column),
            _ => groups.push((
                recommendation.area,
                group(report, recommendation.area, column),
            )),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn group(report: &AggregateReport, area: usize, column: MatrixColumn) -> MatrixGroup {
    MatrixGroup {
        title: report
            .areas
            .get(area)
            .map_or_else(String::new, |area| area.title.clone()),
        columns: vec![column],
    }
}

fn column(report: &AggregateReport, one: &RecommendationFacts, texts: &Texts) -> MatrixColumn {
    MatrixColumn {
        number: one.number,
        title: one.short_title.clone(),
        obligation: words::obligation(one.obligation, texts),
        must: one.obligation == Obligation::Must,
        href: links::recommendation(&report.round.key, one.number),
    }
}

fn row(
    report: &AggregateReport,
    asked: &Asked,
    columns: &[usize],
    before: &Before,
    participant: &ParticipantFacts,
    entries: &[EntryFacts],
    texts: &Texts,
) -> MatrixRow {
    let cells = columns.iter().filter_map(|index| {
        let number = report.recommendations.get(*index)?.number;
        let entry = entries.get(*index)?;
        let earlier = before.get(&(participant.code.to_string(), number)).copied();
        Some(cell(
            report,
            asked,
            participant,
            number,
            entry,
            earlier,
            texts,
        ))
    });
    MatrixRow {
        code: participant.code.to_string(),
        name: participant.name.clone(),
        href: links::progress_form(&report.round.key, &participant.code),
        note: participant
            .form
            .is_none()
            .then(|| words::absence(participant.absence, texts)),
        cells: cells.collect(),
    }
}

fn cell(
    report: &AggregateReport,
    asked: &Asked,
    participant: &ParticipantFacts,
    number: u32,
    entry: &EntryFacts,
    earlier: Option<Status>,
    texts: &Texts,
) -> MatrixCell {
    let mark = words::mark(entry.status);
    let left_out = asked.status().is_some_and(|wanted| wanted != mark);
    MatrixCell {
        mark,
        remark: words::excerpt(&entry.remark, REMARK),
        href: participant
            .form
            .is_some()
            .then(|| links::entry(&report.round.key, &participant.code, number)),
        change: earlier.map(|status| {
            let word = words::mark(status).word(texts);
            texts.say_with("page-before", &[("status", word.into())])
        }),
        muted: left_out || (asked.changed() && earlier.is_none()),
    }
}
