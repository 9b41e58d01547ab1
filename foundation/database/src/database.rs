use crate::migrate::{self, Schema};
use crate::tx::{Open, Purpose};
use crate::{Clock, Location, OpenError, Tx};
use chrono::{DateTime, Utc};
use kernel::Fault;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// The installation's database. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    pub(crate) shared: Arc<Shared>,
    clock: Clock,
}

/// What all clones have in common.
pub(crate) struct Shared {
    pub(crate) pools: Pools,
    generation: AtomicU64,
}

pub(crate) enum Pools {
    /// One connection that writes, several that read beside it (WAL).
    Sqlite {
        write: SqlitePool,
        read: SqlitePool,
    },
    Postgres(PgPool),
}

/// Connections that read at the same time on SQLite; more only wait for the same two cores.
const SQLITE_READERS: u32 = 4;
/// Connections of one server to PostgreSQL.
const POSTGRES_CONNECTIONS: u32 = 10;
/// How long one try to write waits for a writer in another process.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// How many such tries, before a write is given up.
const BUSY_TRIES: u32 = 3;
/// The advisory lock that writers of one PostgreSQL database take in turn ("PEJL").
const WRITER_LOCK: i64 = 0x5045_4A4C;

impl Database {
    /// Opens the data at `location` (see [`Location::parse`]), makes them where there are none,
    /// and brings them up to these schemas.
    pub async fn open(location: &str, schemas: &[Schema]) -> Result<Self, OpenError> {
        let pools = match Location::parse(location) {
            Location::Sqlite(path) => open_sqlite(&path).await?,
            Location::Postgres(address) => open_postgres(&address).await?,
        };
        let database = Self {
            shared: Arc::new(Shared {
                pools,
                generation: AtomicU64::new(0),
            }),
            clock: Clock::System,
        };
        migrate::bring_up(&database, schemas).await?;
        Ok(database)
    }

    /// The same database with a clock that stands still.
    pub fn fixed_at(&self, moment: DateTime<Utc>) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            clock: Clock::Fixed(moment),
        }
    }

    /// Opens a transaction that reads one consistent state.
    pub async fn read(&self) -> Result<Tx, Fault> {
        let open = match &self.shared.pools {
            Pools::Sqlite { read, .. } => read.begin().await.map(Open::Sqlite),
            Pools::Postgres(pool) => pool
                .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .await
                .map(Open::Postgres),
        };
        self.opened(open, Purpose::Read)
    }

    /// Opens a transaction that writes, once it is the only one: `BEGIN IMMEDIATE` on SQLite,
    /// an advisory lock on PostgreSQL. A writer in another process is waited for.
    pub async fn write(&self) -> Result<Tx, Fault> {
        let mut tries = 1;
        loop {
            match self.begin_write().await {
                Err(error) if is_transient(&error) && tries < BUSY_TRIES => tries += 1,
                open => return self.opened(open, Purpose::Write),
            }
        }
    }

    async fn begin_write(&self) -> Result<Open, sqlx::Error> {
        match &self.shared.pools {
            Pools::Sqlite { write, .. } => {
                write.begin_with("BEGIN IMMEDIATE").await.map(Open::Sqlite)
            }
            Pools::Postgres(pool) => {
                let mut open = pool.begin().await?;
                sqlx::query("SELECT pg_advisory_xact_lock($1)")
                    .bind(WRITER_LOCK)
                    .execute(&mut *open)
                    .await?;
                Ok(Open::Postgres(open))
            }
        }
    }

    fn opened(&self, open: Result<Open, sqlx::Error>, purpose: Purpose) -> Result<Tx, Fault> {
        let open = open.map_err(|error| Fault::caused_by("opening a transaction", error))?;
        let shared = Arc::clone(&self.shared);
        Ok(Tx::new(open, purpose, self.clock, shared))
    }

    /// A number that rises with every committed write of this process, and with those of others
    /// as soon as [`Database::refresh_generation`] has seen them. What was made from the data
    /// under one number stays true while the number stays.
    pub fn generation(&self) -> u64 {
        self.shared.generation.load(Ordering::Acquire)
    }

    /// Asks the database for the number, so that writes of other processes are seen.
    pub async fn refresh_generation(&self) -> Result<u64, Fault> {
        let mut tx = self.read().await?;
        let number: i64 = tx.one("SELECT number FROM database_generation", []).await?;
        self.shared.saw_generation(number);
        Ok(self.generation())
    }

    /// Closes every connection; SQLite then folds its log into the file.
    pub async fn close(&self) {
        match &self.shared.pools {
            Pools::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

impl Shared {
    pub(crate) fn saw_generation(&self, number: i64) {
        let number = u64::try_from(number).unwrap_or_default();
        self.generation.fetch_max(number, Ordering::AcqRel);
    }
}

/// Busy and locked on SQLite; serialization failure and deadlock on PostgreSQL.
fn is_transient(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|error| error.code());
    matches!(
        code.as_deref(),
        Some("5" | "6" | "261" | "517" | "40001" | "40P01")
    )
}

async fn open_sqlite(path: &Path) -> Result<Pools, OpenError> {
    let directory = path.parent().unwrap_or(Path::new("."));
    let refused = |source| OpenError::Directory {
        path: directory.to_owned(),
        source,
    };
    make_private(directory, path).map_err(refused)?;
    let connected = async {
        let write = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(sqlite_options(path))
            .await?;
        let read = SqlitePoolOptions::new()
            .max_connections(SQLITE_READERS)
            .connect_lazy_with(sqlite_options(path).create_if_missing(false));
        Ok(Pools::Sqlite { write, read })
    };
    connected.await.map_err(|source| OpenError::Connect {
        location: path.display().to_string(),
        source,
    })
}

/// Makes the folder and the file where they are not there, for their owner's eyes only; what
/// SQLite puts beside the file gets the same rights.
fn make_private(directory: &Path, file: &Path) -> std::io::Result<()> {
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true);
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    folder.create(directory)?;
    options.open(file).map(drop)
}

fn sqlite_options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY_TIMEOUT)
}

async fn open_postgres(address: &str) -> Result<Pools, OpenError> {
    let connected = async {
        let options = PgConnectOptions::from_str(address)?;
        let pool = PgPoolOptions::new()
            .max_connections(POSTGRES_CONNECTIONS)
            .connect_with(options)
            .await?;
        Ok(Pools::Postgres(pool))
    };
    connected.await.map_err(|source| OpenError::Connect {
        location: without_password(address),
        source,
    })
}

/// The address without what stands between the scheme and the `@`.
fn without_password(address: &str) -> String {
    match (address.split_once("://"), address.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, server))) => format!("{scheme}://{server}"),
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn an_address_is_named_without_its_password() {
        let named = without_password("postgres://app:secret@db.local/pejling");
        assert_eq!(named, "postgres://db.local/pejling");
    }
}
