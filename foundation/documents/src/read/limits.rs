use super::{Excess, ReadError};
use document_model::Cell;

/// The largest file taken at all, in bytes.
pub(crate) const FILE: usize = 32 << 20;
/// The most that one part of a packed file may unpack to, in bytes.
pub(crate) const PART: u64 = 40 << 20;
/// The most that all parts read from one packed file may unpack to, in bytes.
pub(crate) const UNPACKED: u64 = 72 << 20;
/// How many times larger than its packed form a part may be, once it is larger than
/// [`RATIO_FROM`]. Deflate itself ends at about 1030.
pub(crate) const RATIO: u64 = 400;
/// Below this size, in bytes, the ratio says nothing: real sheets repeat themselves.
pub(crate) const RATIO_FROM: u64 = 4 << 20;
/// Elements inside elements.
pub(crate) const DEPTH: usize = 256;
/// Tables inside tables; six levels of JSON each, of which a parser accepts 128.
pub(crate) const TABLE_DEPTH: usize = 12;
/// Cells of all tables together.
pub(crate) const CELLS: u32 = 200_000;
/// Paragraphs of the document together.
pub(crate) const PARAGRAPHS: u32 = 200_000;
/// Bytes of text of the document together.
pub(crate) const TEXT: usize = 12 << 20;
/// The widest span or repetition of columns that is believed.
pub(crate) const COLUMNS: u32 = 16_384;

/// What a document may still hold.
#[derive(Debug)]
pub(crate) struct Budget {
    cells: u32,
    paragraphs: u32,
    text: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            cells: CELLS,
            paragraphs: PARAGRAPHS,
            text: TEXT,
        }
    }
}

impl Budget {
    pub(crate) fn cell(&mut self) -> Result<(), ReadError> {
        self.cells = take(self.cells, Excess::Cells)?;
        Ok(())
    }

    /// A cell that a file repeats counts with everything in it.
    pub(crate) fn cell_again(&mut self, cell: &Cell) -> Result<(), ReadError> {
        self.cell()?;
        for paragraph in &cell.paragraphs {
            self.paragraph()?;
            self.text(paragraph.runs.iter().map(|run| run.text.len()).sum())?;
        }
        match cell.tables.is_empty() {
            true => Ok(()),
            false => Err(ReadError::TooLarge(Excess::Cells)),
        }
    }

    pub(crate) fn paragraph(&mut self) -> Result<(), ReadError> {
        self.paragraphs = take(self.paragraphs, Excess::Paragraphs)?;
        Ok(())
    }

    pub(crate) fn text(&mut self, bytes: usize) -> Result<(), ReadError> {
        let left = self.text.checked_sub(bytes);
        self.text = left.ok_or(ReadError::TooLarge(Excess::Text))?;
        Ok(())
    }
}

fn take(left: u32, excess: Excess) -> Result<u32, ReadError> {
    left.checked_sub(1).ok_or(ReadError::TooLarge(excess))
}
