use crate::ApiError;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::IntoResponse;
use kernel::Refusal;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::error::Category;

/// The JSON that was sent; what does not fit is refused with its field.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, State: Send + Sync> FromRequest<State> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &State) -> Result<Self, ApiError> {
        if !is_json(request.headers()) {
            return Err(ApiError::MediaType(Refusal::new("api-refusal-json-type")));
        }
        let bytes = axum::body::Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|rejection| {
            let answer = rejection.into_response();
            match answer.status().as_u16() {
                413 => ApiError::TooLarge(None),
                _ => ApiError::Malformed(json_refusal("…")),
            }
        })?;
        let value: Value = serde_json::from_slice(&bytes).map_err(|error| unfit(&error))?;
        if holds_nul(&value) {
            return Err(ApiError::Refused(vec![Refusal::new("api-refusal-nul")]));
        }
        // Read again from the text: its errors name line and column.
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|error| unfit(&error))
    }
}

/// PostgreSQL keeps no text with a NUL in it.
fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(holds_nul),
        Value::Object(members) => members.values().any(holds_nul),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let named = kind
        .and_then(|kind| kind.split(';').next())
        .unwrap_or_default();
    named.trim().eq_ignore_ascii_case("application/json")
}

fn json_refusal(reason: &str) -> Refusal {
    Refusal::new("api-refusal-json").with("reason", reason)
}

fn unfit(error: &serde_json::Error) -> ApiError {
    let reason = error.to_string();
    match error.classify() {
        Category::Data => {
            let refusal = Refusal::new("api-refusal-body").with("reason", reason.as_str());
            ApiError::Refused(vec![match named_field(&reason) {
                Some(field) => refusal.at(field),
                None => refusal,
            }])
        }
        Category::Io | Category::Syntax | Category::Eof => {
            ApiError::Malformed(json_refusal(&reason))
        }
    }
}

/// The field that serde names: "missing field `reason` at …".
fn named_field(reason: &str) -> Option<&str> {
    let named = reason.contains("field `");
    reason.split('`').nth(1).filter(|_| named)
}

/// The question in the address.
#[derive(Debug)]
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned, State: Send + Sync> FromRequestParts<State> for Asked<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, ApiError> {
        let asked = Query::try_from_uri(&parts.uri);
        asked.map(|Query(asked)| Self(asked)).map_err(|rejection| {
            let reason = std::error::Error::source(&rejection)
                .map_or_else(|| rejection.to_string(), ToString::to_string);
            ApiError::Malformed(Refusal::new("api-refusal-query").with("reason", reason))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::named_field;

    #[test]
    fn the_field_is_taken_from_what_the_reader_of_json_says() {
        assert_eq!(
            named_field("missing field `reason` at line 1"),
            Some("reason")
        );
        assert_eq!(named_field("invalid type: string `x`"), None);
    }
}
