use super::support;
use crate::cli::{Serve, Store};
use crate::exit::{Ended, Ending, Failure};
use crate::front_door::{self, Options, announce};
use crate::typesetting;
use database::Database;
use std::path::PathBuf;
use tracing_subscriber::EnvFilter;
use web::languages::Texts;

/// Starts the server.
pub fn run(serve: Serve, texts: &'static Texts) -> Ended {
    log();
    support::runtime()?.block_on(async {
        let store = store(&serve);
        let database = support::open(&store).await?;
        let fictional = serve.demo && load_demo(&database).await?;
        let options = Options {
            listen: serve.listen,
            database,
            folder: store.data,
            readers: support::readers()?,
            typeset: typesetting::typesetter()?,
            fictional,
            gallery: serve.gallery,
        };
        front_door::serve(options, |address, key| {
            for line in announce(address, key, fictional, texts) {
                support::say(&line);
            }
        })
        .await?;
        Ok::<_, Failure>(Ending::Done)
    })
}

/// Where the data are; beside the reader, if nothing is said.
fn store(serve: &Serve) -> Store {
    let mut store = serve.store.clone();
    if store.data.is_none() && store.database.is_none() {
        store.data = Some(PathBuf::from(".pejling"));
    }
    store
}

/// Loads the demonstration into an empty database; whether the database holds only fiction.
async fn load_demo(database: &Database) -> Result<bool, Failure> {
    let mut tx = database.read().await?;
    let empty = followup::summary::is_empty(&mut tx).await?;
    drop(tx);
    if empty {
        demo::load(database).await?;
    }
    let mut tx = database.read().await?;
    let programmes = followup::summary::programmes(&mut tx).await?;
    Ok(programmes.iter().all(|programme| programme.fictional))
}

fn log() {
    let wanted =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let _ = tracing_subscriber::fmt()
        .with_env_filter(wanted)
        .with_writer(std::io::stderr)
        .try_init();
}
