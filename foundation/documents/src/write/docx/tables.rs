//! Tables: a caption, header rows that repeat, rows that stay whole, spans and fills.

use super::body::Body;
use super::paragraphs::{self, all_runs, open_cell_paragraph, open_paragraph};
use super::{controls, hex, sections, twips};
use crate::write::grid::{Place, places};
use crate::write::outline::{Alignment, Cell, Paint, Style, Table};
use crate::write::xml::Xml;

/// A row with more text than this may break over pages; a shorter one stays whole.
const WHOLE_ROW: usize = 900;

/// Writes a table with its caption.
pub(super) fn table(body: &mut Body, table: &Table) {
    caption(body, &table.caption);
    let widths = widths(body, table);
    body.xml.open("w:tbl", &[]);
    table_properties(&mut body.xml, table, &widths);
    body.xml.open("w:tblGrid", &[]);
    for width in &widths {
        body.xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
    }
    body.xml.close();
    let all: Vec<Vec<Cell>> = table.header.iter().chain(&table.rows).cloned().collect();
    for (index, row) in places(&all).iter().enumerate() {
        let header = index < table.header.len();
        self::row(body, table, row, &widths, header);
    }
    body.xml.close();
    // Two tables in a row would be one; and a cell or page may not end in a table.
    paragraphs::simple(&mut body.xml, "Spacer", "");
}

fn caption(body: &mut Body, text: &str) {
    if text.is_empty() {
        return;
    }
    body.tables += 1;
    let number = body.tables.to_string();
    let word = format!("{} ", body.report.words.table);
    open_paragraph(&mut body.xml, "Caption");
    paragraphs::plain_run(&mut body.xml, &word);
    sections::field(&mut body.xml, "SEQ Table \\* ARABIC", &number);
    paragraphs::plain_run(&mut body.xml, &format!(". {text}"));
    body.xml.close();
}

/// The columns' widths in twips: a matrix keeps its own unless it is too wide, other tables
/// fill the text's width.
fn widths(body: &Body, table: &Table) -> Vec<i64> {
    let room = sections::text_width(body.paper);
    let wanted: f64 = table.columns.iter().map(|column| column.width).sum();
    let scale = match table.dense && wanted <= room {
        true => 1.0,
        false => room / wanted.max(1.0),
    };
    table
        .columns
        .iter()
        .map(|column| twips(column.width * scale))
        .collect()
}

fn table_properties(xml: &mut Xml, table: &Table, widths: &[i64]) {
    let total = widths.iter().sum::<i64>().to_string();
    let (side, above) = if table.dense {
        ("40", "10")
    } else {
        ("90", "30")
    };
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblStyle", &[("w:val", "ReportTable")]);
    xml.empty("w:tblW", &[("w:w", &total), ("w:type", "dxa")]);
    borders(xml, table.dense);
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    xml.open("w:tblCellMar", &[]);
    for (edge, width) in [
        ("w:top", above),
        ("w:left", side),
        ("w:bottom", above),
        ("w:right", side),
    ] {
        xml.empty(edge, &[("w:w", width), ("w:type", "dxa")]);
    }
    xml.close();
    xml.empty(
        "w:tblLook",
        &[
            ("w:val", if table.row_headers { "00A0" } else { "0020" }),
            ("w:firstRow", "1"),
            ("w:lastRow", "0"),
            ("w:firstColumn", if table.row_headers { "1" } else { "0" }),
            ("w:lastColumn", "0"),
            ("w:noHBand", "1"),
            ("w:noVBand", "1"),
        ],
    );
    xml.empty("w:tblCaption", &[("w:val", &table.caption)]);
    xml.close();
}

fn borders(xml: &mut Xml, dense: bool) {
    xml.open("w:tblBorders", &[]);
    let inner = if dense { "w:insideV" } else { "" };
    for edge in ["w:top", "w:bottom", "w:insideH", inner]
        .into_iter()
        .filter(|edge| !edge.is_empty())
    {
        let color = if dense { "FFFFFF" } else { "C5CBD1" };
        xml.empty(
            edge,
            &[
                ("w:val", "single"),
                ("w:sz", "4"),
                ("w:space", "0"),
                ("w:color", color),
            ],
        );
    }
    xml.close();
}

