//! The files of the demonstration are read by the same readers as everybody's, and say what the
//! municipalities meant.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use demo::Material;
use demo::load::intake::received;
use demo::material::{FormFile, RoundText};
use forms::{FormReading, Level, Status};

/// Every form that comes as a file, with what was read.
fn files(material: &Material) -> Vec<(&RoundText, &FormFile, FormReading)> {
    let mut read = Vec::new();
    for round in &material.rounds {
        let set = material.set_of(&round.text).unwrap();
        for form in &round.forms {
            let got = received(form, &round.text, set).unwrap();
            if got.file.is_some() {
                read.push((&round.text, form, got.reading));
            }
        }
    }
    read
}

fn meant(form: &FormFile, numbers: usize) -> Vec<Status> {
    if !form.meant.is_empty() {
        return form.meant.clone();
    }
    let status = |number| {
        form.entry_of(number)
            .map(|entry| entry.status)
            .unwrap_or_default()
    };
    (1..=numbers as u32).map(status).collect()
}

#[test]
fn at_least_fourteen_forms_come_as_files() {
    assert!(files(&Material::read().unwrap()).len() >= 14);
}

#[test]
fn no_status_is_read_wrong_in_silence() {
    let material = Material::read().unwrap();
    let mut wrong = Vec::new();
    for (round, form, reading) in files(&material) {
        for (entry, meant) in reading
            .entries
            .iter()
            .zip(meant(form, reading.entries.len()))
        {
            let asked = reading.problems.iter().any(|problem| {
                problem.number == Some(entry.number) && problem.level >= Level::Warning
            });
            if entry.status != meant && !asked {
                wrong.push((
                    round.key.clone(),
                    form.municipality.to_string(),
                    entry.number,
                    entry.status,
                    meant,
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_names_its_municipality() {
    let material = Material::read().unwrap();
    for (round, form, reading) in files(&material) {
        let read = reading.municipality.map(|read| read.code);
        assert_eq!(read.as_ref(), Some(&form.municipality), "{}", round.key);
    }
}

#[test]
fn every_answer_read_from_a_file_says_where_it_stands() {
    let material = Material::read().unwrap();
    for (round, form, reading) in files(&material) {
        for entry in reading
            .entries
            .iter()
            .filter(|one| one.status != Status::NotReported)
        {
            let place = &entry.source;
            assert!(
                place.row.is_some(),
                "{} {} {}",
                round.key,
                form.municipality,
                entry.number
            );
        }
    }
}
