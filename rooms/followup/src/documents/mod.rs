//! The aggregate report as files: Word, PDF, Excel, HTML, CSV and JSON.
//!
//! [`render`] writes; [`read_csv`] and [`read_json`] read the open data back without loss.

mod csv;
pub mod dictionary;
mod json;
mod marks;
pub mod prefilled;
mod report;
mod voice;
mod workbook;

pub use csv::{CSV_COLUMNS, read_csv};
pub use json::read_json;
pub use report::outline;
pub use workbook::workbook;

use crate::rules::aggregate_report::{AggregateReport, EntryFacts, FormFacts};
use documents::write::{Typeset, docx, html, xlsx};
use kernel::{Fault, MunicipalityCode};
use web::languages::Texts;

/// A kind of file that the report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportFormat {
    /// Word, to go on editing.
    Docx,
    /// PDF/UA-1, to send and to print.
    Pdf,
    /// Excel, a sheet per view.
    Xlsx,
    /// One page that stands alone.
    Html,
    /// One line per entry.
    Csv,
    /// The report as data.
    Json,
}

impl ReportFormat {
    /// All formats.
    pub const ALL: [ReportFormat; 6] = [
        ReportFormat::Docx,
        ReportFormat::Pdf,
        ReportFormat::Xlsx,
        ReportFormat::Html,
        ReportFormat::Csv,
        ReportFormat::Json,
    ];

    /// The end of a file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            ReportFormat::Docx => "docx",
            ReportFormat::Pdf => "pdf",
            ReportFormat::Xlsx => "xlsx",
            ReportFormat::Html => "html",
            ReportFormat::Csv => "csv",
            ReportFormat::Json => "json",
        }
    }

    /// The format with this end of a file's name.
    pub fn from_extension(extension: &str) -> Option<Self> {
        let wanted = extension.to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|format| format.extension() == wanted)
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            ReportFormat::Docx => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            ReportFormat::Pdf => "application/pdf",
            ReportFormat::Xlsx => {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
            ReportFormat::Html => "text/html; charset=utf-8",
            ReportFormat::Csv => "text/csv; charset=utf-8",
            ReportFormat::Json => "application/json",
        }
    }
}

/// Writes the report in a format. The same report, format and language give the same bytes.
///
/// # Errors
/// A fault where a writer or the typesetter fails; never because of what people have answered.
pub fn render(
    report: &AggregateReport,
    format: ReportFormat,
    texts: &Texts,
    typeset: &Typeset,
) -> Result<Vec<u8>, Fault> {
    let failed = |error| {
        Fault::caused_by(
            format!("writing the report as {}", format.extension()),
            error,
        )
    };
    match format {
        ReportFormat::Docx => docx::write(&outline(report, texts)).map_err(failed),
        ReportFormat::Pdf => typeset(&outline(report, texts)),
        ReportFormat::Xlsx => xlsx::write(&workbook(report, texts)).map_err(failed),
        ReportFormat::Html => Ok(html::write(&outline(report, texts)).into_bytes()),
        ReportFormat::Csv => csv::write(report),
        ReportFormat::Json => json::write(report),
    }
}

/// The answers of one municipality as read from a report's open data.
#[derive(Debug, Clone, PartialEq)]
pub struct MunicipalityEntries {
    /// The municipality.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: String,
    /// The form that the answers came with, if there was one that counted.
    pub form: Option<FormFacts>,
    /// The entries by the recommendation's number, in the report's order.
    pub entries: Vec<(u32, EntryFacts)>,
}

/// The answers of a round as read from a report's open data.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundEntries {
    /// The programme's key.
    pub programme: String,
    /// The round's key.
    pub round: String,
    /// The municipalities in the file's order.
    pub municipalities: Vec<MunicipalityEntries>,
}

impl RoundEntries {
    /// The entries of a report.
    pub fn of(report: &AggregateReport) -> Self {
        let numbers = || report.recommendations.iter().map(|one| one.number);
        let rows = report.participants.iter().zip(&report.matrix);
        Self {
            programme: report.programme.key.clone(),
            round: report.round.key.clone(),
            municipalities: rows
                .map(|(participant, row)| MunicipalityEntries {
                    code: participant.code.clone(),
                    name: participant.name.clone(),
                    form: participant.form.clone(),
                    entries: numbers().zip(row.iter().cloned()).collect(),
                })
                .collect(),
        }
    }

    /// The answers of one municipality.
    pub fn municipality(&self, code: &MunicipalityCode) -> Option<&MunicipalityEntries> {
        self.municipalities.iter().find(|one| one.code == *code)
    }
}

/// What is wrong with a file of open data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableData {
    /// What happened, why, and what to do.
    pub message: kernel::Message,
}

#[cfg(test)]
mod tests;
