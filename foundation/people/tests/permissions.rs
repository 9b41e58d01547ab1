//! Who × what × where, reviewed like code: `UPDATE_PERMISSIONS=1` writes it anew.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use chrono::NaiveDate;
use kernel::{Actor, Held, Role};
use people::access::{Deed, Place, allows, may_give};
use people::authorities::{Authority, AuthorityId, Kind};
use std::fmt::Write;
use std::path::Path;

fn authority(key: &str, kind: Kind, councils: &[&str]) -> Place {
    Place {
        authority: Some(Authority {
            id: AuthorityId(1),
            key: key.to_owned(),
            kind,
            name: key.to_owned(),
            from: NaiveDate::MIN,
            to: None,
        }),
        councils: councils.iter().map(|key| (*key).to_owned()).collect(),
    }
}

fn places() -> [(&'static str, Place); 4] {
    let hovedstaden = ["kkr-hovedstaden"];
    [
        (
            "at the municipality 0101",
            authority("0101", Kind::Municipality, &hovedstaden),
        ),
        (
            "at its council, kkr-hovedstaden",
            authority("kkr-hovedstaden", Kind::Kkr, &[]),
        ),
        (
            "at the region",
            authority("region-hovedstaden", Kind::Region, &[]),
        ),
        ("for the whole installation", Place::installation()),
    ]
}

fn people() -> Vec<(&'static str, Actor)> {
    let one = |held: Held| Actor::with_roles("", [held]);
    vec![
        ("stranger", Actor::stranger()),
        ("coord@0101", one(Held::at(Role::Coordinator, "0101"))),
        ("appr@0101", one(Held::at(Role::Approver, "0101"))),
        ("clerk@0101", one(Held::at(Role::Clerk, "0101"))),
        ("reader@0101", one(Held::at(Role::Reader, "0101"))),
        ("admin@0101", one(Held::at(Role::Administrator, "0101"))),
        ("admin@0147", one(Held::at(Role::Administrator, "0147"))),
        (
            "admin@kkr-h",
            one(Held::at(Role::Administrator, "kkr-hovedstaden")),
        ),
        (
            "secr@kkr-h",
            one(Held::at(Role::Secretariat, "kkr-hovedstaden")),
        ),
        (
            "secr@kkr-s",
            one(Held::at(Role::Secretariat, "kkr-sjaelland")),
        ),
        ("secr", one(Held::everywhere(Role::Secretariat))),
        ("operator", one(Held::everywhere(Role::Operator))),
    ]
}

fn table() -> String {
    let people = people();
    let mut table = String::from("people: what one may do with the accounts of others\n");
    for (words, place) in places() {
        let mut heads = format!("\n{words:<34}");
        people.iter().for_each(|(name, _)| {
            let _ = write!(heads, "{name:<12}");
        });
        table.push_str(heads.trim_end());
        table.push('\n');
        for deed in Deed::ALL {
            let mut row = format!("{:<34}", format!("{deed:?}"));
            for (_, actor) in &people {
                let cell = if allows(actor, deed, &place) {
                    "yes"
                } else {
                    "-"
                };
                let _ = write!(row, "{cell:<12}");
            }
            table.push_str(row.trim_end());
            table.push('\n');
        }
    }
    table
}

#[test]
fn the_table_of_permissions_is_the_one_in_docs() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/permissions/people.txt");
    let table = table();
    if std::env::var_os("UPDATE_PERMISSIONS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &table).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        written, table,
        "run with UPDATE_PERMISSIONS=1 and look at the difference"
    );
}

#[test]
fn whoever_gives_a_role_could_not_gain_one_that_reaches_further() {
    for (words, place) in places() {
        for (name, actor) in people() {
            for role in may_give(&actor, &place) {
                let gained = Actor::with_roles("", [place.held(role)]);
                for (_, other) in places() {
                    let more = may_give(&gained, &other);
                    let own = may_give(&actor, &other);
                    assert!(
                        more.iter().all(|role| own.contains(role)),
                        "{name} {words}: {role:?} would give {more:?}"
                    );
                }
            }
        }
    }
}
