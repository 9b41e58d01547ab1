use super::account::AccountId;
use crate::accounts::secret::{Secret, hash_of};
use chrono::{DateTime, TimeDelta, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::{Actor, Fault};

/// What a link that works once is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Taking an account over and choosing a password.
    Invitation,
    /// Choosing a new password.
    PasswordReset,
    /// Making the first account of an installation.
    FirstAccount,
}

impl Purpose {
    const ALL: [Purpose; 3] = [
        Purpose::Invitation,
        Purpose::PasswordReset,
        Purpose::FirstAccount,
    ];

    fn key(self) -> &'static str {
        match self {
            Purpose::Invitation => "invitation",
            Purpose::PasswordReset => "password_reset",
            Purpose::FirstAccount => "first_account",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.key() == key)
    }

    /// How long a link works: an invitation may wait out a holiday, a reset is asked for to be
    /// used at once.
    fn lasts(self) -> TimeDelta {
        match self {
            Purpose::Invitation => TimeDelta::days(14),
            Purpose::PasswordReset => TimeDelta::hours(1),
            Purpose::FirstAccount => TimeDelta::days(7),
        }
    }
}

/// A link that works once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneTimeLink {
    /// The number.
    pub id: i64,
    /// What for.
    pub purpose: Purpose,
    /// Whose account; none for the first account.
    pub account: Option<AccountId>,
    /// Until when it works.
    pub ends_at: DateTime<Utc>,
}

impl FromRow for OneTimeLink {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: row.get("id")?,
            purpose: row.word("purpose", Purpose::from_key)?,
            account: row.get::<Option<i64>>("account_id")?.map(AccountId),
            ends_at: row.get("ends_at")?,
        })
    }
}

/// Makes a link; earlier ones for the same stop working.
pub(crate) async fn make(
    tx: &mut Tx,
    actor: &Actor,
    purpose: Purpose,
    account: Option<AccountId>,
) -> Result<(OneTimeLink, Secret), Fault> {
    let now = tx.now();
    withdraw(tx, purpose, account).await?;
    let secret = Secret::random()?;
    let ends_at = now + purpose.lasts();
    let id = tx
        .one(
            "INSERT INTO one_time_links (purpose, account_id, token_hash, made_at, made_by, ends_at)
             VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
            params![
                purpose.key(),
                account,
                secret.hash(),
                now,
                actor.name.as_str(),
                ends_at
            ],
        )
        .await?;
    let link = OneTimeLink {
        id,
        purpose,
        account,
        ends_at,
    };
    Ok((link, secret))
}

/// Makes all links of a purpose for an account stop working.
pub(crate) async fn withdraw(
    tx: &mut Tx,
    purpose: Purpose,
    account: Option<AccountId>,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE one_time_links SET ends_at = $3
         WHERE purpose = $1 AND account_id IS NOT DISTINCT FROM $2 AND used_at IS NULL
           AND ends_at > $3",
        params![purpose.key(), account, now],
    )
    .await?;
    Ok(())
}

/// The link with these words, if it still works.
pub(crate) async fn working(
    tx: &mut Tx,
    purpose: Purpose,
    words: &str,
) -> Result<Option<OneTimeLink>, Fault> {
    let now = tx.now();
    tx.optional(
        "SELECT id, purpose, account_id, ends_at FROM one_time_links
         WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND ends_at > $3",
        params![hash_of(words), purpose.key(), now],
    )
    .await
}

/// Uses a link up; whether it still worked.
pub(crate) async fn use_up(tx: &mut Tx, link: &OneTimeLink) -> Result<bool, Fault> {
    let now = tx.now();
    let used = tx
        .execute(
            "UPDATE one_time_links SET used_at = $2
             WHERE id = $1 AND used_at IS NULL AND ends_at > $2",
            params![link.id, now],
        )
        .await?;
    Ok(used > 0)
}
