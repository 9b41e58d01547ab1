use super::office::{House, Routes};
use super::rounds::codes_of;
use crate::actions::{ParticipantChange, register_participants};
use crate::records::rounds::{self, Participant};
use crate::summary;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use web_api::{ApiResult, Asked, Body, Caller, Listing, PageAsked, Shown, paged};

pub fn routes() -> Routes {
    Routes::default().routes(routes!(list, change))
}

/// A municipality that is asked.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"code": "0101", "name": "København"}))]
pub struct ParticipantShown {
    /// Its code.
    pub code: String,
    /// Its name on the reference date.
    pub name: String,
}

impl From<Participant> for ParticipantShown {
    fn from(one: Participant) -> Self {
        Self {
            code: one.code.to_string(),
            name: one.name,
        }
    }
}

/// Exceptions to a round's membership.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"add": ["0265"], "remove": [], "note": "Roskilde er med i år."}))]
pub struct ParticipantsWanted {
    /// Who is asked as well: codes.
    #[serde(default)]
    pub add: Vec<String>,
    /// Who is not asked after all; whoever has sent something stays.
    #[serde(default)]
    pub remove: Vec<String>,
    /// Why.
    pub note: String,
}

/// Who is asked in a round, by code.
#[utoipa::path(
    get, path = "/rounds/{round}/participants", tag = "rounds",
    operation_id = "list_participants",
    params(("round" = String, Path, description = "The round's key."), PageAsked),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "A piece of the list.", body = Listing<ParticipantShown>)),
)]
async fn list(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<ParticipantShown>>> {
    let mut tx = office.database.read().await?;
    let round = summary::round(&mut tx, &caller.actor, &key).await?;
    let all = rounds::participants(&mut tx, round.id).await?;
    let all = all.into_iter().map(ParticipantShown::from).collect();
    Ok(Shown(paged(all, &asked, |one: &ParticipantShown| {
        one.code.clone()
    })?))
}

/// Adds and takes out participants by way of exception; the whole list as it then is.
#[utoipa::path(
    post, path = "/rounds/{round}/participants", tag = "rounds",
    operation_id = "register_participants",
    params(("round" = String, Path, description = "The round's key.")),
    security(("token" = ["administer"])),
    request_body = ParticipantsWanted,
    responses((status = 200, description = "Who is asked now.", body = Listing<ParticipantShown>)),
)]
async fn change(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
    Body(wanted): Body<ParticipantsWanted>,
) -> ApiResult<Shown<Listing<ParticipantShown>>> {
    let change = ParticipantChange {
        add: codes_of(&wanted.add)?,
        remove: codes_of(&wanted.remove)?,
        note: wanted.note,
    };
    let mut tx = office.database.write().await?;
    register_participants(&mut tx, &caller.actor, &key, change).await?;
    let round = rounds::named(&mut tx, &key).await?;
    let all = rounds::participants(&mut tx, round.id).await?;
    tx.commit().await?;
    let items = all.into_iter().map(ParticipantShown::from).collect();
    Ok(Shown(Listing { items, next: None }))
}
