//! A form that was filled in elsewhere comes back: what it says stands beside what stands here,
//! and one takes over what one wants.

use super::super::desk::{Desk, Typed, refusals, sent_file};
use super::super::text_difference::difference;
use super::super::words;
use super::place::{Place, municipality, shown, view};
use crate::actions::{ReceivedFile, discard_upload, keep_upload, take_over_upload};
use crate::intake::{self, Received};
use crate::records::uploads;
use crate::rules::marked_text;
use crate::summary::{self, FillingView};
use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Multipart, Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use forms::{EntryReading, FormReading, plain_remark};
use kernel::{Fault, Refusal};
use std::sync::Arc;
use web::components::{ErrorSummary, Field, FieldKind, Html};
use web::languages::Texts;
use web::{PageError, PageResult, Reader};

/// The largest file, in bytes.
const FILE_SIZE: usize = 10 * 1024 * 1024;
/// Room for what stands around a file in a request.
const AROUND: usize = 64 * 1024;
/// The kinds of file that can be read, as a file field names them.
const READABLE: &str = ".docx,.pdf,.xlsx,.odt,.ods,.html,.htm,.csv,.txt";

/// The routes of a file that comes back.
pub fn routes() -> Router<Arc<Desk>> {
    let address = "/rounds/{key}/progress-forms/{code}/fill/upload";
    let take = "/rounds/{key}/progress-forms/{code}/fill/upload/take";
    Router::new()
        .route(address, get(show).post(receive))
        .layer(DefaultBodyLimit::max(FILE_SIZE + AROUND))
        .route(take, post(take_over))
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    reader: Reader,
) -> PageResult {
    let view = shown(&desk, &reader, &key, &code).await?;
    let (reading, refused) = match read(&desk, &view, &reader).await? {
        Some(Ok(reading)) => (Some(reading), Vec::new()),
        Some(Err(refusal)) => (None, vec![refusal]),
        None => (None, Vec::new()),
    };
    Ok(web::html(render(
        &view,
        reading.as_ref(),
        &refused,
        &reader,
    )))
}

/// What the file that waits says; read again each time, so that nothing but the file itself is
/// believed.
async fn read(
    desk: &Desk,
    view: &FillingView,
    reader: &Reader,
) -> PageResult<Option<Result<FormReading, Refusal>>> {
    let mut tx = desk.database.read().await?;
    let Some(file) = uploads::file(&mut tx, view.form.participant.id).await? else {
        return Ok(None);
    };
    let template = summary::template(&mut tx, &reader.actor, view.key()).await?;
    drop(tx);
    let words = view.form.round.settings.status_words.clone();
    let readers = desk.readers.clone();
    let received = Received {
        name: file.name,
        bytes: file.bytes,
    };
    let reading = tokio::task::spawn_blocking(move || {
        intake::read_forms(&readers, vec![received], &template, &words, &|_| {})
    });
    let mut read = reading
        .await
        .map_err(|error| Fault::caused_by("reading an upload", error))?;
    Ok(read.pop().map(|one| match one.outcome {
        Ok(reading) => Ok(understood(reading)),
        Err(error) => Err(Refusal {
            message: error.message(),
            field: Some("file".to_owned()),
        }),
    }))
}

/// Our own files hold marks and bullets as text.
fn understood(mut reading: FormReading) -> FormReading {
    for entry in &mut reading.entries {
        entry.remark = marked_text::understood(&entry.remark);
    }
    reading
}

async fn receive(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    reader: Reader,
    parts: Multipart,
) -> PageResult {
    let code = municipality(&code)?;
    let view = shown(&desk, &reader, &key, code.as_str()).await?;
    let refused = match sent_file(parts, "file", FILE_SIZE).await {
        Ok(Some((name, bytes))) => {
            let format = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            let file = ReceivedFile {
                format: format.to_lowercase(),
                name,
                bytes,
            };
            let mut tx = desk.database.write().await?;
            match keep_upload(&mut tx, &reader.actor, (&key, &code), &file).await {
                Ok(()) => {
                    tx.commit().await?;
                    return Ok(Redirect::to(&view.below("upload")).into_response());
                }
                Err(stop) => refusals(stop)?,
            }
        }
        Ok(None) => vec![Refusal::new("filling-refusal-no-file").at("file")],
        Err(refusal) => vec![refusal],
    };
    Ok(web::unprocessable(render(&view, None, &refused, &reader)))
}

