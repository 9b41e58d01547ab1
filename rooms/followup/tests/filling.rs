//! Filling in: drafts, two people at once, four eyes, the receipt, reopening, files out and in.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use database::{Database, Tx};
use followup::actions::*;
use followup::records::{entries, forms as form_records, receipts};
use followup::rules::merging::{Answer, AnswerField};
use followup::rules::progress_form::{FormDeed, FormState};
use followup::summary::{self, FillingView};
use forms::Status;
use kernel::{Actor, Held, Outcome, Role, Stop};
use support::*;

fn person(name: &str, account: i64, role: Role) -> Actor {
    Actor {
        account: Some(account),
        ..Actor::with_roles(name, [Held::at(role, "0101")])
    }
}

fn pia() -> Actor {
    person("Pia", 1, Role::Coordinator)
}

fn bo() -> Actor {
    person("Bo", 2, Role::Coordinator)
}

fn anne() -> Actor {
    person("Anne", 3, Role::Approver)
}

fn answer(status: Status, remark: &str) -> Answer {
    Answer {
        status,
        remark: remark.to_owned(),
        ..Answer::default()
    }
}

fn typed(base: &Answer, mine: &Answer, page: &str) -> TypedAnswer {
    TypedAnswer {
        base: base.clone(),
        mine: mine.clone(),
        page: page.to_owned(),
    }
}

async fn save(
    tx: &mut Tx,
    actor: &Actor,
    number: u32,
    base: &Answer,
    mine: &Answer,
) -> SavedAnswer {
    let wanted = typed(base, mine, &actor.name);
    save_answer(tx, actor, ("2017", &code("0101")), number, wanted)
        .await
        .unwrap()
}

async fn view(tx: &mut Tx) -> FillingView {
    summary::filling(tx, &pia(), "2017", &code("0101"))
        .await
        .unwrap()
}

fn key_of<T: std::fmt::Debug>(outcome: Outcome<T>) -> String {
    match outcome {
        Err(Stop::Refused(refusals)) => refusals[0].message.key.to_string(),
        other => panic!("not refused: {other:?}"),
    }
}

/// Every recommendation answered so that nothing is in the way.
async fn answer_everything(tx: &mut Tx, actor: &Actor) {
    let nothing = Answer::default();
    for number in 1..=3 {
        let current = view(tx).await.answer(number);
        let base = if current.is_empty() {
            &nothing
        } else {
            &current
        };
        save(
            tx,
            actor,
            number,
            base,
            &answer(Status::Green, "Det er i gang."),
        )
        .await;
    }
}

async fn newest(tx: &mut Tx) -> form_records::FormVersion {
    view(tx).await.form.version.unwrap()
}

#[test]
fn a_draft_of_the_municipality_is_its_own_to_hand_in() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        answer_everything(&mut tx, &pia()).await;
        let draft = newest(&mut tx).await;
        let seen = draft.change.version;
        let by_secretariat = submit_form(&mut tx, &ditte(), draft.id, seen).await;
        assert_eq!(key_of(by_secretariat), "filling-refusal-municipality-works");
        let by_pia = submit_form(&mut tx, &pia(), draft.id, seen).await.unwrap();
        assert_eq!(by_pia.state, FormState::Submitted);
    });
}

#[test]
fn the_first_answer_begins_the_form_and_an_unchanged_one_begins_nothing() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let nothing = Answer::default();
        save(&mut tx, &pia(), 1, &nothing, &nothing).await;
        assert_eq!(view(&mut tx).await.state(), FormState::NotStarted);
        let mine = answer(Status::Green, "**I gang**\n- to centre");
        save(&mut tx, &pia(), 1, &nothing, &mine).await;
        let view = view(&mut tx).await;
        assert_eq!(view.state(), FormState::InProgress);
        assert_eq!(view.answer(1), mine);
        let entry = view.form.entries[0].entry.clone().unwrap();
        assert!(entry.remark[0].runs[0].bold && entry.remark[1].list_item);
        assert_eq!((entry.confidence, entry.is_confirmed), (1.0, true));
        assert_eq!(view.form.entries.len(), 3);
    });
}

