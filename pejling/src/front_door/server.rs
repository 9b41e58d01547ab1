//! Starting, answering and stopping.

use super::background::Background;
use super::door::{self, Door};
use super::people_places::{self, looks_after_people};
use super::{account_routes, my_account, sign_in};
use crate::api;
use crate::exit::Failure;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use axum::{Extension, Router};
use database::Database;
use documents::write::Typeset;
use followup::intake::Readers;
use kernel::{Actor, Fault, Message};
use mail::{Outlet, PostOffice};
use people::accounts;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use web::languages::Texts;
use web::{Limits, MenuItem, Site};
use webhooks::{Sender, Sending};

/// How often other processes' writes are looked for.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// How the server is started.
pub struct Options {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The database.
    pub database: Database,
    /// Whether a proxy stands before the server and says who asks.
    pub behind_proxy: bool,
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
    /// How the JSON API is run.
    pub api: web_api::Settings,
    /// Whether other systems are told what happens.
    pub sending: Sending,
}

/// Serves until it is asked to stop; `ready` hears the address, and where the first account is made
/// if there is none.
pub async fn serve(
    mut options: Options,
    ready: impl FnOnce(SocketAddr, Option<String>),
) -> Result<(), Failure> {
    let listener = listen(options.listen).await?;
    let address = listener
        .local_addr()
        .map_err(|error| Fault::caused_by("asking for the address", error))?;
    let public = options.outlet.address.as_ref();
    let public = public.map_or_else(
        || format!("http://{address}"),
        |said| said.as_str().to_owned(),
    );
    let door = Door::new(options.database.clone(), public, options.behind_proxy);
    let first = first_account(&door, options.fictional).await?;
    tokio::spawn(look_for_other_writers(options.database.clone()));
    let background = Background::start(options.database.clone(), options.office.take());
    if let Sending::To(targets) = options.sending {
        let sender = Sender::new(options.database.clone(), targets);
        tokio::spawn(sender.run(LOOK_AGAIN));
    }
    let routes = routes(options, door);
    ready(address, first);
    let routes = routes.into_make_service_with_connect_info::<SocketAddr>();
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

/// Every route of the server.
fn routes(options: Options, door: Door) -> Router {
    let database = options.database.clone();
    let fictional = options.fictional;
    let outlet = options.outlet.clone();
    let room = followup::room(options.database, options.readers, options.typeset);
    let events = followup::actions::EVENTS.to_vec();
    let hooks = webhooks::routes(database.clone(), options.sending, events);
    let api = web_api::mount(database.clone(), room.api.merge(hooks), options.api);
    let site = Site {
        menu: [room.menu, vec![people_in_the_menu()]].concat(),
        sign_in: Some(sign_in::SIGN_IN),
        sign_out: Some("/sign-out"),
        account: Some(my_account::ACCOUNT),
        fictional,
    };
    let with_people = Router::new()
        .merge(room.routes)
        .merge(account_routes().with_state(door.clone()))
        .merge(api::token_routes(database.clone()))
        .merge(api::page_routes(api.document))
        .layer(from_fn_with_state(door, door::recognise))
        .layer(Extension(outlet));
    // What is the same for everybody asks nothing about who they are.
    let mut routes = with_people
        .merge(web::static_routes())
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(move || ready(database.clone())));
    if options.gallery {
        routes = routes.merge(web::gallery::routes());
    }
    // The API has a gate of its own: no cookie opens it.
    web::surround(routes.merge(api.routes), site, Limits::default())
}

fn people_in_the_menu() -> MenuItem {
    MenuItem {
        words: "people_page-people",
        href: people_places::PEOPLE,
        shown_to: looks_after_people,
    }
}

/// The link by which the first person comes in, where nobody has an account and not everything is
/// invented.
async fn first_account(door: &Door, fictional: bool) -> Result<Option<String>, Failure> {
    if fictional {
        return Ok(None);
    }
    let mut tx = door.database.write().await?;
    let path = accounts::make_first_link(&mut tx, &Actor::operator("pejling serve")).await?;
    tx.commit_unseen().await?;
    Ok(path.map(|path| door.post.link(&path)))
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

/// What is said when the server answers: where, and how the first person comes in.
pub fn announce(
    address: SocketAddr,
    first_account: Option<String>,
    demo: bool,
    texts: &Texts,
) -> Vec<String> {
    let at = format!("http://{address}");
    let mut lines = vec![texts.say_with("cli-serving", &[("address", at.as_str().into())])];
    if let Some(link) = first_account {
        lines.push(texts.say_with("cli-serving-first-account", &[("address", link.into())]));
    }
    if demo {
        let sign_in = format!("{at}{}", sign_in::SIGN_IN);
        lines.push(texts.say_with("cli-serving-demo", &[("address", sign_in.into())]));
    }
    lines
}
