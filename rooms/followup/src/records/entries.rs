use super::{Change, EntryId, RecommendationId, RoundId, VersionId, as_json};
use crate::rules::aggregate_report::WishKind;
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use forms::{EntryReading, RemarkParagraph, Source, Status, StatusEvidence, plain_remark};
use kernel::{Fault, MunicipalityCode, Outcome, Stop};

/// A municipality's answer to one recommendation in one version of its form.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The number in the database.
    pub id: EntryId,
    /// The version that it belongs to.
    pub form_version: VersionId,
    /// The recommendation.
    pub recommendation: RecommendationId,
    /// The recommendation's number in its set.
    pub number: u32,
    /// The answer.
    pub status: Status,
    /// The remark.
    pub remark: Vec<RemarkParagraph>,
    /// How sure the reader was, 0 to 1; 1 where a person typed it.
    pub confidence: f64,
    /// How the status was said.
    pub evidence: Vec<StatusEvidence>,
    /// The recommendation's text as the file has it.
    pub read_text: String,
    /// Where in the file.
    pub source: Source,
    /// Whether a person has looked at it and said that it is right.
    pub is_confirmed: bool,
    /// The last edit.
    pub change: Change,
}

impl Entry {
    /// The remark without formatting.
    pub fn remark_text(&self) -> String {
        plain_remark(&self.remark)
    }
}

impl FromRow for Entry {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: EntryId(row.get("id")?),
            form_version: VersionId(row.get("version_id")?),
            recommendation: RecommendationId(row.get("recommendation_id")?),
            number: row.count("number")?,
            status: row.word("status", Status::from_key)?,
            remark: row.json("remark")?,
            confidence: row.get("confidence")?,
            evidence: row.json("evidence")?,
            read_text: row.get("read_text")?,
            source: row.json("source")?,
            is_confirmed: row.get("is_confirmed")?,
            change: Change::from_row(row)?,
        })
    }
}

/// The entries of a version in the set's order.
pub async fn of_version(tx: &mut Tx, version: VersionId) -> Result<Vec<Entry>, Fault> {
    tx.all(
        "SELECT e.id, e.version_id, e.recommendation_id, r.number, e.status, e.remark,
                e.confidence, e.evidence, e.read_text, e.source, e.is_confirmed, e.version,
                e.changed_by, e.changed_at
         FROM entries e JOIN recommendations r ON r.id = e.recommendation_id
         WHERE e.version_id = $1 ORDER BY r.number",
        params![version],
    )
    .await
}

/// The entries of the versions that count in a round.
pub async fn counting(tx: &mut Tx, round: RoundId) -> Result<Vec<Entry>, Fault> {
    tx.all(
        "SELECT e.id, e.version_id, e.recommendation_id, r.number, e.status, e.remark,
                e.confidence, e.evidence, e.read_text, e.source, e.is_confirmed, e.version,
                e.changed_by, e.changed_at
         FROM entries e
         JOIN recommendations r ON r.id = e.recommendation_id
         JOIN form_versions v ON v.id = e.version_id
         JOIN participants p ON p.id = v.participant_id
         WHERE p.round_id = $1 AND v.is_counting ORDER BY v.id, r.number",
        params![round],
    )
    .await
}

/// The entries of every version of a round that still waits for the secretariat or counts.
pub async fn newest_of_round(tx: &mut Tx, round: RoundId) -> Result<Vec<Entry>, Fault> {
    tx.all(
        "SELECT e.id, e.version_id, e.recommendation_id, r.number, e.status, e.remark,
                e.confidence, e.evidence, e.read_text, e.source, e.is_confirmed, e.version,
                e.changed_by, e.changed_at
         FROM entries e
         JOIN recommendations r ON r.id = e.recommendation_id
         JOIN form_versions v ON v.id = e.version_id
         JOIN participants p ON p.id = v.participant_id
         WHERE p.round_id = $1 AND v.state <> 'withdrawn' AND NOT EXISTS (
             SELECT 1 FROM form_versions n
             WHERE n.participant_id = v.participant_id AND n.number > v.number
               AND n.state <> 'withdrawn')
         ORDER BY v.id, r.number",
        params![round],
    )
    .await
}

