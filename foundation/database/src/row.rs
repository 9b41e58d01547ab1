use chrono::{DateTime, NaiveDate, Utc};
use kernel::Fault;
use serde::de::DeserializeOwned;
use sqlx::Row as _;
use sqlx::postgres::{PgRow, Postgres};
use sqlx::sqlite::{Sqlite, SqliteRow};

/// A row of either database.
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

/// A type that a row fills.
pub trait FromRow: Sized {
    /// Takes the columns out of the row.
    fn from_row(row: &Row) -> Result<Self, Fault>;
}

/// A type that both databases can decode.
pub trait Cell:
    for<'r> sqlx::Decode<'r, Sqlite>
    + sqlx::Type<Sqlite>
    + for<'r> sqlx::Decode<'r, Postgres>
    + sqlx::Type<Postgres>
{
}

impl<T> Cell for T where
    T: for<'r> sqlx::Decode<'r, Sqlite>
        + sqlx::Type<Sqlite>
        + for<'r> sqlx::Decode<'r, Postgres>
        + sqlx::Type<Postgres>
{
}

impl Row {
    /// The value in a column.
    pub fn get<T: Cell>(&self, column: &str) -> Result<T, Fault> {
        let value = match self {
            Row::Sqlite(row) => row.try_get(column),
            Row::Postgres(row) => row.try_get(column),
        };
        value.map_err(|error| Fault::caused_by(format!("reading the column {column}"), error))
    }

    /// The value in the first column.
    pub fn first<T: Cell>(&self) -> Result<T, Fault> {
        let value = match self {
            Row::Sqlite(row) => row.try_get(0),
            Row::Postgres(row) => row.try_get(0),
        };
        value.map_err(|error| Fault::caused_by("reading the first column", error))
    }

    /// A count or number that is never negative.
    pub fn count(&self, column: &str) -> Result<u32, Fault> {
        let number: i64 = self.get(column)?;
        u32::try_from(number)
            .map_err(|error| Fault::caused_by(format!("{column} holds {number}"), error))
    }

    /// A word that stands for something: `row.word("status", Status::from_key)?`.
    pub fn word<T>(&self, column: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, Fault> {
        let word: String = self.get(column)?;
        read(&word).ok_or_else(|| Fault::new(format!("{column} holds the unknown word {word:?}")))
    }

    /// A value kept as JSON text.
    pub fn json<T: DeserializeOwned>(&self, column: &str) -> Result<T, Fault> {
        let text: String = self.get(column)?;
        serde_json::from_str(&text)
            .map_err(|error| Fault::caused_by(format!("reading JSON from {column}"), error))
    }
}

macro_rules! single_column {
    ($($type:ty),+ $(,)?) => { $(
        impl FromRow for $type {
            fn from_row(row: &Row) -> Result<Self, Fault> {
                row.first()
            }
        }
    )+ };
}

single_column!(bool, i64, f64, String, Vec<u8>, NaiveDate, DateTime<Utc>);
single_column!(Option<i64>, Option<String>);
