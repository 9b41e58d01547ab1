//! OpenDocument texts and spreadsheets.

use super::odf_styles::Styles;
use super::package::{core_properties, escaped, zipped};
use super::text::control_text;
use crate::generator::paper::{Cell, Control, Grid, Line, Paper, Piece};
use std::fmt::Write;

/// Text or spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `.odt`
    Text,
    /// `.ods`
    Spreadsheet,
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
const SPACES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3""#;

/// The bytes of a file.
pub fn write(paper: &Paper, kind: Kind) -> Vec<u8> {
    let media_type = match kind {
        Kind::Text => "application/vnd.oasis.opendocument.text",
        Kind::Spreadsheet => "application/vnd.oasis.opendocument.spreadsheet",
    };
    zipped(&[
        ("mimetype", media_type.to_owned()),
        ("META-INF/manifest.xml", manifest(media_type)),
        ("meta.xml", meta(paper)),
        ("styles.xml", styles(paper)),
        ("content.xml", content(paper, kind)),
    ])
}

fn content(paper: &Paper, kind: Kind) -> String {
    let mut writer = Writer {
        styles: Styles::default(),
        kind,
    };
    let body = match kind {
        Kind::Text => format!(
            "<office:text>{}</office:text>",
            writer.pieces(&paper.pieces)
        ),
        Kind::Spreadsheet => {
            format!(
                "<office:spreadsheet>{}</office:spreadsheet>",
                writer.sheets(&paper.pieces)
            )
        }
    };
    format!(
        "{HEAD}<office:document-content {SPACES}><office:automatic-styles>{}</office:automatic-styles><office:body>{body}</office:body></office:document-content>",
        writer.styles.xml()
    )
}

struct Writer {
    styles: Styles,
    kind: Kind,
}

