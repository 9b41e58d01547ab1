//! The releases as an Atom feed (RFC 4287): whoever follows it hears of every release and every
//! correction.

use super::links;
use crate::records::files::sha256;
use crate::summary::ReleaseListing;
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Response};
use chrono::{DateTime, SecondsFormat, Utc};
use web::Reader;
use web::components::Html;
use web::languages::Texts;

/// The newest releases; a reader that comes by once a year has missed none.
const MOST: usize = 100;

/// The feed, the newest release first.
pub fn render(releases: &[ReleaseListing], now: DateTime<Utc>, reader: &Reader) -> String {
    let texts = reader.texts();
    let updated = releases.first().map_or(now, |one| one.release.released_at);
    let mut feed = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    feed.push_str(&format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        texts.language().tag()
    ));
    feed.push_str(&element("title", &texts.say("cycle-feed-title")));
    feed.push_str(&element("id", &feed_id(releases)));
    feed.push_str(&element("updated", &moment(updated)));
    feed.push_str(&link("self", "/feed.atom", "application/atom+xml"));
    feed.push_str(&link("alternate", "/rounds", "text/html"));
    feed.push_str("<generator>Pejling</generator>\n");
    for one in releases.iter().take(MOST) {
        feed.push_str(&entry(one, texts));
    }
    feed.push_str("</feed>\n");
    feed
}

fn entry(one: &ReleaseListing, texts: &Texts) -> String {
    let (key, release) = (&one.round_key, &one.release);
    let released = moment(release.released_at);
    let mut entry = String::from("<entry>\n");
    entry.push_str(&element("title", &title(one, texts)));
    entry.push_str(&element("id", &uuid(&release.sha256)));
    entry.push_str(&element("updated", &released));
    entry.push_str(&element("published", &released));
    entry.push_str(&format!(
        "<author>{}</author>\n",
        element("name", &one.programme.recipient).trim_end()
    ));
    entry.push_str(&link("alternate", &links::report(key), "text/html"));
    for (ending, kind) in [
        ("pdf", "application/pdf"),
        ("csv", "text/csv"),
        ("json", "application/json"),
    ] {
        entry.push_str(&link("related", &links::report_file(key, ending), kind));
    }
    entry.push_str(&element("summary", &summary(one, texts)));
    entry.push_str("</entry>\n");
    entry
}

fn title(one: &ReleaseListing, texts: &Texts) -> String {
    let key = match (one.release.number, one.programme.fictional) {
        (1, false) => "cycle-feed-release",
        (_, false) => "cycle-feed-correction",
        (_, true) => "cycle-feed-invented",
    };
    let values = [
        ("title", one.round_title.as_str().into()),
        ("number", one.release.number.into()),
    ];
    texts.say_with(key, &values)
}

fn summary(one: &ReleaseListing, texts: &Texts) -> String {
    let values = [
        ("programme", one.programme.title.as_str().into()),
        ("sha256", one.release.sha256.as_str().into()),
    ];
    let said = texts.say_with("cycle-feed-summary", &values);
    match one.release.note.as_deref() {
        Some(note) => format!("{note} {said}"),
        None => said,
    }
}

/// A name that stays: that of the oldest release, in a space of its own.
fn feed_id(releases: &[ReleaseListing]) -> String {
    let oldest = releases.last().map_or("", |one| &one.release.sha256);
    uuid(&sha256(format!("feed of releases {oldest}").as_bytes()))
}

/// A SHA-256 as a name of the kind that is made by hashing (RFC 9562, section 5.8, version 8).
fn uuid(sha256: &str) -> String {
    let part = |from: usize, to: usize| sha256.get(from..to).unwrap_or_default();
    format!(
        "urn:uuid:{}-{}-8{}-8{}-{}",
        part(0, 8),
        part(8, 12),
        part(13, 16),
        part(17, 20),
        part(20, 32)
    )
}

fn moment(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn element(name: &str, text: &str) -> String {
    // XML 1.0, section 2.2: no control character but these.
    let allowed = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    let text: String = text.chars().filter(allowed).collect();
    format!("<{name}>{}</{name}>\n", Html::text(&text))
}

fn link(relation: &str, href: &str, kind: &str) -> String {
    let href = Html::text(href);
    format!("<link rel=\"{relation}\" type=\"{kind}\" href=\"{href}\"/>\n")
}

/// The feed as an answer.
pub fn answer(feed: String) -> Response<Body> {
    let mut answer = Response::new(Body::from(feed));
    let headers = answer.headers_mut();
    let kind = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    headers.insert(CONTENT_TYPE, kind);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer
}
