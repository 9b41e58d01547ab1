use super::office::{House, Routes, number, with_current};
use super::words::ObligationWord;
use crate::actions::{RecommendationEdit, edit_recommendation};
use crate::records::RecommendationId;
use crate::records::recommendations::{self, Recommendation};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use database::Tx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use web_api::{ApiResult, Body, Caller, Shown, if_match};

pub fn routes() -> Routes {
    Routes::default().routes(routes!(show, edit))
}

/// A recommendation.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecommendationShown {
    /// The number in the installation.
    pub id: i64,
    /// The number in its set, from 1.
    pub number: u32,
    /// The title of its focus area.
    pub area: String,
    /// Must or may.
    pub obligation: ObligationWord,
    /// The full text.
    pub text: String,
    /// A few words.
    pub short_title: String,
    /// Rises with every edit; say which one you saw.
    pub version: i64,
}

impl RecommendationShown {
    /// A recommendation with the title of its area.
    pub fn of(one: Recommendation, areas: &[String]) -> Self {
        Self {
            id: one.id.0,
            number: one.number,
            area: areas.get(one.area).cloned().unwrap_or_default(),
            obligation: one.obligation.into(),
            text: one.text,
            short_title: one.short_title,
            version: one.change.version,
        }
    }
}

/// A recommendation as somebody wants it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "version": 1, "obligation": "must",
    "text": "Alle kommuner skal være en del af et rekrutteringssamarbejde.",
    "short_title": "Rekrutteringssamarbejde"
}))]
pub struct RecommendationWanted {
    /// The version that was seen.
    pub version: i64,
    /// Must or may.
    pub obligation: ObligationWord,
    /// The full text.
    pub text: String,
    /// A few words.
    pub short_title: String,
}

async fn read(tx: &mut Tx, id: RecommendationId) -> ApiResult<RecommendationShown> {
    let one = recommendations::get(tx, id).await?;
    let areas = recommendations::areas(tx, one.set).await?;
    Ok(RecommendationShown::of(one, &areas))
}

/// One recommendation.
#[utoipa::path(
    get, path = "/recommendations/{id}", tag = "recommendations",
    operation_id = "show_recommendation",
    params(("id" = i64, Path, description = "The recommendation's number.")),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "The recommendation.", body = RecommendationShown)),
)]
async fn show(
    State(office): House,
    Path(id): Path<String>,
) -> ApiResult<Shown<RecommendationShown>> {
    let mut tx = office.database.read().await?;
    Ok(Shown(read(&mut tx, RecommendationId(number(&id)?)).await?))
}

/// Edits a recommendation over the version that was seen. Released reports keep their words.
#[utoipa::path(
    put, path = "/recommendations/{id}", tag = "recommendations",
    operation_id = "edit_recommendation",
    params(
        ("id" = i64, Path, description = "The recommendation's number."),
        ("If-Match" = Option<String>, Header, description = "The entity tag that was seen."),
    ),
    security(("token" = ["administer"])),
    request_body = RecommendationWanted,
    responses(
        (status = 200, description = "As it stands now.", body = RecommendationShown),
        (status = 412, description = "What `If-Match` names is not what stands there.", body = web_api::ProblemShape, content_type = "application/problem+json"),
    ),
)]
async fn edit(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(wanted): Body<RecommendationWanted>,
) -> ApiResult<Shown<RecommendationShown>> {
    let id = RecommendationId(number(&id)?);
    let edit = RecommendationEdit {
        version: wanted.version,
        obligation: wanted.obligation.into(),
        text: wanted.text,
        short_title: wanted.short_title,
    };
    let mut tx = office.database.write().await?;
    let before = read(&mut tx, id).await?;
    if_match(&headers, &before)?;
    let edited = edit_recommendation(&mut tx, &caller.actor, id, edit).await;
    edited.map_err(|stop| with_current(stop.into(), &before))?;
    let now = read(&mut tx, id).await?;
    tx.commit().await?;
    Ok(Shown(now))
}
