//! Paragraphs, runs, links and symbols.

use super::body::Body;
use super::hex;
use crate::write::outline::{Alignment, Link, Mark, Paragraph, Run, Style};
use crate::write::xml::Xml;
use document_model::Rgb;

/// Opens a paragraph in a style.
pub(super) fn open_paragraph(xml: &mut Xml, style: &str) {
    xml.open("w:p", &[])
        .open("w:pPr", &[])
        .empty("w:pStyle", &[("w:val", style)])
        .close();
}

/// A whole paragraph of plain text in a style.
pub(super) fn simple(xml: &mut Xml, style: &str, text: &str) {
    open_paragraph(xml, style);
    plain_run(xml, text);
    xml.close();
}

/// A name and its value on a line.
pub(super) fn fact(xml: &mut Xml, name: &str, value: &str) {
    open_paragraph(xml, "Small");
    run(
        xml,
        &format!("{name}: "),
        &Looks {
            bold: true,
            ..Looks::default()
        },
    );
    plain_run(xml, value);
    xml.close();
}

/// A paragraph of the report.
pub(super) fn paragraph(body: &mut Body, paragraph: &Paragraph) {
    let style = match paragraph.style {
        Style::Body => "Normal",
        Style::Lead => "Lead",
        Style::Small => "Small",
        Style::Notice => "Notice",
        Style::Item => "ListBullet",
    };
    styled(body, style, &paragraph.runs);
}

/// Runs in a paragraph of a named style.
pub(super) fn styled(body: &mut Body, name: &str, runs: &[Run]) {
    open_paragraph(&mut body.xml, name);
    all_runs(body, runs, None);
    body.xml.close();
}

/// An item of a numbered list.
pub(super) fn numbered_item(body: &mut Body, runs: &[Run], list: &str) {
    body.xml
        .open("w:p", &[])
        .open("w:pPr", &[])
        .empty("w:pStyle", &[("w:val", "ListNumber")]);
    body.xml
        .open("w:numPr", &[])
        .empty("w:ilvl", &[("w:val", "0")])
        .empty("w:numId", &[("w:val", list)]);
    body.xml.close().close();
    all_runs(body, runs, None);
    body.xml.close();
}

/// Opens a paragraph of a cell.
pub(super) fn open_cell_paragraph(xml: &mut Xml, style: &str, alignment: Alignment) {
    xml.open("w:p", &[])
        .open("w:pPr", &[])
        .empty("w:pStyle", &[("w:val", style)]);
    match alignment {
        Alignment::Left => {}
        Alignment::Center => drop(xml.empty("w:jc", &[("w:val", "center")])),
        Alignment::Right => drop(xml.empty("w:jc", &[("w:val", "right")])),
    }
    xml.close();
}

/// The runs of a paragraph; `ink` colours those that have no colour of their own.
pub(super) fn all_runs(body: &mut Body, runs: &[Run], ink: Option<Rgb>) {
    for one in runs {
        match &one.link {
            Some(Link::Web(address)) => {
                let id = body.link_id(address);
                body.xml
                    .open("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
                run_with_mark(&mut body.xml, one, ink, true);
                body.xml.close();
            }
            Some(Link::Heading(id)) => {
                let name = body.bookmarks.get(id.as_str()).cloned().unwrap_or_default();
                body.xml
                    .open("w:hyperlink", &[("w:anchor", &name), ("w:history", "1")]);
                run_with_mark(&mut body.xml, one, ink, true);
                body.xml.close();
            }
            None => run_with_mark(&mut body.xml, one, ink, false),
        }
    }
}

impl Body<'_> {
    fn link_id(&mut self, address: &str) -> String {
        let known = self.links.iter().find(|(_, known)| known == address);
        if let Some((id, _)) = known {
            return id.clone();
        }
        let id = format!("rIdLink{}", self.links.len() + 1);
        self.links.push((id.clone(), address.to_owned()));
        id
    }
}

/// How a run looks.
#[derive(Default, Clone, Copy)]
pub(super) struct Looks {
    pub bold: bool,
    pub italic: bool,
    pub color: Option<Rgb>,
    pub link: bool,
}

/// Plain text.
pub(super) fn plain_run(xml: &mut Xml, text: &str) {
    run(xml, text, &Looks::default());
}

fn run_with_mark(xml: &mut Xml, one: &Run, ink: Option<Rgb>, link: bool) {
    if let Some(mark) = one.mark {
        mark_run(xml, mark, one.text.is_empty(), ink);
    }
    let looks = Looks {
        bold: one.bold,
        italic: one.italic,
        color: ink,
        link,
    };
    run(xml, &one.text, &looks);
}

/// On a fill the symbol is written in the fill's ink; on paper too, as it is the darker one.
fn mark_run(xml: &mut Xml, mark: Mark, alone: bool, ink: Option<Rgb>) {
    let space = if alone { "" } else { "\u{a0}" };
    let text = format!("{}{space}", mark.shape.character());
    run(
        xml,
        &text,
        &Looks {
            color: Some(ink.unwrap_or(mark.paint.ink)),
            ..Looks::default()
        },
    );
}

/// A run; line breaks and tabs inside become Word's own.
pub(super) fn run(xml: &mut Xml, text: &str, looks: &Looks) {
    if text.is_empty() {
        return;
    }
    xml.open("w:r", &[]);
    run_properties(xml, looks);
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            xml.empty("w:br", &[]);
        }
        xml.leaf("w:t", &[("xml:space", "preserve")], line);
    }
    xml.close();
}

fn run_properties(xml: &mut Xml, looks: &Looks) {
    if !looks.bold && !looks.italic && !looks.link && looks.color.is_none() {
        return;
    }
    xml.open("w:rPr", &[]);
    if looks.link {
        xml.empty("w:rStyle", &[("w:val", "Hyperlink")]);
    }
    if looks.bold {
        xml.empty("w:b", &[]).empty("w:bCs", &[]);
    }
    if looks.italic {
        xml.empty("w:i", &[]).empty("w:iCs", &[]);
    }
    if let Some(color) = looks.color {
        xml.empty("w:color", &[("w:val", &hex(color))]);
    }
    xml.close();
}