/// The entries of the version that counts for one municipality in a round.
pub async fn counting_for(
    tx: &mut Tx,
    round: RoundId,
    code: &MunicipalityCode,
) -> Result<Vec<Entry>, Fault> {
    tx.all(
        "SELECT e.id, e.version_id, e.recommendation_id, r.number, e.status, e.remark,
                e.confidence, e.evidence, e.read_text, e.source, e.is_confirmed, e.version,
                e.changed_by, e.changed_at
         FROM entries e
         JOIN recommendations r ON r.id = e.recommendation_id
         JOIN form_versions v ON v.id = e.version_id
         JOIN participants p ON p.id = v.participant_id
         WHERE p.round_id = $1 AND p.code = $2 AND v.is_counting ORDER BY r.number",
        params![round, code.as_str()],
    )
    .await
}

/// One entry.
pub async fn get(tx: &mut Tx, id: EntryId) -> Outcome<Entry> {
    let found = tx
        .optional(
            "SELECT e.id, e.version_id, e.recommendation_id, r.number, e.status, e.remark,
                    e.confidence, e.evidence, e.read_text, e.source, e.is_confirmed, e.version,
                    e.changed_by, e.changed_at
             FROM entries e JOIN recommendations r ON r.id = e.recommendation_id
             WHERE e.id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// The answer to one recommendation in a version, and the page that it was last saved from.
pub(crate) async fn numbered(
    tx: &mut Tx,
    version: VersionId,
    number: u32,
) -> Outcome<(Entry, String)> {
    struct Numbered(Entry, String);
    impl FromRow for Numbered {
        fn from_row(row: &Row) -> Result<Self, Fault> {
            Ok(Self(Entry::from_row(row)?, row.get("saved_from")?))
        }
    }
    let found: Option<Numbered> = tx
        .optional(
            "SELECT e.id, e.version_id, e.recommendation_id, r.number, e.status, e.remark,
                    e.confidence, e.evidence, e.read_text, e.source, e.is_confirmed, e.version,
                    e.changed_by, e.changed_at, e.saved_from
             FROM entries e JOIN recommendations r ON r.id = e.recommendation_id
             WHERE e.version_id = $1 AND r.number = $2",
            params![version, number],
        )
        .await?;
    let Numbered(entry, page) = found.ok_or(Stop::NotFound)?;
    Ok((entry, page))
}

/// Writes what somebody typed over the version that was seen, with the page that it came from;
/// whether it was still that version.
pub(crate) async fn write_typed(
    tx: &mut Tx,
    edited: &Entry,
    page: &str,
    by: &str,
) -> Result<bool, Fault> {
    let now = tx.now();
    let touched = tx
        .execute(
            "UPDATE entries
             SET status = $3, remark = $4, remark_text = $5, is_confirmed = $6, saved_from = $7,
                 version = version + 1, changed_by = $8, changed_at = $9
             WHERE id = $1 AND version = $2",
            params![
                edited.id,
                edited.change.version,
                edited.status.key(),
                as_json(&edited.remark)?,
                edited.remark_text(),
                edited.is_confirmed,
                page,
                by,
                now
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// Writes what was read in a file over an answer, with the place where it was read.
pub(crate) async fn take_over(
    tx: &mut Tx,
    edited: &Entry,
    read: &EntryReading,
    by: &str,
) -> Result<(), Fault> {
    update(tx, edited, by).await?;
    forget_same(tx, edited.id).await?;
    tx.execute(
        "UPDATE entries SET confidence = $2, evidence = $3, read_text = $4, saved_from = ''
         WHERE id = $1",
        params![
            edited.id,
            read.confidence,
            as_json(&read.evidence)?,
            &read.read_text
        ],
    )
    .await?;
    Ok(())
}

/// Begins a version's answers with those of another, wishes and all.
pub(crate) async fn copy(tx: &mut Tx, from: VersionId, to: VersionId) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO entries (version_id, recommendation_id, status, remark, remark_text,
                              confidence, evidence, read_text, source, is_confirmed, changed_by,
                              changed_at)
         SELECT $2, recommendation_id, status, remark, remark_text, confidence, evidence,
                read_text, source, is_confirmed, changed_by, changed_at
         FROM entries WHERE version_id = $1",
        params![from, to],
    )
    .await?;
    tx.execute(
        "INSERT INTO partner_wishes (entry_id, position, kind, text)
         SELECT n.id, w.position, w.kind, w.text
         FROM partner_wishes w
         JOIN entries e ON e.id = w.entry_id
         JOIN entries n ON n.recommendation_id = e.recommendation_id
         WHERE e.version_id = $1 AND n.version_id = $2",
        params![from, to],
    )
    .await?;
    Ok(())
}

/// Somebody has said that an answer is the same as last time and still true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameAnswer {
    /// The entry.
    pub entry: EntryId,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl FromRow for SameAnswer {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            entry: EntryId(row.get("entry_id")?),
            by: row.get("confirmed_by")?,
            at: row.get("confirmed_at")?,
        })
    }
}

