use crate::headers::{accepts_gzip, matches};
use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use flate2::Compression;
use flate2::write::GzEncoder;
use kernel::Language;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, PoisonError, RwLock};

/// Rendered pages, ready as bytes, so that a published page costs about as much as a file.
///
/// A page belongs to the *generation* of the data that it shows (a number that rises with every
/// change); pages of earlier generations are dropped. Never for pages of people who have signed
/// in.
#[derive(Debug)]
pub struct PageCache {
    pages: RwLock<Pages>,
    room: usize,
}

#[derive(Debug, Default)]
struct Pages {
    generation: u64,
    bytes: usize,
    ready: HashMap<Key, Arc<Ready>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    path: String,
    query: String,
    language: Language,
}

#[derive(Debug)]
struct Ready {
    plain: Bytes,
    gzip: Bytes,
    tag: HeaderValue,
}

impl PageCache {
    /// A cache that holds at most this many bytes.
    pub fn with_room(bytes: usize) -> Self {
        Self {
            pages: RwLock::default(),
            room: bytes,
        }
    }

    /// The page at an address if it is ready, as an answer to a request with these headers.
    pub fn answer(
        &self,
        generation: u64,
        place: &crate::Reader,
        headers: &HeaderMap,
    ) -> Option<Response<Body>> {
        let pages = self.pages.read().unwrap_or_else(PoisonError::into_inner);
        if pages.generation != generation {
            return None;
        }
        let ready = pages.ready.get(&Key::of(place)).cloned();
        drop(pages);
        ready.map(|ready| ready.answer(headers))
    }

    /// Keeps a page and answers with it.
    pub fn keep(
        &self,
        generation: u64,
        place: &crate::Reader,
        headers: &HeaderMap,
        html: String,
    ) -> Response<Body> {
        let ready = Arc::new(Ready::new(html));
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        pages.make_room(generation, ready.size(), self.room);
        if pages.generation == generation && ready.size() <= self.room {
            pages.bytes += ready.size();
            if let Some(earlier) = pages.ready.insert(Key::of(place), Arc::clone(&ready)) {
                pages.bytes -= earlier.size();
            }
        }
        drop(pages);
        ready.answer(headers)
    }
}

impl Pages {
    /// Drops everything when the data has moved on or the room is used up: pages are cheap to
    /// make again, and keeping order of use would cost every reader a lock.
    fn make_room(&mut self, generation: u64, wanted: usize, room: usize) {
        if generation > self.generation || self.bytes + wanted > room {
            self.ready.clear();
            self.bytes = 0;
            self.generation = self.generation.max(generation);
        }
    }
}

impl Key {
    fn of(place: &crate::Reader) -> Self {
        Self {
            path: place.path.clone(),
            query: place.query.clone(),
            language: place.language,
        }
    }
}

impl Ready {
    fn new(html: String) -> Self {
        let digest = Sha256::digest(html.as_bytes());
        let short: String = digest
            .iter()
            .take(12)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Self {
            gzip: gzip(html.as_bytes()).into(),
            plain: html.into(),
            tag: HeaderValue::try_from(format!("\"{short}\""))
                .unwrap_or(HeaderValue::from_static("\"\"")),
        }
    }

    fn size(&self) -> usize {
        self.plain.len() + self.gzip.len()
    }

    fn answer(&self, headers: &HeaderMap) -> Response<Body> {
        let mut answer = Response::new(Body::empty());
        let sent = answer.headers_mut();
        sent.insert(ETAG, self.tag.clone());
        sent.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        sent.insert(
            VARY,
            HeaderValue::from_static("accept-encoding, accept-language, cookie"),
        );
        if matches(headers, self.tag.to_str().unwrap_or_default()) {
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
            return answer;
        }
        sent.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        if accepts_gzip(headers) && !self.gzip.is_empty() {
            sent.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            *answer.body_mut() = Body::from(self.gzip.clone());
        } else {
            *answer.body_mut() = Body::from(self.plain.clone());
        }
        answer
    }
}

/// The compressed bytes; nothing if compressing failed, and the page is then sent as it is.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let written = encoder.write_all(bytes);
    written.and_then(|()| encoder.finish()).unwrap_or_default()
}
