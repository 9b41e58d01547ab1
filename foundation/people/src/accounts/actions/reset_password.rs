use super::change_password::tell;
use super::entry;
use crate::accounts::post::Post;
use crate::accounts::records::account::{self, Account};
use crate::accounts::records::failures::{self, Subject};
use crate::accounts::records::links::{self, OneTimeLink, Purpose};
use crate::accounts::records::sessions;
use crate::accounts::rules::mail_address::folded;
use crate::accounts::rules::password::HashedPassword;
use crate::accounts::summary::Person;
use crate::journal;
use database::Tx;
use kernel::{Fault, Outcome, Stop};

/// Whose new password a link is for, while it works.
pub async fn who_resets(tx: &mut Tx, words: &str) -> Outcome<Account> {
    Ok(owner(tx, words).await?.1)
}

async fn owner(tx: &mut Tx, words: &str) -> Outcome<(OneTimeLink, Account)> {
    let link = links::working(tx, Purpose::PasswordReset, words).await?;
    let link = link.ok_or(Stop::NotFound)?;
    let id = link
        .account
        .ok_or_else(|| Fault::new("a new password of nobody"))?;
    let account = account::get(tx, id).await?;
    match account.disabled {
        None => Ok((link, account)),
        Some(_) => Err(Stop::NotFound),
    }
}

/// Chooses a new password by a link that was sent. Every session ends, and so does any wait after
/// failed attempts; an invitation that still waits is taken by it.
pub async fn reset_password(
    tx: &mut Tx,
    post: &Post,
    words: &str,
    password: &HashedPassword,
) -> Outcome<()> {
    let (link, account) = owner(tx, words).await?;
    if !links::use_up(tx, &link).await? {
        return Err(Stop::NotFound);
    }
    account::set_password(tx, account.id, password).await?;
    links::withdraw(tx, Purpose::Invitation, Some(account.id)).await?;
    sessions::end_all(tx, account.id, None).await?;
    failures::forget(tx, &Subject::mail(&folded(&account.mail))).await?;
    tell(tx, post, &account).await?;
    let entry = entry("reset_password", &account.mail);
    let roles = Vec::new();
    let actor = Person { account, roles }.actor();
    Ok(journal::enter(tx, &actor, entry).await?)
}
