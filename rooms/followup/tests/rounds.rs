//! Sets, lineage, rounds, releases, search, and who may do what.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod support;

use followup::LINEAGE_2015_2016;
use followup::actions::*;
use followup::records::recommendations;
use followup::rules::lineage::Relation;
use followup::summary::{self, Which};
use forms::{Obligation, Status};
use kernel::{Actor, Outcome, Stop};
use support::*;

fn key_of<T: std::fmt::Debug>(outcome: Outcome<T>) -> String {
    match outcome {
        Err(Stop::Refused(refusals)) => refusals[0].message.key.to_string(),
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn the_same_blank_form_again_is_the_same_set_and_another_one_is_refused() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let set = a_programme(&mut tx).await;
        let period = ("2016-01-01", "2017-12-31");
        assert_eq!(a_set(&mut tx, period, &three_recommendations()).await, set);
        let other = template(&[(Obligation::Must, "Noget helt andet.")]);
        let new = NewSet {
            period: (day(period.0), day(period.1)),
            note: String::new(),
        };
        let refused = import_template(&mut tx, &ditte(), "kkr", new, &other).await;
        assert_eq!(key_of(refused), "followup-refusal-set-exists");
        let views = summary::recommendation_sets(&mut tx, "kkr").await.unwrap();
        assert_eq!(
            views[0].recommendations[1].short_title,
            "Særlige indsatser for akademikere på tværs af kommuner"
        );
        let again = recommendations::template(&mut tx, set).await.unwrap();
        assert_eq!(again, three_recommendations());
    });
}

#[test]
fn an_edit_of_a_recommendation_over_another_edit_is_refused() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let set = a_programme(&mut tx).await;
        let one = recommendations::of_set(&mut tx, set)
            .await
            .unwrap()
            .remove(0);
        let edit = |short: &str| RecommendationEdit {
            version: one.change.version,
            obligation: Obligation::Must,
            text: one.text.clone(),
            short_title: short.to_owned(),
        };
        let edited = edit_recommendation(&mut tx, &ditte(), one.id, edit("Rekruttering")).await;
        assert_eq!(edited.unwrap().change.version, 2);
        let stale = edit_recommendation(&mut tx, &ditte(), one.id, edit("Andet")).await;
        assert_eq!(key_of(stale), "followup-refusal-stale");
        let empty = RecommendationEdit {
            version: 2,
            ..edit(" ")
        };
        let empty = edit_recommendation(&mut tx, &ditte(), one.id, empty).await;
        assert_eq!(key_of(empty), "followup-refusal-empty");
    });
}

fn numbered(count: usize) -> forms::Template {
    let texts: Vec<String> = (1..=count)
        .map(|number| format!("Anbefaling {number}."))
        .collect();
    let texts: Vec<_> = texts
        .iter()
        .map(|text| (Obligation::May, text.as_str()))
        .collect();
    template(&texts)
}

#[test]
fn the_lineage_of_2015_and_2016_is_read_once_and_has_the_counts_of_the_documents() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let new = NewProgramme {
            key: "kkr".to_owned(),
            title: "KKR Hovedstaden".to_owned(),
            recipient: "kkr-hovedstaden".to_owned(),
            fictional: false,
            guiding_goals: Vec::new(),
        };
        create_programme(&mut tx, &ditte(), new).await.unwrap();
        a_set(&mut tx, ("2015-01-01", "2015-12-31"), &numbered(16)).await;
        a_set(&mut tx, ("2016-01-01", "2017-12-31"), &numbered(12)).await;
        let read = import_lineage(&mut tx, &ditte(), "kkr", LINEAGE_2015_2016)
            .await
            .unwrap();
        assert_eq!(read, 19);
        let again = import_lineage(&mut tx, &ditte(), "kkr", LINEAGE_2015_2016)
            .await
            .unwrap();
        assert_eq!(again, 0);
        let rows = summary::lineage(&mut tx, "kkr").await.unwrap();
        let count = |relation| rows.iter().filter(|row| row.relation == relation).count();
        let counts = Relation::ALL.map(count);
        // 5 same, 2 adjusted, 5 merged into two, 3 new, 4 retired.
        assert_eq!(counts, [5, 2, 5, 0, 3, 4]);
        let wrong = import_lineage(&mut tx, &ditte(), "kkr", "h\n2015/99;2016/1;same;\n").await;
        assert_eq!(key_of(wrong), "followup-refusal-lineage-unknown");
    });
}

