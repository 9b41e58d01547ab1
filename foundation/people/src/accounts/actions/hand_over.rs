use super::{entry, looked_after};
use crate::access::{self, Deed};
use crate::accounts::records::account::AccountId;
use crate::accounts::records::roles;
use crate::journal;
use database::Tx;
use kernel::{Actor, Outcome, Refusal};

/// Gives everything that one person does for an authority to another of its people: for when
/// somebody leaves.
pub async fn hand_over(
    tx: &mut Tx,
    actor: &Actor,
    key: &str,
    from: AccountId,
    to: AccountId,
) -> Outcome<()> {
    let (place, leaving) = looked_after(tx, actor, Some(key), from).await?;
    access::may(actor, Deed::HandOver, &place)?;
    let (_, coming) = looked_after(tx, actor, Some(key), to).await?;
    if from == to || coming.account.disabled.is_some() {
        return Err(Refusal::new("account-refusal-hand-over-to").at("to").into());
    }
    let authority = place.authority.as_ref().map(|authority| authority.id);
    let handed = leaving.roles_at(key);
    for role in &handed {
        access::may(actor, Deed::ChangeRole(*role), &place)?;
        roles::revoke(tx, actor, from, (*role, authority)).await?;
        roles::grant(tx, actor, to, (*role, authority)).await?;
    }
    let words: Vec<String> = handed
        .iter()
        .map(|role| place.held(*role).to_string())
        .collect();
    let entry = entry("hand_over", &leaving.account.mail)
        .with("to", coming.account.mail)
        .with("roles", words);
    Ok(journal::enter(tx, actor, entry).await?)
}
