use super::office::{House, Routes, number};
use super::remarks::SourceShape;
use super::words::LevelWord;
use crate::actions::explain_warning;
use crate::records::ProblemId;
use crate::records::problems::StoredProblem;
use crate::rules::review::Origin;
use axum::extract::{Path, State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use web::languages::Texts;
use web_api::{ApiResult, Body, Caller, Shown};

pub fn routes() -> Routes {
    Routes::default().routes(routes!(explain))
}

/// Something that a person must know about a form.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": 5, "level": "warning", "code": "problem-must-not-participating",
    "message": "Anbefaling 1 er en skal-anbefaling.", "number": 1, "found_by": "checks",
    "source": {"page": null, "sheet": null, "table": 1, "row": 2, "column": null},
    "explanation": null
}))]
pub struct FindingShown {
    /// The finding's number.
    pub id: i64,
    /// How serious.
    pub level: LevelWord,
    /// The check; it stays the same in every language.
    pub code: String,
    /// What happened, why, and what to do.
    pub message: String,
    /// The recommendation's number, where it belongs to one.
    pub number: Option<u32>,
    /// Who found it.
    pub found_by: FoundBy,
    /// Where in the file.
    pub source: SourceShape,
    /// Why it is as it should be, where somebody has said so.
    pub explanation: Option<ExplanationShown>,
}

/// Who found something.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FoundBy {
    /// The reader of the file.
    Reading,
    /// The checks, which run again after every correction.
    Checks,
}

/// Why a warning is as it should be.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExplanationShown {
    /// In somebody's words.
    pub text: String,
    /// Whose.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl FindingShown {
    /// A finding in a language.
    pub fn of(one: StoredProblem, texts: &Texts) -> Self {
        let explanation = one.explanation.map(|one| ExplanationShown {
            text: one.text,
            by: one.by,
            at: one.at,
        });
        Self {
            id: one.id.0,
            level: one.problem.level.into(),
            message: texts.message(&one.problem.message),
            code: one.problem.message.key.into_owned(),
            number: one.problem.number,
            found_by: match one.origin {
                Origin::Reading => FoundBy::Reading,
                Origin::Check => FoundBy::Checks,
            },
            source: (&one.problem.source).into(),
            explanation,
        }
    }
}

/// An explanation of a warning.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"explanation": "Rådet har besluttet at vente til 2019."}))]
pub struct ExplanationWanted {
    /// Why it is as it should be.
    pub explanation: String,
}

/// Says why something that raised a warning is as it should be. Errors must be corrected.
#[utoipa::path(
    post, path = "/findings/{id}/explanation", tag = "progress forms",
    operation_id = "explain_warning",
    params(("id" = i64, Path, description = "The finding's number.")),
    security(("token" = ["fill"])),
    request_body = ExplanationWanted,
    responses((status = 200, description = "The finding.", body = FindingShown)),
)]
async fn explain(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<ExplanationWanted>,
) -> ApiResult<Shown<FindingShown>> {
    let id = ProblemId(number(&id)?);
    let mut tx = office.database.write().await?;
    let explained = explain_warning(&mut tx, &caller.actor, id, &wanted.explanation).await?;
    tx.commit().await?;
    Ok(Shown(FindingShown::of(explained, caller.texts())))
}
