use super::{ReleaseId, RoundId};
use crate::rules::aggregate_report::AggregateReport;
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::Fault;

/// A release of a round's report, without its snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// The number in the database.
    pub id: ReleaseId,
    /// The round.
    pub round: RoundId,
    /// From 1; a correction is the next number.
    pub number: u32,
    /// SHA-256 of the snapshot's bytes, in hexadecimal.
    pub sha256: String,
    /// What a correction corrects.
    pub note: Option<String>,
    /// When.
    pub released_at: DateTime<Utc>,
    /// By whom.
    pub released_by: String,
}

impl FromRow for Release {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: ReleaseId(row.get("id")?),
            round: RoundId(row.get("round_id")?),
            number: row.count("number")?,
            sha256: row.get("sha256")?,
            note: row.get("note")?,
            released_at: row.get("released_at")?,
            released_by: row.get("released_by")?,
        })
    }
}

/// A release with the frozen bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The release.
    pub release: Release,
    /// The report as JSON, as it was frozen.
    pub bytes: Vec<u8>,
}

impl Snapshot {
    /// The frozen report.
    pub fn report(&self) -> Result<AggregateReport, Fault> {
        serde_json::from_slice(&self.bytes)
            .map_err(|error| Fault::caused_by("reading a frozen report", error))
    }

    /// Whether the bytes still are what was released.
    pub fn is_intact(&self) -> bool {
        super::files::sha256(&self.bytes) == self.release.sha256
    }
}

impl FromRow for Snapshot {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            release: Release::from_row(row)?,
            bytes: row.get("snapshot")?,
        })
    }
}

/// Every release of every round: by round, the newest first.
pub async fn all(tx: &mut Tx) -> Result<Vec<Release>, Fault> {
    tx.all(
        "SELECT id, round_id, number, sha256, note, released_at, released_by
         FROM releases ORDER BY round_id, number DESC",
        [],
    )
    .await
}

/// The releases of a round, the newest first.
pub async fn of_round(tx: &mut Tx, round: RoundId) -> Result<Vec<Release>, Fault> {
    tx.all(
        "SELECT id, round_id, number, sha256, note, released_at, released_by
         FROM releases WHERE round_id = $1 ORDER BY number DESC",
        params![round],
    )
    .await
}

/// A release with its bytes; the newest where no number is given.
pub async fn snapshot(
    tx: &mut Tx,
    round: RoundId,
    number: Option<u32>,
) -> Result<Option<Snapshot>, Fault> {
    tx.optional(
        "SELECT id, round_id, number, sha256, note, released_at, released_by, snapshot
         FROM releases WHERE round_id = $1 AND ($2 IS NULL OR number = $2)
         ORDER BY number DESC LIMIT 1",
        params![round, number],
    )
    .await
}

/// Freezes a report.
pub(crate) async fn insert(
    tx: &mut Tx,
    round: RoundId,
    number: u32,
    bytes: &[u8],
    note: Option<&str>,
    by: &str,
) -> Result<Release, Fault> {
    let (hash, now) = (super::files::sha256(bytes), tx.now());
    tx.one(
        "INSERT INTO releases (round_id, number, snapshot, sha256, note, released_at, released_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         RETURNING id, round_id, number, sha256, note, released_at, released_by",
        params![round, number, bytes, hash, note, now, by],
    )
    .await
}
