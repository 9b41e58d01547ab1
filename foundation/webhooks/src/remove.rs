use crate::records::{self, WebhookId};
use crate::subscribe::{may, subject};
use database::Tx;
use kernel::{Actor, Outcome};
use people::journal::{self, Entry};

/// Removes a subscription; what was sent stays on record.
pub async fn remove(tx: &mut Tx, actor: &Actor, id: WebhookId) -> Outcome<()> {
    let webhook = records::get(tx, id).await?;
    may(actor, &webhook.authority)?;
    records::remove(tx, id, &actor.name).await?;
    let entry = Entry::new("webhooks", "remove_webhook", subject(&webhook));
    Ok(journal::enter(tx, actor, entry).await?)
}
