//! PDF files with text.
//!
//! A library gives letters, rules and colours ([`library`]); what is a word, a line, a cell and
//! a table is decided here:
//!
//! - **Tables** are what rules draw, whatever way they are drawn ([`rules`], [`grid`]). A missing
//!   rule between two cells joins them. Tables inside cells stay there. Where a page draws no
//!   rules, columns come from white gutters ([`gutters`]). A tagged file's own table structure
//!   is not used: the geometry is what the reader of the page sees.
//! - **Page breaks**: if the last thing on a page and the first on the next are tables with the
//!   same column edges, running heads and page numbers aside, they are one table: one block, rows
//!   numbered on, each row with its own page. With other text between them they are one only if
//!   the second begins with a row whose first cell is empty, or repeats the first table's heading.
//!   A row that the page break cuts is two rows; the second has empty cells where nothing was
//!   left to print. Headings that stand again are kept as rows marked `header`.
//! - **Text** in a cell and outside tables becomes paragraphs ([`paragraphs`]). Outside tables,
//!   larger print is a heading.
//! - **Fields** give their value, in the cell that they stand in. Notes typed onto a page count
//!   as text.
//! - **Colours** of every colour space are told, patterns and shadings are not.

mod assemble;
mod budget;
mod flow;
mod geometry;
mod grid;
mod gutters;
mod habits;
mod library;
mod lines;
mod page;
mod paragraphs;
mod pieces;
mod rules;
mod tables;

use super::{Excess, ReadError};
use budget::{Budget, MAX_PAGES};
use document_model::{Document, Format};
use page::Page;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The start of a file must name its kind within this many bytes.
const HEADER_WITHIN: usize = 1024;
/// A page with more curved outlines than this and no text shows text as drawings.
const OUTLINED_TEXT: u32 = 50;

/// Reads a PDF.
///
/// # Errors
/// `Encrypted` where a password is needed for reading, `ScannedPdf` where pages are pictures
/// without text, `Damaged` where the structure cannot be followed, `TooLarge` and `TookTooLong`
/// where the file is beyond any real form.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let start = &bytes[..bytes.len().min(HEADER_WITHIN)];
    if bytes.is_empty() {
        return Err(ReadError::EmptyFile);
    }
    if !start.windows(5).any(|window| window == b"%PDF-") {
        return Err(ReadError::UnknownFormat);
    }
    // The library is large and young, and its input may be made to break it; a panic inside it
    // must cost this file only. Nothing of ours outlives the call.
    let outcome = catch_unwind(AssertUnwindSafe(|| document(bytes)));
    outcome.unwrap_or_else(|_| Err(ReadError::damaged("the PDF library stopped")))
}

fn document(bytes: &[u8]) -> Result<Document, ReadError> {
    let pdf = library::Pdf::open(bytes)?;
    let pages = pages(&pdf)?;
    let pieces: Vec<_> = pages.iter().map(pieces::pieces).collect();
    let nothing_typed = pages.iter().all(|page| page.fields.is_empty());
    if pieces.iter().all(Vec::is_empty) && nothing_typed {
        let pictures: u32 = pages
            .iter()
            .map(|page| page.pictures.min(OUTLINED_TEXT))
            .sum();
        if pictures > 0 {
            return Err(ReadError::ScannedPdf);
        }
    }
    let habits = habits::habits(pieces.iter().map(Vec::as_slice));
    let pages = pages.iter().zip(pieces);
    let blocks = pages
        .map(|(page, pieces)| flow::blocks(page, pieces, habits))
        .collect();
    Ok(Document {
        format: Format::Pdf,
        properties: pdf.properties(),
        blocks: assemble::assemble(blocks, habits.size),
        remarks: Vec::new(),
    })
}

fn pages(pdf: &library::Pdf) -> Result<Vec<Page>, ReadError> {
    let count = pdf.page_count()?;
    if count == 0 {
        return Err(ReadError::damaged("no pages"));
    }
    if count > MAX_PAGES {
        return Err(ReadError::TooLarge(Excess::Paragraphs));
    }
    let mut budget = Budget::new();
    (0..count)
        .map(|index| pdf.page(index, &mut budget))
        .collect()
}
