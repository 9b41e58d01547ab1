//! Passwords, sessions, waiting after failed attempts, and new passwords.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use chrono::TimeDelta;
use database::Database;
use kernel::{Language, Role};
use people::accounts::{self, AccountId, Secret};
use support::*;

const MAIL: &str = "pia@kommune.dk";

async fn pia(database: &Database) -> (AccountId, Secret) {
    let mut tx = database.write().await.unwrap();
    let person = a_person(&mut tx, "0101", MAIL, &[Role::Coordinator]).await;
    tx.commit().await.unwrap();
    person
}

#[test]
fn the_right_password_begins_a_session_of_its_own() {
    in_a_house(async |database| {
        let (id, first) = pia(&database).await;
        let begun = sign_in(&database, " PIA@Kommune.dk", PASSWORD, &visit())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(begun.account, id);
        assert_ne!(begun.secret, first);
        let mut tx = database.read().await.unwrap();
        for secret in [&first, &begun.secret] {
            assert!(signed_in(&mut tx, secret).await.is_some());
        }
        let sessions = accounts::own_sessions(&mut tx, id).await.unwrap();
        assert_eq!(sessions.len(), 2);
        assert_eq!(sessions[0].program, "Firefox, Windows");
        assert_eq!(
            deeds(&mut tx).await,
            ["invite_person", "accept_invitation", "sign_in"]
        );
        let kept: Vec<String> = tx.all("SELECT token_hash FROM sessions", []).await.unwrap();
        assert!(!kept.iter().any(|hash| hash == begun.secret.words()));
    });
}

#[test]
fn a_wrong_password_an_unknown_address_and_a_closed_account_look_the_same() {
    in_a_house(async |database| {
        let (id, _) = pia(&database).await;
        for (mail, words) in [(MAIL, ANOTHER), ("ingen@kommune.dk", PASSWORD), ("", "")] {
            let nothing = sign_in(&database, mail, words, &visit()).await.unwrap();
            assert!(nothing.is_none(), "{mail}");
        }
        let mut tx = database.write().await.unwrap();
        accounts::disable_account(&mut tx, &operator(), Some("0101"), id)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert!(
            sign_in(&database, MAIL, PASSWORD, &visit())
                .await
                .unwrap()
                .is_none()
        );
    });
}

#[test]
fn the_wait_is_the_same_for_an_account_and_for_none_and_it_ends() {
    in_a_house(async |database| {
        pia(&database).await;
        for mail in [MAIL, "ingen@kommune.dk"] {
            let visit = visit_from(&format!("192.0.2.{}", mail.len()));
            for _ in 0..5 {
                assert!(
                    sign_in(&database, mail, ANOTHER, &visit)
                        .await
                        .unwrap()
                        .is_none()
                );
            }
            // From another address as well: it is the account that waits.
            let waiting = sign_in(&database, mail, PASSWORD, &visit_from("198.51.100.1")).await;
            assert_eq!(refused(waiting), "account-refusal-wait-seconds", "{mail}");
        }
        let later = |seconds| database.fixed_at(testkit::a_morning() + TimeDelta::seconds(seconds));
        let visit = visit();
        assert!(sign_in(&later(14), MAIL, PASSWORD, &visit).await.is_err());
        assert!(
            sign_in(&later(15), MAIL, ANOTHER, &visit)
                .await
                .unwrap()
                .is_none()
        );
        let doubled = sign_in(&later(44), MAIL, PASSWORD, &visit).await;
        assert_eq!(refused(doubled), "account-refusal-wait-seconds");
        assert!(
            sign_in(&later(45), MAIL, PASSWORD, &visit)
                .await
                .unwrap()
                .is_some()
        );
        // Success forgets: the next mistake is the first.
        assert!(
            sign_in(&later(46), MAIL, ANOTHER, &visit)
                .await
                .unwrap()
                .is_none()
        );
        assert!(
            sign_in(&later(46), MAIL, PASSWORD, &visit)
                .await
                .unwrap()
                .is_some()
        );
        let mut tx = database.read().await.unwrap();
        let refused = deeds(&mut tx)
            .await
            .into_iter()
            .filter(|deed| deed == "sign_in_refused");
        assert_eq!(refused.count(), 2);
    });
}

