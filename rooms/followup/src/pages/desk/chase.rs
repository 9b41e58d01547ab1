//! The chase of a round: who is still waited for, when they were last spoken to, and a reminder
//! to those who are chosen.

use super::chase_page::{self, Asked};
use super::typed::{Typed, refusals};
use super::{Desk, back_to, chase_file, contacts, reminder_plan, ways};
use crate::actions::{ReminderByHand, remind_now};
use crate::summary::chase::chase;
use axum::Router;
use axum::extract::{Extension, Form, Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use kernel::MunicipalityCode;
use mail::Outlet;
use std::sync::Arc;
use web::{PageError, PageResult, Reader};

/// The routes of the chase and of what belongs to it.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/desk/rounds/{key}/chase", get(show).post(remind))
        .route("/desk/rounds/{key}/chase/{file}", get(file))
        .merge(contacts::routes())
        .merge(reminder_plan::routes())
}

type Out = Option<Extension<Outlet>>;

async fn show(
    State(desk): State<Arc<Desk>>,
    outlet: Out,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let chase = chase(&mut tx, &reader.actor, &key).await?;
    let mailing = outlet.map(|found| found.mailing).unwrap_or_default();
    let typed = chase_page::blank(tx.now(), reader.texts());
    let html = chase_page::render(&chase, &asked, (&typed, &[]), mailing, &reader);
    Ok(web::html(html))
}

async fn file(
    State(desk): State<Arc<Desk>>,
    Path((key, name)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> PageResult<Response> {
    let mut tx = desk.database.read().await?;
    let chase = chase(&mut tx, &reader.actor, &key).await?;
    let rows = asked.of(&chase);
    let list = chase_file::list(&chase, &rows, reader.texts());
    let made = list.answer(&name, tx.now(), reader.texts())?;
    made.ok_or(PageError::NotFound)
}

async fn remind(
    State(desk): State<Arc<Desk>>,
    outlet: Out,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let reminder = ReminderByHand {
        codes: typed
            .all("codes")
            .filter_map(MunicipalityCode::parse)
            .collect(),
        words: typed.text("words").to_owned(),
        occasion: typed.text("occasion").to_owned(),
    };
    match remind_now(&mut tx, &reader.actor, &key, reminder).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(back_to(&ways::chase(&key), "reminded", None))
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            let chase = chase(&mut tx, &reader.actor, &key).await?;
            let mailing = outlet.map(|found| found.mailing).unwrap_or_default();
            let html = chase_page::render(&chase, &asked, (&typed, &refused), mailing, &reader);
            Ok(web::unprocessable(html))
        }
    }
}
