//! Whether a municipality's forms are approved by a second person before they are submitted.

use super::super::desk::{Desk, FormPage, Typed, choice, refusals};
use super::place::{Place, municipality, shown};
use crate::access::{Deed, Subject, allows};
use crate::actions::switch_four_eyes;
use crate::summary::FillingView;
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use kernel::Refusal;
use std::sync::Arc;
use web::components::{Field, FieldKind};
use web::{PageError, PageResult, Reader};

/// The route of the switch.
pub fn routes() -> Router<Arc<Desk>> {
    let address = "/rounds/{key}/progress-forms/{code}/fill/four-eyes";
    Router::new().route(address, get(ask).post(switch))
}

async fn ask(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    reader: Reader,
) -> PageResult {
    let view = shown(&desk, &reader, &key, &code).await?;
    if !allows(
        &reader.actor,
        Deed::SwitchFourEyes,
        Subject::Municipality(view.code()),
    ) {
        return Err(PageError::NotFound);
    }
    Ok(web::html(render(&view, &[], &reader)))
}

async fn switch(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let code = municipality(&code)?;
    let on = typed.text("four_eyes") == "on";
    let mut tx = desk.database.write().await?;
    let refused = match switch_four_eyes(&mut tx, &reader.actor, &code, on).await {
        Ok(()) => {
            tx.commit().await?;
            let href = super::address(&key, &code);
            let done = if on { "on" } else { "off" };
            return Ok(Redirect::to(&format!("{href}?done={done}")).into_response());
        }
        Err(stop) => refusals(stop)?,
    };
    drop(tx);
    let view = shown(&desk, &reader, &key, code.as_str()).await?;
    Ok(web::unprocessable(render(&view, &refused, &reader)))
}

fn render(view: &FillingView, refused: &[Refusal], reader: &Reader) -> String {
    let texts = reader.texts();
    let chosen = if view.needs_approval() { "on" } else { "off" };
    let choices = vec![
        choice("off", texts.say("filling-four-eyes-off"), chosen),
        choice("on", texts.say("filling-four-eyes-on"), chosen),
    ];
    let field = Field::of(
        "four_eyes",
        texts.say("filling-four-eyes-question"),
        FieldKind::Radio { choices },
    );
    let form = FormPage::new(texts, "filling-save", refused)
        .fields(vec![field], refused)
        .or_back_to(view.address());
    view.page(texts.say("filling-four-eyes"), texts)
        .with_lead(texts.say("filling-four-eyes-lead"))
        .render(&form, reader)
}
