//! Readers of foreign files: bytes in, a [`document_model::Document`] out. The content decides
//! what a file is; its name is only a hint.

mod archive;
mod boxes;
mod builder;
mod color;
pub mod csv;
pub mod docx;
mod encoding;
mod error;
mod format;
pub mod html;
mod limits;
pub mod odf;
mod office;
pub mod pdf;
mod sniff;
pub mod text;
pub mod xlsx;
mod xml;

pub use error::{Excess, ReadError};

use document_model::{Document, Format};

/// Reads a file of any known format. Nothing is fetched, run or written.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    if bytes.len() > limits::FILE {
        return Err(ReadError::TooLarge(Excess::File));
    }
    match sniff::sniff(name, bytes)? {
        Format::Docx => docx::read(bytes),
        Format::Xlsx => xlsx::read(bytes),
        Format::Odt | Format::Ods => odf::read(bytes),
        Format::Html => html::read(bytes),
        Format::Pdf => pdf::read(bytes),
        Format::Csv => csv::read(bytes),
        Format::Text => text::read(bytes),
    }
}
