use super::office::{House, Routes, number, with_current};
use super::words::FormStateWord;
use crate::actions;
use crate::records::VersionId;
use crate::records::forms::{self, FormVersion};
use crate::records::rounds;
use crate::rules::progress_form::FormDeed;
use crate::summary;
use axum::extract::{Path, State};
use chrono::{DateTime, Utc};
use database::Tx;
use kernel::Outcome;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use web_api::{ApiError, ApiResult, Body, Caller, Shown};

pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(submit))
        .routes(routes!(accept))
        .routes(routes!(send_back))
        .routes(routes!(reopen))
        .routes(routes!(withdraw))
        .routes(routes!(ask_for_approval))
        .routes(routes!(approve))
        .routes(routes!(send_back_to_fill))
}

/// A version of a form.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": 17, "number": 2, "state": "submitted", "counts": false,
    "file": {"name": "2017-0101-koebenhavn.docx", "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
    "begun_at": "2018-01-15T09:30:00Z", "submitted_at": "2018-01-15T09:30:00Z", "late": false,
    "version": 2
}))]
pub struct VersionShown {
    /// The version's number in the installation.
    pub id: i64,
    /// The version's number in its form, from 1.
    pub number: u32,
    /// Where it stands.
    pub state: FormStateWord,
    /// Whether it is the one that counts.
    pub counts: bool,
    /// The file that it was read from.
    pub file: Option<FileShown>,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
    /// When it was submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Whether that was after the due day and its grace.
    pub late: bool,
    /// Rises with every step; say which one you saw.
    pub version: i64,
}

/// A received file.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileShown {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl From<FormVersion> for VersionShown {
    fn from(one: FormVersion) -> Self {
        let file = one.file_name.zip(one.file_sha256);
        Self {
            id: one.id.0,
            number: one.number,
            state: one.state.into(),
            counts: one.is_counting,
            file: file.map(|(name, sha256)| FileShown { name, sha256 }),
            begun_at: one.begun_at,
            submitted_at: one.submitted_at,
            late: one.is_late,
            version: one.change.version,
        }
    }
}

/// A step in the life of a form.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"version": 2}))]
pub struct StepWanted {
    /// The version of it that was seen (`version`, not `number`).
    pub version: i64,
}

/// A step in the life of a form, with a reason.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"version": 2, "reason": "Anbefaling 3 mangler en bemærkning."}))]
pub struct ReasonedStep {
    /// The version of it that was seen (`version`, not `number`).
    pub version: i64,
    /// Why.
    pub reason: String,
}

/// A version of a form that the caller may see.
pub(super) async fn visible(tx: &mut Tx, caller: &Caller, id: VersionId) -> ApiResult<FormVersion> {
    let version = forms::get(tx, id).await?;
    let round = rounds::get(tx, version.round).await?;
    let number = Some(version.number);
    let form = summary::form(tx, &caller.actor, &round.key, &version.code, number).await?;
    form.version.ok_or(ApiError::NotFound)
}

async fn step(
    State(office): House,
    caller: Caller,
    id: &str,
    deed: FormDeed,
    wanted: ReasonedStep,
) -> ApiResult<Shown<VersionShown>> {
    let mut tx = office.database.write().await?;
    let before = visible(&mut tx, &caller, VersionId(number(id)?)).await?;
    let (id, before) = (before.id, VersionShown::from(before));
    let taken = take(&mut tx, &caller, id, deed, &wanted).await;
    let now = taken.map_err(|stop| with_current(stop.into(), &before))?;
    tx.commit().await?;
    Ok(Shown(now.into()))
}

async fn take(
    tx: &mut Tx,
    caller: &Caller,
    id: VersionId,
    deed: FormDeed,
    wanted: &ReasonedStep,
) -> Outcome<FormVersion> {
    let (actor, seen, reason) = (&caller.actor, wanted.version, wanted.reason.as_str());
    match deed {
        FormDeed::Accept => actions::accept_form(tx, actor, id, seen).await,
        FormDeed::Return => actions::return_form(tx, actor, id, seen, reason).await,
        FormDeed::Reopen => actions::reopen_form(tx, actor, id, seen, reason).await,
        FormDeed::Withdraw => actions::withdraw_version(tx, actor, id, seen, reason).await,
        FormDeed::SendToApproval => actions::send_to_approval(tx, actor, id, seen).await,
        FormDeed::Approve => actions::approve_form(tx, actor, id, seen).await,
        FormDeed::SendBack => actions::send_back_form(tx, actor, id, seen, reason).await,
        // A version is begun by what is sent in.
        FormDeed::Begin | FormDeed::Submit => actions::submit_form(tx, actor, id, seen).await,
    }
}

fn without_reason(wanted: StepWanted) -> ReasonedStep {
    ReasonedStep {
        version: wanted.version,
        reason: String::new(),
    }
}

