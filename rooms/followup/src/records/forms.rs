use super::{Change, FileId, ParticipantId, RoundId, VersionId};
use crate::rules::progress_form::{FormDeed, FormState};
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::{Fault, MunicipalityCode, Outcome, Stop};

/// A version of a municipality's progress form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormVersion {
    /// The number in the database.
    pub id: VersionId,
    /// Who answers.
    pub participant: ParticipantId,
    /// The round.
    pub round: RoundId,
    /// The key of the body that the round's programme reports to.
    pub recipient_key: String,
    /// The municipality's code.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: String,
    /// From 1.
    pub number: u32,
    /// Where it stands.
    pub state: FormState,
    /// Who works on it until it is submitted.
    pub holder: Holder,
    /// Whether it is the one that counts.
    pub is_counting: bool,
    /// The file it was read from.
    pub file_name: Option<String>,
    /// That file's SHA-256.
    pub file_sha256: Option<String>,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
    /// When it was submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Whether that was after the due day and its grace.
    pub is_late: bool,
    /// The last change of state.
    pub change: Change,
}

/// Who works on a version that is not submitted yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holder {
    /// The secretariat corrects what was read in a file.
    Secretariat,
    /// The municipality fills it in.
    Municipality,
}

impl Holder {
    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            Holder::Secretariat => "secretariat",
            Holder::Municipality => "municipality",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        let all = [Holder::Secretariat, Holder::Municipality];
        all.into_iter().find(|holder| holder.key() == key)
    }
}

impl FormVersion {
    /// Whether the secretariat has something to do with it.
    pub fn waits_for_the_secretariat(&self) -> bool {
        match self.state {
            FormState::Submitted => true,
            FormState::InProgress => self.holder == Holder::Secretariat,
            _ => false,
        }
    }
}

impl FromRow for FormVersion {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: VersionId(row.get("id")?),
            participant: ParticipantId(row.get("participant_id")?),
            round: RoundId(row.get("round_id")?),
            recipient_key: row.get("recipient_key")?,
            code: row.word("code", MunicipalityCode::parse)?,
            name: row.get("name")?,
            number: row.count("number")?,
            state: row.word("state", FormState::from_key)?,
            holder: row.word("held_by", Holder::from_key)?,
            is_counting: row.get("is_counting")?,
            file_name: row.get("file_name")?,
            file_sha256: row.get("sha256")?,
            begun_at: row.get("begun_at")?,
            submitted_at: row.get("submitted_at")?,
            is_late: row.get("is_late")?,
            change: Change::from_row(row)?,
        })
    }
}

/// Every version of every form in a round: by municipality, the newest first.
pub async fn of_round(tx: &mut Tx, round: RoundId) -> Result<Vec<FormVersion>, Fault> {
    tx.all(
        "SELECT v.id, v.participant_id, p.round_id, g.recipient_key, p.code, p.name, v.number,
                v.state, v.held_by, v.is_counting, v.file_name, f.sha256, v.begun_at, v.submitted_at, v.is_late,
                v.version, v.changed_by, v.changed_at
         FROM form_versions v
         JOIN participants p ON p.id = v.participant_id
         JOIN rounds o ON o.id = p.round_id
         JOIN programmes g ON g.id = o.programme_id
         LEFT JOIN source_files f ON f.id = v.source_file_id
         WHERE p.round_id = $1 ORDER BY p.code, v.number DESC",
        params![round],
    )
    .await
}

/// Every version of one form, the newest first.
pub async fn of_participant(tx: &mut Tx, id: ParticipantId) -> Result<Vec<FormVersion>, Fault> {
    tx.all(
        "SELECT v.id, v.participant_id, p.round_id, g.recipient_key, p.code, p.name, v.number,
                v.state, v.held_by, v.is_counting, v.file_name, f.sha256, v.begun_at, v.submitted_at, v.is_late,
                v.version, v.changed_by, v.changed_at
         FROM form_versions v
         JOIN participants p ON p.id = v.participant_id
         JOIN rounds o ON o.id = p.round_id
         JOIN programmes g ON g.id = o.programme_id
         LEFT JOIN source_files f ON f.id = v.source_file_id
         WHERE v.participant_id = $1 ORDER BY v.number DESC",
        params![id],
    )
    .await
}

/// One version.
pub async fn get(tx: &mut Tx, id: VersionId) -> Outcome<FormVersion> {
    find(tx, id).await?.ok_or(Stop::NotFound)
}

/// One version, if it is there.
pub async fn find(tx: &mut Tx, id: VersionId) -> Result<Option<FormVersion>, Fault> {
    tx.optional(
            "SELECT v.id, v.participant_id, p.round_id, g.recipient_key, p.code, p.name, v.number,
                    v.state, v.held_by, v.is_counting, v.file_name, f.sha256, v.begun_at, v.submitted_at, v.is_late,
                    v.version, v.changed_by, v.changed_at
             FROM form_versions v
             JOIN participants p ON p.id = v.participant_id
             JOIN rounds o ON o.id = p.round_id
             JOIN programmes g ON g.id = o.programme_id
             LEFT JOIN source_files f ON f.id = v.source_file_id
             WHERE v.id = $1",
            params![id],
        )
        .await
}

