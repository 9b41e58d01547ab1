//! What the secretariat adds to a programme's year.

use super::form_page::{FormPage, PartsPage, links};
use super::programme::page_below;
use super::typed::{Typed, choice, refusals};
use super::{Desk, Said, back_to, ways};
use crate::access::{self, Deed};
use crate::actions::{add_cycle_event, edit_cycle_event, withdraw_cycle_event};
use crate::records::CycleEventId;
use crate::records::cycle_events::{self, CycleEvent, EventFacts};
use crate::records::programmes::{self, Programme};
use crate::rules::cycle::Audience;
use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::routing::get;
use database::Tx;
use kernel::{Outcome, Refusal};
use std::sync::Arc;
use web::components::{Column, DataTable, EmptyState, Field, FieldKind, Html};
use web::languages::Texts;
use web::{PageError, PageResult, Reader};

/// The routes of a programme's events.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/desk/programmes/{key}/events", get(list))
        .route("/desk/programmes/{key}/events/new", get(blank).post(add))
        .route("/desk/programmes/{key}/events/{id}", get(show).post(save))
}

const SAID: [(&str, &str); 2] = [
    ("event", "cycle-said-saved"),
    ("withdrawn", "cycle-said-withdrawn"),
];

fn address(key: &str) -> String {
    format!("{}/events", ways::programme(key))
}

async fn of(tx: &mut Tx, reader: &Reader, key: &str) -> PageResult<Programme> {
    let programme = programmes::named(tx, key).await?;
    access::may(&reader.actor, Deed::EditCycle, &programme)?;
    Ok(programme)
}

async fn list(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    Query(said): Query<Said>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let programme = of(&mut tx, &reader, &key).await?;
    let mut events = cycle_events::all(&mut tx).await?;
    events.retain(|one| one.programme == programme.id && !one.is_withdrawn);
    let texts = reader.texts();
    let new = format!("{}/new", address(&key));
    let content = PartsPage {
        said: said.alert(&SAID, texts),
        parts: vec![
            (
                String::new(),
                links(&[
                    (new, texts.say("cycle-add")),
                    ("/cycle".to_owned(), texts.say("cycle-see")),
                ]),
            ),
            (String::new(), table(&key, &events, texts)),
        ],
    };
    let page = page_below(&programme, texts.say("cycle-events"), texts);
    Ok(web::html(page.render(&content, &reader)))
}

fn table(key: &str, events: &[CycleEvent], texts: &'static Texts) -> Html {
    if events.is_empty() {
        return Html::of(&EmptyState {
            heading: texts.say("cycle-no-events"),
            text: texts.say("cycle-no-events-text"),
            link: None,
        });
    }
    let plain = |title: &str| Column::plain(texts.say(title));
    let row = |one: &CycleEvent| {
        let facts = &one.event;
        let href = format!("{}/{}", address(key), one.id.0);
        let last = facts.ends_on.map(|day| texts.short_date(day));
        vec![
            Html::link(&href, &facts.title),
            Html::text(&texts.short_date(facts.starts_on)),
            Html::text(&last.unwrap_or_default()),
            Html::text(&texts.say(audience_word(facts.audience))),
        ]
    };
    Html::of(&DataTable {
        texts,
        caption: texts.say("cycle-events"),
        columns: vec![
            plain("cycle-field-title"),
            plain("cycle-field-starts"),
            plain("cycle-field-ends"),
            plain("cycle-field-audience"),
        ],
        rows: events.iter().map(row).collect(),
    })
}

async fn blank(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let programme = of(&mut tx, &reader, &key).await?;
    let typed = Typed::default().with("audience", Audience::Everyone.key());
    Ok(web::html(render(&programme, &typed, &[], false, &reader)))
}

async fn add(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let programme = of(&mut tx, &reader, &key).await?;
    let done: Outcome<()> = match read(&typed) {
        Ok(event) => add_cycle_event(&mut tx, &reader.actor, &key, event)
            .await
            .map(drop),
        Err(refused) => Err(kernel::Stop::Refused(refused)),
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(back_to(&address(&key), "event", None))
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            let html = render(&programme, &typed, &refused, false, &reader);
            Ok(web::unprocessable(html))
        }
    }
}

async fn found(
    tx: &mut Tx,
    reader: &Reader,
    (key, id): &(String, String),
) -> PageResult<(Programme, CycleEvent)> {
    let programme = of(tx, reader, key).await?;
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    let event = cycle_events::get(tx, CycleEventId(id)).await?;
    match event.programme == programme.id && !event.is_withdrawn {
        true => Ok((programme, event)),
        false => Err(PageError::NotFound),
    }
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path(place): Path<(String, String)>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let (programme, event) = found(&mut tx, &reader, &place).await?;
    let typed = written(&event);
    Ok(web::html(render(&programme, &typed, &[], true, &reader)))
}

