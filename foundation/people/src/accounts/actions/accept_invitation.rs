use super::entry;
use crate::accounts::records::account::{self, Account};
use crate::accounts::records::links::{self, OneTimeLink, Purpose};
use crate::accounts::records::sessions::{self, Visit};
use crate::accounts::rules::password::HashedPassword;
use crate::accounts::secret::Secret;
use crate::accounts::summary::Person;
use crate::journal;
use database::Tx;
use kernel::{Fault, Outcome, Stop};

/// Whose invitation a link is, while it works.
pub async fn invited(tx: &mut Tx, words: &str) -> Outcome<Account> {
    Ok(owner(tx, words).await?.1)
}

async fn owner(tx: &mut Tx, words: &str) -> Outcome<(OneTimeLink, Account)> {
    let link = links::working(tx, Purpose::Invitation, words).await?;
    let link = link.ok_or(Stop::NotFound)?;
    let id = link
        .account
        .ok_or_else(|| Fault::new("an invitation of nobody"))?;
    let account = account::get(tx, id).await?;
    match account.disabled {
        None => Ok((link, account)),
        Some(_) => Err(Stop::NotFound),
    }
}

/// Takes an invitation: the person has a password now, and is signed in.
pub async fn accept_invitation(
    tx: &mut Tx,
    words: &str,
    password: &HashedPassword,
    visit: &Visit,
) -> Outcome<Secret> {
    let (link, account) = owner(tx, words).await?;
    if !links::use_up(tx, &link).await? {
        return Err(Stop::NotFound);
    }
    account::set_password(tx, account.id, password).await?;
    let (_, secret) = sessions::begin(tx, account.id, visit).await?;
    let entry = entry("accept_invitation", &account.mail).with("address", visit.address.as_str());
    let roles = Vec::new();
    let actor = Person { account, roles }.actor();
    journal::enter(tx, &actor, entry).await?;
    Ok(secret)
}
