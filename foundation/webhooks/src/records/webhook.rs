use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, id_type, params};
use kernel::{Fault, Outcome, Stop};
use serde_json::json;

id_type! {
    /// A subscription.
    WebhookId
}

/// An address that is told when something has happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// The number.
    pub id: WebhookId,
    /// The key of the authority whose it is.
    pub authority: String,
    /// Where messages are sent.
    pub address: String,
    /// What they are signed with.
    pub secret: String,
    /// Of what it is told.
    pub events: Vec<String>,
    /// Who made it.
    pub made_by: String,
    /// When.
    pub made_at: DateTime<Utc>,
    /// How many tries in a row did not arrive.
    pub failures: u32,
    /// When and why it was switched off.
    pub disabled: Option<(DateTime<Utc>, String)>,
}

impl FromRow for Webhook {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let at: Option<DateTime<Utc>> = row.get("disabled_at")?;
        let because: Option<String> = row.get("disabled_because")?;
        Ok(Self {
            id: WebhookId(row.get("id")?),
            authority: row.get("authority")?,
            address: row.get("address")?,
            secret: row.get("secret")?,
            events: row.json("events")?,
            made_by: row.get("made_by")?,
            made_at: row.get("made_at")?,
            failures: row.count("failures")?,
            disabled: at.zip(because),
        })
    }
}

/// The subscriptions of an authority, the oldest first.
pub async fn of_authority(tx: &mut Tx, authority: &str) -> Result<Vec<Webhook>, Fault> {
    tx.all(
        "SELECT id, authority, address, secret, events, made_by, made_at, failures, disabled_at,
                disabled_because
         FROM webhooks WHERE authority = $1 AND removed_at IS NULL ORDER BY id",
        params![authority],
    )
    .await
}

/// Every subscription that is switched on.
pub(crate) async fn listening(tx: &mut Tx) -> Result<Vec<Webhook>, Fault> {
    tx.all(
        "SELECT id, authority, address, secret, events, made_by, made_at, failures, disabled_at,
                disabled_because
         FROM webhooks WHERE removed_at IS NULL AND disabled_at IS NULL ORDER BY id",
        [],
    )
    .await
}

/// One subscription that was not removed.
pub(crate) async fn get(tx: &mut Tx, id: WebhookId) -> Outcome<Webhook> {
    let found = tx
        .optional(
            "SELECT id, authority, address, secret, events, made_by, made_at, failures,
                    disabled_at, disabled_because
             FROM webhooks WHERE id = $1 AND removed_at IS NULL",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

pub(crate) async fn insert(tx: &mut Tx, new: &Webhook) -> Result<WebhookId, Fault> {
    let id: i64 = tx
        .one(
            "INSERT INTO webhooks (authority, address, secret, events, made_by, made_at, failures)
             VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
            params![
                &new.authority,
                &new.address,
                &new.secret,
                json!(new.events).to_string(),
                &new.made_by,
                new.made_at,
                new.failures
            ],
        )
        .await?;
    Ok(WebhookId(id))
}

/// One more try that did not arrive; how many in a row.
pub(crate) async fn count_failure(tx: &mut Tx, id: WebhookId) -> Result<i64, Fault> {
    tx.one(
        "UPDATE webhooks SET failures = failures + 1 WHERE id = $1 RETURNING failures",
        params![id],
    )
    .await
}

pub(crate) async fn disable(tx: &mut Tx, id: WebhookId, because: &str) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE webhooks SET disabled_at = $2, disabled_because = $3 WHERE id = $1",
        params![id, now, because],
    )
    .await?;
    Ok(())
}

/// Switches it on; what arrived last time counts anew.
pub(crate) async fn enable(tx: &mut Tx, id: WebhookId) -> Result<(), Fault> {
    tx.execute(
        "UPDATE webhooks SET disabled_at = NULL, disabled_because = NULL, failures = 0
         WHERE id = $1",
        params![id],
    )
    .await?;
    Ok(())
}

/// Removes a subscription; what was sent stays on record.
pub(crate) async fn remove(tx: &mut Tx, id: WebhookId, by: &str) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE webhooks SET removed_at = $2, removed_by = $3 WHERE id = $1",
        params![id, now, by],
    )
    .await?;
    Ok(())
}