fn row(body: &mut Body, table: &Table, row: &[(usize, Place)], widths: &[i64], header: bool) {
    let begins = |place: &Place| match place {
        Place::Begins(cell) => cell.length(),
        Place::Continues(_) => 0,
    };
    let longest = row
        .iter()
        .map(|(_, place)| begins(place))
        .max()
        .unwrap_or(0);
    body.xml.open("w:tr", &[]).open("w:trPr", &[]);
    if header || longest < WHOLE_ROW {
        body.xml.empty("w:cantSplit", &[]);
    }
    if header {
        body.xml.empty("w:tblHeader", &[]);
    }
    body.xml.close();
    for (column, place) in row {
        match place {
            Place::Begins(cell) => self::cell(body, table, cell, *column, widths, header),
            Place::Continues(width) => continuation(&mut body.xml, *column, *width, widths),
        }
    }
    body.xml.close();
}

fn cell(body: &mut Body, table: &Table, cell: &Cell, column: usize, widths: &[i64], header: bool) {
    let merge = (cell.row_span > 1).then_some("restart");
    open_cell(&mut body.xml, column, cell.column_span, widths, merge);
    shading(&mut body.xml, cell.paint, header && !table.dense);
    let middle = if header { "bottom" } else { "top" };
    body.xml
        .empty(
            "w:vAlign",
            &[("w:val", if table.dense { "center" } else { middle })],
        )
        .close();
    let heads_row = table.row_headers && column == 0;
    let style = match (table.dense, header || heads_row && !table.dense) {
        (false, false) => "TableText",
        (false, true) => "TableHeading",
        (true, false) => "TableDense",
        (true, true) => "TableDenseHeading",
    };
    let alignment = table
        .columns
        .get(column)
        .map_or(Alignment::Left, |column| column.alignment);
    let alignment = if cell.column_span > 1 {
        Alignment::Left
    } else {
        alignment
    };
    contents(body, cell, style, alignment);
    body.xml.close();
}

fn contents(body: &mut Body, cell: &Cell, style: &str, alignment: Alignment) {
    let ink = cell.paint.map(|paint| paint.ink);
    for paragraph in &cell.paragraphs {
        let style = match (style, paragraph.style) {
            ("TableDense" | "TableDenseHeading", Style::Small) => "TableDenseNote",
            ("TableText" | "TableHeading", Style::Small) => "Small",
            _ => style,
        };
        open_cell_paragraph(&mut body.xml, style, alignment);
        if paragraph.style == Style::Item {
            paragraphs::plain_run(&mut body.xml, "•\u{a0}");
        }
        all_runs(body, &paragraph.runs, ink);
        body.xml.close();
    }
    controls::paragraphs(body, &cell.controls, style);
    if cell.paragraphs.is_empty() && cell.controls.is_empty() {
        open_cell_paragraph(&mut body.xml, style, alignment);
        body.xml.close();
    }
}

fn continuation(xml: &mut Xml, column: usize, width: u32, widths: &[i64]) {
    open_cell(xml, column, width, widths, Some("continue"));
    xml.close();
    open_cell_paragraph(xml, "TableText", Alignment::Left);
    xml.close().close();
}

fn open_cell(xml: &mut Xml, column: usize, span: u32, widths: &[i64], merge: Option<&str>) {
    let covered = widths.iter().skip(column).take(span as usize).sum::<i64>();
    xml.open("w:tc", &[]).open("w:tcPr", &[]);
    xml.empty("w:tcW", &[("w:w", &covered.to_string()), ("w:type", "dxa")]);
    if span > 1 {
        xml.empty("w:gridSpan", &[("w:val", &span.to_string())]);
    }
    if let Some(merge) = merge {
        xml.empty("w:vMerge", &[("w:val", merge)]);
    }
}

fn shading(xml: &mut Xml, paint: Option<Paint>, header: bool) {
    match paint {
        Some(paint) => {
            let pattern = if paint.hatched {
                "thinDiagStripe"
            } else {
                "clear"
            };
            // Light lines: programs that cannot hatch mix the two colours.
            let line = if paint.hatched { "C9CFD5" } else { "auto" };
            xml.empty(
                "w:shd",
                &[
                    ("w:val", pattern),
                    ("w:color", line),
                    ("w:fill", &hex(paint.fill)),
                ],
            );
        }
        None if header => drop(xml.empty(
            "w:shd",
            &[
                ("w:val", "clear"),
                ("w:color", "auto"),
                ("w:fill", "EEF2F5"),
            ],
        )),
        None => {}
    }
}
