//! The material keeps what it promises: real codes, invented and varied answers, no personal data.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use demo::Material;
use demo::material::{FormFile, FormStage, source_file};
use forms::checks::{PersonalData, personal_data};
use forms::{Obligation, Status};
use std::collections::{BTreeSet, HashMap};

/// KKR Hovedstaden.
const MEMBERS: [&str; 29] = [
    "0101", "0147", "0151", "0153", "0155", "0157", "0159", "0161", "0163", "0165", "0167", "0169",
    "0173", "0175", "0183", "0185", "0187", "0190", "0201", "0210", "0217", "0219", "0223", "0230",
    "0240", "0250", "0260", "0270", "0400",
];

fn material() -> Material {
    Material::read().unwrap()
}

fn forms(material: &Material) -> impl Iterator<Item = (&str, &FormFile)> {
    let rounds = material.rounds.iter();
    rounds.flat_map(|round| {
        round
            .forms
            .iter()
            .map(|form| (round.text.key.as_str(), form))
    })
}

/// Every text that a reader of the demonstration can meet in a form.
fn remarks(material: &Material) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (round, form) in forms(material) {
        let place = format!("{round} {}", form.municipality);
        all.extend(
            form.entry
                .iter()
                .map(|entry| (place.clone(), entry.remark.clone())),
        );
        all.extend(
            form.own
                .iter()
                .map(|row| (place.clone(), row.remark.clone())),
        );
        if let Some(name) = &form.file {
            let text = String::from_utf8(source_file(name).unwrap().bytes).unwrap();
            all.push((place, text));
        }
    }
    all
}

#[test]
fn the_sets_have_thirteen_to_fourteen_recommendations_in_five_areas() {
    let counts: Vec<_> = material()
        .sets
        .iter()
        .map(|set| set.recommendation.len())
        .collect();
    assert_eq!(counts, [13, 13, 14]);
    for set in material().sets {
        assert_eq!(set.areas.len(), 5);
        let must = |one: &&demo::material::RecommendationText| one.obligation == Obligation::Must;
        assert_eq!(
            set.recommendation.iter().filter(must).count(),
            7,
            "{}",
            set.key
        );
        let numbers: Vec<u32> = set.recommendation.iter().map(|one| one.number).collect();
        assert_eq!(numbers, (1..=numbers.len() as u32).collect::<Vec<_>>());
    }
}

#[test]
fn every_recommendation_of_a_set_goes_on_or_is_retired() {
    let material = material();
    for set in &material.sets {
        let Some(before) = &set.continues else {
            continue;
        };
        let before = material.sets.iter().find(|one| one.key == *before).unwrap();
        let ancestors = set.recommendation.iter().flat_map(|one| &one.lineage);
        let mut gone: BTreeSet<u32> = ancestors.filter_map(|one| one.from).collect();
        gone.extend(set.retired.iter().map(|one| one.number));
        assert_eq!(
            gone,
            before.recommendation.iter().map(|one| one.number).collect()
        );
    }
}

#[test]
fn only_members_of_the_contact_council_answer_and_each_version_once() {
    let material = material();
    let mut seen = BTreeSet::new();
    for (round, form) in forms(&material) {
        let code = form.municipality.as_str().to_owned();
        assert!(MEMBERS.contains(&code.as_str()), "{code}");
        assert!(seen.insert((round.to_owned(), code, form.version)));
    }
}

#[test]
fn entries_answer_recommendations_of_the_rounds_set() {
    let material = material();
    for round in &material.rounds {
        let count = material.set_of(&round.text).unwrap().recommendation.len();
        for form in &round.forms {
            assert!(
                form.entry
                    .iter()
                    .all(|entry| (1..=count as u32).contains(&entry.number))
            );
            assert!(
                form.file.is_none() || form.meant.len() == count,
                "{}",
                form.municipality
            );
            assert!(form.file.is_some() || !form.entry.is_empty());
        }
    }
}

#[test]
fn no_two_municipalities_say_the_same_in_one_round() {
    let material = material();
    let mut first: HashMap<(String, String), String> = HashMap::new();
    for (round, form) in forms(&material) {
        for entry in form.entry.iter().filter(|entry| !entry.remark.is_empty()) {
            let code = form.municipality.to_string();
            let same = first.insert((round.to_owned(), entry.remark.clone()), code.clone());
            assert!(
                same.is_none_or(|other| other == code),
                "{round} {code}: {}",
                entry.remark
            );
        }
    }
}

#[test]
fn red_and_not_participating_always_say_why() {
    let material = material();
    for (round, form) in forms(&material) {
        let bare = form.entry.iter().filter(|entry| {
            matches!(entry.status, Status::Red | Status::NotParticipating)
                && entry.remark.trim().is_empty()
        });
        assert_eq!(bare.count(), 0, "{round} {}", form.municipality);
    }
}

#[test]
fn the_only_personal_data_is_a_number_of_somebody_who_is_not_born_yet() {
    let mut found = Vec::new();
    for (place, text) in remarks(&material()) {
        found.extend(
            personal_data(&text)
                .into_iter()
                .map(|data| (place.clone(), data)),
        );
        if place == "2026 0161" {
            assert!(text.contains("311236-4000"), "31 December 2036");
        }
    }
    assert_eq!(found, [("2026 0161".to_owned(), PersonalData::CprNumber)]);
}

#[test]
fn a_form_that_was_returned_says_why_and_only_open_rounds_hold_unfinished_forms() {
    let material = material();
    for round in &material.rounds {
        for form in &round.forms {
            assert_eq!(form.state == FormStage::Returned, form.reason.is_some());
            let settled = matches!(form.state, FormStage::Accepted | FormStage::Returned);
            assert_eq!(settled, form.handled.is_some());
            assert!(settled || round.text.release.is_empty());
        }
    }
}

#[test]
fn green_remarks_do_not_say_that_the_municipality_takes_no_part_except_in_one_place() {
    let material = material();
    let mut places = Vec::new();
    for (round, form) in forms(&material) {
        let odd = form.entry.iter().filter(|entry| {
            entry.status == Status::Green && entry.remark.contains("deltager ikke")
        });
        places.extend(odd.map(|entry| {
            (
                round.to_owned(),
                form.municipality.to_string(),
                entry.number,
            )
        }));
    }
    assert_eq!(places, [("2025".to_owned(), "0175".to_owned(), 9)]);
}
