use super::{entry, looked_after};
use crate::access::{self, Deed};
use crate::accounts::records::account::{self, AccountId};
use crate::accounts::records::sessions;
use crate::accounts::summary::{self, Person};
use crate::journal;
use database::Tx;
use kernel::{Actor, Outcome, Refusal};

/// Disables the account of somebody who has left: their sessions end, and they cannot sign in.
pub async fn disable_account(
    tx: &mut Tx,
    actor: &Actor,
    key: Option<&str>,
    id: AccountId,
) -> Outcome<()> {
    let (place, person) = looked_after(tx, actor, key, id).await?;
    access::may(actor, Deed::DisableAccount, &place)?;
    may_take_every_role(tx, actor, &person).await?;
    if actor.account == Some(id.0) {
        return Err(Refusal::new("account-refusal-disable-oneself").into());
    }
    if !account::set_disabled(tx, id, Some(actor)).await? {
        return Err(Refusal::new("account-refusal-disabled-already").into());
    }
    sessions::end_all(tx, id, None).await?;
    Ok(journal::enter(tx, actor, entry("disable_account", &person.account.mail)).await?)
}

/// Lets somebody in again whose account was disabled.
pub async fn enable_account(
    tx: &mut Tx,
    actor: &Actor,
    key: Option<&str>,
    id: AccountId,
) -> Outcome<()> {
    let (place, person) = looked_after(tx, actor, key, id).await?;
    access::may(actor, Deed::DisableAccount, &place)?;
    may_take_every_role(tx, actor, &person).await?;
    if !account::set_disabled(tx, id, None).await? {
        return Err(Refusal::new("account-refusal-not-disabled").into());
    }
    Ok(journal::enter(tx, actor, entry("enable_account", &person.account.mail)).await?)
}

/// An account may serve several authorities: only who looks after all of them disables it.
async fn may_take_every_role(tx: &mut Tx, actor: &Actor, person: &Person) -> Outcome<()> {
    for held in person.held() {
        let place = summary::place(tx, held.authority.as_deref()).await?;
        if !access::allows(actor, Deed::ChangeRole(held.role), &place) {
            return Err(Refusal::new("account-refusal-serves-others").into());
        }
    }
    Ok(())
}
