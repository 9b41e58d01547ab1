use crate::documents::{ReportFormat, render};
use crate::rules::aggregate_report::AggregateReport;
use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, Response};
use documents::write::Typeset;
use kernel::{Fault, Language};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use web::languages::Texts;

/// Reports as files, kept ready: a PDF takes a second to set, and many ask for the same one.
pub struct ReportFiles {
    typeset: Arc<Typeset>,
    ready: Mutex<Ready>,
}

#[derive(Default)]
struct Ready {
    generation: u64,
    files: HashMap<Key, Bytes>,
}

type Key = (String, u32, Language, &'static str);

impl ReportFiles {
    /// Files set by this typesetter.
    pub fn new(typeset: Arc<Typeset>) -> Self {
        Self {
            typeset,
            ready: Mutex::default(),
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
        Ok(answer(bytes, format, &name))
    }

    fn kept(&self, generation: u64, key: &Key) -> Option<Bytes> {
        let ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let found = ready.files.get(key).cloned();
        found.filter(|_| ready.generation == generation)
    }

    async fn make(
        &self,
        generation: u64,
        key: Key,
        report: AggregateReport,
        format: ReportFormat,
        language: Language,
    ) -> Result<Bytes, Fault> {
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
        // A region's reports are a few; a hundred files are a few dozen megabytes.
        if ready.generation != generation || ready.files.len() >= 100 {
            ready.files.clear();
            ready.generation = generation;
        }
        ready.files.insert(key, bytes);
    }
}

fn answer(bytes: Bytes, format: ReportFormat, name: &str) -> Response<Body> {
    let mut answer = Response::new(Body::from(bytes));
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
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