#[test]
fn two_people_at_one_answer_keep_both_changes_field_by_field_and_line_by_line() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let base = answer(Status::Green, "Et\nTo\nTre");
        save(&mut tx, &pia(), 1, &Answer::default(), &base).await;
        save(
            &mut tx,
            &bo(),
            1,
            &base,
            &answer(Status::Yellow, "Et\nTo\nTre"),
        )
        .await;
        let mine = answer(Status::Green, "Et!\nTo\nTre");
        let saved = save(&mut tx, &pia(), 1, &base, &mine).await;
        let SavedAnswer::Saved(stored) = saved else {
            panic!("{saved:?}")
        };
        assert_eq!(stored.answer, answer(Status::Yellow, "Et!\nTo\nTre"));
        assert_eq!(stored.joined_with.as_deref(), Some("Bo"));
        let theirs = answer(Status::Green, "Et\nTo\nTre\nFire");
        let saved = save(&mut tx, &bo(), 1, &base, &theirs).await;
        let SavedAnswer::Saved(stored) = saved else {
            panic!("{saved:?}")
        };
        assert_eq!(stored.answer, answer(Status::Yellow, "Et!\nTo\nTre\nFire"));
    });
}

#[test]
fn two_people_who_change_the_same_lose_nothing_and_one_chooses() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let base = answer(Status::Green, "Et");
        save(&mut tx, &pia(), 1, &Answer::default(), &base).await;
        save(
            &mut tx,
            &bo(),
            1,
            &base,
            &answer(Status::Red, "Et, siger Bo"),
        )
        .await;
        let saved = save(
            &mut tx,
            &pia(),
            1,
            &base,
            &answer(Status::Yellow, "Et, siger Pia"),
        )
        .await;
        let SavedAnswer::Conflict(conflict) = saved else {
            panic!("{saved:?}")
        };
        assert_eq!(conflict.fields, [AnswerField::Status, AnswerField::Remark]);
        assert_eq!(conflict.theirs.remark, "Et, siger Bo");
        assert_eq!(conflict.mine.remark, "Et, siger Pia");
        assert_eq!(conflict.by, "Bo");
        assert_eq!(view(&mut tx).await.answer(1).remark, "Et, siger Bo");
        let chosen = answer(Status::Red, "Et, siger Pia");
        save(&mut tx, &pia(), 1, &conflict.theirs, &chosen).await;
        assert_eq!(view(&mut tx).await.answer(1), chosen);
    });
}

#[test]
fn an_answer_whose_acknowledgement_was_lost_is_saved_again_from_the_same_page() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let nothing = Answer::default();
        save(
            &mut tx,
            &pia(),
            1,
            &nothing,
            &answer(Status::Green, "Vi er i"),
        )
        .await;
        let more = answer(Status::Green, "Vi er i gang");
        let saved = save(&mut tx, &pia(), 1, &nothing, &more).await;
        assert!(matches!(saved, SavedAnswer::Saved(_)), "{saved:?}");
        assert_eq!(view(&mut tx).await.answer(1), more);
    });
}

#[test]
fn the_checks_speak_after_each_save_and_stop_the_submission() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let nothing = Answer::default();
        let red = answer(Status::Red, "");
        save(&mut tx, &pia(), 2, &nothing, &red).await;
        let shown = view(&mut tx).await;
        let said: Vec<_> = shown.form.entries[1].problems.iter().collect();
        assert_eq!(said[0].problem.message.key, "problem-red-without-remark");
        let version = newest(&mut tx).await;
        let refused = submit_form(&mut tx, &pia(), version.id, version.change.version).await;
        assert_eq!(key_of(refused), "problem-red-without-remark");
        save(
            &mut tx,
            &pia(),
            2,
            &red,
            &answer(Status::Red, "Der mangler midler."),
        )
        .await;
        assert_eq!(view(&mut tx).await.form.entries[1].problems, []);
    });
}

#[test]
fn a_warning_is_explained_before_a_municipality_submits() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let away = answer(Status::NotParticipating, "Vi har vores egen ordning.");
        save(&mut tx, &pia(), 1, &Answer::default(), &away).await;
        let version = newest(&mut tx).await;
        let (id, seen) = (version.id, version.change.version);
        let refused = submit_form(&mut tx, &pia(), id, seen).await;
        assert_eq!(key_of(refused), "problem-must-not-participating");
        let shown = view(&mut tx).await;
        let warning = shown.form.entries[0].problems[0].id;
        explain_warning(&mut tx, &pia(), warning, "Besluttet i byrådet")
            .await
            .unwrap();
        let submitted = submit_form(&mut tx, &pia(), id, seen).await.unwrap();
        assert_eq!(submitted.state, FormState::Submitted);
    });
}

