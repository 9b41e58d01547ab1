//! The pages of filling in behind their router: saved by a form and by the script, two people,
//! files out and in, and who is kept out.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use axum::{Extension, Router};
use database::Database;
use followup::intake::Readers;
use followup::pages::desk::Desk;
use followup::pages::filling::routes;
use followup::rules::progress_form::FormState;
use followup::summary;
use forms::Status;
use kernel::{Actor, Held, Role};
use std::process::Command;
use std::sync::Arc;
use support::desk::{get, post, text};
use support::*;
use tower::ServiceExt;

const FILL: &str = "/rounds/2017/progress-forms/0101/fill";

fn person(name: &str, role: Role, authority: &str) -> Actor {
    Actor::with_roles(name, [Held::at(role, authority)])
}

fn pia() -> Actor {
    person("Pia", Role::Coordinator, "0101")
}

fn pages(database: &Database, actor: Actor) -> Router {
    let desk = Desk {
        database: database.clone(),
        readers: Readers::new(|| Command::new("/nonexistent")),
    };
    let routes = routes(Arc::new(desk)).layer(Extension(actor));
    web::surround(routes, web::Site::default(), web::Limits::default())
}

/// What the script sends, and is told.
async fn by_script(pages: &Router, typed: &str) -> (StatusCode, serde_json::Value) {
    let request = Request::post(format!("{FILL}/1"))
        .header("accept", "application/json")
        .header("accept-language", "da")
        .header("content-type", "application/x-www-form-urlencoded");
    let request = request.body(Body::from(typed.to_owned())).unwrap();
    let answer: Response<Body> = pages.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    (status, serde_json::from_str(&text(answer).await).unwrap())
}

#[test]
fn a_form_without_a_script_saves_goes_on_and_previews() {
    in_a_house(async |database| {
        with_round(&database).await;
        let pages = pages(&database, pia());
        let list = text(get(&pages, FILL).await).await;
        assert!(
            list.contains("Begynd på skemaet") && list.contains("Skal"),
            "{list}"
        );
        let typed = "base_status=not_reported&status=green&remark=**Klar**+<b>";
        let preview = post(
            &pages,
            &format!("{FILL}/1"),
            &format!("{typed}&deed=preview"),
        )
        .await;
        let preview = text(preview).await;
        assert!(
            preview.contains("<strong>Klar</strong> &lt;b&gt;"),
            "{preview}"
        );
        let saved = post(
            &pages,
            &format!("{FILL}/1"),
            &format!("{typed}&deed=save_next"),
        )
        .await;
        assert_eq!(saved.status(), StatusCode::SEE_OTHER);
        assert_eq!(saved.headers()["location"], format!("{FILL}/2"));
        let again = text(get(&pages, &format!("{FILL}/1")).await).await;
        assert!(again.contains("**Klar** &#60;b&#62;") && again.contains("Sidst gemt af Pia"));
    });
}

#[test]
fn the_script_is_told_when_it_was_saved_and_what_two_people_wrote() {
    in_a_house(async |database| {
        with_round(&database).await;
        let (ours, theirs) = (
            pages(&database, pia()),
            pages(&database, person("Bo", Role::Coordinator, "0101")),
        );
        let (status, told) = by_script(&ours, "status=green&remark=Et&page=a").await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(told["message"], "Gemt kl. 10.30");
        let base = "base_status=green&base_remark=Et&status=green&page=b";
        let (status, _) = by_script(&theirs, &format!("{base}&remark=Bo")).await;
        assert_eq!(status, StatusCode::OK);
        let mine = "base_status=green&base_remark=Et&status=green&remark=Pia&page=a";
        let (status, told) = by_script(&ours, mine).await;
        assert_eq!(status, StatusCode::CONFLICT);
        let html = told["conflict"].as_str().unwrap();
        assert!(html.contains("Bo har ændret det samme") && html.contains("choose_remark"));
        let page = post(&ours, &format!("{FILL}/1"), mine).await;
        assert_eq!(page.status(), StatusCode::CONFLICT);
        let chosen = "base_status=green&base_remark=Bo&status=green&remark=Pia\
                      &choose_remark=joined&joined_remark=Bo+og+Pia";
        let chosen = post(&ours, &format!("{FILL}/1"), chosen).await;
        assert_eq!(chosen.status(), StatusCode::SEE_OTHER);
        let stands = text(get(&theirs, &format!("{FILL}/1")).await).await;
        assert!(stands.contains("Bo og Pia"));
    });
}

