//! Letters leave: claimed one at a time, tried, and tried again later where that may help.

use crate::PostOffice;
use crate::log::{LetterId, Posted};
use crate::post_office::Unsent;
use chrono::{DateTime, TimeDelta, Utc};
use database::{Database, Tx, params};
use kernel::{Fault, Message};

/// How long a claimed letter is left alone. After that whoever claimed it is taken for dead, and
/// the letter is tried again.
pub const LEASE: TimeDelta = TimeDelta::minutes(5);

/// So many tries, and a letter is given up: about two days.
pub const MOST_TRIES: u32 = 10;

/// The longest wait between two tries.
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(12);

/// A letter that nobody has tried to send for so long is out of date: mail was not set up, and
/// what it says may no longer be true. Somebody decides whether it still goes.
const OUT_OF_DATE: TimeDelta = TimeDelta::days(7);

/// What became of the letters that were due.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Handed over.
    pub sent: u32,
    /// To be tried again.
    pub postponed: u32,
    /// Given up.
    pub given_up: u32,
}

/// How long to wait after so many tries: a minute, then three times as long each time.
pub fn wait_after(tries: u32) -> TimeDelta {
    let minutes = 3_i64.saturating_pow(tries.saturating_sub(1));
    TimeDelta::try_minutes(minutes)
        .unwrap_or(LONGEST_WAIT)
        .min(LONGEST_WAIT)
}

/// Sends what is due at the database's moment, as long as `goes_on` says so between two letters.
/// Several servers may do this at the same time: each letter is claimed by one of them.
///
/// # Errors
/// A fault of the database; a mail server that does not answer is none.
pub async fn deliver_due(
    database: &Database,
    office: &PostOffice,
    goes_on: impl Fn() -> bool,
) -> Result<Delivered, Fault> {
    let mut delivered = Delivered::default();
    while goes_on() {
        let Some(letter) = claim(database).await? else {
            break;
        };
        let sent = match is_out_of_date(&letter) {
            true => Err(out_of_date(&letter)),
            false => office.send(&letter).await,
        };
        settle(database, &letter, sent, &mut delivered).await?;
    }
    Ok(delivered)
}

/// Takes the letter that is due longest. The claim is the letter's next try, moved past the
/// lease; the second condition keeps two servers from taking one letter.
async fn claim(database: &Database) -> Result<Option<Posted>, Fault> {
    if !anything_due(&mut database.read().await?).await? {
        return Ok(None);
    }
    let mut tx = database.write().await?;
    let (now, lease_ends) = (tx.now(), tx.now() + LEASE);
    let claimed = tx
        .optional(
            "UPDATE letters SET next_try_at = $2, tries = tries + 1
             WHERE id = (SELECT id FROM letters
                         WHERE state = 'waiting' AND next_try_at <= $1
                         ORDER BY next_try_at, id LIMIT 1)
               AND state = 'waiting' AND next_try_at <= $1
             RETURNING id, key, kind, about, to_address, to_name, subject, text, secret_link,
                       state, posted_at, next_try_at, tries, sent_at, last_failure",
            params![now, lease_ends],
        )
        .await?;
    tx.commit().await?;
    Ok(claimed)
}

async fn anything_due(tx: &mut Tx) -> Result<bool, Fault> {
    let now = tx.now();
    let due: Option<i64> = tx
        .optional(
            "SELECT id FROM letters WHERE state = 'waiting' AND next_try_at <= $1 LIMIT 1",
            params![now],
        )
        .await?;
    Ok(due.is_some())
}

fn is_out_of_date(letter: &Posted) -> bool {
    // The claim has moved the next try past the lease.
    let claimed_at = letter.next_try_at - LEASE;
    letter.tries == 1 && letter.failure.is_none() && claimed_at - letter.posted_at > OUT_OF_DATE
}

fn out_of_date(letter: &Posted) -> Unsent {
    Unsent {
        words: Message::new("mail-failure-out-of-date").with("on", letter.posted_at.date_naive()),
        for_good: true,
    }
}

async fn settle(
    database: &Database,
    letter: &Posted,
    sent: Result<(), Unsent>,
    delivered: &mut Delivered,
) -> Result<(), Fault> {
    let mut tx = database.write().await?;
    match sent {
        Ok(()) => {
            mark_sent(&mut tx, letter.id).await?;
            delivered.sent += 1;
        }
        Err(unsent) if unsent.for_good || letter.tries >= MOST_TRIES => {
            give_up(&mut tx, letter, &unsent.words).await?;
            delivered.given_up += 1;
        }
        Err(unsent) => {
            let again = tx.now() + wait_after(letter.tries);
            postpone(&mut tx, letter, &unsent.words, again).await?;
            delivered.postponed += 1;
        }
    }
    tx.commit().await
}

/// Whoever claimed it: it has left.
async fn mark_sent(tx: &mut Tx, id: LetterId) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE letters SET state = 'sent', sent_at = $2, secret_link = NULL, last_failure = NULL
         WHERE id = $1",
        params![id, now],
    )
    .await?;
    Ok(())
}

/// The number of tries says whether the claim is still ours.
async fn give_up(tx: &mut Tx, letter: &Posted, why: &Message) -> Result<(), Fault> {
    tx.execute(
        "UPDATE letters SET state = 'given_up', secret_link = NULL, last_failure = $3
         WHERE id = $1 AND tries = $2 AND state = 'waiting'",
        params![letter.id, letter.tries, as_json(why)?],
    )
    .await?;
    Ok(())
}

async fn postpone(
    tx: &mut Tx,
    letter: &Posted,
    why: &Message,
    again: DateTime<Utc>,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE letters SET next_try_at = $3, last_failure = $4
         WHERE id = $1 AND tries = $2 AND state = 'waiting'",
        params![letter.id, letter.tries, again, as_json(why)?],
    )
    .await?;
    Ok(())
}

fn as_json(message: &Message) -> Result<String, Fault> {
    serde_json::to_string(message)
        .map_err(|error| Fault::caused_by("writing why a letter did not leave", error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wait_is_longer_until_half_a_day() {
        let minutes: Vec<i64> = (1..=MOST_TRIES)
            .map(|tries| wait_after(tries).num_minutes())
            .collect();
        assert_eq!(minutes, [1, 3, 9, 27, 81, 243, 720, 720, 720, 720]);
        assert_eq!(wait_after(u32::MAX), LONGEST_WAIT);
    }
}
