use super::{Change, CycleEventId, ProgrammeId};
use crate::rules::cycle::Audience;
use chrono::NaiveDate;
use database::{FromRow, Row, Tx, params};
use kernel::{Fault, Outcome, Stop};

/// Something that happens in a programme's year beside its rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CycleEvent {
    /// The number.
    pub id: CycleEventId,
    /// The programme.
    pub programme: ProgrammeId,
    /// What people edit.
    pub event: EventFacts,
    /// Whether it was called off; calendars then take it out.
    pub is_withdrawn: bool,
    /// The last edit.
    pub change: Change,
}

/// What people edit about an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFacts {
    /// What happens.
    pub title: String,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day, where there are several.
    pub ends_on: Option<NaiveDate>,
    /// Whom it concerns.
    pub audience: Audience,
    /// Where more is said; may be empty.
    pub link: String,
}

impl FromRow for CycleEvent {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: CycleEventId(row.get("id")?),
            programme: ProgrammeId(row.get("programme_id")?),
            event: EventFacts {
                title: row.get("title")?,
                starts_on: row.get("starts_on")?,
                ends_on: row.get("ends_on")?,
                audience: row.word("audience", Audience::from_key)?,
                link: row.get("link")?,
            },
            is_withdrawn: row.get("is_withdrawn")?,
            change: Change::from_row(row)?,
        })
    }
}

/// Every event of every programme, those that were called off too, by day.
pub async fn all(tx: &mut Tx) -> Result<Vec<CycleEvent>, Fault> {
    tx.all(
        "SELECT id, programme_id, title, starts_on, ends_on, audience, link, is_withdrawn, version,
                changed_by, changed_at
         FROM cycle_events ORDER BY starts_on, id",
        [],
    )
    .await
}

/// One event.
pub async fn get(tx: &mut Tx, id: CycleEventId) -> Outcome<CycleEvent> {
    let found = tx
        .optional(
            "SELECT id, programme_id, title, starts_on, ends_on, audience, link, is_withdrawn,
                    version, changed_by, changed_at
             FROM cycle_events WHERE id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// Stores an event.
pub(crate) async fn insert(
    tx: &mut Tx,
    programme: ProgrammeId,
    event: &EventFacts,
    by: &str,
) -> Result<CycleEventId, Fault> {
    let now = tx.now();
    let id: i64 = tx
        .one(
            "INSERT INTO cycle_events (programme_id, title, starts_on, ends_on, audience, link,
                                       is_withdrawn, changed_by, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
            params![
                programme,
                &event.title,
                event.starts_on,
                event.ends_on,
                event.audience.key(),
                &event.link,
                false,
                by,
                now
            ],
        )
        .await?;
    Ok(CycleEventId(id))
}

/// Writes an event over the version that was seen; whether it was still that version.
pub(crate) async fn update(tx: &mut Tx, edited: &CycleEvent, by: &str) -> Result<bool, Fault> {
    let (event, now) = (&edited.event, tx.now());
    let touched = tx
        .execute(
            "UPDATE cycle_events
             SET title = $3, starts_on = $4, ends_on = $5, audience = $6, link = $7,
                 is_withdrawn = $8, version = version + 1, changed_by = $9, changed_at = $10
             WHERE id = $1 AND version = $2",
            params![
                edited.id,
                edited.change.version,
                &event.title,
                event.starts_on,
                event.ends_on,
                event.audience.key(),
                &event.link,
                edited.is_withdrawn,
                by,
                now
            ],
        )
        .await?;
    Ok(touched == 1)
}
