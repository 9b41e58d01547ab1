//! The year: what happens when, by month, and the ways to have it in a calendar of one's own.

use crate::rules::cycle::{YearEntry, next, years};
use askama::Template;
use chrono::{Datelike, NaiveDate};
use people::authorities::Authority;
use serde::Deserialize;
use web::components::{EmptyState, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// What the page is asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The year; this one where nothing is asked.
    pub year: String,
}

/// What the page shows.
pub struct Year<'page> {
    /// The entries of all years, in order.
    pub entries: &'page [YearEntry],
    /// Who has a calendar.
    pub councils: &'page [Authority],
    /// The programmes that the reader may add events to: key and title.
    pub editable: Vec<(String, String)>,
    /// The day.
    pub today: NaiveDate,
}

#[derive(Template)]
#[template(path = "followup/cycle.html")]
struct CyclePage {
    texts: &'static Texts,
    next: Option<String>,
    years: Vec<(String, String, bool)>,
    months: Vec<Month>,
    empty: EmptyState,
    calendars: Vec<(String, String)>,
    editable: Vec<(String, String)>,
}

struct Month {
    id: String,
    title: String,
    lines: Vec<Line>,
}

struct Line {
    days: String,
    words: Html,
    standing: Option<String>,
    is_past: bool,
}

/// The page of a year.
pub fn render(year: Year<'_>, asked: &Asked, reader: &Reader) -> String {
    let texts = reader.texts();
    let shown = asked.year.parse().unwrap_or(year.today.year());
    let shown_entries: Vec<&YearEntry> = year
        .entries
        .iter()
        .filter(|entry| entry.touches(shown) && !entry.is_withdrawn)
        .collect();
    let coming = next(year.entries, year.today);
    let content = CyclePage {
        texts,
        next: coming.map(|entry| coming_words(entry, texts)),
        years: year_links(year.entries, shown),
        months: months(&shown_entries, shown, (year.today, coming), texts),
        empty: EmptyState {
            heading: texts.say("cycle-none"),
            text: texts.say("cycle-none-text"),
            link: None,
        },
        calendars: calendars(year.councils, texts),
        editable: year.editable,
    };
    let title = texts.say_with("cycle-title", &[("year", shown.to_string().into())]);
    Page::titled(title)
        .with_lead(texts.say("cycle-lead"))
        .render(&content, reader)
}

fn coming_words(entry: &YearEntry, texts: &Texts) -> String {
    let values = [
        ("words", texts.message(&entry.words).into()),
        ("on", entry.starts_on.into()),
    ];
    texts.say_with("cycle-next", &values)
}

fn year_links(entries: &[YearEntry], shown: i32) -> Vec<(String, String, bool)> {
    let link = |year: i32| {
        (
            format!("/cycle?year={year}"),
            year.to_string(),
            year == shown,
        )
    };
    years(entries).into_iter().map(link).collect()
}

fn months(
    entries: &[&YearEntry],
    year: i32,
    (today, coming): (NaiveDate, Option<&YearEntry>),
    texts: &Texts,
) -> Vec<Month> {
    let month = |number: u32| {
        let own = entries
            .iter()
            .filter(|entry| entry.month_in(year) == number);
        let lines: Vec<Line> = own
            .map(|entry| line(entry, (today, coming), texts))
            .collect();
        let title = texts.say(MONTHS[number as usize - 1]);
        let id = format!("month-{number}");
        (!lines.is_empty()).then_some(Month { id, title, lines })
    };
    (1..=12).filter_map(month).collect()
}

const MONTHS: [&str; 12] = [
    "cycle-month-1",
    "cycle-month-2",
    "cycle-month-3",
    "cycle-month-4",
    "cycle-month-5",
    "cycle-month-6",
    "cycle-month-7",
    "cycle-month-8",
    "cycle-month-9",
    "cycle-month-10",
    "cycle-month-11",
    "cycle-month-12",
];

fn line(
    entry: &YearEntry,
    (today, coming): (NaiveDate, Option<&YearEntry>),
    texts: &Texts,
) -> Line {
    let is_past = entry.is_past(today);
    let is_next = coming.is_some_and(|one| one.uid == entry.uid);
    let standing = match (is_past, is_next) {
        (true, _) => Some(texts.say("cycle-past")),
        (_, true) => Some(texts.say("cycle-is-next")),
        _ => None,
    };
    let words = texts.message(&entry.words);
    Line {
        days: days(entry, texts),
        words: match &entry.link {
            Some(link) => Html::link(link, &words),
            None => Html::text(&words),
        },
        standing,
        is_past,
    }
}

fn days(entry: &YearEntry, texts: &Texts) -> String {
    match entry.starts_on == entry.ends_on {
        true => texts.date(entry.starts_on),
        false => texts.say_with(
            "cycle-period",
            &[
                ("from", entry.starts_on.into()),
                ("to", entry.ends_on.into()),
            ],
        ),
    }
}

fn calendars(councils: &[Authority], texts: &Texts) -> Vec<(String, String)> {
    let one = |council: &Authority| {
        let language = texts.language().tag();
        let href = format!("/cycle/{}.ics?lang={language}", council.key);
        (href, council.name.clone())
    };
    councils.iter().map(one).collect()
}
