//! The secretariat's list of letters, asked through the router.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use axum::Extension;
use axum::http::StatusCode;
use database::Database;
use kernel::{Actor, Held, Role};
use mail::{Letter, Mailing, Outlet, Posted};
use support::desk::*;
use support::*;

const SECRET: &str = "https://pejling.example/invitations/hemmelig";

async fn a_letter(database: &Database, about: &str) -> Posted {
    let mut tx = database.write().await.unwrap();
    let letter = Letter {
        key: format!("invitation {about}"),
        kind: "invitation",
        about: about.to_owned(),
        to_address: "pia@koebenhavn.example".to_owned(),
        to_name: "Pia".to_owned(),
        subject: format!("Kom ind til {about}"),
        text: "Kære Pia\n\n{link}\n".to_owned(),
        secret_link: Some(SECRET.to_owned()),
    };
    mail::post(&mut tx, letter).await.unwrap();
    let posted = mail::listed(&mut tx, None, None, 1).await.unwrap();
    tx.commit().await.unwrap();
    posted.into_iter().next().unwrap()
}

async fn give_up(database: &Database) {
    let mut tx = database.write().await.unwrap();
    let failure = r#"{"key":"mail-failure-silence"}"#;
    let sql = "UPDATE letters SET state = 'given_up', last_failure = $1";
    tx.execute(sql, database::params![failure]).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn a_letter_is_listed_and_its_secret_link_is_masked() {
    in_a_house(async |database| {
        with_round(&database).await;
        let letter = a_letter(&database, "2017/0101").await;
        let desk = desk(&database, ditte());
        let list = text(get(&desk, "/desk/letters").await).await;
        assert!(list.contains("Kom ind til 2017/0101") && list.contains("Mail er ikke sat op"));
        let none = text(get(&desk, "/desk/letters?state=sent").await).await;
        assert!(!none.contains("Kom ind til"));
        let address = format!("/desk/letters/{}", letter.id.0);
        let shown = text(get(&desk, &address).await).await;
        assert!(shown.contains("personligt link") && !shown.contains("hemmelig"));
    });
}

#[test]
fn in_the_demonstration_an_operator_follows_the_link_and_nobody_else() {
    in_a_house(async |database| {
        let letter = a_letter(&database, "account 7").await;
        let address = format!("/desk/letters/{}", letter.id.0);
        let outlet = Outlet {
            mailing: Mailing::Demonstration,
            address: None,
        };
        for (actor, follows) in [(Actor::operator("Olav"), true), (ditte(), false)] {
            let desk = desk(&database, actor).layer(Extension(outlet.clone()));
            let shown = text(get(&desk, &address).await).await;
            assert!(shown.contains("Ikke sendt (demonstration)"));
            assert_eq!(shown.contains(SECRET), follows);
        }
    });
}

#[test]
fn a_letter_that_was_given_up_says_why_and_is_posted_again_once() {
    in_a_house(async |database| {
        with_round(&database).await;
        let letter = a_letter(&database, "2017/0101").await;
        let address = format!("/desk/letters/{}", letter.id.0);
        let desk = desk(&database, ditte());
        let again = format!("{address}/again");
        let early = post(&desk, &again, "").await;
        assert_eq!(early.status(), StatusCode::UNPROCESSABLE_ENTITY);
        give_up(&database).await;
        let shown = text(get(&desk, &address).await).await;
        assert!(shown.contains("Mailserveren svarede ikke i tide."));
        let done = post(&desk, &again, "").await;
        assert_eq!(done.headers()["location"], format!("{address}?done=again"));
        let mut tx = database.read().await.unwrap();
        let posted = mail::of_number(&mut tx, letter.id).await.unwrap();
        assert_eq!(posted.state, mail::LetterState::Waiting);
        let journal = people::journal::newest(&mut tx, 1).await.unwrap();
        assert_eq!(journal[0].deed, "post_letter_again");
    });
}

#[test]
fn a_secretariat_reads_no_letters_of_another_one_and_strangers_none() {
    in_a_house(async |database| {
        with_round(&database).await;
        let letter = a_letter(&database, "2017/0101").await;
        let address = format!("/desk/letters/{}", letter.id.0);
        let of = |key| Actor::with_roles("Ditte", [Held::at(Role::Secretariat, key)]);
        for (actor, expected) in [
            (of("kkr-hovedstaden"), StatusCode::OK),
            (of("kkr-nordjylland"), StatusCode::NOT_FOUND),
            (Actor::stranger(), StatusCode::SEE_OTHER),
        ] {
            let answer = get(&desk(&database, actor), &address).await;
            assert_eq!(answer.status(), expected);
        }
    });
}
