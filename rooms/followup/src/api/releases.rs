use super::office::{House, Routes, number, place};
use crate::actions::release_round;
use crate::documents::ReportFormat;
use crate::pages::links::segment;
use crate::records::releases::{self, Release};
use crate::summary::{self, Which};
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_TYPE, LAST_MODIFIED};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use web_api::{ApiError, ApiResult, Asked, Body, Caller, Listing, Made, PageAsked, Shown, paged};

pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list, release))
        .routes(routes!(show))
        .routes(routes!(file))
        .routes(routes!(report))
}

/// A release of a round's report.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "number": 1, "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "note": null, "released_at": "2018-03-01T09:00:00Z"
}))]
pub struct ReleaseShown {
    /// From 1; a correction is the next number.
    pub number: u32,
    /// SHA-256 of the frozen report's bytes, in hexadecimal.
    pub sha256: String,
    /// What a correction corrects.
    pub note: Option<String>,
    /// When.
    pub released_at: DateTime<Utc>,
}

impl From<Release> for ReleaseShown {
    fn from(one: Release) -> Self {
        Self {
            number: one.number,
            sha256: one.sha256,
            note: one.note,
            released_at: one.released_at,
        }
    }
}

/// A release to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"note": "Hillerøds svar er kommet med."}))]
pub struct ReleaseWanted {
    /// What a correction corrects; needed from the second release on.
    pub note: Option<String>,
}

/// A round's report as it is frozen: everything that the report, the public pages and the open
/// data show. It may hold more members than these.
#[derive(Debug, ToSchema)]
#[allow(dead_code)] // describes the frozen bytes, which are sent as they are
pub struct ReportShape {
    /// The shape of this value; raised when a member changes its meaning.
    version: u32,
    /// The programme.
    #[schema(value_type = Object)]
    programme: serde_json::Value,
    /// The round.
    #[schema(value_type = Object)]
    round: serde_json::Value,
    /// The release; null where it is counted now.
    #[schema(value_type = Option<Object>)]
    release: Option<serde_json::Value>,
    /// Focus areas in order.
    #[schema(value_type = Vec<Object>)]
    areas: Vec<serde_json::Value>,
    /// Recommendations in order.
    #[schema(value_type = Vec<Object>)]
    recommendations: Vec<serde_json::Value>,
    /// Everyone who was asked.
    #[schema(value_type = Vec<Object>)]
    participants: Vec<serde_json::Value>,
    /// A row for each participant: a cell for each recommendation.
    #[schema(value_type = Vec<Vec<Object>>)]
    matrix: Vec<Vec<serde_json::Value>>,
    /// How many have each status, for each recommendation.
    #[schema(value_type = Vec<Object>)]
    counts: Vec<serde_json::Value>,
}

/// The releases of a round, the newest first.
#[utoipa::path(
    get, path = "/rounds/{round}/releases", tag = "releases", operation_id = "list_releases",
    params(("round" = String, Path, description = "The round's key."), PageAsked),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "A piece of the list.", body = Listing<ReleaseShown>)),
)]
async fn list(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<ReleaseShown>>> {
    let mut tx = office.database.read().await?;
    let round = summary::round(&mut tx, &caller.actor, &key).await?;
    let all = releases::of_round(&mut tx, round.id).await?;
    let all = all.into_iter().map(ReleaseShown::from).collect();
    Ok(Shown(paged(all, &asked, |one: &ReleaseShown| {
        one.number.to_string()
    })?))
}

/// Releases a round's report: it is counted, frozen, and everybody may read it.
#[utoipa::path(
    post, path = "/rounds/{round}/releases", tag = "releases", operation_id = "release_round",
    params(("round" = String, Path, description = "The round's key.")),
    security(("token" = ["administer"])),
    request_body = ReleaseWanted,
    responses((status = 201, description = "The release.", body = ReleaseShown)),
)]
async fn release(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
    Body(wanted): Body<ReleaseWanted>,
) -> ApiResult<Made<ReleaseShown>> {
    let mut tx = office.database.write().await?;
    let made = release_round(&mut tx, &caller.actor, &key, wanted.note.as_deref()).await?;
    tx.commit().await?;
    let address = format!("/rounds/{}/releases/{}", segment(&key), made.number);
    Ok(Made(place(&address), made.into()))
}

