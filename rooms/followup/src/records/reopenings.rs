use super::{ReopeningId, RoundId, VersionId};
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::{Fault, MunicipalityCode, Outcome, Stop};

/// A municipality asks for its form to be opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReopeningRequest {
    /// The number.
    pub id: ReopeningId,
    /// The version that was the newest then.
    pub form_version: VersionId,
    /// Whose form.
    pub code: MunicipalityCode,
    /// The municipality's name.
    pub name: String,
    /// Why.
    pub reason: String,
    /// Who asks.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The secretariat's answer, if there is one.
    pub answer: Option<ReopeningAnswer>,
}

/// What the secretariat said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReopeningAnswer {
    /// Whether it was granted; else it was declined.
    pub granted: bool,
    /// In the secretariat's words.
    pub text: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl FromRow for ReopeningRequest {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let outcome: Option<String> = row.get("outcome")?;
        let (by, at): (Option<String>, Option<DateTime<Utc>>) =
            (row.get("answered_by")?, row.get("answered_at")?);
        let text = row.get("answer")?;
        Ok(Self {
            id: ReopeningId(row.get("id")?),
            form_version: VersionId(row.get("version_id")?),
            code: row.word("code", MunicipalityCode::parse)?,
            name: row.get("name")?,
            reason: row.get("reason")?,
            by: row.get("asked_by")?,
            at: row.get("asked_at")?,
            answer: outcome
                .zip(by)
                .zip(at)
                .map(|((outcome, by), at)| ReopeningAnswer {
                    granted: outcome == "granted",
                    text,
                    by,
                    at,
                }),
        })
    }
}

/// Every request in a round, the newest first.
pub async fn of_round(tx: &mut Tx, round: RoundId) -> Result<Vec<ReopeningRequest>, Fault> {
    tx.all(
        "SELECT q.id, q.version_id, p.code, p.name, q.reason, q.asked_by, q.asked_at, q.outcome,
                q.answer, q.answered_by, q.answered_at
         FROM reopening_requests q
         JOIN form_versions v ON v.id = q.version_id
         JOIN participants p ON p.id = v.participant_id
         WHERE p.round_id = $1 ORDER BY q.id DESC",
        params![round],
    )
    .await
}

/// The newest request about a version.
pub async fn newest(tx: &mut Tx, version: VersionId) -> Result<Option<ReopeningRequest>, Fault> {
    tx.optional(
        "SELECT q.id, q.version_id, p.code, p.name, q.reason, q.asked_by, q.asked_at, q.outcome,
                q.answer, q.answered_by, q.answered_at
         FROM reopening_requests q
         JOIN form_versions v ON v.id = q.version_id
         JOIN participants p ON p.id = v.participant_id
         WHERE q.version_id = $1 ORDER BY q.id DESC LIMIT 1",
        params![version],
    )
    .await
}

/// One request.
pub async fn get(tx: &mut Tx, id: ReopeningId) -> Outcome<ReopeningRequest> {
    let found = tx
        .optional(
            "SELECT q.id, q.version_id, p.code, p.name, q.reason, q.asked_by, q.asked_at,
                    q.outcome, q.answer, q.answered_by, q.answered_at
             FROM reopening_requests q
             JOIN form_versions v ON v.id = q.version_id
             JOIN participants p ON p.id = v.participant_id
             WHERE q.id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

pub(crate) async fn insert(
    tx: &mut Tx,
    version: VersionId,
    reason: &str,
    by: &str,
) -> Result<ReopeningId, Fault> {
    let now = tx.now();
    let id: i64 = tx
        .one(
            "INSERT INTO reopening_requests (version_id, reason, asked_by, asked_at, answer)
             VALUES ($1, $2, $3, $4, '') RETURNING id",
            params![version, reason, by, now],
        )
        .await?;
    Ok(ReopeningId(id))
}

/// Records the answer; whether there was none yet.
pub(crate) async fn answer(
    tx: &mut Tx,
    id: ReopeningId,
    granted: bool,
    text: &str,
    by: &str,
) -> Result<bool, Fault> {
    let now = tx.now();
    let outcome = if granted { "granted" } else { "declined" };
    let touched = tx
        .execute(
            "UPDATE reopening_requests
             SET outcome = $2, answer = $3, answered_by = $4, answered_at = $5
             WHERE id = $1 AND outcome IS NULL",
            params![id, outcome, text, by, now],
        )
        .await?;
    Ok(touched == 1)
}
