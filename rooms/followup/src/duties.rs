//! What this room does by itself when its day has come: reminders by plan, and one digest a day.

use crate::actions::{remind, send_digest};
use crate::records::{programmes, releases, rounds};
use chrono::{DateTime, Timelike, Utc};
use database::Database;
use kernel::{Actor, Fault, Stop};

/// The hours, in UTC, in which letters are written: from early morning to the afternoon on Danish
/// clocks.
const HOURS: std::ops::Range<u32> = 5..15;

/// Who acts when nobody does.
fn ourselves() -> Actor {
    Actor::operator("Pejling")
}

/// Whether this is a time of day at which people are written to.
pub fn is_office_time(moment: DateTime<Utc>) -> bool {
    HOURS.contains(&moment.hour())
}

/// Does what is due at the database's moment. It may be called as often as one likes, by several
/// servers at once: everything happens once.
///
/// # Errors
/// A fault of the database; what was done before it stays done.
pub async fn run(database: &Database) -> Result<(), Fault> {
    let mut tx = database.read().await?;
    if !is_office_time(tx.now()) {
        return Ok(());
    }
    let released = releases::all(&mut tx).await?;
    let open = rounds::all(&mut tx).await?.into_iter();
    let open = open.filter(|round| released.iter().all(|one| one.round != round.id));
    let keys: Vec<String> = open.map(|round| round.key).collect();
    let programmes = programmes::all(&mut tx).await?;
    drop(tx);
    for key in keys {
        let mut tx = database.write().await?;
        let written = remind(&mut tx, &ourselves(), &key).await;
        if !done(written)?.unwrap_or_default().is_empty() {
            tx.commit().await?;
        }
    }
    for programme in programmes {
        let mut tx = database.write().await?;
        let written = send_digest(&mut tx, &ourselves(), &programme.key).await;
        if done(written)?.unwrap_or_default() {
            tx.commit().await?;
        }
    }
    Ok(())
}

/// What a rule refuses is not for us to repair, nor is what has gone since it was listed.
fn done<T>(outcome: Result<T, Stop>) -> Result<Option<T>, Fault> {
    match outcome {
        Ok(done) => Ok(Some(done)),
        Err(Stop::Failed(fault)) => Err(fault),
        Err(Stop::Refused(refusals)) => {
            tracing::warn!(?refusals, "a duty was refused");
            Ok(None)
        }
        Err(Stop::NotFound) => Ok(None),
    }
}
