use super::findings::FindingShown;
use super::office::{House, Routes, number, with_current};
use super::progress_forms::AnswerShown;
use super::recommendations::RecommendationShown;
use super::remarks::{ParagraphShape, SourceShape, plain, sent, shown};
use super::words::{StatusWord, WishWord};
use crate::actions::{self, EntryCorrection};
use crate::records::entries::{self, Correction, Entry, Wish};
use crate::records::rounds;
use crate::records::{EntryId, forms as form_records};
use crate::summary::{self, EntryView, PreviousAnswer};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use chrono::{DateTime, Utc};
use database::Tx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use web::languages::Texts;
use web_api::{ApiError, ApiResult, Body, Caller, Shown, if_match};

pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(show, edit))
        .routes(routes!(confirm))
        .routes(routes!(wish))
}

/// A recommendation with what a municipality answered.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryShown {
    /// The recommendation.
    pub recommendation: RecommendationShown,
    /// The answer; null where nothing was received.
    pub entry: Option<EntryFactsShown>,
    /// What was found about it, open and settled.
    pub findings: Vec<FindingShown>,
    /// Wishes for partners.
    pub wishes: Vec<WishShape>,
    /// What stood there before corrections, the oldest first.
    pub corrections: Vec<CorrectionShown>,
    /// What was answered in the round before to what this continues.
    pub previous: Vec<PreviousShown>,
}

/// The answer to one recommendation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": 7, "number": 1, "version": 2, "status": "yellow", "remark": "To partnere er fundet.",
    "paragraphs": [{"list_item": false, "runs": [{"text": "To partnere er fundet.", "bold": false, "italic": false}]}],
    "confidence": 0.98, "evidence": ["fill"], "read_text": "Rekrutteringssamarbejde",
    "source": {"page": 1, "sheet": null, "table": 1, "row": 3, "column": 2}, "confirmed": true
}))]
pub struct EntryFactsShown {
    /// The entry's number in the installation.
    pub id: i64,
    /// The recommendation's number in its set.
    pub number: u32,
    /// Rises with every edit; say which one you saw.
    pub version: i64,
    /// The status.
    pub status: StatusWord,
    /// The remark as plain text.
    pub remark: String,
    /// The remark with its formatting.
    pub paragraphs: Vec<ParagraphShape>,
    /// How sure the reader of the file was, 0 to 1; 1 where a person typed it.
    pub confidence: f64,
    /// By which signs the status was said.
    pub evidence: Vec<String>,
    /// The recommendation's text as the file has it.
    pub read_text: String,
    /// Where in the file it was read.
    pub source: SourceShape,
    /// Whether a person has said that it is right.
    pub confirmed: bool,
}

impl From<Entry> for EntryFactsShown {
    fn from(one: Entry) -> Self {
        let sign = |sign: &forms::StatusEvidence| sign.key().to_owned();
        Self {
            id: one.id.0,
            number: one.number,
            version: one.change.version,
            status: one.status.into(),
            remark: one.remark_text(),
            paragraphs: shown(&one.remark),
            confidence: one.confidence,
            evidence: one.evidence.iter().map(sign).collect(),
            read_text: one.read_text,
            source: (&one.source).into(),
            confirmed: one.is_confirmed,
        }
    }
}

/// A wish for partners.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WishShape {
    /// Seeks or offers.
    pub kind: WishWord,
    /// In the municipality's words.
    pub text: String,
}

/// What stood in an entry before a person corrected it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CorrectionShown {
    /// What stood there.
    pub before: AnswerShown,
    /// Why it was corrected.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// An answer of the round before.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviousShown {
    /// That round's key.
    pub round: String,
    /// The recommendation's number there.
    pub number: u32,
    /// What was answered.
    pub answer: AnswerShown,
}

impl From<Wish> for WishShape {
    fn from(one: Wish) -> Self {
        Self {
            kind: one.kind.into(),
            text: one.text,
        }
    }
}

impl From<Correction> for CorrectionShown {
    fn from(one: Correction) -> Self {
        Self {
            before: AnswerShown::of(one.status_before, &one.remark_before),
            reason: one.reason,
            by: one.by,
            at: one.at,
        }
    }
}

impl From<PreviousAnswer> for PreviousShown {
    fn from(one: PreviousAnswer) -> Self {
        Self {
            round: one.round_key,
            number: one.number,
            answer: AnswerShown::of(one.status, &one.remark),
        }
    }
}

impl EntryShown {
    /// An entry as a form shows it.
    pub fn of(view: EntryView, areas: &[String], texts: &Texts) -> Self {
        let finding = |one| FindingShown::of(one, texts);
        Self {
            recommendation: RecommendationShown::of(view.recommendation, areas),
            entry: view.entry.map(EntryFactsShown::from),
            findings: view.problems.into_iter().map(finding).collect(),
            wishes: view.wishes.into_iter().map(WishShape::from).collect(),
            corrections: view
                .corrections
                .into_iter()
                .map(CorrectionShown::from)
                .collect(),
            previous: view.previous.into_iter().map(PreviousShown::from).collect(),
        }
    }
}

/// An entry as it should be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "version": 2, "status": "yellow", "remark": "To partnere er fundet.", "reason": "Aftalt i telefon."
}))]
pub struct EntryWanted {
    /// The version that was seen.
    pub version: i64,
    /// The status.
    pub status: StatusWord,
    /// The remark as plain text, a paragraph for each line. Without it and without `paragraphs`
    /// the remark stays.
    pub remark: Option<String>,
    /// The remark with its formatting, instead of `remark`.
    pub paragraphs: Option<Vec<ParagraphShape>>,
    /// Why it is corrected; may be empty.
    #[serde(default)]
    pub reason: String,
}

