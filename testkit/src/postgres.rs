use crate::{a_morning, opened};
use database::{Database, Schema};
use std::future::Future;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

static MADE: AtomicU32 = AtomicU32::new(0);

/// Runs a test on a database of its own in the cluster, and drops it afterwards. What a failed
/// test leaves goes with the cluster.
pub(crate) async fn on_postgres<F: Future<Output = ()>>(
    server: &str,
    schemas: &[Schema],
    test: &impl Fn(Database) -> F,
) {
    let count = MADE.fetch_add(1, Ordering::Relaxed);
    let name = format!("pejling_test_{}_{count}", std::process::id());
    psql(server, &format!("CREATE DATABASE {name}"));
    let database = opened(&named(server, &name), schemas).await;
    test(database.fixed_at(a_morning())).await;
    database.close().await;
    psql(
        server,
        &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
    );
}

/// The address of one database of the server: what stands before `?`, with another last part.
fn named(server: &str, name: &str) -> String {
    let (address, settings) = server.split_once('?').unwrap_or((server, ""));
    let (before, _) = address.rsplit_once('/').unwrap_or((address, ""));
    format!("{before}/{name}?{settings}")
}

fn psql(server: &str, statement: &str) {
    let ran = Command::new("psql")
        .args([
            "--no-psqlrc",
            "--quiet",
            "--dbname",
            server,
            "--command",
            statement,
        ])
        .output();
    match ran {
        Ok(done) if done.status.success() => {}
        Ok(done) => panic!("{statement}: {}", String::from_utf8_lossy(&done.stderr)),
        Err(error) => panic!("psql did not start: {error}"),
    }
}