async fn take_over(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let code = municipality(&code)?;
    let place = (key.as_str(), &code);
    let form = shown(&desk, &reader, &key, code.as_str()).await?;
    if typed.text("deed") == "discard" {
        let mut tx = desk.database.write().await?;
        discard_upload(&mut tx, &reader.actor, place).await?;
        tx.commit().await?;
        return Ok(Redirect::to(&format!("{}?done=discarded", form.address())).into_response());
    }
    let reading = read(&desk, &form, &reader)
        .await?
        .ok_or(PageError::NotFound)?;
    let reading = reading.map_err(|refusal| PageError::Refused(vec![refusal]))?;
    let numbers: Vec<u32> = typed
        .all("take")
        .filter_map(|number| number.parse().ok())
        .collect();
    let mut tx = desk.database.write().await?;
    let taken = take_over_upload(&mut tx, &reader.actor, place, &reading, &numbers).await;
    let refused = match taken {
        Ok(()) => {
            tx.commit().await?;
            return Ok(Redirect::to(&format!("{}?done=taken", form.address())).into_response());
        }
        Err(stop) => refusals(stop)?,
    };
    drop(tx);
    let mut tx = desk.database.read().await?;
    let form = view(&mut tx, &reader, &key, code.as_str()).await?;
    Ok(web::unprocessable(render(
        &form,
        Some(&reading),
        &refused,
        &reader,
    )))
}

/// A form that comes back.
#[derive(Template)]
#[template(path = "followup/filling/upload.html")]
struct UploadPage<'page> {
    texts: &'static Texts,
    view: &'page FillingView,
    errors: Option<ErrorSummary>,
    file: Field,
    came: Option<String>,
    rows: Vec<Row<'page>>,
    warnings: Vec<String>,
    same: usize,
    open: bool,
}

/// An answer of the file that is not what stands here.
struct Row<'page> {
    number: u32,
    title: &'page str,
    now: Html,
    now_remark: Html,
    file: Html,
    file_remark: Html,
}

fn render(
    view: &FillingView,
    reading: Option<&FormReading>,
    refused: &[Refusal],
    reader: &Reader,
) -> String {
    let texts = reader.texts();
    let kind = FieldKind::File {
        accept: READABLE.to_owned(),
        multiple: false,
    };
    let rows = reading.map_or_else(Vec::new, |reading| rows(view, reading, texts));
    let content = UploadPage {
        texts,
        view,
        errors: ErrorSummary::of(refused, texts),
        file: Field::of("file", texts.say("filling-file"), kind)
            .with_hint(texts.say("filling-file-hint"))
            .with_refusals(refused, texts),
        came: view
            .upload
            .as_ref()
            .filter(|_| reading.is_some())
            .map(|upload| {
                texts.say_with(
                    "filling-file-came",
                    &[
                        ("file", upload.name.as_str().into()),
                        ("who", upload.by.as_str().into()),
                        ("when", texts.moment(upload.at).into()),
                    ],
                )
            }),
        same: reading.map_or(0, |reading| reading.entries.len() - rows.len()),
        warnings: reading.map_or_else(Vec::new, |reading| warnings(view, reading, texts)),
        rows,
        open: view.can_be_filled_in(&reader.actor),
    };
    view.page(texts.say("filling-offline"), texts)
        .with_lead(texts.say("filling-offline-lead"))
        .render(&content, reader)
}

/// What the reader of the file says about it as a whole, and whose it says it is.
fn warnings(view: &FillingView, reading: &FormReading, texts: &Texts) -> Vec<String> {
    let said = reading
        .problems
        .iter()
        .map(|one| texts.message(&one.message));
    let mut all: Vec<String> = said.collect();
    let other = reading
        .municipality
        .as_ref()
        .filter(|read| read.code != *view.code());
    all.extend(other.map(|read| {
        texts.say_with(
            "filling-file-of-other",
            &[("municipality", read.name.as_str().into())],
        )
    }));
    all
}

fn rows<'page>(view: &'page FillingView, reading: &FormReading, texts: &Texts) -> Vec<Row<'page>> {
    let views = view.form.entries.iter();
    let rows = views.filter_map(|one| {
        let number = one.recommendation.number;
        let read = reading.entries.iter().find(|read| read.number == number)?;
        let now = view.answer(number);
        if is_same(
            read,
            one.entry
                .as_ref()
                .map(|entry| (entry.status, entry.remark_text())),
        ) {
            return None;
        }
        let stands = one
            .entry
            .as_ref()
            .map_or_else(String::new, |entry| entry.remark_text());
        Some(Row {
            number,
            title: &one.recommendation.short_title,
            now: words::status(now.status, texts),
            now_remark: Html::trusted(Html::text(&stands).as_str().replace('\n', "<br>")),
            file: words::status(read.status, texts),
            file_remark: difference(&stands, &plain_remark(&read.remark)),
        })
    });
    rows.collect()
}

fn is_same(read: &EntryReading, now: Option<(forms::Status, String)>) -> bool {
    let (status, remark) = now.unwrap_or_default();
    (read.status, plain_remark(&read.remark).trim()) == (status, remark.trim())
}
