use super::FileId;
use database::{FromRow, Row, Tx, params};
use kernel::Fault;
use sha2::{Digest, Sha256};

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A received file with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// The name under which it was sent.
    pub name: String,
    /// `docx`, `pdf` …
    pub format: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl FromRow for SourceFile {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            name: row.get("name")?,
            format: row.get("format")?,
            sha256: row.get("sha256")?,
            bytes: row.get("bytes")?,
        })
    }
}

/// Keeps a file's bytes; the same bytes are kept once.
pub(crate) async fn keep(tx: &mut Tx, format: &str, bytes: &[u8]) -> Result<FileId, Fault> {
    let (hash, size) = (
        sha256(bytes),
        i64::try_from(bytes.len()).unwrap_or(i64::MAX),
    );
    let kept: Option<i64> = tx
        .optional(
            "SELECT id FROM source_files WHERE sha256 = $1",
            params![&hash],
        )
        .await?;
    if let Some(id) = kept {
        return Ok(FileId(id));
    }
    let id: i64 = tx
        .one(
            "INSERT INTO source_files (sha256, format, size, bytes) VALUES ($1, $2, $3, $4)
             RETURNING id",
            params![hash, format, size, bytes],
        )
        .await?;
    Ok(FileId(id))
}

/// The file that a form version was read from.
pub async fn of_version(
    tx: &mut Tx,
    version: super::VersionId,
) -> Result<Option<SourceFile>, Fault> {
    tx.optional(
        "SELECT coalesce(v.file_name, '') AS name, f.format, f.sha256, f.bytes
         FROM form_versions v JOIN source_files f ON f.id = v.source_file_id
         WHERE v.id = $1",
        params![version],
    )
    .await
}

/// Every file's hash as stored and as computed from its bytes where the two differ.
pub(crate) async fn damaged(tx: &mut Tx) -> Result<Vec<String>, Fault> {
    let ids: Vec<i64> = tx
        .all("SELECT id FROM source_files ORDER BY id", [])
        .await?;
    let mut damaged = Vec::new();
    for id in ids {
        let file: SourceFile = tx
            .one(
                "SELECT '' AS name, format, sha256, bytes FROM source_files WHERE id = $1",
                params![id],
            )
            .await?;
        if sha256(&file.bytes) != file.sha256 {
            damaged.push(file.sha256);
        }
    }
    Ok(damaged)
}
