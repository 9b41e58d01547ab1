use super::{ProblemId, RoundId, VersionId, as_json};
use crate::rules::review::Origin;
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use forms::{Level, Problem};
use kernel::{Fault, Outcome, Stop};

/// A problem of a form version, with what was said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredProblem {
    /// The number.
    pub id: ProblemId,
    /// The version that it belongs to.
    pub form_version: VersionId,
    /// Found by the reader or by the checks.
    pub origin: Origin,
    /// What is wrong, and where.
    pub problem: Problem,
    /// The explanation, who gave it and when.
    pub explanation: Option<Explanation>,
}

/// Why a warning is as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// In somebody's words.
    pub text: String,
    /// Whose.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

fn level(word: &str) -> Option<Level> {
    match word {
        "error" => Some(Level::Error),
        "warning" => Some(Level::Warning),
        "notice" => Some(Level::Notice),
        _ => None,
    }
}

fn level_word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Notice => "notice",
    }
}

impl FromRow for StoredProblem {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let number: Option<i64> = row.get("number")?;
        let is_check: bool = row.get("is_check")?;
        let text: Option<String> = row.get("explanation")?;
        let by: Option<String> = row.get("explained_by")?;
        let at: Option<DateTime<Utc>> = row.get("explained_at")?;
        Ok(Self {
            id: ProblemId(row.get("id")?),
            form_version: VersionId(row.get("version_id")?),
            origin: if is_check {
                Origin::Check
            } else {
                Origin::Reading
            },
            problem: Problem {
                level: row.word("level", level)?,
                message: row.json("message")?,
                number: number.and_then(|number| u32::try_from(number).ok()),
                source: row.json("source")?,
            },
            explanation: text
                .zip(by)
                .zip(at)
                .map(|((text, by), at)| Explanation { text, by, at }),
        })
    }
}

/// The problems of a version in the order in which they were found.
pub async fn of_version(tx: &mut Tx, version: VersionId) -> Result<Vec<StoredProblem>, Fault> {
    tx.all(
        "SELECT id, version_id, is_check, level, number, message, source, explanation,
                explained_by, explained_at
         FROM problems WHERE version_id = $1 ORDER BY position, id",
        params![version],
    )
    .await
}

/// The problems of every version in a round.
pub async fn of_round(tx: &mut Tx, round: RoundId) -> Result<Vec<StoredProblem>, Fault> {
    tx.all(
        "SELECT q.id, q.version_id, q.is_check, q.level, q.number, q.message, q.source,
                q.explanation, q.explained_by, q.explained_at
         FROM problems q
         JOIN form_versions v ON v.id = q.version_id
         JOIN participants p ON p.id = v.participant_id
         WHERE p.round_id = $1 ORDER BY q.version_id, q.position, q.id",
        params![round],
    )
    .await
}

/// One problem.
pub async fn get(tx: &mut Tx, id: ProblemId) -> Outcome<StoredProblem> {
    let found = tx
        .optional(
            "SELECT id, version_id, is_check, level, number, message, source, explanation,
                    explained_by, explained_at
             FROM problems WHERE id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// Stores problems of one origin.
pub(crate) async fn insert_all(
    tx: &mut Tx,
    version: VersionId,
    origin: Origin,
    problems: &[Problem],
) -> Result<(), Fault> {
    for (position, problem) in (1_i64..).zip(problems) {
        tx.execute(
            "INSERT INTO problems (version_id, position, is_check, level, number, message, source)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            params![
                version,
                position,
                origin == Origin::Check,
                level_word(problem.level),
                problem.number,
                as_json(&problem.message)?,
                as_json(&problem.source)?
            ],
        )
        .await?;
    }
    Ok(())
}

/// Takes a check's problem out, because the checks no longer find it.
pub(crate) async fn delete(tx: &mut Tx, id: ProblemId) -> Result<(), Fault> {
    tx.execute("DELETE FROM problems WHERE id = $1", params![id])
        .await?;
    Ok(())
}

/// Writes an explanation; a later one takes the earlier one's place, the journal keeps both.
pub(crate) async fn explain(tx: &mut Tx, id: ProblemId, text: &str, by: &str) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE problems SET explanation = $2, explained_by = $3, explained_at = $4 WHERE id = $1",
        params![id, text, by, now],
    )
    .await?;
    Ok(())
}
