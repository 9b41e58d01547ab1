use super::entries::EntryShown;
use super::findings::FindingShown;
use super::form_versions::VersionShown;
use super::office::{House, Routes, municipality};
use super::proposals::ProposalShown;
use super::remarks::{ParagraphShape, shown};
use super::words::{FormDeedWord, FormStateWord, StatusWord};
use crate::records::forms::FormEvent;
use crate::rules::progress_form::FormState;
use crate::summary::{self, EntryDifference, FormListing, FormView};
use axum::extract::{Path, State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use web::languages::Texts;
use web_api::{ApiResult, Asked, Caller, Listing, PageAsked, Shown, paged};

pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(differences))
}

/// How far one municipality is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "code": "0101", "name": "København", "state": "submitted", "version": 2, "counting": 1,
    "open_findings": 1, "received_at": "2018-01-15T09:30:00Z"
}))]
pub struct FormListed {
    /// The municipality's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where its form stands.
    pub state: FormStateWord,
    /// The number of the newest version that is not withdrawn.
    pub version: Option<u32>,
    /// The number of the version that counts.
    pub counting: Option<u32>,
    /// How many findings wait for somebody.
    pub open_findings: usize,
    /// When the newest version came.
    pub received_at: Option<DateTime<Utc>>,
}

impl From<FormListing> for FormListed {
    fn from(one: FormListing) -> Self {
        Self {
            code: one.code.to_string(),
            name: one.name,
            state: one.state.into(),
            version: one.version.map(|version| version.number),
            counting: one.counting,
            open_findings: one.open_problems,
            received_at: one.received_at,
        }
    }
}

/// A municipality's form in a round, at one of its versions.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormShown {
    /// The round's key.
    pub round: String,
    /// The municipality's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where the form stands at the version that is shown.
    pub state: FormStateWord,
    /// The version that is shown; null where nothing was received.
    pub version: Option<VersionShown>,
    /// All versions, the newest first.
    pub versions: Vec<VersionShown>,
    /// One for each recommendation, in order.
    pub entries: Vec<EntryShown>,
    /// Findings about the form as a whole.
    pub findings: Vec<FindingShown>,
    /// Rows that answer no recommendation.
    pub proposals: Vec<ProposalShown>,
    /// What happened to the form, the newest first.
    pub events: Vec<EventShown>,
}

/// Something that happened to a form.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventShown {
    /// The version's number.
    pub version: u32,
    /// What was done.
    pub deed: FormDeedWord,
    /// From where.
    pub from: FormStateWord,
    /// To where.
    pub to: FormStateWord,
    /// Why, where somebody must say so.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl From<FormEvent> for EventShown {
    fn from(one: FormEvent) -> Self {
        Self {
            version: one.version_number,
            deed: one.deed.into(),
            from: one.from.into(),
            to: one.to.into(),
            reason: one.reason,
            by: one.by,
            at: one.at,
        }
    }
}

impl FormShown {
    fn of(view: FormView, texts: &Texts) -> Self {
        let state = view.version.as_ref().map(|version| version.state);
        let finding = |one| FindingShown::of(one, texts);
        let entry = |one| EntryShown::of(one, &view.areas, texts);
        Self {
            round: view.round.key,
            code: view.participant.code.to_string(),
            name: view.participant.name,
            state: state.unwrap_or(FormState::NotStarted).into(),
            version: view.version.map(VersionShown::from),
            versions: view.versions.into_iter().map(VersionShown::from).collect(),
            entries: view.entries.into_iter().map(entry).collect(),
            findings: view.problems.into_iter().map(finding).collect(),
            proposals: view
                .proposals
                .into_iter()
                .map(ProposalShown::from)
                .collect(),
            events: view.events.into_iter().map(EventShown::from).collect(),
        }
    }
}