#[test]
fn a_lineage_is_edited_and_removed_and_knows_its_direction() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let earlier = a_programme(&mut tx).await;
        let later = a_set(&mut tx, ("2018-01-01", "2019-12-31"), &numbered(3)).await;
        let before = recommendations::of_set(&mut tx, earlier).await.unwrap()[0].id;
        let after = recommendations::of_set(&mut tx, later).await.unwrap()[0].id;
        let new = |relation, predecessor, successor, version| NewLineage {
            predecessor,
            successor,
            relation,
            note: "aftalt".to_owned(),
            version,
        };
        let same = new(Relation::Same, Some(before), Some(after), None);
        let row = set_lineage(&mut tx, &ditte(), "kkr", same).await.unwrap();
        let split = new(
            Relation::Split,
            Some(before),
            Some(after),
            Some(row.change.version),
        );
        let edited = set_lineage(&mut tx, &ditte(), "kkr", split.clone())
            .await
            .unwrap();
        assert_eq!((edited.id, edited.relation), (row.id, Relation::Split));
        let stale = set_lineage(&mut tx, &ditte(), "kkr", split).await;
        assert_eq!(key_of(stale), "followup-refusal-stale");
        let backwards = new(Relation::Same, Some(after), Some(before), None);
        let backwards = set_lineage(&mut tx, &ditte(), "kkr", backwards).await;
        assert_eq!(key_of(backwards), "followup-refusal-lineage-order");
        let lonely = set_lineage(
            &mut tx,
            &ditte(),
            "kkr",
            new(Relation::Merged, Some(before), None, None),
        )
        .await;
        assert_eq!(key_of(lonely), "followup-refusal-lineage-sides");
        remove_lineage(&mut tx, &ditte(), row.id, edited.change.version)
            .await
            .unwrap();
        assert_eq!(summary::lineage(&mut tx, "kkr").await.unwrap(), vec![]);
        let suggested = suggest_lineage(&mut tx, &ditte(), earlier, later)
            .await
            .unwrap();
        assert_eq!(suggested.len(), 6);
    });
}

#[test]
fn a_round_asks_the_members_of_the_day_and_exceptions_with_a_reason() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let listed = summary::rounds(&mut tx, &ditte()).await.unwrap();
        assert_eq!((listed[0].participants, listed[0].received), (29, 0));
        let change = ParticipantChange {
            add: vec![code("0259")],
            remove: vec![code("0400")],
            note: "aftale med KKR Sjælland".to_owned(),
        };
        register_participants(&mut tx, &ditte(), "2017", change.clone())
            .await
            .unwrap();
        let forms = summary::forms(&mut tx, &ditte(), "2017").await.unwrap();
        assert_eq!(forms.len(), 29);
        let island = ParticipantChange {
            add: vec![code("0411")],
            ..change
        };
        let refused = register_participants(&mut tx, &ditte(), "2017", island).await;
        assert_eq!(key_of(refused), "followup-refusal-not-a-municipality");
    });
}

#[test]
fn a_round_needs_a_free_key_and_days_in_order() {
    in_a_house(async |database| {
        let round = with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let new = NewRound {
            set: round.set,
            key: "2017".to_owned(),
            settings: settings(),
            invited: Invited::Only(vec![code("0101")]),
        };
        let taken = open_round(&mut tx, &ditte(), new.clone()).await;
        assert_eq!(key_of(taken), "followup-refusal-key-taken");
        let mut backwards = new;
        backwards.settings.closes_on = Some(day("2018-01-01"));
        let backwards = open_round(&mut tx, &ditte(), backwards).await;
        assert_eq!(key_of(backwards), "followup-refusal-days-out-of-order");
    });
}

