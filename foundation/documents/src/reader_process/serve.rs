use super::frame;
use super::limits::{self, Limits};
use crate::read::{self, Excess, ReadError};
use document_model::Document;
use std::io::{self, Read, Write};
use std::panic::{self, AssertUnwindSafe};

/// The longest request: a file, or its name.
const REQUEST: u64 = 64 << 20;

/// What a reader process does: takes its limits from the first request, confines itself, and
/// answers with one document or error for each file until the input ends.
///
/// Runs in a process of its own: the limits cannot be lifted again.
pub fn serve(mut input: impl Read, mut output: impl Write) -> io::Result<()> {
    let Some(first) = frame::read(&mut input, REQUEST)? else {
        return Ok(());
    };
    let limits: Limits = serde_json::from_slice(&first)?;
    limits::confine(&limits)?;
    // What a panic would say goes back as an answer; nobody reads a report on it here.
    panic::set_hook(Box::new(|_| ()));
    while let Some(name) = frame::read(&mut input, REQUEST)? {
        let Some(bytes) = frame::read(&mut input, REQUEST)? else {
            break;
        };
        limits::allow_cpu(&limits)?;
        let name = String::from_utf8_lossy(&name).into_owned();
        let answer = guarded(&name, &bytes);
        drop(bytes);
        frame::write(&mut output, &[&encode(answer, limits.output)?])?;
    }
    Ok(())
}

fn guarded(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| read::read(name, bytes)));
    outcome.unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        Err(ReadError::ReaderCrashed {
            detail: text.unwrap_or_else(|| "panic".to_owned()),
        })
    })
}

fn encode(answer: Result<Document, ReadError>, most: u64) -> serde_json::Result<Vec<u8>> {
    let mut out = Bounded {
        bytes: Vec::new(),
        most,
    };
    match serde_json::to_writer(&mut out, &answer) {
        Ok(()) => Ok(out.bytes),
        Err(_) => {
            let refused: Result<Document, ReadError> = Err(ReadError::TooLarge(Excess::Text));
            serde_json::to_vec(&refused)
        }
    }
}

/// A buffer that refuses to grow beyond its limit.
struct Bounded {
    bytes: Vec<u8>,
    most: u64,
}

impl Write for Bounded {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if (self.bytes.len() + more.len()) as u64 > self.most {
            return Err(io::Error::other("answer too long"));
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
