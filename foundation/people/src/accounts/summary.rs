//! What may be read about people.

use super::records::account::{self as accounts, Account, AccountId};
use super::records::roles::{self, RoleRecord};
use super::records::sessions::{self, Session};
use super::rules::mail_address::folded;
use crate::access::{self, Deed, Place};
use crate::authorities::{self, Authority, Kind};
use crate::danish_order;
use database::{FromRow, Row, Tx, params};
use kernel::{Actor, Fault, Held, Language, Outcome, Role, Stop};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody to whom letters of a role are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The number of the account.
    pub account: i64,
    /// The name.
    pub name: String,
    /// The mail address.
    pub mail: String,
    /// The language of letters.
    pub language: Language,
}

impl FromRow for Contact {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            account: row.get("id")?,
            name: row.get("name")?,
            mail: row.get("mail")?,
            language: row.word("language", Language::from_tag)?,
        })
    }
}

/// An account with the roles that it holds now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub account: Account,
    /// The roles, for whichever authority.
    pub roles: Vec<RoleRecord>,
}

impl Person {
    /// What the person is at an authority by name.
    pub fn roles_at(&self, authority: &str) -> Vec<Role> {
        let here = |role: &&RoleRecord| role.held.authority.as_deref() == Some(authority);
        let at = self.roles.iter().filter(here);
        at.map(|role| role.held.role).collect()
    }

    /// The roles as an actor holds them.
    pub fn held(&self) -> Vec<Held> {
        self.roles.iter().map(|role| role.held.clone()).collect()
    }

    /// The person as somebody who acts.
    pub fn actor(&self) -> Actor {
        Actor {
            name: self.account.name.clone(),
            account: Some(self.account.id.0),
            roles: self.held(),
        }
    }
}

/// Whom to write to about an authority: everybody who holds the role for it or for the whole
/// installation, whose account is not disabled. Who was invited and has not come yet is written
/// to as well. In Danish order.
pub async fn with_role(tx: &mut Tx, role: Role, authority: &str) -> Result<Vec<Contact>, Fault> {
    let mut contacts: Vec<Contact> = tx
        .all(
            "SELECT DISTINCT a.id, a.name, a.mail, a.language
             FROM account_roles r
             JOIN accounts a ON a.id = r.account_id
             LEFT JOIN authorities b ON b.id = r.authority_id
             WHERE r.role = $1 AND r.revoked_at IS NULL AND a.disabled_at IS NULL
               AND (r.authority_id IS NULL OR b.key = $2)
             ORDER BY a.id",
            params![role.key(), authority],
        )
        .await?;
    contacts.sort_by(|left, right| danish_order(&left.name, &right.name));
    Ok(contacts)
}

/// Somebody who can be written to about an authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reachable {
    /// The authority's key; none where the role is held for the whole installation.
    pub authority: Option<String>,
    /// The number of the account.
    pub account: i64,
    /// The name.
    pub name: String,
    /// The mail address.
    pub mail: String,
    /// The language of letters.
    pub language: Language,
    /// Whether the person has ever signed in.
    pub has_signed_in: bool,
}

impl FromRow for Reachable {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            authority: row.get("authority")?,
            account: row.get("id")?,
            name: row.get("name")?,
            mail: row.get("mail")?,
            language: row.word("language", Language::from_tag)?,
            has_signed_in: row.get("has_signed_in")?,
        })
    }
}

/// Everybody who holds a role now, wherever, whose account is not disabled: the contacts of all
/// authorities in one question. In Danish order.
pub async fn reachable(tx: &mut Tx, role: Role) -> Result<Vec<Reachable>, Fault> {
    let mut found: Vec<Reachable> = tx
        .all(
            "SELECT DISTINCT b.key AS authority, a.id, a.name, a.mail, a.language,
                    EXISTS (SELECT 1 FROM sessions s WHERE s.account_id = a.id) AS has_signed_in
             FROM account_roles r
             JOIN accounts a ON a.id = r.account_id
             LEFT JOIN authorities b ON b.id = r.authority_id
             WHERE r.role = $1 AND r.revoked_at IS NULL AND a.disabled_at IS NULL
             ORDER BY a.id",
            params![role.key()],
        )
        .await?;
    found.sort_by(|left, right| danish_order(&left.name, &right.name));
    Ok(found)
}

/// The account with a mail address, in whichever case.
pub async fn with_mail(tx: &mut Tx, mail: &str) -> Result<Option<Account>, Fault> {
    accounts::with_folded_mail(tx, &folded(mail)).await
}

/// An account by its number, for its owner.
pub async fn account(tx: &mut Tx, id: AccountId) -> Outcome<Account> {
    accounts::get(tx, id).await
}

/// Whether nobody has an account yet; invented people do not count.
pub async fn is_empty(tx: &mut Tx) -> Result<bool, Fault> {
    let count: i64 = tx
        .one("SELECT count(*) FROM accounts WHERE fictional = false", [])
        .await?;
    Ok(count == 0)
}

/// The sessions of an account that go on, the last used first.
pub async fn own_sessions(tx: &mut Tx, account: AccountId) -> Result<Vec<Session>, Fault> {
    sessions::going_on(tx, account).await
}

