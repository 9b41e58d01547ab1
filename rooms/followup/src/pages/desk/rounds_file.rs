//! The list of a round's forms as a file.

use super::form_listing::Row;
use super::rounds::Listed;
use super::rounds_page::{state, word};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use documents::write::workbook::{Sheet, SheetCell, SheetColumn, Workbook};
use documents::write::xlsx;
use kernel::Fault;
use web::languages::Texts;

/// The columns' keys and widths in a workbook.
const COLUMNS: [(&str, f64); 9] = [
    ("desk_rounds-code", 8.0),
    ("desk_rounds-municipality", 24.0),
    ("desk_rounds-state", 16.0),
    ("desk_rounds-version", 9.0),
    ("desk_rounds-received", 26.0),
    ("desk_rounds-late", 10.0),
    ("desk_rounds-file", 34.0),
    ("desk_rounds-open", 12.0),
    ("desk_rounds-unconfirmed", 14.0),
];

/// The rows as `forms.csv` or `forms.xlsx`; nothing for other names.
pub fn file(
    listed: &Listed,
    rows: &[Row],
    name: &str,
    now: DateTime<Utc>,
    texts: &Texts,
) -> Result<Option<Response>, Fault> {
    let (bytes, kind) = match name {
        "forms.csv" => (csv(rows, texts)?, "text/csv; charset=utf-8"),
        "forms.xlsx" => (
            workbook(listed, rows, now, texts)?,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        _ => return Ok(None),
    };
    let headers = [
        (CONTENT_TYPE, kind),
        (
            CONTENT_DISPOSITION,
            match name {
                "forms.csv" => "attachment; filename=\"forms.csv\"",
                _ => "attachment; filename=\"forms.xlsx\"",
            },
        ),
    ];
    Ok(Some((headers, bytes).into_response()))
}

fn values(row: &Row, texts: &Texts) -> [String; 9] {
    let form = &row.form;
    let version = form.version.as_ref();
    [
        form.code.to_string(),
        form.name.clone(),
        state(form.state, texts),
        version
            .map(|one| one.number.to_string())
            .unwrap_or_default(),
        form.received_at
            .map(|moment| texts.moment(moment))
            .unwrap_or_default(),
        if row.is_late() {
            word("desk_rounds-yes", texts)
        } else {
            String::new()
        },
        version
            .and_then(|one| one.file_name.clone())
            .unwrap_or_default(),
        form.open_problems.to_string(),
        row.unconfirmed.to_string(),
    ]
}

/// Semicolons and a byte order mark: a Danish Excel opens it right by a double click.
fn csv(rows: &[Row], texts: &Texts) -> Result<Vec<u8>, Fault> {
    let failed = |error: ::csv::Error| Fault::caused_by("writing the list of forms", error);
    let mut lines = ::csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let heads = COLUMNS.map(|(key, _)| texts.say(key));
    lines.write_record(heads).map_err(failed)?;
    for row in rows {
        let safe = values(row, texts).map(|value| guarded(&value));
        lines.write_record(safe).map_err(failed)?;
    }
    let bytes = lines.into_inner();
    bytes.map_err(|error| Fault::new(format!("writing the list of forms: {error}")))
}

/// A value that a spreadsheet would take for a formula gets an apostrophe before it.
fn guarded(value: &str) -> String {
    match value.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{value}"),
        false => value.to_owned(),
    }
}

fn workbook(
    listed: &Listed,
    rows: &[Row],
    now: DateTime<Utc>,
    texts: &Texts,
) -> Result<Vec<u8>, Fault> {
    let title = listed.round.settings.title.clone();
    let sheet = Sheet {
        name: texts.say("desk_rounds-forms"),
        title: title.clone(),
        columns: COLUMNS
            .iter()
            .map(|(key, width)| SheetColumn::new(texts.say(key), *width))
            .collect(),
        rows: rows.iter().map(|row| cells(row, texts)).collect(),
        frozen_columns: 2,
        filter: true,
        ..Sheet::default()
    };
    let book = Workbook {
        title,
        subject: listed.programme.title.clone(),
        author: listed.programme.recipient.clone(),
        language: texts.language(),
        dated: now,
        notice: listed
            .programme
            .fictional
            .then(|| texts.say("report-fictional")),
        page: texts.say("report-word-page"),
        of: texts.say("report-word-of"),
        sheets: vec![sheet],
    };
    xlsx::write(&book).map_err(|error| Fault::caused_by("writing the list of forms", error))
}

fn cells(row: &Row, texts: &Texts) -> Vec<SheetCell> {
    let counted = [
        row.form.version.as_ref().map(|one| one.number),
        u32::try_from(row.form.open_problems).ok(),
        u32::try_from(row.unconfirmed).ok(),
    ];
    let mut cells: Vec<SheetCell> = values(row, texts)
        .into_iter()
        .map(SheetCell::text)
        .collect();
    for (place, number) in [3, 7, 8].into_iter().zip(counted) {
        cells[place] = number.map(SheetCell::count).unwrap_or_default();
    }
    cells
}
