//! Named styles, so that whoever goes on editing changes the look in one place.

use super::body::WORD;
use super::properties::language_tag;
use crate::write::xml::Xml;
use kernel::Language;

const FONT: &str = "Calibri";
const INK: &str = "1A1A1A";
const BLUE: &str = "0B3A5B";
const GREY: &str = "55606A";

/// One paragraph style: sizes in half points, distances in twips.
struct Look {
    id: &'static str,
    name: &'static str,
    next: &'static str,
    size: u32,
    bold: bool,
    color: &'static str,
    before: u32,
    after: u32,
    line: u32,
    level: Option<u8>,
    keep_next: bool,
    indent: u32,
    quick: bool,
}

const PLAIN: Look = Look {
    id: "",
    name: "",
    next: "",
    size: 21,
    bold: false,
    color: INK,
    before: 0,
    after: 120,
    line: 269,
    level: None,
    keep_next: false,
    indent: 0,
    quick: false,
};

fn looks() -> Vec<Look> {
    let heading = Look {
        bold: true,
        color: BLUE,
        keep_next: true,
        next: "Normal",
        quick: true,
        line: 240,
        ..PLAIN
    };
    let contents = Look {
        after: 40,
        line: 250,
        ..PLAIN
    };
    vec![
        Look {
            id: "Normal",
            name: "Normal",
            quick: true,
            ..PLAIN
        },
        Look {
            id: "Title",
            name: "Title",
            next: "Subtitle",
            size: 52,
            before: 120,
            after: 60,
            ..heading
        },
        Look {
            id: "Subtitle",
            name: "Subtitle",
            size: 28,
            bold: false,
            color: GREY,
            after: 200,
            ..heading
        },
        Look {
            id: "Heading1",
            name: "heading 1",
            size: 36,
            before: 400,
            after: 140,
            level: Some(0),
            ..heading
        },
        Look {
            id: "Heading2",
            name: "heading 2",
            size: 27,
            before: 320,
            after: 100,
            level: Some(1),
            ..heading
        },
        Look {
            id: "Heading3",
            name: "heading 3",
            size: 23,
            before: 240,
            after: 80,
            level: Some(2),
            ..heading
        },
        Look {
            id: "Heading4",
            name: "heading 4",
            size: 21,
            before: 200,
            after: 60,
            level: Some(3),
            ..heading
        },
        Look {
            id: "TOCHeading",
            name: "TOC Heading",
            size: 27,
            before: 320,
            after: 100,
            ..heading
        },
        Look {
            id: "TOC1",
            name: "toc 1",
            bold: true,
            before: 60,
            ..contents
        },
        Look {
            id: "TOC2",
            name: "toc 2",
            indent: 280,
            ..contents
        },
        Look {
            id: "TOC3",
            name: "toc 3",
            indent: 560,
            ..contents
        },
        Look {
            id: "Caption",
            name: "caption",
            size: 19,
            bold: true,
            color: GREY,
            before: 160,
            after: 80,
            keep_next: true,
            quick: true,
            line: 240,
            ..PLAIN
        },
        Look {
            id: "Lead",
            name: "Lead",
            size: 25,
            after: 160,
            line: 288,
            quick: true,
            ..PLAIN
        },
        Look {
            id: "Small",
            name: "Small",
            size: 18,
            color: GREY,
            after: 80,
            line: 245,
            quick: true,
            ..PLAIN
        },
        Look {
            id: "Notice",
            name: "Notice",
            size: 21,
            bold: true,
            color: "5A3E00",
            before: 80,
            after: 200,
            quick: true,
            ..PLAIN
        },
        Look {
            id: "ListBullet",
            name: "List Bullet",
            after: 60,
            quick: true,
            ..PLAIN
        },
        Look {
            id: "ListNumber",
            name: "List Number",
            after: 60,
            quick: true,
            ..PLAIN
        },
        Look {
            id: "TableText",
            name: "Table Text",
            size: 19,
            after: 40,
            line: 245,
            quick: true,
            ..PLAIN
        },
        Look {
            id: "TableHeading",
            name: "Table Heading",
            size: 19,
            bold: true,
            after: 20,
            line: 240,
            quick: true,
            ..PLAIN
        },
        Look {
            id: "TableDense",
            name: "Table Dense",
            size: 17,
            after: 0,
            line: 228,
            quick: true,
            ..PLAIN
        },
        Look {
            id: "TableDenseNote",
            name: "Table Dense Note",
            size: 14,
            after: 0,
            line: 220,
            ..PLAIN
        },
        Look {
            id: "TableDenseHeading",
            name: "Table Dense Heading",
            size: 17,
            bold: true,
            after: 0,
            line: 228,
            quick: true,
            ..PLAIN
        },
        Look {
            id: "Spacer",
            name: "Spacer",
            size: 8,
            after: 0,
            line: 200,
            ..PLAIN
        },
        Look {
            id: "Header",
            name: "header",
            size: 17,
            color: "5A3E00",
            bold: true,
            after: 0,
            line: 240,
            ..PLAIN
        },
        Look {
            id: "Footer",
            name: "footer",
            size: 17,
            color: GREY,
            after: 0,
            line: 240,
            ..PLAIN
        },
    ]
}

