use super::office::{House, Routes, place, with_current};
use super::releases::ReleaseShown;
use super::words::{SectionWord, StatusWord};
use crate::actions::{Invited, NewRound, edit_round, open_round};
use crate::pages::links::segment;
use crate::records::rounds::{Round, RoundSettings};
use crate::records::{SetId, programmes};
use crate::rules::aggregate_report::Logo;
use crate::summary::{self, RoundListing};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use chrono::NaiveDate;
use database::Tx;
use forms::StatusWords;
use kernel::{MunicipalityCode, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use web_api::{ApiResult, Asked, Body, Caller, Listing, Made, PageAsked, Shown, if_match, paged};

pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list, open))
        .routes(routes!(show, edit))
}

/// A round in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "key": "2017", "title": "Status 2017", "programme": "kkr-hovedstaden", "due_on": "2018-01-31",
    "participants": 29, "received": 27, "accepted": 26, "release": null
}))]
pub struct RoundListed {
    /// The key used in addresses.
    pub key: String,
    /// The report's title.
    pub title: String,
    /// The programme's key.
    pub programme: String,
    /// The day by which answers are due.
    pub due_on: Option<NaiveDate>,
    /// How many are asked.
    pub participants: u32,
    /// How many have sent something that was not withdrawn.
    pub received: u32,
    /// How many have a form that counts.
    pub accepted: u32,
    /// The newest release.
    pub release: Option<ReleaseShown>,
}

impl From<RoundListing> for RoundListed {
    fn from(one: RoundListing) -> Self {
        Self {
            key: one.round.key,
            title: one.round.settings.title,
            programme: one.programme.key,
            due_on: one.round.settings.due_on,
            participants: one.participants,
            received: one.received,
            accepted: one.accepted,
            release: one.release.map(ReleaseShown::from),
        }
    }
}

/// A round.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "key": "2017", "programme": "kkr-hovedstaden", "set": 1, "version": 1,
    "title": "Status 2017", "introduction": ["Kommunernes status."], "due_on": "2018-01-31",
    "grace_until": null, "closes_on": null, "reference_date": "2017-12-01",
    "meanings": [{"status": "green", "text": "igangsat efter planen"}],
    "status_words": [{"words": "i proces", "status": "yellow"}],
    "sections": ["summary", "matrix"]
}))]
pub struct RoundShown {
    /// The key used in addresses.
    pub key: String,
    /// The programme's key.
    pub programme: String,
    /// The number of the recommendation set.
    pub set: i64,
    /// Rises with every edit; say which one you saw.
    pub version: i64,
    /// What people edit.
    #[serde(flatten)]
    pub settings: SettingsShape,
}

/// What people edit about a round.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SettingsShape {
    /// The report's title.
    pub title: String,
    /// The introduction's paragraphs.
    #[serde(default)]
    pub introduction: Vec<String>,
    /// The day by which answers are due.
    pub due_on: Option<NaiveDate>,
    /// Until this day an answer is not called late.
    pub grace_until: Option<NaiveDate>,
    /// After this day no form is received.
    pub closes_on: Option<NaiveDate>,
    /// The day on which the recipient's members are the participants.
    pub reference_date: NaiveDate,
    /// What each status means in this round.
    #[serde(default)]
    pub meanings: Vec<MeaningShape>,
    /// Words by which this round's forms say a status.
    #[serde(default)]
    pub status_words: Vec<StatusWordsShape>,
    /// The report's sections in order; all of them where nothing is said.
    #[serde(default = "all_sections")]
    pub sections: Vec<SectionWord>,
}

fn all_sections() -> Vec<SectionWord> {
    crate::rules::aggregate_report::Section::ALL
        .map(SectionWord::from)
        .into()
}

/// What a status means.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MeaningShape {
    /// The status.
    pub status: StatusWord,
    /// In the round's words.
    pub text: String,
}

/// Words that say a status.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusWordsShape {
    /// The words.
    pub words: String,
    /// The status.
    pub status: StatusWord,
}

/// A round's settings as somebody wants them. The logo stays.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(example = json!({
    "version": 1, "title": "Status 2017", "introduction": ["Kommunernes status."],
    "due_on": "2018-01-31", "grace_until": "2018-02-15", "closes_on": null,
    "reference_date": "2017-12-01"
}))]
pub struct RoundWanted {
    /// The version that was seen.
    pub version: i64,
    /// The settings.
    #[serde(flatten)]
    pub settings: SettingsShape,
}

/// A round to be opened.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(example = json!({
    "key": "2018", "set": 1, "title": "Status 2018", "due_on": "2019-01-31",
    "grace_until": null, "closes_on": null, "reference_date": "2018-12-01"
}))]
pub struct RoundOpening {
    /// The key used in addresses.
    pub key: String,
    /// The number of the recommendation set that is asked about.
    pub set: i64,
    /// Who is asked: codes of municipalities; the recipient's members where nothing is said.
    pub participants: Option<Vec<String>>,
    /// The settings.
    #[serde(flatten)]
    pub settings: SettingsShape,
}

