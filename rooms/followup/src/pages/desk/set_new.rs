//! A new recommendation set from a blank form: the file is read, what was found is shown, and
//! only then is it stored.

use super::super::words;
use super::form_page::{FormPage, paragraph};
use super::programme::page_below;
use super::typed::{Typed, refusals};
use super::uploaded::{FILE_SIZE, Uploaded};
use super::{Desk, back_to, only_for, ways};
use crate::access::Deed;
use crate::actions::{NewSet, import_template};
use crate::intake::Received;
use crate::records::programmes::{self, Programme};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Multipart, Path, State};
use axum::routing::{get, post};
use forms::Template;
use kernel::{Fault, Refusal};
use std::sync::Arc;
use web::components::{Column, DataTable, Field, FieldKind, Html};
use web::languages::Texts;
use web::{PageError, PageResult, Reader};

/// Room for the form's other parts beside the file.
const BESIDE: usize = 64 * 1024;
/// The kinds of file that can be read, as a file field names them.
const READABLE: &str = ".docx,.pdf,.xlsx,.odt,.ods,.html,.htm";

/// The routes of a new set.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/desk/programmes/{key}/sets/new", get(ask).post(preview))
        .layer(DefaultBodyLimit::max(FILE_SIZE + BESIDE))
        .route("/desk/programmes/{key}/sets", post(store))
}

fn address(key: &str) -> String {
    format!("{}/sets", ways::programme(key))
}

async fn programme(desk: &Desk, reader: &Reader, key: &str) -> PageResult<Programme> {
    let mut tx = desk.database.read().await?;
    let programme = programmes::named(&mut tx, key).await?;
    only_for(reader, Deed::ImportTemplate, &programme)?;
    Ok(programme)
}

async fn ask(State(desk): State<Arc<Desk>>, Path(key): Path<String>, reader: Reader) -> PageResult {
    let programme = programme(&desk, &reader, &key).await?;
    Ok(web::html(question(&programme, &[], &reader)))
}

async fn preview(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
    parts: Multipart,
) -> PageResult {
    let programme = programme(&desk, &reader, &key).await?;
    let read = match Uploaded::read(parts).await.and_then(only_file) {
        Ok(file) => template(&desk, file).await?,
        Err(refusal) => Err(vec![refusal]),
    };
    match read {
        Ok(template) => {
            let typed = suggested(&template)?;
            Ok(web::html(shown(
                &programme,
                &template,
                &typed,
                &[],
                &reader,
            )))
        }
        Err(refused) => Ok(web::unprocessable(question(&programme, &refused, &reader))),
    }
}

fn only_file(uploaded: Uploaded) -> Result<Received, Refusal> {
    let sent = uploaded.files.into_iter().next();
    let sent = sent.ok_or_else(|| Refusal::new("desk_rounds-refusal-no-file").at("files"))?;
    match sent.too_large {
        true => Err(Refusal::new("desk_rounds-refusal-too-large").at("files")),
        false => Ok(sent.file),
    }
}

/// Reads a blank form in a child process, off the threads that answer requests.
async fn template(desk: &Desk, file: Received) -> PageResult<Result<Template, Vec<Refusal>>> {
    let readers = desk.readers.clone();
    let read = tokio::task::spawn_blocking(move || readers.read(&file)).await;
    let document = match read.map_err(|error| Fault::caused_by("reading a blank form", error))? {
        Ok(document) => document,
        Err(error) => return Ok(Err(vec![at_file(error.message())])),
    };
    Ok(forms::read_template(&document).map_err(|problems| {
        problems
            .into_iter()
            .map(|one| at_file(one.message))
            .collect()
    }))
}

fn at_file(message: kernel::Message) -> Refusal {
    Refusal {
        message,
        field: Some("files".to_owned()),
    }
}

/// The period that the headings name, and the form itself to be posted back.
fn suggested(template: &Template) -> PageResult<Typed> {
    let json = serde_json::to_string(template);
    let json = json.map_err(|error| Fault::caused_by("writing a blank form", error))?;
    let (from, to) = match template.years {
        Some((first, last)) => (format!("{first}-01-01"), format!("{last}-12-31")),
        None => Default::default(),
    };
    Ok(Typed::default()
        .with("from", from)
        .with("to", to)
        .with("template", json))
}

