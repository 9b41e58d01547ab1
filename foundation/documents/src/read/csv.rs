//! Values separated by semicolons, commas, tabs or bars, in any of the usual encodings.

use super::ReadError;
use super::builder::Builder;
use super::encoding;
use super::format::RunFormat;
use csv::{ByteRecord, Reader, ReaderBuilder};
use document_model::{Document, Format, ParagraphKind};

/// Semicolons first: Danish programs write them, since the comma stands in numbers.
const DELIMITERS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// How many rows the guess of the delimiter looks at.
const SAMPLE: usize = 50;

/// Reads a file of separated values.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = encoding::decode(bytes);
    let (stated, text) = stated_delimiter(&text);
    let delimiter = stated.unwrap_or_else(|| guess(text).delimiter);
    let mut builder = Builder::new(Format::Csv);
    builder.open_table(None)?;
    let mut record = ByteRecord::new();
    let mut reader = reader(text, delimiter);
    while reader
        .read_byte_record(&mut record)
        .map_err(ReadError::damaged)?
    {
        builder.open_row(None)?;
        for field in &record {
            builder.open_cell(1, 1)?;
            write(&mut builder, &String::from_utf8_lossy(field))?;
            builder.close_cell()?;
        }
    }
    builder.finish()
}

/// Whether a text without a telling name is separated values and not prose.
pub(crate) fn looks_like(text: &str) -> bool {
    let guess = guess(text);
    match guess.delimiter {
        b',' => guess.rows >= 3 && guess.even == guess.rows,
        b'\t' => false,
        _ => guess.rows >= 2 && guess.even * 5 >= guess.rows * 4,
    }
}

struct Guess {
    delimiter: u8,
    rows: usize,
    /// Rows with the most usual number of columns, of at least two.
    even: usize,
}

/// The delimiter that gives the most rows of one width.
fn guess(text: &str) -> Guess {
    let guesses = DELIMITERS.map(|delimiter| try_delimiter(text, delimiter));
    let first = Guess {
        delimiter: b';',
        rows: 0,
        even: 0,
    };
    guesses
        .into_iter()
        .fold(first, |best, next| match next.even > best.even {
            true => next,
            false => best,
        })
}

fn try_delimiter(text: &str, delimiter: u8) -> Guess {
    let mut reader = reader(text, delimiter);
    let records = reader.byte_records().take(SAMPLE).flatten();
    let widths: Vec<usize> = records.map(|record| record.len()).collect();
    let even = |width: usize| widths.iter().filter(|other| **other == width).count();
    let columns = widths.iter().copied().filter(|width| *width > 1);
    Guess {
        delimiter,
        rows: widths.len(),
        even: columns.map(even).max().unwrap_or(0),
    }
}

fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// Excel's own first line, `sep=;`.
fn stated_delimiter(text: &str) -> (Option<u8>, &str) {
    let line = text.lines().next().unwrap_or_default();
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) => {
            let rest = text.get(line.len()..).unwrap_or_default();
            (Some(*delimiter), rest.trim_start_matches(['\r', '\n']))
        }
        _ => (None, text),
    }
}

fn write(builder: &mut Builder, field: &str) -> Result<(), ReadError> {
    for line in field.lines() {
        builder.open_paragraph(ParagraphKind::Body)?;
        builder.text(line.trim(), RunFormat::default())?;
        builder.close_paragraph()?;
    }
    Ok(())
}
