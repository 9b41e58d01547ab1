use super::entries::EntryFactsShown;
use super::findings::FindingShown;
use super::office::{House, Routes};
use super::words::LevelWord;
use crate::summary::{self, ReviewItem};
use axum::extract::{Path, State};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use web::languages::Texts;
use web_api::{ApiResult, Asked, Caller, Listing, PageAsked, Shown, paged};

pub fn routes() -> Routes {
    Routes::default().routes(routes!(list))
}

/// An entry, or a form as a whole, that a person must look at.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewShown {
    /// The municipality's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The version's number in the installation.
    pub form_version: i64,
    /// The version's number in its form.
    pub number: u32,
    /// The gravest level.
    pub level: LevelWord,
    /// The entry; null where it is about the form as a whole.
    pub entry: Option<EntryFactsShown>,
    /// What is the matter.
    pub findings: Vec<FindingShown>,
}

impl ReviewShown {
    fn of(one: ReviewItem, texts: &Texts) -> Self {
        let finding = |one| FindingShown::of(one, texts);
        Self {
            code: one.code.to_string(),
            name: one.name,
            form_version: one.version.0,
            number: one.version_number,
            level: one.level.into(),
            entry: one.entry.map(EntryFactsShown::from),
            findings: one.problems.into_iter().map(finding).collect(),
        }
    }

    fn key(&self) -> String {
        let entry = self.entry.as_ref().map_or(0, |entry| entry.id);
        format!("{}/{entry}", self.form_version)
    }
}

/// What waits for a person in a round: what stops first, then the least certain.
#[utoipa::path(
    get, path = "/rounds/{round}/reviews", tag = "progress forms", operation_id = "list_reviews",
    params(("round" = String, Path, description = "The round's key."), PageAsked),
    security(("token" = ["review"])),
    responses((status = 200, description = "A piece of the list.", body = Listing<ReviewShown>)),
)]
async fn list(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<ReviewShown>>> {
    let mut tx = office.database.read().await?;
    let queue = summary::review_queue(&mut tx, &caller.actor, &key).await?;
    let shown = |one| ReviewShown::of(one, caller.texts());
    let queue = queue.into_iter().map(shown).collect();
    Ok(Shown(paged(queue, &asked, ReviewShown::key)?))
}
