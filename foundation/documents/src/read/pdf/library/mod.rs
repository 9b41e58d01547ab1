//! The one place that knows the PDF library.
//!
//! From the library come the file's structure (also a broken one), decryption, filters, fonts
//! with their widths and their way to Unicode, and parsed content streams. The streams are
//! walked here and not by the library's own text extraction: we need each glyph's place, the
//! colours of every colour space, and no guesses about words or tables in between.

mod colors;
mod file;
mod fonts;
mod interpreter;
mod paths;
mod text;
mod widgets;

pub(super) use file::Pdf;
