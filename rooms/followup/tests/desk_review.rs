//! The desk's pages asked through the router: who comes in, what is shown, and that nothing typed
//! is lost.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use database::Database;
use followup::actions::{Purpose, confirm_entry};
use followup::summary;
use forms::{RemarkParagraph, Source, Status, UnmatchedRow};
use kernel::Actor;
use support::desk::*;
use support::*;
use tower::ServiceExt;

const REVIEW: &str = "/desk/rounds/2017/forms/0101/review";
const UPLOAD: &str = "/desk/rounds/2017/upload";

async fn send(desk: &Router, parts: &[(&str, Option<&str>, String)]) -> Response<Body> {
    let mut body = String::new();
    for (name, file, content) in parts {
        let file = file
            .map(|file| format!("; filename=\"{file}\""))
            .unwrap_or_default();
        body.push_str(&format!(
            "--grense\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{content}\r\n"
        ));
    }
    body.push_str("--grense--\r\n");
    let request = Request::post(UPLOAD)
        .header("accept", "text/html")
        .header("accept-language", "da")
        .header("content-type", "multipart/form-data; boundary=grense");
    desk.clone()
        .oneshot(request.body(Body::from(body)).unwrap())
        .await
        .unwrap()
}

/// A draft of København: number 1 is red without a remark, number 2 was read with doubt, and one
/// row answers nothing.
async fn with_draft(database: &Database) {
    with_round(database).await;
    let mut form = good_form();
    form.purpose = Purpose::Review;
    form.reading.entries[0] = entry(1, Status::Red, "");
    form.reading.entries[1].confidence = 0.4;
    form.reading.unmatched = vec![UnmatchedRow {
        text: "Fælles <kurser>".to_owned(),
        status: Status::Green,
        remark: vec![RemarkParagraph::plain("Vores eget forslag.")],
        source: Source::default(),
    }];
    import(database, form).await;
}

fn seen(page: &str, number: u32) -> String {
    let at = page
        .find(&format!("name=\"number\" value=\"{number}\""))
        .unwrap();
    let rest = page[at..].split_once("name=\"seen\" value=\"").unwrap().1;
    rest.split_once('"').unwrap().0.to_owned()
}

#[test]
fn strangers_are_shown_the_door_and_change_nothing() {
    in_a_house(async |database| {
        with_draft(&database).await;
        let desk = desk(&database, Actor::stranger());
        for page in [
            "/desk",
            UPLOAD,
            REVIEW,
            "/desk/rounds/2017/forms/0101/versions/1/file",
        ] {
            let answer = get(&desk, page).await;
            assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{page}");
            assert_eq!(answer.headers()["location"], "/desk/enter");
        }
        for page in [UPLOAD, REVIEW] {
            assert_eq!(
                post(&desk, page, "deed=accept").await.status(),
                StatusCode::FORBIDDEN
            );
        }
    });
}

#[test]
fn the_desk_shows_what_waits_and_the_next_deed() {
    in_a_house(async |database| {
        with_draft(&database).await;
        let page = text(get(&desk(&database, ditte()), "/desk").await).await;
        assert!(page.contains("Gennemgå skemaet fra København"));
        assert!(
            page.contains(&format!("href=\"{REVIEW}\""))
                && page.contains(&format!("href=\"{UPLOAD}\""))
        );
    });
}

#[test]
fn the_review_shows_what_stops_first_and_each_value_beside_where_it_was_read() {
    in_a_house(async |database| {
        with_draft(&database).await;
        let desk = desk(&database, ditte());
        let page = text(get(&desk, REVIEW).await).await;
        let place = |number: u32| page.find(&format!("id=\"entry-{number}\"")).unwrap();
        assert!(place(1) < place(2) && place(2) < place(3));
        assert!(page.contains("2017-0101-koebenhavn.docx") && page.contains("tabel 1, række 2"));
        assert!(page.contains("»som i skemaet«"));
        assert!(page.contains("Fælles &#60;kurser&#62;") || page.contains("Fælles &lt;kurser&gt;"));
        assert!(
            get(&desk, &format!("{REVIEW}?order=form&lang=en"))
                .await
                .status()
                .is_success()
        );
        assert_eq!(
            get(&desk, &format!("{REVIEW}?version=9")).await.status(),
            StatusCode::NOT_FOUND
        );
    });
}

