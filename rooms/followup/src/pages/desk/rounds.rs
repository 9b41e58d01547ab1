//! The forms of a round: who is where, who is missing, what is to be done next, and the same as
//! a file.

use super::form_listing::{Asked, Counts, Row, rows};
use super::{
    Desk, chase, cycle, decisions, form_deed, form_history, journal, programme, release,
    reopenings, rounds_file, rounds_page, settings,
};
use crate::access::{Deed, allows};
use crate::records::programmes;
use crate::records::rounds as round_records;
use crate::summary;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;
use web::{PageError, PageResult, Reader};

/// The routes of the desk's rounds and of what belongs to them.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/desk/rounds/{key}", get(list))
        .route("/desk/rounds/{key}/list/{file}", get(file))
        .merge(chase::routes())
        .merge(cycle::routes())
        .merge(form_history::routes())
        .merge(form_deed::routes())
        .merge(release::routes())
        .merge(reopenings::routes())
        .merge(settings::routes())
        .merge(programme::routes())
        .merge(decisions::routes())
        .merge(journal::routes())
}

/// A round with all its forms, read once.
pub struct Listed {
    /// The round.
    pub round: round_records::Round,
    /// Its programme.
    pub programme: programmes::Programme,
    /// A row for each participant.
    pub rows: Vec<Row>,
    /// What waits.
    pub counts: Counts,
    /// How many municipalities ask for their form to be opened again.
    pub requests: usize,
}

async fn listed(desk: &Desk, reader: &Reader, key: &str) -> PageResult<Listed> {
    let mut tx = desk.database.read().await?;
    let round = summary::round(&mut tx, &reader.actor, key).await?;
    let forms = summary::forms(&mut tx, &reader.actor, key).await?;
    let queue = summary::review_queue(&mut tx, &reader.actor, key).await?;
    let rows = rows(forms, &queue);
    let requests = match allows(&reader.actor, Deed::AnswerReopening, &round) {
        true => summary::open_requests(&mut tx, &reader.actor, &round)
            .await?
            .len(),
        false => 0,
    };
    Ok(Listed {
        programme: programmes::get(&mut tx, round.programme).await?,
        counts: Counts::of(&rows),
        requests,
        round,
        rows,
    })
}

async fn list(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> PageResult {
    let listed = listed(&desk, &reader, &key).await?;
    Ok(web::html(rounds_page::render(&listed, &asked, &reader)))
}

async fn file(
    State(desk): State<Arc<Desk>>,
    Path((key, ending)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> PageResult<Response> {
    let listed = listed(&desk, &reader, &key).await?;
    let shown = asked.of(&listed.rows);
    let now = desk.database.read().await?.now();
    let made = rounds_file::file(&listed, &shown, &ending, now, reader.texts())?;
    made.ok_or(PageError::NotFound)
}
