//! The annual cycle, its calendars, the feed of releases and the open data, asked through the
//! router.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use database::Database;
use followup::actions::{edit_round, release_round};
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime, Event};
use kernel::Actor;
use std::sync::Arc;
use support::*;
use tower::ServiceExt;

fn house(database: &Database) -> Router {
    let typeset = Arc::new(|_: &documents::write::outline::Report| Ok(b"%PDF-".to_vec()));
    let readers = followup::intake::Readers::new(|| std::process::Command::new("no-reader"));
    let room = followup::room(database.clone(), readers, typeset);
    web::surround(room.routes, web::Site::default(), web::Limits::default())
}

async fn ask(house: &Router, address: &str) -> Response<Body> {
    let request = Request::get(address).body(Body::empty()).unwrap();
    house.clone().oneshot(request).await.unwrap()
}

async fn body(house: &Router, address: &str) -> String {
    let answer = ask(house, address).await;
    assert_eq!(answer.status(), StatusCode::OK, "{address}");
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

async fn events(house: &Router, address: &str) -> Vec<Event> {
    let calendar: Calendar = body(house, address).await.parse().unwrap();
    let events = calendar.components.into_iter().filter_map(|one| match one {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events.collect()
}

fn day_of(found: Option<DatePerhapsTime>) -> chrono::NaiveDate {
    match found.unwrap() {
        DatePerhapsTime::Date(day) => day,
        other => panic!("{other:?} is no day"),
    }
}

fn due(events: &[Event]) -> &Event {
    let is_due = |event: &&Event| event.get_uid().unwrap().contains("-due.");
    events.iter().find(is_due).unwrap()
}

#[test]
fn a_due_day_lasts_one_day_and_keeps_its_name_when_it_moves() {
    in_a_house(async |database| {
        with_round(&database).await;
        let house = house(&database);
        let before = events(&house, "/cycle/0101.ics").await;
        let event = due(&before);
        assert_eq!(day_of(event.get_start()), day("2018-01-31"));
        assert_eq!(day_of(event.get_end()), day("2018-02-01"));
        assert!(event.get_summary().unwrap().contains("Status 2017"));
        let uid = event.get_uid().unwrap().to_owned();
        let sequence = event.get_sequence().unwrap();

        let mut tx = database.write().await.unwrap();
        let round = followup::records::rounds::named(&mut tx, "2017")
            .await
            .unwrap();
        let mut settings = round.settings.clone();
        settings.due_on = Some(day("2018-02-15"));
        let seen = round.change.version;
        edit_round(&mut tx, &ditte(), "2017", seen, settings)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let after = events(&house, "/cycle/kkr-hovedstaden.ics?lang=en").await;
        let event = due(&after);
        assert_eq!(event.get_uid().unwrap(), uid);
        assert!(event.get_sequence().unwrap() > sequence);
        assert_eq!(day_of(event.get_start()), day("2018-02-15"));
        assert!(event.get_summary().unwrap().contains("Progress forms due"));
        assert!(event.get_last_modified().is_some());
    });
}

#[test]
fn a_calendar_is_of_an_authority_and_of_no_other_council() {
    in_a_house(async |database| {
        with_round(&database).await;
        let house = house(&database);
        assert!(events(&house, "/cycle/0851.ics").await.is_empty());
        for nothing in ["/cycle/9999.ics", "/cycle/0101", "/cycle/0101.txt"] {
            let answer = ask(&house, nothing).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{nothing}");
        }
    });
}

#[test]
fn the_year_shows_strangers_its_deadlines_and_only_members_their_reminders() {
    in_a_house(async |database| {
        with_round(&database).await;
        let shown = body(&house(&database), "/cycle?year=2018&lang=da").await;
        assert!(
            shown.contains("Frist for fremdriftsskemaer: Status 2017"),
            "{shown}"
        );
        assert!(shown.contains("Det næste: Frist") && !shown.contains("Påmindelse til dem"));
        let inside = house(&database).layer(axum::Extension(ditte()));
        let shown = body(&inside, "/cycle?year=2018&lang=da").await;
        assert!(shown.contains("Påmindelse til dem, der mangler"));
        assert!(shown.contains("/desk/programmes/kkr/events"));
        assert!(
            body(&inside, "/cycle?year=1999&lang=da")
                .await
                .contains("Intet i dette år")
        );
    });
}

#[test]
fn an_event_is_added_edited_and_called_off() {
    in_a_house(async |database| {
        with_round(&database).await;
        let desk = support::desk::desk(&database, ditte());
        let address = "/desk/programmes/kkr/events";
        let typed = "title=M%C3%B8de+i+KKR&starts_on=2018-03-02&ends_on=&audience=everyone&link=";
        let wrong = typed.replace("ends_on=", "ends_on=2018-03-01");
        let refused = support::desk::post(&desk, &format!("{address}/new"), &wrong).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let done = support::desk::post(&desk, &format!("{address}/new"), typed).await;
        assert_eq!(done.headers()["location"], format!("{address}?done=event"));
        let list = support::desk::text(support::desk::get(&desk, address).await).await;
        let href = list
            .split("/events/")
            .nth(2)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let one = format!("{address}/{href}");
        let house = house(&database);
        let meeting = |all: Vec<Event>| {
            let found = all
                .into_iter()
                .find(|one| one.get_summary() == Some("Møde i KKR"));
            found.unwrap()
        };
        let first = meeting(events(&house, "/cycle/0101.ics").await);
        assert_eq!(day_of(first.get_end()), day("2018-03-03"));
        let edited = format!("{typed}&seen=1&withdraw=yes");
        let done = support::desk::post(&desk, &one, &edited).await;
        assert_eq!(
            done.headers()["location"],
            format!("{address}?done=withdrawn")
        );
        let gone = meeting(events(&house, "/cycle/0101.ics").await);
        assert_eq!(gone.get_uid(), first.get_uid());
        assert_eq!(gone.property_value("STATUS"), Some("CANCELLED"));
        assert!(gone.get_sequence() > first.get_sequence());
        let stranger = support::desk::desk(&database, Actor::stranger());
        let answer = support::desk::get(&stranger, address).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    });
}

async fn released(database: &Database) {
    with_round(database).await;
    let imported = import(database, good_form()).await;
    accept(database, &imported).await;
    let mut tx = database.write().await.unwrap();
    for note in [None, Some("Rettet <navn> & tal")] {
        release_round(&mut tx, &ditte(), "2017", note)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

/// The texts of the elements with a name, in order, as an XML reader sees them.
fn texts_of(xml: &str, name: &str) -> Vec<String> {
    use quick_xml::events::Event as Xml;
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut found, mut inside) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Xml::Start(start) if start.name().as_ref() == name => {
                inside = true;
                found.push(String::new());
            }
            Xml::End(_) => inside = false,
            Xml::Text(text) if inside => found.last_mut().unwrap().push_str(&text),
            Xml::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn the_feed_tells_of_every_release_with_names_that_stay() {
    in_a_house(async |database| {
        let empty = body(&house(&database), "/feed.atom").await;
        assert!(texts_of(&empty, "entry").is_empty());
        released(&database).await;
        let house = house(&database);
        let feed = body(&house, "/feed.atom").await;
        let ids = texts_of(&feed, "id");
        assert_eq!(ids.len(), 3, "the feed and two entries: {feed}");
        let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(distinct.len(), 3);
        for id in &ids {
            assert_eq!(id.len(), "urn:uuid:".len() + 36, "{id}");
        }
        assert_eq!(texts_of(&feed, "updated").len(), 3);
        assert_eq!(
            texts_of(&feed, "name"),
            ["KKR Hovedstaden", "KKR Hovedstaden"]
        );
        assert!(feed.contains("Rettet &lt;navn&gt; &amp; tal"), "{feed}");
        assert!(feed.contains("href=\"/rounds/2017/report\""));
        assert_eq!(body(&house, "/feed.atom").await, feed);
        let answer = ask(&house, "/feed.atom").await;
        let kind = answer.headers()["content-type"].to_str().unwrap();
        assert!(kind.starts_with("application/atom+xml"));
    });
}

#[test]
fn the_open_data_are_listed_and_explained_for_people_and_programs() {
    in_a_house(async |database| {
        released(&database).await;
        let house = house(&database);
        let page = body(&house, "/open-data?lang=da").await;
        assert!(page.contains("/rounds/2017/report.csv") && page.contains("<code>status</code>"));
        let json: serde_json::Value =
            serde_json::from_str(&body(&house, "/open-data.json").await).unwrap();
        assert_eq!(json["files"].as_array().unwrap().len(), 2);
        let columns = json["csv"]["columns"].as_array().unwrap();
        let status = columns.iter().find(|one| one["name"] == "status").unwrap();
        assert_eq!(status["type"], "one-of");
        assert_eq!(status["allowed"][0], "green");
        assert!(status["means"]["en"].as_str().unwrap().contains("red"));
    });
}