#[test]
fn submission_says_what_is_in_the_way_and_gives_a_receipt() {
    in_a_house(async |database| {
        with_round(&database).await;
        let pages = pages(&database, pia());
        post(&pages, &format!("{FILL}/1"), "status=red&remark=").await;
        let shown = text(get(&pages, &format!("{FILL}/submit")).await).await;
        assert!(shown.contains("id=\"errors\"") && shown.contains("#problem-"));
        let refused = post(&pages, &format!("{FILL}/submit"), "deed=submit&seen=1").await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        post(
            &pages,
            &format!("{FILL}/1"),
            "base_status=red&status=green&remark=Klar",
        )
        .await;
        let done = post(&pages, &format!("{FILL}/submit"), "deed=submit&seen=1").await;
        assert_eq!(done.headers()["location"], format!("{FILL}/receipts/1"));
        let receipt = text(get(&pages, &format!("{FILL}/receipts/1")).await).await;
        assert!(receipt.contains("SHA-256") && receipt.contains("Klar"));
        let answers = get(&pages, &format!("{FILL}/receipts/1/answers.json")).await;
        assert!(
            text(answers)
                .await
                .contains(r#""number":1,"status":"green""#)
        );
        let late = post(&pages, &format!("{FILL}/1"), "status=red&remark=Nej").await;
        assert_eq!(late.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(text(late).await.contains("Bed sekretariatet åbne det igen"));
    });
}

#[test]
fn others_find_nothing_and_strangers_are_shown_the_door() {
    in_a_house(async |database| {
        with_round(&database).await;
        let words = [
            "",
            "/1",
            "/whole",
            "/submit",
            "/history",
            "/reopening",
            "/four-eyes",
            "/upload",
            "/files/form.docx",
            "/receipts/1",
            "/attachments/1",
        ];
        for other in [
            person("Nabo", Role::Coordinator, "0147"),
            person("Anden", Role::Secretariat, "kkr-syddanmark"),
            person("Adm", Role::Administrator, "0101"),
        ] {
            let pages = pages(&database, other);
            for word in words {
                let answer = get(&pages, &format!("{FILL}{word}")).await;
                assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{word}");
            }
            for word in ["/1", "/1/same", "/submit", "/reopening", "/upload/take"] {
                let typed = "status=red&remark=x&deed=submit&seen=1&reason=x&take=1";
                let answer = post(&pages, &format!("{FILL}{word}"), typed).await;
                assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{word}");
            }
        }
        let strangers = pages(&database, Actor::stranger());
        let door = get(&strangers, FILL).await;
        assert_eq!(door.headers()["location"], "/desk/enter");
        let nothing = post(&strangers, &format!("{FILL}/1"), "status=red&remark=x").await;
        assert_eq!(nothing.status(), StatusCode::FORBIDDEN);
    });
}

#[test]
fn readers_of_the_municipality_see_the_form_and_cannot_type() {
    in_a_house(async |database| {
        with_round(&database).await;
        import(&database, good_form()).await;
        for role in [Role::Clerk, Role::Reader, Role::Approver] {
            let pages = pages(&database, person("Læser", role, "0101"));
            let page = text(get(&pages, &format!("{FILL}/1")).await).await;
            assert!(page.contains("Rekrutteringsservice er i gang."), "{role:?}");
            assert!(!page.contains("name=\"remark\""), "{role:?}");
        }
    });
}

/// Written, and read by the same reader as every file: exactly the answers.
#[test]
fn a_prefilled_word_and_excel_file_are_read_back_as_exactly_the_answers() {
    in_a_house(async |database| {
        let round = with_round(&database).await;
        let pages = pages(&database, pia());
        let typed = [
            (1, "green", "**Klar** siden maj.%0A- to+centre%0A- tre hold"),
            (2, "red", "Der mangler midler.%0AVi søger om dem."),
            (3, "not_participating", "Vi har vores egen ordning."),
        ];
        for (number, status, remark) in typed {
            let typed = format!("status={status}&remark={remark}");
            post(&pages, &format!("{FILL}/{number}"), &typed).await;
        }
        let mut tx = database.read().await.unwrap();
        let own = code("0101");
        let view = summary::filling(&mut tx, &pia(), "2017", &own)
            .await
            .unwrap();
        assert_eq!(view.state(), FormState::InProgress);
        let template = summary::template(&mut tx, &pia(), "2017").await.unwrap();
        for name in ["form.docx", "form.xlsx"] {
            let answer = get(&pages, &format!("{FILL}/files/{name}")).await;
            let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX)
                .await
                .unwrap();
            let document = documents::read::read(name, &bytes).unwrap();
            let options = forms::ReadOptions {
                words: round.settings.status_words.clone(),
                municipalities: followup::intake::municipality_names(),
                file_name: Some("2017-0101.docx"),
                ..forms::ReadOptions::default()
            };
            let mut options = options;
            options
                .words
                .words
                .extend(forms::StatusWords::usual().words);
            let read = forms::read_form(&document, &template, &options);
            for (entry, number) in read.entries.iter().zip(1..) {
                let answer = view.answer(number);
                assert_eq!(entry.status, answer.status, "{name} {number}: {read:#?}");
                let stored = &view.form.entries[number as usize - 1].entry;
                let back = followup::rules::marked_text::understood(&entry.remark);
                assert_eq!(back, stored.as_ref().unwrap().remark, "{name} {number}");
                assert!(
                    entry.confidence > 0.9,
                    "{name} {number}: {}",
                    entry.confidence
                );
            }
            assert_eq!(read.municipality.unwrap().code, own, "{name}");
            assert_eq!(read.unmatched.len(), 0, "{name}");
            assert_eq!(view.answer(3).status, Status::NotParticipating);
        }
    });
}
