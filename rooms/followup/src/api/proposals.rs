use super::entries::EntryFactsShown;
use super::office::{House, Routes, number};
use super::progress_forms::AnswerShown;
use super::remarks::SourceShape;
use crate::actions::{dismiss_row, place_row};
use crate::records::ProposalId;
use crate::records::proposals::{Proposal, ProposalOutcome};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use web_api::{ApiResult, Body, Caller, Shown};

pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(place))
        .routes(routes!(dismiss))
}

/// A row of a form that answers no recommendation.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProposalShown {
    /// The row's number.
    pub id: i64,
    /// What became of it.
    pub outcome: OutcomeWord,
    /// The text in the recommendation's column.
    pub text: String,
    /// What was answered.
    pub answer: AnswerShown,
    /// Where in the file.
    pub source: SourceShape,
}

/// What became of a row that answers no recommendation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeWord {
    /// It is the municipality's proposal for a new recommendation.
    Kept,
    /// It was the answer to a recommendation after all.
    Placed,
    /// It is neither.
    Dismissed,
}

impl From<Proposal> for ProposalShown {
    fn from(one: Proposal) -> Self {
        Self {
            id: one.id.0,
            outcome: match one.outcome {
                ProposalOutcome::Kept => OutcomeWord::Kept,
                ProposalOutcome::Placed => OutcomeWord::Placed,
                ProposalOutcome::Dismissed => OutcomeWord::Dismissed,
            },
            answer: AnswerShown::of(one.row.status, &one.row.remark),
            source: (&one.row.source).into(),
            text: one.row.text,
        }
    }
}

/// Where a row belongs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"number": 4}))]
pub struct PlaceWanted {
    /// The number of the recommendation that it answers.
    pub number: u32,
}

/// Says that a row which matched nothing is the answer to a recommendation after all.
#[utoipa::path(
    post, path = "/proposals/{id}/placement", tag = "progress forms", operation_id = "place_row",
    params(("id" = i64, Path, description = "The row's number.")),
    security(("token" = ["fill"])),
    request_body = PlaceWanted,
    responses((status = 200, description = "The entry as it stands now.", body = EntryFactsShown)),
)]
async fn place(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<PlaceWanted>,
) -> ApiResult<Shown<EntryFactsShown>> {
    let id = ProposalId(number(&id)?);
    let mut tx = office.database.write().await?;
    let entry = place_row(&mut tx, &caller.actor, id, wanted.number).await?;
    tx.commit().await?;
    Ok(Shown(entry.into()))
}

/// Says that a row which matched nothing is no proposal either.
#[utoipa::path(
    post, path = "/proposals/{id}/dismissal", tag = "progress forms",
    operation_id = "dismiss_row",
    params(("id" = i64, Path, description = "The row's number.")),
    security(("token" = ["fill"])),
    responses((status = 204, description = "It is dismissed.")),
)]
async fn dismiss(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
) -> ApiResult<StatusCode> {
    let id = ProposalId(number(&id)?);
    let mut tx = office.database.write().await?;
    dismiss_row(&mut tx, &caller.actor, id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