#[test]
fn a_receipt_is_the_fingerprint_of_what_was_submitted_and_the_check_computes_it_again() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        answer_everything(&mut tx, &pia()).await;
        let version = newest(&mut tx).await;
        submit_form(&mut tx, &pia(), version.id, version.change.version)
            .await
            .unwrap();
        let (_, receipt) = summary::receipt(&mut tx, &pia(), "2017", &code("0101"), 1)
            .await
            .unwrap();
        assert!(receipt.is_intact() && receipt.by == "Pia");
        assert!(
            receipt
                .answers
                .starts_with(r#"{"round":"2017","municipality":"0101","version":1"#)
        );
        assert_eq!(summary::check(&mut tx).await.unwrap(), []);
        // A correction by the secretariat is on record and breaks nothing.
        let entry = entries::of_version(&mut tx, version.id).await.unwrap()[0].clone();
        let correction = EntryCorrection {
            version: entry.change.version,
            status: Status::Yellow,
            remark: entry.remark.clone(),
            reason: "Aftalt".to_owned(),
        };
        correct_entry(&mut tx, &ditte(), entry.id, correction)
            .await
            .unwrap();
        assert_eq!(summary::check(&mut tx).await.unwrap(), []);
        // An answer that was changed behind everybody's back is found.
        tx.execute(
            "UPDATE entries SET status = 'red' WHERE status = 'green'",
            [],
        )
        .await
        .unwrap();
        let findings = summary::check(&mut tx).await.unwrap();
        assert_eq!(findings[0].key, "followup-receipt-differs");
        assert_eq!(receipts::all(&mut tx).await.unwrap().len(), 1);
    });
}

#[test]
fn four_eyes_are_two_people() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        switch_four_eyes(&mut tx, &pia(), &code("0101"), true)
            .await
            .unwrap();
        answer_everything(&mut tx, &pia()).await;
        let version = newest(&mut tx).await;
        let (id, seen) = (version.id, version.change.version);
        let alone = submit_form(&mut tx, &pia(), id, seen).await;
        assert_eq!(key_of(alone), "filling-refusal-four-eyes");
        let sent = send_to_approval(&mut tx, &pia(), id, seen).await.unwrap();
        assert_eq!(sent.state, FormState::AwaitingApproval);
        let both = Actor {
            roles: vec![
                Held::at(Role::Coordinator, "0101"),
                Held::at(Role::Approver, "0101"),
            ],
            ..pia()
        };
        let own = approve_form(&mut tx, &both, id, sent.change.version).await;
        assert_eq!(key_of(own), "filling-refusal-own-approval");
        let saved = save_answer(
            &mut tx,
            &pia(),
            ("2017", &code("0101")),
            1,
            typed(&Answer::default(), &answer(Status::Red, "nej"), ""),
        )
        .await;
        assert_eq!(key_of(saved), "filling-refusal-awaits-approval");
        let back = send_back_form(&mut tx, &anne(), id, sent.change.version, " nr. 2 mangler ")
            .await
            .unwrap();
        assert_eq!(back.state, FormState::InProgress);
        let sent = send_to_approval(&mut tx, &pia(), id, back.change.version)
            .await
            .unwrap();
        let approved = approve_form(&mut tx, &anne(), id, sent.change.version)
            .await
            .unwrap();
        assert_eq!(approved.state, FormState::Submitted);
        assert!(approved.submitted_at.is_some());
        let events = view(&mut tx).await.form.events;
        let deeds: Vec<FormDeed> = events.iter().rev().map(|event| event.deed).collect();
        assert_eq!(
            deeds,
            [
                FormDeed::Begin,
                FormDeed::SendToApproval,
                FormDeed::SendBack,
                FormDeed::SendToApproval,
                FormDeed::Approve
            ]
        );
    });
}

