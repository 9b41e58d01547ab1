use crate::accounts::rules::back_off::{self, Counted, FORGOTTEN_AFTER};
use crate::accounts::secret::hash_of;
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::Fault;

/// What failed attempts are counted for, as it is kept.
pub(crate) struct Subject {
    hash: String,
    counted: Counted,
}

impl Subject {
    /// The attempts on one folded mail address, whether an account has it or not.
    pub fn mail(folded: &str) -> Self {
        Self {
            hash: hash_of(&format!("mail {folded}")),
            counted: Counted::Account,
        }
    }

    /// The attempts from one network address.
    pub fn address(address: &str) -> Self {
        Self {
            hash: hash_of(&format!("address {address}")),
            counted: Counted::Address,
        }
    }
}

struct Counter {
    failures: i64,
    last_at: DateTime<Utc>,
}

impl FromRow for Counter {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            failures: row.get("failures")?,
            last_at: row.get("last_at")?,
        })
    }
}

async fn counter(tx: &mut Tx, subject: &Subject) -> Result<Counter, Fault> {
    let now = tx.now();
    let kept: Option<Counter> = tx
        .optional(
            "SELECT failures, last_at FROM sign_in_failures WHERE subject = $1",
            params![subject.hash.as_str()],
        )
        .await?;
    let mut counter = kept.unwrap_or(Counter {
        failures: 0,
        last_at: now,
    });
    counter.failures = back_off::still_counted(counter.failures, counter.last_at, now);
    Ok(counter)
}

/// Until when nobody may try again, if one has to wait.
pub(crate) async fn waits_until(
    tx: &mut Tx,
    subject: &Subject,
) -> Result<Option<DateTime<Utc>>, Fault> {
    let now = tx.now();
    let counter = counter(tx, subject).await?;
    let Counter { failures, last_at } = counter;
    Ok(back_off::waits_until(
        failures,
        last_at,
        subject.counted,
        now,
    ))
}

/// Counts an attempt as failed; how many there are now. Old counters of others are forgotten.
pub(crate) async fn count(tx: &mut Tx, subject: &Subject) -> Result<i64, Fault> {
    let now = tx.now();
    let failures = counter(tx, subject).await?.failures + 1;
    tx.execute(
        "DELETE FROM sign_in_failures WHERE last_at < $1",
        params![now - FORGOTTEN_AFTER],
    )
    .await?;
    tx.execute(
        "INSERT INTO sign_in_failures (subject, failures, last_at) VALUES ($1, $2, $3)
         ON CONFLICT (subject) DO UPDATE SET failures = $2, last_at = $3",
        params![subject.hash.as_str(), failures, now],
    )
    .await?;
    Ok(failures)
}

/// Takes one counted attempt back: it was no failure.
pub(crate) async fn take_back(tx: &mut Tx, subject: &Subject) -> Result<(), Fault> {
    tx.execute(
        "UPDATE sign_in_failures SET failures = failures - 1 WHERE subject = $1 AND failures > 0",
        params![subject.hash.as_str()],
    )
    .await?;
    Ok(())
}

/// Forgets all failures of a subject.
pub(crate) async fn forget(tx: &mut Tx, subject: &Subject) -> Result<(), Fault> {
    tx.execute(
        "DELETE FROM sign_in_failures WHERE subject = $1",
        params![subject.hash.as_str()],
    )
    .await?;
    Ok(())
}
