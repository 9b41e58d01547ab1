use axum::extract::{MatchedPath, Request};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use tracing::Instrument;

/// The reference of one request: in the log, in the answer's `x-request-id`, and on the page
/// that says something failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(String);

/// Without vowels and digits that look alike, so that it can be read aloud.
const LETTERS: &[u8; 20] = b"23456789BCDFGHJKMNPQ";

static SEED: LazyLock<RandomState> = LazyLock::new(RandomState::new);
static NEXT: AtomicU64 = AtomicU64::new(0);

impl RequestId {
    fn fresh() -> Self {
        let mut rest = SEED.hash_one(NEXT.fetch_add(1, Ordering::Relaxed));
        let mut letters = String::with_capacity(9);
        for place in 0..8 {
            if place == 4 {
                letters.push('-');
            }
            letters.push(char::from(LETTERS[(rest % 20) as usize]));
            rest /= 20;
        }
        Self(letters)
    }

    /// Eight letters in two groups.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Gives each request its reference. The log names the route, not the address: a link in a letter
/// has its secret there.
pub async fn name(mut request: Request, next: Next) -> Response {
    let id = RequestId::fresh();
    request.extensions_mut().insert(id.clone());
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("", MatchedPath::as_str);
    let span = tracing::info_span!("request", reference = id.as_str(), route);
    let mut answer = next.run(request).instrument(span).await;
    if let Ok(value) = HeaderValue::from_str(id.as_str()) {
        answer.headers_mut().insert("x-request-id", value);
    }
    answer
}
