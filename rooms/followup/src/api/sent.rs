//! A form with a file, read piece by piece, and how a file is read by a child process.

use super::office::Office;
use crate::intake::Received;
use crate::pages::desk::FILE_SIZE;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::extract::{FromRequest, Multipart, Request};
use kernel::{Fault, Refusal};
use std::collections::HashMap;
use web_api::{ApiError, ApiResult};

/// The longest other part.
const TEXT_SIZE: usize = 64 * 1024;
/// The largest request: the file, and what stands around it.
pub const SENT_SIZE: usize = FILE_SIZE + 4 * TEXT_SIZE;

/// What was sent: one file, and texts by their names.
#[derive(Debug, Default)]
pub struct Sent {
    file: Option<Received>,
    texts: HashMap<String, String>,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> ApiResult<Self> {
        let parts = Multipart::from_request(request, state).await;
        let mut parts = parts.map_err(|_: MultipartRejection| {
            ApiError::MediaType(Refusal::new("api-refusal-multipart"))
        })?;
        let mut sent = Self::default();
        while let Some(field) = parts.next_field().await.map_err(broken)? {
            sent.take(field).await?;
        }
        Ok(sent)
    }
}

impl Sent {
    async fn take(&mut self, field: Field<'_>) -> ApiResult<()> {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            Some(file) if name == "file" && !file.contains('\0') => {
                let bytes = bytes_of(field, FILE_SIZE, &name).await?;
                self.file = Some(Received { name: file, bytes });
            }
            _ => {
                let bytes = bytes_of(field, TEXT_SIZE, &name).await?;
                let text = String::from_utf8_lossy(&bytes).trim().to_owned();
                if text.contains('\0') {
                    let refusal = Refusal::new("api-refusal-nul").at(name);
                    return Err(ApiError::Refused(vec![refusal]));
                }
                self.texts.insert(name, text);
            }
        }
        Ok(())
    }

    /// The text of a part; nothing where it is empty.
    pub fn text(&self, name: &str) -> Option<&str> {
        let text = self.texts.get(name).map(String::as_str);
        text.filter(|text| !text.is_empty())
    }

    /// Refuses parts with other names than these.
    pub fn refuse_others(&self, known: &[&str]) -> ApiResult<()> {
        let mut names = self.texts.keys();
        match names.find(|name| !known.contains(&name.as_str())) {
            Some(other) => {
                let refusal = Refusal::new("api-refusal-part").with("name", other.as_str());
                Err(ApiError::Refused(vec![refusal.at(other.as_str())]))
            }
            None => Ok(()),
        }
    }

    /// The file.
    pub fn file(self) -> ApiResult<Received> {
        let missing = || Refusal::new("desk_review-refusal-nothing-sent").at("file");
        Ok(self.file.ok_or_else(missing)?)
    }
}

async fn bytes_of(mut field: Field<'_>, most: usize, name: &str) -> ApiResult<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        if bytes.len() + chunk.len() > most {
            let refusal = Refusal::new("desk_review-refusal-file-too-large");
            let refusal = refusal.with("megabytes", FILE_SIZE / 1024 / 1024).at(name);
            return Err(ApiError::TooLarge(Some(refusal)));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

fn broken(error: MultipartError) -> ApiError {
    match error.status() {
        axum::http::StatusCode::PAYLOAD_TOO_LARGE => ApiError::TooLarge(None),
        _ => ApiError::Malformed(Refusal::new("api-refusal-multipart")),
    }
}

impl Office {
    /// Does work that reads files in child processes, off the threads that answer requests.
    pub(super) async fn reading<T: Send + 'static>(
        &self,
        work: impl FnOnce(crate::intake::Readers) -> T + Send + 'static,
    ) -> ApiResult<T> {
        let readers = self.readers.clone();
        let done = tokio::task::spawn_blocking(move || work(readers)).await;
        Ok(done.map_err(|error| Fault::caused_by("reading a file", error))?)
    }
}