async fn store(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let template: Template =
        serde_json::from_str(typed.text("template")).map_err(|_| PageError::NotFound)?;
    let mut tx = desk.database.write().await?;
    let programme = programmes::named(&mut tx, &key).await?;
    only_for(&reader, Deed::ImportTemplate, &programme)?;
    let refused = match (typed.needed_day("from"), typed.needed_day("to")) {
        (Ok(from), Ok(to)) => {
            let new = NewSet {
                period: (from, to),
                note: typed.text("note").trim().to_owned(),
            };
            match import_template(&mut tx, &reader.actor, &key, new, &template).await {
                Ok(_) => {
                    tx.commit().await?;
                    return Ok(back_to(&ways::programme(&key), "set", None));
                }
                Err(stop) => refusals(stop)?,
            }
        }
        (from, to) => [from.err(), to.err()].into_iter().flatten().collect(),
    };
    Ok(web::unprocessable(shown(
        &programme, &template, &typed, &refused, &reader,
    )))
}

fn question(programme: &Programme, refused: &[Refusal], reader: &Reader) -> String {
    let texts = reader.texts();
    let kind = FieldKind::File {
        accept: READABLE.to_owned(),
        multiple: false,
    };
    let file = Field::of("files", texts.say("desk_rounds-set-file"), kind)
        .with_hint(texts.say("desk_rounds-set-file-hint"));
    let mut form = FormPage::new(texts, "desk_rounds-set-read", refused)
        .fields(vec![file], refused)
        .or_back_to(ways::programme(&programme.key));
    form.files = true;
    page_below(programme, texts.say("desk_rounds-set-new"), texts).render(&form, reader)
}

fn shown(
    programme: &Programme,
    template: &Template,
    typed: &Typed,
    refused: &[Refusal],
    reader: &Reader,
) -> String {
    let texts = reader.texts();
    let mut form = FormPage::new(texts, "desk_rounds-set-store", refused)
        .fields(fields(typed, texts), refused)
        .hiding("template", typed.text("template"))
        .to(address(&programme.key))
        .or_back_to(ways::programme(&programme.key));
    form.before = found(template, texts);
    page_below(programme, texts.say("desk_rounds-set-preview"), texts)
        .with_lead(template.title.clone())
        .render(&form, reader)
}

fn fields(typed: &Typed, texts: &Texts) -> Vec<Field> {
    let day = |name: &str, label: &str| {
        Field::of(
            name,
            texts.say(label),
            FieldKind::Date {
                value: typed.text(name).to_owned(),
            },
        )
    };
    let note = FieldKind::Area {
        value: typed.text("note").to_owned(),
        rows: 3,
    };
    vec![
        day("from", "desk_rounds-set-from"),
        day("to", "desk_rounds-set-to"),
        Field::of("note", texts.say("desk_rounds-set-note"), note),
    ]
}

/// What was found: areas, obligations, texts.
fn found(template: &Template, texts: &'static Texts) -> Html {
    let must = template
        .recommendations
        .iter()
        .filter(|one| one.obligation == forms::Obligation::Must);
    let count = texts.say_with(
        "desk_rounds-set-found",
        &[
            ("recommendations", template.recommendations.len().into()),
            ("must", must.count().into()),
            ("areas", template.areas.len().into()),
        ],
    );
    let titles = [
        "desk_rounds-number",
        "desk_rounds-area",
        "desk_rounds-obligation",
        "desk_rounds-text",
    ];
    let rows = template.recommendations.iter().map(|one| {
        vec![
            Html::text(&texts.number(one.number.into())),
            Html::text(template.areas.get(one.area).map_or("", |area| &area.title)),
            Html::text(&words::obligation(one.obligation, texts)),
            Html::text(&one.text),
        ]
    });
    let table = DataTable {
        texts,
        caption: texts.say("desk_rounds-set-preview"),
        columns: titles.map(|title| Column::plain(texts.say(title))).into(),
        rows: rows.collect(),
    };
    paragraph(&count).and(&Html::of(&table))
}
