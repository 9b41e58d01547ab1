//! PDF files with text.

use super::ReadError;
use document_model::Document;

/// Reads a PDF.
pub fn read(_bytes: &[u8]) -> Result<Document, ReadError> {
    Err(ReadError::UnknownFormat)
}
