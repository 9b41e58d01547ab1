use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::{Fault, Refusal, Stop};
use serde_json::Value;
use web::PageError;
use web::problem::Problem;

/// Why a request of the API is not carried out. The layer around all routes writes it as
/// `application/problem+json` in the caller's language.
#[derive(Debug)]
pub enum ApiError {
    /// 400: it cannot be read.
    Malformed(Refusal),
    /// 401: a token is missing or does not work.
    Unauthorized(Refusal),
    /// 403: the token does not allow it.
    Forbidden(Vec<Refusal>),
    /// 404: it is not there, or not for this caller; the two look the same.
    NotFound,
    /// 409: somebody has changed it meanwhile; with what stands there now.
    Conflict(Vec<Refusal>, Option<Value>),
    /// 412: what `If-Match` names is not what stands there.
    Changed,
    /// 413: it is too large.
    TooLarge(Option<Refusal>),
    /// 415: the content has the wrong type.
    MediaType(Refusal),
    /// 422: a rule says no.
    Refused(Vec<Refusal>),
    /// 429: too often; after so many seconds again.
    TooMany(u64),
    /// 500: we must repair it.
    Failed(Fault),
}

/// What a handler answers with.
pub type ApiResult<T = Response> = Result<T, ApiError>;

impl From<Stop> for ApiError {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Refused(refusals) if says(&refusals, "-refusal-not-allowed") => {
                ApiError::Forbidden(refusals)
            }
            Stop::Refused(refusals) if says(&refusals, "-refusal-stale") => {
                ApiError::Conflict(refusals, None)
            }
            Stop::Refused(refusals) => ApiError::Refused(refusals),
            Stop::NotFound => ApiError::NotFound,
            Stop::Failed(fault) => ApiError::Failed(fault),
        }
    }
}

/// Rooms name these two refusals alike: who may not, and who has seen an older version.
fn says(refusals: &[Refusal], ending: &str) -> bool {
    refusals.iter().any(|one| one.message.key.ends_with(ending))
}

impl From<Fault> for ApiError {
    fn from(fault: Fault) -> Self {
        ApiError::Failed(fault)
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Stop::from(refusal).into()
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let several = |refusals| Problem {
            refusals,
            ..Problem::default()
        };
        match self {
            ApiError::Malformed(refusal) => Problem::of(refusal).answer(StatusCode::BAD_REQUEST),
            ApiError::Unauthorized(refusal) => unauthorized(refusal),
            ApiError::Forbidden(refusals) => several(refusals).answer(StatusCode::FORBIDDEN),
            ApiError::NotFound => Problem::default().answer(StatusCode::NOT_FOUND),
            ApiError::Conflict(refusals, current) => conflict(several(refusals), current),
            ApiError::Changed => Problem::default().answer(StatusCode::PRECONDITION_FAILED),
            ApiError::TooLarge(refusal) => {
                several(refusal.into_iter().collect()).answer(StatusCode::PAYLOAD_TOO_LARGE)
            }
            ApiError::MediaType(refusal) => {
                Problem::of(refusal).answer(StatusCode::UNSUPPORTED_MEDIA_TYPE)
            }
            ApiError::Refused(refusals) => {
                several(refusals).answer(StatusCode::UNPROCESSABLE_ENTITY)
            }
            ApiError::TooMany(seconds) => too_many(seconds),
            // Pages log a fault the same way.
            ApiError::Failed(fault) => PageError::Failed(fault).into_response(),
        }
    }
}

fn unauthorized(refusal: Refusal) -> Response {
    let mut answer = Problem::of(refusal).answer(StatusCode::UNAUTHORIZED);
    let wanted = HeaderValue::from_static("Bearer realm=\"pejling\"");
    answer.headers_mut().insert(WWW_AUTHENTICATE, wanted);
    answer
}

fn conflict(problem: Problem, current: Option<Value>) -> Response {
    let problem = match current {
        Some(current) => problem.with("current", current),
        None => problem,
    };
    problem.answer(StatusCode::CONFLICT)
}

fn too_many(seconds: u64) -> Response {
    let mut answer = Problem::default().answer(StatusCode::TOO_MANY_REQUESTS);
    answer
        .headers_mut()
        .insert(RETRY_AFTER, HeaderValue::from(seconds));
    answer
}
