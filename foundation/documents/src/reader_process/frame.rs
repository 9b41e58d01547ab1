//! What goes through the pipes: a length in four bytes, then so many bytes.

use std::io::{self, Read, Write};

pub(super) fn write(out: &mut impl Write, parts: &[&[u8]]) -> io::Result<()> {
    for part in parts {
        let length = u32::try_from(part.len()).map_err(io::Error::other)?;
        out.write_all(&length.to_le_bytes())?;
        out.write_all(part)?;
    }
    out.flush()
}

/// The next part; nothing when the other side has closed.
pub(super) fn read(input: &mut impl Read, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match input.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let length = u64::from(u32::from_le_bytes(length));
    if length > most {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "longer than allowed",
        ));
    }
    let mut part = Vec::new();
    input.take(length).read_to_end(&mut part)?;
    match part.len() as u64 == length {
        true => Ok(Some(part)),
        false => Ok(None),
    }
}
