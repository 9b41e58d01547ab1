use super::files::sha256;
use super::{RoundId, VersionId};
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::Fault;

/// What was submitted, with its fingerprint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The version.
    pub form_version: VersionId,
    /// The answers as one text: see `rules::receipt`.
    pub answers: String,
    /// SHA-256 of that text's UTF-8 bytes, in hexadecimal.
    pub sha256: String,
    /// Who submitted.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Receipt {
    /// Whether the fingerprint is the text's.
    pub fn is_intact(&self) -> bool {
        sha256(self.answers.as_bytes()) == self.sha256
    }
}

impl FromRow for Receipt {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            form_version: VersionId(row.get("version_id")?),
            answers: row.get("answers")?,
            sha256: row.get("sha256")?,
            by: row.get("submitted_by")?,
            at: row.get("submitted_at")?,
        })
    }
}

/// A version's receipt.
pub async fn of_version(tx: &mut Tx, version: VersionId) -> Result<Option<Receipt>, Fault> {
    tx.optional(
        "SELECT version_id, answers, sha256, submitted_by, submitted_at
         FROM receipts WHERE version_id = $1",
        params![version],
    )
    .await
}

/// Every receipt.
pub async fn all(tx: &mut Tx) -> Result<Vec<Receipt>, Fault> {
    tx.all(
        "SELECT version_id, answers, sha256, submitted_by, submitted_at
         FROM receipts ORDER BY version_id",
        [],
    )
    .await
}

/// The receipts of a round.
pub async fn of_round(tx: &mut Tx, round: RoundId) -> Result<Vec<Receipt>, Fault> {
    tx.all(
        "SELECT q.version_id, q.answers, q.sha256, q.submitted_by, q.submitted_at
         FROM receipts q
         JOIN form_versions v ON v.id = q.version_id
         JOIN participants p ON p.id = v.participant_id
         WHERE p.round_id = $1 ORDER BY q.version_id",
        params![round],
    )
    .await
}

/// Writes a receipt. A version is submitted once: reopening leaves its receipt as it is.
pub(crate) async fn insert(
    tx: &mut Tx,
    version: VersionId,
    answers: &str,
    by: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "INSERT INTO receipts (version_id, answers, sha256, submitted_by, submitted_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (version_id) DO NOTHING",
        params![version, answers, sha256(answers.as_bytes()), by, now],
    )
    .await?;
    Ok(())
}