/// A frozen report: the same bytes every time, of which `sha256` of the release is the hash.
#[utoipa::path(
    get, path = "/rounds/{round}/releases/{number}", tag = "releases",
    operation_id = "show_release",
    params(
        ("round" = String, Path, description = "The round's key."),
        ("number" = u32, Path, description = "The release's number.", minimum = 1),
    ),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "The report.", body = ReportShape)),
)]
async fn show(State(office): House, Path((key, wanted)): Path<(String, String)>) -> ApiResult {
    let mut tx = office.database.read().await?;
    let snapshot = summary::snapshot(&mut tx, &key, Some(number(&wanted)?)).await?;
    let json = HeaderValue::from_static("application/json");
    let answer = ([(CONTENT_TYPE, json)], snapshot.bytes).into_response();
    Ok(dated(answer, snapshot.release.released_at))
}

/// What is frozen was last changed when it was released.
fn dated(mut answer: Response, at: DateTime<Utc>) -> Response {
    let written = at.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    if let Ok(written) = HeaderValue::try_from(written) {
        answer.headers_mut().insert(LAST_MODIFIED, written);
    }
    answer
}

/// A released report as a file: docx, pdf, xlsx, html, csv or json, in the language of
/// `Accept-Language`.
#[utoipa::path(
    get, path = "/rounds/{round}/releases/{number}/files/{format}", tag = "releases",
    operation_id = "download_report",
    params(
        ("round" = String, Path, description = "The round's key."),
        ("number" = u32, Path, description = "The release's number.", minimum = 1),
        ("format" = inline(FormatWord), Path, description = "The kind of file."),
    ),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "The file.", content(
        ([u8] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ([u8] = "application/pdf"),
        ([u8] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (String = "text/html"),
        (String = "text/csv"),
        (ReportShape = "application/json"),
    ))),
)]
async fn file(
    State(office): House,
    caller: Caller,
    Path((key, wanted, format)): Path<(String, String, String)>,
) -> ApiResult {
    let format = ReportFormat::from_extension(&format).ok_or(ApiError::NotFound)?;
    let which = Which::Release(number(&wanted)?);
    let generation = office.database.generation();
    let mut tx = office.database.read().await?;
    let shown = summary::report(&mut tx, &caller.actor, &key, which).await?;
    drop(tx);
    let at = shown.release.map(|release| release.released_at);
    let files = &office.files;
    let answer = files
        .file(generation, shown.report, format, caller.language)
        .await?;
    at.map(|at| dated(answer, at)).ok_or(ApiError::NotFound)
}

/// A kind of file.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)] // the words that the address reads
pub enum FormatWord {
    /// Word.
    Docx,
    /// PDF/UA-1.
    Pdf,
    /// Excel.
    Xlsx,
    /// One page that stands alone.
    Html,
    /// One line per entry.
    Csv,
    /// The report as data.
    Json,
}

/// Which report is wanted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhichWord {
    /// The newest release; where there is none, what is accepted now.
    #[default]
    Newest,
    /// What is accepted now, for those who may see it.
    Live,
}

/// Which report is wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReportAsked {
    /// `newest` (the usual) or `live`.
    #[serde(default)]
    #[param(inline)]
    pub which: WhichWord,
}

/// A round's report: the newest release, or counted now for those who may see it.
#[utoipa::path(
    get, path = "/rounds/{round}/report", tag = "releases", operation_id = "show_report",
    params(("round" = String, Path, description = "The round's key."), ReportAsked),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "The report.", body = ReportShape)),
)]
async fn report(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
    Asked(asked): Asked<ReportAsked>,
) -> ApiResult {
    let which = match asked.which {
        WhichWord::Newest => Which::Newest,
        WhichWord::Live => Which::Live,
    };
    let mut tx = office.database.read().await?;
    let shown = summary::report(&mut tx, &caller.actor, &key, which).await?;
    Ok(Shown(shown.report).into_response())
}
