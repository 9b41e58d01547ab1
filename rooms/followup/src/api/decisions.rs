use super::office::{House, Routes, municipality, number, place};
use crate::actions::{NewDecision, register_decision, revoke_decision};
use crate::records::decisions::Decision;
use crate::records::{DecisionId, SetId};
use crate::summary;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{MunicipalityCode, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use web_api::{ApiError, ApiResult, Asked, Body, Caller, Listing, Made, PageAsked, Shown, paged};

pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list))
        .routes(routes!(register))
        .routes(routes!(revoke))
}

/// A council's decision on recommendations.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": 2, "municipality": "0210", "numbers": [1, 2], "body": "Byrådet",
    "decided_on": "2015-06-22", "text": "Byrådet tilslutter sig anbefalingerne.",
    "registered_at": "2015-06-23T08:00:00Z"
}))]
pub struct DecisionShown {
    /// The decision's number.
    pub id: i64,
    /// The municipality's code.
    pub municipality: String,
    /// The numbers of the recommendations that it covers.
    pub numbers: Vec<u32>,
    /// The deciding body.
    pub body: String,
    /// The day.
    pub decided_on: NaiveDate,
    /// The exact decision.
    pub text: String,
    /// When it was registered.
    pub registered_at: DateTime<Utc>,
}

impl From<Decision> for DecisionShown {
    fn from(one: Decision) -> Self {
        Self {
            id: one.id.0,
            municipality: one.code.to_string(),
            numbers: one.numbers,
            body: one.body,
            decided_on: one.decided_on,
            text: one.text,
            registered_at: one.registered_at,
        }
    }
}

/// A council's decision to be registered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "set": 1, "municipality": "0210", "numbers": [1, 2], "body": "Byrådet",
    "decided_on": "2015-06-22", "text": "Byrådet tilslutter sig anbefalingerne."
}))]
pub struct DecisionWanted {
    /// The number of the recommendation set.
    pub set: i64,
    /// The municipality's code.
    pub municipality: String,
    /// The numbers of the recommendations that it covers.
    pub numbers: Vec<u32>,
    /// The deciding body.
    pub body: String,
    /// The day.
    pub decided_on: NaiveDate,
    /// The exact decision.
    pub text: String,
}

/// Why something is taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "Registreret for den forkerte kommune."}))]
pub struct ReasonWanted {
    /// Why.
    pub reason: String,
}

/// The decisions on a set's recommendations that were not taken back, the oldest first.
#[utoipa::path(
    get, path = "/recommendation-sets/{id}/decisions", tag = "decisions",
    operation_id = "list_decisions",
    params(("id" = i64, Path, description = "The set's number."), PageAsked),
    security(("token" = ["read"])),
    responses((status = 200, description = "A piece of the list.", body = Listing<DecisionShown>)),
)]
async fn list(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<DecisionShown>>> {
    let mut tx = office.database.read().await?;
    let set = SetId(number(&id)?);
    let all = summary::decisions(&mut tx, &caller.actor, set).await?;
    let all = all.into_iter().map(DecisionShown::from).collect();
    Ok(Shown(paged(all, &asked, |one: &DecisionShown| {
        one.id.to_string()
    })?))
}

/// Registers what a council decided on recommendations.
#[utoipa::path(
    post, path = "/decisions", tag = "decisions", operation_id = "register_decision",
    security(("token" = ["fill"])),
    request_body = DecisionWanted,
    responses((status = 201, description = "The decision.", body = DecisionShown)),
)]
async fn register(
    State(office): House,
    caller: Caller,
    Body(wanted): Body<DecisionWanted>,
) -> ApiResult<Made<DecisionShown>> {
    let set = SetId(wanted.set);
    let new = NewDecision {
        code: code(&wanted.municipality)?,
        set,
        numbers: wanted.numbers,
        body: wanted.body,
        decided_on: wanted.decided_on,
        text: wanted.text,
    };
    let mut tx = office.database.write().await?;
    let id = register_decision(&mut tx, &caller.actor, new).await?;
    let all = summary::decisions(&mut tx, &caller.actor, set).await?;
    tx.commit().await?;
    let made = all.into_iter().find(|one| one.id == id);
    let address = place(&format!("/recommendation-sets/{}/decisions", set.0));
    Ok(Made(address, made.ok_or(ApiError::NotFound)?.into()))
}

fn code(text: &str) -> Result<MunicipalityCode, Refusal> {
    let unknown = || Refusal::new("followup-refusal-not-a-municipality").with("code", text);
    municipality(text).map_err(|_| unknown().at("municipality"))
}

/// Takes the registration of a decision back; it stays readable in the journal.
#[utoipa::path(
    post, path = "/decisions/{id}/revocation", tag = "decisions",
    operation_id = "revoke_decision",
    params(("id" = i64, Path, description = "The decision's number.")),
    security(("token" = ["fill"])),
    request_body = ReasonWanted,
    responses((status = 204, description = "It is taken back.")),
)]
async fn revoke(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<ReasonWanted>,
) -> ApiResult<StatusCode> {
    let id = DecisionId(number(&id)?);
    let mut tx = office.database.write().await?;
    revoke_decision(&mut tx, &caller.actor, id, &wanted.reason).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
