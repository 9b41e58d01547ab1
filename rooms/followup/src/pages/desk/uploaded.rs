//! What was sent with the upload form, read piece by piece: a file that is too large is passed
//! over and said to be so, not kept in memory.

use crate::intake::Received;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use kernel::Refusal;

/// At most so many files at a time.
pub const FILES: usize = 20;
/// The largest file, in bytes.
pub const FILE_SIZE: usize = 10 * 1024 * 1024;
/// The longest pasted text, in bytes.
const TEXT_SIZE: usize = 1024 * 1024;
/// The largest upload: every file at its largest, and what stands between them.
pub const UPLOAD_SIZE: usize = FILES * FILE_SIZE + TEXT_SIZE + 64 * 1024;

/// What somebody sent.
#[derive(Debug, Default)]
pub struct Uploaded {
    /// The files in order; one that is too large has only its name.
    pub files: Vec<SentFile>,
    /// The code of the municipality that was chosen, or nothing.
    pub municipality: String,
    /// The text that was pasted.
    pub pasted: String,
}

/// One file.
#[derive(Debug)]
pub struct SentFile {
    /// Name and bytes.
    pub file: Received,
    /// Whether it was larger than may be.
    pub too_large: bool,
}

impl Uploaded {
    /// Reads what was sent; refused where it breaks off or is too much.
    pub async fn read(mut parts: Multipart) -> Result<Self, Refusal> {
        let mut uploaded = Self::default();
        while let Some(field) = parts.next_field().await.map_err(broken)? {
            uploaded.take(field).await?;
        }
        Ok(uploaded)
    }

    async fn take(&mut self, field: Field<'_>) -> Result<(), Refusal> {
        match field.name().unwrap_or_default() {
            "files" => self.take_file(field).await,
            "municipality" => {
                self.municipality = text(field).await?;
                Ok(())
            }
            "pasted" => {
                self.pasted = text(field).await?;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// A browser sends a nameless, empty file where none was chosen.
    async fn take_file(&mut self, field: Field<'_>) -> Result<(), Refusal> {
        let name = field.file_name().unwrap_or_default().to_owned();
        let keep = if self.files.len() < FILES {
            FILE_SIZE
        } else {
            0
        };
        let (bytes, too_large) = bytes_of(field, keep).await?;
        if name.is_empty() && bytes.is_empty() {
            return Ok(());
        }
        let file = Received { name, bytes };
        self.files.push(SentFile { file, too_large });
        Ok(())
    }
}

/// At most `most` bytes of a field; all of it is taken from the wire, so that the answer is heard.
async fn bytes_of(mut field: Field<'_>, most: usize) -> Result<(Vec<u8>, bool), Refusal> {
    let mut bytes = Vec::new();
    let mut too_large = false;
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        if too_large || bytes.len() + chunk.len() > most {
            too_large = true;
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((bytes, too_large))
}

async fn text(field: Field<'_>) -> Result<String, Refusal> {
    let name = field.name().unwrap_or_default().to_owned();
    let (bytes, too_large) = bytes_of(field, TEXT_SIZE).await?;
    if too_large {
        return Err(Refusal::new("desk_review-refusal-text-too-long").at(name));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn broken(error: MultipartError) -> Refusal {
    let key = match error.status() {
        axum::http::StatusCode::PAYLOAD_TOO_LARGE => "desk_review-refusal-upload-too-large",
        _ => "desk_review-refusal-upload-broken",
    };
    Refusal::new(key)
        .with("files", FILES)
        .with("megabytes", FILE_SIZE / 1024 / 1024)
        .at("files")
}

/// The one file of a form with one file field: its name and bytes; none where none was chosen.
pub async fn sent_file(
    mut parts: Multipart,
    name: &'static str,
    most: usize,
) -> Result<Option<(String, Vec<u8>)>, Refusal> {
    let megabytes = most / 1024 / 1024;
    let at_field = |refusal: Refusal| refusal.at(name);
    let broken = |error| at_field(broken(error));
    while let Some(field) = parts.next_field().await.map_err(broken)? {
        if field.name() != Some(name) {
            continue;
        }
        let file = field.file_name().unwrap_or_default().to_owned();
        let (bytes, too_large) = bytes_of(field, most).await.map_err(at_field)?;
        if too_large {
            let refusal = Refusal::new("desk_review-refusal-file-too-large");
            return Err(refusal.with("megabytes", megabytes).at(name));
        }
        return Ok((!file.is_empty()).then_some((file, bytes)));
    }
    Ok(None)
}
