use super::{Excess, ReadError, limits};
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// A packed file, unpacked part by part into memory and never onto a disk, so that the names
/// of its parts can do no harm.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: u64,
}

impl<'a> Archive<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
        Ok(Self { zip, unpacked: 0 })
    }

    /// The names of all parts.
    pub(crate) fn names(&self) -> Vec<String> {
        self.zip
            .file_names()
            .flatten()
            .map(Cow::into_owned)
            .collect()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A part as text; damaged when it is not there.
    pub(crate) fn require(&mut self, name: &str) -> Result<String, ReadError> {
        self.part(name)?
            .ok_or_else(|| ReadError::damaged(format!("{name} is missing")))
    }

    /// A part as text, if it is there.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let unpacked = match self.zip.by_name(name) {
            Ok(file) => unpack(file)?,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ReadError::Encrypted);
            }
            Err(error) => return Err(ReadError::damaged(error)),
        };
        self.unpacked += unpacked.len() as u64;
        if self.unpacked > limits::UNPACKED {
            return Err(ReadError::TooLarge(Excess::Unpacked));
        }
        decode(unpacked).map(Some)
    }
}

/// Counts what really comes out: the sizes that the file states may be lies.
fn unpack(file: zip::read::ZipFile<'_, Cursor<&[u8]>>) -> Result<Vec<u8>, ReadError> {
    let packed = file.compressed_size().max(1);
    let allowed = limits::PART.min(limits::RATIO_FROM.max(packed.saturating_mul(limits::RATIO)));
    let mut unpacked = Vec::new();
    file.take(allowed + 1)
        .read_to_end(&mut unpacked)
        .map_err(ReadError::unpacking)?;
    if unpacked.len() as u64 > allowed {
        return Err(ReadError::TooLarge(Excess::Unpacked));
    }
    Ok(unpacked)
}

/// XML parts are UTF-8 nearly always; a byte order mark tells of UTF-16.
fn decode(bytes: Vec<u8>) -> Result<String, ReadError> {
    match encoding_rs::Encoding::for_bom(&bytes) {
        None => String::from_utf8(bytes).map_err(ReadError::damaged),
        Some((encoding, _)) => match encoding.decode(&bytes) {
            (_, _, true) => Err(ReadError::damaged("text is not in its stated encoding")),
            (text, _, false) => Ok(text.into_owned()),
        },
    }
}
