//! What surrounds every route.

use crate::languages;
use crate::reader::{Site, asked_language};
use crate::{errors, request_id};
use axum::Extension;
use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use kernel::Language;
use std::any::Any;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// Limits around every route.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How long an answer may take.
    pub time: Duration,
    /// How many bytes a request may carry.
    pub body: usize,
}

impl Default for Limits {
    /// 30 seconds, and 2 MB; a route for files raises its own.
    fn default() -> Self {
        Self {
            time: Duration::from_secs(30),
            body: 2 * 1024 * 1024,
        }
    }
}

/// The house's headers: nothing from elsewhere is loaded, nothing inline runs, nobody frames it.
const HEADERS: [(&str, &str); 5] = [
    (
        "content-security-policy",
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    ),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

/// Surrounds all routes with what every request needs: a reference for the log, calm error
/// pages, limits, security headers, the language cookie, and compression.
pub fn surround(routes: Router, site: Site, limits: Limits) -> Router {
    routes
        .layer(axum::extract::DefaultBodyLimit::max(limits.body))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            limits.time,
        ))
        .layer(from_fn(errors::dress))
        .layer(Extension(Arc::new(site)))
        .layer(from_fn(request_id::name))
        .layer(CompressionLayer::new().gzip(true))
        .layer(from_fn(finish))
}

/// Adds the security headers, keeps answers that say nothing else out of caches, and remembers
/// a language that was asked for.
async fn finish(request: Request, next: Next) -> Response {
    let asked = asked_language(request.uri())
        .filter(|_| !crate::problem::is_api(request.uri().path()))
        .and_then(Language::from_tag);
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    if let Some(cookie) = asked.and_then(remembering) {
        headers.append(SET_COOKIE, cookie);
    }
    answer
}

fn remembering(language: Language) -> Option<HeaderValue> {
    let (name, tag) = (languages::COOKIE, language.tag());
    let year = 365 * 24 * 60 * 60;
    HeaderValue::try_from(format!(
        "{name}={tag}; Path=/; Max-Age={year}; SameSite=Lax; HttpOnly"
    ))
    .ok()
}

fn panicked(cause: Box<dyn Any + Send + 'static>) -> Response {
    let said = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("without words");
    tracing::error!(said, "a handler panicked");
    let mut answer = Response::default();
    *answer.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    answer
}
