use super::office::{House, Routes, number, place, with_current};
use super::words::RelationWord;
use crate::actions::{NewLineage, remove_lineage, set_lineage};
use crate::records::lineage::{self, Lineage};
use crate::records::{LineageId, RecommendationId};
use crate::summary;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use web_api::{ApiResult, Asked, Body, Caller, Listing, Made, PageAsked, Shown, paged};

pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list, set))
        .routes(routes!(remove))
}

/// How one recommendation descends from another.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": 3, "predecessor": 4, "successor": 18, "relation": "adjusted",
    "note": "Fristen er flyttet.", "version": 1
}))]
pub struct LineageShown {
    /// The row's number.
    pub id: i64,
    /// What was before.
    pub predecessor: Option<i64>,
    /// What came after.
    pub successor: Option<i64>,
    /// What became of it.
    pub relation: RelationWord,
    /// Why it is seen so.
    pub note: String,
    /// Rises with every edit; say which one you saw.
    pub version: i64,
}

impl From<Lineage> for LineageShown {
    fn from(row: Lineage) -> Self {
        Self {
            id: row.id.0,
            predecessor: row.predecessor.map(|id| id.0),
            successor: row.successor.map(|id| id.0),
            relation: row.relation.into(),
            note: row.note,
            version: row.change.version,
        }
    }
}

/// What became of a recommendation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"predecessor": 4, "successor": 18, "relation": "adjusted", "note": "Fristen er flyttet."}))]
pub struct LineageWanted {
    /// What was before.
    pub predecessor: Option<i64>,
    /// What came after.
    pub successor: Option<i64>,
    /// What became of it.
    pub relation: RelationWord,
    /// Why it is seen so.
    #[serde(default)]
    pub note: String,
    /// The version that was seen, where the two are related already.
    pub version: Option<i64>,
}

/// The version that was seen.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Seen {
    /// The version that was seen.
    pub version: i64,
}

/// A programme's lineage.
#[utoipa::path(
    get, path = "/programmes/{programme}/lineage", tag = "recommendations",
    operation_id = "list_lineage",
    params(("programme" = String, Path, description = "The programme's key."), PageAsked),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "A piece of the list.", body = Listing<LineageShown>)),
)]
async fn list(
    State(office): House,
    Path(key): Path<String>,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<LineageShown>>> {
    let mut tx = office.database.read().await?;
    let rows = summary::lineage(&mut tx, &key).await?;
    let rows = rows.into_iter().map(LineageShown::from).collect();
    Ok(Shown(paged(rows, &asked, |one: &LineageShown| {
        one.id.to_string()
    })?))
}

/// Says what became of a recommendation; where the same two are related already, edits that.
#[utoipa::path(
    post, path = "/programmes/{programme}/lineage", tag = "recommendations",
    operation_id = "set_lineage",
    params(("programme" = String, Path, description = "The programme's key.")),
    security(("token" = ["administer"])),
    request_body = LineageWanted,
    responses((status = 201, description = "The row.", body = LineageShown)),
)]
async fn set(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
    Body(wanted): Body<LineageWanted>,
) -> ApiResult<Made<LineageShown>> {
    let new = NewLineage {
        predecessor: wanted.predecessor.map(RecommendationId),
        successor: wanted.successor.map(RecommendationId),
        relation: wanted.relation.into(),
        note: wanted.note,
        version: wanted.version,
    };
    let mut tx = office.database.write().await?;
    let row = set_lineage(&mut tx, &caller.actor, &key, new).await?;
    tx.commit().await?;
    let address = place(&format!("/lineage/{}", row.id.0));
    Ok(Made(address, row.into()))
}

/// Takes a row of the lineage out. The journal keeps what it said.
#[utoipa::path(
    delete, path = "/lineage/{id}", tag = "recommendations", operation_id = "remove_lineage",
    params(("id" = i64, Path, description = "The row's number."), Seen),
    security(("token" = ["administer"])),
    responses((status = 204, description = "It is gone.")),
)]
async fn remove(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
    Asked(seen): Asked<Seen>,
) -> ApiResult<StatusCode> {
    let id = LineageId(number(&id)?);
    let mut tx = office.database.write().await?;
    if let Err(stop) = remove_lineage(&mut tx, &caller.actor, id, seen.version).await {
        let there = lineage::get(&mut tx, id).await.map(LineageShown::from).ok();
        return Err(with_current(stop.into(), &there));
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
