use super::{INSTALLATION, Scope, Secret, Token, TokenId, records};
use crate::authorities::{self, Authority, Kind};
use crate::journal::{self, Entry};
use chrono::{NaiveDate, TimeDelta};
use database::Tx;
use kernel::{Actor, Outcome, Refusal, Role, Stop};

/// The longest life of a token, in days: somebody looks at it once a year.
pub const LONGEST_DAYS: i64 = 366;
/// The longest name.
const LONGEST_NAME: usize = 100;

/// A token to be made.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// What it is for, in its maker's words.
    pub name: String,
    /// The key of the authority that it acts for.
    pub authority: String,
    /// The roles at that authority that it acts in.
    pub roles: Vec<Role>,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// The last day on which it works.
    pub expires_on: NaiveDate,
}

/// Makes a token; the secret is not kept and cannot be shown again.
pub async fn create(tx: &mut Tx, actor: &Actor, new: NewToken) -> Outcome<(Token, Secret)> {
    if actor.roles.is_empty() {
        return Err(Stop::NotFound);
    }
    let place = place(tx, actor, &new.authority).await?;
    check(&new, &place, tx.today())?;
    let secret = Secret::fresh()?;
    let mut token = Token {
        id: TokenId(0),
        name: new.name.trim().to_owned(),
        authority: new.authority,
        roles: without_doubles(new.roles),
        scopes: without_doubles(new.scopes),
        start: secret.start().to_owned(),
        account: actor.account,
        made_by: actor.name.clone(),
        made_at: tx.now(),
        expires_on: new.expires_on,
        last_used_at: None,
        revocation: None,
    };
    token.id = records::insert(tx, &token, &secret.hash()).await?;
    journal::enter(tx, actor, made(&token)).await?;
    Ok((token, secret))
}

/// Where a token is to act: its name, and the roles that its maker may give it there.
struct Place {
    name: String,
    roles: Vec<Role>,
}

async fn place(tx: &mut Tx, actor: &Actor, key: &str) -> Outcome<Place> {
    if key == INSTALLATION {
        let roles = [Role::Secretariat, Role::Reader, Role::Operator];
        let operates = actor.is(Role::Operator);
        return Ok(Place {
            name: key.to_owned(),
            roles: roles.into_iter().filter(|_| operates).collect(),
        });
    }
    let unknown = || Refusal::new("people-refusal-unknown-authority").at("authority");
    let authority = authorities::find(tx, key).await?.ok_or_else(unknown)?;
    Ok(Place {
        roles: roles_at(actor, &authority),
        name: authority.name,
    })
}

fn made(token: &Token) -> Entry {
    let roles: Vec<&str> = token.roles.iter().map(|role| role.key()).collect();
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.key()).collect();
    Entry::new("people", "create_token", subject(token))
        .with("authority", token.authority.as_str())
        .with("roles", roles)
        .with("scopes", scopes)
        .with("expires_on", token.expires_on.to_string())
}

/// How the journal names a token.
pub(super) fn subject(token: &Token) -> String {
    format!("{} ({})", token.name, token.start)
}

fn without_doubles<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort();
    list.dedup();
    list
}

fn check(new: &NewToken, place: &Place, today: NaiveDate) -> Result<(), Refusal> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        let refusal = Refusal::new("token-refusal-name");
        return Err(refusal.with("most", LONGEST_NAME).at("name"));
    }
    if new.scopes.is_empty() {
        return Err(Refusal::new("token-refusal-no-scope").at("scopes"));
    }
    let last = today + TimeDelta::days(LONGEST_DAYS);
    if new.expires_on < today || new.expires_on > last {
        let refusal = Refusal::new("token-refusal-end").with("last", last);
        return Err(refusal.at("expires_on"));
    }
    if new.roles.is_empty() || new.roles.iter().any(|role| !place.roles.contains(role)) {
        let refusal = Refusal::new("token-refusal-roles");
        return Err(refusal.with("authority", place.name.as_str()).at("roles"));
    }
    Ok(())
}

/// The roles at an authority that somebody may give to a token: those that they hold there
/// themselves, and for the operator every one that such an authority knows.
pub fn roles_at(actor: &Actor, authority: &Authority) -> Vec<Role> {
    let holds = |role: &Role| actor.is(Role::Operator) || actor.is_at(*role, &authority.key);
    Role::ALL
        .into_iter()
        .filter(|role| fits(*role, authority.kind) && holds(role))
        .collect()
}

/// Whether an authority of a kind has people in a role.
fn fits(role: Role, kind: Kind) -> bool {
    match role {
        Role::Secretariat => matches!(kind, Kind::Kkr | Kind::Secretariat),
        Role::Coordinator | Role::Approver | Role::Clerk => kind == Kind::Municipality,
        Role::Reader | Role::Administrator => true,
        Role::Operator => false,
    }
}
