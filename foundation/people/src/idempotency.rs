//! Requests that are sent again: a key names one, and the second time its first answer is given.
//! It holds for a day, and for all instances of the server, since it stands in the database.

use crate::tokens::TokenId;
use chrono::{DateTime, TimeDelta, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::Fault;

/// How long an answer is kept.
const KEPT: TimeDelta = TimeDelta::hours(24);
/// When a request that was never answered is taken for lost: longer than any may take.
const LOST: TimeDelta = TimeDelta::minutes(2);

/// What a key stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// A new request: go on, then [`settle`] or [`release`] it.
    New,
    /// Another request under the same key.
    Other,
    /// The same request is being answered just now.
    Running,
    /// It was answered.
    Answered(Answer),
}

/// An answer as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers that belong to it, as a JSON list of pairs.
    pub headers: String,
    /// The body.
    pub body: Vec<u8>,
}

struct Kept {
    fingerprint: String,
    started_at: DateTime<Utc>,
    answer: Option<Answer>,
}

impl FromRow for Kept {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let status: Option<i64> = row.get("status")?;
        let answer = match status {
            Some(status) => Some(Answer {
                status: u16::try_from(status).unwrap_or(500),
                headers: row.get("headers")?,
                body: row.get("body")?,
            }),
            None => None,
        };
        Ok(Self {
            fingerprint: row.get("fingerprint")?,
            started_at: row.get("started_at")?,
            answer,
        })
    }
}

/// Claims a key for a request with this fingerprint; what is too old is forgotten on the way.
pub async fn claim(
    tx: &mut Tx,
    token: TokenId,
    key: &str,
    fingerprint: &str,
) -> Result<Claim, Fault> {
    forget_old(tx).await?;
    let now = tx.now();
    let claimed = tx
        .execute(
            "INSERT INTO idempotent_requests (token_id, key, fingerprint, started_at)
             VALUES ($1, $2, $3, $4) ON CONFLICT (token_id, key) DO NOTHING",
            params![token, key, fingerprint, now],
        )
        .await?;
    if claimed == 1 {
        return Ok(Claim::New);
    }
    let kept: Kept = tx
        .one(
            "SELECT fingerprint, started_at, status, headers, body FROM idempotent_requests
             WHERE token_id = $1 AND key = $2",
            params![token, key],
        )
        .await?;
    match kept {
        Kept {
            fingerprint: other, ..
        } if other != fingerprint => Ok(Claim::Other),
        Kept {
            answer: Some(answer),
            ..
        } => Ok(Claim::Answered(answer)),
        Kept { started_at, .. } if now - started_at < LOST => Ok(Claim::Running),
        Kept { .. } => take_over(tx, token, key).await,
    }
}

async fn forget_old(tx: &mut Tx) -> Result<(), Fault> {
    let before = tx.now() - KEPT;
    tx.execute(
        "DELETE FROM idempotent_requests WHERE started_at < $1",
        params![before],
    )
    .await?;
    Ok(())
}

/// The server that answered is gone; whoever asks again goes on.
async fn take_over(tx: &mut Tx, token: TokenId, key: &str) -> Result<Claim, Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE idempotent_requests SET started_at = $3 WHERE token_id = $1 AND key = $2",
        params![token, key, now],
    )
    .await?;
    Ok(Claim::New)
}

/// Keeps the answer to a claimed request.
pub async fn settle(tx: &mut Tx, token: TokenId, key: &str, answer: &Answer) -> Result<(), Fault> {
    tx.execute(
        "UPDATE idempotent_requests SET status = $3, headers = $4, body = $5
         WHERE token_id = $1 AND key = $2",
        params![
            token,
            key,
            i64::from(answer.status),
            &answer.headers,
            answer.body.as_slice()
        ],
    )
    .await?;
    Ok(())
}

/// Gives a claimed key back: the request failed, and may be tried again.
pub async fn release(tx: &mut Tx, token: TokenId, key: &str) -> Result<(), Fault> {
    tx.execute(
        "DELETE FROM idempotent_requests WHERE token_id = $1 AND key = $2",
        params![token, key],
    )
    .await?;
    Ok(())
}
