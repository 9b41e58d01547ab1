use super::office::{House, Routes};
use super::recommendations::RecommendationShown;
use crate::summary::{self, SetView};
use axum::extract::{Path, State};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use web_api::{ApiResult, Asked, Listing, PageAsked, Shown, paged};

pub fn routes() -> Routes {
    Routes::default().routes(routes!(list))
}

/// The recommendations of one period.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": 1, "title": "Fremdriftsskema", "from": "2016-01-01", "to": "2017-12-31", "note": "",
    "areas": ["Virksomheder"],
    "recommendations": [{
        "id": 1, "number": 1, "area": "Virksomheder", "obligation": "must",
        "text": "Alle kommuner skal være en del af et rekrutteringssamarbejde.",
        "short_title": "Rekrutteringssamarbejde", "version": 1
    }]
}))]
pub struct SetShown {
    /// The set's number.
    pub id: i64,
    /// The form's title.
    pub title: String,
    /// The first day of the period.
    pub from: NaiveDate,
    /// The last day of the period.
    pub to: NaiveDate,
    /// What there is to say about it.
    pub note: String,
    /// The titles of its focus areas.
    pub areas: Vec<String>,
    /// Its recommendations in order.
    pub recommendations: Vec<RecommendationShown>,
}

impl From<SetView> for SetShown {
    fn from(view: SetView) -> Self {
        let shown = |one| RecommendationShown::of(one, &view.areas);
        Self {
            id: view.set.id.0,
            recommendations: view.recommendations.into_iter().map(shown).collect(),
            title: view.set.title,
            from: view.set.from,
            to: view.set.to,
            note: view.set.note,
            areas: view.areas,
        }
    }
}

/// A programme's recommendation sets with their recommendations, the oldest first.
#[utoipa::path(
    get, path = "/programmes/{programme}/recommendation-sets", tag = "recommendations",
    operation_id = "list_recommendation_sets",
    params(("programme" = String, Path, description = "The programme's key."), PageAsked),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "A piece of the list.", body = Listing<SetShown>)),
)]
async fn list(
    State(office): House,
    Path(key): Path<String>,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<SetShown>>> {
    let mut tx = office.database.read().await?;
    let sets = summary::recommendation_sets(&mut tx, &key).await?;
    let sets = sets.into_iter().map(SetShown::from).collect();
    Ok(Shown(paged(sets, &asked, |one: &SetShown| {
        one.id.to_string()
    })?))
}