/// All styles.
pub(super) fn styles(language: Language) -> String {
    let mut xml = Xml::document();
    xml.open("w:styles", &[("xmlns:w", WORD)]);
    defaults(&mut xml, language);
    for look in looks() {
        paragraph_style(&mut xml, &look);
    }
    hyperlink_style(&mut xml);
    table_style(&mut xml);
    xml.finish()
}

fn defaults(xml: &mut Xml, language: Language) {
    let tag = language_tag(language);
    xml.open("w:docDefaults", &[])
        .open("w:rPrDefault", &[])
        .open("w:rPr", &[]);
    xml.empty(
        "w:rFonts",
        &[
            ("w:ascii", FONT),
            ("w:hAnsi", FONT),
            ("w:eastAsia", FONT),
            ("w:cs", FONT),
        ],
    );
    xml.empty("w:sz", &[("w:val", "21")])
        .empty("w:szCs", &[("w:val", "21")]);
    xml.empty(
        "w:lang",
        &[("w:val", tag), ("w:eastAsia", tag), ("w:bidi", "ar-SA")],
    );
    xml.close().close().close();
}

fn paragraph_style(xml: &mut Xml, look: &Look) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", look.id)];
    if look.id == "Normal" {
        attributes.push(("w:default", "1"));
    }
    xml.open("w:style", &attributes)
        .empty("w:name", &[("w:val", look.name)]);
    if look.id != "Normal" {
        xml.empty("w:basedOn", &[("w:val", "Normal")]);
    }
    if !look.next.is_empty() {
        xml.empty("w:next", &[("w:val", look.next)]);
    }
    if look.quick {
        xml.empty("w:qFormat", &[]);
    }
    paragraph_properties(xml, look);
    run_properties(xml, look);
    xml.close();
}

fn paragraph_properties(xml: &mut Xml, look: &Look) {
    xml.open("w:pPr", &[]);
    if look.keep_next {
        xml.empty("w:keepNext", &[]).empty("w:keepLines", &[]);
    }
    match look.id {
        "ListBullet" => list_of(xml, "1"),
        "ListNumber" => list_of(xml, "2"),
        "Notice" => notice_frame(xml),
        "TOC1" | "TOC2" | "TOC3" => right_tab(xml, 9640),
        _ => {}
    }
    // Long Danish words break in narrow columns only; running text stays whole.
    let hyphens = if look.id.starts_with("Table") {
        "0"
    } else {
        "1"
    };
    xml.empty("w:suppressAutoHyphens", &[("w:val", hyphens)]);
    let (before, after, line) = (
        look.before.to_string(),
        look.after.to_string(),
        look.line.to_string(),
    );
    xml.empty(
        "w:spacing",
        &[
            ("w:before", &before),
            ("w:after", &after),
            ("w:line", &line),
            ("w:lineRule", "auto"),
        ],
    );
    if look.indent > 0 {
        xml.empty("w:ind", &[("w:left", &look.indent.to_string())]);
    }
    if let Some(level) = look.level {
        xml.empty("w:outlineLvl", &[("w:val", &level.to_string())]);
    }
    xml.close();
}

fn run_properties(xml: &mut Xml, look: &Look) {
    let size = look.size.to_string();
    xml.open("w:rPr", &[]);
    if look.bold {
        xml.empty("w:b", &[]).empty("w:bCs", &[]);
    }
    xml.empty("w:color", &[("w:val", look.color)]);
    xml.empty("w:sz", &[("w:val", &size)])
        .empty("w:szCs", &[("w:val", &size)]);
    xml.close();
}

