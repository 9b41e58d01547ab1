//! Reports out: one plain model of a finished report, and a writer for each format.
//!
//! [`outline`] says what a report holds; [`docx`], [`html`] and the `typeset` crate (PDF) write
//! it. [`workbook`] says what a workbook holds; [`xlsx`] writes it. Every writer gives the same
//! bytes for the same input: nothing here asks a clock, a random number or the machine.

mod bar;
pub mod docx;
mod grid;
pub mod html;
pub mod outline;
mod outline_parts;
pub mod picture;
pub mod workbook;
pub mod xlsx;
mod xml;

/// Why a file could not be written: never because of its content.
#[derive(Debug, thiserror::Error)]
pub enum WriteFault {
    /// The container of a Word file.
    #[error("the file could not be put together")]
    Container(#[from] zip::result::ZipError),
    /// A part of the container.
    #[error("a part of the file could not be written")]
    Part(#[from] std::io::Error),
    /// A drawn picture.
    #[error("a picture could not be drawn")]
    Picture(#[from] png::EncodingError),
    /// A workbook.
    #[error("the workbook could not be written")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// Makes a PDF of a report. The binary hands it to the rooms, so that no room builds the
/// typesetter (docs/decisions/typesetting-in-a-child-process.md).
pub type Typeset = dyn Fn(&outline::Report) -> Result<Vec<u8>, kernel::Fault> + Send + Sync;