#[test]
fn a_release_is_frozen_and_a_correction_is_the_next_one_and_says_why() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let empty = release_round(&mut tx, &ditte(), "2017", None).await;
        assert_eq!(key_of(empty), "followup-refusal-nothing-accepted");
        drop(tx);
        let first = import(&database, good_form()).await;
        accept(&database, &first).await;
        let mut tx = database.write().await.unwrap();
        let release = release_round(&mut tx, &ditte(), "2017", None)
            .await
            .unwrap();
        let frozen = summary::snapshot(&mut tx, "2017", Some(1)).await.unwrap();
        assert!(frozen.is_intact() && frozen.release == release);
        tx.commit().await.unwrap();
        let second = import(&database, good_form_of("0147")).await;
        accept(&database, &second).await;
        let mut tx = database.write().await.unwrap();
        let same = summary::snapshot(&mut tx, "2017", Some(1)).await.unwrap();
        assert_eq!(same.bytes, frozen.bytes);
        let silent = release_round(&mut tx, &ditte(), "2017", None).await;
        assert_eq!(key_of(silent), "followup-refusal-empty");
        let why = Some("Frederiksberg er kommet med");
        assert_eq!(
            release_round(&mut tx, &ditte(), "2017", why)
                .await
                .unwrap()
                .number,
            2
        );
        let answered = |shown: &summary::ShownReport| {
            shown
                .report
                .participants
                .iter()
                .filter(|one| one.form.is_some())
                .count()
        };
        let stranger = Actor::stranger();
        let newest = summary::report(&mut tx, &stranger, "2017", Which::Newest)
            .await
            .unwrap();
        let earlier = summary::report(&mut tx, &stranger, "2017", Which::Release(1))
            .await
            .unwrap();
        assert_eq!((answered(&newest), answered(&earlier)), (2, 1));
        assert_eq!(newest.report.release.as_ref().unwrap().note.as_deref(), why);
    });
}

#[test]
fn a_tampered_release_file_and_journal_are_found_by_the_check() {
    in_a_house(async |database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        accept(&database, &imported).await;
        let mut tx = database.write().await.unwrap();
        release_round(&mut tx, &ditte(), "2017", None)
            .await
            .unwrap();
        assert_eq!(summary::check(&mut tx).await.unwrap(), vec![]);
        let frozen = summary::snapshot(&mut tx, "2017", None).await.unwrap();
        let mut bytes = frozen.bytes;
        bytes[10] ^= 1;
        tx.execute(
            "UPDATE releases SET snapshot = $1",
            database::params![bytes],
        )
        .await
        .unwrap();
        tx.execute(
            "UPDATE source_files SET bytes = $1",
            database::params![vec![1_u8]],
        )
        .await
        .unwrap();
        let found = summary::check(&mut tx).await.unwrap();
        let keys: Vec<_> = found.iter().map(|one| one.key.as_ref()).collect();
        assert_eq!(keys, ["followup-release-changed", "followup-file-changed"]);
        tx.execute("DELETE FROM journal WHERE number = 2", [])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let health = followup::check(&database).await.unwrap();
        assert_eq!((health.findings.len(), health.releases), (3, 1));
    });
}

