use super::{entry, looked_after};
use crate::access::{self, Deed, Place};
use crate::accounts::post::{Occasion, Post};
use crate::accounts::records::account::{self, Account, AccountId, NewAccount};
use crate::accounts::records::links::{self, Purpose};
use crate::accounts::records::roles;
use crate::accounts::rules::mail_address::MailAddress;
use crate::accounts::rules::person_name::PersonName;
use crate::accounts::secret::Secret;
use crate::accounts::summary;
use crate::journal;
use database::Tx;
use kernel::{Actor, Language, Message, Outcome, Refusal, Role};

/// Somebody to be invited, as it was typed.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The name.
    pub name: String,
    /// The mail address.
    pub mail: String,
    /// The language of letters.
    pub language: Language,
    /// The roles.
    pub roles: Vec<Role>,
}

/// Somebody who was invited.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The account; it may have been there before.
    pub account: AccountId,
    /// The path of the secret link that was sent; none where the person has a password already.
    pub path: Option<String>,
}

/// Invites somebody to work for an authority (or, with no key, for the whole installation). Who
/// has an account already is given the roles and told so.
pub async fn invite_person(
    tx: &mut Tx,
    actor: &Actor,
    post: &Post,
    key: Option<&str>,
    wanted: Invitation,
) -> Outcome<Invited> {
    let place = summary::place(tx, key).await?;
    access::may(actor, Deed::InvitePerson, &place)?;
    let (name, mail) = read(&wanted)?;
    for role in &wanted.roles {
        access::may(actor, Deed::ChangeRole(*role), &place)?;
    }
    let account = found_or_made(tx, actor, &name, &mail, wanted.language).await?;
    let authority = place.authority.as_ref().map(|authority| authority.id);
    for role in &wanted.roles {
        roles::grant(tx, actor, account.id, (*role, authority)).await?;
    }
    let path = write(tx, actor, post, &account, &place, &wanted.roles).await?;
    let held: Vec<String> = wanted
        .roles
        .iter()
        .map(|role| place.held(*role).to_string())
        .collect();
    let entry = entry("invite_person", mail.as_str()).with("roles", held);
    journal::enter(tx, actor, entry).await?;
    Ok(Invited {
        account: account.id,
        path,
    })
}

/// Sends an invitation again that was lost or came too late.
pub async fn invite_again(
    tx: &mut Tx,
    actor: &Actor,
    post: &Post,
    key: &str,
    id: AccountId,
) -> Outcome<Invited> {
    let (place, person) = looked_after(tx, actor, Some(key), id).await?;
    access::may(actor, Deed::InvitePerson, &place)?;
    let account = person.account.clone();
    if account.has_password || account.disabled.is_some() {
        return Err(Refusal::new("account-refusal-invited-already").into());
    }
    let roles = person.roles_at(key);
    let path = write(tx, actor, post, &account, &place, &roles).await?;
    journal::enter(tx, actor, entry("invite_again", &account.mail)).await?;
    Ok(Invited { account: id, path })
}

fn read(wanted: &Invitation) -> Outcome<(PersonName, MailAddress)> {
    let name = PersonName::read(&wanted.name);
    let mail = MailAddress::read(&wanted.mail);
    let no_roles = wanted.roles.is_empty();
    let no_roles = no_roles.then(|| Refusal::new("account-refusal-no-role").at("roles"));
    match (name, mail, no_roles) {
        (Ok(name), Ok(mail), None) => Ok((name, mail)),
        (name, mail, no_roles) => {
            let refusals = [name.err(), mail.err(), no_roles];
            Err(kernel::Stop::Refused(
                refusals.into_iter().flatten().collect(),
            ))
        }
    }
}

async fn found_or_made(
    tx: &mut Tx,
    actor: &Actor,
    name: &PersonName,
    mail: &MailAddress,
    language: Language,
) -> Outcome<Account> {
    if let Some(found) = account::with_folded_mail(tx, &mail.folded()).await? {
        return match found.disabled {
            None => Ok(found),
            Some(_) => Err(Refusal::new("account-refusal-disabled").at("mail").into()),
        };
    }
    let new = NewAccount {
        name,
        mail,
        language,
        fictional: false,
    };
    let id = account::insert(tx, actor, new).await?;
    account::get(tx, id).await
}

/// Writes to somebody: with a secret link where they have no password yet, whose path is given
/// back.
async fn write(
    tx: &mut Tx,
    actor: &Actor,
    post: &Post,
    account: &Account,
    place: &Place,
    roles: &[Role],
) -> Outcome<Option<String>> {
    let words = |role: &Role| (post.say)(account.language, &Message::new(role_words(*role)));
    let roles: Vec<String> = roles.iter().map(words).collect();
    let authority = place.authority.as_ref();
    let authority = authority.map_or("Pejling", |authority| authority.name.as_str());
    let about = |key| {
        Message::new(key)
            .with("inviter", actor.name.as_str())
            .with("roles", roles.join(", "))
            .with("authority", authority)
    };
    if account.has_password {
        let told = Occasion {
            key: format!("roles {} {}", account.id.0, tx.now().timestamp_micros()),
            kind: "roles",
            subject: "account-letter-roles-subject",
            text: about("account-letter-roles").with("address", post.address.as_str()),
            secret_path: None,
        };
        post.send(tx, account, told).await?;
        return Ok(None);
    }
    let (link, secret) = links::make(tx, actor, Purpose::Invitation, Some(account.id)).await?;
    let path = invitation_path(&secret);
    let invitation = Occasion {
        key: format!("invitation {}", link.id),
        kind: "invitation",
        subject: "account-letter-invitation-subject",
        text: about("account-letter-invitation").with("until", link.ends_at.date_naive()),
        secret_path: Some(&path),
    };
    post.send(tx, account, invitation).await?;
    Ok(Some(path))
}

fn invitation_path(secret: &Secret) -> String {
    format!("/invitations/{}", secret.words())
}

/// The key of a role's name in `locales/`.
pub(crate) fn role_words(role: Role) -> &'static str {
    match role {
        Role::Secretariat => "account-role-secretariat",
        Role::Coordinator => "account-role-coordinator",
        Role::Approver => "account-role-approver",
        Role::Clerk => "account-role-clerk",
        Role::Reader => "account-role-reader",
        Role::Administrator => "account-role-administrator",
        Role::Operator => "account-role-operator",
    }
}