fn list_of(xml: &mut Xml, number: &str) {
    xml.open("w:numPr", &[])
        .empty("w:numId", &[("w:val", number)])
        .close();
}

fn notice_frame(xml: &mut Xml) {
    xml.open("w:pBdr", &[]);
    let line = |name| {
        (
            name,
            [
                ("w:val", "single"),
                ("w:sz", "24"),
                ("w:space", "8"),
                ("w:color", "E0A100"),
            ],
        )
    };
    let (name, attributes) = line("w:left");
    xml.empty(name, &attributes).close();
    xml.empty(
        "w:shd",
        &[
            ("w:val", "clear"),
            ("w:color", "auto"),
            ("w:fill", "FFF6DF"),
        ],
    );
}

fn right_tab(xml: &mut Xml, position: u32) {
    xml.open("w:tabs", &[]);
    xml.empty(
        "w:tab",
        &[("w:val", "right"), ("w:pos", &position.to_string())],
    )
    .close();
}

fn hyperlink_style(xml: &mut Xml) {
    xml.open(
        "w:style",
        &[("w:type", "character"), ("w:styleId", "Hyperlink")],
    );
    xml.empty("w:name", &[("w:val", "Hyperlink")]);
    xml.open("w:rPr", &[])
        .empty("w:color", &[("w:val", "0B5A8F")])
        .empty("w:u", &[("w:val", "single")]);
    xml.close().close();
}

fn table_style(xml: &mut Xml) {
    xml.open(
        "w:style",
        &[
            ("w:type", "table"),
            ("w:default", "1"),
            ("w:styleId", "TableNormal"),
        ],
    );
    xml.empty("w:name", &[("w:val", "Normal Table")]);
    xml.open("w:tblPr", &[])
        .empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")])
        .close()
        .close();
    xml.open(
        "w:style",
        &[
            ("w:type", "table"),
            ("w:styleId", "ReportTable"),
            ("w:customStyle", "1"),
        ],
    );
    xml.empty("w:name", &[("w:val", "Report Table")])
        .empty("w:basedOn", &[("w:val", "TableNormal")]);
    xml.open("w:tblPr", &[]).open("w:tblBorders", &[]);
    for edge in ["w:top", "w:bottom", "w:insideH"] {
        xml.empty(
            edge,
            &[
                ("w:val", "single"),
                ("w:sz", "4"),
                ("w:space", "0"),
                ("w:color", "C5CBD1"),
            ],
        );
    }
    xml.close().close().close();
}

/// The two kinds of list; every numbered list counts from 1 by a number of its own.
pub(super) fn numbering(numbered_lists: u32) -> String {
    let mut xml = Xml::document();
    xml.open("w:numbering", &[("xmlns:w", WORD)]);
    for (id, format, text) in [("0", "bullet", "•"), ("1", "decimal", "%1.")] {
        xml.open("w:abstractNum", &[("w:abstractNumId", id)]);
        xml.empty("w:multiLevelType", &[("w:val", "singleLevel")]);
        xml.open("w:lvl", &[("w:ilvl", "0")]);
        xml.empty("w:start", &[("w:val", "1")])
            .empty("w:numFmt", &[("w:val", format)]);
        xml.empty("w:lvlText", &[("w:val", text)])
            .empty("w:lvlJc", &[("w:val", "left")]);
        xml.open("w:pPr", &[])
            .empty("w:ind", &[("w:left", "360"), ("w:hanging", "260")])
            .close();
        xml.close().close();
    }
    number(&mut xml, 1, "0", false);
    number(&mut xml, 2, "1", false);
    for list in 0..numbered_lists {
        number(&mut xml, 3 + list, "1", true);
    }
    xml.finish()
}

fn number(xml: &mut Xml, id: u32, kind: &str, restarts: bool) {
    xml.open("w:num", &[("w:numId", &id.to_string())]);
    xml.empty("w:abstractNumId", &[("w:val", kind)]);
    if restarts {
        xml.open("w:lvlOverride", &[("w:ilvl", "0")])
            .empty("w:startOverride", &[("w:val", "1")])
            .close();
    }
    xml.close();
}
