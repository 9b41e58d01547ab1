//! Forms in: versions, checks, the life of a form, corrections, what is refused.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use followup::actions::*;
use followup::records::{entries, forms as form_records, problems};
use followup::rules::aggregate_report::{Absence, WishKind};
use followup::rules::progress_form::FormState;
use followup::summary::{self, Which};
use forms::{Level, RemarkParagraph, Source, Status, UnmatchedRow};
use kernel::{Actor, Message, Outcome, Refusal, Stop};
use support::*;

fn refusals<T: std::fmt::Debug>(outcome: Outcome<T>) -> Vec<Refusal> {
    match outcome {
        Err(Stop::Refused(refusals)) => refusals,
        other => panic!("not refused: {other:?}"),
    }
}

fn key_of<T: std::fmt::Debug>(outcome: Outcome<T>) -> String {
    refusals(outcome)[0].message.key.to_string()
}

#[test]
fn a_received_form_becomes_a_submitted_version_with_entries_that_know_their_cell() {
    in_a_house(async |database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        assert_eq!(
            (imported.version_number, imported.state),
            (1, FormState::Submitted)
        );
        let mut tx = database.read().await.unwrap();
        let view = summary::form(&mut tx, &ditte(), "2017", &code("0101"), None)
            .await
            .unwrap();
        assert_eq!(view.entries.len(), 3);
        let first = view.entries[0].entry.as_ref().unwrap();
        assert_eq!((first.status, first.source.row), (Status::Green, Some(2)));
        assert_eq!(first.remark_text(), "Rekrutteringsservice er i gang.");
        assert_eq!(view.events.len(), 2);
        let file = summary::source_file(&mut tx, &ditte(), imported.version_id)
            .await
            .unwrap();
        assert_eq!(
            (file.bytes, file.format.as_str()),
            (b"et skema".to_vec(), "docx")
        );
    });
}

#[test]
fn a_form_with_an_error_is_refused_whole_or_kept_as_a_draft_for_review() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut form = good_form();
        form.reading.entries[1] = entry(2, Status::Red, "");
        let mut tx = database.write().await.unwrap();
        let refused = import_form(&mut tx, &ditte(), "2017", form.clone()).await;
        assert_eq!(key_of(refused), "problem-red-without-remark");
        for table in [
            "SELECT count(*) FROM form_versions",
            "SELECT count(*) FROM source_files",
        ] {
            let stored: i64 = tx.one(table, []).await.unwrap();
            assert_eq!(stored, 0, "{table}");
        }
        form.purpose = Purpose::Review;
        let kept = import_form(&mut tx, &ditte(), "2017", form).await.unwrap();
        assert_eq!(kept.state, FormState::InProgress);
        let submitted = submit_form(&mut tx, &ditte(), kept.version_id, 1).await;
        assert_eq!(key_of(submitted), "problem-red-without-remark");
    });
}

#[test]
fn a_corrected_draft_can_be_submitted_and_keeps_what_stood_there() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut form = good_form();
        form.reading.entries[1] = entry(2, Status::Red, "");
        form.purpose = Purpose::Review;
        let kept = import(&database, form).await;
        let mut tx = database.write().await.unwrap();
        let answers = entries::of_version(&mut tx, kept.version_id).await.unwrap();
        let correction = EntryCorrection {
            version: answers[1].change.version,
            status: Status::Red,
            remark: vec![RemarkParagraph::plain("Ingen ansøgere.")],
            reason: "Ringet til kommunen".to_owned(),
        };
        let corrected = correct_entry(&mut tx, &ditte(), answers[1].id, correction)
            .await
            .unwrap();
        assert!(corrected.is_confirmed);
        let corrections = entries::corrections(&mut tx, kept.version_id)
            .await
            .unwrap();
        assert_eq!(corrections[0].reason, "Ringet til kommunen");
        let submitted = submit_form(&mut tx, &ditte(), kept.version_id, 1)
            .await
            .unwrap();
        assert_eq!(submitted.state, FormState::Submitted);
        let hits = summary::search(&mut tx, &ditte(), "ansøger", 10)
            .await
            .unwrap();
        assert_eq!(hits.len(), 1);
    });
}