#[test]
fn guesses_at_many_accounts_from_one_address_wait_too() {
    in_a_house(async |database| {
        let visit = visit();
        let mut tx = database.write().await.unwrap();
        for number in 0..50 {
            let mail = format!("person{number}@kommune.dk");
            accounts::begin_sign_in(&mut tx, &mail, &visit)
                .await
                .ok()
                .unwrap();
        }
        let one_more = accounts::begin_sign_in(&mut tx, "ny@kommune.dk", &visit).await;
        assert_eq!(
            refused(one_more.map(|_| ())),
            "account-refusal-wait-seconds"
        );
        let elsewhere = visit_from("198.51.100.1");
        let elsewhere = accounts::begin_sign_in(&mut tx, "ny@kommune.dk", &elsewhere).await;
        assert_eq!(refused(elsewhere.map(|_| ())), "done");
    });
}

#[test]
fn a_session_ends_when_it_is_not_used_and_after_a_working_day() {
    in_a_house(async |database| {
        let (_, secret) = pia(&database).await;
        let begin = testkit::a_morning();
        let mut tx = database.write().await.unwrap();
        tx.go_to(begin + accounts::IDLE - TimeDelta::seconds(1));
        let who = signed_in(&mut tx, &secret).await.unwrap();
        assert!(who.is_to_be_noted(tx.now()) && !who.is_to_be_noted(begin));
        accounts::mark_seen(&mut tx, who.session).await.unwrap();
        tx.go_to(begin + accounts::IDLE + TimeDelta::minutes(30));
        assert!(signed_in(&mut tx, &secret).await.is_some());
        tx.go_to(begin + accounts::IDLE * 3);
        assert!(signed_in(&mut tx, &secret).await.is_none());
        for hours in 1..=11 {
            tx.go_to(begin + TimeDelta::hours(hours));
            accounts::mark_seen(&mut tx, who.session).await.unwrap();
        }
        assert!(signed_in(&mut tx, &secret).await.is_some());
        tx.go_to(begin + accounts::ABSOLUTE);
        assert!(signed_in(&mut tx, &secret).await.is_none());
    });
}

#[test]
fn one_ends_ones_own_sessions_and_nobody_elses() {
    in_a_house(async |database| {
        let (id, first) = pia(&database).await;
        let mut tx = database.write().await.unwrap();
        let (bo, bos) = a_person(&mut tx, "0101", "bo@kommune.dk", &[Role::Reader]).await;
        tx.commit().await.unwrap();
        let second = sign_in(&database, MAIL, PASSWORD, &visit())
            .await
            .unwrap()
            .unwrap()
            .secret;
        let mut tx = database.write().await.unwrap();
        let here = signed_in(&mut tx, &second).await.unwrap();
        let elsewhere = signed_in(&mut tx, &first).await.unwrap();
        let others = signed_in(&mut tx, &bos).await.unwrap();
        let foreign = accounts::end_session(&mut tx, &here, others.session).await;
        assert_eq!(refused(foreign), "not found");
        accounts::end_session(&mut tx, &here, elsewhere.session)
            .await
            .unwrap();
        assert!(signed_in(&mut tx, &first).await.is_none());
        assert_eq!(accounts::own_sessions(&mut tx, id).await.unwrap().len(), 1);
        accounts::sign_out_everywhere(&mut tx, &here).await.unwrap();
        assert!(signed_in(&mut tx, &second).await.is_none());
        assert!(signed_in(&mut tx, &bos).await.is_some());
        assert_eq!(accounts::own_sessions(&mut tx, bo).await.unwrap().len(), 1);
    });
}

#[test]
fn signing_in_ends_the_session_that_the_browser_had() {
    in_a_house(async |database| {
        let (id, planted) = pia(&database).await;
        let mut tx = database.write().await.unwrap();
        let earlier = signed_in(&mut tx, &planted).await.unwrap();
        let challenge = accounts::begin_sign_in(&mut tx, MAIL, &visit())
            .await
            .ok()
            .unwrap();
        let checked = challenge.check(PASSWORD).unwrap();
        let earlier = Some((id, earlier.session));
        let begun = accounts::finish_sign_in(&mut tx, checked, &visit(), earlier)
            .await
            .unwrap();
        assert!(signed_in(&mut tx, &planted).await.is_none());
        assert!(signed_in(&mut tx, &begun.unwrap().secret).await.is_some());
    });
}