#[test]
fn strangers_see_and_find_only_what_is_released() {
    in_a_house(async |database| {
        with_round(&database).await;
        let imported = import(&database, good_form()).await;
        let stranger = Actor::stranger();
        let mut tx = database.write().await.unwrap();
        let found = summary::search(&mut tx, &ditte(), "kontaktperson", 10)
            .await
            .unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(
            &found[0].found.remark_text[found[0].words[0].clone()],
            "Støttekontaktpersoner"
        );
        assert_eq!(
            summary::search(&mut tx, &stranger, "kontaktperson", 10)
                .await
                .unwrap(),
            vec![]
        );
        assert_eq!(summary::rounds(&mut tx, &stranger).await.unwrap(), vec![]);
        assert!(summary::newest_released(&mut tx).await.unwrap().is_none());
        for which in [Which::Newest, Which::Live] {
            let shown = summary::report(&mut tx, &stranger, "2017", which).await;
            assert!(matches!(shown, Err(Stop::NotFound)));
        }
        let form = summary::form(&mut tx, &stranger, "2017", &code("0101"), None).await;
        assert!(matches!(form, Err(Stop::NotFound)));
        let file = summary::source_file(&mut tx, &stranger, imported.version_id).await;
        assert!(matches!(file, Err(Stop::NotFound)));
        let import = import_form(&mut tx, &stranger, "2017", good_form_of("0147")).await;
        assert!(matches!(import, Err(Stop::NotFound)));
        tx.commit().await.unwrap();
        accept(&database, &imported).await;
        let mut tx = database.write().await.unwrap();
        release_round(&mut tx, &ditte(), "2017", None)
            .await
            .unwrap();
        assert_eq!(
            summary::search(&mut tx, &stranger, "kontaktperson", 10)
                .await
                .unwrap()
                .len(),
            1
        );
        assert_eq!(summary::rounds(&mut tx, &stranger).await.unwrap().len(), 1);
        assert!(summary::newest_released(&mut tx).await.unwrap().is_some());
        let live = summary::report(&mut tx, &stranger, "2017", Which::Live).await;
        assert!(matches!(live, Err(Stop::NotFound)));
    });
}

#[test]
fn the_round_before_is_compared_and_shown_beside() {
    in_a_house(async |database| {
        let round = with_round(&database).await;
        let imported = import(&database, good_form()).await;
        accept(&database, &imported).await;
        let mut tx = database.write().await.unwrap();
        a_round(&mut tx, round.set, "2018", "2018-12-01").await;
        let mut form = good_form();
        form.reading.entries[0].status = Status::Red;
        form.file.as_mut().unwrap().bytes = b"2018".to_vec();
        let imported = import_form(&mut tx, &ditte(), "2018", form).await.unwrap();
        let fell = imported.problems.iter().any(|one| one.number == Some(1));
        assert!(fell, "two steps down is said: {:?}", imported.problems);
        let view = summary::form(&mut tx, &ditte(), "2018", &code("0101"), None)
            .await
            .unwrap();
        assert_eq!(view.entries[0].previous[0].status, Status::Green);
        tx.commit().await.unwrap();
        accept(&database, &imported).await;
        let mut tx = database.read().await.unwrap();
        let live = summary::report(&mut tx, &ditte(), "2018", Which::Live)
            .await
            .unwrap()
            .report;
        let steps = live.changes.unwrap().steps;
        assert_eq!((steps[0].from, steps[0].to), (Status::Green, Status::Red));
    });
}

#[test]
fn a_registered_decision_reaches_the_report_until_it_is_taken_back() {
    in_a_house(async |database| {
        let round = with_round(&database).await;
        let mut tx = database.write().await.unwrap();
        let new = NewDecision {
            code: code("0210"),
            set: round.set,
            numbers: vec![1, 2],
            body: "Byrådet".to_owned(),
            decided_on: day("2017-12-18"),
            text: "Godkendt.".to_owned(),
        };
        let id = register_decision(&mut tx, &ditte(), new.clone())
            .await
            .unwrap();
        let live = summary::report(&mut tx, &ditte(), "2017", Which::Live)
            .await
            .unwrap()
            .report;
        assert_eq!(live.decisions[0].numbers, [1, 2]);
        let unknown = NewDecision {
            numbers: vec![99],
            ..new.clone()
        };
        let unknown = register_decision(&mut tx, &ditte(), unknown).await;
        assert_eq!(key_of(unknown), "followup-refusal-number-unknown");
        let tomorrow = NewDecision {
            decided_on: day("2018-01-16"),
            ..new
        };
        let tomorrow = register_decision(&mut tx, &ditte(), tomorrow).await;
        assert_eq!(key_of(tomorrow), "followup-refusal-decision-in-future");
        revoke_decision(&mut tx, &ditte(), id, "forkert kommune")
            .await
            .unwrap();
        let live = summary::report(&mut tx, &ditte(), "2017", Which::Live)
            .await
            .unwrap()
            .report;
        assert_eq!(live.decisions, vec![]);
        let twice = revoke_decision(&mut tx, &ditte(), id, "igen").await;
        assert!(matches!(twice, Err(Stop::NotFound)));
    });
}

