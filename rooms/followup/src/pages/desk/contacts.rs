//! How one municipality was spoken to about its form, and a call to note.

use super::chase_page::kind;
use super::form_history::municipality;
use super::form_page::{FormPage, PartsPage};
use super::typed::{Typed, refusals};
use super::{Desk, back_to, ways};
use crate::actions::note_contact;
use crate::records::chasing::FormContact;
use crate::summary::chase::{Chase, ChaseRow, chase};
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::routing::get;
use kernel::Refusal;
use std::sync::Arc;
use web::components::{Column, DataTable, EmptyState, Field, FieldKind, Html};
use web::languages::Texts;
use web::{Page, PageError, PageResult, Reader};

/// The route of a municipality's contacts.
pub fn routes() -> Router<Arc<Desk>> {
    let address = "/desk/rounds/{key}/contacts/{code}";
    Router::new().route(address, get(show).post(note))
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Path<(String, String)>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let chase = chase(&mut tx, &reader.actor, &key).await?;
    let row = chase
        .row(&municipality(&code)?)
        .ok_or(PageError::NotFound)?;
    let people: Vec<&str> = row.people.iter().map(|one| one.name.as_str()).collect();
    let typed = Typed::default().with("to_whom", people.join(", "));
    Ok(web::html(render(&chase, row, &typed, &[], &reader)))
}

async fn note(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Path<(String, String)>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let code = municipality(&code)?;
    let said = (typed.text("to_whom"), typed.text("note"));
    match note_contact(&mut tx, &reader.actor, &key, &code, said).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(back_to(&ways::chase(&key), "noted", None))
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            let chase = chase(&mut tx, &reader.actor, &key).await?;
            let row = chase.row(&code).ok_or(PageError::NotFound)?;
            Ok(web::unprocessable(render(
                &chase, row, &typed, &refused, &reader,
            )))
        }
    }
}

fn render(
    chase: &Chase,
    row: &ChaseRow,
    typed: &Typed,
    refused: &[Refusal],
    reader: &Reader,
) -> String {
    let texts = reader.texts();
    let key = chase.round.key.as_str();
    let form = FormPage::new(texts, "desk_chase-note-deed", refused)
        .fields(fields(typed, texts), refused)
        .or_back_to(ways::chase(key));
    let content = PartsPage {
        said: None,
        parts: vec![
            (texts.say("desk_chase-note"), Html::of(&form)),
            (texts.say("desk_chase-history"), history(row, texts)),
        ],
    };
    Page::titled(texts.say_with("desk_chase-of", &[("name", row.name.as_str().into())]))
        .under(texts.say("desk-secretariat"), "/desk")
        .under(chase.round.settings.title.clone(), ways::round(key))
        .under(texts.say("desk_chase-title"), ways::chase(key))
        .fictional(chase.programme.fictional)
        .private()
        .render(&content, reader)
}

fn fields(typed: &Typed, texts: &Texts) -> Vec<Field> {
    let note = FieldKind::Area {
        value: typed.text("note").to_owned(),
        rows: 4,
    };
    vec![
        Field::text(
            "to_whom",
            texts.say("desk_chase-to-whom"),
            typed.text("to_whom"),
        )
        .required(),
        Field::of("note", texts.say("desk_chase-what-was-said"), note).required(),
    ]
}

fn history(row: &ChaseRow, texts: &'static Texts) -> Html {
    if row.contacts.is_empty() {
        return Html::of(&EmptyState {
            heading: texts.say("desk_chase-never-spoken"),
            text: texts.say("desk_chase-never-spoken-text"),
            link: None,
        });
    }
    let plain = |title: &str| Column::plain(texts.say(title));
    Html::of(&DataTable {
        texts,
        caption: texts.say("desk_chase-history"),
        columns: vec![
            plain("desk_rounds-when"),
            plain("desk_letters-kind"),
            plain("desk_chase-to-whom"),
            plain("desk_chase-what-was-said"),
            plain("desk_rounds-who"),
        ],
        rows: row.contacts.iter().map(|one| line(one, texts)).collect(),
    })
}

fn line(one: &FormContact, texts: &Texts) -> Vec<Html> {
    vec![
        Html::text(&texts.moment(one.at)),
        Html::text(&kind(one.kind, texts)),
        Html::text(&one.to_whom),
        Html::text(&one.note),
        Html::text(&one.by),
    ]
}