#[test]
fn a_draft_is_corrected_confirmed_submitted_and_accepted() {
    in_a_house(async |database| {
        with_draft(&database).await;
        let desk = desk(&database, ditte());
        let page = text(get(&desk, REVIEW).await).await;
        let typed = format!(
            "deed=correct&number=1&seen={}&status=green&remark=**Nu**+i+gang%0D%0ATo+centre&reason=Ringede",
            seen(&page, 1)
        );
        let answer = post(&desk, REVIEW, &typed).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        assert_eq!(
            answer.headers()["location"],
            format!("{REVIEW}?done=correct&of=1&next=2#entry-2")
        );
        let page = text(get(&desk, &format!("{REVIEW}?done=correct&of=1&next=2")).await).await;
        assert!(page.contains("Svar 1 er rettet.") && page.contains("<strong>Nu</strong> i gang"));
        let answer = post(
            &desk,
            REVIEW,
            &format!("deed=confirm&number=2&seen={}", seen(&page, 2)),
        )
        .await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let mut tx = database.read().await.unwrap();
        let form = summary::form(&mut tx, &ditte(), "2017", &code("0101"), None)
            .await
            .unwrap();
        drop(tx);
        let every = form
            .entries
            .iter()
            .flat_map(|view| &view.problems)
            .chain(&form.problems);
        for problem in every.filter(|one| one.problem.level == forms::Level::Warning) {
            post(
                &desk,
                REVIEW,
                &format!("deed=explain&id={}&reason=Aftalt", problem.id.0),
            )
            .await;
        }
        for (deed, version) in [
            ("submit", form.version.as_ref().unwrap().change.version),
            ("accept", 0),
        ] {
            let page = text(get(&desk, REVIEW).await).await;
            let steps = page.split_once("id=\"steps\"").unwrap().1;
            let seen = steps
                .split_once("name=\"seen\" value=\"")
                .unwrap()
                .1
                .split_once('"')
                .unwrap()
                .0;
            assert!(version == 0 || version.to_string() == seen);
            let answer = post(&desk, REVIEW, &format!("deed={deed}&seen={seen}")).await;
            assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{deed}");
        }
        let page = text(get(&desk, &format!("{REVIEW}?done=accept")).await).await;
        assert!(page.contains("Skemaet er godkendt og tæller nu med."));
    });
}

#[test]
fn a_form_with_errors_cannot_be_submitted_and_says_where_they_are() {
    in_a_house(async |database| {
        with_draft(&database).await;
        let desk = desk(&database, ditte());
        let page = text(get(&desk, REVIEW).await).await;
        let steps = page.split_once("id=\"steps\"").unwrap().1;
        let seen = steps
            .split_once("name=\"seen\" value=\"")
            .unwrap()
            .1
            .split_once('"')
            .unwrap()
            .0;
        let answer = post(&desk, REVIEW, &format!("deed=submit&seen={seen}")).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(text(answer).await.contains("<a href=\"#entry-1\">"));
    });
}

