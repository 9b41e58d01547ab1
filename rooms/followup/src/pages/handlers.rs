//! From a request to a page: fetch the report, hand it to the page, keep what strangers see.

use super::files::ReportFiles;
use super::{
    about, calendar, comparison, cycle, entry, feed, front, map, municipality, open_data, overview,
};
use super::{progress_form, recommendation, report, rounds, search};
use crate::documents::ReportFormat;
use crate::summary::{self, ShownReport, Which};
use axum::Router;
use axum::extract::{Extension, Path, Query, State};
use axum::http::HeaderMap;
use axum::routing::get;
use database::{Database, Tx};
use kernel::{Actor, MunicipalityCode};
use mail::Outlet;
use people::authorities;
use std::sync::Arc;
use web::{PageCache, PageError, PageResult, Reader};

/// What the pages need: the data, and what is kept ready.
pub struct Pages {
    database: Database,
    cache: PageCache,
    files: Arc<ReportFiles>,
}

/// How many bytes of finished pages are kept.
const ROOM: usize = 48 * 1024 * 1024;
/// How many hits a search gives at most.
const HITS: u32 = 500;

impl Pages {
    /// Pages over a database; `files` keeps reports ready.
    pub fn new(database: Database, files: Arc<ReportFiles>) -> Self {
        Self {
            database,
            cache: PageCache::with_room(ROOM),
            files,
        }
    }

    /// A page: for strangers from the cache if it is ready, else made and kept.
    async fn page(
        &self,
        reader: &Reader,
        headers: &HeaderMap,
        make: impl AsyncFnOnce(&mut Tx) -> PageResult<String>,
    ) -> PageResult {
        // Read before the data: a page that is newer than its generation is only dropped early.
        let generation = self.database.generation();
        let shared = !reader.is_signed_in();
        if shared && let Some(ready) = self.cache.answer(generation, reader, headers) {
            return Ok(ready);
        }
        let mut tx = self.database.read().await?;
        let html = make(&mut tx).await?;
        Ok(if shared {
            self.cache.keep(generation, reader, headers, html)
        } else {
            web::html(html)
        })
    }

    async fn of_round(
        &self,
        reader: &Reader,
        headers: &HeaderMap,
        key: &str,
        make: impl FnOnce(&ShownReport) -> Option<String>,
    ) -> PageResult {
        self.page(reader, headers, async |tx| {
            let shown = summary::report(tx, &reader.actor, key, Which::Newest).await?;
            make(&shown).ok_or(PageError::NotFound)
        })
        .await
    }
}

/// A number in an address; what is no number is not found.
fn counted(text: &str) -> PageResult<u32> {
    text.parse().map_err(|_| PageError::NotFound)
}

type House = State<Arc<Pages>>;

/// The routes of the pages for everybody.
pub fn routes(pages: Arc<Pages>) -> Router {
    Router::new()
        .route("/", get(front_page))
        .route("/rounds", get(all_rounds))
        .route("/rounds/{key}", get(one_round))
        .route("/rounds/{key}/map", get(map_page))
        .route("/rounds/{key}/comparison", get(comparison_page))
        .route("/rounds/{key}/report", get(report_page))
        .route("/rounds/{key}/{file}", get(report_file))
        .route(
            "/rounds/{key}/recommendations/{number}",
            get(one_recommendation),
        )
        .route("/rounds/{key}/progress-forms/{code}", get(one_form))
        .route(
            "/rounds/{key}/progress-forms/{code}/entries/{number}",
            get(one_entry),
        )
        .route("/municipalities/{code}", get(one_municipality))
        .route("/search", get(search_page))
        .route("/cycle", get(cycle_page))
        .route("/cycle/{file}", get(cycle_calendar))
        .route("/feed.atom", get(atom_feed))
        .route("/open-data", get(open_data_page))
        .route("/open-data.json", get(open_data_json))
        .route("/about", get(about_page))
        .route("/was", get(accessibility_page))
        .with_state(pages)
}

