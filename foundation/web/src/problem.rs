//! What an API answers when something cannot be done: `application/problem+json` (RFC 9457), with
//! the same sentences as pages, in the reader's language.

use crate::reader::Reader;
use crate::request_id::RequestId;
use axum::body::Body;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::Refusal;
use serde_json::{Map, Value, json};

/// Where the addresses of APIs begin.
const BELOW: &str = "/api/";
/// The media type of a problem.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// The facts of a problem, on their way to the layer that writes it.
#[derive(Debug, Clone, Default)]
pub struct Problem {
    /// What stops the request, each with its field.
    pub refusals: Vec<Refusal>,
    /// What else there is to say: `current` is what stands there now.
    pub more: Map<String, Value>,
}

impl Problem {
    /// A problem with one refusal.
    pub fn of(refusal: Refusal) -> Self {
        Self {
            refusals: vec![refusal],
            more: Map::new(),
        }
    }

    /// The same problem with one more member.
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.more.insert(name.to_owned(), value);
        self
    }

    /// An answer without words yet: the layer around all routes writes them.
    pub fn answer(self, status: StatusCode) -> Response {
        let mut answer = status.into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

/// Whether an address belongs to an API: its failures are data, and no cookie matters there.
pub(crate) fn is_api(path: &str) -> bool {
    path.starts_with(BELOW)
}

/// The names of the kinds of problem by status; each is explained on the page `/api`.
pub fn kind(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not-found",
        405 => "method-not-allowed",
        409 => "conflict",
        412 => "precondition-failed",
        413 => "too-large",
        415 => "media-type",
        422 => "refused",
        429 => "too-many",
        408 | 503 | 504 => "busy",
        status if status >= 500 => "failed",
        _ => "malformed",
    }
}

/// The title and the explanation of a kind, as keys of texts.
pub fn words(kind: &str) -> (&'static str, &'static str) {
    match kind {
        "unauthorized" => ("api-problem-unauthorized", "api-problem-unauthorized-text"),
        "forbidden" => ("api-problem-forbidden", "api-problem-forbidden-text"),
        "not-found" => ("api-problem-not-found", "api-problem-not-found-text"),
        "method-not-allowed" => (
            "api-problem-method-not-allowed",
            "api-problem-method-not-allowed-text",
        ),
        "conflict" => ("api-problem-conflict", "api-problem-conflict-text"),
        "precondition-failed" => (
            "api-problem-precondition-failed",
            "api-problem-precondition-failed-text",
        ),
        "too-large" => ("api-problem-too-large", "api-problem-too-large-text"),
        "media-type" => ("api-problem-media-type", "api-problem-media-type-text"),
        "refused" => ("api-problem-refused", "api-problem-refused-text"),
        "too-many" => ("api-problem-too-many", "api-problem-too-many-text"),
        "busy" => ("api-problem-busy", "api-problem-busy-text"),
        "failed" => ("api-problem-failed", "api-problem-failed-text"),
        _ => ("api-problem-malformed", "api-problem-malformed-text"),
    }
}

/// Writes a problem into an answer that failed without a body of its own. Its headers stay.
pub(crate) fn write(answer: Response, reader: &Reader, reference: Option<&RequestId>) -> Response {
    let (mut parts, _) = answer.into_parts();
    let facts = parts.extensions.remove::<Problem>().unwrap_or_default();
    let body = document(parts.status, facts, reader, reference).to_string();
    parts.headers.remove(CONTENT_LENGTH);
    parts
        .headers
        .insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
    Response::from_parts(parts, Body::from(body))
}

fn document(
    status: StatusCode,
    facts: Problem,
    reader: &Reader,
    reference: Option<&RequestId>,
) -> Value {
    let texts = reader.texts();
    let kind = kind(status);
    let (title, explanation) = words(kind);
    let said: Vec<String> = facts
        .refusals
        .iter()
        .map(|one| texts.message(&one.message))
        .collect();
    let detail = match said.as_slice() {
        [] => texts.say(explanation),
        said => said.join(" "),
    };
    let errors: Vec<Value> = facts
        .refusals
        .iter()
        .zip(&said)
        .map(|(one, said)| json!({"field": one.field, "code": one.message.key, "message": said}))
        .collect();
    let mut problem = Map::new();
    problem.insert("type".to_owned(), json!(format!("/api#{kind}")));
    problem.insert("title".to_owned(), json!(texts.say(title)));
    problem.insert("status".to_owned(), json!(status.as_u16()));
    problem.insert("detail".to_owned(), json!(detail));
    problem.insert("instance".to_owned(), json!(reader.path));
    problem.insert(
        "reference".to_owned(),
        json!(reference.map(RequestId::as_str)),
    );
    problem.insert("errors".to_owned(), Value::Array(errors));
    problem.extend(facts.more);
    Value::Object(problem)
}
