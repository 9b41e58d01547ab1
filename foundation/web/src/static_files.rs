use crate::headers::{accepts_gzip, matches};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY};
use axum::http::{HeaderMap, Response, StatusCode};
use axum::response::IntoResponse;
use axum::routing::get;

/// The route of the embedded files: `/static/<fingerprint>/<path>`.
pub fn routes<State: Clone + Send + Sync + 'static>() -> Router<State> {
    Router::new().route("/static/{fingerprint}/{*path}", get(serve))
}

/// An asset, to be kept for good: its address changes whenever it does. An address of an
/// earlier build gets today's file, not to be kept.
async fn serve(
    Path((fingerprint, path)): Path<(String, String)>,
    headers: HeaderMap,
) -> axum::response::Response {
    let Some(asset) = assets::find(&path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let ours = fingerprint == assets::fingerprint();
    let keep = if ours {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let tag = format!("\"{}\"", assets::fingerprint());
    let answer = Response::builder()
        .header(CACHE_CONTROL, keep)
        .header(ETAG, &tag)
        .header(VARY, "accept-encoding");
    let built = if matches(&headers, &tag) {
        answer.status(StatusCode::NOT_MODIFIED).body(Body::empty())
    } else {
        let answer = answer.header(CONTENT_TYPE, asset.media_type);
        match asset.gzip.filter(|_| accepts_gzip(&headers)) {
            Some(packed) => answer
                .header(CONTENT_ENCODING, "gzip")
                .body(Body::from(Bytes::from_static(packed))),
            None => answer.body(Body::from(Bytes::from_static(asset.bytes))),
        }
    };
    built.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
