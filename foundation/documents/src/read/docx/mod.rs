//! Word files (Office Open XML), read as a person sees them: styles, theme colours, merged
//! cells, form controls and tracked changes resolved.

mod body;
mod controls;
mod paragraphs;
mod shading;
mod styles;
mod tables;

use super::ReadError;
use super::archive::Archive;
use super::builder::Builder;
use super::office::{self, Relationship};
use body::Body;
use document_model::{Block, Document, Format};
use styles::Styles;

const MAIN: &str = "word/document.xml";

/// Reads a Word file.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes)?;
    let main = main_part(&mut archive)?;
    let links = office::relationships(&mut archive, &main)?;
    let styles = styles(&mut archive, &links)?;
    let mut builder = Builder::new(Format::Docx);
    office::properties(&mut archive, &mut builder)?;
    headers_and_footers(&mut archive, &links, &styles, &mut builder)?;
    office::remarks(&archive, &links, &mut builder);
    let text = archive.require(&main)?;
    drop(archive);
    let mut body = Body::new(&styles, builder);
    body.number_pages(&text);
    body.read(&text)?;
    body.into_builder().finish()
}

fn main_part(archive: &mut Archive<'_>) -> Result<String, ReadError> {
    if archive.has(MAIN) {
        return Ok(MAIN.to_owned());
    }
    let links = office::relationships(archive, "")?;
    let main = links.into_iter().find(|link| link.kind == "officeDocument");
    main.map(|link| link.target)
        .ok_or_else(|| ReadError::damaged("no main document"))
}

fn styles(archive: &mut Archive<'_>, links: &[Relationship]) -> Result<Styles, ReadError> {
    let theme = match part_of(archive, links, "theme")? {
        Some(text) => office::theme(&text)?,
        None => office::Theme::new(),
    };
    match part_of(archive, links, "styles")? {
        Some(text) => Styles::read(text, theme),
        None => Ok(Styles::empty(theme)),
    }
}

fn part_of(
    archive: &mut Archive<'_>,
    links: &[Relationship],
    kind: &str,
) -> Result<Option<String>, ReadError> {
    let mut own = links.iter().filter(|link| !link.external);
    match own.find(|link| link.kind == kind) {
        Some(link) => archive.part(&link.target),
        None => Ok(None),
    }
}

/// Municipalities put their names into headers and footers.
fn headers_and_footers(
    archive: &mut Archive<'_>,
    links: &[Relationship],
    styles: &Styles,
    builder: &mut Builder,
) -> Result<(), ReadError> {
    let own = links.iter().filter(|link| !link.external);
    for link in own.filter(|link| matches!(&*link.kind, "header" | "footer")) {
        if let Some(text) = archive.part(&link.target)? {
            let mut part = Body::new(styles, Builder::new(Format::Docx));
            part.read(&text)?;
            let words = words(&part.into_builder().finish()?);
            builder.property(&link.kind, &words);
        }
    }
    Ok(())
}

fn words(document: &Document) -> String {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(paragraph.text()),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                lines.extend(
                    cells
                        .filter(|cell| !cell.is_blank())
                        .map(|cell| cell.text()),
                );
            }
        }
    }
    lines.join("\n")
}
