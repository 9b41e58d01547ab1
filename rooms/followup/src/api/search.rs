use super::office::{House, Routes};
use super::words::StatusWord;
use crate::summary::{self, SearchHit};
use axum::extract::State;
use kernel::Refusal;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use web_api::{ApiError, ApiResult, Asked, Caller, Listing, MOST, PageAsked, Shown, paged};

pub fn routes() -> Routes {
    Routes::default().routes(routes!(search))
}

/// The longest question.
const LONGEST: usize = 200;

/// What is searched for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// The words; a remark is found where every one of them stands, inflected or in a compound.
    #[param(max_length = 200, example = "rekruttering")]
    pub q: String,
    /// The `next` of the piece before.
    pub after: Option<String>,
    /// How many at most; 100 where nothing is said.
    #[param(minimum = 1, maximum = 500)]
    pub limit: Option<u32>,
}

/// A remark in which the words stand.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "round": "2017", "round_title": "Status 2017", "code": "0101", "name": "København",
    "number": 1, "short_title": "Rekrutteringssamarbejde", "status": "green",
    "remark": "Rekrutteringsservice er i gang."
}))]
pub struct HitShown {
    /// The round's key.
    pub round: String,
    /// The round's title.
    pub round_title: String,
    /// The municipality's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The recommendation's number.
    pub number: u32,
    /// A few words of it.
    pub short_title: String,
    /// The status.
    pub status: StatusWord,
    /// The remark as plain text.
    pub remark: String,
}

impl From<SearchHit> for HitShown {
    fn from(hit: SearchHit) -> Self {
        let one = hit.found;
        Self {
            round: one.round_key,
            round_title: one.round_title,
            code: one.code.to_string(),
            name: one.name,
            number: one.number,
            short_title: one.short_title,
            status: one.status.into(),
            remark: one.remark_text,
        }
    }
}

impl HitShown {
    fn key(&self) -> String {
        format!("{}/{}/{}", self.round, self.code, self.number)
    }
}

/// Searches in remarks: released ones without a token, else those that the token may see. At
/// most 500 are found.
#[utoipa::path(
    get, path = "/search", tag = "search", operation_id = "search_remarks",
    params(Wanted),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "A piece of the list, the newest rounds first.", body = Listing<HitShown>)),
)]
async fn search(
    State(office): House,
    caller: Caller,
    Asked(wanted): Asked<Wanted>,
) -> ApiResult<Shown<Listing<HitShown>>> {
    if wanted.q.chars().count() > LONGEST {
        let refusal = Refusal::new("api-refusal-long").with("most", LONGEST);
        return Err(ApiError::Refused(vec![refusal.at("q")]));
    }
    let mut tx = office.database.read().await?;
    let hits = match wanted.q.trim() {
        "" => Vec::new(),
        words => summary::search(&mut tx, &caller.actor, words, MOST).await?,
    };
    let hits = hits.into_iter().map(HitShown::from).collect();
    let asked = PageAsked {
        after: wanted.after,
        limit: wanted.limit,
    };
    Ok(Shown(paged(hits, &asked, HitShown::key)?))
}
