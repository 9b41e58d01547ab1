use crate::documents::{ReportFormat, render};
use crate::rules::aggregate_report::AggregateReport;
use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, Response};
use documents::write::Typeset;
use kernel::{Fault, Language};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;
use web::languages::Texts;

/// Reports as files, kept ready: a PDF takes a second to set, and many ask for the same one.
pub struct ReportFiles {
    typeset: Arc<Typeset>,
    ready: Mutex<HashMap<Key, Ready>>,
    turns: Semaphore,
}

/// A file, and the state of the data that it was made from.
struct Ready {
    generation: u64,
    bytes: Bytes,
}

/// So many files are made at the same time; whoever asks for one that is being made waits for it.
const SIDE_BY_SIDE: usize = 2;
/// A region's reports are a few; a hundred files are a few dozen megabytes.
const KEPT: usize = 100;

type Key = (String, u32, Language, &'static str);

impl ReportFiles {
    /// Files set by this typesetter.
    pub fn new(typeset: Arc<Typeset>) -> Self {
        Self {
            typeset,
            ready: Mutex::default(),
            turns: Semaphore::new(SIDE_BY_SIDE),
        }
    }

    /// A report as a file, made off the threads that answer requests.
    pub async fn file(
        &self,
        generation: u64,
        report: AggregateReport,
        format: ReportFormat,
        language: Language,
    ) -> Result<Response<Body>, Fault> {
        let number = report.release.as_ref().map_or(0, |release| release.number);
        let key = (
            report.round.key.clone(),
            number,
            language,
            format.extension(),
        );
        let name = format!("pejling-{}.{}", report.round.key, format.extension());
        let bytes = match self.kept(generation, &key) {
            Some(bytes) => bytes,
            None => self.make(generation, key, report, format, language).await?,
        };
        Ok(answer(bytes, format, &name, number > 0))
    }

    /// A released report never changes; another is as old as the data that it was made from.
    fn kept(&self, generation: u64, key: &Key) -> Option<Bytes> {
        let ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let found = ready.get(key);
        let current = found.filter(|found| key.1 > 0 || found.generation == generation);
        current.map(|found| found.bytes.clone())
    }

    async fn make(
        &self,
        generation: u64,
        key: Key,
        report: AggregateReport,
        format: ReportFormat,
        language: Language,
    ) -> Result<Bytes, Fault> {
        let closed = |error| Fault::caused_by("waiting to write a report", error);
        let _turn = self.turns.acquire().await.map_err(closed)?;
        if let Some(bytes) = self.kept(generation, &key) {
            return Ok(bytes);
        }
        let typeset = Arc::clone(&self.typeset);
        let made = tokio::task::spawn_blocking(move || {
            render(&report, format, Texts::of(language), typeset.as_ref())
        });
        let bytes: Bytes = made
            .await
            .map_err(|error| Fault::caused_by("writing a report", error))??
            .into();
        self.keep(generation, key, bytes.clone());
        Ok(bytes)
    }

    fn keep(&self, generation: u64, key: Key, bytes: Bytes) {
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if ready.len() >= KEPT {
            ready.clear();
        }
        ready.insert(key, Ready { generation, bytes });
    }
}

fn answer(bytes: Bytes, format: ReportFormat, name: &str, is_released: bool) -> Response<Body> {
    let mut answer = Response::new(Body::from(bytes));
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    let kept = if is_released { "no-cache" } else { "no-store" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(kept));
    let ascii: String = name
        .chars()
        .map(|letter| {
            if letter.is_ascii_graphic() && letter != '"' {
                letter
            } else {
                '_'
            }
        })
        .collect();
    let encoded = super::links::segment(name);
    let offered = format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}");
    if let Ok(value) = HeaderValue::try_from(offered) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    answer
}
