//! Paper, margins, the head and foot of each page.

use super::body::WORD;
use super::twips;
use crate::write::outline::{Paper, Report};
use crate::write::xml::Xml;

/// The margin at both sides, in millimetres.
pub(super) fn side_margin(paper: Paper) -> f64 {
    match paper {
        Paper::A4 => 20.0,
        Paper::A4Landscape | Paper::A3Landscape => 15.0,
    }
}

/// The width between the margins, in millimetres.
pub(super) fn text_width(paper: Paper) -> f64 {
    paper.size().0 - 2.0 * side_margin(paper)
}

/// The properties that end a section.
pub(super) fn section(xml: &mut Xml, paper: Paper) {
    let (width, height) = paper.size();
    let (width, height) = (twips(width).to_string(), twips(height).to_string());
    let side = twips(side_margin(paper)).to_string();
    xml.open("w:sectPr", &[]);
    xml.empty(
        "w:headerReference",
        &[("w:type", "default"), ("r:id", "rIdHeader")],
    );
    xml.empty(
        "w:footerReference",
        &[("w:type", "default"), ("r:id", footer_id(paper))],
    );
    xml.empty("w:type", &[("w:val", "nextPage")]);
    let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
    if paper != Paper::A4 {
        size.push(("w:orient", "landscape"));
    }
    xml.empty("w:pgSz", &size);
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", "1130"),
            ("w:right", &side),
            ("w:bottom", "1070"),
            ("w:left", &side),
            ("w:header", "500"),
            ("w:footer", "500"),
            ("w:gutter", "0"),
        ],
    );
    xml.close();
}

/// The head of each page: the notice, if the report has one.
pub(super) fn header(report: &Report) -> String {
    let mut xml = Xml::document();
    xml.open("w:hdr", &[("xmlns:w", WORD)]);
    xml.open("w:p", &[])
        .open("w:pPr", &[])
        .empty("w:pStyle", &[("w:val", "Header")])
        .close();
    if let Some(notice) = &report.notice {
        text_run(&mut xml, notice);
    }
    xml.finish()
}

/// The papers, each with a foot of its own: the page number stands at the right margin.
pub(super) const PAPERS: [(Paper, &str, &str); 3] = [
    (Paper::A4, "rIdFooter1", "footer1.xml"),
    (Paper::A4Landscape, "rIdFooter2", "footer2.xml"),
    (Paper::A3Landscape, "rIdFooter3", "footer3.xml"),
];

fn footer_id(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => PAPERS[0].1,
        Paper::A4Landscape => PAPERS[1].1,
        Paper::A3Landscape => PAPERS[2].1,
    }
}

/// The foot of each page: the title, and the page's number of how many.
pub(super) fn footer(report: &Report, paper: Paper) -> String {
    let right = twips(text_width(paper)).to_string();
    let mut xml = Xml::document();
    xml.open("w:ftr", &[("xmlns:w", WORD)]);
    xml.open("w:p", &[])
        .open("w:pPr", &[])
        .empty("w:pStyle", &[("w:val", "Footer")]);
    xml.open("w:tabs", &[])
        .empty("w:tab", &[("w:val", "right"), ("w:pos", &right)])
        .close()
        .close();
    text_run(&mut xml, &report.title);
    xml.open("w:r", &[]).empty("w:tab", &[]).close();
    text_run(&mut xml, &format!("{} ", report.words.page));
    field(&mut xml, "PAGE", "1");
    text_run(&mut xml, &format!(" {} ", report.words.of));
    field(&mut xml, "NUMPAGES", "1");
    xml.finish()
}

fn text_run(xml: &mut Xml, text: &str) {
    xml.open("w:r", &[])
        .leaf("w:t", &[("xml:space", "preserve")], text)
        .close();
}

/// A field with the text that shows until it is updated.
pub(super) fn field(xml: &mut Xml, instruction: &str, shown: &str) {
    xml.open("w:fldSimple", &[("w:instr", &format!(" {instruction} "))]);
    text_run(xml, shown);
    xml.close();
}
