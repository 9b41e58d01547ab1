//! The gate: who calls, how often, and whether their token may be used for this. Cookies are not
//! looked at.

use crate::address;
use crate::caller::Caller;
use crate::error::{ApiError, ApiResult};
use crate::limits::Counted;
use crate::mount::House;
use axum::extract::{MatchedPath, Request, State};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::{Language, Refusal};
use people::tokens::{self, Presented, Token};
use std::sync::Arc;
use std::time::Instant;
use web::Reader;

/// Lets a request through, or says why not.
pub(crate) async fn pass(
    State(house): State<Arc<House>>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    match admitted(&house, &parts).await {
        Ok(caller) => {
            parts.extensions.insert(caller);
            next.run(Request::from_parts(parts, body)).await
        }
        Err(error) => error.into_response(),
    }
}

async fn admitted(house: &House, parts: &Parts) -> ApiResult<Caller> {
    let caller = caller(house, parts).await?;
    refuse_nul(parts)?;
    let path = parts.extensions.get::<MatchedPath>();
    let need = path.and_then(|path| house.document.need(&parts.method, path.as_str()));
    let Some(need) = need else { return Ok(caller) };
    match &caller.token {
        None if need.public => Ok(caller),
        None => Err(ApiError::Unauthorized(Refusal::new("api-refusal-no-token"))),
        Some(_) if caller.has(need.scope) => Ok(caller),
        Some(_) => {
            let refusal = Refusal::new("api-refusal-scope").with("scope", need.scope.key());
            Err(ApiError::Forbidden(vec![refusal]))
        }
    }
}

/// PostgreSQL keeps no text with a NUL in it, so none is let in, to either database.
fn refuse_nul(parts: &Parts) -> ApiResult<()> {
    match parts.uri.to_string().contains("%00") {
        true => Err(ApiError::Refused(vec![Refusal::new("api-refusal-nul")])),
        false => Ok(()),
    }
}

async fn caller(house: &House, parts: &Parts) -> ApiResult<Caller> {
    let language = Reader::of(parts).language;
    let counted = |who| {
        let room = house.buckets.take(who, Instant::now());
        room.map_err(ApiError::TooMany)
    };
    let from = Counted::Address(address::of(parts, house.behind_proxy));
    let Some(presented) = bearer(&parts.headers) else {
        counted(from)?;
        return Ok(Caller::stranger(language));
    };
    match known(house, presented, language).await {
        Ok(caller) => {
            let number = caller.token.as_ref().map_or(0, |token| token.id.0);
            counted(Counted::Token(number))?;
            Ok(caller)
        }
        Err(error) => {
            counted(from)?;
            Err(error)
        }
    }
}

/// What stands behind `Bearer`; what is no such header at all is refused as an unknown token.
fn bearer(headers: &HeaderMap) -> Option<Result<&str, Refusal>> {
    let sent = headers.get(AUTHORIZATION)?;
    let odd = || Refusal::new("api-refusal-authorization");
    let token = sent.to_str().ok().and_then(|sent| {
        let (scheme, token) = sent.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
    });
    Some(token.ok_or_else(odd))
}

async fn known(
    house: &House,
    presented: Result<&str, Refusal>,
    language: Language,
) -> ApiResult<Caller> {
    let presented = presented.map_err(ApiError::Unauthorized)?;
    let mut tx = house.database.read().await?;
    let found = tokens::recognise(&mut tx, presented).await?;
    let now = tx.now();
    drop(tx);
    let refusal = match found {
        Presented::Known(token, actor) => {
            if tokens::is_worth_noting(&token, now) {
                note_use(house, &token).await?;
            }
            let token = Some(Arc::new(*token));
            return Ok(Caller {
                actor,
                token,
                language,
            });
        }
        Presented::Unknown => Refusal::new("api-refusal-unknown-token"),
        Presented::Expired(on) => Refusal::new("api-refusal-expired-token").with("on", on),
        Presented::Revoked(at) => {
            Refusal::new("api-refusal-revoked-token").with("on", at.date_naive())
        }
    };
    Err(ApiError::Unauthorized(refusal))
}

async fn note_use(house: &House, token: &Token) -> ApiResult<()> {
    let mut tx = house.database.write().await?;
    tokens::was_used(&mut tx, token.id).await?;
    Ok(tx.commit_unseen().await?)
}
