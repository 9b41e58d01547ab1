//! The release of a round's report: what it would say now, what stands in the way, and what was
//! released before.

use super::typed::{Typed, refusals};
use super::{Desk, back_to, only_for, release_page, ways};
use crate::access::Deed;
use crate::actions::release_round;
use crate::records::releases::{self, Release};
use crate::rules::aggregate_report::AggregateReport;
use crate::summary::{self, FormListing, ReviewItem, Which};
use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use database::Tx;
use kernel::Refusal;
use std::sync::Arc;
use web::{PageError, PageResult, Reader};

/// The routes of releases.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/desk/rounds/{key}/release", get(show).post(release))
        .route("/desk/rounds/{key}/releases/{file}", get(frozen))
}

/// What the report would say now, and what was released.
pub struct Releasing {
    /// The report counted now.
    pub report: AggregateReport,
    /// The forms.
    pub forms: Vec<FormListing>,
    /// What a person has not looked at yet.
    pub queue: Vec<ReviewItem>,
    /// Earlier releases, the newest first.
    pub releases: Vec<Release>,
}

impl Releasing {
    async fn now(tx: &mut Tx, reader: &Reader, key: &str) -> PageResult<Self> {
        let actor = &reader.actor;
        let round = summary::round(tx, actor, key).await?;
        only_for(reader, Deed::ReleaseRound, &round)?;
        Ok(Self {
            report: summary::report(tx, actor, key, Which::Live).await?.report,
            forms: summary::forms(tx, actor, key).await?,
            queue: summary::review_queue(tx, actor, key).await?,
            releases: releases::of_round(tx, round.id).await?,
        })
    }

    /// The number that the next release gets.
    pub fn next(&self) -> u32 {
        self.releases.first().map_or(1, |newest| newest.number + 1)
    }
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    Query(said): Query<super::Said>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let now = Releasing::now(&mut tx, &reader, &key).await?;
    let asked = release_page::Asked {
        typed: &Typed::default(),
        refused: &[],
        said: &said,
    };
    Ok(web::html(release_page::render(&now, asked, &reader)))
}

async fn release(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let now = Releasing::now(&mut tx, &reader, &key).await?;
    let refused = match typed.number("number")? == i64::from(now.next()) {
        true => match release_round(&mut tx, &reader.actor, &key, Some(typed.text("note"))).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(back_to(&ways::release(&key), "released", None));
            }
            Err(stop) => refusals(stop)?,
        },
        // Somebody released in the meantime, or the button was pressed twice.
        false => vec![Refusal::new("desk_rounds-refusal-released-already")],
    };
    let asked = release_page::Asked {
        typed: &typed,
        refused: &refused,
        said: &super::Said::default(),
    };
    Ok(web::unprocessable(release_page::render(
        &now, asked, &reader,
    )))
}

/// The frozen bytes of a release, as they were released: `2.json`.
async fn frozen(
    State(desk): State<Arc<Desk>>,
    Path((key, file)): Path<(String, String)>,
) -> PageResult {
    let number = file
        .strip_suffix(".json")
        .and_then(|number| number.parse().ok());
    let number: u32 = number.ok_or(PageError::NotFound)?;
    let mut tx = desk.database.read().await?;
    let snapshot = summary::snapshot(&mut tx, &key, Some(number)).await?;
    let offered = format!("attachment; filename=\"release-{number}.json\"");
    let headers = [
        (CONTENT_TYPE, "application/json".to_owned()),
        (CONTENT_DISPOSITION, offered),
    ];
    Ok((headers, snapshot.bytes).into_response())
}
