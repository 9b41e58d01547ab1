//! The people of the demonstration: one button each, without a password, as long as everything in
//! the installation is invented.

use super::door::{Caller, Door};
use super::parts::Form;
use super::sign_in::entered;
use super::words;
use axum::Router;
use axum::extract::{Form as Typed, State};
use axum::routing::post;
use people::accounts::{self, AccountId, Person};
use serde::Deserialize;
use web::components::Html;
use web::{PageError, PageResult, Reader};

const AS: &str = "/sign-in/as";

/// The way in as somebody who does not exist.
pub fn routes() -> Router<Door> {
    Router::new().route(AS, post(enter))
}

#[derive(Deserialize)]
struct Chosen {
    account: i64,
    #[serde(default)]
    to: String,
}

/// The part of the page where they can be chosen; none where anything is real.
pub async fn part(door: &Door, to: &str, reader: &Reader) -> PageResult<Option<(String, Html)>> {
    if !door.is_all_invented().await? {
        return Ok(None);
    }
    let mut tx = door.database.read().await?;
    let people = accounts::fictional_people(&mut tx).await?;
    let names = words::authority_names(&mut tx).await?;
    if people.is_empty() {
        return Ok(None);
    }
    let texts = reader.texts();
    let cards = people.iter().map(|person| card(person, to, &names, reader));
    let list = cards
        .map(|card| format!("<li>{card}</li>"))
        .collect::<String>();
    let lead = Html::text(&texts.say("people_page-invented-lead"));
    let html = format!("<p>{lead}</p><ul class=\"nobullet-list people-to-be\">{list}</ul>");
    Ok(Some((
        texts.say("people_page-invented"),
        Html::trusted(html),
    )))
}

fn card(person: &Person, to: &str, names: &words::Names, reader: &Reader) -> Html {
    let texts = reader.texts();
    let name = person.account.name.as_str();
    let deed = texts.say_with("people_page-sign-in-as", &[("name", name.into())]);
    let roles = words::held(&person.held(), names, texts);
    let form = Form::button(AS, deed)
        .with("account", person.account.id.0.to_string())
        .with("to", to);
    form.html().and(&super::parts::paragraph(&roles))
}

async fn enter(
    State(door): State<Door>,
    caller: Caller,
    Typed(chosen): Typed<Chosen>,
) -> PageResult {
    if !door.is_all_invented().await? {
        return Err(PageError::NotFound);
    }
    let mut tx = door.database.write().await?;
    let id = AccountId(chosen.account);
    let begun = accounts::sign_in_as(&mut tx, id, &caller.visit, caller.earlier()).await?;
    tx.commit_unseen().await?;
    entered(&door, &begun, &chosen.to, &caller).await
}