#[test]
fn what_came_back_is_corrected_in_a_new_version_with_its_answers() {
    in_a_house(async |database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        let mut tx = database.write().await.unwrap();
        let version = form_records::get(&mut tx, imported.version_id)
            .await
            .unwrap();
        let seen = version.change.version;
        return_form(&mut tx, &ditte(), version.id, seen, "Nr. 3 mangler")
            .await
            .unwrap();
        let base = view(&mut tx).await.answer(3);
        save(
            &mut tx,
            &pia(),
            3,
            &base,
            &answer(Status::Green, "Overblikket er lavet."),
        )
        .await;
        let shown = view(&mut tx).await;
        assert_eq!(shown.form.version.as_ref().unwrap().number, 2);
        assert_eq!(shown.answer(1).remark, "Rekrutteringsservice er i gang.");
        let before = form_records::get(&mut tx, imported.version_id)
            .await
            .unwrap();
        assert_eq!(before.state, FormState::Returned);
        let own = (code("0101"), (1, 2));
        let differences = summary::compare_versions(&mut tx, &pia(), "2017", &own.0, own.1)
            .await
            .unwrap();
        assert_eq!(differences.len(), 1);
    });
}

#[test]
fn a_form_is_opened_again_when_the_secretariat_grants_it_and_counts_until_then() {
    in_a_house(async |database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        accept(&database, &imported).await;
        let mut tx = database.write().await.unwrap();
        let place = ("2017", &code("0101"));
        let empty = ask_for_reopening(&mut tx, &pia(), place, " ").await;
        assert_eq!(key_of(empty), "followup-refusal-empty");
        let id = ask_for_reopening(&mut tx, &pia(), place, "Tallet er forkert")
            .await
            .unwrap();
        let twice = ask_for_reopening(&mut tx, &pia(), place, "Igen").await;
        assert_eq!(key_of(twice), "filling-refusal-asked-already");
        answer_reopening(&mut tx, &ditte(), id, true, "")
            .await
            .unwrap();
        let shown = view(&mut tx).await;
        assert_eq!(shown.state(), FormState::InProgress);
        assert_eq!(shown.answer(1).status, Status::Green);
        let counting = shown
            .form
            .versions
            .iter()
            .find(|one| one.is_counting)
            .unwrap();
        assert_eq!(counting.number, 1);
        let again = answer_reopening(&mut tx, &ditte(), id, false, "nej").await;
        assert_eq!(key_of(again), "filling-refusal-answered-already");
    });
}

#[test]
fn last_rounds_answer_is_confirmed_to_be_the_same_and_loses_that_when_it_is_changed() {
    in_a_house(async |database| {
        let round = with_round(&database).await;
        let imported = import(&database, good_form()).await;
        accept(&database, &imported).await;
        let mut tx = database.write().await.unwrap();
        a_round(&mut tx, round.set, "2018", "2018-12-01").await;
        let own = code("0101");
        confirm_same_answer(&mut tx, &pia(), ("2018", &own), 1)
            .await
            .unwrap();
        let shown = summary::filling(&mut tx, &pia(), "2018", &own)
            .await
            .unwrap();
        assert_eq!(shown.answer(1).remark, "Rekrutteringsservice er i gang.");
        assert_eq!(shown.same[0].by, "Pia");
        let base = shown.answer(1);
        let wanted = typed(
            &base,
            &answer(Status::Yellow, "Nu går det langsommere."),
            "",
        );
        save_answer(&mut tx, &pia(), ("2018", &own), 1, wanted)
            .await
            .unwrap();
        let shown = summary::filling(&mut tx, &pia(), "2018", &own)
            .await
            .unwrap();
        assert_eq!(shown.same, []);
    });
}

