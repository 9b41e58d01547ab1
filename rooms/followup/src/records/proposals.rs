use super::{ProposalId, RoundId, VersionId, as_json};
use database::{FromRow, Row, Tx, params};
use forms::{RemarkParagraph, Source, Status, UnmatchedRow, plain_remark};
use kernel::{Fault, Outcome, Stop};

/// A row of a form that answers no recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The number.
    pub id: ProposalId,
    /// The version that it belongs to.
    pub form_version: VersionId,
    /// What became of it.
    pub outcome: ProposalOutcome,
    /// The row.
    pub row: UnmatchedRow,
}

/// What became of a row that answers no recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProposalOutcome {
    /// It is the municipality's proposal for a new recommendation.
    Kept,
    /// It was the answer to a recommendation after all.
    Placed,
    /// It is neither.
    Dismissed,
}

impl ProposalOutcome {
    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            ProposalOutcome::Kept => "kept",
            ProposalOutcome::Placed => "placed",
            ProposalOutcome::Dismissed => "dismissed",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        let all = [Self::Kept, Self::Placed, Self::Dismissed];
        all.into_iter().find(|outcome| outcome.key() == key)
    }
}

impl FromRow for Proposal {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: ProposalId(row.get("id")?),
            form_version: VersionId(row.get("version_id")?),
            outcome: row.word("outcome", ProposalOutcome::from_key)?,
            row: UnmatchedRow {
                text: row.get("text")?,
                status: row.word("status", Status::from_key)?,
                remark: row.json::<Vec<RemarkParagraph>>("remark")?,
                source: row.json::<Source>("source")?,
            },
        })
    }
}

/// The rows of a version, in the file's order.
pub async fn of_version(tx: &mut Tx, version: VersionId) -> Result<Vec<Proposal>, Fault> {
    tx.all(
        "SELECT id, version_id, outcome, text, status, remark, source
         FROM proposals WHERE version_id = $1 ORDER BY position",
        params![version],
    )
    .await
}

/// The proposals of the versions that count in a round.
pub async fn counting(tx: &mut Tx, round: RoundId) -> Result<Vec<Proposal>, Fault> {
    tx.all(
        "SELECT q.id, q.version_id, q.outcome, q.text, q.status, q.remark, q.source
         FROM proposals q
         JOIN form_versions v ON v.id = q.version_id
         JOIN participants p ON p.id = v.participant_id
         WHERE p.round_id = $1 AND v.is_counting AND q.outcome = 'kept'
         ORDER BY q.version_id, q.position",
        params![round],
    )
    .await
}

/// One row.
pub async fn get(tx: &mut Tx, id: ProposalId) -> Outcome<Proposal> {
    let found = tx
        .optional(
            "SELECT id, version_id, outcome, text, status, remark, source
             FROM proposals WHERE id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// Stores the rows that matched nothing.
pub(crate) async fn insert_all(
    tx: &mut Tx,
    version: VersionId,
    rows: &[UnmatchedRow],
) -> Result<(), Fault> {
    for (position, row) in (1_i64..).zip(rows) {
        tx.execute(
            "INSERT INTO proposals (version_id, position, outcome, text, status, remark,
                                    remark_text, source)
             VALUES ($1, $2, 'kept', $3, $4, $5, $6, $7)",
            params![
                version,
                position,
                &row.text,
                row.status.key(),
                as_json(&row.remark)?,
                plain_remark(&row.remark),
                as_json(&row.source)?
            ],
        )
        .await?;
    }
    Ok(())
}

/// Records what became of a row, from what it was; whether it was still that.
pub(crate) async fn settle(
    tx: &mut Tx,
    id: ProposalId,
    (from, to): (ProposalOutcome, ProposalOutcome),
) -> Result<bool, Fault> {
    let touched = tx
        .execute(
            "UPDATE proposals SET outcome = $3 WHERE id = $1 AND outcome = $2",
            params![id, from.key(), to.key()],
        )
        .await?;
    Ok(touched == 1)
}