/// Submits a version that was begun. Errors stop it; warnings wait for the secretariat.
#[utoipa::path(
    post, path = "/form-versions/{id}/submission", tag = "progress forms",
    operation_id = "submit_form",
    params(("id" = i64, Path, description = "The version's number in the installation.")),
    security(("token" = ["fill"])),
    request_body = StepWanted,
    responses((status = 200, description = "The version now.", body = VersionShown)),
)]
async fn submit(
    office: House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<StepWanted>,
) -> ApiResult<Shown<VersionShown>> {
    step(
        office,
        caller,
        &id,
        FormDeed::Submit,
        without_reason(wanted),
    )
    .await
}

/// Accepts a submitted version: from now on it is the one that counts.
#[utoipa::path(
    post, path = "/form-versions/{id}/acceptance", tag = "progress forms",
    operation_id = "accept_form",
    params(("id" = i64, Path, description = "The version's number in the installation.")),
    security(("token" = ["review"])),
    request_body = StepWanted,
    responses((status = 200, description = "The version now.", body = VersionShown)),
)]
async fn accept(
    office: House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<StepWanted>,
) -> ApiResult<Shown<VersionShown>> {
    step(
        office,
        caller,
        &id,
        FormDeed::Accept,
        without_reason(wanted),
    )
    .await
}

/// Sends a submitted version back with a reason; the municipality answers with a new version.
#[utoipa::path(
    post, path = "/form-versions/{id}/return", tag = "progress forms",
    operation_id = "return_form",
    params(("id" = i64, Path, description = "The version's number in the installation.")),
    security(("token" = ["review"])),
    request_body = ReasonedStep,
    responses((status = 200, description = "The version now.", body = VersionShown)),
)]
async fn send_back(
    office: House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<ReasonedStep>,
) -> ApiResult<Shown<VersionShown>> {
    step(office, caller, &id, FormDeed::Return, wanted).await
}

/// Takes an acceptance or a return back, with a reason.
#[utoipa::path(
    post, path = "/form-versions/{id}/reopening", tag = "progress forms",
    operation_id = "reopen_form",
    params(("id" = i64, Path, description = "The version's number in the installation.")),
    security(("token" = ["review"])),
    request_body = ReasonedStep,
    responses((status = 200, description = "The version now.", body = VersionShown)),
)]
async fn reopen(
    office: House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<ReasonedStep>,
) -> ApiResult<Shown<VersionShown>> {
    step(office, caller, &id, FormDeed::Reopen, wanted).await
}

/// Takes a version back that should not have been there; the version before stands again.
#[utoipa::path(
    post, path = "/form-versions/{id}/withdrawal", tag = "progress forms",
    operation_id = "withdraw_version",
    params(("id" = i64, Path, description = "The version's number in the installation.")),
    security(("token" = ["review"])),
    request_body = ReasonedStep,
    responses((status = 200, description = "The version now.", body = VersionShown)),
)]
async fn withdraw(
    office: House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<ReasonedStep>,
) -> ApiResult<Shown<VersionShown>> {
    step(office, caller, &id, FormDeed::Withdraw, wanted).await
}

/// Sends a form to its municipality's own approval, where that is switched on.
#[utoipa::path(
    post, path = "/form-versions/{id}/approval-request", tag = "progress forms",
    operation_id = "send_to_approval",
    params(("id" = i64, Path, description = "The version's number in the installation.")),
    security(("token" = ["fill"])),
    request_body = StepWanted,
    responses((status = 200, description = "The version now.", body = VersionShown)),
)]
async fn ask_for_approval(
    office: House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<StepWanted>,
) -> ApiResult<Shown<VersionShown>> {
    step(
        office,
        caller,
        &id,
        FormDeed::SendToApproval,
        without_reason(wanted),
    )
    .await
}

/// Approves a form for its municipality, which submits it. Whoever sent it cannot approve it.
#[utoipa::path(
    post, path = "/form-versions/{id}/approval", tag = "progress forms",
    operation_id = "approve_form",
    params(("id" = i64, Path, description = "The version's number in the installation.")),
    security(("token" = ["review"])),
    request_body = StepWanted,
    responses((status = 200, description = "The version now.", body = VersionShown)),
)]
async fn approve(
    office: House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<StepWanted>,
) -> ApiResult<Shown<VersionShown>> {
    step(
        office,
        caller,
        &id,
        FormDeed::Approve,
        without_reason(wanted),
    )
    .await
}

/// Sends a form that awaits approval back to whoever fills it in, with a reason.
#[utoipa::path(
    post, path = "/form-versions/{id}/sending-back", tag = "progress forms",
    operation_id = "send_back_form",
    params(("id" = i64, Path, description = "The version's number in the installation.")),
    security(("token" = ["review"])),
    request_body = ReasonedStep,
    responses((status = 200, description = "The version now.", body = VersionShown)),
)]
async fn send_back_to_fill(
    office: House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<ReasonedStep>,
) -> ApiResult<Shown<VersionShown>> {
    step(office, caller, &id, FormDeed::SendBack, wanted).await
}
