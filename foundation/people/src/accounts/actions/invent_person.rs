use super::entry;
use crate::access::{self, Deed};
use crate::accounts::records::account::{self, AccountId, NewAccount};
use crate::accounts::records::roles;
use crate::accounts::rules::mail_address::MailAddress;
use crate::accounts::rules::person_name::PersonName;
use crate::accounts::summary;
use crate::journal;
use database::Tx;
use kernel::{Actor, Held, Language, Outcome};

/// Somebody who does not exist.
#[derive(Debug, Clone)]
pub struct InventedPerson {
    /// The name.
    pub name: String,
    /// An address at a domain that nobody can have (RFC 2606).
    pub mail: String,
    /// The roles.
    pub roles: Vec<Held>,
}

/// Makes an account for somebody who does not exist: for the demonstration. No letter is written
/// to them, and nobody signs in as them where anything is real.
pub async fn invent_person(
    tx: &mut Tx,
    actor: &Actor,
    person: InventedPerson,
) -> Outcome<AccountId> {
    let (name, mail) = (
        PersonName::read(&person.name)?,
        MailAddress::read(&person.mail)?,
    );
    let new = NewAccount {
        name: &name,
        mail: &mail,
        language: Language::Da,
        fictional: true,
    };
    let id = account::insert(tx, actor, new).await?;
    for held in &person.roles {
        let place = summary::place(tx, held.authority.as_deref()).await?;
        access::may(actor, Deed::ChangeRole(held.role), &place)?;
        let authority = place.authority.as_ref().map(|authority| authority.id);
        roles::grant(tx, actor, id, (held.role, authority)).await?;
    }
    journal::enter(tx, actor, entry("invent_person", mail.as_str())).await?;
    Ok(id)
}
