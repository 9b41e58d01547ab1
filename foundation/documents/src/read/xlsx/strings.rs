use super::colors::Colors;
use super::styles::font_property;
use crate::read::ReadError;
use crate::read::format::RunFormat;
use crate::read::xml::{Element, Node, Xml};

/// A text in parts; a part without formatting of its own takes the cell's.
pub(super) type SharedString = Vec<(String, Option<RunFormat>)>;

/// All texts that cells refer to by number.
pub(super) fn read(text: &str, colors: &Colors) -> Result<Vec<SharedString>, ReadError> {
    let mut strings = Vec::new();
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next()? {
        if let Node::Start(element) = node
            && element.name() == "si"
        {
            strings.push(rich(&mut xml, "si", colors)?);
        }
    }
    Ok(strings)
}

/// A text with formatted parts, up to the end of `outer`.
pub(super) fn rich(
    xml: &mut Xml<'_>,
    outer: &str,
    colors: &Colors,
) -> Result<SharedString, ReadError> {
    let mut parts = SharedString::new();
    let mut format = None;
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(element) => match element.name() {
                "r" => format = None,
                "rPr" => format = Some(RunFormat::default()),
                "t" => push(&mut parts, xml.text()?, format),
                // How to pronounce a text, in Japanese workbooks.
                "rPh" => xml.skip()?,
                _ => property(&element, colors, &mut format),
            },
            Node::End(end) if end.name() == outer => break,
            _ => {}
        }
    }
    Ok(parts)
}

fn property(element: &Element<'_>, colors: &Colors, format: &mut Option<RunFormat>) {
    if let Some(format) = format {
        font_property(element, colors, format);
    }
}

fn push(parts: &mut SharedString, text: String, format: Option<RunFormat>) {
    if !text.is_empty() {
        parts.push((unescape(text), format));
    }
}

/// Excel writes what XML cannot hold as `_x000D_`.
fn unescape(text: String) -> String {
    match text.contains("_x000D_") {
        true => text.replace("_x000D_", ""),
        false => text,
    }
}
