use crate::read::ReadError;
use crate::read::builder::Builder;
use crate::read::xml::{Node, Xml};

/// Title, author and the file's own properties.
pub(super) fn meta(text: &str, builder: &mut Builder) -> Result<(), ReadError> {
    let mut xml = Xml::new(text);
    let mut in_meta = false;
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(element) if element.name() == "meta" => in_meta = true,
            Node::Start(element) if in_meta => {
                let name = match element.name() {
                    "user-defined" => element.attr("name").unwrap_or_default().into_owned(),
                    known => property_name(known).to_owned(),
                };
                if !name.is_empty() {
                    let value = xml.text()?;
                    builder.property(&name, &value);
                }
            }
            Node::End(end) if end.name() == "meta" => break,
            _ => {}
        }
    }
    Ok(())
}

fn property_name(element: &str) -> &'static str {
    match element {
        "title" => "title",
        "subject" => "subject",
        "initial-creator" => "author",
        "creator" => "last modified by",
        "keyword" => "keywords",
        "description" => "description",
        "creation-date" => "created",
        "date" => "modified",
        "generator" => "application",
        _ => "",
    }
}

/// Municipalities put their names into headers and footers.
pub(super) fn headers_and_footers(text: &str, builder: &mut Builder) -> Result<(), ReadError> {
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next()? {
        let Node::Start(element) = node else { continue };
        let name = match element.name() {
            "header" | "header-first" => "header",
            "footer" | "footer-first" => "footer",
            _ => continue,
        };
        let words = xml.text()?;
        builder.property(
            name,
            words
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .as_str(),
        );
    }
    Ok(())
}
