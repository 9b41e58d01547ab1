//! The rules of PDF/UA-1 that can be checked on the bytes: what is tagged, what it is called,
//! what heads what. The typesetter itself refuses what it knows to be wrong.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod sample;

use pdf_oxide::PdfDocument;
use pdf_oxide::object::{Object, ObjectRef};
use sample::report;
use std::collections::HashMap;

type Dictionary = HashMap<String, Object>;

/// Every object of the file, also those inside object streams.
fn objects(pdf: &[u8]) -> Vec<Object> {
    let document = PdfDocument::from_bytes(pdf.to_vec()).unwrap();
    let ids = document.all_object_ids();
    ids.into_iter()
        .filter_map(|id| document.load_object(ObjectRef::new(id, 0)).ok())
        .collect()
}

fn dictionaries(objects: &[Object]) -> Vec<&Dictionary> {
    let objects = objects.iter();
    objects
        .filter_map(|object| match object {
            Object::Dictionary(dictionary) => Some(dictionary),
            _ => None,
        })
        .collect()
}

/// The structure elements of a type (ISO 32000-1, 14.7.2).
fn elements<'a>(all: &[&'a Dictionary], kind: &str) -> Vec<&'a Dictionary> {
    let is = |entry: &Dictionary, key: &str, wanted: &str| matches!(entry.get(key), Some(Object::Name(name)) if name == wanted);
    all.iter()
        .copied()
        .filter(|entry| is(entry, "S", kind) && entry.contains_key("P"))
        .collect()
}

fn catalog(pdf: &[u8]) -> Dictionary {
    match PdfDocument::from_bytes(pdf.to_vec())
        .unwrap()
        .catalog()
        .unwrap()
    {
        Object::Dictionary(dictionary) => dictionary,
        other => panic!("{other:?}"),
    }
}

fn text(object: Option<&Object>) -> String {
    match object {
        Some(Object::String(bytes)) if bytes.starts_with(&[0xfe, 0xff]) => {
            let units: Vec<u16> = bytes[2..]
                .chunks(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16(&units).unwrap()
        }
        Some(Object::String(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
        _ => String::new(),
    }
}

#[test]
fn the_file_says_that_it_is_tagged_and_in_which_language() {
    let catalog = catalog(&typeset::pdf(&report()).unwrap());
    assert!(text(catalog.get("Lang")).to_lowercase().starts_with("da"));
    assert!(catalog.contains_key("StructTreeRoot"));
    let marked = matches!(catalog.get("MarkInfo"), Some(Object::Dictionary(info)) if matches!(info.get("Marked"), Some(Object::Boolean(true))));
    assert!(marked, "{:?}", catalog.get("MarkInfo"));
    let shows_title = matches!(catalog.get("ViewerPreferences"), Some(Object::Dictionary(wishes)) if matches!(wishes.get("DisplayDocTitle"), Some(Object::Boolean(true))));
    assert!(shows_title, "{:?}", catalog.get("ViewerPreferences"));
}

#[test]
fn the_file_claims_pdf_ua_1_and_carries_title_and_notice() {
    let pdf = typeset::pdf(&report()).unwrap();
    let raw = String::from_utf8_lossy(&pdf);
    assert!(
        raw.contains("pdfuaid:part"),
        "the metadata stream is not readable as text"
    );
    assert!(raw.contains("Status på anbefalingerne"));
    assert!(raw.contains("Alle svar er opdigtede."));
}

#[test]
fn headings_lists_and_contents_are_tagged() {
    let pdf = typeset::pdf(&report()).unwrap();
    let objects = objects(&pdf);
    let all = dictionaries(&objects);
    assert!(elements(&all, "H1").len() >= 3);
    assert_eq!(elements(&all, "TOC").len(), 1);
    assert_eq!(elements(&all, "LI").len(), 2);
}

#[test]
fn a_table_has_a_caption_and_heads_its_columns_and_rows() {
    let pdf = typeset::pdf(&report()).unwrap();
    let objects = objects(&pdf);
    let all = dictionaries(&objects);
    let scopes: Vec<String> = elements(&all, "TH")
        .into_iter()
        .map(|cell| format!("{:?}", cell.get("A")))
        .collect();
    assert_eq!(scopes.len(), 4 + 80);
    assert!(
        scopes
            .iter()
            .all(|scope| scope.contains("Column") || scope.contains("Row"))
    );
    assert_eq!(elements(&all, "Table").len(), 1);
    assert_eq!(elements(&all, "Caption").len(), 1);
}

#[test]
fn a_drawing_says_in_words_what_it_shows() {
    let pdf = typeset::pdf(&report()).unwrap();
    let objects = objects(&pdf);
    let all = dictionaries(&objects);
    let figures = elements(&all, "Figure");
    assert_eq!(figures.len(), 1);
    assert_eq!(text(figures[0].get("Alt")), "18 grønne, 2 har ikke svaret");
}

#[test]
fn every_font_lies_in_the_file() {
    let pdf = typeset::pdf(&report()).unwrap();
    let objects = objects(&pdf);
    let all = dictionaries(&objects);
    let descriptors: Vec<_> = all
        .iter()
        .filter(|entry| entry.contains_key("FontName") && entry.contains_key("Flags"))
        .collect();
    assert!(descriptors.len() >= 3);
    assert!(
        descriptors
            .iter()
            .all(|entry| entry.keys().any(|key| key.starts_with("FontFile")))
    );
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert!(typeset::pdf(&report()).unwrap() == typeset::pdf(&report()).unwrap());
}

#[test]
fn what_people_write_is_never_markup_and_an_emoji_stops_nothing() {
    let mut report = report();
    report.blocks.push(documents::write::outline::Block::text(
        "#panic() *x* 🟢 \u{7} $1$",
    ));
    assert!(typeset::pdf(&report).is_ok());
}

#[test]
fn a_skipped_heading_level_is_refused_and_named() {
    let mut report = report();
    report
        .blocks
        .push(documents::write::outline::Block::heading(
            3, "For dybt", "for-dybt",
        ));
    let refusal = typeset::pdf(&report).unwrap_err().to_string();
    assert!(refusal.contains("heading"), "{refusal}");
}