#[test]
fn a_changed_password_ends_the_other_sessions_and_its_owner_is_told() {
    in_a_house(async |database| {
        let (_, first) = pia(&database).await;
        let second = sign_in(&database, MAIL, PASSWORD, &visit())
            .await
            .unwrap()
            .unwrap()
            .secret;
        let mut tx = database.write().await.unwrap();
        let who = signed_in(&mut tx, &second).await.unwrap();
        let new = password(ANOTHER);
        let wrong = accounts::begin_sign_in(&mut tx, MAIL, &visit())
            .await
            .ok()
            .unwrap();
        let wrong = wrong.check("ikke den rigtige").unwrap();
        let refused_change = accounts::change_password(&mut tx, &post(), &who, &wrong, &new).await;
        assert_eq!(refused(refused_change), "account-refusal-current");
        let right = accounts::begin_sign_in(&mut tx, MAIL, &visit())
            .await
            .ok()
            .unwrap();
        let right = right.check(PASSWORD).unwrap();
        accounts::change_password(&mut tx, &post(), &who, &right, &new)
            .await
            .unwrap();
        assert!(signed_in(&mut tx, &first).await.is_none());
        assert!(signed_in(&mut tx, &second).await.is_some());
        assert!(
            letters(&mut tx).await[1]
                .text
                .contains("account-letter-password")
        );
        tx.commit().await.unwrap();
        assert!(
            sign_in(&database, MAIL, PASSWORD, &visit())
                .await
                .unwrap()
                .is_none()
        );
        assert!(
            sign_in(&database, MAIL, ANOTHER, &visit())
                .await
                .unwrap()
                .is_some()
        );
    });
}

#[test]
fn a_new_password_is_chosen_by_a_link_that_works_once_for_an_hour() {
    in_a_house(async |database| {
        let (_, session) = pia(&database).await;
        for _ in 0..6 {
            sign_in(&database, MAIL, ANOTHER, &visit()).await.ok();
        }
        let mut tx = database.write().await.unwrap();
        for mail in ["ingen@kommune.dk", MAIL] {
            accounts::request_reset(&mut tx, &post(), mail, &visit())
                .await
                .unwrap();
        }
        let sent = letters(&mut tx).await;
        assert_eq!(sent.len(), 2);
        let link = sent[1].link.clone().unwrap();
        assert!(link.starts_with("https://pejling.dk/password-resets/"));
        assert_eq!(
            accounts::who_resets(&mut tx, words(&link))
                .await
                .unwrap()
                .mail,
            MAIL
        );
        // An invitation is no reset.
        assert_eq!(
            refused(accounts::invited(&mut tx, words(&link)).await),
            "not found"
        );
        let new = password(ANOTHER);
        accounts::reset_password(&mut tx, &post(), words(&link), &new)
            .await
            .unwrap();
        assert!(signed_in(&mut tx, &session).await.is_none());
        let again = accounts::reset_password(&mut tx, &post(), words(&link), &new).await;
        assert_eq!(refused(again), "not found");
        tx.commit().await.unwrap();
        // The wait is over too.
        assert!(
            sign_in(&database, MAIL, ANOTHER, &visit())
                .await
                .unwrap()
                .is_some()
        );

        let mut tx = database.write().await.unwrap();
        accounts::request_reset(&mut tx, &post(), MAIL, &visit())
            .await
            .unwrap();
        let link = letters(&mut tx).await.pop().unwrap().link.unwrap();
        let later = tx.now() + TimeDelta::hours(1);
        tx.go_to(later);
        assert_eq!(
            refused(accounts::who_resets(&mut tx, words(&link)).await),
            "not found"
        );
    });
}

#[test]
fn nobodys_letter_box_is_filled_with_links() {
    in_a_house(async |database| {
        pia(&database).await;
        let mut tx = database.write().await.unwrap();
        for _ in 0..20 {
            accounts::request_reset(&mut tx, &post(), MAIL, &visit())
                .await
                .unwrap();
        }
        assert_eq!(letters(&mut tx).await.len(), 1 + 5);
    });
}

#[test]
fn name_and_language_are_ones_own_to_change_as_one_saw_them() {
    in_a_house(async |database| {
        let (id, secret) = pia(&database).await;
        let mut tx = database.write().await.unwrap();
        let who = signed_in(&mut tx, &secret).await.unwrap();
        let seen = accounts::account(&mut tx, id).await.unwrap().version;
        accounts::edit_account(&mut tx, &who, seen, "Pia Sørensen Holm", Language::En)
            .await
            .unwrap();
        let stale = accounts::edit_account(&mut tx, &who, seen, "Pia", Language::Da).await;
        assert_eq!(refused(stale), "account-refusal-stale");
        let odd = accounts::edit_account(&mut tx, &who, seen + 1, "Pia\nBo", Language::Da).await;
        assert_eq!(refused(odd), "account-refusal-name");
        let who = signed_in(&mut tx, &secret).await.unwrap();
        assert_eq!(who.actor.name, "Pia Sørensen Holm");
        assert_eq!(who.language, Language::En);
    });
}
