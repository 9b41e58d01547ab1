use super::entry;
use crate::accounts::post::{Occasion, Post};
use crate::accounts::records::account::{self, Account};
use crate::accounts::records::failures::{self, Subject};
use crate::accounts::records::links::{self, Purpose};
use crate::accounts::records::sessions::Visit;
use crate::accounts::rules::mail_address::folded;
use crate::journal;
use database::Tx;
use kernel::{Actor, Fault, Message, Outcome};

/// Sends a link for choosing a new password, if there is such an account. Whoever asks hears the
/// same in any case, also when they ask so often that nothing more is sent.
pub async fn request_reset(tx: &mut Tx, post: &Post, mail: &str, visit: &Visit) -> Outcome<()> {
    let folded = folded(mail);
    let asked = Subject::mail(&format!("reset {folded}"));
    let from = Subject::address(&format!("reset {}", visit.address));
    for subject in [&asked, &from] {
        if failures::waits_until(tx, subject).await?.is_some() {
            return Ok(());
        }
    }
    failures::count(tx, &asked).await?;
    failures::count(tx, &from).await?;
    let account = account::with_folded_mail(tx, &folded).await?;
    match account.filter(|account| account.disabled.is_none() && !account.fictional) {
        Some(account) => Ok(send(tx, post, &account, visit).await?),
        None => Ok(()),
    }
}

async fn send(tx: &mut Tx, post: &Post, account: &Account, visit: &Visit) -> Result<(), Fault> {
    let asking = Actor::stranger();
    let (link, secret) = links::make(tx, &asking, Purpose::PasswordReset, Some(account.id)).await?;
    let path = format!("/password-resets/{}", secret.words());
    let reset = Occasion {
        key: format!("password reset {}", link.id),
        kind: "password_reset",
        subject: "account-letter-reset-subject",
        text: Message::new("account-letter-reset"),
        secret_path: Some(&path),
    };
    post.send(tx, account, reset).await?;
    let entry = entry("request_reset", &account.mail).with("address", visit.address.as_str());
    journal::enter(tx, &asking, entry).await
}
