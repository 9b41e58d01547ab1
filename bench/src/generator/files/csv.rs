//! Separated values, as spreadsheets export them in Denmark.

use super::text::control_text;
use crate::generator::paper::{Cell, Paper, Piece};

/// The bytes: semicolons in UTF-8 with a mark, in Windows-1252, or commas in UTF-8.
pub fn write(paper: &Paper) -> Vec<u8> {
    let separator = if paper.variant % 3 == 2 { "," } else { ";" };
    let lines: Vec<_> = paper.pieces.iter().flat_map(rows).collect();
    let lines = lines.iter().map(|row| joined(row, separator));
    let text = lines.collect::<Vec<_>>().join("\r\n") + "\r\n";
    match paper.variant % 3 {
        0 => [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat(),
        1 => windows_1252(&text).unwrap_or_else(|| text.into_bytes()),
        _ => text.into_bytes(),
    }
}

fn rows(piece: &Piece) -> Vec<Vec<String>> {
    match piece {
        Piece::Heading(_, text) | Piece::Sheet(text) => vec![vec![text.clone()]],
        Piece::Text(line) => vec![vec![line.text()]],
        Piece::Grid(grid) => {
            let rows = grid.rows.iter();
            rows.map(|cells| cells.iter().flat_map(columns).collect())
                .collect()
        }
    }
}

fn columns(cell: &Cell) -> Vec<String> {
    let mut columns = vec![String::new(); cell.across];
    let control = cell.control.as_ref().map(control_text);
    columns[0] = cell.text() + &control.unwrap_or_default();
    columns
}

fn joined(row: &[String], separator: &str) -> String {
    let fields: Vec<_> = row.iter().map(|field| quoted(field, separator)).collect();
    fields.join(separator)
}

fn quoted(field: &str, separator: &str) -> String {
    let needs = field.contains([';', ',', '"', '\n']) || field.contains(separator);
    match needs {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field.to_owned(),
    }
}

/// The text in Windows-1252, where that has all its letters.
fn windows_1252(text: &str) -> Option<Vec<u8>> {
    let byte = |letter| match letter {
        '–' => Some(0x96),
        '…' => Some(0x85),
        '•' => Some(0x95),
        other => u8::try_from(u32::from(other)).ok(),
    };
    text.chars().map(byte).collect()
}
