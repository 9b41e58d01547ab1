use super::cookie;
use super::same_origin::comes_from_us;
use super::sign_in::{DESK_DOOR, SIGN_IN};
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use database::Database;
use kernel::{Actor, Fault, Language, Message};
use people::accounts::{self, AccountId, Post, SessionId, SignedIn, Visit};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::sync::Semaphore;
use web::PageError;
use web::languages::Texts;

/// How many passwords are hashed at the same time: each takes 19 MiB and a core.
const HASHING: usize = 4;

/// What the front door knows about who may come in.
#[derive(Clone)]
pub struct Door {
    /// The accounts and sessions.
    pub database: Database,
    /// How letters are written, and the address that people reach us by.
    pub post: Post,
    /// Whether a proxy stands before the server and says who asks.
    pub behind_proxy: bool,
    hashing: Arc<Semaphore>,
}

impl Door {
    /// A door; `address` is where people reach it.
    pub fn new(database: Database, address: String, behind_proxy: bool) -> Self {
        Self {
            database,
            post: post(address),
            behind_proxy,
            hashing: Arc::new(Semaphore::new(HASHING)),
        }
    }

    /// Whether requests come encrypted: then cookies stay on that way.
    pub fn is_secure(&self, headers: &HeaderMap) -> bool {
        let proxy_says = || {
            let said = headers.get("x-forwarded-proto");
            said.is_some_and(|scheme| scheme.as_bytes() == b"https")
        };
        self.post.address.starts_with("https://") || (self.behind_proxy && proxy_says())
    }

    /// Does the work of hashing where it holds up no other request.
    pub async fn hash<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let closed = |error| Fault::caused_by("waiting to hash a password", error);
        let _turn = self.hashing.acquire().await.map_err(closed)?;
        let failed = |error| Fault::caused_by("hashing a password", error);
        tokio::task::spawn_blocking(work).await.map_err(failed)?
    }

    /// Whether everything here is invented: then anybody may be one of its people. As soon as one
    /// programme is real, nobody is without a password.
    pub async fn is_all_invented(&self) -> Result<bool, Fault> {
        let mut tx = self.database.read().await?;
        let programmes = followup::summary::programmes(&mut tx)
            .await
            .map_err(|_| Fault::new("asking which programmes there are"))?;
        Ok(!programmes.is_empty() && programmes.iter().all(|programme| programme.fictional))
    }

    async fn who(&self, headers: &HeaderMap) -> Result<Option<SignedIn>, Fault> {
        let Some(words) = cookie::words(headers, self.is_secure(headers)) else {
            return Ok(None);
        };
        let mut tx = self.database.read().await?;
        let now = tx.now();
        let who = accounts::actor_of_session(&mut tx, &accounts::hash_of(words), now).await?;
        drop(tx);
        let invented = who.as_ref().is_some_and(|who| who.fictional);
        if invented && !self.is_all_invented().await? {
            return Ok(None);
        }
        if let Some(who) = who.as_ref().filter(|who| who.is_to_be_noted(now)) {
            tokio::spawn(note(self.database.clone(), who.session));
        }
        Ok(who)
    }

    /// Where a request comes from: the connection, or what the proxy wrote last. What stands before
    /// that, in the same line or in lines before it, may be the caller's own.
    pub(super) fn address(&self, parts: &Parts) -> String {
        let proxy_says = parts
            .headers
            .get_all("x-forwarded-for")
            .iter()
            .next_back()
            .filter(|_| self.behind_proxy)
            .and_then(|said| said.to_str().ok()?.rsplit(',').next())
            .and_then(|said| said.trim().parse().ok());
        let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let address = proxy_says.or_else(|| connection.map(|from| from.0.ip()));
        address.map_or_else(String::new, |address: std::net::IpAddr| address.to_string())
    }
}

fn post(address: String) -> Post {
    fn say(language: Language, message: &Message) -> String {
        Texts::of(language).message(message)
    }
    Post { say, address }
}

/// Notes that a session is used; it is no page's business when that fails.
async fn note(database: Database, session: SessionId) {
    let noted = async {
        let mut tx = database.write().await?;
        accounts::mark_seen(&mut tx, session).await?;
        tx.commit_unseen().await
    };
    if let Err(fault) = noted.await {
        tracing::warn!(%fault, "a session was not noted as used");
    }
}

/// Says who acts, and stops what does not come from our own pages. Without a cookie nothing is
/// asked.
pub async fn recognise(State(door): State<Door>, mut request: Request, next: Next) -> Response {
    if !comes_from_us(&request) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let who = match door.who(request.headers()).await {
        Ok(who) => who,
        Err(fault) => return PageError::from(fault).into_response(),
    };
    let Some(who) = who else {
        request.extensions_mut().insert(Actor::stranger());
        let back = wanted_page(&request);
        let answer = next.run(request).await;
        return back
            .filter(|_| shows_the_door(&answer))
            .map_or(answer, |back| ask_to_sign_in(&back));
    };
    let actor = who.actor.clone();
    request.extensions_mut().insert(actor.clone());
    request.extensions_mut().insert(who);
    let mut answer = next.run(request).await;
    answer.extensions_mut().insert(actor);
    answer
}

/// The page that a request asks to see.
fn wanted_page(request: &Request) -> Option<String> {
    let asks = *request.method() == Method::GET;
    let address = request.uri().path_and_query();
    address.filter(|_| asks).map(ToString::to_string)
}

/// Whether an answer says that one may not be there, or sends one to the desk's door.
fn shows_the_door(answer: &Response) -> bool {
    let to = answer.headers().get(header::LOCATION);
    answer.status() == StatusCode::FORBIDDEN || to.is_some_and(|to| to == DESK_DOOR)
}

/// Strangers are asked to sign in where they may not be, and come back then.
fn ask_to_sign_in(back: &str) -> Response {
    let back = back
        .replace('%', "%25")
        .replace('&', "%26")
        .replace('+', "%2B");
    Redirect::to(&format!("{SIGN_IN}?to={back}")).into_response()
}

/// Where a request comes from, and the session that it belongs to.
pub struct Caller {
    /// The network address and the program.
    pub visit: Visit,
    /// The session, if there is one.
    pub who: Option<SignedIn>,
    /// Whether the cookie must stay on encrypted ways.
    pub secure: bool,
}

impl Caller {
    /// The session that a new one takes the place of.
    pub fn earlier(&self) -> Option<(AccountId, SessionId)> {
        self.who.as_ref().map(|who| (who.account, who.session))
    }

    /// Whoever has signed in; the page is nobody else's.
    pub fn signed_in(&self) -> Result<&SignedIn, PageError> {
        self.who.as_ref().ok_or(PageError::Forbidden)
    }
}

impl FromRequestParts<Door> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, door: &Door) -> Result<Self, Infallible> {
        let described = parts.headers.get(header::USER_AGENT);
        let described = described.and_then(|words| words.to_str().ok());
        Ok(Self {
            visit: Visit {
                address: door.address(parts),
                program: accounts::program_of(described.unwrap_or_default()),
            },
            who: parts.extensions.get().cloned(),
            secure: door.is_secure(&parts.headers),
        })
    }
}
