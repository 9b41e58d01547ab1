//! Letters leave once, whatever the mail server and our own servers do, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use chrono::TimeDelta;
use database::Database;
use mail::*;
use support::*;
use testkit::{a_morning, on_both};

fn reminder(key: &str) -> Letter {
    Letter {
        key: key.to_owned(),
        kind: "reminder",
        about: "2017/0101".to_owned(),
        to_address: "pia@koebenhavn.example".to_owned(),
        to_name: "Pia Ærø".to_owned(),
        subject: "Påmindelse: fremdriftsskemaet mangler".to_owned(),
        text: "Kære Pia\n\nBlåbærgrød på Ærø. Se {address}/rounds/2017.\n.\nHilsen".to_owned(),
        secret_link: None,
    }
}

async fn post_one(database: &Database, letter: Letter) -> LetterId {
    let mut tx = database.write().await.unwrap();
    let key = letter.key.clone();
    assert!(post(&mut tx, letter).await.unwrap());
    let all = listed(&mut tx, None, None, 1000).await.unwrap();
    tx.commit().await.unwrap();
    all.into_iter().find(|one| one.key == key).unwrap().id
}

async fn letter(database: &Database, id: LetterId) -> Posted {
    let mut tx = database.read().await.unwrap();
    of_number(&mut tx, id).await.unwrap()
}

async fn deliver(database: &Database, sink: &Sink) -> Delivered {
    let office = sink.office();
    deliver_due(database, &office, || true).await.unwrap()
}

fn later(database: &Database, by: TimeDelta) -> Database {
    database.fixed_at(a_morning() + by)
}

#[test]
fn a_letter_arrives_word_for_word_and_once() {
    on_both(&[SCHEMA], |database| async move {
        let sink = Sink::meeting(&[]).await;
        let id = post_one(&database, reminder("a")).await;
        let mut tx = database.write().await.unwrap();
        let again = post(&mut tx, reminder("a")).await.unwrap();
        assert!(!again, "the same occasion is posted once");
        drop(tx);
        assert_eq!(deliver(&database, &sink).await.sent, 1);
        assert_eq!(deliver(&database, &sink).await, Delivered::default());
        let came = sink.letters();
        assert_eq!(came.len(), 1);
        let head = |name| words(&head(&came[0], name).unwrap());
        assert_eq!(head("Subject"), "Påmindelse: fremdriftsskemaet mangler");
        assert_eq!(head("To"), "Pia Ærø <pia@koebenhavn.example>");
        assert_eq!(head("Auto-Submitted"), "auto-generated");
        assert!(head("Content-Type").contains("utf-8"));
        let expected =
            "Kære Pia\n\nBlåbærgrød på Ærø. Se https://pejling.example/rounds/2017.\n.\nHilsen";
        assert_eq!(body(&came[0]).trim_end(), expected);
        assert_eq!(letter(&database, id).await.state, LetterState::Sent);
    });
}

#[test]
fn a_busy_server_is_asked_again_later_and_no_sooner() {
    on_both(&[SCHEMA], |database| async move {
        let busy = Manner::Refuse("451 try again later");
        let sink = Sink::meeting(&[busy, Manner::HangUp]).await;
        let id = post_one(&database, reminder("a")).await;
        assert_eq!(deliver(&database, &sink).await.postponed, 1);
        assert_eq!(deliver(&database, &sink).await, Delivered::default());
        let waiting = letter(&database, id).await;
        assert_eq!((waiting.tries, waiting.state), (1, LetterState::Waiting));
        let failure = waiting.failure.unwrap();
        assert_eq!(failure.key, "mail-failure-refused");
        assert!(format!("{failure:?}").contains("451"), "{failure:?}");

        // The second try is cut off after the text: whether it arrived is not known.
        let minute = later(&database, TimeDelta::minutes(1));
        assert_eq!(deliver(&minute, &sink).await.postponed, 1);
        let four = later(&database, TimeDelta::minutes(4));
        assert_eq!(deliver(&four, &sink).await.sent, 1);
        let came = sink.letters();
        assert_eq!(came.len(), 2);
        let ids = came.iter().map(|one| head(one, "Message-ID").unwrap());
        let ids: Vec<_> = ids.collect();
        assert_eq!(ids[0], ids[1], "a copy is recognised by its number");
        assert!(ids[0].ends_with("@kkr.example>"));
        assert_eq!(letter(&database, id).await.failure, None);
    });
}

