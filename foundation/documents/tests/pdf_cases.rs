//! The real forms of 2017 as PDF, cell by cell beside the same forms in Word.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use document_model::{Block, Document, Row};
use documents::read::pdf;
use std::path::PathBuf;

fn case(name: &str) -> Option<Vec<u8>> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/cases");
    let folder =
        std::env::var_os("PEJLING_CASES").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    let bytes = std::fs::read(folder.join(name)).ok();
    if bytes.is_none() {
        eprintln!("skipped: {name} is not in {}", folder.display());
    }
    bytes
}

fn rows(document: &Document) -> Vec<&Row> {
    let blocks = document.blocks.iter();
    blocks
        .flat_map(|block| match block {
            Block::Table(table) => table.rows.as_slice(),
            _ => &[],
        })
        .collect()
}

fn column(rows: &[&Row], column: usize) -> String {
    let texts = rows
        .iter()
        .filter_map(|row| row.cells.get(column))
        .map(|cell| cell.text());
    texts.collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn copenhagens_form_keeps_every_answer_over_its_page_breaks() {
    let Some(bytes) = case("2017-0101-koebenhavn.pdf") else {
        return;
    };
    let document = pdf::read(&bytes).unwrap();
    let rows = rows(&document);
    let answers: Vec<String> = rows
        .iter()
        .map(|row| row.cells[1].text())
        .filter(|text| text == "Grøn" || text == "-")
        .collect();
    assert_eq!(answers.len(), 12);
    assert_eq!(answers.iter().position(|answer| answer == "-"), Some(2));
    // The Word file has 1574 words of remarks; three of them stand with a hyphen at a line's
    // end ("LO- Hovedstaden", "it- leverandører", "6- bysamarbejdet") and count as two.
    assert_eq!(words(&column(&rows, 2)).len(), 1577);
    assert!(
        document
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Table(_)))
            .count()
            == 1
    );
}

#[test]
fn blank_forms_have_their_recommendations_whole() {
    for (name, text) in [
        (
            "2017-blank.pdf",
            "så opkvalificeringen af unge ledige (under 30 år) styrkes markant.",
        ),
        (
            "2017-blank.pdf",
            "samarbejdet med uddannelsesinstitutionerne, så",
        ),
        ("2015-blank.pdf", "uddannelsesinstitutioner"),
    ] {
        let Some(bytes) = case(name) else { return };
        let document = pdf::read(&bytes).unwrap();
        assert!(column(&rows(&document), 0).contains(text), "{name}: {text}");
    }
}
