//! The journal: every deed, who did it and when. It is only ever added to, and each entry's hash
//! covers the one before, so that a changed or missing entry shows.
//!
//! The hash is SHA-256, in hexadecimal, of the UTF-8 bytes of one JSON array without spaces:
//! `[previous hash, number, moment, who, [roles], area, deed, subject, details]`, where the
//! moment is RFC 3339 in UTC with six decimals and `Z`, the details are the stored JSON text as
//! one string, and the previous hash of the first entry is the empty string.

use chrono::{DateTime, SecondsFormat, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::{Actor, Fault, Message};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// What an entry says was done.
#[derive(Debug, Clone)]
pub struct Entry {
    area: &'static str,
    deed: &'static str,
    subject: String,
    details: Map<String, Value>,
}

impl Entry {
    /// A deed of an area (`followup`, `accept_form`) on something that people can recognise
    /// (`2017/0101 v2`).
    pub fn new(area: &'static str, deed: &'static str, subject: impl Into<String>) -> Self {
        Self {
            area,
            deed,
            subject: subject.into(),
            details: Map::new(),
        }
    }

    /// The same with one detail: a reason, the value before.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }
}

/// An entry as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// From 1, without gaps.
    pub number: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub who: String,
    /// As what, as a JSON list.
    pub roles: String,
    /// Which part of the house.
    pub area: String,
    /// The deed's name.
    pub deed: String,
    /// On what.
    pub subject: String,
    /// Details as a JSON object.
    pub details: String,
    /// The hash of the entry before.
    pub previous: String,
    /// The hash of this entry.
    pub hash: String,
}

impl FromRow for Written {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            number: row.get("number")?,
            at: row.get("at")?,
            who: row.get("who")?,
            roles: row.get("roles")?,
            area: row.get("area")?,
            deed: row.get("deed")?,
            subject: row.get("subject")?,
            details: row.get("details")?,
            previous: row.get("previous_hash")?,
            hash: row.get("hash")?,
        })
    }
}

impl Written {
    /// The bytes that the hash covers.
    fn canonical(&self) -> String {
        let roles: Value = serde_json::from_str(&self.roles).unwrap_or_default();
        let at = self.at.to_rfc3339_opts(SecondsFormat::Micros, true);
        json!([
            self.previous,
            self.number,
            at,
            self.who,
            roles,
            self.area,
            self.deed,
            self.subject,
            self.details
        ])
        .to_string()
    }

    fn expected_hash(&self) -> String {
        let hash = Sha256::digest(self.canonical());
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Adds an entry at the transaction's moment. The number of the actor's account stands among the
/// details, for two people may have one name.
pub async fn enter(tx: &mut Tx, actor: &Actor, entry: Entry) -> Result<(), Fault> {
    let entry = match actor.account {
        Some(account) => entry.with("account", account),
        None => entry,
    };
    let (number, previous) = last(tx).await?;
    let mut written = Written {
        number: number + 1,
        at: tx.now(),
        who: actor.name.clone(),
        roles: json!(actor.roles).to_string(),
        area: entry.area.to_owned(),
        deed: entry.deed.to_owned(),
        subject: entry.subject,
        details: Value::Object(entry.details).to_string(),
        previous,
        hash: String::new(),
    };
    written.hash = written.expected_hash();
    insert(tx, written).await
}

async fn last(tx: &mut Tx) -> Result<(i64, String), Fault> {
    struct Last(i64, String);
    impl FromRow for Last {
        fn from_row(row: &Row) -> Result<Self, Fault> {
            Ok(Self(row.get("number")?, row.get("hash")?))
        }
    }
    let last: Option<Last> = tx
        .optional(
            "SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1",
            [],
        )
        .await?;
    Ok(last.map_or((0, String::new()), |last| (last.0, last.1)))
}

async fn insert(tx: &mut Tx, entry: Written) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO journal (number, at, who, roles, area, deed, subject, details,
                              previous_hash, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            entry.number,
            entry.at,
            entry.who,
            entry.roles,
            entry.area,
            entry.deed,
            entry.subject,
            entry.details,
            entry.previous,
            entry.hash
        ],
    )
    .await?;
    Ok(())
}

/// The newest entries, newest first.
pub async fn newest(tx: &mut Tx, limit: u32) -> Result<Vec<Written>, Fault> {
    tx.all(
        "SELECT number, at, who, roles, area, deed, subject, details, previous_hash, hash
         FROM journal ORDER BY number DESC LIMIT $1",
        params![limit],
    )
    .await
}

/// Entries before a number, newest first; from the newest on where none is given.
pub async fn before(tx: &mut Tx, number: Option<i64>, limit: u32) -> Result<Vec<Written>, Fault> {
    tx.all(
        "SELECT number, at, who, roles, area, deed, subject, details, previous_hash, hash
         FROM journal WHERE ($1 IS NULL OR number < $1) ORDER BY number DESC LIMIT $2",
        params![number, limit],
    )
    .await
}

/// How many entries there are.
pub async fn length(tx: &mut Tx) -> Result<usize, Fault> {
    let entries: i64 = tx.one("SELECT count(*) FROM journal", []).await?;
    Ok(usize::try_from(entries).unwrap_or_default())
}

/// Reads the whole chain and says where it is broken: an entry that was changed, or one that is
/// missing. Empty when all is well.
pub async fn verify(tx: &mut Tx) -> Result<Vec<Message>, Fault> {
    let entries: Vec<Written> = tx
        .all(
            "SELECT number, at, who, roles, area, deed, subject, details, previous_hash, hash
             FROM journal ORDER BY number",
            [],
        )
        .await?;
    let mut findings = Vec::new();
    let (mut number, mut previous) = (0, String::new());
    for entry in entries {
        if entry.number != number + 1 || entry.previous != previous {
            findings.push(Message::new("people-journal-gap").with("number", entry.number));
        }
        if entry.hash != entry.expected_hash() {
            findings.push(Message::new("people-journal-changed").with("number", entry.number));
        }
        (number, previous) = (entry.number, entry.hash);
    }
    Ok(findings)
}
