use super::WebhookId;
use chrono::{DateTime, TimeDelta, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::Fault;

/// Where a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryState {
    /// It will be tried, or tried again.
    Waiting,
    /// It arrived.
    Delivered,
    /// It was tried too often.
    GivenUp,
}

impl DeliveryState {
    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            DeliveryState::Waiting => "waiting",
            DeliveryState::Delivered => "delivered",
            DeliveryState::GivenUp => "given_up",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        let all = [Self::Waiting, Self::Delivered, Self::GivenUp];
        all.into_iter().find(|state| state.key() == key)
    }
}

/// A message and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The number.
    pub id: i64,
    /// Of what it tells.
    pub event: String,
    /// What it says.
    pub body: String,
    /// Where it is.
    pub state: DeliveryState,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried next.
    pub next_try_at: DateTime<Utc>,
    /// When it arrived or was given up.
    pub settled_at: Option<DateTime<Utc>>,
    /// The last status that was answered.
    pub last_status: Option<i64>,
    /// Why there was no answer.
    pub last_error: Option<String>,
}

impl FromRow for Delivery {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: row.get("id")?,
            event: row.get("event")?,
            body: row.get("body")?,
            state: row.word("state", DeliveryState::from_key)?,
            made_at: row.get("made_at")?,
            tries: row.count("tries")?,
            next_try_at: row.get("next_try_at")?,
            settled_at: row.get("settled_at")?,
            last_status: row.get("last_status")?,
            last_error: row.get("last_error")?,
        })
    }
}

/// The messages of a subscription before a number, the newest first.
pub async fn deliveries(
    tx: &mut Tx,
    webhook: WebhookId,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<Delivery>, Fault> {
    tx.all(
        "SELECT id, event, body, state, made_at, tries, next_try_at, settled_at, last_status,
                last_error
         FROM webhook_deliveries WHERE webhook_id = $1 AND ($2 IS NULL OR id < $2)
         ORDER BY id DESC LIMIT $3",
        params![webhook, before, limit],
    )
    .await
}

/// Leaves a message to be sent.
pub(crate) async fn leave(
    tx: &mut Tx,
    webhook: WebhookId,
    event: &str,
    body: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "INSERT INTO webhook_deliveries (webhook_id, event, body, state, made_at, tries,
                                         next_try_at)
         VALUES ($1, $2, $3, 'waiting', $4, $5, $4)",
        params![webhook, event, body, now, 0_i64],
    )
    .await?;
    Ok(())
}

/// A message whose time has come.
pub(crate) struct Due {
    pub(crate) id: i64,
    pub(crate) webhook: WebhookId,
    pub(crate) event: String,
    pub(crate) body: String,
    pub(crate) tries: u32,
}

impl FromRow for Due {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: row.get("id")?,
            webhook: WebhookId(row.get("webhook_id")?),
            event: row.get("event")?,
            body: row.get("body")?,
            tries: row.count("tries")?,
        })
    }
}

/// Whether a message's time has come: asked without writing.
pub(crate) async fn has_due(tx: &mut Tx) -> Result<bool, Fault> {
    let now = tx.now();
    let found: Option<i64> = tx
        .optional(
            "SELECT d.id FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
             WHERE d.state = 'waiting' AND d.next_try_at <= $1
               AND w.disabled_at IS NULL AND w.removed_at IS NULL LIMIT 1",
            params![now],
        )
        .await?;
    Ok(found.is_some())
}

/// Takes the message that has waited longest; should this server stop, another one takes it
/// after `patience`.
pub(crate) async fn claim_due(tx: &mut Tx, patience: TimeDelta) -> Result<Option<Due>, Fault> {
    let now = tx.now();
    tx.optional(
        "UPDATE webhook_deliveries SET tries = tries + 1, next_try_at = $2
         WHERE id = (SELECT d.id FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
                     WHERE d.state = 'waiting' AND d.next_try_at <= $1
                       AND w.disabled_at IS NULL AND w.removed_at IS NULL
                     ORDER BY d.next_try_at, d.id LIMIT 1)
         RETURNING id, webhook_id, event, body, tries",
        params![now, now + patience],
    )
    .await
}

/// It arrived.
pub(crate) async fn settle_delivered(tx: &mut Tx, due: &Due, status: u16) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE webhook_deliveries
         SET state = 'delivered', settled_at = $2, last_status = $3, last_error = NULL
         WHERE id = $1",
        params![due.id, now, i64::from(status)],
    )
    .await?;
    tx.execute(
        "UPDATE webhooks SET failures = 0 WHERE id = $1 AND failures > 0",
        params![due.webhook],
    )
    .await?;
    Ok(())
}

/// It did not arrive; it is tried again at a moment, or given up where there is none.
pub(crate) async fn settle_failed(
    tx: &mut Tx,
    due: &Due,
    (status, error): (Option<u16>, Option<&str>),
    again: Option<DateTime<Utc>>,
) -> Result<(), Fault> {
    let now = tx.now();
    let state = if again.is_some() {
        DeliveryState::Waiting
    } else {
        DeliveryState::GivenUp
    };
    tx.execute(
        "UPDATE webhook_deliveries
         SET state = $2, next_try_at = $3, settled_at = $4, last_status = $5, last_error = $6
         WHERE id = $1",
        params![
            due.id,
            state.key(),
            again.unwrap_or(now),
            again.is_none().then_some(now),
            status.map(i64::from),
            error
        ],
    )
    .await?;
    Ok(())
}
