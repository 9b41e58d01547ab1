//! Authorities, who belongs to which body on which day, and whose work another one carries out.

use chrono::NaiveDate;
use database::{FromRow, Row, Tx, id_type, params};
use kernel::{Fault, Outcome, Refusal};

id_type! {
    /// An authority.
    AuthorityId
}

/// A kind of authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A municipality; its key is its code.
    Municipality,
    /// A region.
    Region,
    /// A municipal contact council.
    Kkr,
    /// The secretariat of a contact council.
    Secretariat,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 4] = [
        Kind::Municipality,
        Kind::Region,
        Kind::Kkr,
        Kind::Secretariat,
    ];

    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Municipality => "municipality",
            Kind::Region => "region",
            Kind::Kkr => "kkr",
            Kind::Secretariat => "secretariat",
        }
    }

    /// The kind with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// An authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// The number.
    pub id: AuthorityId,
    /// `0101`, `kkr-hovedstaden`, `region-oestdanmark`.
    pub key: String,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day, if it has one.
    pub to: Option<NaiveDate>,
}

impl FromRow for Authority {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: AuthorityId(row.get("id")?),
            key: row.get("key")?,
            kind: row.word("kind", Kind::from_key)?,
            name: row.get("name")?,
            from: row.get("valid_from")?,
            to: row.get("valid_to")?,
        })
    }
}

/// The authority with a key.
pub async fn find(tx: &mut Tx, key: &str) -> Result<Option<Authority>, Fault> {
    tx.optional(
        "SELECT id, key, kind, name, valid_from, valid_to FROM authorities WHERE key = $1",
        params![key],
    )
    .await
}

/// All authorities of a kind on a day, by key.
pub async fn existing_on(tx: &mut Tx, kind: Kind, day: NaiveDate) -> Result<Vec<Authority>, Fault> {
    tx.all(
        "SELECT id, key, kind, name, valid_from, valid_to FROM authorities
         WHERE kind = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
         ORDER BY key",
        params![kind.key(), day],
    )
    .await
}

/// Who belonged to a body on a day, by key.
pub async fn members_on(tx: &mut Tx, body: &str, day: NaiveDate) -> Result<Vec<Authority>, Fault> {
    tx.all(
        "SELECT a.id, a.key, a.kind, a.name, a.valid_from, a.valid_to
         FROM memberships m
         JOIN authorities a ON a.id = m.member_id
         JOIN authorities b ON b.id = m.body_id
         WHERE b.key = $1 AND m.valid_from <= $2 AND (m.valid_to IS NULL OR m.valid_to >= $2)
         ORDER BY a.key",
        params![body, day],
    )
    .await
}

/// The bodies of a kind that an authority belonged to on a day.
pub async fn bodies_of(
    tx: &mut Tx,
    member: &str,
    kind: Kind,
    day: NaiveDate,
) -> Result<Vec<Authority>, Fault> {
    tx.all(
        "SELECT b.id, b.key, b.kind, b.name, b.valid_from, b.valid_to
         FROM memberships m
         JOIN authorities a ON a.id = m.member_id
         JOIN authorities b ON b.id = m.body_id
         WHERE a.key = $1 AND b.kind = $2
           AND m.valid_from <= $3 AND (m.valid_to IS NULL OR m.valid_to >= $3)
         ORDER BY b.key",
        params![member, kind.key(), day],
    )
    .await
}

/// What became of a body that ended, directly.
pub async fn successor_of(tx: &mut Tx, key: &str) -> Result<Option<Authority>, Fault> {
    tx.optional(
        "SELECT s.id, s.key, s.kind, s.name, s.valid_from, s.valid_to
         FROM authorities a JOIN authorities s ON s.id = a.successor_id
         WHERE a.key = $1",
        params![key],
    )
    .await
}

/// Records that another authority carries out an authority's work from a day on. It answers for
/// it still: a report from Ishøj may be about an effort that Vallensbæk carries out.
pub async fn carry_out(
    tx: &mut Tx,
    whose: &str,
    by: &str,
    from: NaiveDate,
    note: &str,
) -> Outcome<()> {
    if whose == by {
        return Err(Refusal::new("people-refusal-carries-out-own-work")
            .at("by")
            .into());
    }
    let recorded = tx
        .execute(
            "INSERT INTO carried_out_work (authority_id, by_authority_id, valid_from, note)
             SELECT a.id, b.id, $3, $4 FROM authorities a, authorities b
             WHERE a.key = $1 AND b.key = $2",
            params![whose, by, from, note],
        )
        .await?;
    if recorded == 0 {
        return Err(Refusal::new("people-refusal-unknown-authority")
            .at("by")
            .into());
    }
    Ok(())
}

/// Who carries out an authority's work on a day; itself where nothing else is recorded.
pub async fn carried_out_by(
    tx: &mut Tx,
    whose: &str,
    day: NaiveDate,
) -> Result<Option<Authority>, Fault> {
    let other = tx
        .optional(
            "SELECT b.id, b.key, b.kind, b.name, b.valid_from, b.valid_to
             FROM carried_out_work w
             JOIN authorities a ON a.id = w.authority_id
             JOIN authorities b ON b.id = w.by_authority_id
             WHERE a.key = $1 AND w.valid_from <= $2 AND (w.valid_to IS NULL OR w.valid_to >= $2)
             ORDER BY w.valid_from DESC, w.id DESC",
            params![whose, day],
        )
        .await?;
    match other {
        Some(other) => Ok(Some(other)),
        None => find(tx, whose).await,
    }
}
