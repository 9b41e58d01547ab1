//! The pages for everybody, asked through the router over a database.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use database::Database;
use followup::actions::release_round;
use forms::Status;
use std::sync::Arc;
use support::*;
use tower::ServiceExt;

/// Nothing is uploaded here, so no reader is ever started.
fn no_readers() -> followup::intake::Readers {
    followup::intake::Readers::new(|| std::process::Command::new("no-reader"))
}

fn house(database: Database) -> Router {
    let typeset = Arc::new(|_: &documents::write::outline::Report| Ok(b"%PDF-".to_vec()));
    let room = followup::room(database, no_readers(), typeset);
    web::surround(room.routes, web::Site::default(), web::Limits::default())
}

/// A round with two accepted forms, released.
async fn released(database: &Database) -> Router {
    with_round(database).await;
    let mut red = good_form_of("0147");
    red.reading.entries[0] = entry(1, Status::Red, "Vi mangler <partnere> til jobrotation.");
    for form in [good_form(), red] {
        let imported = import(database, form).await;
        accept(database, &imported).await;
    }
    let mut tx = database.write().await.unwrap();
    release_round(&mut tx, &ditte(), "2017", None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    house(database.clone())
}

async fn ask(house: &Router, address: &str) -> Response<Body> {
    let request = Request::get(address)
        .header("accept", "text/html")
        .body(Body::empty());
    house.clone().oneshot(request.unwrap()).await.unwrap()
}

async fn text(house: &Router, address: &str) -> String {
    let answer = ask(house, address).await;
    assert_eq!(answer.status(), StatusCode::OK, "{address}");
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn before_anything_is_released_the_front_page_says_so_and_the_round_is_not_there() {
    in_a_house(async |database| {
        with_round(&database).await;
        let house = house(database);
        assert!(
            text(&house, "/")
                .await
                .contains("Der er ikke offentliggjort en runde endnu")
        );
        assert_eq!(
            ask(&house, "/rounds/2017").await.status(),
            StatusCode::NOT_FOUND
        );
    });
}

#[test]
fn every_page_of_a_released_round_is_there_in_both_languages() {
    in_a_house(async |database| {
        let house = released(&database).await;
        let pages = [
            "/",
            "/rounds",
            "/rounds/2017",
            "/rounds/2017?status=red&obligation=must&area=0&municipality=0147",
            "/rounds/2017/map?recommendation=1",
            "/rounds/2017/report",
            "/rounds/2017/recommendations/1",
            "/rounds/2017/progress-forms/0147",
            "/rounds/2017/progress-forms/0147/entries/1",
            "/municipalities/0147",
            "/search?q=jobrotation",
            "/about",
            "/was",
        ];
        for page in pages {
            let joint = if page.contains('?') { '&' } else { '?' };
            let danish = text(&house, &format!("{page}{joint}lang=da")).await;
            assert!(
                danish.contains("<html lang=\"da\">") && danish.contains(" – Pejling</title>"),
                "{page}"
            );
            let english = text(&house, &format!("{page}{joint}lang=en")).await;
            assert!(english.contains("<html lang=\"en\">"), "{page}");
        }
    });
}

#[test]
fn a_figure_can_be_followed_down_to_the_row_it_was_read_from() {
    in_a_house(async |database| {
        let house = released(&database).await;
        assert!(
            text(&house, "/")
                .await
                .contains("href=\"/rounds/2017/recommendations/1\"")
        );
        let recommendation = text(&house, "/rounds/2017/recommendations/1").await;
        assert!(recommendation.contains("href=\"/rounds/2017/progress-forms/0147/entries/1\""));
        let entry = text(&house, "/rounds/2017/progress-forms/0147/entries/1").await;
        assert!(entry.contains("2017-0147.docx"));
        assert!(entry.contains("tabel 1, række 2"));
    });
}

#[test]
fn what_a_municipality_wrote_is_never_markup() {
    in_a_house(async |database| {
        let house = released(&database).await;
        for page in [
            "/",
            "/rounds/2017",
            "/rounds/2017/recommendations/1",
            "/search?q=partnere",
        ] {
            assert!(!text(&house, page).await.contains("<partnere>"), "{page}");
        }
    });
}

#[test]
fn every_page_says_that_invented_answers_are_invented() {
    in_a_house(async |database| {
        let house = released(&database).await;
        for page in [
            "/",
            "/rounds",
            "/rounds/2017/progress-forms/0101",
            "/municipalities/0101",
        ] {
            assert!(
                text(&house, page).await.contains("Svarene er opdigtede."),
                "{page}"
            );
        }
    });
}

#[test]
fn numbers_and_codes_that_are_not_in_the_round_are_not_found() {
    in_a_house(async |database| {
        let house = released(&database).await;
        for page in [
            "/rounds/1999",
            "/rounds/2017/comparison",
            "/rounds/2017/recommendations/99",
            "/rounds/2017/recommendations/et",
            "/rounds/2017/progress-forms/0851",
            "/rounds/2017/progress-forms/0101/entries/99",
            "/rounds/2017/report.exe",
            "/municipalities/0851",
        ] {
            assert_eq!(
                ask(&house, page).await.status(),
                StatusCode::NOT_FOUND,
                "{page}"
            );
        }
    });
}

#[test]
fn the_report_is_fetched_as_a_file_with_a_name() {
    in_a_house(async |database| {
        let house = released(&database).await;
        for (extension, start) in [
            ("docx", &b"PK"[..]),
            ("xlsx", b"PK"),
            ("pdf", b"%PDF-"),
            ("json", b"{"),
            ("html", b"<!"),
        ] {
            let answer = ask(&house, &format!("/rounds/2017/report.{extension}")).await;
            assert_eq!(answer.status(), StatusCode::OK, "{extension}");
            let named = answer.headers()["content-disposition"]
                .to_str()
                .unwrap()
                .to_owned();
            assert!(named.contains(&format!("pejling-2017.{extension}")));
            let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
            assert!(bytes.starts_with(start), "{extension}");
        }
    });
}

#[test]
fn a_page_kept_ready_is_renewed_when_something_is_released() {
    in_a_house(async |database| {
        let house = released(&database).await;
        assert!(text(&house, "/rounds/2017").await.contains("Udgave 1"));
        let mut tx = database.write().await.unwrap();
        release_round(&mut tx, &ditte(), "2017", Some("Rettet"))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert!(text(&house, "/rounds/2017").await.contains("Udgave 2"));
    });
}
