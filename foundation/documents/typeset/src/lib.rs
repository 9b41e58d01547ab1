//! A report as PDF: tagged for screen readers (PDF/UA-1), with its fonts inside.
//!
//! The layout is one Typst source, `report.typ`; a report comes to it as data, so that nothing
//! that people write is ever taken for markup. Nothing is fetched and no clock is asked: the
//! same report gives the same bytes. A crate of its own because Typst takes minutes to build.

mod world;

use chrono::{Datelike, Timelike};
use documents::write::outline::Report;
use serde_json::{Value, json};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::{Desk, is_covered};

/// Why a PDF could not be made.
#[derive(Debug, thiserror::Error)]
pub enum TypesetFault {
    /// The report could not be handed over as data.
    #[error("the report cannot be written as data")]
    Data(#[from] serde_json::Error),
    /// The typesetter refused: the layout is wrong, or the result would not be accessible.
    #[error("the typesetter refused: {0}")]
    Refused(String),
}

/// Sets a report as PDF/UA-1.
///
/// Characters that no font at hand has (emoji above all) are shown as □: PDF/UA does not allow
/// characters without a picture, and one emoji in a remark must not stop a region's report.
///
/// # Errors
/// [`TypesetFault::Refused`] where the result would not be accessible, for example a picture
/// without a text alternative or a skipped heading level.
pub fn pdf(report: &Report) -> Result<Vec<u8>, TypesetFault> {
    let result = set(report);
    // The typesetter remembers what it has computed; a server must not grow by it.
    typst::comemo::evict(0);
    result
}

fn set(report: &Report) -> Result<Vec<u8>, TypesetFault> {
    let desk = Desk::new(serde_json::to_vec(&data(report)?)?);
    let document = typst::compile::<PagedDocument>(&desk)
        .output
        .map_err(refused)?;
    typst_pdf::pdf(&document, &options(report)?).map_err(refused)
}

/// The report as data, with what the layout needs to know about its date.
fn data(report: &Report) -> Result<Value, serde_json::Error> {
    let mut value = serde_json::to_value(report)?;
    show_only_what_can_be_shown(&mut value);
    let day = report.dated;
    Ok(json!({
        "report": value,
        "year": day.year(), "month": day.month(), "day": day.day(),
        "hour": day.hour(), "minute": day.minute(), "second": day.second(),
    }))
}

fn show_only_what_can_be_shown(value: &mut Value) {
    match value {
        Value::String(text) => {
            let shown = |letter: &char| is_covered(*letter) || matches!(letter, '\n' | '\t');
            if !text.chars().all(|letter| shown(&letter)) {
                *text = text.chars().filter_map(showable).collect();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(show_only_what_can_be_shown),
        Value::Object(fields) => fields.values_mut().for_each(show_only_what_can_be_shown),
        _ => {}
    }
}

/// What stands for a character: itself, nothing for what is invisible, or □.
fn showable(letter: char) -> Option<char> {
    // Variation selectors, joiners and marks of direction change other characters' looks only.
    let invisible = matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    match letter {
        '\n' | '\t' => Some(letter),
        letter if is_covered(letter) => Some(letter),
        letter if invisible || letter.is_control() => None,
        _ => Some('□'),
    }
}

fn options(report: &Report) -> Result<PdfOptions, TypesetFault> {
    let day = report.dated;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|fault| TypesetFault::Refused(fault.message().to_string()))?;
    let moment = Datetime::from_ymd_hms(
        day.year(),
        day.month() as u8,
        day.day() as u8,
        day.hour() as u8,
        day.minute() as u8,
        day.second() as u8,
    );
    Ok(PdfOptions {
        ident: Smart::Custom(format!("{}\n{}\n{day}", report.author, report.title)),
        creator: Smart::Custom(Some("Pejling".to_owned())),
        timestamp: moment.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

fn refused(faults: impl IntoIterator<Item = SourceDiagnostic>) -> TypesetFault {
    let messages: Vec<String> = faults
        .into_iter()
        .map(|fault| fault.message.to_string())
        .collect();
    TypesetFault::Refused(messages.join("; "))
}
