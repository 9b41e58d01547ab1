//! A recommendation's text, short title and obligation.

use super::super::words;
use super::form_page::FormPage;
use super::programme::page_below;
use super::typed::{Typed, choice, refusals};
use super::{Desk, back_to, only_for, ways};
use crate::access::Deed;
use crate::actions::{RecommendationEdit, edit_recommendation};
use crate::records::RecommendationId;
use crate::records::programmes::{self, Programme};
use crate::records::recommendations::{self, Recommendation};
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::routing::get;
use database::Tx;
use forms::Obligation;
use kernel::Refusal;
use std::sync::Arc;
use web::components::{Field, FieldKind};
use web::languages::Texts;
use web::{PageError, PageResult, Reader};

/// The routes of a recommendation's editing.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route(
        "/desk/programmes/{key}/recommendations/{id}",
        get(show).post(save),
    )
}

/// The recommendation, if it belongs to the programme.
async fn find(
    tx: &mut Tx,
    reader: &Reader,
    key: &str,
    id: i64,
) -> PageResult<(Programme, Recommendation)> {
    let programme = programmes::named(tx, key).await?;
    only_for(reader, Deed::EditRecommendation, &programme)?;
    let one = recommendations::get(tx, RecommendationId(id)).await?;
    let set = recommendations::set(tx, one.set).await?;
    if set.programme != programme.id {
        return Err(PageError::NotFound);
    }
    Ok((programme, one))
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path((key, id)): Path<(String, i64)>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let (programme, one) = find(&mut tx, &reader, &key, id).await?;
    let typed = Typed::default()
        .with("seen", one.change.version.to_string())
        .with("obligation", one.obligation.key())
        .with("short_title", &one.short_title)
        .with("text", &one.text);
    Ok(web::html(render(&programme, &one, &typed, &[], &reader)))
}

async fn save(
    State(desk): State<Arc<Desk>>,
    Path((key, id)): Path<(String, i64)>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let (programme, one) = find(&mut tx, &reader, &key, id).await?;
    let edit = RecommendationEdit {
        version: typed.number("seen")?,
        obligation: obligation(typed.text("obligation")).ok_or(PageError::NotFound)?,
        text: typed.text("text").to_owned(),
        short_title: typed.text("short_title").to_owned(),
    };
    match edit_recommendation(&mut tx, &reader.actor, one.id, edit).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(back_to(&ways::programme(&key), "edited", None))
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            Ok(web::unprocessable(render(
                &programme, &one, &typed, &refused, &reader,
            )))
        }
    }
}

fn obligation(key: &str) -> Option<Obligation> {
    [Obligation::Must, Obligation::May]
        .into_iter()
        .find(|one| one.key() == key)
}

fn render(
    programme: &Programme,
    one: &Recommendation,
    typed: &Typed,
    refused: &[Refusal],
    reader: &Reader,
) -> String {
    let texts = reader.texts();
    let form = FormPage::new(texts, "desk_rounds-save", refused)
        .fields(fields(typed, texts), refused)
        .hiding("seen", typed.text("seen"))
        .or_back_to(ways::programme(&programme.key));
    let title = texts.say_with("desk_rounds-edit-number", &[("number", one.number.into())]);
    page_below(programme, title, texts)
        .with_lead(texts.say("desk_rounds-settings-lead"))
        .render(&form, reader)
}

fn fields(typed: &Typed, texts: &Texts) -> Vec<Field> {
    let obligations = [Obligation::Must, Obligation::May].map(|one| {
        choice(
            one.key(),
            words::obligation(one, texts),
            typed.text("obligation"),
        )
    });
    let text = FieldKind::Area {
        value: typed.text("text").to_owned(),
        rows: 8,
    };
    vec![
        Field::of(
            "obligation",
            texts.say("desk_rounds-obligation"),
            FieldKind::Radio {
                choices: obligations.into(),
            },
        ),
        Field::text(
            "short_title",
            texts.say("desk_rounds-short-title"),
            typed.text("short_title"),
        ),
        Field::of("text", texts.say("desk_rounds-text"), text),
    ]
}
