//! Starting, answering and stopping.

use super::background::Background;
use super::desk_key::DeskKey;
use super::sessions::Sessions;
use super::sign_in::{self, Door};
use crate::exit::Failure;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use axum::{Extension, Router};
use database::Database;
use documents::write::Typeset;
use followup::intake::Readers;
use kernel::{Fault, Message};
use mail::{Outlet, PostOffice};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use web::languages::Texts;
use web::{Limits, Site};

/// How often other processes' writes are looked for.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// How the server is started.
pub struct Options {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The database.
    pub database: Database,
    /// The folder that holds the key, if there is one.
    pub folder: Option<PathBuf>,
    /// Child processes that read uploads.
    pub readers: Readers,
    /// What makes PDFs.
    pub typeset: Arc<Typeset>,
    /// What pages may know about mail.
    pub outlet: Outlet,
    /// Who takes our letters, if anybody.
    pub office: Option<PostOffice>,
    /// Whether every answer is invented; every page then says so.
    pub fictional: bool,
    /// Whether the component gallery is shown.
    pub gallery: bool,
}

/// Serves until it is asked to stop; `ready` hears the address and the key.
pub async fn serve(
    mut options: Options,
    ready: impl FnOnce(SocketAddr, &str),
) -> Result<(), Failure> {
    let listener = listen(options.listen).await?;
    let address = listener
        .local_addr()
        .map_err(|error| Fault::caused_by("asking for the address", error))?;
    let (key, words) = match &options.folder {
        Some(folder) => DeskKey::in_folder(folder)?,
        None => DeskKey::for_this_start()?,
    };
    let door = Door {
        sessions: Sessions::default(),
        key,
        database: options.database.clone(),
    };
    tokio::spawn(look_for_other_writers(options.database.clone()));
    let background = Background::start(options.database.clone(), options.office.take());
    let routes = routes(options, door);
    ready(address, &words);
    let served = axum::serve(listener, routes)
        .with_graceful_shutdown(asked_to_stop())
        .await;
    background.end().await;
    served.map_err(|error| Failure::Fault(Fault::caused_by("serving", error)))
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        Failure::Unreadable(
            Message::new("cli-listen-failed")
                .with("address", address.to_string())
                .with("reason", error.to_string()),
        )
    })
}

fn routes(options: Options, door: Door) -> Router {
    let database = options.database.clone();
    let fictional = options.fictional;
    let outlet = options.outlet.clone();
    let room = followup::room(options.database, options.readers, options.typeset);
    let site = Site {
        menu: room.menu,
        sign_in: Some("/desk/enter"),
        sign_out: Some("/desk/leave"),
        fictional,
    };
    let mut routes = Router::new()
        .merge(room.routes)
        .merge(sign_in::routes(door.clone()))
        .merge(web::static_routes())
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(move || ready(database.clone())));
    if options.gallery {
        routes = routes.merge(web::gallery::routes());
    }
    let routes = routes
        .layer(from_fn_with_state(door, sign_in::recognise))
        .layer(Extension(outlet));
    web::surround(routes, site, Limits::default())
}

/// Whether the database answers.
async fn ready(database: Database) -> Result<&'static str, StatusCode> {
    match database.refresh_generation().await {
        Ok(_) => Ok("ok"),
        Err(_) => Err(StatusCode::SERVICE_UNAVAILABLE),
    }
}

/// Pages are kept ready as long as nothing was written; another process may write too.
async fn look_for_other_writers(database: Database) {
    let mut clock = tokio::time::interval(LOOK_AGAIN);
    loop {
        clock.tick().await;
        if let Err(fault) = database.refresh_generation().await {
            tracing::warn!(%fault, "the database does not answer");
        }
    }
}

/// Ctrl+C or the service manager's request.
async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _ = interrupted.await;
}

/// What is said when the server answers: where, and how the secretariat comes in.
pub fn announce(address: SocketAddr, key: &str, demo: bool, texts: &Texts) -> Vec<String> {
    let at = format!("http://{address}");
    let desk = match demo {
        true => format!("{at}/desk/enter"),
        false => format!("{at}/desk/enter?key={key}"),
    };
    let mut lines = vec![
        texts.say_with("cli-serving", &[("address", at.into())]),
        texts.say_with("cli-serving-desk", &[("address", desk.into())]),
    ];
    if demo {
        lines.push(texts.say("cli-serving-demo"));
    }
    lines
}
