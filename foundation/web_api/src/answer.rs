use crate::ApiError;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::Fault;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// What is shown, as JSON. Reads get an entity tag on their way out.
#[derive(Debug)]
pub struct Shown<T>(pub T);

impl<T: Serialize> IntoResponse for Shown<T> {
    fn into_response(self) -> Response {
        match bytes(&self.0) {
            Ok(bytes) => {
                let json = HeaderValue::from_static("application/json");
                ([(CONTENT_TYPE, json)], bytes).into_response()
            }
            Err(error) => error.into_response(),
        }
    }
}

/// What was made: status 201, where it is found, and what it is.
#[derive(Debug)]
pub struct Made<T>(pub String, pub T);

impl<T: Serialize> IntoResponse for Made<T> {
    fn into_response(self) -> Response {
        let mut answer = Shown(self.1).into_response();
        if answer.status() == StatusCode::OK {
            *answer.status_mut() = StatusCode::CREATED;
            if let Ok(place) = HeaderValue::try_from(self.0) {
                answer.headers_mut().insert(LOCATION, place);
            }
        }
        answer
    }
}

fn bytes(value: &impl Serialize) -> Result<Vec<u8>, ApiError> {
    serde_json::to_vec(value).map_err(|error| Fault::caused_by("writing JSON", error).into())
}

/// The entity tag of a value as it is shown.
pub fn tag_of(value: &impl Serialize) -> Result<String, ApiError> {
    Ok(tag(&bytes(value)?))
}

/// The entity tag of a body: what is the same to the byte has the same tag.
pub(crate) fn tag(body: &[u8]) -> String {
    let hash = Sha256::digest(body);
    let letters: String = hash
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("\"{letters}\"")
}