impl SettingsShape {
    fn of(settings: RoundSettings) -> Self {
        let meaning = |(status, text): (forms::Status, String)| MeaningShape {
            status: status.into(),
            text,
        };
        let words = |(words, status): (String, forms::Status)| StatusWordsShape {
            words,
            status: status.into(),
        };
        Self {
            title: settings.title,
            introduction: settings.introduction,
            due_on: settings.due_on,
            grace_until: settings.grace_until,
            closes_on: settings.closes_on,
            reference_date: settings.reference_date,
            meanings: settings.meanings.into_iter().map(meaning).collect(),
            status_words: settings.status_words.words.into_iter().map(words).collect(),
            sections: settings
                .sections
                .into_iter()
                .map(SectionWord::from)
                .collect(),
        }
    }

    fn settings(self, logo: Option<Logo>) -> RoundSettings {
        let meaning = |one: MeaningShape| (one.status.into(), one.text);
        let words = |one: StatusWordsShape| (one.words, one.status.into());
        RoundSettings {
            title: self.title,
            introduction: self.introduction,
            due_on: self.due_on,
            grace_until: self.grace_until,
            closes_on: self.closes_on,
            reference_date: self.reference_date,
            meanings: self.meanings.into_iter().map(meaning).collect(),
            status_words: StatusWords {
                words: self.status_words.into_iter().map(words).collect(),
            },
            sections: self.sections.into_iter().map(Into::into).collect(),
            logo,
        }
    }
}

async fn shown(tx: &mut Tx, round: Round) -> ApiResult<RoundShown> {
    Ok(RoundShown {
        programme: programmes::get(tx, round.programme).await?.key,
        key: round.key,
        set: round.set.0,
        version: round.change.version,
        settings: SettingsShape::of(round.settings),
    })
}

/// The rounds that the caller may see, the newest first.
#[utoipa::path(
    get, path = "/rounds", tag = "rounds", operation_id = "list_rounds",
    params(PageAsked),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "A piece of the list.", body = Listing<RoundListed>)),
)]
async fn list(
    State(office): House,
    caller: Caller,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<RoundListed>>> {
    let mut tx = office.database.read().await?;
    let rounds = summary::rounds(&mut tx, &caller.actor).await?;
    let rounds = rounds.into_iter().map(RoundListed::from).collect();
    Ok(Shown(paged(rounds, &asked, |one: &RoundListed| {
        one.key.clone()
    })?))
}

/// One round with its settings.
#[utoipa::path(
    get, path = "/rounds/{round}", tag = "rounds", operation_id = "show_round",
    params(("round" = String, Path, description = "The round's key.")),
    security((), ("token" = ["read"])),
    responses((status = 200, description = "The round.", body = RoundShown)),
)]
async fn show(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
) -> ApiResult<Shown<RoundShown>> {
    let mut tx = office.database.read().await?;
    let round = summary::round(&mut tx, &caller.actor, &key).await?;
    Ok(Shown(shown(&mut tx, round).await?))
}

/// Opens a round and registers who is asked.
#[utoipa::path(
    post, path = "/rounds", tag = "rounds", operation_id = "open_round",
    security(("token" = ["administer"])),
    request_body = RoundOpening,
    responses((status = 201, description = "The round.", body = RoundShown)),
)]
async fn open(
    State(office): House,
    caller: Caller,
    Body(wanted): Body<RoundOpening>,
) -> ApiResult<Made<RoundShown>> {
    let new = NewRound {
        set: SetId(wanted.set),
        key: wanted.key,
        invited: match wanted.participants {
            Some(codes) => Invited::Only(codes_of(&codes)?),
            None => Invited::Members,
        },
        settings: wanted.settings.settings(None),
    };
    let mut tx = office.database.write().await?;
    let round = open_round(&mut tx, &caller.actor, new).await?;
    let round = shown(&mut tx, round).await?;
    tx.commit().await?;
    Ok(Made(
        place(&format!("/rounds/{}", segment(&round.key))),
        round,
    ))
}

/// Codes of municipalities; one that is none is refused.
pub(super) fn codes_of(codes: &[String]) -> Result<Vec<MunicipalityCode>, Refusal> {
    let code = |text: &String| {
        let unknown =
            Refusal::new("followup-refusal-not-a-municipality").with("code", text.as_str());
        MunicipalityCode::parse(text).ok_or_else(|| unknown.at("participants"))
    };
    codes.iter().map(code).collect()
}

/// Edits a round's settings over the version that was seen.
#[utoipa::path(
    put, path = "/rounds/{round}", tag = "rounds", operation_id = "edit_round",
    params(
        ("round" = String, Path, description = "The round's key."),
        ("If-Match" = Option<String>, Header, description = "The entity tag that was seen."),
    ),
    security(("token" = ["administer"])),
    request_body = RoundWanted,
    responses(
        (status = 200, description = "As it stands now.", body = RoundShown),
        (status = 412, description = "What `If-Match` names is not what stands there.", body = web_api::ProblemShape, content_type = "application/problem+json"),
    ),
)]
async fn edit(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
    headers: HeaderMap,
    Body(wanted): Body<RoundWanted>,
) -> ApiResult<Shown<RoundShown>> {
    let mut tx = office.database.write().await?;
    let round = summary::round(&mut tx, &caller.actor, &key).await?;
    let logo = round.settings.logo.clone();
    let before = shown(&mut tx, round).await?;
    if_match(&headers, &before)?;
    let settings = wanted.settings.settings(logo);
    let edited = edit_round(&mut tx, &caller.actor, &key, wanted.version, settings).await;
    let edited = edited.map_err(|stop| with_current(stop.into(), &before))?;
    let now = shown(&mut tx, edited).await?;
    tx.commit().await?;
    Ok(Shown(now))
}
