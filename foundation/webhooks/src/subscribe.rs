use crate::records::{self, Webhook, WebhookId};
use crate::secret::fresh;
use crate::targets::Targets;
use database::Tx;
use kernel::{Actor, Outcome, Refusal, Role, Stop};
use people::journal::{self, Entry};

/// The most subscriptions of one authority.
const MOST: usize = 10;

/// A subscription to be made.
#[derive(Debug, Clone)]
pub struct NewWebhook {
    /// The key of the authority whose it is.
    pub authority: String,
    /// Where messages are sent.
    pub address: String,
    /// Of what it is told; each of the kinds that a room announces.
    pub events: Vec<String>,
}

/// Whether somebody looks after an authority's subscriptions.
pub(crate) fn looks_after(actor: &Actor, authority: &str) -> bool {
    let roles = [Role::Administrator, Role::Secretariat, Role::Coordinator];
    actor.is(Role::Operator) || roles.iter().any(|role| actor.is_at(*role, authority))
}

/// Stops whoever does not look after an authority's subscriptions: they are not there.
pub(crate) fn may(actor: &Actor, authority: &str) -> Outcome<()> {
    match looks_after(actor, authority) {
        true => Ok(()),
        false => Err(Stop::NotFound),
    }
}

/// Makes a subscription; its secret is shown once and signs every message.
pub async fn subscribe(
    tx: &mut Tx,
    actor: &Actor,
    new: NewWebhook,
    (known, targets): (&[&str], Targets),
) -> Outcome<Webhook> {
    may(actor, &new.authority)?;
    let address = targets.checked(&new.address)?;
    if new.events.is_empty()
        || new
            .events
            .iter()
            .any(|kind| !known.contains(&kind.as_str()))
    {
        let refusal = Refusal::new("webhook-refusal-events").with("known", known.join(", "));
        return Err(refusal.at("events").into());
    }
    if records::of_authority(tx, &new.authority).await?.len() >= MOST {
        return Err(Refusal::new("webhook-refusal-many")
            .with("most", MOST)
            .into());
    }
    let mut webhook = Webhook {
        id: WebhookId(0),
        authority: new.authority,
        address: address.to_string(),
        secret: format!("whs_{}", fresh(32)?),
        events: new.events,
        made_by: actor.name.clone(),
        made_at: tx.now(),
        failures: 0,
        disabled: None,
    };
    webhook.id = records::insert(tx, &webhook).await?;
    let entry = Entry::new("webhooks", "subscribe", subject(&webhook))
        .with("events", webhook.events.clone());
    journal::enter(tx, actor, entry).await?;
    Ok(webhook)
}

/// How the journal names a subscription.
pub(crate) fn subject(webhook: &Webhook) -> String {
    format!("{} {}", webhook.authority, webhook.address)
}

/// Switches a subscription on again that was switched off.
pub async fn enable(tx: &mut Tx, actor: &Actor, id: WebhookId) -> Outcome<Webhook> {
    let webhook = records::get(tx, id).await?;
    may(actor, &webhook.authority)?;
    records::enable(tx, id).await?;
    let entry = Entry::new("webhooks", "enable_webhook", subject(&webhook));
    journal::enter(tx, actor, entry).await?;
    records::get(tx, id).await
}
