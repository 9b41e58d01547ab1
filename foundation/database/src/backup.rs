use crate::Database;
use crate::database::Pools;
use kernel::{Fault, Outcome, Refusal};
use std::path::Path;

/// Writes a complete, consistent copy of a SQLite database to a new file while others go on
/// reading and writing. PostgreSQL has its own tool for it, which the refusal names.
pub async fn backup_to(database: &Database, file: &Path) -> Outcome<()> {
    let Pools::Sqlite { read, .. } = &database.shared.pools else {
        return Err(Refusal::new("database-backup-by-postgresql").into());
    };
    if file.exists() {
        let name = file.display().to_string();
        return Err(Refusal::new("database-backup-exists")
            .with("file", name)
            .into());
    }
    sqlx::query("VACUUM INTO $1")
        .bind(file.display().to_string())
        .execute(read)
        .await
        .map_err(|error| Fault::caused_by("writing a backup", error))?;
    Ok(())
}
