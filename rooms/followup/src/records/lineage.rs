use super::{Change, LineageId, ProgrammeId, RecommendationId, SetId};
use crate::rules::lineage::Relation;
use database::{FromRow, Row, Tx, params};
use kernel::{Fault, Outcome, Stop};

/// How one recommendation descends from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage {
    /// The number.
    pub id: LineageId,
    /// The programme.
    pub programme: ProgrammeId,
    /// What was before.
    pub predecessor: Option<RecommendationId>,
    /// What came after.
    pub successor: Option<RecommendationId>,
    /// What became of it.
    pub relation: Relation,
    /// Why it is seen so.
    pub note: String,
    /// The last edit.
    pub change: Change,
}

impl FromRow for Lineage {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let side = |column| row.get::<Option<i64>>(column);
        Ok(Self {
            id: LineageId(row.get("id")?),
            programme: ProgrammeId(row.get("programme_id")?),
            predecessor: side("predecessor_id")?.map(RecommendationId),
            successor: side("successor_id")?.map(RecommendationId),
            relation: row.word("relation", Relation::from_key)?,
            note: row.get("note")?,
            change: Change::from_row(row)?,
        })
    }
}

/// A programme's whole lineage.
pub async fn of_programme(tx: &mut Tx, programme: ProgrammeId) -> Result<Vec<Lineage>, Fault> {
    tx.all(
        "SELECT id, programme_id, predecessor_id, successor_id, relation, note, version,
                changed_by, changed_at
         FROM lineage WHERE programme_id = $1 ORDER BY id",
        params![programme],
    )
    .await
}

/// One row.
pub async fn get(tx: &mut Tx, id: LineageId) -> Outcome<Lineage> {
    let found = tx
        .optional(
            "SELECT id, programme_id, predecessor_id, successor_id, relation, note, version,
                    changed_by, changed_at
             FROM lineage WHERE id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// The row between the same two, if there is one.
pub(crate) async fn between(
    tx: &mut Tx,
    programme: ProgrammeId,
    predecessor: Option<RecommendationId>,
    successor: Option<RecommendationId>,
) -> Result<Option<Lineage>, Fault> {
    let rows = of_programme(tx, programme).await?;
    let same = |row: &Lineage| row.predecessor == predecessor && row.successor == successor;
    Ok(rows.into_iter().find(same))
}

pub(crate) async fn insert(tx: &mut Tx, new: &Lineage) -> Result<LineageId, Fault> {
    let id: i64 = tx
        .one(
            "INSERT INTO lineage (programme_id, predecessor_id, successor_id, relation, note,
                                  changed_by, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
            params![
                new.programme,
                new.predecessor,
                new.successor,
                new.relation.key(),
                &new.note,
                &new.change.by,
                new.change.at
            ],
        )
        .await?;
    Ok(LineageId(id))
}

/// Writes relation and note over the version that was seen; whether it was still that version.
pub(crate) async fn update(tx: &mut Tx, edited: &Lineage, by: &str) -> Result<bool, Fault> {
    let now = tx.now();
    let touched = tx
        .execute(
            "UPDATE lineage SET relation = $3, note = $4, version = version + 1,
                                changed_by = $5, changed_at = $6
             WHERE id = $1 AND version = $2",
            params![
                edited.id,
                edited.change.version,
                edited.relation.key(),
                &edited.note,
                by,
                now
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// Takes a row out; whether it was still the version that was seen. The journal keeps it.
pub(crate) async fn delete(tx: &mut Tx, id: LineageId, version: i64) -> Result<bool, Fault> {
    let touched = tx
        .execute(
            "DELETE FROM lineage WHERE id = $1 AND version = $2",
            params![id, version],
        )
        .await?;
    Ok(touched == 1)
}

/// A recommendation's number and the number of one that it continues.
pub struct Continued {
    /// The number in the later set.
    pub number: u32,
    /// The number in the earlier set.
    pub before: u32,
}

impl FromRow for Continued {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            number: row.count("number")?,
            before: row.count("number_before")?,
        })
    }
}

/// What the recommendations of a set continue in an earlier set. Within one set every
/// recommendation continues itself.
pub async fn continued(tx: &mut Tx, set: SetId, before: SetId) -> Result<Vec<Continued>, Fault> {
    if set == before {
        return tx
            .all(
                "SELECT number, number AS number_before FROM recommendations WHERE set_id = $1
                 ORDER BY number",
                params![set],
            )
            .await;
    }
    tx.all(
        "SELECT s.number, p.number AS number_before
         FROM lineage l
         JOIN recommendations s ON s.id = l.successor_id
         JOIN recommendations p ON p.id = l.predecessor_id
         WHERE s.set_id = $1 AND p.set_id = $2
         ORDER BY s.number, p.number",
        params![set, before],
    )
    .await
}