/// The forms of a round, one for each municipality that is asked, in Danish order of names.
#[utoipa::path(
    get, path = "/rounds/{round}/progress-forms", tag = "progress forms",
    operation_id = "list_progress_forms",
    params(("round" = String, Path, description = "The round's key."), PageAsked),
    security(("token" = ["read"])),
    responses((status = 200, description = "A piece of the list.", body = Listing<FormListed>)),
)]
async fn list(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<FormListed>>> {
    let mut tx = office.database.read().await?;
    let forms = summary::forms(&mut tx, &caller.actor, &key).await?;
    let forms = forms.into_iter().map(FormListed::from).collect();
    Ok(Shown(paged(forms, &asked, |one: &FormListed| {
        one.code.clone()
    })?))
}

/// Which version is wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct VersionAsked {
    /// The version's number; the newest that is not withdrawn where nothing is said.
    #[param(minimum = 1)]
    pub version: Option<u32>,
}

/// A municipality's form: entries with findings, provenance and last round's answers, versions,
/// and what happened.
#[utoipa::path(
    get, path = "/rounds/{round}/progress-forms/{municipality}", tag = "progress forms",
    operation_id = "show_progress_form",
    params(
        ("round" = String, Path, description = "The round's key."),
        ("municipality" = String, Path, description = "The municipality's code."),
        VersionAsked,
    ),
    security(("token" = ["read"])),
    responses((status = 200, description = "The form.", body = FormShown)),
)]
async fn show(
    State(office): House,
    caller: Caller,
    Path((key, code)): Path<(String, String)>,
    Asked(asked): Asked<VersionAsked>,
) -> ApiResult<Shown<FormShown>> {
    let code = municipality(&code)?;
    let mut tx = office.database.read().await?;
    let view = summary::form(&mut tx, &caller.actor, &key, &code, asked.version).await?;
    Ok(Shown(FormShown::of(view, caller.texts())))
}

/// What differs in one entry between two versions.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "number": 1,
    "before": {"status": "red", "remark": "Vi mangler partnere.", "paragraphs": []},
    "after": {"status": "yellow", "remark": "To partnere er fundet.", "paragraphs": []}
}))]
pub struct DifferenceShown {
    /// The recommendation's number.
    pub number: u32,
    /// In the earlier version.
    pub before: AnswerShown,
    /// In the later version.
    pub after: AnswerShown,
}

/// A status and a remark.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerShown {
    /// The status.
    pub status: StatusWord,
    /// The remark as plain text.
    pub remark: String,
    /// The remark with its formatting.
    pub paragraphs: Vec<ParagraphShape>,
}

impl AnswerShown {
    /// An answer as it is shown.
    pub fn of(status: forms::Status, remark: &[forms::RemarkParagraph]) -> Self {
        Self {
            status: status.into(),
            remark: forms::plain_remark(remark),
            paragraphs: shown(remark),
        }
    }
}

impl From<EntryDifference> for DifferenceShown {
    fn from(one: EntryDifference) -> Self {
        Self {
            number: one.number,
            before: AnswerShown::of(one.status.0, &one.remark.0),
            after: AnswerShown::of(one.status.1, &one.remark.1),
        }
    }
}

/// Two versions.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TwoVersions {
    /// The number of the earlier version.
    #[param(minimum = 1)]
    pub earlier: u32,
    /// The number of the later version.
    #[param(minimum = 1)]
    pub later: u32,
}

/// What differs between two versions of a municipality's form.
#[utoipa::path(
    get, path = "/rounds/{round}/progress-forms/{municipality}/differences",
    tag = "progress forms", operation_id = "compare_versions",
    params(
        ("round" = String, Path, description = "The round's key."),
        ("municipality" = String, Path, description = "The municipality's code."),
        TwoVersions,
    ),
    security(("token" = ["read"])),
    responses((status = 200, description = "The entries that differ.", body = Listing<DifferenceShown>)),
)]
async fn differences(
    State(office): House,
    caller: Caller,
    Path((key, code)): Path<(String, String)>,
    Asked(two): Asked<TwoVersions>,
) -> ApiResult<Shown<Listing<DifferenceShown>>> {
    let code = municipality(&code)?;
    let versions = (two.earlier, two.later);
    let mut tx = office.database.read().await?;
    let found = summary::compare_versions(&mut tx, &caller.actor, &key, &code, versions).await?;
    Ok(Shown(Listing {
        items: found.into_iter().map(DifferenceShown::from).collect(),
        next: None,
    }))
}