impl Writer {
    fn pieces(&mut self, pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| self.piece(piece)).collect()
    }

    fn piece(&mut self, piece: &Piece) -> String {
        match piece {
            Piece::Heading(level, text) => heading(*level, text),
            Piece::Sheet(text) => heading(2, text),
            Piece::Text(line) => self.line(line),
            Piece::Grid(grid) => self.grid(grid),
        }
    }

    /// Spreadsheets have rows only: everything before the first sheet piece stands on the first
    /// sheet, or on a sheet of its own where areas have theirs.
    fn sheets(&mut self, pieces: &[Piece]) -> String {
        let mut sheets = vec![("Ark1".to_owned(), String::new())];
        for piece in pieces {
            if let Piece::Sheet(name) = piece {
                sheets.push((name.chars().take(30).collect(), String::new()));
                continue;
            }
            let rows = self.sheet_rows(piece);
            if let Some(sheet) = sheets.last_mut() {
                sheet.1.push_str(&rows);
            }
        }
        let sheets = sheets.iter().map(|(name, rows)| {
            format!(
                r#"<table:table table:name="{}">{rows}</table:table>"#,
                escaped(name)
            )
        });
        sheets.collect()
    }

    fn sheet_rows(&mut self, piece: &Piece) -> String {
        let line = match piece {
            Piece::Grid(grid) => return self.rows(grid),
            Piece::Heading(_, text) | Piece::Sheet(text) => Line::plain(text.clone()),
            Piece::Text(line) => line.clone(),
        };
        let cell = self.cell(&Cell::of(vec![line]));
        format!("<table:table-row>{cell}</table:table-row>")
    }

    fn grid(&mut self, grid: &Grid) -> String {
        let columns: String = (0..grid.widths.len())
            .map(|at| {
                format!(
                    r#"<table:table-column table:style-name="{}"/>"#,
                    self.styles.column(grid, at)
                )
            })
            .collect();
        format!("<table:table>{columns}{}</table:table>", self.rows(grid))
    }

    fn rows(&mut self, grid: &Grid) -> String {
        let mut written = String::new();
        for (at, cells) in grid.rows.iter().enumerate() {
            let cells: String = cells.iter().map(|cell| self.cell(cell)).collect();
            let row = format!("<table:table-row>{cells}</table:table-row>");
            match at < grid.heading_rows {
                true => {
                    let _ = write!(
                        written,
                        "<table:table-header-rows>{row}</table:table-header-rows>"
                    );
                }
                false => written.push_str(&row),
            }
        }
        written
    }

    fn cell(&mut self, cell: &Cell) -> String {
        if cell.down == 0 {
            return "<table:covered-table-cell/>".to_owned();
        }
        let style = match self.kind {
            Kind::Text => self.styles.cell(cell),
            Kind::Spreadsheet => self.styles.text_cell(cell),
        };
        let mut spans = String::new();
        if cell.across > 1 {
            let _ = write!(spans, r#" table:number-columns-spanned="{}""#, cell.across);
        }
        if cell.down > 1 {
            let _ = write!(spans, r#" table:number-rows-spanned="{}""#, cell.down);
        }
        let typed = if self.kind == Kind::Spreadsheet {
            r#" office:value-type="string""#
        } else {
            ""
        };
        let covered = "<table:covered-table-cell/>".repeat(cell.across - 1);
        let content = self.cell_content(cell);
        let typed = if content.is_empty() { "" } else { typed };
        format!(
            r#"<table:table-cell table:style-name="{style}"{typed}{spans}>{content}</table:table-cell>{covered}"#
        )
    }

    fn cell_content(&mut self, cell: &Cell) -> String {
        let mut lines: String = cell.lines.iter().map(|line| self.line(line)).collect();
        if let Some(found) = &cell.control {
            lines.push_str(&control(found, self.kind));
        }
        lines
    }

    fn line(&mut self, line: &Line) -> String {
        let runs: String = line
            .runs
            .iter()
            .map(|run| match self.styles.run(run) {
                Some(style) => format!(
                    r#"<text:span text:style-name="{style}">{}</text:span>"#,
                    spaced(&run.text)
                ),
                None => spaced(&run.text),
            })
            .collect();
        match line.bullet && self.kind == Kind::Text {
            true => format!(
                "<text:list><text:list-item><text:p>{runs}</text:p></text:list-item></text:list>"
            ),
            false => format!("<text:p>{runs}</text:p>"),
        }
    }
}

/// OpenDocument folds spaces, as HTML does; programs write the second one as an element.
fn spaced(text: &str) -> String {
    escaped(text).replace("  ", " <text:s/>")
}

fn heading(level: u8, text: &str) -> String {
    format!(
        r#"<text:h text:outline-level="{level}">{}</text:h>"#,
        escaped(text)
    )
}

/// A drop-down field; boxes as the characters that people put there by hand.
fn control(control: &Control, kind: Kind) -> String {
    match control {
        Control::DropDown {
            options, chosen, ..
        } if kind == Kind::Text => {
            let labels: String = options
                .iter()
                .enumerate()
                .map(|(at, option)| {
                    let current = if *chosen == Some(at) {
                        r#" text:current-selected="true""#
                    } else {
                        ""
                    };
                    format!(r#"<text:label text:value="{}"{current}/>"#, escaped(option))
                })
                .collect();
            let shown = chosen.map_or("Vælg", |at| options[at]);
            format!(
                r#"<text:p><text:drop-down text:name="Status">{labels}{}</text:drop-down></text:p>"#,
                escaped(shown)
            )
        }
        other => format!("<text:p>{}</text:p>", escaped(&control_text(other))),
    }
}

fn meta(paper: &Paper) -> String {
    let title = core_properties(paper.title.as_deref().unwrap_or_default());
    let company = paper.company.as_deref().map(|company| {
        format!(
            r#"<meta:user-defined meta:name="Company">{}</meta:user-defined>"#,
            escaped(company)
        )
    });
    format!(
        "{HEAD}<office:document-meta {SPACES}><office:meta>{title}{}</office:meta></office:document-meta>",
        company.unwrap_or_default()
    )
}

fn styles(paper: &Paper) -> String {
    let header = paper.page_header.as_deref().unwrap_or_default();
    format!(
        r#"{HEAD}<office:document-styles {SPACES}><office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:header><text:p>{}</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"#,
        escaped(header)
    )
}

fn manifest(media_type: &str) -> String {
    format!(
        r#"{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{media_type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>"#
    )
}