#[test]
fn the_two_schemas_are_one() {
    let shapes = std::sync::Mutex::new(Vec::new());
    in_a_house(async |database| {
        let shape = database::shape(&database).await.unwrap();
        shapes.lock().unwrap().push(shape);
    });
    let mut shapes = shapes.into_inner().unwrap();
    let sqlite = shapes.remove(0);
    let Some(postgres) = shapes.pop() else { return };
    assert_eq!(sqlite.references, postgres.references);
    assert_eq!(sqlite.indexes, postgres.indexes);
    let names = |columns: &[database::Column]| -> Vec<(String, String, bool)> {
        let name = |one: &database::Column| (one.table.clone(), one.name.clone(), one.optional);
        columns.iter().map(name).collect()
    };
    assert_eq!(names(&sqlite.columns), names(&postgres.columns));
    for (ours, theirs) in sqlite.columns.iter().zip(&postgres.columns) {
        let fits = match theirs.kind.as_str() {
            "bigint" | "boolean" => ours.kind == "integer",
            "double precision" => ours.kind == "real",
            "bytea" => ours.kind == "blob",
            "text" | "date" | "timestamp with time zone" => ours.kind == "text",
            _ => false,
        };
        assert!(fits, "{ours:?} is not {theirs:?}");
    }
}

#[test]
fn the_98_forms_of_a_country_are_imported_in_less_than_a_second() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let set = a_programme(&mut tx).await;
        let everyone: Vec<_> = people::register()
            .municipalities()
            .iter()
            .map(|one| one.code.clone())
            .collect();
        let new = NewRound {
            set,
            key: "2017".to_owned(),
            settings: settings(),
            invited: Invited::Only(everyone.clone()),
        };
        open_round(&mut tx, &ditte(), new).await.unwrap();
        let began = std::time::Instant::now();
        for one in &everyone {
            let form = good_form_of(one.as_str());
            import_form(&mut tx, &ditte(), "2017", form).await.unwrap();
        }
        tx.commit().await.unwrap();
        let took = began.elapsed();
        println!("98 forms of 3 recommendations: {took:?}");
        assert!(took.as_secs() < 1, "{took:?}");
        let mut tx = database.read().await.unwrap();
        let began = std::time::Instant::now();
        let forms = summary::forms(&mut tx, &ditte(), "2017").await.unwrap();
        println!("their overview: {:?}", began.elapsed());
        assert_eq!(forms.len(), 98);
    });
}

#[test]
fn a_database_that_is_up_to_date_opens_at_once_and_is_empty_until_a_programme_is_set_up() {
    let folder = tempfile::tempdir().unwrap();
    let location = folder.path().display().to_string();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let schemas = followup::schemas();
        let first = database::Database::open(&location, &schemas).await.unwrap();
        people::prepare(&first).await.unwrap();
        let mut tx = first.write().await.unwrap();
        assert!(summary::is_empty(&mut tx).await.unwrap());
        a_programme(&mut tx).await;
        tx.commit().await.unwrap();
        first.close().await;
        let began = std::time::Instant::now();
        let again = database::Database::open(&location, &schemas).await.unwrap();
        people::prepare(&again).await.unwrap();
        println!("opening: {:?}", began.elapsed());
        let mut tx = again.read().await.unwrap();
        assert!(!summary::is_empty(&mut tx).await.unwrap());
        assert!(again.generation() > 0);
    });
}
