//! An authority's year as a calendar (RFC 5545) that a calendar program follows by itself.

use crate::rules::cycle::YearEntry;
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Response};
use chrono::Days;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};
use mail::PublicAddress;
use web::languages::Texts;

/// The calendar of an authority. What is called off stays in it as cancelled, so that it
/// disappears from calendars that have it.
pub fn render(
    name: &str,
    entries: &[YearEntry],
    address: Option<&PublicAddress>,
    texts: &Texts,
) -> String {
    let mut calendar = Calendar::new();
    let title = texts.say_with("cycle-calendar-name", &[("name", name.into())]);
    calendar.name(&title);
    for entry in entries {
        calendar.push(event(entry, address, texts));
    }
    calendar.done().to_string()
}

fn event(entry: &YearEntry, address: Option<&PublicAddress>, texts: &Texts) -> Event {
    // DTEND is the day after the last one (RFC 5545, section 3.6.1).
    let day_after = entry.ends_on.checked_add_days(Days::new(1));
    let mut event = Event::new();
    event
        .uid(&format!("{}.{}@pejling", entry.uid, entry.recipient))
        .summary(&texts.message(&entry.words))
        .starts(entry.starts_on)
        .ends(day_after.unwrap_or(entry.ends_on))
        .timestamp(entry.changed_at)
        .last_modified(entry.changed_at)
        .sequence(u32::try_from(entry.sequence).unwrap_or_default());
    if let Some(link) = whole(entry.link.as_deref(), address) {
        event.url(&link);
    }
    if entry.is_withdrawn {
        event.status(EventStatus::Cancelled);
    }
    event.done()
}

/// A calendar knows no page that a path could stand on.
fn whole(link: Option<&str>, address: Option<&PublicAddress>) -> Option<String> {
    match (link?, address) {
        (link, Some(address)) if link.starts_with('/') => {
            Some(format!("{}{link}", address.as_str()))
        }
        (link, _) if link.starts_with('/') => None,
        (link, _) => Some(link.to_owned()),
    }
}

/// The calendar as an answer.
pub fn answer(calendar: String) -> Response<Body> {
    let mut answer = Response::new(Body::from(calendar));
    let headers = answer.headers_mut();
    let kind = HeaderValue::from_static("text/calendar; charset=utf-8");
    headers.insert(CONTENT_TYPE, kind);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer
}