#[test]
fn what_another_person_changed_meanwhile_is_shown_beside_what_was_typed() {
    in_a_house(async |database| {
        with_draft(&database).await;
        let desk = desk(&database, ditte());
        let page = text(get(&desk, REVIEW).await).await;
        let old = seen(&page, 2);
        let mut tx = database.write().await.unwrap();
        let form = summary::form(&mut tx, &ditte(), "2017", &code("0101"), None)
            .await
            .unwrap();
        let entry = form.entries[1].entry.clone().unwrap();
        confirm_entry(
            &mut tx,
            &Actor::secretariat("Mads"),
            entry.id,
            entry.change.version,
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let typed = format!(
            "deed=correct&number=2&seen={old}&status=red&remark=Mit+nye+svar&reason=Derfor"
        );
        let answer = post(&desk, REVIEW, &typed).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = text(answer).await;
        assert!(page.contains("Mads") && page.contains("Støttekontaktpersoner er ansat."));
        assert!(page.contains("Mit nye svar") && page.contains("value=\"Derfor\""));
        assert!(page.contains("id=\"status-2-red\" name=\"status\" value=\"red\" checked"));
    });
}

#[test]
fn a_row_of_the_municipality_can_be_placed_or_removed_once() {
    in_a_house(async |database| {
        with_draft(&database).await;
        let desk = desk(&database, ditte());
        let mut tx = database.read().await.unwrap();
        let form = summary::form(&mut tx, &ditte(), "2017", &code("0101"), None)
            .await
            .unwrap();
        drop(tx);
        let id = form.proposals[0].id.0;
        let unchosen = post(&desk, REVIEW, &format!("deed=place&id={id}&number=")).await;
        assert_eq!(unchosen.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let placed = post(&desk, REVIEW, &format!("deed=place&id={id}&number=3")).await;
        assert_eq!(placed.status(), StatusCode::SEE_OTHER);
        let again = post(&desk, REVIEW, &format!("deed=dismiss&id={id}")).await;
        assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            text(get(&desk, REVIEW).await)
                .await
                .contains("Vores eget forslag.")
        );
    });
}

#[test]
fn a_return_needs_a_reason() {
    in_a_house(async |database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        let desk = desk(&database, ditte());
        let page = text(get(&desk, REVIEW).await).await;
        let steps = page.split_once("id=\"steps\"").unwrap().1;
        let seen = steps
            .split_once("name=\"seen\" value=\"")
            .unwrap()
            .1
            .split_once('"')
            .unwrap()
            .0;
        let answer = post(&desk, REVIEW, &format!("deed=return&seen={seen}&reason=")).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(text(answer).await.contains("id=\"return-reason-error\""));
        let answer = post(
            &desk,
            REVIEW,
            &format!("deed=return&seen={seen}&reason=Skriv+mere"),
        )
        .await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let mut tx = database.read().await.unwrap();
        let version = followup::records::forms::get(&mut tx, imported.version_id)
            .await
            .unwrap();
        assert_eq!(version.state.key(), "returned");
    });
}

#[test]
fn the_received_file_is_saved_never_shown() {
    in_a_house(async |database| {
        with_draft(&database).await;
        let answer = get(
            &desk(&database, ditte()),
            "/desk/rounds/2017/forms/0101/versions/1/file",
        )
        .await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], "application/octet-stream");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        let offered = answer.headers()["content-disposition"]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(offered.starts_with("attachment; filename=\"2017-0101-koebenhavn.docx\""));
        assert_eq!(to_bytes(answer.into_body(), 100).await.unwrap(), "et skema");
    });
}

#[test]
fn an_upload_of_nothing_of_too_much_or_of_several_for_one_municipality_stores_nothing() {
    in_a_house(async |database| {
        with_round(&database).await;
        let desk = desk(&database, ditte());
        let file = |index: usize| ("files", Some("a.html"), format!("skema {index}"));
        let nothing = send(&desk, &[("files", Some(""), String::new())]).await;
        assert_eq!(nothing.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(text(nothing).await.contains("Vælg mindst én fil"));
        let many: Vec<_> = (0..21).map(file).collect();
        assert!(
            text(send(&desk, &many).await)
                .await
                .contains("Send højst 20 filer")
        );
        let several = [
            file(1),
            file(2),
            ("municipality", None, "0101".to_owned()),
            ("pasted", None, String::new()),
        ];
        let page = text(send(&desk, &several).await).await;
        assert!(
            page.contains("Du har valgt en kommune") && page.contains("value=\"0101\" selected")
        );
        let large = [("files", Some("stor.pdf"), "x".repeat(10 * 1024 * 1024 + 1))];
        let page = text(send(&desk, &large).await).await;
        assert!(page.contains("stor.pdf") && page.contains("større end 10 MB"));
        let mut tx = database.read().await.unwrap();
        let forms = summary::forms(&mut tx, &ditte(), "2017").await.unwrap();
        assert!(forms.iter().all(|form| form.version.is_none()));
    });
}
