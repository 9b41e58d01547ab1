use super::office::{House, Routes, place};
use crate::actions::{NewProgramme, create_programme};
use crate::records::programmes::{self, Programme};
use crate::summary;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use web_api::{ApiResult, Asked, Body, Caller, Listing, Made, PageAsked, Shown, paged};

pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list, create))
        .routes(routes!(show))
}

/// A cooperation programme.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "key": "kkr-hovedstaden", "title": "Tværkommunalt samarbejde om beskæftigelse",
    "recipient": {"key": "kkr-hovedstaden", "name": "KKR Hovedstaden"}, "fictional": false
}))]
pub struct ProgrammeListed {
    /// The key used in addresses.
    pub key: String,
    /// The title.
    pub title: String,
    /// The body that the report goes to; its members are asked.
    pub recipient: AuthorityNamed,
    /// Whether all answers are invented.
    pub fictional: bool,
}

/// An authority.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuthorityNamed {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// A programme with its guiding goals.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgrammeShown {
    /// The programme.
    #[serde(flatten)]
    pub programme: ProgrammeListed,
    /// The guiding goals in order.
    pub guiding_goals: Vec<String>,
}

/// A programme to be set up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "key": "beskaeftigelse", "title": "Samarbejde om beskæftigelse",
    "recipient": "kkr-hovedstaden", "guiding_goals": ["Flere i arbejde"]
}))]
pub struct ProgrammeWanted {
    /// The key used in addresses.
    pub key: String,
    /// The title.
    pub title: String,
    /// The key of the body that the report goes to.
    pub recipient: String,
    /// Whether all answers will be invented.
    #[serde(default)]
    pub fictional: bool,
    /// The guiding goals in order.
    #[serde(default)]
    pub guiding_goals: Vec<String>,
}

impl From<Programme> for ProgrammeListed {
    fn from(one: Programme) -> Self {
        Self {
            key: one.key,
            title: one.title,
            recipient: AuthorityNamed {
                key: one.recipient_key,
                name: one.recipient,
            },
            fictional: one.fictional,
        }
    }
}

/// The programmes.
#[utoipa::path(
    get, path = "/programmes", tag = "programmes", operation_id = "list_programmes",
    params(PageAsked),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "A piece of the list, by key.", body = Listing<ProgrammeListed>)),
)]
async fn list(
    State(office): House,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<ProgrammeListed>>> {
    let mut tx = office.database.read().await?;
    let all = summary::programmes(&mut tx).await?;
    let all = all.into_iter().map(ProgrammeListed::from).collect();
    Ok(Shown(paged(all, &asked, |one: &ProgrammeListed| {
        one.key.clone()
    })?))
}

/// One programme with its guiding goals.
#[utoipa::path(
    get, path = "/programmes/{programme}", tag = "programmes", operation_id = "show_programme",
    params(("programme" = String, Path, description = "The programme's key.")),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "The programme.", body = ProgrammeShown)),
)]
async fn show(State(office): House, Path(key): Path<String>) -> ApiResult<Shown<ProgrammeShown>> {
    let mut tx = office.database.read().await?;
    let programme = programmes::named(&mut tx, &key).await?;
    Ok(Shown(ProgrammeShown {
        guiding_goals: programmes::goals(&mut tx, programme.id).await?,
        programme: programme.into(),
    }))
}

/// Sets a programme up.
#[utoipa::path(
    post, path = "/programmes", tag = "programmes", operation_id = "create_programme",
    security(("token" = ["administer"])),
    request_body = ProgrammeWanted,
    responses((status = 201, description = "The programme.", body = ProgrammeShown)),
)]
async fn create(
    State(office): House,
    caller: Caller,
    Body(wanted): Body<ProgrammeWanted>,
) -> ApiResult<Made<ProgrammeShown>> {
    let new = NewProgramme {
        key: wanted.key,
        title: wanted.title,
        recipient: wanted.recipient,
        fictional: wanted.fictional,
        guiding_goals: wanted.guiding_goals,
    };
    let mut tx = office.database.write().await?;
    let programme = create_programme(&mut tx, &caller.actor, new).await?;
    let guiding_goals = programmes::goals(&mut tx, programme.id).await?;
    tx.commit().await?;
    let address = place(&format!(
        "/programmes/{}",
        crate::pages::links::segment(&programme.key)
    ));
    Ok(Made(
        address,
        ProgrammeShown {
            programme: programme.into(),
            guiding_goals,
        },
    ))
}
