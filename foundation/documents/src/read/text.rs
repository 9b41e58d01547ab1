//! Plain text, also as pasted from a web page or a mail: lines with tabs are rows of a table,
//! bulleted lines are list items, lines that a mail program broke are whole again, and the usual
//! inline markup is understood.

mod wrapped;

use super::ReadError;
use super::encoding;
use super::html;
use document_model::{Document, Format};
use std::fmt::Write;

/// Markup that people's programs leave in pasted text. Any other `<` is a character.
const TAGS: [&str; 15] = [
    "p", "b", "i", "u", "em", "strong", "br", "ul", "ol", "li", "span", "sup", "sub", "mark", "a",
];

const BULLETS: [&str; 8] = ["• ", "- ", "* ", "· ", "– ", "▪ ", "◦ ", "\u{f0b7} "];

/// How many lines one broken cell may run on.
const BROKEN: usize = 60;

/// Reads plain text.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = encoding::decode(bytes);
    let lines = wrapped::unwrapped(&text);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut page = String::with_capacity(text.len() * 5 / 4);
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        match line.contains('\t') {
            true => at = table(&lines, at, &mut page),
            false => {
                paragraph(line, &mut page);
                at += 1;
            }
        }
    }
    html::read_text(&page, Format::Text)
}

fn paragraph(line: &str, page: &mut String) {
    let line = line.trim();
    let bulleted = BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet));
    let (tag, words) = bulleted.map_or(("p", line), |item| ("li", item));
    let _ = writeln!(page, "<{tag}>{}</{tag}>", guarded(words.trim_start()));
}

/// Writes the rows from a line on and gives the line after them. Blank lines between rows are
/// the pages of the original.
fn table(lines: &[&str], from: usize, page: &mut String) -> usize {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut at = from;
    while let Some(line) = lines.get(at) {
        let after_row = at > from && !lines.get(at - 1).is_some_and(|line| line.trim().is_empty());
        if line.contains('\t') || begins_broken_row(lines, at) {
            let (row, next) = whole_row(lines, at);
            rows.push(row);
            at = next;
        } else if line.trim().is_empty() && table_goes_on(lines, at) {
            at += 1;
        } else if after_row && !line.trim().is_empty() {
            run_on(&mut rows, line);
            at += 1;
        } else {
            break;
        }
    }
    write_table(rows, page);
    at
}

fn table_goes_on(lines: &[&str], at: usize) -> bool {
    let mut rest = lines.get(at..).unwrap_or_default().iter();
    rest.find(|line| !line.trim().is_empty())
        .is_some_and(|line| line.contains('\t'))
}

/// A row, with the lines on which a quoted cell or an open `<p>` of it runs on.
fn whole_row(lines: &[&str], from: usize) -> (Vec<String>, usize) {
    let rest = lines.get(from..).unwrap_or_default();
    let mut breaks = Breaks::default();
    let whole = rest.iter().take(BROKEN).position(|line| {
        breaks.add(line);
        !breaks.is_open()
    });
    let count = whole.map_or(1, |last| last + 1);
    let text = rest.get(..count).unwrap_or_default().join("\n");
    (text.split('\t').map(unquoted).collect(), from + count)
}

/// Whether a row begins on a line that has no tab, because its first cell is broken.
fn begins_broken_row(lines: &[&str], at: usize) -> bool {
    let mut breaks = Breaks::default();
    lines.get(at).is_some_and(|line| {
        breaks.add(line);
        breaks.is_open() && whole_row(lines, at).0.len() > 1
    })
}

/// What lines so far opened and did not close.
#[derive(Default)]
struct Breaks {
    quoted: bool,
    quotes: usize,
    opened: usize,
    closed: usize,
}

impl Breaks {
    fn add(&mut self, line: &str) {
        let quoted = |cell: &str| cell.trim_start().starts_with('"');
        self.quoted |= line.split('\t').any(quoted);
        self.quotes += line.matches('"').count();
        self.opened += line.matches("<p>").count();
        self.closed += line.matches("</p>").count();
    }

    fn is_open(&self) -> bool {
        (self.quoted && self.quotes % 2 == 1) || self.opened > self.closed
    }
}

/// Programs put quotes around a cell that holds line breaks.
fn unquoted(cell: &str) -> String {
    let inner = cell
        .trim()
        .strip_prefix('"')
        .and_then(|cell| cell.strip_suffix('"'));
    match inner {
        Some(inner) if inner.contains(['\n', '"']) => inner.replace("\"\"", "\""),
        _ => cell.to_owned(),
    }
}

/// A line without tabs right under a row goes on in the row's last cell.
fn run_on(rows: &mut [Vec<String>], line: &str) {
    if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
        cell.push('\n');
        cell.push_str(line);
    }
}

fn write_table(mut rows: Vec<Vec<String>>, page: &mut String) {
    rows.retain(|row| !is_ruler(row));
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    page.push_str("<table>\n");
    for mut row in rows {
        align_right(&mut row, width);
        page.push_str("<tr>");
        for cell in row {
            let lines: Vec<String> = cell.lines().map(guarded).collect();
            let _ = write!(page, "<td>{}</td>", lines.join("<br>"));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</table>\n");
}

/// `--` and `---` between pages of a converted file: lines of a table, not words.
fn is_ruler(row: &[String]) -> bool {
    let ruler = |cell: &String| {
        let cell = cell.trim();
        cell.len() > 1 && cell.bytes().all(|byte| byte == b'-')
    };
    row.len() > 1 && row.iter().all(ruler)
}

/// A continued row that lost columns at a page break: its words belong into the last one.
fn align_right(row: &mut Vec<String>, width: usize) {
    let leading_blank = row.first().is_some_and(|cell| cell.trim().is_empty());
    let only_last = row.iter().filter(|cell| !cell.trim().is_empty()).count() == 1;
    while leading_blank && only_last && row.len() < width {
        row.insert(0, String::new());
    }
}

/// The line with every `<` that opens no known markup made harmless.
fn guarded(line: impl AsRef<str>) -> String {
    let line = line.as_ref();
    let mut safe = String::with_capacity(line.len());
    for (at, part) in line.split('<').enumerate() {
        if at > 0 {
            safe.push_str(if is_markup(part) { "<" } else { "&lt;" });
        }
        safe.push_str(part);
    }
    safe
}

fn is_markup(after: &str) -> bool {
    let name = after.strip_prefix('/').unwrap_or(after);
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric());
    let Some((name, rest)) = end.and_then(|end| name.split_at_checked(end)) else {
        return false;
    };
    let closes = rest.starts_with('>') || (rest.starts_with([' ', '/']) && rest.contains('>'));
    closes && TAGS.contains(&name.to_ascii_lowercase().as_str())
}
