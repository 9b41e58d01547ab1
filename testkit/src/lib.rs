//! Tests on both databases: each test has a database of its own.
//!
//! `testkit/postgres.sh start` makes a private PostgreSQL cluster and prints its address for
//! `PEJLING_TEST_POSTGRES`; `make test` does so. Without it a test runs on SQLite and says so.

#![allow(clippy::print_stdout)] // a test says on which databases it ran

mod postgres;

use chrono::{DateTime, TimeZone, Utc};
use database::{Database, Schema};
use std::future::Future;

/// The moment at which every test database's clock stands: 15 January 2018, 09:30 UTC.
pub fn a_morning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2018, 1, 15, 9, 30, 0)
        .single()
        .unwrap_or_default()
}

/// Runs a test on a new SQLite file and, where a cluster is at hand, on a new PostgreSQL
/// database, both with these schemas and a clock that stands at [`a_morning`].
///
/// # Panics
/// When a database cannot be made: the test has failed then.
pub fn on_both<F>(schemas: &[Schema], test: impl Fn(Database) -> F)
where
    F: Future<Output = ()>,
{
    run(on_sqlite(schemas, &test));
    match std::env::var("PEJLING_TEST_POSTGRES") {
        Ok(server) if !server.is_empty() => run(postgres::on_postgres(&server, schemas, &test)),
        _ => println!("ran on SQLite only: PEJLING_TEST_POSTGRES is not set"),
    }
}

fn run(test: impl Future<Output = ()>) {
    match tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime.block_on(test),
        Err(error) => panic!("the test's runtime did not start: {error}"),
    }
}

async fn on_sqlite<F: Future<Output = ()>>(schemas: &[Schema], test: &impl Fn(Database) -> F) {
    let folder = match tempfile::tempdir() {
        Ok(folder) => folder,
        Err(error) => panic!("no folder for the test's database: {error}"),
    };
    let location = folder.path().display().to_string();
    let database = opened(&location, schemas).await;
    test(database.fixed_at(a_morning())).await;
    database.close().await;
}

async fn opened(location: &str, schemas: &[Schema]) -> Database {
    match Database::open(location, schemas).await {
        Ok(database) => database,
        Err(error) => panic!("the test's database did not open: {error}"),
    }
}
