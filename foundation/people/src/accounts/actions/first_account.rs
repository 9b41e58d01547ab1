use super::entry;
use crate::accounts::records::account::{self, NewAccount};
use crate::accounts::records::links::{self, OneTimeLink, Purpose};
use crate::accounts::records::roles;
use crate::accounts::records::sessions::{self, Visit};
use crate::accounts::rules::mail_address::MailAddress;
use crate::accounts::rules::password::HashedPassword;
use crate::accounts::rules::person_name::PersonName;
use crate::accounts::secret::Secret;
use crate::accounts::summary;
use crate::journal;
use database::Tx;
use kernel::{Actor, Held, Language, Outcome, Role, Stop};

/// The first person of an installation.
#[derive(Debug, Clone)]
pub struct FirstAccount {
    /// The name.
    pub name: PersonName,
    /// The mail address.
    pub mail: MailAddress,
    /// The language of letters.
    pub language: Language,
}

/// Makes the link by which the first person comes in, where nobody has an account yet; the path.
/// It is for whoever watches the server start; an earlier one stops working.
pub async fn make_first_link(tx: &mut Tx, operator: &Actor) -> Outcome<Option<String>> {
    if !summary::is_empty(tx).await? {
        return Ok(None);
    }
    let (_, secret) = links::make(tx, operator, Purpose::FirstAccount, None).await?;
    Ok(Some(format!("/first-account/{}", secret.words())))
}

/// Whether a link to the first account works.
pub async fn first_account_awaited(tx: &mut Tx, words: &str) -> Outcome<OneTimeLink> {
    let link = links::working(tx, Purpose::FirstAccount, words).await?;
    match summary::is_empty(tx).await? {
        true => link.ok_or(Stop::NotFound),
        false => Err(Stop::NotFound),
    }
}

/// Makes the first account: the secretariat of every contact council, signed in.
pub async fn take_first_account(
    tx: &mut Tx,
    words: &str,
    first: FirstAccount,
    password: &HashedPassword,
    visit: &Visit,
) -> Outcome<Secret> {
    let link = first_account_awaited(tx, words).await?;
    if !links::use_up(tx, &link).await? {
        return Err(Stop::NotFound);
    }
    let mut actor = Actor::with_roles(first.name.as_str(), [Held::everywhere(Role::Secretariat)]);
    let new = NewAccount {
        name: &first.name,
        mail: &first.mail,
        language: first.language,
        fictional: false,
    };
    let id = account::insert(tx, &actor, new).await?;
    actor.account = Some(id.0);
    roles::grant(tx, &actor, id, (Role::Secretariat, None)).await?;
    account::set_password(tx, id, password).await?;
    let (_, secret) = sessions::begin(tx, id, visit).await?;
    let entry = entry("take_first_account", first.mail.as_str());
    journal::enter(tx, &actor, entry.with("address", visit.address.as_str())).await?;
    Ok(secret)
}
