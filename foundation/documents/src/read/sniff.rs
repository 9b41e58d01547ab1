//! What a file is, by its content.

use super::archive::Archive;
use super::{ReadError, csv, encoding};
use document_model::Format;

/// How much of a text is looked at.
const START: usize = 4096;

pub(super) fn sniff(name: &str, bytes: &[u8]) -> Result<Format, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::EmptyFile);
    }
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    match bytes {
        [b'P', b'K', 3..=8, ..] => packed(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(old_office(name, bytes)),
        _ if start.windows(5).any(|part| part == b"%PDF-") => Ok(Format::Pdf),
        [b'{', b'\\', b'r', b't', b'f', ..] => Err(ReadError::UnknownFormat),
        _ => text(name, bytes),
    }
}

fn packed(bytes: &[u8]) -> Result<Format, ReadError> {
    let mut archive = Archive::open(bytes)?;
    if let Some(mimetype) = archive.part("mimetype")? {
        return opendocument(&mimetype);
    }
    let types = archive.part("[Content_Types].xml")?.unwrap_or_default();
    if types.contains("wordprocessingml") || types.contains("ms-word.document") {
        Ok(Format::Docx)
    } else if types.contains("sheet.binary") {
        Err(ReadError::OldExcel)
    } else if types.contains("spreadsheetml") || types.contains("ms-excel.sheet") {
        Ok(Format::Xlsx)
    } else {
        Err(ReadError::UnknownFormat)
    }
}

fn opendocument(mimetype: &str) -> Result<Format, ReadError> {
    match mimetype.trim() {
        kind if kind.contains("opendocument.text") => Ok(Format::Odt),
        kind if kind.contains("opendocument.spreadsheet") => Ok(Format::Ods),
        _ => Err(ReadError::UnknownFormat),
    }
}

/// Office's binary files, and its encrypted new ones, which are packed in the same way.
fn old_office(name: &str, bytes: &[u8]) -> ReadError {
    let name = name.to_lowercase();
    if holds(bytes, "EncryptedPackage") {
        ReadError::Encrypted
    } else if holds(bytes, "WordDocument") || name.ends_with(".doc") {
        ReadError::OldWord
    } else if holds(bytes, "Workbook") || name.ends_with(".xls") {
        ReadError::OldExcel
    } else {
        ReadError::UnknownFormat
    }
}

/// Whether a name stands in the file's directory, in UTF-16.
fn holds(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|part| part == wide)
}

fn text(name: &str, bytes: &[u8]) -> Result<Format, ReadError> {
    let start = bytes.get(..bytes.len().min(START)).unwrap_or_default();
    let start = encoding::decode(start);
    if is_binary(&start) {
        return Err(ReadError::UnknownFormat);
    }
    let lower = start.trim_start().to_lowercase();
    let name = name.to_lowercase();
    if lower.starts_with("<?xml") && lower.contains("<office:document") {
        return Ok(Format::Odt);
    }
    let page = ["<!doctype html", "<html", "<table", "<body", "<tr", "<div"];
    if page.iter().any(|tag| lower.starts_with(tag)) || lower.contains("<html") {
        return Ok(Format::Html);
    }
    let marked = lower.starts_with('<') && lower.contains("</");
    if marked && (name.ends_with(".html") || name.ends_with(".htm")) {
        return Ok(Format::Html);
    }
    let separated = [".csv", ".tsv"].iter().any(|end| name.ends_with(end));
    match separated || csv::looks_like(&encoding::decode(bytes)) {
        true => Ok(Format::Csv),
        false => Ok(Format::Text),
    }
}

fn is_binary(text: &str) -> bool {
    let strange = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}');
    text.contains('\0') || text.chars().filter(strange).count() * 50 > text.chars().count()
}
