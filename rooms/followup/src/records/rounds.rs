use super::{Change, ParticipantId, ProgrammeId, RoundId, SetId, as_json};
use crate::rules::aggregate_report::{Logo, Section};
use chrono::NaiveDate;
use database::{FromRow, Row, Tx, params};
use forms::{Status, StatusWords};
use kernel::{Fault, MunicipalityCode, Outcome, Stop};

/// A round: one set of recommendations, asked once.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// The number.
    pub id: RoundId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The key of the body that the programme reports to; its members are asked.
    pub recipient_key: String,
    /// The set that is asked about.
    pub set: SetId,
    /// The key used in addresses and on the command line.
    pub key: String,
    /// What people edit.
    pub settings: RoundSettings,
    /// The last edit.
    pub change: Change,
}

/// What people edit about a round.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundSettings {
    /// The report's title.
    pub title: String,
    /// The introduction's paragraphs.
    pub introduction: Vec<String>,
    /// The day by which answers are due.
    pub due_on: Option<NaiveDate>,
    /// Until this day an answer is not called late.
    pub grace_until: Option<NaiveDate>,
    /// After this day no form is received.
    pub closes_on: Option<NaiveDate>,
    /// The day on which the recipient's members are the participants.
    pub reference_date: NaiveDate,
    /// What each status means in this round, in its own words.
    pub meanings: Vec<(Status, String)>,
    /// Words by which this round's forms say a status.
    pub status_words: StatusWords,
    /// The report's sections in order.
    pub sections: Vec<Section>,
    /// A logo for the title page.
    pub logo: Option<Logo>,
}

impl FromRow for Round {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let logo: Option<String> = row.get("logo")?;
        let logo = logo.map(|json| serde_json::from_str(&json)).transpose();
        Ok(Self {
            id: RoundId(row.get("id")?),
            programme: ProgrammeId(row.get("programme_id")?),
            recipient_key: row.get("recipient_key")?,
            set: SetId(row.get("set_id")?),
            key: row.get("key")?,
            settings: RoundSettings {
                title: row.get("title")?,
                introduction: row.json("introduction")?,
                due_on: row.get("due_on")?,
                grace_until: row.get("grace_until")?,
                closes_on: row.get("closes_on")?,
                reference_date: row.get("reference_date")?,
                meanings: row.json("meanings")?,
                status_words: row.json("status_words")?,
                sections: row.json("sections")?,
                logo: logo.map_err(|error| Fault::caused_by("reading a round's logo", error))?,
            },
            change: Change::from_row(row)?,
        })
    }
}

/// Every round, the newest first.
pub async fn all(tx: &mut Tx) -> Result<Vec<Round>, Fault> {
    tx.all(
        "SELECT o.id, o.programme_id, g.recipient_key, o.set_id, o.key, o.title, o.introduction,
                o.due_on, o.grace_until, o.closes_on, o.reference_date, o.meanings, o.status_words,
                o.sections, o.logo, o.version, o.changed_by, o.changed_at
         FROM rounds o JOIN programmes g ON g.id = o.programme_id
         ORDER BY o.reference_date DESC, o.id DESC",
        [],
    )
    .await
}

/// The round with a key.
pub async fn find(tx: &mut Tx, key: &str) -> Result<Option<Round>, Fault> {
    tx.optional(
        "SELECT o.id, o.programme_id, g.recipient_key, o.set_id, o.key, o.title, o.introduction,
                o.due_on, o.grace_until, o.closes_on, o.reference_date, o.meanings, o.status_words,
                o.sections, o.logo, o.version, o.changed_by, o.changed_at
         FROM rounds o JOIN programmes g ON g.id = o.programme_id WHERE o.key = $1",
        params![key],
    )
    .await
}

/// The round with a key, which must be there.
pub async fn named(tx: &mut Tx, key: &str) -> Outcome<Round> {
    find(tx, key).await?.ok_or(Stop::NotFound)
}

/// The round with a number.
pub async fn get(tx: &mut Tx, id: RoundId) -> Result<Round, Fault> {
    tx.one(
        "SELECT o.id, o.programme_id, g.recipient_key, o.set_id, o.key, o.title, o.introduction,
                o.due_on, o.grace_until, o.closes_on, o.reference_date, o.meanings, o.status_words,
                o.sections, o.logo, o.version, o.changed_by, o.changed_at
         FROM rounds o JOIN programmes g ON g.id = o.programme_id WHERE o.id = $1",
        params![id],
    )
    .await
}

