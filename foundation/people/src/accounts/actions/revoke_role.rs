use super::{entry, looked_after};
use crate::access::{self, Deed};
use crate::accounts::records::account::AccountId;
use crate::accounts::records::roles;
use crate::journal;
use database::Tx;
use kernel::{Actor, Outcome, Refusal, Role};

/// Takes a role that somebody holds for an authority. That it was held stays on record.
pub async fn revoke_role(
    tx: &mut Tx,
    actor: &Actor,
    key: Option<&str>,
    id: AccountId,
    role: Role,
) -> Outcome<()> {
    let (place, person) = looked_after(tx, actor, key, id).await?;
    access::may(actor, Deed::ChangeRole(role), &place)?;
    let authority = place.authority.as_ref().map(|authority| authority.id);
    if !roles::revoke(tx, actor, id, (role, authority)).await? {
        return Err(Refusal::new("account-refusal-role-not-held").into());
    }
    let entry = entry("revoke_role", &person.account.mail);
    let entry = entry.with("role", place.held(role).to_string());
    Ok(journal::enter(tx, actor, entry).await?)
}
