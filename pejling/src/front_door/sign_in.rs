//! Coming in as the secretariat, and leaving (docs/decisions/desk-key.md).

use super::desk_key::DeskKey;
use super::same_origin::comes_from_us;
use super::sessions::{LASTS, Sessions};
use askama::Template;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use database::Database;
use kernel::{Actor, Fault, Language, Refusal};
use serde::Deserialize;
use std::time::Instant;
use web::components::ErrorSummary;
use web::languages::Texts;
use web::{Page, PageError, Reader};

const COOKIE: &str = "pejling_desk";
const ENTER: &str = "/desk/enter";

/// What the front door knows about who may come in.
#[derive(Clone)]
pub struct Door {
    /// Who is signed in.
    pub sessions: Sessions,
    /// What lets the secretariat in.
    pub key: DeskKey,
    /// Where it is asked whether everything is invented, and no key needed.
    pub database: Database,
}

/// The ways in and out.
pub fn routes(door: Door) -> Router {
    Router::new()
        .route(ENTER, get(show).post(enter))
        .route("/desk/leave", post(leave))
        .with_state(door)
}

/// What is offered at the door.
#[derive(Deserialize)]
struct Offered {
    #[serde(default)]
    key: String,
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignIn {
    texts: &'static Texts,
    errors: Option<ErrorSummary>,
    key: String,
    key_needed: bool,
}

async fn show(
    State(door): State<Door>,
    Query(offered): Query<Offered>,
    reader: Reader,
) -> Result<Response, PageError> {
    let needed = door.key_needed().await?;
    Ok(page(&reader, offered.key, needed, &[]))
}

async fn enter(
    State(door): State<Door>,
    reader: Reader,
    Form(offered): Form<Offered>,
) -> Result<Response, PageError> {
    let needed = door.key_needed().await?;
    if needed && !door.key.opens(offered.key.trim()) {
        let refusal = Refusal::new("desk-refusal-wrong-key").at("key");
        return Ok(page(&reader, String::new(), needed, &[refusal]));
    }
    let token = door.sessions.begin(Instant::now())?;
    Ok(with_cookie(&token, LASTS.as_secs(), "/desk"))
}

async fn leave(State(door): State<Door>, headers: HeaderMap) -> Response {
    if let Some(token) = token(&headers) {
        door.sessions.end(token);
    }
    with_cookie("", 0, "/")
}

fn page(reader: &Reader, key: String, key_needed: bool, refusals: &[Refusal]) -> Response {
    let texts = reader.texts();
    let content = SignIn {
        texts,
        errors: ErrorSummary::of(refusals, texts),
        key,
        key_needed,
    };
    let html = Page::titled(texts.say("desk-sign-in-title"))
        .private()
        .render(&content, reader);
    let status = match refusals {
        [] => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    (status, web::html(html)).into_response()
}

fn with_cookie(token: &str, seconds: u64, to: &str) -> Response {
    let cookie = format!("{COOKIE}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict");
    let mut answer = Redirect::to(to).into_response();
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    answer
}

impl Door {
    /// Invented answers may be handled by anybody; as soon as one programme is real, by nobody
    /// without the key.
    async fn key_needed(&self) -> Result<bool, Fault> {
        let mut tx = self.database.read().await?;
        let programmes = followup::summary::programmes(&mut tx)
            .await
            .map_err(|_| Fault::new("asking which programmes there are"))?;
        Ok(programmes.is_empty() || programmes.iter().any(|programme| !programme.fictional))
    }
}

/// Says who acts, and stops what does not come from our own pages.
pub async fn recognise(State(door): State<Door>, mut request: Request, next: Next) -> Response {
    if !comes_from_us(&request) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let signed_in =
        token(request.headers()).is_some_and(|token| door.sessions.holds(token, Instant::now()));
    let actor = match signed_in {
        true => Actor::secretariat(Texts::of(Language::Da).say("desk-secretariat")),
        false => Actor::stranger(),
    };
    request.extensions_mut().insert(actor);
    next.run(request).await
}

fn token(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .map(|(_, token)| token)
        .filter(|token| !token.is_empty())
}
