//! Entity tags: who has the newest already is not sent it again, and who changes something can
//! say what they have seen.

use crate::answer::{tag, tag_of};
use crate::caller::Caller;
use crate::error::{ApiError, ApiResult};
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use serde::Serialize;

/// Gives the JSON of reads an entity tag, and answers 304 where the caller has it already.
pub(crate) async fn tagged(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let caller = request.extensions().get::<Caller>();
    let private = caller.is_some_and(|caller| caller.token.is_some());
    let headers = request.headers().clone();
    let answer = next.run(request).await;
    if reads && answer.status() == StatusCode::OK && is_json(&answer) {
        return with_tag(answer, &headers, private).await;
    }
    answer
}

fn is_json(answer: &Response) -> bool {
    let kind = answer.headers().get(CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
}

async fn with_tag(answer: Response, asked: &HeaderMap, private: bool) -> Response {
    let (mut parts, body) = answer.into_parts();
    // Our own answer, already in memory.
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Response::from_parts(parts, Body::empty());
    };
    let tag = tag(&bytes);
    let keep = if private {
        "private, no-cache"
    } else {
        "no-cache"
    };
    parts
        .headers
        .insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    let vary = HeaderValue::from_static("accept-language, authorization");
    parts.headers.insert(VARY, vary);
    if let Ok(value) = HeaderValue::try_from(tag.as_str()) {
        parts.headers.insert(ETAG, value);
    }
    if web::has_already(asked, &tag) {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(CONTENT_TYPE);
        parts.headers.remove(CONTENT_LENGTH);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// Refuses where the request names another state than the one that stands there: `current` is
/// what a read of the same address shows.
pub fn if_match(headers: &HeaderMap, current: &impl Serialize) -> ApiResult<()> {
    let mut named = headers.get_all(IF_MATCH).iter().peekable();
    if named.peek().is_none() {
        return Ok(());
    }
    let tag = tag_of(current)?;
    let fits = named
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .any(|one| matches!(one.trim(), "*") || one.trim() == tag);
    match fits {
        true => Ok(()),
        false => Err(ApiError::Changed),
    }
}