/// The version that was seen.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"version": 2}))]
pub struct SeenVersion {
    /// The version that was seen.
    pub version: i64,
}

/// Wishes for partners.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"version": 2, "wishes": [{"kind": "seeks", "text": "En kommune med et virksomhedscenter."}]}))]
pub struct WishesWanted {
    /// The version that was seen.
    pub version: i64,
    /// All wishes; those that are not among them go.
    pub wishes: Vec<WishShape>,
}

/// An entry of a form that the caller may see.
async fn visible(tx: &mut Tx, caller: &Caller, id: EntryId) -> ApiResult<Entry> {
    let entry = entries::get(tx, id).await?;
    let version = form_records::get(tx, entry.form_version).await?;
    let round = rounds::get(tx, version.round).await?;
    let number = Some(version.number);
    let form = summary::form(tx, &caller.actor, &round.key, &version.code, number).await?;
    let mut all = form.entries.into_iter().filter_map(|one| one.entry);
    all.find(|one| one.id == id).ok_or(ApiError::NotFound)
}

/// One entry.
#[utoipa::path(
    get, path = "/entries/{id}", tag = "progress forms", operation_id = "show_entry",
    params(("id" = i64, Path, description = "The entry's number.")),
    security(("token" = ["read"])),
    responses((status = 200, description = "The entry.", body = EntryFactsShown)),
)]
async fn show(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
) -> ApiResult<Shown<EntryFactsShown>> {
    let mut tx = office.database.read().await?;
    let entry = visible(&mut tx, &caller, EntryId(number(&id)?)).await?;
    Ok(Shown(entry.into()))
}

/// Corrects an entry over the version that was seen. What stood there is kept, and the checks
/// run again.
#[utoipa::path(
    patch, path = "/entries/{id}", tag = "progress forms", operation_id = "correct_entry",
    params(
        ("id" = i64, Path, description = "The entry's number."),
        ("If-Match" = Option<String>, Header, description = "The entity tag that was seen."),
    ),
    security(("token" = ["fill"])),
    request_body = EntryWanted,
    responses(
        (status = 200, description = "As it stands now.", body = EntryFactsShown),
        (status = 412, description = "What `If-Match` names is not what stands there.", body = web_api::ProblemShape, content_type = "application/problem+json"),
    ),
)]
async fn edit(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    Body(wanted): Body<EntryWanted>,
) -> ApiResult<Shown<EntryFactsShown>> {
    let mut tx = office.database.write().await?;
    let before = visible(&mut tx, &caller, EntryId(number(&id)?)).await?;
    let correction = EntryCorrection {
        version: wanted.version,
        status: wanted.status.into(),
        remark: match (wanted.paragraphs, wanted.remark) {
            (Some(paragraphs), _) => sent(paragraphs),
            (None, Some(text)) => plain(&text),
            (None, None) => before.remark.clone(),
        },
        reason: wanted.reason,
    };
    let (id, before) = (before.id, EntryFactsShown::from(before));
    if_match(&headers, &before)?;
    let entry = actions::correct_entry(&mut tx, &caller.actor, id, correction).await;
    let entry = entry.map_err(|stop| with_current(stop.into(), &before))?;
    tx.commit().await?;
    Ok(Shown(entry.into()))
}

/// Says that an entry was read rightly.
#[utoipa::path(
    post, path = "/entries/{id}/confirmation", tag = "progress forms",
    operation_id = "confirm_entry",
    params(("id" = i64, Path, description = "The entry's number.")),
    security(("token" = ["fill"])),
    request_body = SeenVersion,
    responses((status = 200, description = "As it stands now.", body = EntryFactsShown)),
)]
async fn confirm(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
    Body(seen): Body<SeenVersion>,
) -> ApiResult<Shown<EntryFactsShown>> {
    let mut tx = office.database.write().await?;
    let before = visible(&mut tx, &caller, EntryId(number(&id)?)).await?;
    let (id, before) = (before.id, EntryFactsShown::from(before));
    let entry = actions::confirm_entry(&mut tx, &caller.actor, id, seen.version).await;
    let entry = entry.map_err(|stop| with_current(stop.into(), &before))?;
    tx.commit().await?;
    Ok(Shown(entry.into()))
}

/// Says which partners a municipality seeks and which places or experience it offers.
#[utoipa::path(
    put, path = "/entries/{id}/wishes", tag = "progress forms",
    operation_id = "set_partner_wishes",
    params(("id" = i64, Path, description = "The entry's number.")),
    security(("token" = ["fill"])),
    request_body = WishesWanted,
    responses((status = 200, description = "The entry as it stands now.", body = EntryFactsShown)),
)]
async fn wish(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
    Body(wanted): Body<WishesWanted>,
) -> ApiResult<Shown<EntryFactsShown>> {
    let said = |one: WishShape| (one.kind.into(), one.text);
    let wishes = wanted.wishes.into_iter().map(said).collect();
    let mut tx = office.database.write().await?;
    let before = visible(&mut tx, &caller, EntryId(number(&id)?)).await?;
    let (id, before) = (before.id, EntryFactsShown::from(before));
    let set = actions::set_partner_wishes(&mut tx, &caller.actor, id, wanted.version, wishes);
    let entry = set
        .await
        .map_err(|stop| with_current(stop.into(), &before))?;
    tx.commit().await?;
    Ok(Shown(entry.into()))
}