/// The place that an authority's key names, as it is today.
pub(crate) async fn place(tx: &mut Tx, key: Option<&str>) -> Outcome<Place> {
    let Some(key) = key else {
        return Ok(Place::installation());
    };
    let authority = authorities::find(tx, key).await?.ok_or(Stop::NotFound)?;
    let today = tx.today();
    let councils = authorities::bodies_of(tx, key, Kind::Kkr, today).await?;
    Ok(Place {
        authority: Some(authority),
        councils: councils.into_iter().map(|council| council.key).collect(),
    })
}

/// The people of an authority in Danish order, for whoever looks after them, and the place.
pub async fn people_of(tx: &mut Tx, actor: &Actor, key: &str) -> Outcome<(Place, Vec<Person>)> {
    let place = place(tx, Some(key)).await?;
    access::may(actor, Deed::ListPeople, &place)?;
    let Some(authority) = place.authority.as_ref() else {
        return Err(Stop::NotFound);
    };
    let held = roles::of_people_at(tx, authority.id).await?;
    let accounts = tx
        .all(
            "SELECT id, name, mail, language, fictional, password_set_at, created_at, created_by,
                    disabled_at, disabled_by, version
             FROM accounts WHERE id IN (
                 SELECT account_id FROM account_roles
                 WHERE authority_id = $1 AND revoked_at IS NULL)",
            params![authority.id],
        )
        .await?;
    Ok((place, gathered(accounts, held)))
}

/// One of the people of an authority.
pub async fn person_at(
    tx: &mut Tx,
    actor: &Actor,
    key: &str,
    id: AccountId,
) -> Outcome<(Place, Person)> {
    let (place, people) = people_of(tx, actor, key).await?;
    let found = people.into_iter().find(|person| person.account.id == id);
    found.map(|person| (place, person)).ok_or(Stop::NotFound)
}

/// Everybody with an account: for the operator.
pub async fn everybody(tx: &mut Tx, actor: &Actor) -> Outcome<Vec<Person>> {
    access::may(actor, Deed::ListPeople, &Place::installation())?;
    let accounts = accounts::all(tx).await?;
    let held = roles::held_now(tx).await?;
    Ok(gathered(accounts, held))
}

/// The invented people of the demonstration, in the order in which they were made.
pub async fn fictional_people(tx: &mut Tx) -> Result<Vec<Person>, Fault> {
    let mut accounts = accounts::all(tx).await?;
    accounts.retain(|account| account.fictional && account.disabled.is_none());
    let held = roles::held_now(tx).await?;
    let mut people = gathered(accounts, held);
    people.sort_by_key(|person| person.account.id);
    Ok(people)
}

fn gathered(accounts: Vec<Account>, held: Vec<RoleRecord>) -> Vec<Person> {
    let mut roles: BTreeMap<AccountId, Vec<RoleRecord>> = BTreeMap::new();
    for role in held {
        roles.entry(role.account).or_default().push(role);
    }
    let mut people: Vec<Person> = accounts
        .into_iter()
        .map(|account| Person {
            roles: roles.remove(&account.id).unwrap_or_default(),
            account,
        })
        .collect();
    people.sort_by(|left, right| danish_order(&left.account.name, &right.account.name));
    people
}

/// The authorities whose people the actor looks after today, in Danish order; a contact council
/// before its municipalities.
pub async fn managed_authorities(tx: &mut Tx, actor: &Actor) -> Result<Vec<Authority>, Fault> {
    let today = tx.today();
    let mut places = Vec::new();
    for council in authorities::existing_on(tx, Kind::Kkr, today).await? {
        let members = authorities::members_on(tx, &council.key, today).await?;
        for member in members {
            let councils = vec![council.key.clone()];
            places.push(Place {
                authority: Some(member),
                councils,
            });
        }
        places.push(Place {
            authority: Some(council),
            councils: Vec::new(),
        });
    }
    for region in authorities::existing_on(tx, Kind::Region, today).await? {
        places.push(Place {
            authority: Some(region),
            councils: Vec::new(),
        });
    }
    places.retain(|place| access::allows(actor, Deed::ListPeople, place));
    let mut managed: Vec<Authority> = places
        .into_iter()
        .filter_map(|place| place.authority)
        .collect();
    managed.sort_by(|left, right| {
        let rank = |kind| kind == Kind::Municipality;
        rank(left.kind)
            .cmp(&rank(right.kind))
            .then_with(|| danish_order(&left.name, &right.name))
    });
    managed.dedup_by(|left, right| left.key == right.key);
    Ok(managed)
}

/// How many people each authority has, by its key.
pub async fn people_counts(tx: &mut Tx) -> Result<BTreeMap<String, usize>, Fault> {
    let mut people: BTreeMap<String, BTreeSet<AccountId>> = BTreeMap::new();
    for role in roles::held_now(tx).await? {
        if let Some(key) = role.held.authority {
            people.entry(key).or_default().insert(role.account);
        }
    }
    let counts = people.into_iter().map(|(key, people)| (key, people.len()));
    Ok(counts.collect())
}
