//! A forgotten password: asking for a link, and choosing a new password by it.

use super::choose_password::{self, Chosen};
use super::door::{Caller, Door};
use super::parts::{Form, link, page, paragraph, success};
use axum::Router;
use axum::extract::{Form as Typed, Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use kernel::{Refusal, Stop};
use people::accounts::{self, Account};
use serde::Deserialize;
use web::components::{Field, FieldKind};
use web::{Page, PageError, PageResult, Reader};

/// The ways to a new password.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/forgotten-password", get(show).post(ask))
        .route("/password-resets/{words}", get(choose).post(reset))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    mail: String,
}

async fn show(reader: Reader) -> PageResult {
    let texts = reader.texts();
    let value = String::new();
    let mail = Field::of(
        "mail",
        texts.say("people_page-mail"),
        FieldKind::Mail { value },
    );
    let fields = vec![mail.required()];
    let deed = texts.say("people_page-send-link");
    let form = Form::main("/forgotten-password", fields, deed, &[], texts);
    let title = Page::titled(texts.say("people_page-forgotten"))
        .with_lead(texts.say("people_page-forgotten-lead"));
    page(
        title,
        vec![(String::new(), form.html())],
        (None, &[]),
        &reader,
    )
}

/// The answer is the same whether there is such an account or not.
async fn ask(
    State(door): State<Door>,
    caller: Caller,
    reader: Reader,
    Typed(asked): Typed<Asked>,
) -> PageResult {
    let mut tx = door.database.write().await?;
    accounts::request_reset(&mut tx, &door.post, &asked.mail, &caller.visit).await?;
    tx.commit_unseen().await?;
    let texts = reader.texts();
    let said = success(texts.say("people_page-link-sent"));
    let parts = vec![(
        String::new(),
        paragraph(&texts.say("people_page-link-sent-wait"))
            .and(&link("/sign-in", &texts.say("people_page-sign-in"))),
    )];
    let title = Page::titled(texts.say("people_page-forgotten"));
    page(title, parts, (Some(said), &[]), &reader)
}

async fn choose(State(door): State<Door>, Path(words): Path<String>, reader: Reader) -> PageResult {
    match owner(&door, &words).await? {
        Some(account) => render(&words, &account, &[], &reader),
        None => gone(&reader),
    }
}

async fn owner(door: &Door, words: &str) -> PageResult<Option<Account>> {
    let mut tx = door.database.read().await?;
    match accounts::who_resets(&mut tx, words).await {
        Ok(account) => Ok(Some(account)),
        Err(Stop::NotFound) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

fn render(words: &str, account: &Account, refused: &[Refusal], reader: &Reader) -> PageResult {
    let texts = reader.texts();
    let form = Form::main(
        format!("/password-resets/{words}"),
        choose_password::fields(&account.mail, texts),
        texts.say("people_page-save-password"),
        refused,
        texts,
    );
    let title = Page::titled(texts.say("people_page-new-password"));
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
    let again = link("/forgotten-password", &texts.say("people_page-ask-again"));
    let why = paragraph(&texts.say("people_page-reset-gone")).and(&again);
    let mut answer = page(title, vec![(String::new(), why)], (None, &[]), reader)?;
    *answer.status_mut() = axum::http::StatusCode::NOT_FOUND;
    Ok(answer)
}

async fn reset(
    State(door): State<Door>,
    Path(words): Path<String>,
    reader: Reader,
    Typed(chosen): Typed<Chosen>,
) -> PageResult {
    let Some(account) = owner(&door, &words).await? else {
        return gone(&reader);
    };
    let kept = match choose_password::keep(&door, chosen, &account).await? {
        Ok(kept) => kept,
        Err(refused) => return render(&words, &account, &refused, &reader),
    };
    let mut tx = door.database.write().await?;
    match accounts::reset_password(&mut tx, &door.post, &words, &kept).await {
        Ok(()) => tx.commit_unseen().await?,
        Err(Stop::NotFound) => return gone(&reader),
        Err(other) => return Err(PageError::from(other)),
    }
    Ok(Redirect::to("/sign-in?done=password").into_response())
}
