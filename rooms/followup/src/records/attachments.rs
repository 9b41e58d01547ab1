use super::files::SourceFile;
use super::{AttachmentId, EntryId, FileId, VersionId};
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, params};
use kernel::{Fault, Outcome, Stop};

/// A file that a municipality has put beside an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The number.
    pub id: AttachmentId,
    /// The answer.
    pub entry: EntryId,
    /// The version of the form.
    pub form_version: VersionId,
    /// The recommendation's number.
    pub number: u32,
    /// The name under which it was sent.
    pub name: String,
    /// How large it is, in bytes.
    pub size: u64,
    /// By whom.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl FromRow for Attachment {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: AttachmentId(row.get("id")?),
            entry: EntryId(row.get("entry_id")?),
            form_version: VersionId(row.get("version_id")?),
            number: row.count("number")?,
            name: row.get("name")?,
            size: row.count("size")?.into(),
            by: row.get("added_by")?,
            at: row.get("added_at")?,
        })
    }
}

/// The attachments of a version, by answer and in the order in which they came.
pub async fn of_version(tx: &mut Tx, version: VersionId) -> Result<Vec<Attachment>, Fault> {
    tx.all(
        "SELECT a.id, a.entry_id, e.version_id, r.number, a.name, f.size, a.added_by, a.added_at
         FROM attachments a
         JOIN entries e ON e.id = a.entry_id
         JOIN recommendations r ON r.id = e.recommendation_id
         JOIN source_files f ON f.id = a.file_id
         WHERE e.version_id = $1 ORDER BY r.number, a.id",
        params![version],
    )
    .await
}

/// One attachment.
pub async fn get(tx: &mut Tx, id: AttachmentId) -> Outcome<Attachment> {
    let found = tx
        .optional(
            "SELECT a.id, a.entry_id, e.version_id, r.number, a.name, f.size, a.added_by,
                    a.added_at
             FROM attachments a
             JOIN entries e ON e.id = a.entry_id
             JOIN recommendations r ON r.id = e.recommendation_id
             JOIN source_files f ON f.id = a.file_id
             WHERE a.id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// An attachment with its bytes.
pub async fn file(tx: &mut Tx, id: AttachmentId) -> Outcome<SourceFile> {
    let found = tx
        .optional(
            "SELECT a.name, f.format, f.sha256, f.bytes
             FROM attachments a JOIN source_files f ON f.id = a.file_id WHERE a.id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// Puts a file beside an answer; whether it was not there already.
pub(crate) async fn insert(
    tx: &mut Tx,
    entry: EntryId,
    file: FileId,
    name: &str,
    by: &str,
) -> Result<bool, Fault> {
    let now = tx.now();
    let touched = tx
        .execute(
            "INSERT INTO attachments (entry_id, file_id, name, added_by, added_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (entry_id, file_id) DO NOTHING",
            params![entry, file, name, by, now],
        )
        .await?;
    Ok(touched == 1)
}

/// Takes an attachment away; its bytes stay where other versions have them.
pub(crate) async fn delete(tx: &mut Tx, id: AttachmentId) -> Result<(), Fault> {
    tx.execute("DELETE FROM attachments WHERE id = $1", params![id])
        .await?;
    Ok(())
}

/// Puts what lies beside the answers of one version beside those of another.
pub(crate) async fn copy(tx: &mut Tx, from: VersionId, to: VersionId) -> Result<(), Fault> {
    tx.execute(
        "INSERT INTO attachments (entry_id, file_id, name, added_by, added_at)
         SELECT n.id, a.file_id, a.name, a.added_by, a.added_at
         FROM attachments a
         JOIN entries e ON e.id = a.entry_id
         JOIN entries n ON n.recommendation_id = e.recommendation_id
         WHERE e.version_id = $1 AND n.version_id = $2",
        params![from, to],
    )
    .await?;
    Ok(())
}
