//! Sends what waits, one message after the other, with longer and longer pauses between tries.

use crate::client::{self, Message};
use crate::disable::disable;
use crate::records::{self, Due, Webhook};
use crate::sign::{SIGNATURE, signature};
use crate::targets::Targets;
use chrono::{DateTime, TimeDelta, Utc};
use database::Database;
use kernel::{Fault, Outcome, Stop};

/// How long after the first, second … try the next one comes; after the last it is given up.
const PAUSES: [TimeDelta; 7] = [
    TimeDelta::seconds(10),
    TimeDelta::minutes(1),
    TimeDelta::minutes(5),
    TimeDelta::minutes(30),
    TimeDelta::hours(2),
    TimeDelta::hours(6),
    TimeDelta::hours(12),
];
/// After so many tries in a row that did not arrive a subscription is switched off.
const TOO_MANY: i64 = 20;
/// How long a message that was taken may be on its way before another server takes it.
const ON_ITS_WAY: TimeDelta = TimeDelta::minutes(1);

/// Whether messages are sent, and where to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// Nothing is sent and no subscription can be made.
    Off,
    /// To these.
    To(Targets),
}

/// Sends what waits in a database.
#[derive(Clone)]
pub struct Sender {
    database: Database,
    targets: Targets,
}

/// How a try ended.
type Tried = Result<u16, String>;

impl Sender {
    /// A sender for a database.
    pub fn new(database: Database, targets: Targets) -> Self {
        Self { database, targets }
    }

    /// Sends everything whose time has come; how many messages were tried.
    pub async fn send_due(&self) -> Outcome<usize> {
        let mut tried = 0;
        while self.send_next().await? {
            tried += 1;
        }
        Ok(tried)
    }

    async fn send_next(&self) -> Outcome<bool> {
        let mut tx = self.database.read().await?;
        if !records::has_due(&mut tx).await? {
            return Ok(false);
        }
        drop(tx);
        let mut tx = self.database.write().await?;
        let Some(due) = records::claim_due(&mut tx, ON_ITS_WAY).await? else {
            return Ok(false);
        };
        let webhook = records::get(&mut tx, due.webhook).await?;
        let now = tx.now();
        tx.commit().await?;
        let tried = self.tried(&webhook, &due, now).await;
        self.settle(&due, tried).await?;
        Ok(true)
    }

    async fn tried(&self, webhook: &Webhook, due: &Due, now: DateTime<Utc>) -> Tried {
        let address = self.targets.checked(&webhook.address);
        let address = address.map_err(|_| "the address is not allowed".to_owned())?;
        let signature = signature(&webhook.secret, now.timestamp(), &due.body);
        let message = Message {
            address: &address,
            body: &due.body,
            headers: vec![
                (SIGNATURE, signature),
                ("Pejling-Event", due.event.clone()),
                ("Pejling-Delivery", due.id.to_string()),
            ],
        };
        client::post(message, self.targets).await
    }

    async fn settle(&self, due: &Due, tried: Tried) -> Outcome<()> {
        let mut tx = self.database.write().await?;
        match tried {
            Ok(status) if (200..300).contains(&status) => {
                records::settle_delivered(&mut tx, due, status).await?;
            }
            failed => {
                let said = (failed.as_ref().ok().copied(), failed.as_ref().err());
                let said = (said.0, said.1.map(String::as_str));
                let again = again_at(tx.now(), due.tries);
                records::settle_failed(&mut tx, due, said, again).await?;
                let in_a_row = records::count_failure(&mut tx, due.webhook).await?;
                if in_a_row >= TOO_MANY || again.is_none() {
                    disable(&mut tx, due.webhook, &because(&failed)).await?;
                }
            }
        }
        Ok(tx.commit().await?)
    }
}

/// When it is tried again after so many tries.
fn again_at(now: DateTime<Utc>, tries: u32) -> Option<DateTime<Utc>> {
    let pause = PAUSES.get((tries as usize).checked_sub(1)?)?;
    Some(now + *pause)
}

fn because(failed: &Tried) -> String {
    match failed {
        Ok(status) => format!("HTTP {status}"),
        Err(error) => error.clone(),
    }
}

impl Sender {
    /// Sends what waits for as long as the server runs.
    pub async fn run(self, every: std::time::Duration) {
        let mut clock = tokio::time::interval(every);
        loop {
            clock.tick().await;
            if let Err(Stop::Failed(fault)) = self.send_due().await {
                report(&fault);
            }
        }
    }
}

fn report(fault: &Fault) {
    tracing::warn!(%fault, "sending to webhooks failed");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pauses_grow_and_after_the_last_it_is_given_up() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        assert_eq!(again_at(now, 1), Some(now + TimeDelta::seconds(10)));
        assert_eq!(again_at(now, 7), Some(now + TimeDelta::hours(12)));
        assert_eq!(again_at(now, 8), None);
        assert!(PAUSES.is_sorted());
    }
}