#[test]
fn an_accepted_form_counts_until_its_next_version_is_accepted() {
    in_a_house(async |database| {
        with_round(&database).await;
        let first = import(&database, good_form()).await;
        assert!(accept(&database, &first).await.is_counting);
        let mut again = good_form();
        again.file.as_mut().unwrap().bytes = b"et nyt skema".to_vec();
        again.reading.entries[0].status = Status::Yellow;
        let second = import(&database, again).await;
        assert_eq!(second.version_number, 2);
        let counted = |report: summary::ShownReport| {
            let place = report
                .report
                .participants
                .iter()
                .position(|one| one.name == "København");
            let place = place.unwrap();
            let form = report.report.participants[place].form.clone();
            (
                form.map(|form| form.version),
                report.report.matrix[place][0].status,
            )
        };
        let mut tx = database.read().await.unwrap();
        let live = summary::report(&mut tx, &ditte(), "2017", Which::Live)
            .await
            .unwrap();
        assert_eq!(counted(live), (Some(1), Status::Green));
        drop(tx);
        accept(&database, &second).await;
        let mut tx = database.read().await.unwrap();
        let live = summary::report(&mut tx, &ditte(), "2017", Which::Live)
            .await
            .unwrap();
        assert_eq!(counted(live), (Some(2), Status::Yellow));
        let differences =
            summary::compare_versions(&mut tx, &ditte(), "2017", &code("0101"), (1, 2)).await;
        let differences = differences.unwrap();
        assert_eq!(differences.len(), 1);
        assert_eq!(differences[0].status, (Status::Green, Status::Yellow));
    });
}

#[test]
fn a_form_is_returned_with_a_reason_answered_anew_withdrawn_and_reopened() {
    in_a_house(async |database| {
        with_round(&database).await;
        let first = import(&database, good_form()).await;
        let mut tx = database.write().await.unwrap();
        let id = first.version_id;
        let seen = form_records::get(&mut tx, id).await.unwrap().change.version;
        let silent = return_form(&mut tx, &ditte(), id, seen, " ").await;
        assert_eq!(key_of(silent), "followup-refusal-reason-missing");
        let returned = return_form(&mut tx, &ditte(), id, seen, "Nr. 3 mangler")
            .await
            .unwrap();
        assert_eq!(returned.state, FormState::Returned);
        let again = import_form(&mut tx, &ditte(), "2017", good_form())
            .await
            .unwrap();
        assert_eq!(again.version_number, 2);
        let old = reopen_form(&mut tx, &ditte(), id, returned.change.version, "fortrudt").await;
        assert_eq!(key_of(old), "followup-refusal-newer-version");
        let seen = form_records::get(&mut tx, again.version_id)
            .await
            .unwrap()
            .change
            .version;
        withdraw_version(&mut tx, &ditte(), again.version_id, seen, "forkert fil")
            .await
            .unwrap();
        let seen = returned.change.version;
        let reopened = reopen_form(&mut tx, &ditte(), id, seen, "fortrudt")
            .await
            .unwrap();
        assert_eq!(reopened.state, FormState::Submitted);
        tx.commit().await.unwrap();
        let accepted = accept(&database, &first).await;
        let mut tx = database.write().await.unwrap();
        let reopened = reopen_form(&mut tx, &ditte(), id, accepted.change.version, "en fejl")
            .await
            .unwrap();
        assert!(!reopened.is_counting);
        let live = summary::report(&mut tx, &ditte(), "2017", Which::Live)
            .await
            .unwrap()
            .report;
        let place = live
            .participants
            .iter()
            .position(|one| one.name == "København")
            .unwrap();
        assert_eq!(
            live.participants[place].absence,
            Some(Absence::AwaitsAcceptance)
        );
    });
}

#[test]
fn a_warning_must_be_explained_before_a_form_is_accepted() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut form = good_form();
        form.reading.entries[0] = entry(1, Status::NotParticipating, "Vi har vores eget.");
        let imported = import(&database, form).await;
        let mut tx = database.write().await.unwrap();
        let id = imported.version_id;
        let seen = form_records::get(&mut tx, id).await.unwrap().change.version;
        let refused = refusals(accept_form(&mut tx, &ditte(), id, seen).await);
        assert!(
            refused
                .iter()
                .any(|one| one.field.as_deref() == Some("entry-1")),
            "{refused:?}"
        );
        tx.commit().await.unwrap();
        accept(&database, &imported).await;
        let mut tx = database.read().await.unwrap();
        let live = summary::report(&mut tx, &ditte(), "2017", Which::Live)
            .await
            .unwrap()
            .report;
        let place = live
            .participants
            .iter()
            .position(|one| one.name == "København")
            .unwrap();
        assert_eq!(live.matrix[place][0].explanation.as_deref(), Some("Aftalt"));
    });
}