#[test]
fn what_never_leaves_is_given_up_and_can_be_posted_again() {
    on_both(&[SCHEMA], |database| async move {
        let busy = Manner::Refuse("421 too many connections");
        let sink = Sink::meeting(&[busy; MOST_TRIES as usize]).await;
        let id = post_one(&database, reminder("a")).await;
        for tries in 1..=MOST_TRIES {
            let then = later(&database, TimeDelta::days(i64::from(tries)));
            let delivered = deliver(&then, &sink).await;
            let given_up = u32::from(tries == MOST_TRIES);
            assert_eq!(delivered.given_up, given_up, "after {tries} tries");
        }
        assert_eq!(letter(&database, id).await.state, LetterState::GivenUp);

        let then = later(&database, TimeDelta::days(30));
        let mut tx = then.write().await.unwrap();
        assert_eq!(all_given_up(&mut tx).await.unwrap().len(), 1);
        assert_eq!(post_again(&mut tx, id).await.unwrap().tries, 0);
        assert!(post_again(&mut tx, id).await.is_err(), "it waits already");
        tx.commit().await.unwrap();
        assert_eq!(deliver(&then, &sink).await.sent, 1);
    });
}

#[test]
fn an_address_that_is_not_there_is_not_tried_again() {
    on_both(&[SCHEMA], |database| async move {
        let gone = Manner::Refuse("550 5.1.1 no such user here");
        let sink = Sink::meeting(&[gone]).await;
        let refused = post_one(&database, reminder("a")).await;
        let broken = Letter {
            to_address: "pia@koebenhavn.example\r\nBcc: alle@x.example".to_owned(),
            ..reminder("b")
        };
        let broken = post_one(&database, broken).await;
        assert_eq!(deliver(&database, &sink).await.given_up, 2);
        let failure = |posted: Posted| posted.failure.unwrap().key;
        assert_eq!(
            failure(letter(&database, refused).await),
            "mail-failure-refused"
        );
        assert_eq!(
            failure(letter(&database, broken).await),
            "mail-failure-address"
        );
        assert!(sink.letters().is_empty());
    });
}

#[test]
fn nothing_typed_becomes_a_head_of_its_own() {
    on_both(&[SCHEMA], |database| async move {
        let sink = Sink::meeting(&[]).await;
        let crafted = Letter {
            to_name: "Pia\r\nBcc: alle@x.example".to_owned(),
            subject: "Hej\nX-Evil: ja\r\n\r\nnyt brev".to_owned(),
            ..reminder("a")
        };
        post_one(&database, crafted).await;
        assert_eq!(deliver(&database, &sink).await.sent, 1);
        let came = &sink.letters()[0];
        assert_eq!(head(came, "Bcc"), None);
        assert_eq!(head(came, "X-Evil"), None);
        let subject = words(&head(came, "Subject").unwrap());
        assert_eq!(subject, "Hej X-Evil: ja nyt brev");
    });
}

#[test]
fn a_secret_link_is_filled_in_when_the_letter_leaves_and_then_forgotten() {
    on_both(&[SCHEMA], |database| async move {
        let gone = Manner::Refuse("550 no such user");
        let sink = Sink::meeting(&[Manner::Take, gone]).await;
        let invitation = |key: &str| Letter {
            kind: "invitation",
            text: "Kom ind: {link}".to_owned(),
            secret_link: Some("/invitations/hemmelig".to_owned()),
            ..reminder(key)
        };
        let sent = post_one(&database, invitation("a")).await;
        let lost = post_one(&database, invitation("b")).await;
        deliver(&database, &sink).await;
        let came = body(&sink.letters()[0]);
        assert_eq!(
            came.trim_end(),
            "Kom ind: https://pejling.example/invitations/hemmelig"
        );
        assert_eq!(letter(&database, sent).await.secret_link, None);
        assert_eq!(letter(&database, lost).await.secret_link, None);
        let mut tx = database.write().await.unwrap();
        assert!(
            post_again(&mut tx, lost).await.is_err(),
            "a letter without its link is of no use"
        );
    });
}

#[test]
fn two_servers_send_no_letter_twice() {
    on_both(&[SCHEMA], |database| async move {
        let sink = Sink::meeting(&[]).await;
        for number in 0..20 {
            post_one(&database, reminder(&format!("letter {number}"))).await;
        }
        let (one, other) = tokio::join!(deliver(&database, &sink), deliver(&database, &sink));
        assert_eq!(one.sent + other.sent, 20);
        assert_eq!(sink.letters().len(), 20);
    });
}

