use super::{Change, ProgrammeId, RoundId, as_json};
use crate::rules::chasing::ReminderPlan;
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::{Fault, MunicipalityCode};

/// How a municipality was spoken to about its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContactKind {
    /// A reminder by the plan.
    Reminder,
    /// A reminder that somebody sent.
    ByHand,
    /// A telephone call that somebody noted.
    Call,
    /// The form came back.
    Returned,
    /// The form was accepted.
    Accepted,
}

impl ContactKind {
    /// All kinds.
    pub const ALL: [ContactKind; 5] = [
        ContactKind::Reminder,
        ContactKind::ByHand,
        ContactKind::Call,
        ContactKind::Returned,
        ContactKind::Accepted,
    ];

    /// The word that is stored; also the kind of the letter, where there is one.
    pub fn key(self) -> &'static str {
        match self {
            ContactKind::Reminder => "reminder",
            ContactKind::ByHand => "by_hand",
            ContactKind::Call => "call",
            ContactKind::Returned => "returned",
            ContactKind::Accepted => "accepted",
        }
    }

    /// The kind with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether it asks for a form that is missing: those are counted.
    pub fn is_reminder(self) -> bool {
        matches!(self, ContactKind::Reminder | ContactKind::ByHand)
    }
}

/// One time that a municipality was spoken to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormContact {
    /// The municipality.
    pub code: MunicipalityCode,
    /// How.
    pub kind: ContactKind,
    /// The step of the plan, where it was one.
    pub step: Option<i64>,
    /// Whether the approvers were written to as well.
    pub is_escalated: bool,
    /// With whom, by name.
    pub to_whom: String,
    /// What was said.
    pub note: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl FromRow for FormContact {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            code: row.word("code", MunicipalityCode::parse)?,
            kind: row.word("kind", ContactKind::from_key)?,
            step: row.get("step")?,
            is_escalated: row.get("is_escalated")?,
            to_whom: row.get("to_whom")?,
            note: row.get("note")?,
            by: row.get("made_by")?,
            at: row.get("made_at")?,
        })
    }
}

/// Every contact about the forms of a round, the newest first.
pub async fn contacts(tx: &mut Tx, round: RoundId) -> Result<Vec<FormContact>, Fault> {
    tx.all(
        "SELECT code, kind, step, is_escalated, to_whom, note, made_by, made_at
         FROM form_contacts WHERE round_id = $1 ORDER BY made_at DESC, id DESC",
        params![round],
    )
    .await
}

/// Records a contact; whether it was new: a step of the plan is taken once.
pub(crate) async fn record_contact(
    tx: &mut Tx,
    round: RoundId,
    contact: &FormContact,
) -> Result<bool, Fault> {
    let recorded = tx
        .execute(
            "INSERT INTO form_contacts (round_id, code, kind, step, is_escalated, to_whom, note,
                                        made_by, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (round_id, code, step) DO NOTHING",
            params![
                round,
                contact.code.as_str(),
                contact.kind.key(),
                contact.step,
                contact.is_escalated,
                &contact.to_whom,
                &contact.note,
                &contact.by,
                contact.at
            ],
        )
        .await?;
    Ok(recorded == 1)
}

/// A round's plan and its last edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPlan {
    /// The plan.
    pub plan: ReminderPlan,
    /// The last edit; none where nobody has touched the usual plan.
    pub change: Option<Change>,
}

impl StoredPlan {
    /// What an edit must have seen: 0 for the usual plan.
    pub fn version(&self) -> i64 {
        self.change.as_ref().map_or(0, |change| change.version)
    }
}

impl FromRow for StoredPlan {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let after: Option<i64> = row.get("escalate_after")?;
        Ok(Self {
            plan: ReminderPlan {
                is_on: row.get("is_on")?,
                steps: row.json("steps")?,
                most: row.count("most")?,
                days_between: row.count("days_between")?,
                escalate_after: after.and_then(|after| u32::try_from(after).ok()),
            },
            change: Some(Change::from_row(row)?),
        })
    }
}

/// A round's plan; the usual one where nobody has said otherwise.
pub async fn plan(tx: &mut Tx, round: RoundId) -> Result<StoredPlan, Fault> {
    let stored = tx
        .optional(
            "SELECT is_on, steps, most, days_between, escalate_after, version, changed_by,
                    changed_at
             FROM reminder_plans WHERE round_id = $1",
            params![round],
        )
        .await?;
    Ok(stored.unwrap_or(StoredPlan {
        plan: ReminderPlan::default(),
        change: None,
    }))
}

/// Writes a plan over the version that was seen; whether it was still that version.
pub(crate) async fn save_plan(
    tx: &mut Tx,
    round: RoundId,
    seen: i64,
    plan: &ReminderPlan,
    by: &str,
) -> Result<bool, Fault> {
    let now = tx.now();
    let touched = tx
        .execute(
            "INSERT INTO reminder_plans (round_id, is_on, steps, most, days_between,
                                         escalate_after, changed_by, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (round_id) DO UPDATE
             SET is_on = $2, steps = $3, most = $4, days_between = $5, escalate_after = $6,
                 version = reminder_plans.version + 1, changed_by = $7, changed_at = $8
             WHERE reminder_plans.version = $9",
            params![
                round,
                plan.is_on,
                as_json(&plan.steps)?,
                plan.most,
                plan.days_between,
                plan.escalate_after,
                by,
                now,
                seen
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// When the last digest of a programme was made.
pub async fn last_digest(
    tx: &mut Tx,
    programme: ProgrammeId,
) -> Result<Option<DateTime<Utc>>, Fault> {
    tx.optional(
        "SELECT made_at FROM digests WHERE programme_id = $1 ORDER BY made_on DESC LIMIT 1",
        params![programme],
    )
    .await
}

/// Takes today's digest of a programme; whether nobody had.
pub(crate) async fn take_digest(tx: &mut Tx, programme: ProgrammeId) -> Result<bool, Fault> {
    let (today, now) = (tx.today(), tx.now());
    let taken = tx
        .execute(
            "INSERT INTO digests (programme_id, made_on, made_at) VALUES ($1, $2, $3)
             ON CONFLICT (programme_id, made_on) DO NOTHING",
            params![programme, today, now],
        )
        .await?;
    Ok(taken == 1)
}
