use crate::records;
use crate::secret::fresh;
use database::Tx;
use kernel::Fault;
use serde_json::{Value, json};

/// Something that has happened.
#[derive(Debug, Clone)]
pub struct Event {
    /// What: `form.submitted`, `round.released`.
    pub kind: &'static str,
    /// The keys of the authorities that it concerns; only their subscriptions hear of it.
    pub authorities: Vec<String>,
    /// Keys and numbers, by which the API is asked for the rest.
    pub about: Value,
}

/// Leaves a message for everybody who wants to hear of it, in the transaction of the deed.
pub async fn announce(tx: &mut Tx, event: Event) -> Result<(), Fault> {
    for webhook in records::listening(tx).await? {
        let concerns = event.authorities.contains(&webhook.authority);
        if concerns && webhook.events.iter().any(|kind| kind == event.kind) {
            let body = json!({
                "id": format!("evt_{}", fresh(12)?),
                "event": event.kind,
                "at": tx.now(),
                "authority": webhook.authority,
                "about": event.about,
            });
            records::leave(tx, webhook.id, event.kind, &body.to_string()).await?;
        }
    }
    Ok(())
}
