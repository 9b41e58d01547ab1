use super::office::{House, Routes, municipality, number};
use super::words::StatusWord;
use crate::actions::{self, AnswerConflict, SavedAnswer, TypedAnswer, ask_for_reopening};
use crate::rules::merging::Answer;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use kernel::Refusal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use web_api::{ApiError, ApiResult, Body, Caller, Shown};

pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(save))
        .routes(routes!(ask_to_reopen))
}

/// An answer as it stands in the fields of a page.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerShape {
    /// The status.
    pub status: StatusWord,
    /// The remark; `**bold**`, `*italic*` and `- ` as on the page.
    #[serde(default)]
    pub remark: String,
    /// Which partners are sought, a line each.
    #[serde(default)]
    pub seeks: String,
    /// What is offered to others, a line each.
    #[serde(default)]
    pub offers: String,
}

impl From<Answer> for AnswerShape {
    fn from(one: Answer) -> Self {
        Self {
            status: one.status.into(),
            remark: one.remark,
            seeks: one.seeks,
            offers: one.offers,
        }
    }
}

impl From<AnswerShape> for Answer {
    fn from(one: AnswerShape) -> Self {
        Self {
            status: one.status.into(),
            remark: one.remark,
            seeks: one.seeks,
            offers: one.offers,
        }
    }
}

/// An answer to be saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "base": {"status": "not_reported"},
    "answer": {"status": "yellow", "remark": "To partnere er fundet.", "seeks": "En til", "offers": ""}
}))]
pub struct AnswerWanted {
    /// What was seen before it was changed: with it two changes are put together field by field.
    pub base: AnswerShape,
    /// What is to stand there.
    pub answer: AnswerShape,
}

/// An answer as it is stored.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerStored {
    /// The answer.
    pub answer: AnswerShape,
    /// Whose change it was joined with, if there was one in the meantime.
    pub joined_with: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Fills in the answer to one recommendation in one's own form; a draft is begun where there is
/// none. Changes of two people are put together field by field. Where both changed the same,
/// nothing is stored: 409, and `current` holds what stands there and what was sent.
#[utoipa::path(
    put, path = "/rounds/{round}/progress-forms/{municipality}/answers/{number}",
    tag = "progress forms", operation_id = "save_answer",
    params(
        ("round" = String, Path, description = "The round's key."),
        ("municipality" = String, Path, description = "The municipality's code."),
        ("number" = u32, Path, description = "The recommendation's number.", minimum = 1),
    ),
    security(("token" = ["fill"])),
    request_body = AnswerWanted,
    responses((status = 200, description = "As it stands now.", body = AnswerStored)),
)]
async fn save(
    State(office): House,
    caller: Caller,
    Path((key, code, wanted)): Path<(String, String, String)>,
    Body(sent): Body<AnswerWanted>,
) -> ApiResult<Shown<AnswerStored>> {
    let (code, wanted) = (municipality(&code)?, number(&wanted)?);
    let typed = TypedAnswer {
        base: sent.base.into(),
        mine: sent.answer.into(),
        // Each request is a page of its own: it never saves over what it has not seen.
        page: String::new(),
    };
    let mut tx = office.database.write().await?;
    let place = (key.as_str(), &code);
    match actions::save_answer(&mut tx, &caller.actor, place, wanted, typed).await? {
        SavedAnswer::Saved(stored) => {
            tx.commit().await?;
            Ok(Shown(AnswerStored {
                answer: stored.answer.into(),
                joined_with: stored.joined_with,
                at: stored.at,
            }))
        }
        SavedAnswer::Conflict(conflict) => Err(conflicting(conflict)),
    }
}

fn conflicting(conflict: AnswerConflict) -> ApiError {
    let refusal = |field: &crate::rules::merging::AnswerField| {
        let refusal = Refusal::new("api-refusal-both-changed");
        let refusal = refusal.with("who", conflict.by.as_str());
        refusal.at(field.key())
    };
    let refusals = conflict.fields.iter().map(refusal).collect();
    let current = serde_json::json!({
        "theirs": AnswerShape::from(conflict.theirs),
        "mine": AnswerShape::from(conflict.mine),
        "by": conflict.by,
        "at": conflict.at,
    });
    ApiError::Conflict(refusals, Some(current))
}

/// Why a form is to be opened again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "Vi har glemt nummer 4."}))]
pub struct ReopeningWanted {
    /// Why.
    pub reason: String,
}

/// Asks the secretariat to open one's form again that was handed in.
#[utoipa::path(
    post, path = "/rounds/{round}/progress-forms/{municipality}/reopening-request",
    tag = "progress forms", operation_id = "ask_for_reopening",
    params(
        ("round" = String, Path, description = "The round's key."),
        ("municipality" = String, Path, description = "The municipality's code."),
    ),
    security(("token" = ["fill"])),
    request_body = ReopeningWanted,
    responses((status = 204, description = "The secretariat is asked.")),
)]
async fn ask_to_reopen(
    State(office): House,
    caller: Caller,
    Path((key, code)): Path<(String, String)>,
    Body(wanted): Body<ReopeningWanted>,
) -> ApiResult<StatusCode> {
    let code = municipality(&code)?;
    let mut tx = office.database.write().await?;
    let place = (key.as_str(), &code);
    ask_for_reopening(&mut tx, &caller.actor, place, &wanted.reason).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
