//! Data from before filling in online are kept by the migration, on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use database::{Database, Schema};

/// The schemas as they were before `0004_online_form`.
fn before() -> Vec<Schema> {
    let mut schemas = followup::schemas();
    let own = schemas.last_mut().unwrap();
    let place = own
        .migrations
        .iter()
        .position(|one| one.name == "0004_online_form");
    own.migrations = &own.migrations[..place.unwrap()];
    schemas
}

async fn run(database: &Database, statements: &str) {
    let mut tx = database.write().await.unwrap();
    for statement in statements.split(";\n") {
        let code: Vec<&str> = statement
            .lines()
            .filter(|line| !line.trim_start().starts_with("--"))
            .collect();
        let code = code.join("\n").trim().trim_end_matches(';').to_owned();
        if !code.is_empty() {
            tx.execute(Box::leak(code.into_boxed_str()), [])
                .await
                .unwrap();
        }
    }
    tx.commit().await.unwrap();
}

async fn is_sqlite(database: &Database) -> bool {
    let mut tx = database.read().await.unwrap();
    let asked: Result<Option<String>, _> = tx.optional("SELECT sqlite_version()", []).await;
    asked.is_ok()
}

/// A programme, a round, a participant, a submitted version with an answer and an event.
const STORY: &str = "
INSERT INTO programmes (id, key, title, recipient_key, recipient, fictional)
VALUES (1, 'kkr', 'Samarbejde', 'kkr-hovedstaden', 'KKR Hovedstaden', :no);
INSERT INTO recommendation_sets (id, programme_id, title, valid_from, valid_to, note, template_sha256)
VALUES (1, 1, 'Skema', '2016-01-01', '2017-12-31', '', '');
INSERT INTO focus_areas (id, set_id, position, title) VALUES (1, 1, 0, 'Virksomheder');
INSERT INTO recommendations (id, set_id, focus_area_id, number, obligation, text, short_title, changed_by, changed_at)
VALUES (1, 1, 1, 1, 'must', 'Alle', 'Alle', 'Ditte', '2018-01-01T10:00:00Z');
INSERT INTO rounds (id, programme_id, set_id, key, title, introduction, reference_date, meanings, status_words, sections, changed_by, changed_at)
VALUES (1, 1, 1, '2017', 'Status', '[]', '2017-12-01', '[]', '{}', '[]', 'Ditte', '2018-01-01T10:00:00Z');
INSERT INTO participants (id, round_id, code, name, is_exception, note) VALUES (1, 1, '0101', 'København', :no, '');
INSERT INTO form_versions (id, participant_id, number, state, is_counting, begun_at, is_late, changed_by, changed_at)
VALUES (7, 1, 1, 'submitted', :no, '2018-01-02T10:00:00Z', :no, 'Pia', '2018-01-02T10:00:00Z');
INSERT INTO entries (id, version_id, recommendation_id, status, remark, remark_text, confidence, evidence, read_text, source, is_confirmed, changed_by, changed_at)
VALUES (9, 7, 1, 'green', '[]', 'I gang', 1.0, '[]', '', '{}', :no, 'Pia', '2018-01-02T10:00:00Z');
INSERT INTO form_events (id, version_id, deed, from_state, to_state, reason, done_by, done_at)
VALUES (11, 7, 'submit', 'in_progress', 'submitted', '', 'Pia', '2018-01-02T10:00:00Z');
";

#[test]
fn forms_with_their_answers_and_events_are_kept_and_can_wait_for_approval() {
    testkit::on_both(&before(), |database| async move {
        let sqlite = is_sqlite(&database).await;
        let no = if sqlite { "0" } else { "false" };
        run(&database, &STORY.replace(":no", no)).await;
        let own = followup::SCHEMA.migrations.iter();
        let mut own = own.filter(|one| one.name == "0004_online_form");
        let migration = own.next().unwrap();
        run(
            &database,
            if sqlite {
                migration.sqlite
            } else {
                migration.postgres
            },
        )
        .await;
        let mut tx = database.write().await.unwrap();
        let held: String = tx
            .one(
                "SELECT held_by FROM form_versions WHERE id = 7 AND state = 'submitted'",
                [],
            )
            .await
            .unwrap();
        assert_eq!(held, "secretariat");
        let kept: i64 = tx
            .one(
                "SELECT count(*) FROM form_versions v JOIN entries e ON e.version_id = v.id
                 JOIN form_events h ON h.version_id = v.id WHERE e.saved_from = ''",
                [],
            )
            .await
            .unwrap();
        assert_eq!(kept, 1);
        tx.execute(
            "UPDATE form_versions SET state = 'awaiting_approval' WHERE id = 7",
            [],
        )
        .await
        .unwrap();
        drop(tx);
        let mut tx = database.write().await.unwrap();
        let orphan = tx
            .execute("DELETE FROM form_versions WHERE id = 7", [])
            .await;
        assert!(orphan.is_err(), "answers still point at their version");
    });
}
