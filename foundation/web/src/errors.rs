//! Calm pages for what goes wrong: a handler answers with [`PageError`], and the layer
//! [`dress`] turns it, and every bare error of the server, into a page in the reader's language.

use crate::components::{ErrorSummary, Html};
use crate::headers::wants_page;
use crate::problem::{self, Problem};
use crate::reader::Reader;
use crate::request_id::RequestId;
use crate::shell::Page;
use askama::Template;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::{Actor, Fault, Refusal, Stop};
use std::error::Error;

/// Why a page cannot be shown.
#[derive(Debug)]
pub enum PageError {
    /// It is not there, or not for this reader: the two look the same.
    NotFound,
    /// One must sign in, or may not.
    Forbidden,
    /// What was asked cannot be done, and the reader can act on it.
    Refused(Vec<Refusal>),
    /// We must repair it.
    Failed(Fault),
}

impl From<Stop> for PageError {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Refused(refusals) => PageError::Refused(refusals),
            Stop::NotFound => PageError::NotFound,
            Stop::Failed(fault) => PageError::Failed(fault),
        }
    }
}

impl From<Fault> for PageError {
    fn from(fault: Fault) -> Self {
        PageError::Failed(fault)
    }
}

impl From<Refusal> for PageError {
    fn from(refusal: Refusal) -> Self {
        PageError::Refused(vec![refusal])
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        match self {
            PageError::NotFound => StatusCode::NOT_FOUND.into_response(),
            PageError::Forbidden => StatusCode::FORBIDDEN.into_response(),
            PageError::Refused(refusals) => {
                let problem = Problem {
                    refusals,
                    ..Problem::default()
                };
                problem.answer(StatusCode::UNPROCESSABLE_ENTITY)
            }
            PageError::Failed(fault) => {
                tracing::error!(causes = %causes(&fault), "a page failed");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

/// A fault with everything that led to it, for the log.
fn causes(fault: &Fault) -> String {
    let mut text = fault.to_string();
    let mut cause = fault.source();
    while let Some(found) = cause {
        text.push_str(": ");
        text.push_str(&found.to_string());
        cause = found.source();
    }
    text
}

#[derive(Template)]
#[template(path = "error_page.html")]
struct ErrorPage {
    summary: Option<ErrorSummary>,
    explanation: String,
    reference: Option<String>,
    way_on: String,
}

/// Gives every answer that failed without a page of its own a page in the reader's language.
/// Below `/api/` it becomes a problem as data. Answers that carry a body of their own (JSON of the
/// API, a form with its errors) pass.
pub async fn dress(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let wanted = wants_page(&parts.headers);
    let reader = Reader::of(&parts);
    let reference = parts.extensions.get::<RequestId>().cloned();
    let answer = next.run(Request::from_parts(parts, body)).await;
    if is_bare(&answer) && problem::is_api(&reader.path) {
        return problem::write(answer, &reader, reference.as_ref());
    }
    if wanted && is_bare(&answer) {
        return page(&answer, reader, reference);
    }
    answer
}

fn is_bare(answer: &Response) -> bool {
    let failed = answer.status().is_client_error() || answer.status().is_server_error();
    let kind = answer
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    failed && kind.is_none_or(|kind| kind.starts_with("text/plain"))
}

/// Who acts is known further in, and said by the answer's extension.
fn page(answer: &Response, mut reader: Reader, reference: Option<RequestId>) -> Response {
    if let Some(actor) = answer.extensions().get() {
        reader.actor = Actor::clone(actor);
    }
    let status = answer.status();
    let texts = reader.texts();
    let (title, explanation) = words(status);
    let refusals = answer
        .extensions()
        .get::<Problem>()
        .map(|problem| problem.refusals.as_slice());
    let content = ErrorPage {
        summary: ErrorSummary::of(refusals.unwrap_or_default(), texts),
        explanation: texts.say(explanation),
        reference: reference
            .filter(|_| status.is_server_error())
            .map(|id| texts.say_with("web-error-reference", &[("reference", id.as_str().into())])),
        way_on: texts.say("web-error-way-on"),
    };
    let html = Page::titled(texts.say(title))
        .private()
        .render(&content, &reader);
    let mut dressed = (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
    let kept = answer
        .headers()
        .iter()
        .filter(|(name, _)| *name != CONTENT_TYPE && *name != "content-length");
    for (name, value) in kept {
        dressed.headers_mut().append(name, value.clone());
    }
    dressed
}

/// The keys of a status' title and explanation.
fn words(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::NOT_FOUND => ("web-error-not-found", "web-error-not-found-text"),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            ("web-error-forbidden", "web-error-forbidden-text")
        }
        StatusCode::PAYLOAD_TOO_LARGE => ("web-error-too-large", "web-error-too-large-text"),
        StatusCode::REQUEST_TIMEOUT
        | StatusCode::SERVICE_UNAVAILABLE
        | StatusCode::GATEWAY_TIMEOUT => ("web-error-busy", "web-error-busy-text"),
        status if status.is_server_error() => ("web-error-failed", "web-error-failed-text"),
        _ => ("web-error-refused", "web-error-refused-text"),
    }
}

/// What a handler of a page answers with.
pub type PageResult<T = Response> = Result<T, PageError>;

/// A page as an answer that is not kept.
pub fn html(page: String) -> Response {
    axum::response::Html(page).into_response()
}

/// A form with its refusals: status 422, nothing typed is lost.
pub fn unprocessable(page: String) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, axum::response::Html(page)).into_response()
}

impl ErrorPage {
    fn way_home(&self) -> Html {
        Html::link("/", &self.way_on)
    }
}
