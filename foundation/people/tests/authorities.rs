//! Memberships by day, work carried out by others, and the journal's chain.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use chrono::NaiveDate;
use database::Database;
use kernel::{Actor, Stop};
use people::authorities::{self, Kind};
use people::journal::{self, Entry};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn with_people(test: impl AsyncFn(Database)) {
    testkit::on_both(&[people::SCHEMA], |database| async {
        people::prepare(&database).await.unwrap();
        people::prepare(&database).await.unwrap();
        test(database).await;
    });
}

#[test]
fn a_body_has_the_members_of_the_day() {
    with_people(async |database| {
        let mut tx = database.read().await.unwrap();
        for (body, on, members) in [
            ("kkr-hovedstaden", "2018-01-15", 29),
            ("kkr-sjaelland", "2018-01-15", 17),
            ("region-syddanmark", "2026-12-31", 22),
            ("region-midtjylland", "2026-12-31", 19),
            ("region-nordjylland", "2026-12-31", 11),
            ("region-hovedstaden", "2026-12-31", 29),
            ("region-hovedstaden", "2027-01-01", 0),
            ("region-oestdanmark", "2026-12-31", 0),
            ("region-oestdanmark", "2027-01-01", 46),
            ("kkr-hovedstaden", "2027-01-01", 29),
        ] {
            let found = authorities::members_on(&mut tx, body, day(on))
                .await
                .unwrap();
            assert_eq!(found.len(), members, "{body} on {on}");
        }
    });
}

#[test]
fn two_regions_become_one_while_the_contact_councils_stay() {
    with_people(async |database| {
        let mut tx = database.read().await.unwrap();
        let successor = authorities::successor_of(&mut tx, "region-sjaelland")
            .await
            .unwrap();
        assert_eq!(successor.unwrap().key, "region-oestdanmark");
        let regions = authorities::existing_on(&mut tx, Kind::Region, day("2027-01-01")).await;
        assert_eq!(regions.unwrap().len(), 4);
        let councils = authorities::bodies_of(&mut tx, "0259", Kind::Kkr, day("2027-06-01")).await;
        assert_eq!(councils.unwrap()[0].key, "kkr-sjaelland");
    });
}

#[test]
fn the_work_of_one_may_be_carried_out_by_another() {
    with_people(async |database| {
        let mut tx = database.write().await.unwrap();
        let from = day("2018-01-01");
        authorities::carry_out(&mut tx, "0155", "0185", from, "aftale")
            .await
            .unwrap();
        let before = authorities::carried_out_by(&mut tx, "0155", day("2017-12-31")).await;
        let after = authorities::carried_out_by(&mut tx, "0155", from).await;
        assert_eq!(before.unwrap().unwrap().key, "0155");
        assert_eq!(after.unwrap().unwrap().key, "0185");
        let itself = authorities::carry_out(&mut tx, "0155", "0155", from, "").await;
        assert!(matches!(itself, Err(Stop::Refused(_))));
        let unknown = authorities::carry_out(&mut tx, "0155", "9999", from, "").await;
        assert!(matches!(unknown, Err(Stop::Refused(_))));
    });
}

async fn enter(database: &Database, deed: &'static str) {
    let mut tx = database.write().await.unwrap();
    let entry = Entry::new("people", deed, "0101").with("reason", "en \"god\" grund");
    journal::enter(&mut tx, &Actor::secretariat("Ditte"), entry)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn a_changed_or_missing_entry_shows() {
    with_people(async |database| {
        for deed in ["first", "second", "third"] {
            enter(&database, deed).await;
        }
        let mut tx = database.write().await.unwrap();
        assert_eq!(journal::verify(&mut tx).await.unwrap(), vec![]);
        let newest = journal::newest(&mut tx, 2).await.unwrap();
        assert_eq!((newest[0].number, newest[0].deed.as_str()), (3, "third"));
        tx.execute("UPDATE journal SET who = 'Mads' WHERE number = 2", [])
            .await
            .unwrap();
        let changed = journal::verify(&mut tx).await.unwrap();
        assert_eq!(changed[0].key, "people-journal-changed");
        tx.execute("DELETE FROM journal WHERE number = 2", [])
            .await
            .unwrap();
        let missing = journal::verify(&mut tx).await.unwrap();
        assert_eq!(missing[0].key, "people-journal-gap");
    });
}
