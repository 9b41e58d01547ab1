//! HTML, whole pages and pasted fragments. Built on the tokens of html5ever without a tree, so
//! that no depth of nesting costs more than its length.

mod css;
mod elements;
mod inputs;
mod walk;

use super::ReadError;
use super::builder::Builder;
use super::encoding;
use document_model::{Document, Format};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tokenizer, TokenizerOpts};
use walk::Sink;

/// Reads an HTML file or fragment.
pub fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let text = match stated_encoding(bytes) {
        Some(label) => encoding::decode_as(bytes, label),
        None => encoding::decode(bytes),
    };
    read_text(&text, Format::Html)
}

/// Reads text with markup as a document of the given kind.
pub(crate) fn read_text(text: &str, format: Format) -> Result<Document, ReadError> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    let sink = Sink::new(Builder::new(format));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    // Scripts do not run, so the tokenizer never waits: one call takes everything.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.finish()
}

/// The encoding that a `<meta charset>` near the start names.
fn stated_encoding(bytes: &[u8]) -> Option<&[u8]> {
    let start = bytes.get(..bytes.len().min(2048))?;
    let key = b"charset=";
    let at = start
        .windows(key.len())
        .position(|part| part.eq_ignore_ascii_case(key))?;
    let value = start.get(at + key.len()..)?.trim_ascii_start();
    let value = value
        .strip_prefix(b"\"")
        .or(value.strip_prefix(b"'"))
        .unwrap_or(value);
    let ends = |byte: &u8| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    value.get(..value.iter().position(ends)?)
}
