//! Records from tables with one recommendation each: a label to the left, its value to the right.

use crate::read::headings::{self, Heading};
use crate::read::knowledge::{Knowledge, LEAST_SCORE};
use crate::read::parts::{Grid, filled};
use crate::read::record::Record;
use crate::read::remarks;
use crate::read::rows::{Context, split_number};
use crate::read::signs;
use document_model::{Cell, Row};

/// Whether the first column of a table holds labels of at least two kinds, one of them the status.
pub(crate) fn is_labelled(grid: &Grid) -> bool {
    let mut kinds: Vec<Heading> = grid
        .table
        .rows
        .iter()
        .filter_map(label)
        .map(|(kind, _)| kind)
        .collect();
    kinds.dedup();
    kinds.contains(&Heading::Status)
        && kinds
            .iter()
            .any(|kind| matches!(kind, Heading::Text | Heading::Remark))
}

/// The kind of a row's label, if the row is a label with at most one value.
fn label(row: &Row) -> Option<(Heading, Option<&Cell>)> {
    let first = row.cells.first().filter(|cell| !cell.is_blank())?;
    let mut values = row.cells[1..].iter().filter(|cell| !cell.is_blank());
    let value = values.next();
    let more = values.next().is_some();
    let text = first.text();
    let kind = headings::heading(&text).filter(|_| text.len() <= 60 && !more)?;
    // "Anbefaling | Status" are headings of columns, not a label and its value.
    let heads_columns = value.is_some_and(|value| {
        matches!(
            headings::heading(&value.text()),
            Some(Heading::Status | Heading::Remark)
        ) && !headings::is_colour_list(&value.text())
    });
    (!heads_columns).then_some((kind, value))
}

/// Adds the records of a labelled table. `before` are the paragraphs above it, nearest last: one
/// of them may be the recommendation.
pub(crate) fn walk(
    grid: &Grid,
    before: &[String],
    knowledge: &Knowledge,
    context: &mut Context,
    records: &mut Vec<Record>,
) {
    let mut open: Option<Record> = None;
    for row in &grid.table.rows {
        match label(row) {
            Some((Heading::Text, value)) => {
                let number = row
                    .cells
                    .first()
                    .and_then(|cell| split_number(&cell.text()).0);
                begin(
                    &mut open,
                    value.map(Cell::text).unwrap_or_default(),
                    number,
                    grid,
                    row,
                    context,
                    records,
                );
            }
            Some((Heading::Number, value)) => {
                let digits =
                    value.and_then(|value| value.text().trim().trim_end_matches('.').parse().ok());
                if open.as_ref().is_some_and(|record| record.is_answered()) {
                    records.extend(open.take());
                }
                open.get_or_insert_with(|| blank(grid, row, context)).number = digits;
            }
            Some((Heading::Area | Heading::Obligation, Some(value))) => {
                context.take(&value.text(), knowledge);
                if let Some(record) = &mut open {
                    (record.area, record.obligation) = (context.area, context.obligation);
                }
            }
            Some((kind @ (Heading::Status | Heading::Remark), value)) => {
                let record = open
                    .get_or_insert_with(|| with_text_above(before, grid, row, knowledge, context));
                if let Some(value) = value {
                    fill(record, kind, value, row, grid, knowledge, context);
                } else if kind == Heading::Status {
                    fill_blank_status(record, row, grid, knowledge);
                }
            }
            Some(_) => {}
            None => loose_row(&mut open, row, grid, knowledge, context, records),
        }
    }
    records.extend(open);
}

fn blank(grid: &Grid, row: &Row, context: &Context) -> Record {
    Record {
        area: context.area,
        obligation: context.obligation,
        source: grid.source(row),
        ..Record::default()
    }
}

fn begin(
    open: &mut Option<Record>,
    text: String,
    number: Option<u32>,
    grid: &Grid,
    row: &Row,
    context: &Context,
    records: &mut Vec<Record>,
) {
    if open
        .as_ref()
        .is_some_and(|record| !record.text.is_empty() || record.is_answered())
    {
        records.extend(open.take());
    }
    let (before, text) = split_number(&text);
    let record = open.get_or_insert_with(|| blank(grid, row, context));
    record.text = text.trim().to_owned();
    record.number = number.or(before).or(record.number);
}

fn with_text_above(
    before: &[String],
    grid: &Grid,
    row: &Row,
    knowledge: &Knowledge,
    context: &Context,
) -> Record {
    let mut record = blank(grid, row, context);
    let scored = before.iter().rev().take(4).map(|text| {
        (
            text,
            knowledge
                .best(split_number(text).1)
                .map_or(0.0, |(_, score)| score),
        )
    });
    if let Some((text, _)) = scored
        .filter(|(_, score)| *score >= LEAST_SCORE)
        .max_by(|a, b| a.1.total_cmp(&b.1))
    {
        let (number, text) = split_number(text);
        (record.number, record.text) = (number, text.trim().to_owned());
    }
    record
}

fn fill(
    record: &mut Record,
    kind: Heading,
    value: &Cell,
    row: &Row,
    grid: &Grid,
    knowledge: &Knowledge,
    context: &Context,
) {
    if kind == Heading::Remark {
        return remarks::continue_with(&mut record.remark, remarks::of_cell(value, context.repair));
    }
    let mut signs = signs::of_cell(value, &knowledge.phrases);
    let mut rest = std::mem::take(&mut signs.rest);
    rest.append(&mut record.remark);
    record.remark = rest;
    let label = row.cells.first().map(Cell::text).unwrap_or_default();
    record
        .signs
        .replace_with(signs.of_year(knowledge.is_past(&label)));
    record.source = grid.source(row);
    record.source.column = Some(value.column + 1);
}

/// A status that is only a colour stands in a blank cell.
fn fill_blank_status(record: &mut Record, row: &Row, grid: &Grid, knowledge: &Knowledge) {
    if let Some(cell) = row.cells.get(1) {
        let label = row.cells.first().map(Cell::text).unwrap_or_default();
        let signs = signs::of_cell(cell, &knowledge.phrases);
        record
            .signs
            .replace_with(signs.of_year(knowledge.is_past(&label)));
        record.source = grid.source(row);
        record.source.column = Some(cell.column + 1);
    }
}

/// A row without a label: the recommendation over its table, a heading, or more of the remark.
fn loose_row(
    open: &mut Option<Record>,
    row: &Row,
    grid: &Grid,
    knowledge: &Knowledge,
    context: &mut Context,
    records: &mut Vec<Record>,
) {
    let cells: Vec<&Cell> = filled(row).collect();
    let Some(first) = cells.first() else { return };
    let text = first.text();
    if cells.len() == 1 && context.take(&text, knowledge) {
        return;
    }
    let (number, body) = split_number(&text);
    let recognised = cells.iter().find(|cell| {
        knowledge
            .best(split_number(&cell.text()).1)
            .is_some_and(|(_, score)| score >= 0.5)
    });
    if let Some(cell) = recognised {
        let number = number.filter(|_| body.trim().is_empty() || std::ptr::eq(*cell, *first));
        return begin(open, cell.text(), number, grid, row, context, records);
    }
    let continues = row.cells.first().is_none_or(Cell::is_blank);
    if let Some(record) = open.as_mut().filter(|_| continues) {
        let more = cells
            .iter()
            .flat_map(|cell| remarks::of_cell(cell, context.repair))
            .collect();
        remarks::continue_with(&mut record.remark, more);
    }
}
