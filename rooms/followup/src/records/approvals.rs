use super::VersionId;
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::{Actor, Fault, MunicipalityCode};

/// A form that was sent to its municipality's approval, and the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    id: i64,
    /// The version.
    pub form_version: VersionId,
    /// Who sent it.
    pub sent_by: String,
    /// That person's account.
    pub sent_by_account: Option<i64>,
    /// When.
    pub sent_at: DateTime<Utc>,
    /// The answer, if there is one.
    pub answer: Option<ApprovalAnswer>,
}

/// What the second person said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalAnswer {
    /// Whether it was approved; else it was sent back.
    pub approved: bool,
    /// Why it was sent back.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Approval {
    /// Whether this person is the one who sent it: the second pair of eyes is another's.
    pub fn was_sent_by(&self, actor: &Actor) -> bool {
        match (self.sent_by_account, actor.account) {
            (Some(sender), Some(own)) => sender == own,
            _ => self.sent_by == actor.name,
        }
    }
}

impl FromRow for Approval {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let outcome: Option<String> = row.get("outcome")?;
        let (by, at): (Option<String>, Option<DateTime<Utc>>) =
            (row.get("answered_by")?, row.get("answered_at")?);
        let reason = row.get("reason")?;
        Ok(Self {
            id: row.get("id")?,
            form_version: VersionId(row.get("version_id")?),
            sent_by: row.get("sent_by")?,
            sent_by_account: row.get("sent_by_account")?,
            sent_at: row.get("sent_at")?,
            answer: outcome
                .zip(by)
                .zip(at)
                .map(|((outcome, by), at)| ApprovalAnswer {
                    approved: outcome == "approved",
                    reason,
                    by,
                    at,
                }),
        })
    }
}

/// The newest sending of a version to approval.
pub async fn newest(tx: &mut Tx, version: VersionId) -> Result<Option<Approval>, Fault> {
    tx.optional(
        "SELECT id, version_id, sent_by, sent_by_account, sent_at, outcome, reason, answered_by,
                answered_at
         FROM approvals WHERE version_id = $1 ORDER BY id DESC LIMIT 1",
        params![version],
    )
    .await
}

pub(crate) async fn insert(tx: &mut Tx, version: VersionId, actor: &Actor) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "INSERT INTO approvals (version_id, sent_by, sent_by_account, sent_at, reason)
         VALUES ($1, $2, $3, $4, '')",
        params![version, &actor.name, actor.account, now],
    )
    .await?;
    Ok(())
}

/// Records the answer.
pub(crate) async fn answer(
    tx: &mut Tx,
    asked: &Approval,
    approved: bool,
    reason: &str,
    by: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    let outcome = if approved { "approved" } else { "sent_back" };
    tx.execute(
        "UPDATE approvals SET outcome = $2, reason = $3, answered_by = $4, answered_at = $5
         WHERE id = $1 AND outcome IS NULL",
        params![asked.id, outcome, reason, by, now],
    )
    .await?;
    Ok(())
}

/// Whether a municipality's forms are approved by a second person; who said so and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FourEyes {
    /// Whether they are.
    pub is_on: bool,
    /// Who switched it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl FromRow for FourEyes {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            is_on: row.get("is_on")?,
            by: row.get("switched_by")?,
            at: row.get("switched_at")?,
        })
    }
}

/// What was said last; none where nobody has said anything, which means one person is enough.
pub async fn four_eyes(tx: &mut Tx, code: &MunicipalityCode) -> Result<Option<FourEyes>, Fault> {
    tx.optional(
        "SELECT is_on, switched_by, switched_at FROM four_eyes WHERE code = $1
         ORDER BY id DESC LIMIT 1",
        params![code.as_str()],
    )
    .await
}

pub(crate) async fn switch_four_eyes(
    tx: &mut Tx,
    code: &MunicipalityCode,
    on: bool,
    by: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "INSERT INTO four_eyes (code, is_on, switched_by, switched_at) VALUES ($1, $2, $3, $4)",
        params![code.as_str(), on, by, now],
    )
    .await?;
    Ok(())
}