/// The answers of a version of which somebody has said so.
pub async fn same_answers(tx: &mut Tx, version: VersionId) -> Result<Vec<SameAnswer>, Fault> {
    tx.all(
        "SELECT s.entry_id, s.confirmed_by, s.confirmed_at
         FROM same_answers s JOIN entries e ON e.id = s.entry_id
         WHERE e.version_id = $1 ORDER BY s.entry_id",
        params![version],
    )
    .await
}

pub(crate) async fn confirm_same(tx: &mut Tx, id: EntryId, by: &str) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "INSERT INTO same_answers (entry_id, confirmed_by, confirmed_at) VALUES ($1, $2, $3)
         ON CONFLICT (entry_id) DO UPDATE
         SET confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at",
        params![id, by, now],
    )
    .await?;
    Ok(())
}

pub(crate) async fn forget_same(tx: &mut Tx, id: EntryId) -> Result<(), Fault> {
    tx.execute("DELETE FROM same_answers WHERE entry_id = $1", params![id])
        .await?;
    Ok(())
}

/// The wishes of one answer.
pub async fn wishes_of(tx: &mut Tx, entry: EntryId) -> Result<Vec<Wish>, Fault> {
    tx.all(
        "SELECT entry_id, kind, text FROM partner_wishes WHERE entry_id = $1 ORDER BY position",
        params![entry],
    )
    .await
}

/// Stores what was read.
pub(crate) async fn insert(
    tx: &mut Tx,
    version: VersionId,
    recommendation: RecommendationId,
    reading: &EntryReading,
    by: &str,
) -> Result<EntryId, Fault> {
    let now = tx.now();
    let id: i64 = tx
        .one(
            "INSERT INTO entries (version_id, recommendation_id, status, remark, remark_text,
                                  confidence, evidence, read_text, source, is_confirmed,
                                  changed_by, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id",
            params![
                version,
                recommendation,
                reading.status.key(),
                as_json(&reading.remark)?,
                plain_remark(&reading.remark),
                reading.confidence,
                as_json(&reading.evidence)?,
                &reading.read_text,
                as_json(&reading.source)?,
                false,
                by,
                now
            ],
        )
        .await?;
    Ok(EntryId(id))
}

