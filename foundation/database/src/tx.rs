use crate::database::Shared;
use crate::{Clock, FromRow, Row, Value};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::Fault;
use sqlx::Transaction;
use sqlx::postgres::{PgArguments, Postgres};
use sqlx::query::Query;
use sqlx::sqlite::{Sqlite, SqliteArguments};
use std::error::Error;
use std::sync::Arc;

/// An open transaction. Dropping it takes everything back; [`Tx::commit`] keeps it.
pub struct Tx {
    pub(crate) open: Open,
    now: DateTime<Utc>,
    shared: Arc<Shared>,
    purpose: Purpose,
    wrote: bool,
}

/// What a transaction was opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Read,
    Write,
}

/// The transaction of the database that is open.
pub(crate) enum Open {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Which database a transaction runs on: only [`crate::dialect`] asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

impl Tx {
    pub(crate) fn new(open: Open, purpose: Purpose, clock: Clock, shared: Arc<Shared>) -> Self {
        Self {
            open,
            now: clock.now(),
            shared,
            purpose,
            wrote: false,
        }
    }

    /// The moment of this transaction: one deed has one time.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The day of this transaction in Denmark, which deadlines are counted in.
    pub fn today(&self) -> NaiveDate {
        kernel::danish_day(self.now)
    }

    /// Goes on at another moment: only for the demonstration and tests, which tell a story of
    /// many days in one transaction.
    pub fn go_to(&mut self, moment: DateTime<Utc>) {
        self.now = Clock::Fixed(moment).now();
    }

    pub(crate) fn engine(&self) -> Engine {
        match self.open {
            Open::Sqlite(_) => Engine::Sqlite,
            Open::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a statement; how many rows it touched.
    pub async fn execute(
        &mut self,
        sql: &'static str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<u64, Fault> {
        let touched = match &mut self.open {
            Open::Sqlite(open) => sqlite(sql, values)
                .execute(&mut **open)
                .await
                .map(|done| done.rows_affected()),
            Open::Postgres(open) => postgres(sql, values)
                .execute(&mut **open)
                .await
                .map(|done| done.rows_affected()),
        };
        self.wrote = true;
        touched.map_err(|error| failed(sql, error))
    }

    /// Every row.
    pub async fn all<T: FromRow>(
        &mut self,
        sql: &'static str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, Fault> {
        let rows = self.rows(sql, values).await?;
        rows.iter().map(T::from_row).collect()
    }

    /// The first row, if there is one.
    pub async fn optional<T: FromRow>(
        &mut self,
        sql: &'static str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Option<T>, Fault> {
        let rows = self.rows(sql, values).await?;
        rows.first().map(T::from_row).transpose()
    }

    /// The one row; its absence is a fault. Also for `INSERT … RETURNING`.
    pub async fn one<T: FromRow>(
        &mut self,
        sql: &'static str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<T, Fault> {
        let found = self.optional(sql, values).await?;
        found.ok_or_else(|| Fault::new(format!("no row came back from: {sql}")))
    }

    /// Every row, still unread.
    pub async fn rows(
        &mut self,
        sql: &'static str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<Row>, Fault> {
        let rows = match &mut self.open {
            Open::Sqlite(open) => sqlite(sql, values)
                .fetch_all(&mut **open)
                .await
                .map(|rows| rows.into_iter().map(Row::Sqlite).collect()),
            Open::Postgres(open) => postgres(sql, values)
                .fetch_all(&mut **open)
                .await
                .map(|rows| rows.into_iter().map(Row::Postgres).collect()),
        };
        self.wrote |= !sql.trim_start().starts_with("SELECT");
        rows.map_err(|error| failed(sql, error))
    }

    /// Keeps everything. A transaction that wrote raises the generation in the same commit.
    pub async fn commit(mut self) -> Result<(), Fault> {
        if !self.wrote || self.purpose == Purpose::Read {
            return self.close().await;
        }
        let raised: i64 = self
            .one(
                "UPDATE database_generation SET number = number + 1 RETURNING number",
                [],
            )
            .await?;
        let shared = Arc::clone(&self.shared);
        self.close().await?;
        shared.saw_generation(raised);
        Ok(())
    }

    /// Keeps everything and leaves the generation as it is: only for what no page shows that is
    /// kept ready, such as when a session was last used.
    pub async fn commit_unseen(self) -> Result<(), Fault> {
        self.close().await
    }

    async fn close(self) -> Result<(), Fault> {
        let closed = match self.open {
            Open::Sqlite(open) => open.commit().await,
            Open::Postgres(open) => open.commit().await,
        };
        closed.map_err(|error| Fault::caused_by("committing a transaction", error))
    }

    /// Runs the statements of a migration.
    pub(crate) async fn script(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
        self.wrote = true;
        match &mut self.open {
            Open::Sqlite(open) => sqlx::raw_sql(sql).execute(&mut **open).await.map(drop),
            Open::Postgres(open) => sqlx::raw_sql(sql).execute(&mut **open).await.map(drop),
        }
    }
}

fn sqlite(
    sql: &'static str,
    values: impl IntoIterator<Item = Value>,
) -> Query<'static, Sqlite, SqliteArguments> {
    values
        .into_iter()
        .fold(sqlx::query(sql), |query, value| match value {
            Value::Bool(value) => query.bind(value),
            Value::Int(value) => query.bind(value),
            Value::Real(value) => query.bind(value),
            Value::Text(value) => query.bind(value),
            Value::Bytes(value) => query.bind(value),
            Value::Date(value) => query.bind(value),
            Value::Time(value) => query.bind(value),
        })
}

fn postgres(
    sql: &'static str,
    values: impl IntoIterator<Item = Value>,
) -> Query<'static, Postgres, PgArguments> {
    values
        .into_iter()
        .fold(sqlx::query(sql), |query, value| match value {
            Value::Bool(value) => query.bind(value),
            Value::Int(value) => query.bind(value),
            Value::Real(value) => query.bind(value),
            Value::Text(value) => query.bind(value),
            Value::Bytes(value) => query.bind(value),
            Value::Date(value) => query.bind(value),
            Value::Time(value) => query.bind(value),
        })
}

fn failed(sql: &str, error: sqlx::Error) -> Fault {
    Fault::caused_by(format!("running: {sql}"), error)
}

/// Whether a fault is a second row where only one may be. Inside a transaction PostgreSQL
/// accepts nothing more after it, so what may happen in daily use says `ON CONFLICT` instead.
pub fn is_unique_violation(fault: &Fault) -> bool {
    fault
        .source()
        .and_then(|source| source.downcast_ref::<sqlx::Error>())
        .and_then(sqlx::Error::as_database_error)
        .is_some_and(|error| error.is_unique_violation())
}
