//! Tokens of programs that use the JSON API: shown once, kept as a hash, with scopes, an
//! authority and an end. A token never allows more than its maker may do at the time.
//!
//! Nouns: [`Token`], [`Scope`], [`Secret`]. Deeds: [`create`], [`revoke`]. Question:
//! [`recognise`].

mod create;
mod recognise;
mod records;
mod revoke;
mod scope;
mod secret;

use chrono::{DateTime, NaiveDate, Utc};
use database::id_type;
use kernel::{Actor, Held, Role};

pub use create::{LONGEST_DAYS, NewToken, create, roles_at};
pub use recognise::{Presented, is_worth_noting, recognise, was_used};
pub use records::get;
pub use revoke::revoke;
pub use scope::Scope;
pub use secret::Secret;

use database::Tx;
use kernel::Fault;

/// The word for the whole installation where a token names an authority: only the operator makes
/// such a token.
pub const INSTALLATION: &str = "installation";

id_type! {
    /// A token.
    TokenId
}

/// A token, without what makes it one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The number.
    pub id: TokenId,
    /// What its maker calls it.
    pub name: String,
    /// The key of the authority that it acts for: `0101`, `kkr-hovedstaden`.
    pub authority: String,
    /// The roles at that authority that it was made with.
    pub roles: Vec<Role>,
    /// What it may be used for.
    pub scopes: Vec<Scope>,
    /// Its first letters, by which people recognise it.
    pub start: String,
    /// The account of its maker; none where it was made without one.
    pub account: Option<i64>,
    /// The name of its maker.
    pub made_by: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The last day on which it works.
    pub expires_on: NaiveDate,
    /// When it was last used, to the hour.
    pub last_used_at: Option<DateTime<Utc>>,
    /// That it was taken back.
    pub revocation: Option<Revocation>,
}

/// That a token was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revocation {
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Token {
    /// Whether it works on a day.
    pub fn works_on(&self, day: NaiveDate) -> bool {
        self.revocation.is_none() && day <= self.expires_on
    }

    /// Its roles, held for its authority.
    pub fn held(&self) -> Vec<Held> {
        let at = |role: &Role| match self.authority.as_str() {
            INSTALLATION => Held::everywhere(*role),
            authority => Held::at(*role, authority),
        };
        self.roles.iter().map(at).collect()
    }

    /// Whether somebody may see it and take it back: its maker, an administrator of its
    /// authority, the operator; and, where no account made it, whoever holds its roles.
    pub fn is_visible_to(&self, actor: &Actor) -> bool {
        let is_maker = self.account.is_some() && self.account == actor.account;
        let holds_all = || {
            let mut roles = self.roles.iter();
            roles.all(|role| actor.is_at(*role, &self.authority))
        };
        is_maker
            || actor.is(Role::Operator)
            || actor.is_at(Role::Administrator, &self.authority)
            || (self.account.is_none() && holds_all())
    }
}

/// The tokens that somebody may see, the newest first.
pub async fn visible_to(tx: &mut Tx, actor: &Actor) -> Result<Vec<Token>, Fault> {
    let mut tokens = records::all(tx).await?;
    tokens.retain(|token| token.is_visible_to(actor));
    Ok(tokens)
}
