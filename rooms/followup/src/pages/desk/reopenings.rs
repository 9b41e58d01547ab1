//! Municipalities ask for their form to be opened again; the secretariat answers.

use super::form_page::{FormPage, PartsPage, paragraph};
use super::typed::{Typed, refusals};
use super::{Desk, Said, back_to, only_for, ways};
use crate::access::Deed;
use crate::actions::answer_reopening;
use crate::records::ReopeningId;
use crate::records::programmes;
use crate::records::reopenings::ReopeningRequest;
use crate::records::rounds::Round;
use crate::summary;
use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::routing::get;
use database::Tx;
use kernel::Refusal;
use std::sync::Arc;
use web::components::{Field, FieldKind, Html};
use web::languages::Texts;
use web::{Page, PageError, PageResult, Reader};

/// The route of the requests.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route("/desk/rounds/{key}/requests", get(show).post(answer))
}

const SAID: [(&str, &str); 2] = [
    ("granted", "filling-said-granted"),
    ("declined", "filling-said-declined"),
];

async fn show(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    Query(said): Query<Said>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let round = summary::round(&mut tx, &reader.actor, &key).await?;
    Ok(web::html(
        page(&mut tx, &round, &said, (&Typed::default(), &[]), &reader).await?,
    ))
}

async fn answer(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let granted = typed.text("deed") == "grant";
    let id = ReopeningId(typed.number("id")?);
    let mut tx = desk.database.write().await?;
    let round = summary::round(&mut tx, &reader.actor, &key).await?;
    let open = summary::open_requests(&mut tx, &reader.actor, &round).await?;
    if !open.iter().any(|one| one.id == id) {
        return Err(PageError::NotFound);
    }
    let text = typed.text(&field_name(id));
    let refused = match answer_reopening(&mut tx, &reader.actor, id, granted, text).await {
        Ok(()) => {
            tx.commit().await?;
            let done = if granted { "granted" } else { "declined" };
            return Ok(back_to(
                &format!("{}/requests", ways::round(&key)),
                done,
                None,
            ));
        }
        Err(stop) => refusals(stop)?,
    };
    let at = |refusal: Refusal| refusal.at(field_name(id));
    let refused: Vec<Refusal> = refused.into_iter().map(at).collect();
    drop(tx);
    let mut tx = desk.database.read().await?;
    let shown = (&typed, refused.as_slice());
    let html = page(&mut tx, &round, &Said::default(), shown, &reader).await?;
    Ok(web::unprocessable(html))
}

async fn page(
    tx: &mut Tx,
    round: &Round,
    said: &Said,
    (typed, refused): (&Typed, &[Refusal]),
    reader: &Reader,
) -> PageResult<String> {
    only_for(reader, Deed::AnswerReopening, round)?;
    let texts = reader.texts();
    let open = summary::open_requests(tx, &reader.actor, round).await?;
    let mut parts: Vec<(String, Html)> = open
        .iter()
        .map(|one| (one.name.clone(), request(one, typed, refused, texts)))
        .collect();
    if parts.is_empty() {
        parts.push((String::new(), paragraph(&texts.say("filling-no-requests"))));
    }
    let content = PartsPage {
        said: said.alert(&SAID, texts),
        parts,
    };
    let programme = programmes::get(tx, round.programme).await?;
    Ok(Page::titled(texts.say("filling-requests"))
        .under(texts.say("desk-secretariat"), "/desk")
        .under(round.settings.title.clone(), ways::round(&round.key))
        .fictional(programme.fictional)
        .private()
        .render(&content, reader))
}

/// Each request has a field of its own.
fn field_name(id: ReopeningId) -> String {
    format!("answer-{}", id.0)
}

/// What was asked, and the two answers.
fn request(
    one: &ReopeningRequest,
    typed: &Typed,
    refused: &[Refusal],
    texts: &'static Texts,
) -> Html {
    let is_this = typed.text("id") == one.id.0.to_string();
    let refused = if is_this { refused } else { &[] };
    let asked = texts.say_with(
        "filling-request",
        &[
            ("municipality", one.name.as_str().into()),
            ("who", one.by.as_str().into()),
            ("reason", one.reason.as_str().into()),
            ("when", texts.moment(one.at).into()),
        ],
    );
    let name = field_name(one.id);
    let kind = FieldKind::Area {
        value: typed.text(&name).to_owned(),
        rows: 2,
    };
    let field = Field::of(&name, texts.say("filling-answer"), kind)
        .with_hint(texts.say("filling-answer-hint"));
    let form = |deed: &str, word: &str, fields: Vec<Field>| {
        Html::of(
            &FormPage::new(texts, word, refused)
                .fields(fields, refused)
                .hiding("id", one.id.0.to_string())
                .hiding("deed", deed),
        )
    };
    paragraph(&asked)
        .and(&form("grant", "filling-grant", Vec::new()))
        .and(&form("decline", "filling-decline", vec![field]))
}
