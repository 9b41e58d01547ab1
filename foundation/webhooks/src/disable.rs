use crate::records::{self, WebhookId};
use crate::subscribe::subject;
use database::Tx;
use kernel::{Actor, Language, Outcome, Role};
use mail::Letter;
use people::accounts::{Contact, with_role};
use people::journal::{self, Entry};
use web::languages::Texts;

/// Switches a subscription off that nobody answers, and writes to those who look after it.
pub(crate) async fn disable(tx: &mut Tx, id: WebhookId, because: &str) -> Outcome<()> {
    let webhook = records::get(tx, id).await?;
    records::disable(tx, id, because).await?;
    let actor = Actor::operator(Texts::of(Language::Da).say("webhook-sender"));
    let entry =
        Entry::new("webhooks", "disable_webhook", subject(&webhook)).with("reason", because);
    journal::enter(tx, &actor, entry).await?;
    for role in [Role::Administrator, Role::Secretariat, Role::Coordinator] {
        for contact in with_role(tx, role, &webhook.authority).await? {
            mail::post(tx, letter(&contact, &webhook.address, id, tx.now())).await?;
        }
    }
    Ok(())
}

fn letter(
    contact: &Contact,
    address: &str,
    id: WebhookId,
    now: chrono::DateTime<chrono::Utc>,
) -> Letter {
    let texts = Texts::of(contact.language);
    let values = [
        ("address", address.into()),
        ("name", contact.name.as_str().into()),
    ];
    Letter {
        // One letter to each person each time it is switched off.
        key: format!(
            "webhook {} off {} {}",
            id.0,
            now.timestamp(),
            contact.account
        ),
        kind: "webhook",
        about: format!("webhook {}", id.0),
        to_address: contact.mail.clone(),
        to_name: contact.name.clone(),
        subject: texts.say("webhook-off-subject"),
        text: texts.say_with("webhook-off-text", &values),
        secret_link: None,
    }
}