/// Writes status, remark, source and confirmation over the version that was seen; whether it was
/// still that version.
pub(crate) async fn update(tx: &mut Tx, edited: &Entry, by: &str) -> Result<bool, Fault> {
    let now = tx.now();
    let touched = tx
        .execute(
            "UPDATE entries
             SET status = $3, remark = $4, remark_text = $5, source = $6, is_confirmed = $7,
                 version = version + 1, changed_by = $8, changed_at = $9
             WHERE id = $1 AND version = $2",
            params![
                edited.id,
                edited.change.version,
                edited.status.key(),
                as_json(&edited.remark)?,
                edited.remark_text(),
                as_json(&edited.source)?,
                edited.is_confirmed,
                by,
                now
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// What stood in an entry before a person corrected it.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The entry.
    pub entry: EntryId,
    /// The status before.
    pub status_before: Status,
    /// The remark before.
    pub remark_before: Vec<RemarkParagraph>,
    /// Why it was corrected.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl FromRow for Correction {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            entry: EntryId(row.get("entry_id")?),
            status_before: row.word("status_before", Status::from_key)?,
            remark_before: row.json("remark_before")?,
            reason: row.get("reason")?,
            by: row.get("corrected_by")?,
            at: row.get("corrected_at")?,
        })
    }
}

pub(crate) async fn record_correction(
    tx: &mut Tx,
    before: &Entry,
    reason: &str,
    by: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "INSERT INTO entry_corrections (entry_id, status_before, remark_before, reason,
                                        corrected_by, corrected_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![
            before.id,
            before.status.key(),
            as_json(&before.remark)?,
            reason,
            by,
            now
        ],
    )
    .await?;
    Ok(())
}

/// Every correction in a version, the oldest first.
pub async fn corrections(tx: &mut Tx, version: VersionId) -> Result<Vec<Correction>, Fault> {
    tx.all(
        "SELECT c.entry_id, c.status_before, c.remark_before, c.reason, c.corrected_by,
                c.corrected_at
         FROM entry_corrections c JOIN entries e ON e.id = c.entry_id
         WHERE e.version_id = $1 ORDER BY c.id",
        params![version],
    )
    .await
}

/// A wish for partners in an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// The entry.
    pub entry: EntryId,
    /// Seeks or offers.
    pub kind: WishKind,
    /// In the municipality's words.
    pub text: String,
}

impl FromRow for Wish {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let kind = |word: &str| match word {
            "seeks" => Some(WishKind::Seeks),
            "offers" => Some(WishKind::Offers),
            _ => None,
        };
        Ok(Self {
            entry: EntryId(row.get("entry_id")?),
            kind: row.word("kind", kind)?,
            text: row.get("text")?,
        })
    }
}

/// The wishes of a version.
pub async fn wishes(tx: &mut Tx, version: VersionId) -> Result<Vec<Wish>, Fault> {
    tx.all(
        "SELECT w.entry_id, w.kind, w.text
         FROM partner_wishes w JOIN entries e ON e.id = w.entry_id
         WHERE e.version_id = $1 ORDER BY w.entry_id, w.position",
        params![version],
    )
    .await
}

/// The wishes of the versions that count in a round.
pub async fn counting_wishes(tx: &mut Tx, round: RoundId) -> Result<Vec<Wish>, Fault> {
    tx.all(
        "SELECT w.entry_id, w.kind, w.text
         FROM partner_wishes w
         JOIN entries e ON e.id = w.entry_id
         JOIN form_versions v ON v.id = e.version_id
         JOIN participants p ON p.id = v.participant_id
         WHERE p.round_id = $1 AND v.is_counting ORDER BY w.entry_id, w.position",
        params![round],
    )
    .await
}

/// Replaces an entry's wishes.
pub(crate) async fn replace_wishes(
    tx: &mut Tx,
    entry: EntryId,
    wishes: &[(WishKind, String)],
) -> Result<(), Fault> {
    tx.execute(
        "DELETE FROM partner_wishes WHERE entry_id = $1",
        params![entry],
    )
    .await?;
    for (position, (kind, text)) in (1_i64..).zip(wishes) {
        let kind = match kind {
            WishKind::Seeks => "seeks",
            WishKind::Offers => "offers",
        };
        tx.execute(
            "INSERT INTO partner_wishes (entry_id, position, kind, text) VALUES ($1, $2, $3, $4)",
            params![entry, position, kind, text],
        )
        .await?;
    }
    Ok(())
}
