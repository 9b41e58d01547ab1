//! An answer is saved: by the script while people type, or by a button.

use super::super::desk::{Desk, Typed, refusals};
use super::answer_page::{self, Shown};
use super::conflict::Conflict;
use super::place::{self, NumberedPlace, municipality, numbered, view};
use super::problems::ProblemList;
use crate::actions::{SavedAnswer, StoredAnswer, TypedAnswer, save_answer};
use crate::rules::merging::{Answer, AnswerField};
use crate::summary::FillingView;
use axum::extract::{Extension, Form, Path, State};
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use forms::Status;
use kernel::{MunicipalityCode, Refusal};
use serde_json::json;
use std::sync::Arc;
use web::components::Html;
use web::languages::Texts;
use web::{PageError, PageResult, Reader, RequestId};

/// Saves an answer. The script is answered in JSON, a form without it by a page.
pub async fn save(
    State(desk): State<Arc<Desk>>,
    Path((key, code, number)): NumberedPlace,
    Extension(request): Extension<RequestId>,
    headers: HeaderMap,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let place = Saving {
        code: municipality(&code)?,
        number: numbered(&number)?,
        by_script: by_script(&headers),
        page: match typed.text("page") {
            "" => request.as_str().to_owned(),
            page => page.to_owned(),
        },
        key,
    };
    let wanted = wanted(&typed, &place.page)?;
    if typed.text("deed") == "preview" {
        return preview(&desk, &reader, &place, wanted.mine).await;
    }
    let mut tx = desk.database.write().await?;
    let (round, mine) = ((place.key.as_str(), &place.code), wanted.mine.clone());
    let saved = match save_answer(&mut tx, &reader.actor, round, place.number, wanted).await {
        Ok(saved) => saved,
        Err(stop) => {
            drop(tx);
            return refused(&desk, &reader, &place, mine, &refusals(stop)?).await;
        }
    };
    let view = view(&mut tx, &reader, &place.key, place.code.as_str()).await?;
    match saved {
        SavedAnswer::Saved(stored) => {
            tx.commit().await?;
            Ok(done(&view, &place, &stored, typed.text("deed"), &reader))
        }
        SavedAnswer::Conflict(conflict) => {
            shown_conflict(&view, &place, Conflict(conflict), &reader)
        }
    }
}

fn in_json(status: StatusCode, body: &serde_json::Value) -> Response {
    let kind = [(CONTENT_TYPE, "application/json")];
    (status, kind, body.to_string()).into_response()
}

/// Where an answer is saved, and by whom.
struct Saving {
    key: String,
    code: MunicipalityCode,
    number: u32,
    page: String,
    by_script: bool,
}

fn by_script(headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|accept| accept.starts_with("application/json"))
}

fn wanted(typed: &Typed, page: &str) -> PageResult<TypedAnswer> {
    let answer = |before: &str| -> PageResult<Answer> {
        let text = |name: &str| typed.text(&format!("{before}{name}")).to_owned();
        let status = match text("status").as_str() {
            "" => Status::NotReported,
            word => Status::from_key(word).ok_or(PageError::NotFound)?,
        };
        Ok(Answer {
            status,
            remark: text("remark"),
            seeks: text("seeks"),
            offers: text("offers"),
        })
    };
    let (base, mine) = (answer("base_")?, answer("")?);
    Ok(TypedAnswer {
        mine: chosen(typed, &base, mine),
        base,
        page: page.to_owned(),
    })
}

/// Where two people wrote the same, what was chosen of the two.
fn chosen(typed: &Typed, theirs: &Answer, mine: Answer) -> Answer {
    AnswerField::ALL.into_iter().fold(mine, |mine, field| {
        match typed.text(&format!("choose_{}", field.key())) {
            "theirs" => mine.with(field, theirs.text(field)),
            "joined" => mine.with(field, typed.text(&format!("joined_{}", field.key()))),
            _ => mine,
        }
    })
}

async fn preview(desk: &Desk, reader: &Reader, place: &Saving, typed: Answer) -> PageResult {
    let view = place::shown(desk, reader, &place.key, place.code.as_str()).await?;
    let shown = Shown {
        number: place.number,
        typed: Some(typed),
        preview: true,
        page: &place.page,
        ..Shown::default()
    };
    Ok(web::html(answer_page::render(&view, &shown, reader)?))
}

async fn refused(
    desk: &Desk,
    reader: &Reader,
    place: &Saving,
    typed: Answer,
    refused: &[Refusal],
) -> PageResult {
    let texts = reader.texts();
    if place.by_script {
        let said: Vec<String> = refused
            .iter()
            .map(|one| texts.message(&one.message))
            .collect();
        let body = json!({ "saved": false, "message": said.join(" ") });
        return Ok(in_json(StatusCode::UNPROCESSABLE_ENTITY, &body));
    }
    let view = place::shown(desk, reader, &place.key, place.code.as_str()).await?;
    let shown = Shown {
        number: place.number,
        typed: Some(typed),
        refused,
        page: &place.page,
        ..Shown::default()
    };
    Ok(web::unprocessable(answer_page::render(
        &view, &shown, reader,
    )?))
}

fn done(
    view: &FillingView,
    place: &Saving,
    stored: &StoredAnswer,
    deed: &str,
    reader: &Reader,
) -> Response {
    if place.by_script {
        return in_json(StatusCode::OK, &acknowledged(view, place, stored, reader));
    }
    let next = view
        .form
        .entries
        .iter()
        .map(|one| one.recommendation.number)
        .find(|number| *number > place.number);
    let href = match (deed, next) {
        ("save_next", Some(next)) => place::answer(&place.key, &place.code, next),
        ("save_next", None) => view.address(),
        _ => {
            let own = place::answer(&place.key, &place.code, place.number);
            format!("{own}?done=saved")
        }
    };
    Redirect::to(&href).into_response()
}

/// What the script needs: that it is stored, when, and what stands there now.
fn acknowledged(
    view: &FillingView,
    place: &Saving,
    stored: &StoredAnswer,
    reader: &Reader,
) -> serde_json::Value {
    let texts = reader.texts();
    let entries = view.form.entries.iter();
    let mut own = entries.filter(|one| one.recommendation.number == place.number);
    let problems = own
        .next()
        .map(|one| Html::of(&ProblemList::of(view, one, &[], reader)).into_string());
    json!({
        "saved": true,
        "message": saved_message(stored, texts),
        "answer": stored.answer,
        "problems": problems,
    })
}

fn saved_message(stored: &StoredAnswer, texts: &Texts) -> String {
    let time = texts.time(stored.at);
    match &stored.joined_with {
        Some(who) => texts.say_with(
            "filling-saved-joined",
            &[("time", time.into()), ("who", who.as_str().into())],
        ),
        None => texts.say_with("filling-saved-at", &[("time", time.into())]),
    }
}

fn shown_conflict(
    view: &FillingView,
    place: &Saving,
    conflict: Conflict,
    reader: &Reader,
) -> PageResult {
    let texts = reader.texts();
    let mut shown = Shown {
        number: place.number,
        typed: Some(conflict.0.mine.clone()),
        page: &place.page,
        ..Shown::default()
    };
    if place.by_script {
        let body = json!({
            "saved": false,
            "message": texts.say("filling-conflict-short"),
            "conflict": conflict.render(view, &shown, texts),
        });
        return Ok(in_json(StatusCode::CONFLICT, &body));
    }
    shown.conflict = Some(conflict);
    let page = web::html(answer_page::render(view, &shown, reader)?);
    Ok((StatusCode::CONFLICT, page).into_response())
}
