use super::account::AccountId;
use crate::authorities::AuthorityId;
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::{Actor, Fault, Held, Role};

/// A role as it was given, and perhaps taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleRecord {
    /// Whose.
    pub account: AccountId,
    /// The role, and for whom.
    pub held: Held,
    /// When it was given, and by whom.
    pub granted: (DateTime<Utc>, String),
    /// When it was taken, and by whom.
    pub revoked: Option<(DateTime<Utc>, String)>,
}

impl FromRow for RoleRecord {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let revoked_at: Option<DateTime<Utc>> = row.get("revoked_at")?;
        let revoked_by: Option<String> = row.get("revoked_by")?;
        Ok(Self {
            account: AccountId(row.get("account_id")?),
            held: Held {
                role: row.word("role", Role::from_key)?,
                authority: row.get("authority")?,
            },
            granted: (row.get("granted_at")?, row.get("granted_by")?),
            revoked: revoked_at.zip(revoked_by),
        })
    }
}

/// Gives a role, unless it is held already; whether it is new.
pub(crate) async fn grant(
    tx: &mut Tx,
    actor: &Actor,
    account: AccountId,
    (role, authority): (Role, Option<AuthorityId>),
) -> Result<bool, Fault> {
    let now = tx.now();
    let granted = tx
        .execute(
            "INSERT INTO account_roles (account_id, role, authority_id, granted_at, granted_by)
             SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (
                 SELECT 1 FROM account_roles
                 WHERE account_id = $1 AND role = $2 AND authority_id IS NOT DISTINCT FROM $3
                   AND revoked_at IS NULL)",
            params![account, role.key(), authority, now, actor.name.as_str()],
        )
        .await?;
    Ok(granted > 0)
}

/// Takes a role; whether it was held.
pub(crate) async fn revoke(
    tx: &mut Tx,
    actor: &Actor,
    account: AccountId,
    (role, authority): (Role, Option<AuthorityId>),
) -> Result<bool, Fault> {
    let now = tx.now();
    let revoked = tx
        .execute(
            "UPDATE account_roles SET revoked_at = $4, revoked_by = $5
             WHERE account_id = $1 AND role = $2 AND authority_id IS NOT DISTINCT FROM $3
               AND revoked_at IS NULL",
            params![account, role.key(), authority, now, actor.name.as_str()],
        )
        .await?;
    Ok(revoked > 0)
}

/// Every role that an account holds or held, the newest first.
pub(crate) async fn of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<RoleRecord>, Fault> {
    tx.all(
        "SELECT r.account_id, r.role, a.key AS authority, r.granted_at, r.granted_by,
                r.revoked_at, r.revoked_by
         FROM account_roles r LEFT JOIN authorities a ON a.id = r.authority_id
         WHERE r.account_id = $1
         ORDER BY r.granted_at DESC, r.id DESC",
        params![account],
    )
    .await
}

/// The roles that are held now, of every account.
pub(crate) async fn held_now(tx: &mut Tx) -> Result<Vec<RoleRecord>, Fault> {
    tx.all(
        "SELECT r.account_id, r.role, a.key AS authority, r.granted_at, r.granted_by,
                r.revoked_at, r.revoked_by
         FROM account_roles r LEFT JOIN authorities a ON a.id = r.authority_id
         WHERE r.revoked_at IS NULL
         ORDER BY r.id",
        [],
    )
    .await
}

/// The roles that are held now by everybody who holds one for an authority, also those that the
/// same people hold for others.
pub(crate) async fn of_people_at(
    tx: &mut Tx,
    authority: AuthorityId,
) -> Result<Vec<RoleRecord>, Fault> {
    tx.all(
        "SELECT r.account_id, r.role, a.key AS authority, r.granted_at, r.granted_by,
                r.revoked_at, r.revoked_by
         FROM account_roles r LEFT JOIN authorities a ON a.id = r.authority_id
         WHERE r.revoked_at IS NULL AND r.account_id IN (
             SELECT account_id FROM account_roles
             WHERE authority_id = $1 AND revoked_at IS NULL)
         ORDER BY r.id",
        params![authority],
    )
    .await
}
