//! Excel files (Office Open XML): every sheet as a table with its fills, fonts and merged cells.
//! Formulas are not computed; what Excel stored as their results is read.

mod colors;
mod merges;
mod numbers;
mod sheet;
mod strings;
mod styles;

use super::ReadError;
use super::archive::Archive;
use super::builder::Builder;
use super::office::{self, Relationship, Theme};
use super::xml::{Node, Xml};
use document_model::{Document, Format, ReaderRemark};
use sheet::Sheet;
use strings::SharedString;
use styles::CellStyles;

/// A workbook's sheet as the workbook lists it.
struct Listed {
    name: String,
    relationship: String,
    hidden: bool,
}

/// What all sheets share.
pub(super) struct Workbook {
    strings: Vec<SharedString>,
    styles: CellStyles,
    /// Whether days count from 1904, as old Macintosh files do.
    from_1904: bool,
}

/// Reads an Excel file.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes)?;
    let main = main_part(&mut archive)?;
    let mut links = office::relationships(&mut archive, &main)?;
    let mut builder = Builder::new(Format::Xlsx);
    office::properties(&mut archive, &mut builder)?;
    let (listed, from_1904) = sheets(&archive.require(&main)?)?;
    let workbook = workbook(&mut archive, &links, from_1904)?;
    for sheet in listed {
        read_sheet(&mut archive, &mut links, &workbook, sheet, &mut builder)?;
    }
    office::remarks(&archive, &links, &mut builder);
    builder.finish()
}

fn main_part(archive: &mut Archive<'_>) -> Result<String, ReadError> {
    let links = office::relationships(archive, "")?;
    let main = links.into_iter().find(|link| link.kind == "officeDocument");
    Ok(main.map_or_else(|| "xl/workbook.xml".to_owned(), |link| link.target))
}

fn sheets(text: &str) -> Result<(Vec<Listed>, bool), ReadError> {
    let mut listed = Vec::new();
    let mut from_1904 = false;
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next()? {
        let Node::Start(element) = node else { continue };
        match element.name() {
            "sheet" => listed.push(Listed {
                name: element.attr("name").unwrap_or_default().into_owned(),
                relationship: element.attr("id").unwrap_or_default().into_owned(),
                hidden: element
                    .attr("state")
                    .is_some_and(|state| state != "visible"),
            }),
            "workbookPr" => from_1904 = element.flag("date1904"),
            _ => {}
        }
    }
    Ok((listed, from_1904))
}

fn workbook(
    archive: &mut Archive<'_>,
    links: &[Relationship],
    from_1904: bool,
) -> Result<Workbook, ReadError> {
    let theme = match part_of(archive, links, "theme")? {
        Some(text) => office::theme(&text)?,
        None => Theme::new(),
    };
    let styles = match part_of(archive, links, "styles")? {
        Some(text) => CellStyles::read(&text, theme)?,
        None => CellStyles::default(),
    };
    let strings = match part_of(archive, links, "sharedStrings")? {
        Some(text) => strings::read(&text, &styles.colors)?,
        None => Vec::new(),
    };
    Ok(Workbook {
        strings,
        styles,
        from_1904,
    })
}

fn part_of(
    archive: &mut Archive<'_>,
    links: &[Relationship],
    kind: &str,
) -> Result<Option<String>, ReadError> {
    match links
        .iter()
        .find(|link| link.kind == kind && !link.external)
    {
        Some(link) => archive.part(&link.target),
        None => Ok(None),
    }
}

fn read_sheet(
    archive: &mut Archive<'_>,
    links: &mut Vec<Relationship>,
    workbook: &Workbook,
    listed: Listed,
    builder: &mut Builder,
) -> Result<(), ReadError> {
    let Some(link) = links.iter().find(|link| link.id == listed.relationship) else {
        return Err(ReadError::damaged("a sheet is missing"));
    };
    // Chart and dialogue sheets hold no cells.
    let target = link.target.clone();
    if link.kind != "worksheet" {
        return Ok(());
    }
    let text = archive.require(&target)?;
    let own = office::relationships(archive, &target)?;
    links.extend(own.into_iter().filter(|link| link.external));
    if listed.hidden {
        builder.remark(ReaderRemark::HiddenContentRead);
    }
    builder.open_table(Some(listed.name))?;
    Sheet::new(workbook, builder).read(&text)?;
    builder.close_table()
}
