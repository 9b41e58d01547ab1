use super::office::Routes;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::Refusal;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use web_api::{ApiError, ApiResult, Caller, Shown};

pub fn routes() -> Routes {
    Routes::default().routes(routes!(show))
}

/// Who the token is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "name": "Pia Holm, ESDH (pej_1f0c9a2b)",
    "authority": "0101",
    "roles": ["coordinator@0101"],
    "token": {
        "name": "ESDH", "start": "pej_1f0c9a2b", "scopes": ["read", "fill"],
        "made_at": "2026-11-28T09:30:00Z", "expires_on": "2027-11-28", "last_used_at": null
    }
}))]
pub struct Identity {
    /// The name that the journal shows.
    pub name: String,
    /// The key of the authority that the token acts for.
    pub authority: String,
    /// What it may do today, and for whom.
    pub roles: Vec<String>,
    /// The token.
    pub token: TokenShape,
}

/// A token, without its secret part.
#[derive(Debug, Serialize, ToSchema)]
pub struct TokenShape {
    /// What its maker calls it.
    pub name: String,
    /// Its first letters.
    pub start: String,
    /// What it may be used for.
    pub scopes: Vec<String>,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The last day on which it works.
    pub expires_on: NaiveDate,
    /// When it was last used, to the hour.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// Who am I: the token, its authority, and what it may do today.
#[utoipa::path(
    get, path = "/me", tag = "identity", operation_id = "show_identity",
    security(("token" = ["read"])),
    responses((status = 200, description = "Who the token is.", body = Identity)),
)]
async fn show(caller: Caller) -> ApiResult<Shown<Identity>> {
    let missing = || ApiError::Unauthorized(Refusal::new("api-refusal-no-token"));
    let token = caller.token.as_ref().ok_or_else(missing)?;
    let scopes = token.scopes.iter().map(|scope| scope.key().to_owned());
    Ok(Shown(Identity {
        name: caller.actor.name.clone(),
        authority: token.authority.clone(),
        roles: caller.actor.roles.iter().map(ToString::to_string).collect(),
        token: TokenShape {
            name: token.name.clone(),
            start: token.start.clone(),
            scopes: scopes.collect(),
            made_at: token.made_at,
            expires_on: token.expires_on,
            last_used_at: token.last_used_at,
        },
    }))
}
