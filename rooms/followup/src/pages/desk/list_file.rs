//! A list as a file: separated values for a Danish Excel, or a workbook.

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use documents::write::workbook::{Sheet, SheetCell, SheetColumn, Workbook};
use documents::write::xlsx;
use kernel::Fault;
use web::languages::Texts;

/// A list that can be fetched.
pub struct ListFile<'list> {
    /// The stem of the files' names: `chase` gives `chase.csv` and `chase.xlsx`.
    pub stem: &'static str,
    /// The list's title.
    pub title: String,
    /// What it belongs to.
    pub subject: &'list str,
    /// Who made it.
    pub author: &'list str,
    /// Whether everything in it is invented.
    pub fictional: bool,
    /// The keys of the columns' heads, and their widths in a workbook.
    pub columns: &'static [(&'static str, f64)],
    /// The rows, as long as there are columns.
    pub rows: Vec<Vec<String>>,
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl ListFile<'_> {
    /// The list as the file with this name; nothing for other names.
    pub fn answer(
        &self,
        name: &str,
        now: DateTime<Utc>,
        texts: &Texts,
    ) -> Result<Option<Response>, Fault> {
        let Some((stem, ending)) = name.split_once('.') else {
            return Ok(None);
        };
        let (bytes, kind) = match (stem == self.stem, ending) {
            (true, "csv") => (self.csv(texts)?, "text/csv; charset=utf-8"),
            (true, "xlsx") => (self.workbook(now, texts)?, XLSX),
            _ => return Ok(None),
        };
        let mut answer = bytes.into_response();
        let headers = answer.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        let offered = format!("attachment; filename=\"{name}\"");
        if let Ok(offered) = HeaderValue::try_from(offered) {
            headers.insert(CONTENT_DISPOSITION, offered);
        }
        Ok(Some(answer))
    }

    /// Semicolons and a byte order mark: a Danish Excel opens it right by a double click.
    fn csv(&self, texts: &Texts) -> Result<Vec<u8>, Fault> {
        let failed = |error: ::csv::Error| Fault::caused_by("writing a list", error);
        let mut lines = ::csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(::csv::Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        let heads = self.columns.iter().map(|(key, _)| texts.say(key));
        lines.write_record(heads).map_err(failed)?;
        for row in &self.rows {
            lines
                .write_record(row.iter().map(|value| guarded(value)))
                .map_err(failed)?;
        }
        let bytes = lines.into_inner();
        bytes.map_err(|error| Fault::new(format!("writing a list: {error}")))
    }

    fn workbook(&self, now: DateTime<Utc>, texts: &Texts) -> Result<Vec<u8>, Fault> {
        let column = |(key, width): &(&str, f64)| SheetColumn::new(texts.say(key), *width);
        let sheet = Sheet {
            name: self.title.chars().take(31).collect(),
            title: self.title.clone(),
            columns: self.columns.iter().map(column).collect(),
            rows: self
                .rows
                .iter()
                .map(|row| {
                    row.iter()
                        .map(|value| SheetCell::text(value.clone()))
                        .collect()
                })
                .collect(),
            frozen_columns: 2,
            filter: true,
            ..Sheet::default()
        };
        let book = Workbook {
            title: self.title.clone(),
            subject: self.subject.to_owned(),
            author: self.author.to_owned(),
            language: texts.language(),
            dated: now,
            notice: self.fictional.then(|| texts.say("report-fictional")),
            page: texts.say("report-word-page"),
            of: texts.say("report-word-of"),
            sheets: vec![sheet],
        };
        xlsx::write(&book).map_err(|error| Fault::caused_by("writing a list", error))
    }
}

/// A value that a spreadsheet would take for a formula gets an apostrophe before it.
fn guarded(value: &str) -> String {
    match value.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{value}"),
        false => value.to_owned(),
    }
}