/// The round of the same programme before this one.
pub async fn before(tx: &mut Tx, round: &Round) -> Result<Option<Round>, Fault> {
    tx.optional(
        "SELECT o.id, o.programme_id, g.recipient_key, o.set_id, o.key, o.title, o.introduction,
                o.due_on, o.grace_until, o.closes_on, o.reference_date, o.meanings, o.status_words,
                o.sections, o.logo, o.version, o.changed_by, o.changed_at
         FROM rounds o JOIN programmes g ON g.id = o.programme_id
         WHERE o.programme_id = $1
           AND (o.reference_date < $2 OR (o.reference_date = $2 AND o.id < $3))
         ORDER BY o.reference_date DESC, o.id DESC LIMIT 1",
        params![round.programme, round.settings.reference_date, round.id],
    )
    .await
}

/// Stores a round; None where the key is taken.
pub(crate) async fn insert(tx: &mut Tx, new: &Round) -> Result<Option<RoundId>, Fault> {
    let settings = &new.settings;
    let logo = settings.logo.as_ref().map(as_json).transpose()?;
    let id: Option<i64> = tx
        .optional(
            "INSERT INTO rounds (programme_id, set_id, key, title, introduction, due_on,
                                 grace_until, closes_on, reference_date, meanings, status_words,
                                 sections, logo, changed_by, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
             ON CONFLICT (key) DO NOTHING RETURNING id",
            params![
                new.programme,
                new.set,
                &new.key,
                &settings.title,
                as_json(&settings.introduction)?,
                settings.due_on,
                settings.grace_until,
                settings.closes_on,
                settings.reference_date,
                as_json(&settings.meanings)?,
                as_json(&settings.status_words)?,
                as_json(&settings.sections)?,
                logo,
                &new.change.by,
                new.change.at
            ],
        )
        .await?;
    Ok(id.map(RoundId))
}

/// Writes settings over the version that was seen; whether it was still that version.
pub(crate) async fn update(tx: &mut Tx, edited: &Round, by: &str) -> Result<bool, Fault> {
    let (settings, now) = (&edited.settings, tx.now());
    let logo = settings.logo.as_ref().map(as_json).transpose()?;
    let touched = tx
        .execute(
            "UPDATE rounds
             SET title = $3, introduction = $4, due_on = $5, grace_until = $6, closes_on = $7,
                 reference_date = $8, meanings = $9, status_words = $10, sections = $11,
                 logo = $12, version = version + 1, changed_by = $13, changed_at = $14
             WHERE id = $1 AND version = $2",
            params![
                edited.id,
                edited.change.version,
                &settings.title,
                as_json(&settings.introduction)?,
                settings.due_on,
                settings.grace_until,
                settings.closes_on,
                settings.reference_date,
                as_json(&settings.meanings)?,
                as_json(&settings.status_words)?,
                as_json(&settings.sections)?,
                logo,
                by,
                now
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// A municipality asked in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The number.
    pub id: ParticipantId,
    /// The round.
    pub round: RoundId,
    /// The code.
    pub code: MunicipalityCode,
    /// The name on the reference date.
    pub name: String,
}

impl FromRow for Participant {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: ParticipantId(row.get("id")?),
            round: RoundId(row.get("round_id")?),
            code: row.word("code", MunicipalityCode::parse)?,
            name: row.get("name")?,
        })
    }
}

/// Who is asked, by code.
pub async fn participants(tx: &mut Tx, round: RoundId) -> Result<Vec<Participant>, Fault> {
    tx.all(
        "SELECT id, round_id, code, name FROM participants WHERE round_id = $1 ORDER BY code",
        params![round],
    )
    .await
}

/// One participant by code.
pub async fn participant(
    tx: &mut Tx,
    round: RoundId,
    code: &MunicipalityCode,
) -> Result<Option<Participant>, Fault> {
    tx.optional(
        "SELECT id, round_id, code, name FROM participants WHERE round_id = $1 AND code = $2",
        params![round, code.as_str()],
    )
    .await
}

/// Adds a participant; nothing happens where the municipality is asked already.
pub(crate) async fn add_participant(
    tx: &mut Tx,
    round: RoundId,
    (code, name): (&str, &str),
    exception: Option<&str>,
) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO participants (round_id, code, name, is_exception, note)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (round_id, code) DO NOTHING",
        params![
            round,
            code,
            name,
            exception.is_some(),
            exception.unwrap_or_default()
        ],
    )
    .await?;
    Ok(())
}

/// Takes a participant out; whether there was one that has sent nothing.
pub(crate) async fn remove_participant(
    tx: &mut Tx,
    round: RoundId,
    code: &MunicipalityCode,
) -> Result<bool, Fault> {
    let touched = tx
        .execute(
            "DELETE FROM participants WHERE round_id = $1 AND code = $2
             AND NOT EXISTS (SELECT 1 FROM form_versions v WHERE v.participant_id = participants.id)",
            params![round, code.as_str()],
        )
        .await?;
    Ok(touched == 1)
}
