//! Who is missing, reminders by plan and by hand, and what the secretariat hears.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use database::Database;
use followup::actions::*;
use followup::duties;
use followup::rules::chasing::ReminderPlan;
use followup::summary::chase::{Chase, chase};
use kernel::{Actor, Held, Role};
use mail::Posted;
use people::accounts::{InventedPerson, invent_person};
use support::desk::*;
use support::*;

async fn somebody(database: &Database, name: &str, role: Role, authority: &str) {
    let mut tx = database.write().await.unwrap();
    let person = InventedPerson {
        name: name.to_owned(),
        mail: format!("{}@{authority}.example", name.to_lowercase()),
        roles: vec![Held::at(role, authority)],
    };
    invent_person(&mut tx, &Actor::operator("Olav"), person)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// The round 2017, due on 31 January 2018, with Pia in København, Tom approving there, and Ditte in
/// the secretariat.
async fn with_people(database: &Database) {
    with_round(database).await;
    somebody(database, "Pia", Role::Coordinator, "0101").await;
    somebody(database, "Tom", Role::Approver, "0101").await;
    somebody(database, "Ditte", Role::Secretariat, "kkr-hovedstaden").await;
}

fn at(database: &Database, moment: &str) -> Database {
    let moment: DateTime<Utc> = moment.parse().unwrap();
    database.fixed_at(moment)
}

async fn letters(database: &Database, kind: &str) -> Vec<Posted> {
    let mut tx = database.read().await.unwrap();
    mail::listed(&mut tx, Some(kind), None, 1000).await.unwrap()
}

async fn chase_of(database: &Database) -> Chase {
    let mut tx = database.read().await.unwrap();
    chase(&mut tx, &ditte(), "2017").await.unwrap()
}

#[test]
fn the_plan_reminds_whoever_is_missing_and_known_and_nobody_twice() {
    in_a_house(async |database| {
        with_people(&database).await;
        somebody(&database, "Finn", Role::Coordinator, "0147").await;
        import(&database, good_form_of("0147")).await;
        let morning = at(&database, "2018-01-17T08:00:00Z");
        duties::run(&morning).await.unwrap();
        duties::run(&morning).await.unwrap();
        let reminders = letters(&database, "reminder").await;
        assert_eq!(reminders.len(), 1, "{reminders:?}");
        let letter = &reminders[0];
        assert_eq!(letter.to_name, "Pia");
        assert_eq!(letter.about, "2017/0101");
        assert!(letter.subject.contains("31. januar 2018"), "{letter:?}");
        assert!(letter.text.contains("14 dage"), "{}", letter.text);
        assert!(
            letter
                .text
                .contains("{address}/rounds/2017/progress-forms/0101/fill")
        );
        assert!(
            letter.text.ends_with("Sekretariatet for KKR Hovedstaden\n"),
            "{}",
            letter.text
        );
        let chase = chase_of(&database).await;
        let row = chase.row(&code("0101")).unwrap();
        assert_eq!(row.reminders(), 1);
        assert!(row.never_signed_in() && !row.has_no_contact());
        assert!(chase.row(&code("0151")).unwrap().has_no_contact());
    });
}

#[test]
fn nobody_is_written_to_at_night_or_about_a_round_that_is_closed() {
    in_a_house(async |database| {
        with_people(&database).await;
        duties::run(&at(&database, "2018-01-17T23:00:00Z"))
            .await
            .unwrap();
        assert!(letters(&database, "reminder").await.is_empty());
        let mut tx = database.write().await.unwrap();
        let round = followup::records::rounds::named(&mut tx, "2017")
            .await
            .unwrap();
        let mut settings = round.settings.clone();
        settings.closes_on = Some(day("2018-01-31"));
        let seen = round.change.version;
        edit_round(&mut tx, &ditte(), "2017", seen, settings)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        duties::run(&at(&database, "2018-02-01T08:00:00Z"))
            .await
            .unwrap();
        assert!(letters(&database, "reminder").await.is_empty());
    });
}

#[test]
fn after_three_reminders_the_approver_is_told_why() {
    in_a_house(async |database| {
        with_people(&database).await;
        for morning in [
            "2018-01-17T08:00:00Z",
            "2018-01-29T08:00:00Z",
            "2018-02-01T08:00:00Z",
            "2018-02-07T08:00:00Z",
            "2018-02-08T08:00:00Z",
        ] {
            duties::run(&at(&database, morning)).await.unwrap();
        }
        assert_eq!(letters(&database, "reminder").await.len(), 4);
        let escalated = letters(&database, "escalation").await;
        assert_eq!(escalated.len(), 1);
        assert_eq!(escalated[0].to_name, "Tom");
        assert!(escalated[0].text.contains("fordi du godkender"));
    });
}

#[test]
fn the_secretariat_hears_once_a_day_what_has_happened_and_nothing_of_nothing() {
    in_a_house(async |database| {
        with_people(&database).await;
        import(&database, good_form_of("0147")).await;
        let morning = at(&database, "2018-01-17T08:00:00Z");
        duties::run(&morning).await.unwrap();
        duties::run(&at(&database, "2018-01-17T10:00:00Z"))
            .await
            .unwrap();
        let digests = letters(&database, "digest").await;
        assert_eq!(digests.len(), 1);
        let text = &digests[0].text;
        assert!(text.contains("Indsendt: Frederiksberg"), "{text}");
        assert!(text.contains("Påmindet: København"), "{text}");
        assert!(text.contains("Ingen kendt kontaktperson: "), "{text}");
        duties::run(&at(&database, "2018-01-18T08:00:00Z"))
            .await
            .unwrap();
        assert_eq!(letters(&database, "digest").await.len(), 1);
    });
}

#[test]
fn a_form_that_comes_back_or_is_accepted_brings_the_coordinator_a_letter() {
    in_a_house(async |database| {
        with_people(&database).await;
        let imported = import(&database, good_form()).await;
        let mut tx = database.write().await.unwrap();
        let seen = followup::records::forms::get(&mut tx, imported.version_id)
            .await
            .unwrap();
        let seen = seen.change.version;
        return_form(
            &mut tx,
            &ditte(),
            imported.version_id,
            seen,
            "Anbefaling 3 mangler.",
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let returned = letters(&database, "returned").await;
        assert_eq!(returned.len(), 1);
        assert!(returned[0].text.contains("Anbefaling 3 mangler."));
        let again = import(&database, good_form()).await;
        accept(&database, &again).await;
        let accepted = letters(&database, "accepted").await;
        assert_eq!(accepted.len(), 1);
        assert!(accepted[0].subject.contains("godkendt"));
    });
}

const CHASE: &str = "/desk/rounds/2017/chase";

#[test]
fn a_reminder_by_hand_goes_to_those_who_are_chosen_once() {
    in_a_house(async |database| {
        with_people(&database).await;
        let desk = desk(&database, ditte());
        let shown = text(get(&desk, &format!("{CHASE}?select=all")).await).await;
        assert!(shown.contains("value=\"0101\" checked"), "{shown}");
        assert!(!shown.contains("value=\"0147\""), "nobody is known there");
        let nobody = post(&desk, CHASE, "occasion=1&words=Hej").await;
        assert_eq!(nobody.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let silent = post(&desk, CHASE, "occasion=1&words=Hej&codes=0147").await;
        let silent = text(silent).await;
        assert!(silent.contains("ingen kontaktperson hos Frederiksberg"));
        assert!(silent.contains(">\nHej</textarea>"), "what was typed stays");
        let typed = "occasion=1&words=Ring+til+os%2C+%C3%86rlig+talt&codes=0101";
        for _ in 0..2 {
            let done = post(&desk, CHASE, typed).await;
            assert_eq!(done.headers()["location"], format!("{CHASE}?done=reminded"));
        }
        let sent = letters(&database, "by_hand").await;
        assert_eq!(sent.len(), 1, "the same page sent twice writes once");
        assert!(sent[0].text.contains("Ring til os, Ærlig talt"));
        let chase = chase_of(&database).await;
        assert_eq!(chase.row(&code("0101")).unwrap().reminders(), 1);
    });
}

#[test]
fn a_call_is_noted_with_whom_and_what_was_said() {
    in_a_house(async |database| {
        with_people(&database).await;
        let desk = desk(&database, ditte());
        let address = "/desk/rounds/2017/contacts/0101";
        let blank = text(get(&desk, address).await).await;
        assert!(blank.contains("value=\"Pia\"") && blank.contains("Ikke kontaktet endnu"));
        let refused = post(&desk, address, "to_whom=Pia&note=+").await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let done = post(&desk, address, "to_whom=Pia&note=Kommer+fredag").await;
        assert_eq!(done.headers()["location"], format!("{CHASE}?done=noted"));
        let shown = text(get(&desk, CHASE).await).await;
        assert!(shown.contains("Opkald 15.01.2018 til Pia"), "{shown}");
        assert!(
            text(get(&desk, address).await)
                .await
                .contains("Kommer fredag")
        );
    });
}

#[test]
fn the_chase_narrows_and_its_files_say_the_same() {
    in_a_house(async |database| {
        with_people(&database).await;
        let desk = desk(&database, ditte());
        let file = text(get(&desk, &format!("{CHASE}/chase.csv?show=never")).await).await;
        assert_eq!(file.lines().count(), 2, "{file}");
        assert!(file.contains("0101;København;Ikke begyndt;16;0;"), "{file}");
        assert!(
            file.contains("pia@0101.example;Har aldrig logget på"),
            "{file}"
        );
        let book = get(&desk, &format!("{CHASE}/chase.xlsx")).await;
        assert_eq!(book.status(), StatusCode::OK);
        let none = get(&desk, &format!("{CHASE}/other.csv")).await;
        assert_eq!(none.status(), StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_plan_is_edited_over_the_one_that_was_shown() {
    in_a_house(async |database| {
        with_people(&database).await;
        let desk = desk(&database, ditte());
        let address = "/desk/rounds/2017/reminders";
        let shown = text(get(&desk, address).await).await;
        assert!(shown.contains("value=\"-14, -3, +1, +7\""), "{shown}");
        let typed = "seen=0&is_on=yes&steps=-7&most=2&days_between=1&escalate_after=0";
        assert_eq!(
            post(&desk, address, typed).await.status(),
            StatusCode::SEE_OTHER
        );
        let stale = post(&desk, address, typed).await;
        assert_eq!(stale.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let wrong = typed
            .replace("seen=0", "seen=1")
            .replace("most=2", "most=x");
        let wrong = text(post(&desk, address, &wrong).await).await;
        assert!(wrong.contains("id=\"most-error\""));
        let chase = chase_of(&database).await;
        let expected = ReminderPlan {
            steps: vec![-7],
            most: 2,
            days_between: 1,
            escalate_after: None,
            ..ReminderPlan::default()
        };
        assert_eq!(chase.plan.plan, expected);
    });
}

#[test]
fn the_chase_is_for_its_own_secretariat() {
    in_a_house(async |database| {
        with_people(&database).await;
        let of = |key| Actor::with_roles("Ditte", [Held::at(Role::Secretariat, key)]);
        for (actor, expected) in [
            (of("kkr-hovedstaden"), StatusCode::OK),
            (of("kkr-nordjylland"), StatusCode::NOT_FOUND),
            (Actor::stranger(), StatusCode::SEE_OTHER),
        ] {
            let answer = get(&desk(&database, actor), CHASE).await;
            assert_eq!(answer.status(), expected);
        }
    });
}

#[test]
fn what_was_missed_while_the_server_stood_still_is_caught_up_for_a_few_days_only() {
    in_a_house(async |database| {
        with_people(&database).await;
        let late = at(&database, "2018-01-17T08:00:00Z");
        let then = late.read().await.unwrap().now() + TimeDelta::days(4);
        duties::run(&database.fixed_at(then)).await.unwrap();
        assert_eq!(letters(&database, "reminder").await.len(), 1);
    });
}