/// Begins the next version of a participant's form.
pub(crate) async fn insert(
    tx: &mut Tx,
    participant: ParticipantId,
    file: Option<(FileId, &str)>,
    holder: Holder,
    by: &str,
) -> Result<VersionId, Fault> {
    let now = tx.now();
    let id: i64 = tx
        .one(
            "INSERT INTO form_versions (participant_id, number, state, held_by, is_counting,
                                        source_file_id, file_name, begun_at, is_late, changed_by,
                                        changed_at)
             SELECT $1, coalesce(max(number), 0) + 1, 'in_progress', $7, $2, $3, $4, $5, $2, $6, $5
             FROM form_versions WHERE participant_id = $1
             RETURNING id",
            params![
                participant,
                false,
                file.map(|(id, _)| id),
                file.map(|(_, name)| name),
                now,
                by,
                holder.key()
            ],
        )
        .await?;
    Ok(VersionId(id))
}

/// Moves a version to another state, over the version that was seen; whether it was still that.
pub(crate) async fn move_to(
    tx: &mut Tx,
    version: &FormVersion,
    state: FormState,
    by: &str,
) -> Result<bool, Fault> {
    let now = tx.now();
    let touched = tx
        .execute(
            "UPDATE form_versions
             SET state = $3, version = version + 1, changed_by = $4, changed_at = $5
             WHERE id = $1 AND version = $2",
            params![version.id, version.change.version, state.key(), by, now],
        )
        .await?;
    Ok(touched == 1)
}

/// Says who works on a version, where that is somebody else now.
pub(crate) async fn hold(tx: &mut Tx, version: &FormVersion, by: Holder) -> Result<(), Fault> {
    if version.holder != by {
        tx.execute(
            "UPDATE form_versions SET held_by = $2 WHERE id = $1",
            params![version.id, by.key()],
        )
        .await?;
    }
    Ok(())
}

/// Says which file answers of a version were taken from.
pub(crate) async fn set_file(
    tx: &mut Tx,
    id: VersionId,
    (file, name): (FileId, &str),
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE form_versions SET source_file_id = $2, file_name = $3 WHERE id = $1",
        params![id, file, name],
    )
    .await?;
    Ok(())
}

/// Records when a version was submitted and whether that was late.
pub(crate) async fn mark_submitted(tx: &mut Tx, id: VersionId, late: bool) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE form_versions SET submitted_at = $2, is_late = $3 WHERE id = $1",
        params![id, now, late],
    )
    .await?;
    Ok(())
}

/// Makes one version the one that counts for its participant, or none.
pub(crate) async fn let_count(
    tx: &mut Tx,
    participant: ParticipantId,
    counting: Option<VersionId>,
) -> Result<(), Fault> {
    tx.execute(
        "UPDATE form_versions SET is_counting = (id = coalesce($2, 0)) WHERE participant_id = $1",
        params![participant, counting],
    )
    .await?;
    Ok(())
}

/// A change of state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormEvent {
    /// The version's number.
    pub version_number: u32,
    /// What was done.
    pub deed: FormDeed,
    /// From where.
    pub from: FormState,
    /// To where.
    pub to: FormState,
    /// Why, where somebody must say so.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl FromRow for FormEvent {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            version_number: row.count("number")?,
            deed: row.word("deed", FormDeed::from_key)?,
            from: row.word("from_state", FormState::from_key)?,
            to: row.word("to_state", FormState::from_key)?,
            reason: row.get("reason")?,
            by: row.get("done_by")?,
            at: row.get("done_at")?,
        })
    }
}

pub(crate) async fn record_event(
    tx: &mut Tx,
    id: VersionId,
    deed: FormDeed,
    (from, to): (FormState, FormState),
    reason: &str,
    by: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "INSERT INTO form_events (version_id, deed, from_state, to_state, reason, done_by, done_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![id, deed.key(), from.key(), to.key(), reason, by, now],
    )
    .await?;
    Ok(())
}

/// Everything that happened to a participant's form, the newest first.
pub async fn events(tx: &mut Tx, participant: ParticipantId) -> Result<Vec<FormEvent>, Fault> {
    tx.all(
        "SELECT v.number, e.deed, e.from_state, e.to_state, e.reason, e.done_by, e.done_at
         FROM form_events e JOIN form_versions v ON v.id = e.version_id
         WHERE v.participant_id = $1 ORDER BY e.id DESC",
        params![participant],
    )
    .await
}

/// Whose forms of a round met a deed after a moment.
pub async fn events_since(
    tx: &mut Tx,
    round: RoundId,
    deed: FormDeed,
    since: DateTime<Utc>,
) -> Result<Vec<MunicipalityCode>, Fault> {
    let codes: Vec<String> = tx
        .all(
            "SELECT DISTINCT p.code
             FROM form_events e
             JOIN form_versions v ON v.id = e.version_id
             JOIN participants p ON p.id = v.participant_id
             WHERE p.round_id = $1 AND e.deed = $2 AND e.done_at > $3",
            params![round, deed.key(), since],
        )
        .await?;
    Ok(codes
        .iter()
        .filter_map(|code| MunicipalityCode::parse(code))
        .collect())
}
