//! The SQL of tokens.

use super::{Revocation, Scope, Token, TokenId};
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::{Fault, Held, Outcome, Role, Stop};
use serde_json::json;

impl FromRow for Token {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let reason: Option<String> = row.get("reason")?;
        let by: Option<String> = row.get("revoked_by")?;
        let at: Option<DateTime<Utc>> = row.get("revoked_at")?;
        Ok(Self {
            id: TokenId(row.get("id")?),
            name: row.get("name")?,
            authority: row.get("authority")?,
            roles: words(row, "roles", Role::from_key)?,
            scopes: words(row, "scopes", Scope::from_key)?,
            start: row.get("start")?,
            account: row.get("account_id")?,
            made_by: row.get("made_by")?,
            made_at: row.get("made_at")?,
            expires_on: row.get("expires_on")?,
            last_used_at: row.get("last_used_at")?,
            revocation: reason.zip(by).zip(at).map(|((reason, by), at)| Revocation {
                reason,
                by,
                at,
            }),
        })
    }
}

fn words<T>(row: &Row, column: &str, read: fn(&str) -> Option<T>) -> Result<Vec<T>, Fault> {
    let words: Vec<String> = row.json(column)?;
    let unknown = |word: &str| Fault::new(format!("{column} holds the unknown word {word:?}"));
    let known = words
        .iter()
        .map(|word| read(word).ok_or_else(|| unknown(word)));
    known.collect()
}

/// Every token, the newest first.
pub(super) async fn all(tx: &mut Tx) -> Result<Vec<Token>, Fault> {
    tx.all(
        "SELECT t.id, t.name, t.authority, t.roles, t.scopes, t.start, t.account_id, t.made_by,
                t.made_at, t.expires_on, t.last_used_at, r.reason, r.revoked_by, r.revoked_at
         FROM api_tokens t LEFT JOIN api_token_revocations r ON r.token_id = t.id
         ORDER BY t.id DESC",
        [],
    )
    .await
}

/// One token.
pub async fn get(tx: &mut Tx, id: TokenId) -> Outcome<Token> {
    let found = tx
        .optional(
            "SELECT t.id, t.name, t.authority, t.roles, t.scopes, t.start, t.account_id,
                    t.made_by, t.made_at, t.expires_on, t.last_used_at, r.reason, r.revoked_by,
                    r.revoked_at
             FROM api_tokens t LEFT JOIN api_token_revocations r ON r.token_id = t.id
             WHERE t.id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// The token with this hash.
pub(super) async fn with_hash(tx: &mut Tx, hash: &str) -> Result<Option<Token>, Fault> {
    tx.optional(
        "SELECT t.id, t.name, t.authority, t.roles, t.scopes, t.start, t.account_id, t.made_by,
                t.made_at, t.expires_on, t.last_used_at, r.reason, r.revoked_by, r.revoked_at
         FROM api_tokens t LEFT JOIN api_token_revocations r ON r.token_id = t.id
         WHERE t.hash = $1",
        params![hash],
    )
    .await
}

pub(super) async fn insert(tx: &mut Tx, new: &Token, hash: &str) -> Result<TokenId, Fault> {
    let roles: Vec<&str> = new.roles.iter().map(|role| role.key()).collect();
    let scopes: Vec<&str> = new.scopes.iter().map(|scope| scope.key()).collect();
    let id: i64 = tx
        .one(
            "INSERT INTO api_tokens (name, authority, roles, scopes, start, hash, account_id,
                                     made_by, made_at, expires_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
            params![
                &new.name,
                &new.authority,
                json!(roles).to_string(),
                json!(scopes).to_string(),
                &new.start,
                hash,
                new.account,
                &new.made_by,
                new.made_at,
                new.expires_on
            ],
        )
        .await?;
    Ok(TokenId(id))
}

/// Records that a token was taken back; whether it still worked.
pub(super) async fn insert_revocation(
    tx: &mut Tx,
    id: TokenId,
    reason: &str,
    by: &str,
) -> Result<bool, Fault> {
    let now = tx.now();
    let touched = tx
        .execute(
            "INSERT INTO api_token_revocations (token_id, reason, revoked_by, revoked_at)
             VALUES ($1, $2, $3, $4) ON CONFLICT (token_id) DO NOTHING",
            params![id, reason, by, now],
        )
        .await?;
    Ok(touched == 1)
}

pub(super) async fn mark_used(tx: &mut Tx, id: TokenId) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE api_tokens SET last_used_at = $2 WHERE id = $1",
        params![id, now],
    )
    .await?;
    Ok(())
}

/// What an account holds today; one that is disabled holds nothing.
pub(super) async fn held_by(tx: &mut Tx, account: i64) -> Result<Vec<Held>, Fault> {
    let held: Vec<HeldNow> = tx
        .all(
            "SELECT r.role, b.key AS authority
         FROM account_roles r
         JOIN accounts a ON a.id = r.account_id
         LEFT JOIN authorities b ON b.id = r.authority_id
         WHERE r.account_id = $1 AND r.revoked_at IS NULL AND a.disabled_at IS NULL
         ORDER BY r.id",
            params![account],
        )
        .await?;
    Ok(held.into_iter().map(|one| one.0).collect())
}

struct HeldNow(Held);

impl FromRow for HeldNow {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self(Held {
            role: row.word("role", Role::from_key)?,
            authority: row.get("authority")?,
        }))
    }
}
