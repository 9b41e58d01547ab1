//! The review of a form: shown, and answered with one deed at a time.

use super::super::links::segment;
use super::Desk;
use super::review_deeds::{self, Posted};
use super::review_page::{self, Shown};
use crate::records::rounds::Round;
use crate::summary;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use database::Tx;
use kernel::{MunicipalityCode, Outcome, Stop};
use serde::Deserialize;
use std::sync::Arc;
use web::{PageError, PageResult, Reader};

/// The way to the review.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route(
        "/desk/rounds/{key}/forms/{code}/review",
        get(show).post(act),
    )
}

/// A round at the desk.
pub fn round(key: &str) -> String {
    format!("/desk/rounds/{}", segment(key))
}

/// The review of a municipality's newest form.
pub fn address(key: &str, code: &MunicipalityCode) -> String {
    format!("{}/forms/{code}/review", round(key))
}

/// What the address asks for; everything about how the page is shown stands in it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Which version; the newest where nothing is said.
    pub version: String,
    /// `form` for the form's order; else what is least certain comes first.
    pub order: String,
    /// What was just done.
    pub done: String,
    /// To which recommendation.
    pub of: String,
    /// Which recommendation comes next; empty where nothing is left.
    pub next: String,
}

impl Asked {
    /// Whether the form's own order is asked for.
    pub fn in_form_order(&self) -> bool {
        self.order == "form"
    }

    fn number(&self) -> PageResult<Option<u32>> {
        match self.version.as_str() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| PageError::NotFound),
        }
    }

    /// The query of this page without what was done.
    pub fn query(&self) -> String {
        let kept = [("version", &self.version), ("order", &self.order)];
        let pairs = kept.into_iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> = pairs
            .map(|(name, value)| format!("{name}={}", segment(value)))
            .collect();
        pairs.join("&")
    }
}

/// Whether a round's answers are invented, which every page of it says.
pub async fn fictional(tx: &mut Tx, round: &Round) -> Outcome<bool> {
    let programmes = summary::programmes(tx).await?;
    Ok(programmes
        .iter()
        .any(|one| one.id == round.programme && one.fictional))
}

type Place = Path<(String, String)>;

async fn show(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> PageResult {
    let code = MunicipalityCode::parse(&code).ok_or(PageError::NotFound)?;
    let mut tx = desk.database.read().await?;
    let form = summary::form(&mut tx, &reader.actor, &key, &code, asked.number()?).await?;
    let shown = Shown {
        form: &form,
        asked: &asked,
        posted: None,
        refusals: &[],
        fictional: fictional(&mut tx, &form.round).await?,
    };
    Ok(web::html(review_page::render(&shown, &reader)))
}

/// Does what was asked and goes on to what must be looked at next; what is refused is said beside
/// what was typed and what stands there now.
async fn act(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    Query(asked): Query<Asked>,
    reader: Reader,
    Form(posted): Form<Posted>,
) -> PageResult {
    let code = MunicipalityCode::parse(&code).ok_or(PageError::NotFound)?;
    let number = asked.number()?;
    let mut tx = desk.database.write().await?;
    let form = summary::form(&mut tx, &reader.actor, &key, &code, number).await?;
    let refusals = match review_deeds::perform(&mut tx, &reader.actor, &form, &posted).await {
        Ok(()) => {
            let after = summary::form(&mut tx, &reader.actor, &key, &code, number).await?;
            tx.commit().await?;
            let next = review_page::next(&after, &asked, posted.recommendation());
            return Ok(onward(&address(&key, &code), &asked, &posted, next));
        }
        Err(Stop::Refused(refusals)) => refusals,
        Err(stop) => return Err(stop.into()),
    };
    // Nothing that was begun stays.
    drop(tx);
    let mut tx = desk.database.read().await?;
    let form = summary::form(&mut tx, &reader.actor, &key, &code, number).await?;
    let refusals = posted.placed(refusals);
    let shown = Shown {
        form: &form,
        asked: &asked,
        posted: Some(&posted),
        refusals: &refusals,
        fictional: fictional(&mut tx, &form.round).await?,
    };
    Ok(web::unprocessable(review_page::render(&shown, &reader)))
}

fn onward(address: &str, asked: &Asked, posted: &Posted, next: Option<u32>) -> Response {
    let kept = asked.query();
    let joint = if kept.is_empty() { "" } else { "&" };
    let of = posted
        .recommendation()
        .map(|number| format!("&of={number}"))
        .unwrap_or_default();
    let (next, place) = match next {
        Some(number) if posted.is_about_a_part() => {
            (format!("&next={number}"), format!("#entry-{number}"))
        }
        _ => (String::new(), "#steps".to_owned()),
    };
    let done = segment(&posted.deed);
    Redirect::to(&format!(
        "{address}?{kept}{joint}done={done}{of}{next}{place}"
    ))
    .into_response()
}
