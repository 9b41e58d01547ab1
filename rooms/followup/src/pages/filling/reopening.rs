//! A form that was handed in is asked back, with a reason; the secretariat answers.

use super::super::desk::{Desk, FormPage, Typed, refusals};
use super::place::{Place, municipality, shown};
use crate::actions::ask_for_reopening;
use crate::summary::FillingView;
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use kernel::Refusal;
use std::sync::Arc;
use web::components::{Field, FieldKind, Html};
use web::languages::Texts;
use web::{PageResult, Reader};

/// The route of the request.
pub fn routes() -> Router<Arc<Desk>> {
    let address = "/rounds/{key}/progress-forms/{code}/fill/reopening";
    Router::new().route(address, get(ask).post(send))
}

async fn ask(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    reader: Reader,
) -> PageResult {
    let view = shown(&desk, &reader, &key, &code).await?;
    Ok(web::html(render(&view, &Typed::default(), &[], &reader)))
}

async fn send(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let code = municipality(&code)?;
    let mut tx = desk.database.write().await?;
    let place = (key.as_str(), &code);
    let asked = ask_for_reopening(&mut tx, &reader.actor, place, typed.text("reason")).await;
    let refused = match asked {
        Ok(_) => {
            tx.commit().await?;
            let href = super::address(&key, &code);
            return Ok(Redirect::to(&format!("{href}?done=asked")).into_response());
        }
        Err(stop) => refusals(stop)?,
    };
    drop(tx);
    let view = shown(&desk, &reader, &key, code.as_str()).await?;
    Ok(web::unprocessable(render(&view, &typed, &refused, &reader)))
}

fn render(view: &FillingView, typed: &Typed, refused: &[Refusal], reader: &Reader) -> String {
    let texts = reader.texts();
    let kind = FieldKind::Area {
        value: typed.text("reason").to_owned(),
        rows: 4,
    };
    let reason = Field::of("reason", texts.say("filling-reopening-reason"), kind)
        .with_hint(texts.say("filling-reopening-hint"));
    let mut form = FormPage::new(texts, "filling-reopening-deed", refused)
        .fields(vec![reason], refused)
        .or_back_to(view.address());
    form.before = before(view, texts);
    view.page(texts.say("filling-reopening"), texts)
        .render(&form, reader)
}

/// What was asked before, and the answer.
fn before(view: &FillingView, texts: &Texts) -> Html {
    let Some(asked) = &view.reopening else {
        return Html::default();
    };
    let mut line = texts.say_with(
        "filling-asked-before",
        &[
            ("who", asked.by.as_str().into()),
            ("when", texts.moment(asked.at).into()),
            ("reason", asked.reason.as_str().into()),
        ],
    );
    if let Some(answer) = &asked.answer {
        let key = match answer.granted {
            true => "filling-granted",
            false => "filling-declined",
        };
        let said = texts.say_with(
            key,
            &[
                ("who", answer.by.as_str().into()),
                ("text", answer.text.as_str().into()),
            ],
        );
        line = format!("{line} {said}");
    }
    Html::trusted(format!("<p>{}</p>", Html::text(&line)))
}
