//! One letter of the log: its text, what became of it, and a way to post it again.

use super::letters::{LETTERS, about_mail, kind_word, state_mark};
use super::typed::refusals;
use super::{Desk, Said, back_to};
use crate::access::Deed;
use crate::actions::post_letter_again;
use crate::summary::letters as log;
use askama::Template;
use axum::Router;
use axum::extract::{Extension, Path, Query, State};
use axum::routing::{get, post};
use kernel::{Actor, Refusal, Role};
use mail::{LINK, LetterId, LetterState, Mailing, Outlet, Posted};
use std::sync::Arc;
use web::components::{Alert, DefinitionList, ErrorSummary, Html};
use web::languages::Texts;
use web::{Page, PageError, PageResult, Reader};

/// The routes of one letter.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/desk/letters/{number}", get(show))
        .route("/desk/letters/{number}/again", post(again))
}

/// The address of a letter.
pub fn address(id: LetterId) -> String {
    format!("{LETTERS}/{}", id.0)
}

const SAID: [(&str, &str); 1] = [("again", "desk_letters-said-again")];

type Out = Option<Extension<Outlet>>;

fn numbered(text: &str) -> PageResult<LetterId> {
    let number = text.parse().map_err(|_| PageError::NotFound)?;
    Ok(LetterId(number))
}

async fn show(
    State(desk): State<Arc<Desk>>,
    outlet: Out,
    Path(number): Path<String>,
    Query(said): Query<Said>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let letter = log::one(
        &mut tx,
        &reader.actor,
        numbered(&number)?,
        Deed::ReadLetters,
    )
    .await?;
    let said = said.alert(&SAID, reader.texts());
    Ok(web::html(render(&letter, &outlet, said, &[], &reader)))
}

async fn again(
    State(desk): State<Arc<Desk>>,
    outlet: Out,
    Path(number): Path<String>,
    reader: Reader,
) -> PageResult {
    let id = numbered(&number)?;
    let mut tx = desk.database.write().await?;
    let letter = log::one(&mut tx, &reader.actor, id, Deed::ReadLetters).await?;
    match post_letter_again(&mut tx, &reader.actor, id).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(back_to(&address(id), "again", None))
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            let html = render(&letter, &outlet, None, &refused, &reader);
            Ok(web::unprocessable(html))
        }
    }
}

/// A letter with what became of it.
#[derive(Template)]
#[template(path = "followup/desk/letter.html")]
struct LetterPage {
    texts: &'static Texts,
    alerts: Vec<Alert>,
    errors: Option<ErrorSummary>,
    facts: DefinitionList,
    text: String,
    follow: Option<String>,
    again: Option<String>,
}

fn render(
    letter: &Posted,
    outlet: &Out,
    said: Option<Alert>,
    refused: &[Refusal],
    reader: &Reader,
) -> String {
    let texts = reader.texts();
    let outlet = outlet
        .as_ref()
        .map(|found| found.0.clone())
        .unwrap_or_default();
    let content = LetterPage {
        texts,
        alerts: [said, about_mail(outlet.mailing, texts)]
            .into_iter()
            .flatten()
            .collect(),
        errors: ErrorSummary::of(refused, texts),
        facts: facts(letter, outlet.mailing, texts),
        text: text(letter, &outlet, texts),
        follow: may_follow(letter, outlet.mailing, &reader.actor)
            .then(|| letter.secret_link.clone())
            .flatten(),
        again: (letter.state == LetterState::GivenUp)
            .then(|| format!("{}/again", address(letter.id))),
    };
    Page::titled(letter.subject.clone())
        .under(texts.say("desk-secretariat"), "/desk")
        .under(texts.say("desk_letters-title"), LETTERS)
        .private()
        .render(&content, reader)
}

fn facts(letter: &Posted, mailing: Mailing, texts: &Texts) -> DefinitionList {
    let say = |key: &str| texts.say(key);
    let moment = |at| Html::text(&texts.moment(at));
    let next = letter.state == LetterState::Waiting && mailing == Mailing::Sent;
    let to = format!("{} <{}>", letter.to_name, letter.to_address);
    let failure = letter
        .failure
        .as_ref()
        .map(|why| Html::text(&texts.message(why)));
    DefinitionList::default()
        .with(say("desk_letters-to"), Html::text(&to))
        .with(
            say("desk_letters-kind"),
            Html::text(&kind_word(&letter.kind, texts)),
        )
        .with(say("desk_letters-about"), Html::text(&letter.about))
        .with(
            say("desk_letters-state"),
            state_mark(letter, mailing, texts),
        )
        .with(say("desk_letters-posted"), moment(letter.posted_at))
        .with_some(say("desk_letters-sent"), letter.sent_at.map(moment))
        .with(
            say("desk_letters-tries"),
            Html::text(&texts.number(letter.tries.into())),
        )
        .with_some(
            say("desk_letters-next-try"),
            next.then(|| moment(letter.next_try_at)),
        )
        .with_some(say("desk_letters-failure"), failure)
}

/// The text as it leaves, but with the secret link masked: who reads it here is somebody else.
fn text(letter: &Posted, outlet: &Outlet, texts: &Texts) -> String {
    let address = outlet.address.as_ref().map_or("", |found| found.as_str());
    letter
        .text
        .replace(mail::ADDRESS, address)
        .replace(LINK, &texts.say("desk_letters-secret"))
}

/// In the demonstration nothing is sent, so the operator follows the link in the recipient's
/// place.
fn may_follow(letter: &Posted, mailing: Mailing, actor: &Actor) -> bool {
    mailing == Mailing::Demonstration
        && letter.state == LetterState::Waiting
        && actor.is(Role::Operator)
}
