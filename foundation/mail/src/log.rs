//! The log: every letter, where it is, how often it was tried and why it did not leave.

use crate::outbox::LINK;
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, id_type, params};
use kernel::{Fault, Message, Outcome, Refusal, Stop};

id_type! {
    /// A letter.
    LetterId
}

/// Where a letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterState {
    /// It has not left yet.
    Waiting,
    /// A mail server has taken it.
    Sent,
    /// It will not be tried again by itself.
    GivenUp,
}

impl LetterState {
    /// All states.
    pub const ALL: [LetterState; 3] = [
        LetterState::Waiting,
        LetterState::Sent,
        LetterState::GivenUp,
    ];

    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            LetterState::Waiting => "waiting",
            LetterState::Sent => "sent",
            LetterState::GivenUp => "given_up",
        }
    }

    /// The state with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// A letter as it was posted, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// The number.
    pub id: LetterId,
    /// The occasion; the same is posted once.
    pub key: String,
    /// What kind of letter.
    pub kind: String,
    /// What it is about.
    pub about: String,
    /// The address.
    pub to_address: String,
    /// The recipient's name.
    pub to_name: String,
    /// The subject.
    pub subject: String,
    /// The text, with [`LINK`] where the secret link belongs.
    pub text: String,
    /// The secret link, as long as the letter has not left.
    pub secret_link: Option<String>,
    /// Where it is.
    pub state: LetterState,
    /// When it was posted.
    pub posted_at: DateTime<Utc>,
    /// When it is tried next.
    pub next_try_at: DateTime<Utc>,
    /// How often it was tried.
    pub tries: u32,
    /// When it left.
    pub sent_at: Option<DateTime<Utc>>,
    /// Why the last try failed.
    pub failure: Option<Message>,
}

impl FromRow for Posted {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let failure: Option<String> = row.get("last_failure")?;
        let failure = failure.map(|json| serde_json::from_str(&json)).transpose();
        Ok(Self {
            id: LetterId(row.get("id")?),
            key: row.get("key")?,
            kind: row.get("kind")?,
            about: row.get("about")?,
            to_address: row.get("to_address")?,
            to_name: row.get("to_name")?,
            subject: row.get("subject")?,
            text: row.get("text")?,
            secret_link: row.get("secret_link")?,
            state: row.word("state", LetterState::from_key)?,
            posted_at: row.get("posted_at")?,
            next_try_at: row.get("next_try_at")?,
            tries: row.count("tries")?,
            sent_at: row.get("sent_at")?,
            failure: failure
                .map_err(|error| Fault::caused_by("reading why a letter did not leave", error))?,
        })
    }
}

/// Letters, the newest first: of one kind and in one state where those are given, at most
/// `limit`.
pub async fn listed(
    tx: &mut Tx,
    kind: Option<&str>,
    state: Option<LetterState>,
    limit: u32,
) -> Result<Vec<Posted>, Fault> {
    tx.all(
        "SELECT id, key, kind, about, to_address, to_name, subject, text, secret_link, state,
                posted_at, next_try_at, tries, sent_at, last_failure
         FROM letters
         WHERE ($1 IS NULL OR kind = $1) AND ($2 IS NULL OR state = $2)
         ORDER BY posted_at DESC, id DESC LIMIT $3",
        params![kind, state.map(LetterState::key), limit],
    )
    .await
}

/// The letters that were given up, the newest first.
pub async fn all_given_up(tx: &mut Tx) -> Result<Vec<Posted>, Fault> {
    listed(tx, None, Some(LetterState::GivenUp), u32::MAX).await
}

/// The letter with a number.
pub async fn of_number(tx: &mut Tx, id: LetterId) -> Outcome<Posted> {
    let found = tx
        .optional(
            "SELECT id, key, kind, about, to_address, to_name, subject, text, secret_link, state,
                    posted_at, next_try_at, tries, sent_at, last_failure
             FROM letters WHERE id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// Posts a letter that was given up once more. One that carried a secret link cannot be: the
/// link is gone, and whoever sent it sends a new one.
pub async fn post_again(tx: &mut Tx, id: LetterId) -> Outcome<Posted> {
    let letter = of_number(tx, id).await?;
    if letter.state != LetterState::GivenUp {
        return Err(Refusal::new("mail-refusal-not-given-up").into());
    }
    if letter.text.contains(LINK) && letter.secret_link.is_none() {
        return Err(Refusal::new("mail-refusal-link-is-gone").into());
    }
    let now = tx.now();
    tx.execute(
        "UPDATE letters SET state = 'waiting', tries = 0, next_try_at = $2
         WHERE id = $1 AND state = 'given_up'",
        params![id, now],
    )
    .await?;
    of_number(tx, id).await
}