#[test]
fn attachments_are_few_and_small_and_follow_the_answer_into_the_next_version() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let own = code("0101");
        let place = ("2017", &own);
        let file = |text: &str| NewAttachment {
            name: format!("{text}.pdf"),
            bytes: text.as_bytes().to_vec(),
        };
        attach_file(&mut tx, &pia(), place, 1, file("aftale"))
            .await
            .unwrap();
        let twice = attach_file(&mut tx, &pia(), place, 1, file("aftale")).await;
        assert_eq!(key_of(twice), "filling-refusal-attached-already");
        let large = NewAttachment {
            name: "stor.zip".to_owned(),
            bytes: vec![0; ATTACHMENT_SIZE + 1],
        };
        let large = attach_file(&mut tx, &pia(), place, 1, large).await;
        assert_eq!(key_of(large), "filling-refusal-large-attachment");
        for number in 1..ATTACHMENTS {
            attach_file(&mut tx, &pia(), place, 1, file(&format!("nr{number}")))
                .await
                .unwrap();
        }
        let more = attach_file(&mut tx, &pia(), place, 1, file("endnu en")).await;
        assert_eq!(key_of(more), "filling-refusal-too-many-attachments");
        let shown = view(&mut tx).await;
        let id = shown.attachments[0].id;
        assert_eq!(
            summary::attachment(&mut tx, &pia(), id)
                .await
                .unwrap()
                .bytes,
            b"aftale"
        );
        let stranger = Actor::with_roles("Nabo", [Held::at(Role::Coordinator, "0147")]);
        let other = summary::attachment(&mut tx, &stranger, id).await;
        assert!(matches!(other, Err(Stop::NotFound)));
        answer_everything(&mut tx, &pia()).await;
        let version = newest(&mut tx).await;
        let sent = submit_form(&mut tx, &pia(), version.id, version.change.version)
            .await
            .unwrap();
        return_form(
            &mut tx,
            &ditte(),
            sent.id,
            sent.change.version,
            "Et bilag for meget",
        )
        .await
        .unwrap();
        let base = view(&mut tx).await.answer(1);
        save(
            &mut tx,
            &pia(),
            1,
            &base,
            &answer(Status::Green, "Ny tekst."),
        )
        .await;
        let shown = view(&mut tx).await;
        assert_eq!(shown.form.version.unwrap().number, 2);
        assert_eq!(shown.attachments.len(), ATTACHMENTS);
        remove_attachment(&mut tx, &pia(), shown.attachments[0].id)
            .await
            .unwrap();
    });
}

#[test]
fn drafts_of_a_municipality_wait_for_nobody_at_the_secretariat() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let red = answer(Status::Red, "");
        save(&mut tx, &pia(), 2, &Answer::default(), &red).await;
        let queue = summary::review_queue(&mut tx, &ditte(), "2017")
            .await
            .unwrap();
        assert_eq!(queue, []);
        let entry = view(&mut tx).await.form.entries[1].entry.clone().unwrap();
        let confirmed = confirm_entry(&mut tx, &ditte(), entry.id, entry.change.version).await;
        assert_eq!(key_of(confirmed), "filling-refusal-municipality-works");
        let found = summary::search(&mut tx, &ditte(), "midler", 9)
            .await
            .unwrap();
        assert_eq!(found, []);
    });
}

#[test]
fn what_waits_for_me_is_ordered_by_deadline_and_says_whose_turn_it_is() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let waiting = summary::own_forms(&mut tx, &pia()).await.unwrap();
        assert_eq!(waiting.len(), 1);
        assert!(waiting[0].is_mine && waiting[0].done == (0, 3));
        let for_anne = summary::own_forms(&mut tx, &anne()).await.unwrap();
        assert!(!for_anne[0].is_mine);
        switch_four_eyes(&mut tx, &pia(), &code("0101"), true)
            .await
            .unwrap();
        answer_everything(&mut tx, &pia()).await;
        let version = newest(&mut tx).await;
        send_to_approval(&mut tx, &pia(), version.id, version.change.version)
            .await
            .unwrap();
        assert!(summary::own_forms(&mut tx, &anne()).await.unwrap()[0].is_mine);
        assert!(!summary::own_forms(&mut tx, &pia()).await.unwrap()[0].is_mine);
    });
}

/// Data from before this version keep their versions and everything that points at them.
#[test]
fn the_migration_keeps_forms_with_their_entries_and_events() {
    in_a_house(async |database: Database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        let mut tx = database.read().await.unwrap();
        let count: i64 = tx.one("SELECT count(*) FROM entries", []).await.unwrap();
        assert_eq!(count, 3);
        let version = form_records::get(&mut tx, imported.version_id)
            .await
            .unwrap();
        assert_eq!(version.state, FormState::Submitted);
    });
}
