//! Signing in with mail address and password, and signing out.

use super::door::{Caller, Door};
use super::parts::{Form, link, page, paragraph, refusals, success};
use super::people_places::PEOPLE;
use super::{cookie, invented_people, wanted};
use axum::Router;
use axum::extract::{Form as Typed, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use kernel::{Actor, Held, Refusal, Role};
use people::accounts::{self, Begun};
use serde::Deserialize;
use web::components::{Field, FieldKind, Html};
use web::{Page, PageError, PageResult, Reader};

/// The address of the page.
pub const SIGN_IN: &str = "/sign-in";
/// Where the desk sends whoever may not be there.
pub const DESK_DOOR: &str = "/desk/enter";

/// The ways in and out.
pub fn routes() -> Router<Door> {
    Router::new()
        .route(SIGN_IN, get(show).post(sign_in))
        .route("/sign-out", post(sign_out))
        .route(DESK_DOOR, get(to_the_desk))
        .merge(invented_people::routes())
}

/// Where somebody wanted to go.
#[derive(Debug, Default, Deserialize)]
struct Wanted {
    #[serde(default)]
    to: String,
    #[serde(default)]
    done: String,
}

#[derive(Deserialize)]
struct SignIn {
    #[serde(default)]
    to: String,
    #[serde(default)]
    mail: String,
    #[serde(default)]
    password: String,
}

async fn show(
    State(door): State<Door>,
    Query(asked): Query<Wanted>,
    caller: Caller,
    reader: Reader,
) -> PageResult {
    match caller.who {
        Some(who) => Ok(Redirect::to(way_on(&asked.to, &who.actor)).into_response()),
        None => render(&door, &asked, "", &[], &reader).await,
    }
}

async fn render(
    door: &Door,
    asked: &Wanted,
    mail: &str,
    refused: &[Refusal],
    reader: &Reader,
) -> PageResult {
    let texts = reader.texts();
    let form = form(&asked.to, mail, refused, reader);
    let parts = match invented_people::part(door, &asked.to, reader).await? {
        Some(invented) => vec![invented, (texts.say("people_page-own-account"), form)],
        None => vec![(String::new(), form)],
    };
    let said = match asked.done.as_str() {
        "password" => Some(success(texts.say("people_page-said-password"))),
        _ => None,
    };
    let title = Page::titled(texts.say("people_page-sign-in"));
    page(title, parts, (said, refused), reader)
}

fn form(to: &str, mail: &str, refused: &[Refusal], reader: &Reader) -> Html {
    let texts = reader.texts();
    let value = mail.to_owned();
    let fields = vec![
        Field::of(
            "mail",
            texts.say("people_page-mail"),
            FieldKind::Mail { value },
        )
        .required(),
        Field::of(
            "password",
            texts.say("people_page-password"),
            FieldKind::Password,
        )
        .required(),
    ];
    let deed = texts.say("people_page-sign-in");
    let form = Form::main(SIGN_IN, fields, deed, refused, texts).with("to", to);
    let forgotten = link("/forgotten-password", &texts.say("people_page-forgotten"));
    let no_account = paragraph(&texts.say("people_page-no-account"));
    form.html().and(&forgotten).and(&no_account)
}

async fn sign_in(
    State(door): State<Door>,
    caller: Caller,
    reader: Reader,
    Typed(typed): Typed<SignIn>,
) -> PageResult {
    let SignIn { to, mail, password } = typed;
    let refused = match attempt(&door, &caller, &mail, password).await? {
        Ok(begun) => return entered(&door, &begun, &to, &caller).await,
        Err(refused) => refused,
    };
    let asked = Wanted {
        to,
        ..Wanted::default()
    };
    render(&door, &asked, &mail, &refused, &reader).await
}

/// An attempt in its three steps; no transaction is open while the password is compared.
async fn attempt(
    door: &Door,
    caller: &Caller,
    mail: &str,
    password: String,
) -> PageResult<Result<Begun, Vec<Refusal>>> {
    let mut tx = door.database.write().await?;
    let challenge = match accounts::begin_sign_in(&mut tx, mail, &caller.visit).await {
        Ok(challenge) => challenge,
        Err(stop) => return Ok(Err(refusals(stop)?)),
    };
    tx.commit_unseen().await?;
    let checked = door.hash(move || challenge.check(&password)).await?;
    let mut tx = door.database.write().await?;
    let begun = accounts::finish_sign_in(&mut tx, checked, &caller.visit, caller.earlier());
    let begun = begun.await?;
    tx.commit_unseen().await?;
    let wrong = || vec![Refusal::new("people_page-refusal-sign-in").at("mail")];
    Ok(begun.ok_or_else(wrong))
}

/// Sends somebody on who has just come in.
pub async fn entered(door: &Door, begun: &Begun, to: &str, caller: &Caller) -> PageResult {
    let mut tx = door.database.read().await?;
    let now = tx.now();
    let who = accounts::actor_of_session(&mut tx, &begun.secret.hash(), now).await?;
    let actor = who.map_or_else(Actor::stranger, |who| who.actor);
    Ok(cookie::enter(
        way_on(to, &actor),
        &begun.secret,
        caller.secure,
    ))
}

/// Where somebody wanted to go, else where their work waits.
fn way_on<'to>(to: &'to str, actor: &Actor) -> &'to str {
    let only_people = |held: &Held| held.role == Role::Administrator;
    let home = match actor.roles.as_slice() {
        [] => "/",
        roles if roles.iter().all(only_people) => PEOPLE,
        _ => "/desk",
    };
    wanted::local(to).unwrap_or(home)
}

async fn sign_out(State(door): State<Door>, caller: Caller) -> PageResult {
    if let Some(who) = &caller.who {
        let mut tx = door.database.write().await?;
        accounts::sign_out(&mut tx, who).await?;
        tx.commit_unseen().await?;
    }
    Ok(cookie::leave("/", caller.secure))
}

/// The desk asks strangers to come this way; somebody who has signed in may not be there.
async fn to_the_desk(caller: Caller) -> PageResult<Response> {
    match caller.who {
        Some(_) => Err(PageError::Forbidden),
        None => Ok(Redirect::to("/sign-in?to=/desk").into_response()),
    }
}
