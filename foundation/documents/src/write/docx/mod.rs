//! A report as a Word file that people go on editing: real heading styles, header rows that
//! repeat, captions, a table of contents that can be updated, text alternatives, the language
//! and the title.
//!
//! Written by hand because the crate at hand (docx-rs 0.4.22) has no header rows for tables.
//! The same input gives the same bytes: the container's times are fixed, ids are counted.

mod body;
mod controls;
mod drawing;
mod package;
mod paragraphs;
mod properties;
mod sections;
mod styles;
mod tables;

use super::WriteFault;
use super::outline::Report;

/// Writes a report as a Word file.
///
/// Cells may carry form controls (drop-down lists and check boxes), so that blank and filled
/// forms are written from the same model.
///
/// # Errors
/// [`WriteFault`] where the container or a drawn picture cannot be written.
pub fn write(report: &Report) -> Result<Vec<u8>, WriteFault> {
    let document = body::document(report)?;
    package::pack(report, &document)
}

/// Millimetres in Word's twentieths of a point.
fn twips(millimetres: f64) -> i64 {
    (millimetres * 1440.0 / 25.4).round() as i64
}

/// A colour as six hexadecimal digits.
fn hex(document_model::Rgb(red, green, blue): document_model::Rgb) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}
