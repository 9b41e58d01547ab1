//! Word files.

use super::docx_controls::control;
use super::package::{core_properties, escaped, zipped};
use crate::generator::paper::{ACCENTS, Cell, Fill, Grid, Line, Paper, Piece, Run};

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml""#;
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The bytes of a Word file.
pub fn write(paper: &Paper) -> Vec<u8> {
    zipped(&[
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core(paper)),
        ("docProps/app.xml", app(paper)),
        ("word/_rels/document.xml.rels", document_relations()),
        ("word/document.xml", document(paper)),
        ("word/styles.xml", styles()),
        ("word/theme/theme1.xml", theme()),
        ("word/header1.xml", header(paper)),
    ])
}

fn document(paper: &Paper) -> String {
    let pieces: String = paper.pieces.iter().map(piece).collect();
    let page = r#"<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>"#;
    format!("{HEAD}<w:document {W}><w:body>{pieces}{page}</w:body></w:document>")
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Heading(level, text) => {
            paragraph(&Line::plain(text.clone()), &format!("Heading{level}"))
        }
        Piece::Sheet(text) => paragraph(&Line::plain(text.clone()), "Heading2"),
        Piece::Text(line) => paragraph(line, ""),
        Piece::Grid(table) => grid(table),
    }
}

fn paragraph(line: &Line, style: &str) -> String {
    let style = match (style, line.bullet) {
        ("", true) => "ListBullet",
        (style, _) => style,
    };
    let properties = match style {
        "" => String::new(),
        style => format!(r#"<w:pPr><w:pStyle w:val="{style}"/></w:pPr>"#),
    };
    let runs: String = line.runs.iter().map(run).collect();
    format!("<w:p>{properties}{runs}</w:p>")
}

fn run(run: &Run) -> String {
    let mut properties = String::new();
    if run.bold {
        properties.push_str("<w:b/>");
    }
    if let Some(color) = run.color {
        properties.push_str(&format!(r#"<w:color w:val="{color}"/>"#));
    }
    if let Some(color) = run.highlight {
        properties.push_str(&format!(
            r#"<w:highlight w:val="{}"/>"#,
            highlight_name(color)
        ));
    }
    let text = escaped(&run.text);
    format!(r#"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

fn highlight_name(color: &str) -> &'static str {
    match color {
        "00FF00" => "green",
        "FFFF00" => "yellow",
        _ => "red",
    }
}

fn grid(grid: &Grid) -> String {
    let style = if grid.banded {
        "GreenBands"
    } else {
        "TableGrid"
    };
    let columns: String = grid
        .widths
        .iter()
        .map(|width| format!(r#"<w:gridCol w:w="{}"/>"#, width * 96))
        .collect();
    let rows = grid.rows.iter().enumerate();
    let rows: String = rows.map(|(at, cells)| row(grid, at, cells)).collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"#
    )
}

fn row(grid: &Grid, at: usize, cells: &[Cell]) -> String {
    let repeats = match at < grid.heading_rows {
        true => "<w:trPr><w:tblHeader/></w:trPr>",
        false => "",
    };
    let mut column = 0;
    let mut written = String::new();
    for found in cells {
        let width: u32 = grid.widths[column..column + found.across].iter().sum();
        written.push_str(&cell(found, width * 96));
        column += found.across;
    }
    format!("<w:tr>{repeats}{written}</w:tr>")
}

fn cell(cell: &Cell, width: u32) -> String {
    let mut properties = format!(r#"<w:tcW w:w="{width}" w:type="dxa"/>"#);
    if cell.across > 1 {
        properties.push_str(&format!(r#"<w:gridSpan w:val="{}"/>"#, cell.across));
    }
    match cell.down {
        0 => properties.push_str("<w:vMerge/>"),
        1 => {}
        _ => properties.push_str(r#"<w:vMerge w:val="restart"/>"#),
    }
    properties.push_str(&cell.fill.map(shading).unwrap_or_default());
    format!(
        "<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>",
        content(cell)
    )
}

fn content(cell: &Cell) -> String {
    let mut lines: String = cell.lines.iter().map(|line| paragraph(line, "")).collect();
    lines.push_str(&cell.control.as_ref().map(control).unwrap_or_default());
    match lines.is_empty() {
        true => "<w:p/>".to_owned(),
        false => lines,
    }
}

/// A theme colour stands beside the colour that Word computed from it.
fn shading(fill: Fill) -> String {
    let theme = match fill {
        Fill::Hex(_) => String::new(),
        Fill::Accent(accent, lighter) => {
            let tint = 255 - u32::from(lighter) * 255 / 100;
            format!(r#" w:themeFill="accent{accent}" w:themeFillTint="{tint:02X}""#)
        }
    };
    format!(
        r#"<w:shd w:val="clear" w:color="auto" w:fill="{}"{theme}/>"#,
        fill.hex()
    )
}

fn styles() -> String {
    let headings: String = (1..=3)
        .map(|level| format!(r#"<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="{}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"#, level - 1))
        .collect();
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .iter()
        .map(|side| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>"#))
        .collect();
    let borders = format!(
        "<w:tblPr><w:tblStyleRowBandSize w:val=\"1\"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
    );
    let band = r#"<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E2EFD9" w:themeFill="accent6" w:themeFillTint="33"/></w:tcPr></w:tblStylePr>"#;
    format!(
        r#"{HEAD}<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/></w:style>{headings}<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>{borders}</w:style><w:style w:type="table" w:styleId="GreenBands"><w:name w:val="Grid Table 4 Accent 6"/>{borders}{band}</w:style></w:styles>"#
    )
}

fn theme() -> String {
    let accents: String = ACCENTS
        .iter()
        .enumerate()
        .map(|(at, color)| {
            format!(
                r#"<a:accent{0}><a:srgbClr val="{color}"/></a:accent{0}>"#,
                at + 1
            )
        })
        .collect();
    format!(
        r#"{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>{accents}<a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme></a:themeElements></a:theme>"#
    )
}

fn header(paper: &Paper) -> String {
    let text = paper.page_header.clone().unwrap_or_default();
    format!(
        "{HEAD}<w:hdr {W}>{}</w:hdr>",
        paragraph(&Line::plain(text), "")
    )
}

fn core(paper: &Paper) -> String {
    let title = core_properties(paper.title.as_deref().unwrap_or_default());
    format!(
        r#"{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{title}</cp:coreProperties>"#
    )
}

fn app(paper: &Paper) -> String {
    let company = escaped(paper.company.as_deref().unwrap_or_default());
    format!(
        r#"{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office Word</Application><Company>{company}</Company></Properties>"#
    )
}

fn content_types() -> String {
    let part =
        |name: &str, kind: &str| format!(r#"<Override PartName="{name}" ContentType="{kind}"/>"#);
    let parts = [
        part("/word/document.xml", &format!("{WORD}.document.main+xml")),
        part("/word/styles.xml", &format!("{WORD}.styles+xml")),
        part("/word/header1.xml", &format!("{WORD}.header+xml")),
        part(
            "/word/theme/theme1.xml",
            "application/vnd.openxmlformats-officedocument.theme+xml",
        ),
        part(
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
        ),
        part(
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        ),
    ];
    format!(
        r#"{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{}</Types>"#,
        parts.concat()
    )
}

fn relations(items: &[(&str, &str, &str)]) -> String {
    let items: String = items
        .iter()
        .map(|(id, kind, target)| {
            format!(r#"<Relationship Id="{id}" Type="{kind}" Target="{target}"/>"#)
        })
        .collect();
    format!(r#"{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>"#)
}

fn package_relations() -> String {
    relations(&[
        (
            "rId1",
            &format!("{OFFICE}/officeDocument"),
            "word/document.xml",
        ),
        (
            "rId2",
            &format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml",
        ),
        (
            "rId3",
            &format!("{OFFICE}/extended-properties"),
            "docProps/app.xml",
        ),
    ])
}

fn document_relations() -> String {
    relations(&[
        ("rId1", &format!("{OFFICE}/styles"), "styles.xml"),
        ("rId2", &format!("{OFFICE}/theme"), "theme/theme1.xml"),
        ("rId3", &format!("{OFFICE}/header"), "header1.xml"),
    ])
}
