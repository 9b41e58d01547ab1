//! What Word and Excel files have in common: themes, properties, relationships.

use super::ReadError;
use super::archive::Archive;
use super::builder::Builder;
use super::color;
use super::xml::{Node, Xml};
use document_model::{ReaderRemark, Rgb};
use std::collections::HashMap;

/// The colours of a theme by their names (`dk1`, `accent2` …).
pub(crate) type Theme = HashMap<String, Rgb>;

/// A link from one part to another.
pub(crate) struct Relationship {
    pub(crate) id: String,
    /// The last word of the relationship's type: `worksheet`, `header`, `hyperlink` …
    pub(crate) kind: String,
    /// The part's name in the archive.
    pub(crate) target: String,
    pub(crate) external: bool,
}

const THEME_NAMES: [&str; 12] = [
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
];

pub(crate) fn theme(text: &str) -> Result<Theme, ReadError> {
    let mut theme = Theme::new();
    let mut name: Option<&'static str> = None;
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next()? {
        let element = match node {
            Node::Start(element) => element,
            // Fonts and effects follow.
            Node::End(end) if end.name() == "clrScheme" => break,
            _ => continue,
        };
        let value = match element.name() {
            "srgbClr" => element.attr("val"),
            "sysClr" => element.attr("lastClr"),
            other => {
                name = THEME_NAMES
                    .into_iter()
                    .find(|known| *known == other)
                    .or(name);
                continue;
            }
        };
        if let (Some(name), Some(color)) = (name.take(), value.and_then(|v| color::hex(&v))) {
            theme.entry(name.to_owned()).or_insert(color);
        }
    }
    Ok(theme)
}

/// The relationships of a part, empty when it has none.
pub(crate) fn relationships(
    archive: &mut Archive<'_>,
    part: &str,
) -> Result<Vec<Relationship>, ReadError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let rels = format!("{folder}/_rels/{file}.rels");
    let Some(text) = archive.part(rels.trim_start_matches('/'))? else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    let mut xml = Xml::new(&text);
    while let Some(node) = xml.next()? {
        if let Node::Start(element) = node
            && element.name() == "Relationship"
        {
            let attr = |name| element.attr(name).unwrap_or_default();
            found.push(Relationship {
                id: attr("Id").into_owned(),
                kind: attr("Type")
                    .rsplit('/')
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
                target: absolute(folder, &attr("Target")),
                external: attr("TargetMode") == "External",
            });
        }
    }
    Ok(found)
}

/// A target relative to the folder of its part, without ever leaving the archive.
fn absolute(folder: &str, target: &str) -> String {
    if let Some(rooted) = target.strip_prefix('/') {
        return rooted.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Notes macros and references to other files. Hyperlinks are ordinary text with an address.
pub(crate) fn remarks(archive: &Archive<'_>, links: &[Relationship], builder: &mut Builder) {
    let names = archive.names();
    if names.iter().any(|name| name.ends_with("vbaProject.bin")) {
        builder.remark(ReaderRemark::MacrosIgnored);
    }
    let foreign = |link: &Relationship| link.external && link.kind != "hyperlink";
    let linked_book = |name: &String| name.contains("/externalLinks/");
    if links.iter().any(foreign) || names.iter().any(linked_book) {
        builder.remark(ReaderRemark::ExternalLinksIgnored);
    }
}

/// Title, author, company and the file's own properties.
pub(crate) fn properties(
    archive: &mut Archive<'_>,
    builder: &mut Builder,
) -> Result<(), ReadError> {
    for part in ["docProps/core.xml", "docProps/app.xml"] {
        if let Some(text) = archive.part(part)? {
            simple_properties(&text, builder)?;
        }
    }
    match archive.part("docProps/custom.xml")? {
        Some(text) => custom_properties(&text, builder),
        None => Ok(()),
    }
}

fn simple_properties(text: &str, builder: &mut Builder) -> Result<(), ReadError> {
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next()? {
        if let Node::Start(element) = node
            && let Some(name) = property_name(element.name())
        {
            let value = xml.text()?;
            builder.property(name, &value);
        }
    }
    Ok(())
}

fn property_name(element: &str) -> Option<&'static str> {
    Some(match element {
        "title" => "title",
        "subject" => "subject",
        "creator" => "author",
        "lastModifiedBy" => "last modified by",
        "keywords" => "keywords",
        "description" => "description",
        "category" => "category",
        "created" => "created",
        "modified" => "modified",
        "Company" => "company",
        "Manager" => "manager",
        "Pages" => "pages",
        "Application" => "application",
        _ => return None,
    })
}

fn custom_properties(text: &str, builder: &mut Builder) -> Result<(), ReadError> {
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next()? {
        if let Node::Start(element) = node
            && element.name() == "property"
        {
            let name = element.attr("name").unwrap_or_default().into_owned();
            let value = xml.text()?;
            builder.property(&name, &value);
        }
    }
    Ok(())
}
