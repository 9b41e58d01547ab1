//! What the published files hold is what the dictionary explains.

use super::*;
use crate::documents::dictionary::{CSV_FIELDS, DataField, DataKind, JSON_FIELDS};
use crate::rules::aggregate_report::Logo;
use forms::{RemarkParagraph, Status};
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn the_columns_of_the_csv_file_are_those_of_the_dictionary() {
    let bytes = written(&sample::report(), ReportFormat::Csv, Language::Da);
    let text = String::from_utf8(bytes).unwrap();
    let mut lines = ::csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads: Vec<String> = lines.headers().unwrap().iter().map(str::to_owned).collect();
    let names: Vec<&str> = CSV_FIELDS.iter().map(|field| field.name).collect();
    assert_eq!(heads, names);
    for line in lines.records() {
        for (field, value) in CSV_FIELDS.iter().zip(&line.unwrap()) {
            assert!(fits(field, value), "{}: {value:?}", field.name);
        }
    }
}

fn fits(field: &DataField, value: &str) -> bool {
    if value.is_empty() {
        return field.optional;
    }
    match field.kind {
        DataKind::Text => true,
        DataKind::Number => value.parse::<u32>().is_ok(),
        DataKind::Day => value.parse::<chrono::NaiveDate>().is_ok(),
        DataKind::Moment => chrono::DateTime::parse_from_rfc3339(value).is_ok(),
        DataKind::Code => value.len() == 4 && value.parse::<u32>().is_ok(),
        DataKind::Sha256 => value.len() == 64,
        DataKind::Word(_) | DataKind::YesNo => field.kind.allowed().iter().any(|one| one == value),
        DataKind::Paragraphs => serde_json::from_str::<Vec<RemarkParagraph>>(value).is_ok(),
        DataKind::Pairs => serde_json::from_str::<Vec<(String, Value)>>(value).is_ok(),
    }
}

#[test]
fn the_fields_of_the_json_file_are_those_of_the_dictionary() {
    let mut found = BTreeSet::new();
    collect(&full_report(), String::new(), &mut found);
    let explains = |name: &str, path: &str| {
        path.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let unexplained: Vec<_> = found
        .iter()
        .filter(|path| !JSON_FIELDS.iter().any(|field| explains(field.name, path)))
        .collect();
    assert!(unexplained.is_empty(), "{unexplained:#?}");
    let invented: Vec<_> = JSON_FIELDS
        .iter()
        .filter(|field| !found.iter().any(|path| explains(field.name, path)))
        .map(|field| field.name)
        .collect();
    assert!(invented.is_empty(), "{invented:#?}");
}

/// A report in which everything that can be there is there.
fn full_report() -> Value {
    let mut report = sample::report();
    report.round.meanings = vec![(Status::Green, "i gang".to_owned())];
    report.round.logo = Some(Logo {
        media_type: "image/png".to_owned(),
        base64: String::new(),
        alternative_text: String::new(),
    });
    if let Some(source) = &mut report.matrix[0][0].source {
        source.sheet = Some("Ark1".to_owned());
        source.column = Some(2);
    }
    serde_json::from_slice(&written(&report, ReportFormat::Json, Language::Da)).unwrap()
}

/// The ways to every value that is neither a list nor an object. What is absent has no way.
fn collect(value: &Value, path: String, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let joint = if path.is_empty() { "" } else { "." };
                collect(value, format!("{path}{joint}{name}"), found);
            }
        }
        Value::Array(members) => {
            for member in members {
                collect(member, format!("{path}[]"), found);
            }
        }
        Value::Null if path != "release.note" => {}
        _ => {
            found.insert(path);
        }
    }
}

#[test]
fn everything_in_the_dictionary_is_explained_in_both_languages() {
    for language in Language::ALL {
        let texts = Texts::of(language);
        for field in CSV_FIELDS.iter().chain(&JSON_FIELDS) {
            for key in [field.meaning, field.kind.words()] {
                assert_ne!(texts.say(key), key);
            }
            assert!(field.kind.allowed().iter().all(|word| !word.is_empty()));
        }
    }
}
