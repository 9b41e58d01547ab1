//! The desk's rounds, forms, releases and programmes, asked through the router.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Response, StatusCode};
use followup::summary;
use kernel::Actor;
use support::desk::*;
use support::*;

async fn page(desk: &Router, address: &str) -> String {
    let answer = get(desk, address).await;
    assert_eq!(answer.status(), StatusCode::OK, "{address}");
    text(answer).await
}

fn way(answer: &Response<Body>) -> &str {
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    answer.headers()["location"].to_str().unwrap()
}

const ROUND: &str = "/desk/rounds/2017";
const FORM: &str = "/desk/rounds/2017/forms/0101";

#[test]
fn every_page_of_the_desk_is_there_for_the_secretariat_and_for_nobody_else() {
    in_a_house(async |database| {
        with_round(&database).await;
        import(&database, good_form()).await;
        let (ours, theirs) = (desk(&database, ditte()), desk(&database, Actor::stranger()));
        let programme = summary::programmes(&mut database.read().await.unwrap())
            .await
            .unwrap();
        let programme = format!("/desk/programmes/{}", programme[0].key);
        let pages = [
            ROUND.to_owned(),
            FORM.to_owned(),
            "/desk/rounds/2017/forms/0147".to_owned(),
            format!("{FORM}/versions/1/return"),
            format!("{ROUND}/release"),
            format!("{ROUND}/settings"),
            format!("{ROUND}/list/forms.csv"),
            format!("{ROUND}/list/forms.xlsx"),
            programme.clone(),
            format!("{programme}/sets/new"),
            format!("{programme}/rounds/new"),
            format!("{programme}/decisions"),
            "/desk/journal?page=9".to_owned(),
        ];
        for address in pages {
            assert_eq!(
                get(&ours, &address).await.status(),
                StatusCode::OK,
                "{address}"
            );
            assert_eq!(
                way(&get(&theirs, &address).await),
                "/desk/enter",
                "{address}"
            );
        }
        assert_eq!(
            post(&theirs, &format!("{ROUND}/release"), "")
                .await
                .status(),
            StatusCode::FORBIDDEN
        );
    });
}

#[test]
fn the_list_narrows_and_its_file_says_the_same() {
    in_a_house(async |database| {
        with_round(&database).await;
        import(&database, good_form()).await;
        let desk = desk(&database, ditte());
        let shown = page(&desk, &format!("{ROUND}?state=submitted")).await;
        assert!(shown.contains("href=\"/desk/rounds/2017/forms/0101\""));
        let file = page(&desk, &format!("{ROUND}/list/forms.csv?state=submitted")).await;
        assert_eq!(file.lines().count(), 2, "{file}");
        assert!(file.contains("0101;København;Indsendt;1;"), "{file}");
    });
}

#[test]
fn a_form_goes_back_only_with_a_reason_which_its_history_keeps() {
    in_a_house(async |database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        let desk = desk(&database, ditte());
        let asked = page(&desk, &format!("{FORM}/versions/1/return")).await;
        let seen = asked
            .split("name=\"seen\" value=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let refused = post(
            &desk,
            &format!("{FORM}/versions/1/return"),
            &format!("seen={seen}&reason=+"),
        )
        .await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(text(refused).await.contains("id=\"reason-error\""));
        let done = post(
            &desk,
            &format!("{FORM}/versions/1/return"),
            &format!("seen={seen}&reason=Bem%C3%A6rkning+mangler"),
        )
        .await;
        assert_eq!(way(&done), "/desk/rounds/2017/forms/0101?done=return");
        let history = page(&desk, way(&done)).await;
        assert!(history.contains("Bemærkning mangler") && history.contains("Sendt tilbage"));
        assert_eq!(imported.version_number, 1);
    });
}

#[test]
fn a_release_shows_its_fingerprint_and_pressing_twice_releases_once() {
    in_a_house(async |database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        accept(&database, &imported).await;
        let desk = desk(&database, ditte());
        let address = format!("{ROUND}/release");
        let done = post(&desk, &address, "number=1&note=").await;
        let said = page(&desk, way(&done)).await;
        let snapshot = summary::snapshot(&mut database.read().await.unwrap(), "2017", Some(1))
            .await
            .unwrap();
        assert!(said.contains(&snapshot.release.sha256));
        let twice = post(&desk, &address, "number=1&note=").await;
        assert_eq!(twice.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let correction = post(&desk, &address, "number=2&note=").await;
        assert_eq!(correction.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let frozen = get(&desk, &format!("{ROUND}/releases/1.json")).await;
        assert_eq!(
            to_bytes(frozen.into_body(), usize::MAX).await.unwrap(),
            snapshot.bytes
        );
    });
}

#[test]
fn a_day_that_is_none_keeps_what_was_typed_in_the_settings() {
    in_a_house(async |database| {
        with_round(&database).await;
        let desk = desk(&database, ditte());
        let typed = "seen=1&title=Ny+titel&due_on=i+g%C3%A5r&reference_date=2017-01-01";
        let refused = post(&desk, &format!("{ROUND}/settings"), typed).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let shown = text(refused).await;
        assert!(
            shown.contains("Ny titel")
                && shown.contains("i går")
                && shown.contains("id=\"due_on-error\"")
        );
    });
}
