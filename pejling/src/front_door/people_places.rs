//! The authorities whose people one looks after.

use super::door::{Caller, Door};
use super::parts::page;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use kernel::{Actor, Role};
use people::accounts;
use people::authorities::Authority;
use std::collections::BTreeMap;
use web::components::{Column, DataTable, Html};
use web::languages::Texts;
use web::{Page, PageError, PageResult, Reader};

/// The address of the page.
pub const PEOPLE: &str = "/people";

/// The way to them.
pub fn routes() -> Router<Door> {
    Router::new().route(PEOPLE, get(show))
}

/// Whether somebody looks after anybody: then the menu leads here.
pub fn looks_after_people(actor: &Actor) -> bool {
    [Role::Secretariat, Role::Administrator, Role::Operator]
        .into_iter()
        .any(|role| actor.is(role))
}

/// The address of an authority's people.
pub fn people_of(key: &str) -> String {
    format!("/authorities/{key}/people")
}

async fn show(State(door): State<Door>, caller: Caller, reader: Reader) -> PageResult {
    caller.signed_in()?;
    let mut tx = door.database.read().await?;
    let managed = accounts::managed_authorities(&mut tx, &reader.actor).await?;
    let counts = accounts::people_counts(&mut tx).await?;
    match managed.as_slice() {
        [] => Err(PageError::Forbidden),
        [only] => Ok(Redirect::to(&people_of(&only.key)).into_response()),
        several => render(several, &counts, &reader),
    }
}

fn render(managed: &[Authority], counts: &BTreeMap<String, usize>, reader: &Reader) -> PageResult {
    let texts = reader.texts();
    let table = DataTable {
        texts,
        caption: texts.say("people_page-authorities"),
        columns: vec![
            Column::plain(texts.say("people_page-authority")),
            Column::plain(texts.say("people_page-count")).numbers(),
        ],
        rows: managed.iter().map(|one| row(one, counts, texts)).collect(),
    };
    let title = Page::titled(texts.say("people_page-people"))
        .with_lead(texts.say("people_page-people-lead"));
    page(
        title,
        vec![(String::new(), Html::of(&table))],
        (None, &[]),
        reader,
    )
}

fn row(authority: &Authority, counts: &BTreeMap<String, usize>, texts: &Texts) -> Vec<Html> {
    let count = counts.get(&authority.key).copied().unwrap_or_default();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    vec![
        Html::link(&people_of(&authority.key), &authority.name),
        Html::text(&texts.number(count)),
    ]
}
