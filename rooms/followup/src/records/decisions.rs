use super::{DecisionId, ProgrammeId, RecommendationId, SetId};
use chrono::{DateTime, NaiveDate, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::{Fault, MunicipalityCode, Outcome, Stop};

/// A council's decision on recommendations, registered as it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The number.
    pub id: DecisionId,
    /// The municipality.
    pub code: MunicipalityCode,
    /// The deciding body.
    pub body: String,
    /// The day.
    pub decided_on: NaiveDate,
    /// The exact decision.
    pub text: String,
    /// Who registered it.
    pub registered_by: String,
    /// When.
    pub registered_at: DateTime<Utc>,
    /// The numbers of the recommendations that it covers, in the set that was asked for.
    pub numbers: Vec<u32>,
}

/// One decision × recommendation.
struct Covered {
    decision: Decision,
    number: u32,
}

impl FromRow for Covered {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            number: row.count("number")?,
            decision: Decision {
                id: DecisionId(row.get("id")?),
                code: row.word("code", MunicipalityCode::parse)?,
                body: row.get("body")?,
                decided_on: row.get("decided_on")?,
                text: row.get("text")?,
                registered_by: row.get("registered_by")?,
                registered_at: row.get("registered_at")?,
                numbers: Vec::new(),
            },
        })
    }
}

/// The decisions on a set's recommendations that were not taken back, the oldest first.
pub async fn of_set(tx: &mut Tx, set: SetId) -> Result<Vec<Decision>, Fault> {
    covered(tx, set, None).await
}

/// Those of one municipality's council.
pub async fn of_municipality(
    tx: &mut Tx,
    set: SetId,
    code: &MunicipalityCode,
) -> Result<Vec<Decision>, Fault> {
    covered(tx, set, Some(code.as_str())).await
}

async fn covered(tx: &mut Tx, set: SetId, code: Option<&str>) -> Result<Vec<Decision>, Fault> {
    let covered: Vec<Covered> = tx
        .all(
            "SELECT d.id, d.code, d.body, d.decided_on, d.text, d.registered_by, d.registered_at,
                    r.number
             FROM decisions d
             JOIN decision_recommendations x ON x.decision_id = d.id
             JOIN recommendations r ON r.id = x.recommendation_id
             WHERE r.set_id = $1 AND ($2 IS NULL OR d.code = $2)
               AND NOT EXISTS (SELECT 1 FROM decision_revocations v WHERE v.decision_id = d.id)
             ORDER BY d.decided_on, d.id, r.number",
            params![set, code],
        )
        .await?;
    let mut decisions: Vec<Decision> = Vec::new();
    for one in covered {
        match decisions
            .last_mut()
            .filter(|last| last.id == one.decision.id)
        {
            Some(last) => last.numbers.push(one.number),
            None => decisions.push(Decision {
                numbers: vec![one.number],
                ..one.decision
            }),
        }
    }
    Ok(decisions)
}

/// Stores a decision and what it covers.
pub(crate) async fn insert(
    tx: &mut Tx,
    programme: ProgrammeId,
    new: &Decision,
    covers: &[RecommendationId],
) -> Result<DecisionId, Fault> {
    let id: i64 = tx
        .one(
            "INSERT INTO decisions (programme_id, code, body, decided_on, text, registered_by,
                                    registered_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
            params![
                programme,
                new.code.as_str(),
                &new.body,
                new.decided_on,
                &new.text,
                &new.registered_by,
                new.registered_at
            ],
        )
        .await?;
    for recommendation in covers {
        tx.execute(
            "INSERT INTO decision_recommendations (decision_id, recommendation_id) VALUES ($1, $2)
             ON CONFLICT DO NOTHING",
            params![id, *recommendation],
        )
        .await?;
    }
    Ok(DecisionId(id))
}

/// The programme that a decision is about, and the municipality whose it is.
pub async fn whose(tx: &mut Tx, id: DecisionId) -> Outcome<(ProgrammeId, MunicipalityCode)> {
    struct Whose(ProgrammeId, MunicipalityCode);
    impl FromRow for Whose {
        fn from_row(row: &Row) -> Result<Self, Fault> {
            let code = row.word("code", MunicipalityCode::parse)?;
            Ok(Self(ProgrammeId(row.get("programme_id")?), code))
        }
    }
    let sql = "SELECT programme_id, code FROM decisions WHERE id = $1";
    let found: Option<Whose> = tx.optional(sql, params![id]).await?;
    let Whose(programme, code) = found.ok_or(Stop::NotFound)?;
    Ok((programme, code))
}

/// Takes a registration back; whether there was one to take back.
pub(crate) async fn revoke(
    tx: &mut Tx,
    id: DecisionId,
    reason: &str,
    by: &str,
) -> Result<bool, Fault> {
    let now = tx.now();
    let touched = tx
        .execute(
            "INSERT INTO decision_revocations (decision_id, reason, revoked_by, revoked_at)
             SELECT id, $2, $3, $4 FROM decisions WHERE id = $1
             ON CONFLICT (decision_id) DO NOTHING",
            params![id, reason, by, now],
        )
        .await?;
    Ok(touched == 1)
}
