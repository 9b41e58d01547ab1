//! Taking an invitation: the first password.

use super::choose_password::{self, Chosen};
use super::cookie;
use super::door::{Caller, Door};
use super::parts::{Form, link, page, paragraph};
use axum::Router;
use axum::extract::{Form as Typed, Path, State};
use axum::http::StatusCode;
use axum::routing::get;
use kernel::{Refusal, Stop};
use people::accounts::{self, Account};
use web::{Page, PageResult, Reader};

/// The way in by an invitation.
pub fn routes() -> Router<Door> {
    Router::new().route("/invitations/{words}", get(show).post(accept))
}

async fn show(State(door): State<Door>, Path(words): Path<String>, reader: Reader) -> PageResult {
    match invited(&door, &words).await? {
        Some(account) => render(&words, &account, &[], &reader),
        None => gone(&reader),
    }
}

async fn invited(door: &Door, words: &str) -> PageResult<Option<Account>> {
    let mut tx = door.database.read().await?;
    match accounts::invited(&mut tx, words).await {
        Ok(account) => Ok(Some(account)),
        Err(Stop::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

fn render(words: &str, account: &Account, refused: &[Refusal], reader: &Reader) -> PageResult {
    let texts = reader.texts();
    let form = Form::main(
        format!("/invitations/{words}"),
        choose_password::fields(&account.mail, texts),
        texts.say("people_page-accept-invitation"),
        refused,
        texts,
    );
    let name = account.name.as_str();
    let title = Page::titled(texts.say_with("people_page-welcome", &[("name", name.into())]))
        .with_lead(texts.say("people_page-welcome-lead"));
    page(
        title,
        vec![(String::new(), form.html())],
        (None, refused),
        reader,
    )
}

/// A link that was used, or came too late: what to do instead.
fn gone(reader: &Reader) -> PageResult {
    let texts = reader.texts();
    let title = Page::titled(texts.say("people_page-link-gone"));
    let sign_in = link("/sign-in", &texts.say("people_page-sign-in"));
    let why = paragraph(&texts.say("people_page-invitation-gone")).and(&sign_in);
    let mut answer = page(title, vec![(String::new(), why)], (None, &[]), reader)?;
    *answer.status_mut() = StatusCode::NOT_FOUND;
    Ok(answer)
}

async fn accept(
    State(door): State<Door>,
    Path(words): Path<String>,
    caller: Caller,
    reader: Reader,
    Typed(chosen): Typed<Chosen>,
) -> PageResult {
    let Some(account) = invited(&door, &words).await? else {
        return gone(&reader);
    };
    let kept = match choose_password::keep(&door, chosen, &account).await? {
        Ok(kept) => kept,
        Err(refused) => return render(&words, &account, &refused, &reader),
    };
    let mut tx = door.database.write().await?;
    let secret = match accounts::accept_invitation(&mut tx, &words, &kept, &caller.visit).await {
        Ok(secret) => secret,
        Err(Stop::NotFound) => return gone(&reader),
        Err(other) => return Err(other.into()),
    };
    if let Some(who) = &caller.who {
        accounts::sign_out(&mut tx, who).await?;
    }
    tx.commit().await?;
    Ok(cookie::enter(
        "/account?done=welcome",
        &secret,
        caller.secure,
    ))
}
