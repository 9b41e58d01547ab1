//! Requests that are sent again: a `POST` with an `Idempotency-Key` is carried out once, and the
//! second time answered as the first (draft-ietf-httpapi-idempotency-key-header). Answers that
//! changed nothing are not kept: what was refused may be sent again under the same key.

use crate::caller::Caller;
use crate::error::{ApiError, ApiResult};
use crate::mount::House;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::{Fault, Refusal};
use memchr::memmem;
use people::idempotency::{self, Answer, Claim};
use people::tokens::TokenId;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The header that names a request.
pub(crate) const KEY: &str = "idempotency-key";
/// The longest key.
pub(crate) const LONGEST: usize = 255;
/// The largest body that is compared: the largest file, and what stands around it.
const LARGEST: usize = 12 * 1024 * 1024;
/// The headers that belong to an answer.
const KEPT: [HeaderName; 2] = [CONTENT_TYPE, LOCATION];

/// Answers a request that was sent before as it was answered then.
pub(crate) async fn answer_once(
    State(house): State<Arc<House>>,
    request: Request,
    next: Next,
) -> Response {
    let caller = request.extensions().get::<Caller>();
    let token = caller
        .and_then(|caller| caller.token.as_ref())
        .map(|token| token.id);
    let key = request.headers().get(KEY).cloned();
    match (token, key) {
        (Some(token), Some(key)) if request.method() == Method::POST => {
            let answer = once(house, token, key, request, next).await;
            answer.unwrap_or_else(IntoResponse::into_response)
        }
        _ => next.run(request).await,
    }
}

async fn once(
    house: Arc<House>,
    token: TokenId,
    key: HeaderValue,
    request: Request,
    next: Next,
) -> ApiResult {
    let key = checked(&key)?;
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST).await;
    let body = body.map_err(|_| ApiError::TooLarge(None))?;
    let fingerprint = fingerprint(&parts, &body);
    let mut tx = house.database.write().await?;
    let claim = idempotency::claim(&mut tx, token, &key, &fingerprint).await?;
    tx.commit_unseen().await?;
    let field = |refusal: Refusal| vec![refusal.at("Idempotency-Key")];
    match claim {
        Claim::New => carried_out(house, token, key, (parts, body), next).await,
        Claim::Answered(answer) => Ok(again(answer)),
        Claim::Other => Err(ApiError::Refused(field(Refusal::new(
            "api-refusal-key-other",
        )))),
        Claim::Running => {
            let refusal = Refusal::new("api-refusal-key-running");
            Err(ApiError::Conflict(field(refusal), None))
        }
    }
}

fn checked(key: &HeaderValue) -> ApiResult<String> {
    let text = key.to_str().unwrap_or_default();
    let visible = text.bytes().all(|byte| byte.is_ascii_graphic());
    if visible && (1..=LONGEST).contains(&text.len()) {
        return Ok(text.to_owned());
    }
    let refusal = Refusal::new("api-refusal-key").with("most", LONGEST);
    Err(ApiError::Malformed(refusal.at("Idempotency-Key")))
}

/// What makes two requests the same: method, address, and content. The boundary of a form with
/// files is drawn anew each time and does not count.
fn fingerprint(parts: &Parts, body: &Bytes) -> String {
    let kind = parts
        .headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let (kind, boundary) = match kind.unwrap_or_default().split_once("boundary=") {
        Some((kind, boundary)) => (kind, boundary.trim_matches('"')),
        None => (kind.unwrap_or_default(), ""),
    };
    let mut hash = Sha256::new();
    for part in [parts.method.as_str(), &parts.uri.to_string(), kind] {
        hash.update(part);
        hash.update([0]);
    }
    let mut rest = &body[..];
    while let Some(at) = memmem::find(rest, boundary.as_bytes()).filter(|_| !boundary.is_empty()) {
        hash.update(&rest[..at]);
        rest = &rest[at + boundary.len()..];
    }
    hash.update(rest);
    let hash = hash.finalize();
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Carries a request out and keeps its answer, even where the caller does not wait for it.
async fn carried_out(
    house: Arc<House>,
    token: TokenId,
    key: String,
    (parts, body): (Parts, Bytes),
    next: Next,
) -> ApiResult {
    let request = Request::from_parts(parts, Body::from(body));
    let work = tokio::spawn(async move {
        let answer = next.run(request).await;
        keep(&house, token, &key, answer).await
    });
    let answer = work.await;
    answer.map_err(|error| Fault::caused_by("carrying out a request", error))?
}

async fn keep(house: &House, token: TokenId, key: &str, answer: Response) -> ApiResult {
    let mut tx = house.database.write().await?;
    if !answer.status().is_success() {
        idempotency::release(&mut tx, token, key).await?;
        tx.commit_unseen().await?;
        return Ok(answer);
    }
    let (parts, body) = answer.into_parts();
    let body = to_bytes(body, usize::MAX).await;
    let body = body.map_err(|error| Fault::caused_by("reading an answer", error))?;
    let kept = Answer {
        status: parts.status.as_u16(),
        headers: written(&parts.headers)?,
        body: body.to_vec(),
    };
    idempotency::settle(&mut tx, token, key, &kept).await?;
    tx.commit_unseen().await?;
    Ok(Response::from_parts(parts, Body::from(body)))
}

fn written(headers: &HeaderMap) -> Result<String, Fault> {
    let kept = KEPT.iter().filter_map(|name| {
        let value = headers.get(name)?.to_str().ok()?;
        Some((name.as_str(), value))
    });
    serde_json::to_string(&kept.collect::<Vec<_>>())
        .map_err(|error| Fault::caused_by("writing headers", error))
}

fn again(kept: Answer) -> Response {
    let mut answer = Response::new(Body::from(kept.body));
    *answer.status_mut() = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::OK);
    let headers = answer.headers_mut();
    headers.remove(CONTENT_LENGTH);
    let pairs: Vec<(String, String)> = serde_json::from_str(&kept.headers).unwrap_or_default();
    for (name, value) in pairs {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    headers.insert("idempotent-replayed", HeaderValue::from_static("true"));
    answer
}