#[test]
fn what_was_read_with_doubt_comes_first_and_waits_until_somebody_has_looked() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut form = good_form();
        form.reading.entries[1].confidence = 0.4;
        form.reading.problems.push(forms::Problem {
            level: Level::Warning,
            message: Message::new("problem-match-low"),
            number: Some(2),
            source: Source::default(),
        });
        let imported = import(&database, form).await;
        import(&database, good_form_of("0147")).await;
        let mut tx = database.write().await.unwrap();
        let queue = summary::review_queue(&mut tx, &ditte(), "2017")
            .await
            .unwrap();
        let doubtful = queue[0].entry.clone().unwrap();
        assert_eq!((queue[0].code.as_str(), doubtful.number), ("0101", 2));
        confirm_entry(&mut tx, &ditte(), doubtful.id, doubtful.change.version)
            .await
            .unwrap();
        let queue = summary::review_queue(&mut tx, &ditte(), "2017")
            .await
            .unwrap();
        let still = queue.iter().any(|item| {
            item.code.as_str() == "0101" && item.entry.as_ref().is_some_and(|one| one.number == 2)
        });
        assert!(!still);
        let stored = problems::of_version(&mut tx, imported.version_id)
            .await
            .unwrap();
        assert!(
            stored
                .iter()
                .any(|one| one.problem.message.key == "problem-match-low")
        );
    });
}

#[test]
fn a_row_of_the_municipalitys_own_is_a_proposal_until_somebody_places_or_dismisses_it() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut form = good_form();
        let row = |text: &str| UnmatchedRow {
            text: text.to_owned(),
            status: Status::Green,
            remark: vec![RemarkParagraph::plain("Egen indsats.")],
            source: Source::default(),
        };
        form.reading.unmatched = vec![
            row("Fælles fritidsjob"),
            row("Virksomhedscentre"),
            row("Side 2"),
        ];
        let imported = import(&database, form).await;
        let mut tx = database.write().await.unwrap();
        let view = summary::form(&mut tx, &ditte(), "2017", &code("0101"), None)
            .await
            .unwrap();
        let placed = place_row(&mut tx, &ditte(), view.proposals[1].id, 3)
            .await
            .unwrap();
        assert_eq!((placed.number, placed.status), (3, Status::Green));
        dismiss_row(&mut tx, &ditte(), view.proposals[2].id)
            .await
            .unwrap();
        let twice = dismiss_row(&mut tx, &ditte(), view.proposals[2].id).await;
        assert_eq!(key_of(twice), "followup-refusal-row-settled");
        tx.commit().await.unwrap();
        accept(&database, &imported).await;
        let mut tx = database.read().await.unwrap();
        let live = summary::report(&mut tx, &ditte(), "2017", Which::Live)
            .await
            .unwrap()
            .report;
        assert_eq!(live.proposals.len(), 1);
        assert_eq!(live.proposals[0].text, "Fælles fritidsjob");
    });
}

#[test]
fn the_same_file_twice_an_unknown_municipality_and_one_that_is_not_asked_are_refused() {
    in_a_house(async |database| {
        with_round(&database).await;
        import(&database, good_form()).await;
        let mut tx = database.write().await.unwrap();
        let same = import_form(&mut tx, &ditte(), "2017", good_form()).await;
        assert_eq!(key_of(same), "followup-refusal-same-file");
        let mut nobody = good_form();
        nobody.reading.municipality = None;
        let nobody = import_form(&mut tx, &ditte(), "2017", nobody).await;
        assert_eq!(key_of(nobody), "followup-refusal-municipality-unknown");
        let stranger = import_form(&mut tx, &ditte(), "2017", good_form_of("0751")).await;
        assert_eq!(key_of(stranger), "followup-refusal-not-asked");
        let nowhere = import_form(&mut tx, &ditte(), "1999", good_form()).await;
        assert!(matches!(nowhere, Err(Stop::NotFound)));
    });
}