async fn front_page(State(pages): House, reader: Reader, headers: HeaderMap) -> PageResult {
    let place = reader.clone();
    pages
        .page(&place, &headers, async |tx| {
            let newest = summary::newest_released(tx).await?;
            Ok(match newest {
                Some(shown) => front::render(&shown.report, &reader),
                None => front::render_empty(&reader),
            })
        })
        .await
}

async fn all_rounds(State(pages): House, reader: Reader, headers: HeaderMap) -> PageResult {
    pages
        .page(&reader, &headers, async |tx| {
            let listed = summary::rounds(tx, &reader.actor).await?;
            Ok(rounds::render(&listed, &reader))
        })
        .await
}

async fn one_round(
    State(pages): House,
    Path(key): Path<String>,
    Query(asked): Query<overview::Asked>,
    reader: Reader,
    headers: HeaderMap,
) -> PageResult {
    let make = |shown: &ShownReport| Some(overview::render(&shown.report, &asked, &reader));
    pages.of_round(&reader, &headers, &key, make).await
}

async fn map_page(
    State(pages): House,
    Path(key): Path<String>,
    Query(asked): Query<map::Asked>,
    reader: Reader,
    headers: HeaderMap,
) -> PageResult {
    let make = |shown: &ShownReport| Some(map::render(&shown.report, &asked, &reader));
    pages.of_round(&reader, &headers, &key, make).await
}

async fn comparison_page(
    State(pages): House,
    Path(key): Path<String>,
    reader: Reader,
    headers: HeaderMap,
) -> PageResult {
    let make = |shown: &ShownReport| comparison::render(&shown.report, &reader);
    pages.of_round(&reader, &headers, &key, make).await
}

async fn report_page(
    State(pages): House,
    Path(key): Path<String>,
    reader: Reader,
    headers: HeaderMap,
) -> PageResult {
    let make = |shown: &ShownReport| {
        let sha256 = shown
            .release
            .as_ref()
            .map(|release| release.sha256.as_str());
        Some(report::render(&shown.report, sha256, &reader))
    };
    pages.of_round(&reader, &headers, &key, make).await
}

async fn report_file(
    State(pages): House,
    Path((key, file)): Path<(String, String)>,
    reader: Reader,
) -> PageResult {
    let extension = file.strip_prefix("report.").ok_or(PageError::NotFound)?;
    let format = ReportFormat::from_extension(extension).ok_or(PageError::NotFound)?;
    let generation = pages.database.generation();
    let mut tx = pages.database.read().await?;
    let shown = summary::report(&mut tx, &reader.actor, &key, Which::Newest).await?;
    drop(tx);
    let file = pages
        .files
        .file(generation, shown.report, format, reader.language);
    Ok(file.await?)
}

async fn one_recommendation(
    State(pages): House,
    Path((key, number)): Path<(String, String)>,
    reader: Reader,
    headers: HeaderMap,
) -> PageResult {
    let number = counted(&number)?;
    let make = |shown: &ShownReport| recommendation::render(&shown.report, number, &reader);
    pages.of_round(&reader, &headers, &key, make).await
}

async fn one_form(
    State(pages): House,
    Path((key, code)): Path<(String, String)>,
    reader: Reader,
    headers: HeaderMap,
) -> PageResult {
    let code = MunicipalityCode::parse(&code).ok_or(PageError::NotFound)?;
    let make = |shown: &ShownReport| progress_form::render(&shown.report, &code, &reader);
    pages.of_round(&reader, &headers, &key, make).await
}

async fn one_entry(
    State(pages): House,
    Path((key, code, number)): Path<(String, String, String)>,
    reader: Reader,
    headers: HeaderMap,
) -> PageResult {
    let code = MunicipalityCode::parse(&code).ok_or(PageError::NotFound)?;
    let number = counted(&number)?;
    let make = |shown: &ShownReport| entry::render(&shown.report, &code, number, &reader);
    pages.of_round(&reader, &headers, &key, make).await
}