async fn save(
    State(desk): State<Arc<Desk>>,
    Path(place): Path<(String, String)>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let (programme, event) = found(&mut tx, &reader, &place).await?;
    let (actor, seen) = (&reader.actor, typed.number("seen")?);
    let withdraws = typed.text("withdraw") == "yes";
    let done = match (withdraws, read(&typed)) {
        (true, _) => withdraw_cycle_event(&mut tx, actor, event.id, seen).await,
        (false, Ok(facts)) => edit_cycle_event(&mut tx, actor, event.id, seen, facts).await,
        (false, Err(refused)) => Err(kernel::Stop::Refused(refused)),
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            let said = if withdraws { "withdrawn" } else { "event" };
            Ok(back_to(&address(&place.0), said, None))
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            let html = render(&programme, &typed, &refused, true, &reader);
            Ok(web::unprocessable(html))
        }
    }
}

fn written(event: &CycleEvent) -> Typed {
    let facts = &event.event;
    let last = facts.ends_on.map(|day| day.to_string());
    Typed::default()
        .with("title", &facts.title)
        .with("starts_on", facts.starts_on.to_string())
        .with("ends_on", last.unwrap_or_default())
        .with("audience", facts.audience.key())
        .with("link", &facts.link)
        .with("seen", event.change.version.to_string())
}

fn read(typed: &Typed) -> Result<EventFacts, Vec<Refusal>> {
    let (starts, ends) = (typed.needed_day("starts_on"), typed.day("ends_on"));
    match (starts, ends) {
        (Ok(starts_on), Ok(ends_on)) => Ok(EventFacts {
            title: typed.text("title").to_owned(),
            starts_on,
            ends_on,
            audience: Audience::from_key(typed.text("audience")).unwrap_or(Audience::Everyone),
            link: typed.text("link").trim().to_owned(),
        }),
        (starts, ends) => Err(starts.err().into_iter().chain(ends.err()).collect()),
    }
}

fn render(
    programme: &Programme,
    typed: &Typed,
    refused: &[Refusal],
    exists: bool,
    reader: &Reader,
) -> String {
    let texts = reader.texts();
    let mut fields = fields(typed, texts);
    if exists {
        fields.push(withdrawal(typed, texts));
    }
    let content = FormPage::new(texts, "desk_rounds-save", refused)
        .hiding("seen", typed.text("seen"))
        .fields(fields, refused)
        .or_back_to(address(&programme.key));
    let title = match exists {
        true => "cycle-edit-event",
        false => "cycle-add",
    };
    page_below(programme, texts.say(title), texts).render(&content, reader)
}

fn fields(typed: &Typed, texts: &Texts) -> Vec<Field> {
    let day = |name: &str, label: &str| {
        let kind = FieldKind::Date {
            value: typed.text(name).to_owned(),
        };
        Field::of(name, texts.say(label), kind)
    };
    let text = |name: &str, label: &str| Field::text(name, texts.say(label), typed.text(name));
    let audiences = Audience::ALL.map(|one| {
        let words = texts.say(audience_word(one));
        choice(one.key(), words, typed.text("audience"))
    });
    let audience = FieldKind::Radio {
        choices: audiences.into(),
    };
    vec![
        text("title", "cycle-field-title").required(),
        day("starts_on", "cycle-field-starts").required(),
        day("ends_on", "cycle-field-ends").with_hint(texts.say("cycle-field-ends-hint")),
        Field::of("audience", texts.say("cycle-field-audience"), audience),
        text("link", "cycle-field-link").with_hint(texts.say("cycle-field-link-hint")),
    ]
}

fn withdrawal(typed: &Typed, texts: &Texts) -> Field {
    let asked = match typed.text("withdraw") {
        "yes" => "yes",
        _ => "no",
    };
    let kind = FieldKind::Radio {
        choices: vec![
            choice("no", texts.say("cycle-withdraw-no"), asked),
            choice("yes", texts.say("cycle-withdraw-yes"), asked),
        ],
    };
    Field::of("withdraw", texts.say("cycle-withdraw"), kind)
        .with_hint(texts.say("cycle-withdraw-hint"))
}

fn audience_word(audience: Audience) -> &'static str {
    match audience {
        Audience::Everyone => "cycle-for-everyone",
        Audience::Municipalities => "cycle-for-municipalities",
        Audience::Secretariat => "cycle-for-secretariat",
    }
}
