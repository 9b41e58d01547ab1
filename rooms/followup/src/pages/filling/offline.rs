//! The form as a file to be filled in elsewhere.

use super::super::desk::Desk;
use super::super::links::segment;
use super::place::{NumberedPlace, shown};
use crate::documents::prefilled::{PrefilledAnswer, PrefilledForm};
use crate::summary::{EntryView, FillingView};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use forms::Status;
use kernel::Fault;
use std::sync::Arc;
use web::{PageError, PageResult, Reader};

/// The route of the files.
pub fn routes() -> Router<Arc<Desk>> {
    let address = "/rounds/{key}/progress-forms/{code}/fill/files/{name}";
    Router::new().route(address, get(file))
}

async fn file(
    State(desk): State<Arc<Desk>>,
    Path((key, code, name)): NumberedPlace,
    reader: Reader,
) -> PageResult {
    let view = shown(&desk, &reader, &key, &code).await?;
    let form = prefilled(&view);
    let texts = reader.texts();
    let written = match name.as_str() {
        "form.docx" => form.word(texts),
        "form.xlsx" => form.workbook(texts),
        _ => return Err(PageError::NotFound),
    };
    let bytes = written.map_err(|error| Fault::caused_by("writing a form", error))?;
    let ending = name.trim_start_matches("form.");
    let name = format!(
        "{}-{}-{}.{ending}",
        view.key(),
        view.code(),
        view.form.participant.name
    );
    let offered = format!("attachment; filename*=UTF-8''{}", segment(&name));
    let kind = match ending {
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, offered),
    ];
    Ok((headers, bytes).into_response())
}

/// The form with what is answered so far; where nothing is, with last time's answers.
pub fn prefilled(view: &FillingView) -> PrefilledForm<'_> {
    let of_area = |index: usize| {
        let all = view.form.entries.iter();
        let own = all.filter(|one| one.recommendation.area == index);
        own.map(answer).collect()
    };
    let titles = view.form.areas.iter().enumerate();
    PrefilledForm {
        title: &view.form.round.settings.title,
        municipality: &view.form.participant.name,
        recipient: &view.programme.recipient,
        dated: view.now,
        fictional: view.programme.fictional,
        areas: titles
            .map(|(index, title)| (title.as_str(), of_area(index)))
            .collect(),
    }
}

fn answer(one: &EntryView) -> PrefilledAnswer<'_> {
    let begun = one
        .entry
        .as_ref()
        .filter(|entry| entry.status != Status::NotReported || !entry.remark.is_empty());
    let before = match one.previous.as_slice() {
        [only] => Some((only.status, only.remark.as_slice())),
        _ => None,
    };
    let (status, remark) = begun
        .map(|entry| (entry.status, entry.remark.as_slice()))
        .or(before)
        .unwrap_or((Status::NotReported, &[]));
    PrefilledAnswer {
        obligation: one.recommendation.obligation,
        text: &one.recommendation.text,
        status,
        remark,
    }
}
