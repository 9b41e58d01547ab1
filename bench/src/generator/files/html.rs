//! Web pages, as intranets and office programs save them.

use super::package::escaped;
use crate::generator::paper::{Cell, Control, Fill, Grid, Line, Paper, Piece, Run};
use std::fmt::Write;

/// A whole page.
pub fn write(paper: &Paper) -> String {
    let title = escaped(paper.title.as_deref().unwrap_or_default());
    let company = paper
        .company
        .as_deref()
        .map(|company| format!(r#"<meta name="author" content="{}">"#, escaped(company)));
    let header = paper
        .page_header
        .as_deref()
        .map(|text| format!("<header>{}</header>", escaped(text)));
    let pieces: String = paper
        .pieces
        .iter()
        .map(|found| piece(found, paper.variant))
        .collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"da\"><head><meta charset=\"utf-8\"><title>{title}</title>{}<style>{}</style></head>\n<body>{}{pieces}</body></html>\n",
        company.unwrap_or_default(),
        style_sheet(),
        header.unwrap_or_default(),
    )
}

fn style_sheet() -> String {
    let mut sheet = "table{border-collapse:collapse;width:100%}td,th{border:1px solid #000;padding:3px;vertical-align:top}body{font:11px sans-serif}*{-webkit-print-color-adjust:exact}.banded tr:nth-child(even){background:#E2EFD9}".to_owned();
    for fill in crate::generator::signs::PALETTES.concat() {
        let _ = write!(sheet, ".f{fill}{{background-color:#{fill}}}");
    }
    sheet
}

fn piece(piece: &Piece, variant: u64) -> String {
    match piece {
        Piece::Heading(level, text) => format!("<h{level}>{}</h{level}>\n", escaped(text)),
        Piece::Sheet(text) => format!("<h2>{}</h2>\n", escaped(text)),
        Piece::Text(found) => format!("{}\n", line(found)),
        Piece::Grid(found) => grid(found, variant),
    }
}

fn line(line: &Line) -> String {
    let runs: String = line.runs.iter().map(run).collect();
    match line.bullet {
        true => format!("<ul><li>{runs}</li></ul>"),
        false => format!("<p>{runs}</p>"),
    }
}

fn run(run: &Run) -> String {
    let mut text = escaped(&run.text);
    if run.bold {
        text = format!("<b>{text}</b>");
    }
    if let Some(color) = run.color {
        text = format!(r#"<span style="color:#{color}">{text}</span>"#);
    }
    if let Some(color) = run.highlight {
        text = format!(r#"<span style="background:#{color}">{text}</span>"#);
    }
    text
}

fn grid(grid: &Grid, variant: u64) -> String {
    let mut written = match grid.banded {
        true => "<table class=\"banded\">\n".to_owned(),
        false => "<table>\n".to_owned(),
    };
    for (at, cells) in grid.rows.iter().enumerate() {
        let name = if at < grid.heading_rows { "th" } else { "td" };
        written.push_str("<tr>");
        for found in cells.iter().filter(|cell| cell.down > 0) {
            written.push_str(&cell(found, name, variant));
        }
        written.push_str("</tr>\n");
    }
    written + "</table>\n"
}

fn cell(cell: &Cell, name: &str, variant: u64) -> String {
    let mut attributes = cell
        .fill
        .map(|fill| filled(fill, variant))
        .unwrap_or_default();
    if cell.across > 1 {
        let _ = write!(attributes, " colspan=\"{}\"", cell.across);
    }
    if cell.down > 1 {
        let _ = write!(attributes, " rowspan=\"{}\"", cell.down);
    }
    let lines: String = cell.lines.iter().map(line).collect();
    let control = cell.control.as_ref().map(control).unwrap_or_default();
    format!("<{name}{attributes}>{lines}{control}</{name}>")
}

/// A style, an attribute of old, or a class.
fn filled(fill: Fill, variant: u64) -> String {
    let color = fill.hex();
    match (variant % 3, fill) {
        (1, _) => format!(r##" bgcolor="#{color}""##),
        (2, Fill::Hex(known)) if crate::generator::signs::PALETTES.concat().contains(&known) => {
            format!(r#" class="f{color}""#)
        }
        _ => format!(r#" style="background-color:#{color};padding:4px""#),
    }
}

fn control(control: &Control) -> String {
    match control {
        Control::DropDown {
            options, chosen, ..
        } => select(options, *chosen),
        Control::Boxes {
            options,
            ticked,
            old,
        } => boxes(options, ticked, *old),
    }
}

fn select(options: &[&str], chosen: Option<usize>) -> String {
    let options: String = options
        .iter()
        .enumerate()
        .map(|(at, option)| {
            let selected = if chosen == Some(at) { " selected" } else { "" };
            format!("<option{selected}>{}</option>", escaped(option))
        })
        .collect();
    let none = if chosen.is_none() { " selected" } else { "" };
    format!(r#"<select name="status"><option value=""{none}>Vælg</option>{options}</select>"#)
}

/// Check boxes, or radio buttons for older pages.
fn boxes(options: &[&str], ticked: &[usize], radio: bool) -> String {
    let kind = if radio && ticked.len() < 2 {
        "radio"
    } else {
        "checkbox"
    };
    let boxes = options.iter().enumerate();
    boxes
        .map(|(at, option)| {
            let checked = if ticked.contains(&at) { " checked" } else { "" };
            format!(
                r#"<label><input type="{kind}"{checked}> {}</label><br>"#,
                escaped(option)
            )
        })
        .collect()
}
