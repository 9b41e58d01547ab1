//! The receipt: what was submitted, when, by whom, and its fingerprint. It prints on one page.

use super::super::desk::Desk;
use super::super::words;
use super::place::{self, NumberedPlace, municipality, numbered};
use crate::records::receipts::Receipt;
use crate::rules::receipt::{SubmittedAnswer, SubmittedForm};
use crate::summary::{self, FormView};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use kernel::Fault;
use std::sync::Arc;
use web::languages::Texts;
use web::{Page, PageResult, Reader};

/// The routes of receipts.
pub fn routes() -> Router<Arc<Desk>> {
    let address = "/rounds/{key}/progress-forms/{code}/fill/receipts/{number}";
    let file = "/rounds/{key}/progress-forms/{code}/fill/receipts/{number}/answers.json";
    Router::new()
        .route(address, get(show))
        .route(file, get(answers))
}

/// The receipt of one version.
#[derive(Template)]
#[template(path = "followup/filling/receipt.html")]
struct ReceiptPage<'page> {
    texts: &'static Texts,
    form: &'page FormView,
    receipt: &'page Receipt,
    submitted: SubmittedForm,
    file: String,
    list: String,
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path((key, code, number)): NumberedPlace,
    reader: Reader,
) -> PageResult {
    let (code, number) = (municipality(&code)?, numbered(&number)?);
    let mut tx = desk.database.read().await?;
    let (form, receipt) = summary::receipt(&mut tx, &reader.actor, &key, &code, number).await?;
    let fictional = crate::records::programmes::get(&mut tx, form.round.programme).await?;
    let texts = reader.texts();
    let submitted = serde_json::from_str(&receipt.answers);
    let content = ReceiptPage {
        texts,
        form: &form,
        submitted: submitted.map_err(|error| Fault::caused_by("reading a receipt", error))?,
        file: format!("{}/answers.json", place::receipt(&key, &code, number)),
        list: place::address(&key, &code),
        receipt: &receipt,
    };
    let page = Page::titled(texts.say("filling-receipt"))
        .with_lead(form.round.settings.title.clone())
        .under(texts.say("filling-waiting"), "/desk")
        .under(form.participant.name.clone(), place::address(&key, &code))
        .fictional(fictional.fictional)
        .private();
    Ok(web::html(page.render(&content, &reader)))
}

/// The text that the fingerprint is of, byte by byte.
async fn answers(
    State(desk): State<Arc<Desk>>,
    Path((key, code, number)): NumberedPlace,
    reader: Reader,
) -> PageResult {
    let (code, number) = (municipality(&code)?, numbered(&number)?);
    let mut tx = desk.database.read().await?;
    let (_, receipt) = summary::receipt(&mut tx, &reader.actor, &key, &code, number).await?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CONTENT_DISPOSITION, "attachment; filename=\"answers.json\""),
    ];
    Ok((headers, receipt.answers).into_response())
}

impl ReceiptPage<'_> {
    fn title(&self, answer: &SubmittedAnswer) -> String {
        let mut entries = self.form.entries.iter();
        let found = entries.find(|one| one.recommendation.number == answer.number);
        let title = found.map_or("", |one| one.recommendation.short_title.as_str());
        format!("{}. {title}", answer.number)
    }
}
