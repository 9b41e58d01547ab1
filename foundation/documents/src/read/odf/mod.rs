//! OpenDocument text and spreadsheets, packed (`.odt`, `.ods`) or as one XML file (`.fodt`).

mod cells;
mod controls;
mod properties;
mod styles;
mod text;

use super::ReadError;
use super::archive::Archive;
use super::builder::Builder;
use super::xml::{Node, Xml};
use document_model::{Document, Format, ReaderRemark};
use styles::Styles;
use text::Content;

/// Reads an OpenDocument file.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    match bytes.starts_with(b"PK") {
        true => packed(bytes),
        false => flat(bytes),
    }
}

fn packed(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes)?;
    let manifest = archive.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ReadError::Encrypted);
    }
    let content = archive.require("content.xml")?;
    let mut styles = Styles::default();
    let mut builder = Builder::new(format(&content)?);
    if let Some(text) = archive.part("styles.xml")? {
        styles.read(&text)?;
        properties::headers_and_footers(&text, &mut builder)?;
    }
    if let Some(meta) = archive.part("meta.xml")? {
        properties::meta(&meta, &mut builder)?;
    }
    let macros = |name: &String| name.starts_with("Basic/") || name.starts_with("Scripts/");
    if archive.names().iter().any(macros) {
        builder.remark(ReaderRemark::MacrosIgnored);
    }
    drop(archive);
    content_of(&content, styles, builder)
}

fn flat(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(ReadError::damaged)?;
    let mut builder = Builder::new(format(text)?);
    properties::meta(text, &mut builder)?;
    content_of(text, Styles::default(), builder)
}

fn content_of(text: &str, mut styles: Styles, builder: Builder) -> Result<Document, ReadError> {
    styles.read(text)?;
    let forms = controls::forms(text)?;
    let mut content = Content::new(&styles, forms, builder);
    content.read(text)?;
    content.into_builder().finish()
}

/// Whether a text or a spreadsheet stands in the body.
fn format(content: &str) -> Result<Format, ReadError> {
    let mut xml = Xml::new(content);
    let mut in_body = false;
    while let Some(node) = xml.next()? {
        let Node::Start(element) = node else { continue };
        match element.name() {
            "body" => in_body = true,
            "text" if in_body => return Ok(Format::Odt),
            "spreadsheet" if in_body => return Ok(Format::Ods),
            _ if in_body => break,
            _ => {}
        }
    }
    Err(ReadError::UnknownFormat)
}
