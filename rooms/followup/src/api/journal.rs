use super::office::{House, Routes};
use crate::summary;
use axum::extract::State;
use chrono::{DateTime, Utc};
use kernel::Fault;
use people::journal::Written;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use utoipa_axum::routes;
use web_api::{ApiResult, Asked, Caller, Listing, PageAsked, Shown, piece};

pub fn routes() -> Routes {
    Routes::default().routes(routes!(list))
}

/// A deed in the journal.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "number": 812, "at": "2018-01-15T09:30:00Z", "who": "Ditte", "roles": ["secretariat"],
    "area": "followup", "deed": "accept_form", "subject": "2017/0101 v2", "details": {},
    "previous": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
    "hash": "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13"
}))]
pub struct DeedShown {
    /// From 1, without gaps.
    pub number: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub who: String,
    /// As what.
    pub roles: Vec<String>,
    /// Which part of the house.
    pub area: String,
    /// The deed's name.
    pub deed: String,
    /// On what.
    pub subject: String,
    /// What else there is to say.
    #[schema(value_type = Object)]
    pub details: Value,
    /// The hash of the entry before.
    pub previous: String,
    /// The hash of this entry; it covers the one before.
    pub hash: String,
}

impl DeedShown {
    fn of(one: Written) -> Result<Self, Fault> {
        let odd = |error| Fault::caused_by("reading the journal", error);
        Ok(Self {
            number: one.number,
            at: one.at,
            who: one.who,
            roles: serde_json::from_str(&one.roles).map_err(odd)?,
            area: one.area,
            deed: one.deed,
            subject: one.subject,
            details: serde_json::from_str(&one.details).map_err(odd)?,
            previous: one.previous,
            hash: one.hash,
        })
    }
}

/// The journal: every deed, who did it and when, the newest first.
#[utoipa::path(
    get, path = "/journal", tag = "journal", operation_id = "list_journal",
    params(PageAsked),
    security(("token" = ["administer"])),
    responses((status = 200, description = "A piece of the journal.", body = Listing<DeedShown>)),
)]
async fn list(
    State(office): House,
    caller: Caller,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<DeedShown>>> {
    let before = asked.last_number()?;
    let size = asked.size()?;
    let mut tx = office.database.read().await?;
    let found = summary::journal(&mut tx, &caller.actor, before, size + 1).await?;
    let deeds: Result<Vec<_>, Fault> = found.into_iter().map(DeedShown::of).collect();
    let key = |one: &DeedShown| one.number.to_string();
    Ok(Shown(piece(deeds?, size, key)))
}
