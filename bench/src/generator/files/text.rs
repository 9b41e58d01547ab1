//! Plain text: mails, and tables pasted from elsewhere.

use crate::generator::paper::{Cell, Control, Grid, Line, Paper, Piece};

/// The text of a file.
pub fn write(paper: &Paper) -> String {
    let text: String = paper.pieces.iter().map(piece).collect();
    match paper.variant % 2 {
        0 => text,
        _ => text.lines().map(wrapped).collect(),
    }
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Heading(_, text) | Piece::Sheet(text) => format!("{text}\n\n"),
        Piece::Text(found) => line(found) + "\n",
        Piece::Grid(found) => grid(found),
    }
}

fn line(line: &Line) -> String {
    let bullet = if line.bullet { "• " } else { "" };
    format!("{bullet}{}", line.text())
}

/// Rows with tabs, as the clipboard has them; a table of names and values as labelled lines.
fn grid(grid: &Grid) -> String {
    let names_and_values = grid.widths.len() == 2;
    let between = if names_and_values { ": " } else { "\t" };
    let rows = grid.rows.iter().map(|cells| {
        let cells: Vec<_> = cells.iter().flat_map(columns).collect();
        cells.join(between).trim_end_matches('\t').to_owned() + "\n"
    });
    rows.collect::<String>() + "\n"
}

fn columns(cell: &Cell) -> Vec<String> {
    let lines: Vec<_> = cell.lines.iter().map(line).collect();
    let text = lines.join(" ") + &cell.control.as_ref().map(control_text).unwrap_or_default();
    let mut columns = vec![String::new(); cell.across];
    columns[0] = text;
    columns
}

/// A control as the characters that a program leaves of it.
pub fn control_text(control: &Control) -> String {
    match control {
        Control::DropDown {
            options, chosen, ..
        } => chosen.map(|at| options[at].to_owned()).unwrap_or_default(),
        Control::Boxes {
            options, ticked, ..
        } => {
            let boxes = options.iter().enumerate();
            let boxes = boxes.map(|(at, option)| {
                let sign = if ticked.contains(&at) { '☒' } else { '☐' };
                format!("{sign} {option}")
            });
            boxes.collect::<Vec<_>>().join("  ")
        }
    }
}

/// Lines of at most 76 letters, as mail programs break them; tables stay whole.
fn wrapped(line: &str) -> String {
    if line.contains('\t') {
        return format!("{line}\n");
    }
    let mut text = String::new();
    let mut column = 0;
    for word in line.split(' ') {
        let width = word.chars().count();
        if column > 0 && column + width > 76 {
            text.push('\n');
            column = 0;
        } else if column > 0 {
            text.push(' ');
        }
        text.push_str(word);
        column += width + 1;
    }
    text + "\n"
}
