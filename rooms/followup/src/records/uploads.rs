use super::files::SourceFile;
use super::{FileId, ParticipantId};
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::Fault;

/// A file that somebody of a municipality has sent in and not yet taken answers from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// The kept file.
    pub file: FileId,
    /// The name under which it was sent.
    pub name: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl FromRow for Upload {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            file: FileId(row.get("file_id")?),
            name: row.get("file_name")?,
            by: row.get("sent_by")?,
            at: row.get("sent_at")?,
        })
    }
}

/// The file that waits for a participant's people.
pub async fn of_participant(tx: &mut Tx, id: ParticipantId) -> Result<Option<Upload>, Fault> {
    tx.optional(
        "SELECT file_id, file_name, sent_by, sent_at FROM uploads_in_review
         WHERE participant_id = $1",
        params![id],
    )
    .await
}

/// That file with its bytes.
pub async fn file(tx: &mut Tx, id: ParticipantId) -> Result<Option<SourceFile>, Fault> {
    tx.optional(
        "SELECT u.file_name AS name, f.format, f.sha256, f.bytes
         FROM uploads_in_review u JOIN source_files f ON f.id = u.file_id
         WHERE u.participant_id = $1",
        params![id],
    )
    .await
}

/// Keeps a file for review in the place of one that waited before.
pub(crate) async fn keep(
    tx: &mut Tx,
    participant: ParticipantId,
    (file, name): (FileId, &str),
    by: &str,
) -> Result<(), Fault> {
    forget(tx, participant, Some(file)).await?;
    let now = tx.now();
    tx.execute(
        "INSERT INTO uploads_in_review (participant_id, file_id, file_name, sent_by, sent_at)
         VALUES ($1, $2, $3, $4, $5)",
        params![participant, file, name, by, now],
    )
    .await?;
    Ok(())
}

/// The file no longer waits; its bytes go, unless something else has them or they are to be kept.
pub(crate) async fn forget(
    tx: &mut Tx,
    participant: ParticipantId,
    keep: Option<FileId>,
) -> Result<(), Fault> {
    let gone: Vec<i64> = tx
        .all(
            "DELETE FROM uploads_in_review WHERE participant_id = $1 RETURNING file_id",
            params![participant],
        )
        .await?;
    for file in gone {
        tx.execute(
            "DELETE FROM source_files WHERE id = $1 AND id <> coalesce($2, 0)
             AND NOT EXISTS (SELECT 1 FROM form_versions v WHERE v.source_file_id = $1)
             AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.file_id = $1)
             AND NOT EXISTS (SELECT 1 FROM uploads_in_review u WHERE u.file_id = $1)",
            params![file, keep],
        )
        .await?;
    }
    Ok(())
}
