use super::{ProgrammeId, SetId};
use database::{FromRow, Row, Tx, params};
use kernel::{Fault, Outcome, Stop};

/// A cooperation programme: what a contact council recommends its municipalities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// The number.
    pub id: ProgrammeId,
    /// The key used in addresses and on the command line.
    pub key: String,
    /// The title.
    pub title: String,
    /// The key of the body that the report goes to; its members are asked.
    pub recipient_key: String,
    /// That body's name.
    pub recipient: String,
    /// Whether all answers are invented.
    pub fictional: bool,
}

impl FromRow for Programme {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: ProgrammeId(row.get("id")?),
            key: row.get("key")?,
            title: row.get("title")?,
            recipient_key: row.get("recipient_key")?,
            recipient: row.get("recipient")?,
            fictional: row.get("fictional")?,
        })
    }
}

/// Every programme, by key.
pub async fn all(tx: &mut Tx) -> Result<Vec<Programme>, Fault> {
    tx.all(
        "SELECT id, key, title, recipient_key, recipient, fictional FROM programmes ORDER BY key",
        [],
    )
    .await
}

/// The programme with a key.
pub async fn find(tx: &mut Tx, key: &str) -> Result<Option<Programme>, Fault> {
    tx.optional(
        "SELECT id, key, title, recipient_key, recipient, fictional FROM programmes WHERE key = $1",
        params![key],
    )
    .await
}

/// The programme with a key, which must be there.
pub async fn named(tx: &mut Tx, key: &str) -> Outcome<Programme> {
    find(tx, key).await?.ok_or(Stop::NotFound)
}

/// The programme with a number.
pub async fn get(tx: &mut Tx, id: ProgrammeId) -> Result<Programme, Fault> {
    tx.one(
        "SELECT id, key, title, recipient_key, recipient, fictional FROM programmes WHERE id = $1",
        params![id],
    )
    .await
}

/// The programme that a set belongs to.
pub async fn of_set(tx: &mut Tx, set: SetId) -> Outcome<Programme> {
    let found = tx
        .optional(
            "SELECT g.id, g.key, g.title, g.recipient_key, g.recipient, g.fictional
             FROM programmes g JOIN recommendation_sets s ON s.programme_id = g.id
             WHERE s.id = $1",
            params![set],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// Stores a programme; None where the key is taken.
pub(crate) async fn insert(tx: &mut Tx, new: &Programme) -> Result<Option<ProgrammeId>, Fault> {
    let id: Option<i64> = tx
        .optional(
            "INSERT INTO programmes (key, title, recipient_key, recipient, fictional)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (key) DO NOTHING RETURNING id",
            params![
                &new.key,
                &new.title,
                &new.recipient_key,
                &new.recipient,
                new.fictional
            ],
        )
        .await?;
    Ok(id.map(ProgrammeId))
}

pub(crate) async fn insert_goal(
    tx: &mut Tx,
    programme: ProgrammeId,
    number: usize,
    text: &str,
) -> Result<(), Fault> {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    tx.execute(
        "INSERT INTO guiding_goals (programme_id, number, text) VALUES ($1, $2, $3)",
        params![programme, number, text],
    )
    .await?;
    Ok(())
}

/// The guiding goals in order.
pub async fn goals(tx: &mut Tx, programme: ProgrammeId) -> Result<Vec<String>, Fault> {
    tx.all(
        "SELECT text FROM guiding_goals WHERE programme_id = $1 ORDER BY number",
        params![programme],
    )
    .await
}
