//! Papers as files, written here by hand so that no mistake of our own writers can hide one of
//! our readers.

mod csv;
mod docx;
mod docx_controls;
mod html;
mod odf;
mod odf_styles;
mod package;
mod print;
mod text;
mod xlsx;

pub use print::{Printing, print};

use super::paper::Paper;
use super::shape::Format;

/// The bytes of a file.
pub fn write(paper: &Paper, format: Format) -> Vec<u8> {
    match format.written_as() {
        Format::Odt => odf::write(paper, odf::Kind::Text),
        Format::Ods => odf::write(paper, odf::Kind::Spreadsheet),
        Format::Xlsx => xlsx::write(paper),
        Format::Html => html::write(paper).into_bytes(),
        Format::Csv => csv::write(paper),
        Format::Text => text::write(paper).into_bytes(),
        _ => docx::write(paper),
    }
}