#[test]
fn what_a_killed_server_had_in_hand_is_sent_when_its_time_is_up() {
    on_both(&[SCHEMA], |database| async move {
        let sink = Sink::meeting(&[Manner::Silence]).await;
        let id = post_one(&database, reminder("a")).await;
        let (theirs, office) = (database.clone(), sink.office());
        let killed = tokio::spawn(async move { deliver_due(&theirs, &office, || true).await });
        sink.hears().await;
        killed.abort();
        assert_eq!(deliver(&database, &sink).await, Delivered::default());
        let after = later(&database, LEASE);
        assert_eq!(deliver(&after, &sink).await.sent, 1);
        let found = letter(&database, id).await;
        assert_eq!((found.tries, found.state), (2, LetterState::Sent));
    });
}

#[test]
fn what_waited_a_week_for_mail_to_be_set_up_is_left_to_people() {
    on_both(&[SCHEMA], |database| async move {
        let sink = Sink::meeting(&[]).await;
        let id = post_one(&database, reminder("a")).await;
        let then = later(&database, TimeDelta::days(8));
        assert_eq!(deliver(&then, &sink).await.given_up, 1);
        let mut tx = then.write().await.unwrap();
        post_again(&mut tx, id).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(deliver(&then, &sink).await.sent, 1);
    });
}

#[test]
fn a_server_that_is_asked_to_stop_stops_between_two_letters() {
    on_both(&[SCHEMA], |database| async move {
        let sink = Sink::meeting(&[]).await;
        for number in 0..3 {
            post_one(&database, reminder(&format!("letter {number}"))).await;
        }
        let office = sink.office();
        let asked = std::cell::Cell::new(0);
        let once = || asked.replace(asked.get() + 1) < 1;
        assert_eq!(deliver_due(&database, &office, once).await.unwrap().sent, 1);
        assert_eq!(deliver(&database, &sink).await.sent, 2);
    });
}

#[test]
fn a_server_that_is_not_there_is_said_to_be() {
    on_both(&[SCHEMA], |database| async move {
        let sink = Sink::meeting(&[]).await;
        let office = office(Said {
            smtp: Some("smtp://127.0.0.1:1".to_owned()),
            ..said()
        });
        let id = post_one(&database, reminder("a")).await;
        let tried = deliver_due(&database, &office, || true).await.unwrap();
        assert_eq!(tried.postponed, 1);
        assert_eq!(
            letter(&database, id).await.failure.unwrap().key,
            "mail-failure-connection"
        );
        let minute = later(&database, TimeDelta::minutes(1));
        assert_eq!(deliver(&minute, &sink).await.sent, 1);
    });
}

/// Sends one letter over a way that is protected as `smtp` says; why it did not leave, if so.
async fn sent_over(database: &Database, said: Said, key: &str) -> Option<kernel::Message> {
    let id = post_one(database, reminder(key)).await;
    deliver_due(database, &office(said), || true).await.unwrap();
    letter(database, id).await.failure
}

#[test]
fn a_password_is_said_only_over_an_encrypted_way() {
    on_both(&[SCHEMA], |database| async move {
        for (scheme, way) in [("smtp", Way::Upgraded), ("smtps", Way::Whole)] {
            let sink = Sink::spoken_to(way, &[]).await;
            let tls = if scheme == "smtp" {
                "?tls=required"
            } else {
                ""
            };
            let said = Said {
                smtp: Some(format!("{scheme}://pia@localhost:{}{tls}", sink.port)),
                password: Some("hemmelig".to_owned()),
                authorities: Some(AUTHORITY.to_owned()),
                ..said()
            };
            assert_eq!(sent_over(&database, said, scheme).await, None);
            assert_eq!(sink.letters().len(), 1);
            // "\0pia\0hemmelig"
            assert_eq!(sink.secrets(), ["AUTH PLAIN AHBpYQBoZW1tZWxpZw=="]);
        }
    });
}

#[test]
fn a_server_that_offers_no_encryption_or_is_somebody_else_gets_nothing() {
    on_both(&[SCHEMA], |database| async move {
        let open = Sink::spoken_to(Way::Open, &[]).await;
        let stranger = Sink::spoken_to(Way::Upgraded, &[]).await;
        for (key, sink) in [("open", &open), ("stranger", &stranger)] {
            let said = Said {
                smtp: Some(format!("smtp://localhost:{}?tls=required", sink.port)),
                ..said()
            };
            let failure = sent_over(&database, said, key).await.unwrap();
            assert_eq!(failure.key, "mail-failure-connection", "{failure:?}");
            assert!(sink.letters().is_empty());
        }
    });
}