#[test]
fn after_the_due_day_a_form_is_late_and_after_the_closing_day_refused() {
    in_a_house(async |database| {
        let round = with_round(&database).await;
        let later = database.fixed_at("2018-02-10T10:00:00Z".parse().unwrap());
        import(&later, good_form()).await;
        let mut tx = later.write().await.unwrap();
        let view = summary::form(&mut tx, &ditte(), "2017", &code("0101"), None)
            .await
            .unwrap();
        assert!(view.version.unwrap().is_late);
        let mut settings = round.settings.clone();
        settings.closes_on = Some(day("2018-02-05"));
        edit_round(&mut tx, &ditte(), "2017", 1, settings)
            .await
            .unwrap();
        let closed = import_form(&mut tx, &ditte(), "2017", good_form_of("0147")).await;
        assert_eq!(key_of(closed), "followup-refusal-round-closed");
    });
}

#[test]
fn an_edit_of_what_somebody_else_has_changed_says_who_and_what() {
    in_a_house(async |database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        let mut tx = database.write().await.unwrap();
        let answers = entries::of_version(&mut tx, imported.version_id)
            .await
            .unwrap();
        let correction = |status| EntryCorrection {
            version: answers[0].change.version,
            status,
            remark: vec![RemarkParagraph::plain("Rettet.")],
            reason: String::new(),
        };
        let mads = Actor::secretariat("Mads");
        correct_entry(&mut tx, &mads, answers[0].id, correction(Status::Red))
            .await
            .unwrap();
        let stale =
            correct_entry(&mut tx, &ditte(), answers[0].id, correction(Status::Yellow)).await;
        let refusal = refusals(stale).remove(0);
        assert_eq!(refusal.message.key, "followup-refusal-stale");
        assert!(
            refusal
                .message
                .args
                .contains(&("who".into(), "Mads".into()))
        );
        assert!(refusal.message.args.contains(&("now".into(), "red".into())));
    });
}

#[test]
fn eight_people_who_correct_the_same_entry_lose_no_correction() {
    in_a_house(async |database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        let mut tx = database.read().await.unwrap();
        let id = entries::of_version(&mut tx, imported.version_id)
            .await
            .unwrap()[0]
            .id;
        drop(tx);
        let people: Vec<_> = (0..8)
            .map(|_| {
                let database = database.clone();
                tokio::spawn(async move {
                    for _ in 0..25 {
                        let mut tx = database.write().await.unwrap();
                        let now = entries::get(&mut tx, id).await.unwrap();
                        let correction = EntryCorrection {
                            version: now.change.version,
                            status: Status::Yellow,
                            remark: now.remark,
                            reason: String::new(),
                        };
                        correct_entry(&mut tx, &ditte(), id, correction)
                            .await
                            .unwrap();
                        tx.commit().await.unwrap();
                    }
                })
            })
            .collect();
        for person in people {
            person.await.unwrap();
        }
        let mut tx = database.read().await.unwrap();
        let corrections = entries::corrections(&mut tx, imported.version_id)
            .await
            .unwrap();
        assert_eq!(corrections.len(), 200);
        assert_eq!(entries::get(&mut tx, id).await.unwrap().change.version, 201);
        assert_eq!(people::journal::verify(&mut tx).await.unwrap(), vec![]);
    });
}

#[test]
fn partner_wishes_reach_the_report() {
    in_a_house(async |database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        let mut tx = database.write().await.unwrap();
        let first = entries::of_version(&mut tx, imported.version_id)
            .await
            .unwrap()
            .remove(0);
        let wishes = vec![
            (WishKind::Offers, "20 pladser".to_owned()),
            (WishKind::Seeks, " ".to_owned()),
        ];
        set_partner_wishes(&mut tx, &ditte(), first.id, first.change.version, wishes)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        accept(&database, &imported).await;
        let mut tx = database.read().await.unwrap();
        let live = summary::report(&mut tx, &ditte(), "2017", Which::Live)
            .await
            .unwrap()
            .report;
        assert_eq!(live.partner_wishes.len(), 1);
        assert_eq!(live.partner_wishes[0].text, "20 pladser");
    });
}