async fn one_municipality(
    State(pages): House,
    Path(code): Path<String>,
    reader: Reader,
    headers: HeaderMap,
) -> PageResult {
    let code = MunicipalityCode::parse(&code).ok_or(PageError::NotFound)?;
    pages
        .page(&reader, &headers, async |tx| {
            let mut reports = Vec::new();
            for listed in summary::rounds(tx, &reader.actor).await? {
                let key = &listed.round.key;
                reports.push(
                    summary::report(tx, &reader.actor, key, Which::Newest)
                        .await?
                        .report,
                );
            }
            municipality::render(&reports, &code, &reader).ok_or(PageError::NotFound)
        })
        .await
}

async fn search_page(
    State(pages): House,
    Query(asked): Query<search::Asked>,
    reader: Reader,
    headers: HeaderMap,
) -> PageResult {
    pages
        .page(&reader, &headers, async |tx| {
            let hits = match asked.q.trim() {
                "" => Vec::new(),
                words => summary::search(tx, &reader.actor, words, HITS).await?,
            };
            Ok(search::render(&asked, &hits, &reader))
        })
        .await
}

async fn cycle_page(
    State(pages): House,
    Query(asked): Query<cycle::Asked>,
    reader: Reader,
) -> PageResult {
    // Not kept ready: what is past and what comes next changes with the day.
    let mut tx = pages.database.read().await?;
    let entries = summary::cycle::year_entries(&mut tx, &reader.actor).await?;
    let programmes = summary::programmes(&mut tx).await?;
    let mut councils = Vec::new();
    for programme in &programmes {
        councils.extend(authorities::find(&mut tx, &programme.recipient_key).await?);
    }
    councils.dedup_by(|one, other| one.key == other.key);
    let editable = programmes
        .into_iter()
        .filter(|one| summary::cycle::may_edit(&reader.actor, one));
    let year = cycle::Year {
        entries: &entries,
        councils: &councils,
        editable: editable.map(|one| (one.key, one.title)).collect(),
        today: tx.today(),
    };
    Ok(web::html(cycle::render(year, &asked, &reader)))
}

/// A calendar program cannot sign in: it gets what everybody may see.
async fn cycle_calendar(
    State(pages): House,
    Path(file): Path<String>,
    outlet: Option<Extension<Outlet>>,
    reader: Reader,
) -> PageResult {
    let key = file.strip_suffix(".ics").ok_or(PageError::NotFound)?;
    let mut tx = pages.database.read().await?;
    let authority = authorities::find(&mut tx, key).await?;
    let authority = authority.ok_or(PageError::NotFound)?;
    let councils = summary::cycle::councils_of(&mut tx, &authority).await?;
    let mut entries = summary::cycle::year_entries(&mut tx, &Actor::stranger()).await?;
    entries.retain(|entry| councils.contains(&entry.recipient));
    let address = outlet.and_then(|found| found.0.address);
    let texts = reader.texts();
    let made = calendar::render(&authority.name, &entries, address.as_ref(), texts);
    Ok(calendar::answer(made))
}

async fn atom_feed(State(pages): House, reader: Reader) -> PageResult {
    let mut tx = pages.database.read().await?;
    let releases = summary::all_releases(&mut tx).await?;
    Ok(feed::answer(feed::render(&releases, tx.now(), &reader)))
}

async fn open_data_page(State(pages): House, reader: Reader, headers: HeaderMap) -> PageResult {
    pages
        .page(&reader, &headers, async |tx| {
            let listed = summary::rounds(tx, &reader.actor).await?;
            Ok(open_data::render(&listed, &reader))
        })
        .await
}

async fn open_data_json(State(pages): House, reader: Reader) -> PageResult {
    let mut tx = pages.database.read().await?;
    let listed = summary::rounds(&mut tx, &reader.actor).await?;
    Ok(open_data::json_answer(&listed))
}

async fn about_page(State(pages): House, reader: Reader, headers: HeaderMap) -> PageResult {
    pages
        .page(&reader, &headers, async |_| Ok(about::render(&reader)))
        .await
}

async fn accessibility_page(State(pages): House, reader: Reader, headers: HeaderMap) -> PageResult {
    pages
        .page(&reader, &headers, async |_| {
            Ok(about::render_accessibility(&reader))
        })
        .await
}
