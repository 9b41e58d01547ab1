use super::account::AccountId;
use crate::accounts::secret::Secret;
use chrono::{DateTime, TimeDelta, Utc};
use database::{FromRow, Row, Tx, id_type, params};
use kernel::{Actor, Fault, Held, Language, Role};

id_type! {
    /// A session.
    SessionId
}

/// A session that nobody uses ends after this time (OWASP ASVS 5, 7.3.1).
pub const IDLE: TimeDelta = TimeDelta::hours(2);
/// A session ends after a working day, however much it is used (7.3.2).
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// How exactly it is noted when a session was last used.
const NOTED_AFTER: TimeDelta = TimeDelta::minutes(1);
/// How long an ended session is still kept.
const KEPT: TimeDelta = TimeDelta::days(90);

/// A session, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The number.
    pub id: SessionId,
    /// When it began.
    pub began_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    pub last_seen_at: DateTime<Utc>,
    /// The network address that it began from.
    pub address: String,
    /// The program: `Firefox, Windows`.
    pub program: String,
}

impl FromRow for Session {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: SessionId(row.get("id")?),
            began_at: row.get("began_at")?,
            last_seen_at: row.get("last_seen_at")?,
            address: row.get("address")?,
            program: row.get("program")?,
        })
    }
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The person with their roles.
    pub actor: Actor,
    /// Their account.
    pub account: AccountId,
    /// The language that they chose.
    pub language: Language,
    /// Whether the person is invented: the session then holds only where everything is.
    pub fictional: bool,
    /// The session.
    pub session: SessionId,
    /// When it was last used.
    pub last_seen_at: DateTime<Utc>,
}

impl SignedIn {
    /// Whether it is time to note again that the session is used.
    pub fn is_to_be_noted(&self, now: DateTime<Utc>) -> bool {
        now - self.last_seen_at >= NOTED_AFTER
    }
}

/// One row for each role, and one without a role for somebody who has none.
struct SignedInRow {
    signed_in: SignedIn,
    held: Option<Held>,
}

impl FromRow for SignedInRow {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let role: Option<String> = row.get("role")?;
        let authority: Option<String> = row.get("authority")?;
        let role = role.as_deref().and_then(Role::from_key);
        let account: i64 = row.get("account_id")?;
        Ok(Self {
            held: role.map(|role| Held { role, authority }),
            signed_in: SignedIn {
                actor: Actor {
                    name: row.get("name")?,
                    account: Some(account),
                    roles: Vec::new(),
                },
                account: AccountId(account),
                language: row.word("language", Language::from_tag)?,
                fictional: row.get("fictional")?,
                session: SessionId(row.get("id")?),
                last_seen_at: row.get("last_seen_at")?,
            },
        })
    }
}

/// Who a session belongs to, with what they may do today; nobody when it has ended, was not used
/// for too long, or the account is disabled. One question.
pub async fn actor_of_session(
    tx: &mut Tx,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<SignedIn>, Fault> {
    let rows: Vec<SignedInRow> = tx
        .all(
            "SELECT s.id, s.last_seen_at, s.account_id, a.name, a.language, a.fictional, r.role,
                    b.key AS authority
             FROM sessions s
             JOIN accounts a ON a.id = s.account_id
             LEFT JOIN account_roles r ON r.account_id = a.id AND r.revoked_at IS NULL
             LEFT JOIN authorities b ON b.id = r.authority_id
             WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.ends_at > $2
               AND s.last_seen_at > $3 AND a.disabled_at IS NULL
             ORDER BY r.id",
            params![token_hash, now, now - IDLE],
        )
        .await?;
    let mut rows = rows.into_iter();
    let Some(first) = rows.next() else {
        return Ok(None);
    };
    let mut signed_in = first.signed_in;
    let held = rows.filter_map(|row| row.held);
    signed_in.actor.roles = first.held.into_iter().chain(held).collect();
    Ok(Some(signed_in))
}

/// Notes that a session is used.
pub async fn mark_seen(tx: &mut Tx, session: SessionId) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE sessions SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2",
        params![session, now],
    )
    .await?;
    Ok(())
}

/// Where a session begins from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visit {
    /// The network address.
    pub address: String,
    /// The program: `Firefox, Windows`.
    pub program: String,
}

/// Begins a session, and forgets the account's old ones.
pub(crate) async fn begin(
    tx: &mut Tx,
    account: AccountId,
    visit: &Visit,
) -> Result<(SessionId, Secret), Fault> {
    let now = tx.now();
    tx.execute(
        "DELETE FROM sessions WHERE account_id = $1 AND ends_at < $2",
        params![account, now - KEPT],
    )
    .await?;
    let secret = Secret::random()?;
    let id: i64 = tx
        .one(
            "INSERT INTO sessions (account_id, token_hash, began_at, last_seen_at, ends_at,
                                   address, program)
             VALUES ($1, $2, $3, $3, $4, $5, $6) RETURNING id",
            params![
                account,
                secret.hash(),
                now,
                now + ABSOLUTE,
                visit.address.as_str(),
                visit.program.as_str()
            ],
        )
        .await?;
    Ok((SessionId(id), secret))
}

/// Ends one session of an account; whether it went on until now.
pub(crate) async fn end(
    tx: &mut Tx,
    account: AccountId,
    session: SessionId,
) -> Result<bool, Fault> {
    let now = tx.now();
    let ended = tx
        .execute(
            "UPDATE sessions SET ended_at = $3
             WHERE id = $1 AND account_id = $2 AND ended_at IS NULL",
            params![session, account, now],
        )
        .await?;
    Ok(ended > 0)
}

/// Ends all sessions of an account but one; how many went on until now.
pub(crate) async fn end_all(
    tx: &mut Tx,
    account: AccountId,
    but: Option<SessionId>,
) -> Result<u64, Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE sessions SET ended_at = $3
         WHERE account_id = $1 AND ended_at IS NULL AND ends_at > $3
           AND id IS DISTINCT FROM $2",
        params![account, but, now],
    )
    .await
}

/// The sessions of an account that go on, the last used first.
pub(crate) async fn going_on(tx: &mut Tx, account: AccountId) -> Result<Vec<Session>, Fault> {
    let now = tx.now();
    tx.all(
        "SELECT id, began_at, last_seen_at, address, program FROM sessions
         WHERE account_id = $1 AND ended_at IS NULL AND ends_at > $2 AND last_seen_at > $3
         ORDER BY last_seen_at DESC, id DESC",
        params![account, now, now - IDLE],
    )
    .await
}
