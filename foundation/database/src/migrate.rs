use crate::tx::Engine;
use crate::{Database, FromRow, OpenError, Row, Tx, params};
use kernel::Fault;
use sha2::{Digest, Sha256};

/// The tables of one part of the house, as a sequence of migrations.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// Whose tables: `people`, `followup`.
    pub area: &'static str,
    /// In the order in which they are applied; only ever added to.
    pub migrations: &'static [Migration],
}

/// One step of a schema, written twice: the two databases name their types differently.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// `0001_authorities`: the number orders, the words tell.
    pub name: &'static str,
    /// For SQLite.
    pub sqlite: &'static str,
    /// For PostgreSQL.
    pub postgres: &'static str,
}

/// A migration from two files of one name: `migration!("0001_authorities")` reads
/// `migrations/{sqlite,postgres}/0001_authorities.sql` of the calling crate.
#[macro_export]
macro_rules! migration {
    ($name:literal) => {
        $crate::Migration {
            name: $name,
            sqlite: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/migrations/sqlite/",
                $name,
                ".sql"
            )),
            postgres: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/migrations/postgres/",
                $name,
                ".sql"
            )),
        }
    };
}

const OWN: Schema = Schema {
    area: "database",
    migrations: &[
        migration!("0001_generation"),
        migration!("0002_text_search"),
    ],
};

/// A migration that these data have.
struct Applied {
    area: String,
    name: String,
    sha256: String,
}

impl FromRow for Applied {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            area: row.get("area")?,
            name: row.get("name")?,
            sha256: row.get("sha256")?,
        })
    }
}

/// Applies what is missing, each migration in a transaction of its own; a database that is
/// already up to date costs one question.
pub(crate) async fn bring_up(database: &Database, schemas: &[Schema]) -> Result<(), OpenError> {
    let applied = applied(database).await.unwrap_or_default();
    let schemas: Vec<Schema> = std::iter::once(OWN)
        .chain(schemas.iter().copied())
        .collect();
    refuse_what_is_newer(&schemas, &applied)?;
    for schema in &schemas {
        for migration in schema.migrations {
            if !is_applied(schema.area, migration, &applied)? {
                apply(database, schema.area, migration).await?;
            }
        }
    }
    Ok(())
}

/// None where the data are new: the question fails because its table is not there.
async fn applied(database: &Database) -> Option<Vec<Applied>> {
    let mut tx = database.read().await.ok()?;
    let generation: i64 = tx
        .one("SELECT number FROM database_generation", [])
        .await
        .ok()?;
    database.shared.saw_generation(generation);
    tx.all("SELECT area, name, sha256 FROM database_migrations", [])
        .await
        .ok()
}

fn refuse_what_is_newer(schemas: &[Schema], applied: &[Applied]) -> Result<(), OpenError> {
    let is_known = |one: &Applied| {
        let schema = schemas.iter().find(|schema| schema.area == one.area);
        schema.is_some_and(|schema| schema.migrations.iter().any(|own| own.name == one.name))
    };
    match applied.iter().find(|one| !is_known(one)) {
        Some(unknown) => Err(OpenError::Newer {
            migration: format!("{}/{}", unknown.area, unknown.name),
        }),
        None => Ok(()),
    }
}

fn is_applied(area: &str, migration: &Migration, applied: &[Applied]) -> Result<bool, OpenError> {
    let Some(found) = applied
        .iter()
        .find(|one| one.area == area && one.name == migration.name)
    else {
        return Ok(false);
    };
    if found.sha256 == fingerprint(migration) {
        return Ok(true);
    }
    Err(OpenError::Changed {
        migration: format!("{area}/{}", migration.name),
    })
}

/// Both texts together, so that data moved from one database to the other still fit.
fn fingerprint(migration: &Migration) -> String {
    let mut hash = Sha256::new();
    hash.update(migration.sqlite);
    hash.update([0]);
    hash.update(migration.postgres);
    hash.finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

async fn apply(database: &Database, area: &str, migration: &Migration) -> Result<(), OpenError> {
    let named = format!("{area}/{}", migration.name);
    let failed = |fault: Fault| OpenError::Migration {
        migration: named.clone(),
        source: sqlx::Error::Configuration(Box::new(fault)),
    };
    let mut tx = database.write().await.map_err(failed)?;
    if was_applied_meanwhile(&mut tx, area, migration).await {
        return Ok(());
    }
    let script = match tx.engine() {
        Engine::Sqlite => migration.sqlite,
        Engine::Postgres => migration.postgres,
    };
    let migration_failed = |source| OpenError::Migration {
        migration: named.clone(),
        source,
    };
    tx.script(script).await.map_err(migration_failed)?;
    remember(&mut tx, area, migration).await.map_err(failed)?;
    tx.commit().await.map_err(failed)
}

/// Two servers may start at the same moment; the one that waited finds the work done. The
/// first migration of all makes the table that is asked here.
async fn was_applied_meanwhile(tx: &mut Tx, area: &str, migration: &Migration) -> bool {
    if area == OWN.area && migration.name == OWN.migrations[0].name {
        return crate::dialect::has_table(tx, "database_migrations")
            .await
            .unwrap_or(false);
    }
    let found: Result<Option<i64>, Fault> = tx
        .optional(
            "SELECT CAST(1 AS BIGINT) FROM database_migrations WHERE area = $1 AND name = $2",
            params![area, migration.name],
        )
        .await;
    matches!(found, Ok(Some(_)))
}

async fn remember(tx: &mut Tx, area: &str, migration: &Migration) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "INSERT INTO database_migrations (area, name, sha256, applied_at) VALUES ($1, $2, $3, $4)",
        params![area, migration.name, fingerprint(migration), now],
    )
    .await?;
    Ok(())
}
