//! What is fuzzed: a file through its reader, and the document through the engine.

use crate::watch;
use bench::generator::shape::Layout;
use bench::generator::{shape, stock::Which};
use bench::judge::reading::template;
use document_model::{Block, Document, Table};
use forms::{FormReading, ReadOptions, Template};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// The engine's question: the blank form that all files are read against.
pub struct Question {
    template: Template,
    readers_only: bool,
}

impl Question {
    /// Reads the blank form; without one every file is still read, against nothing. The engine is
    /// left out where `PEJLING_FUZZ_READERS` is set, to spend all time on the readers.
    pub fn new() -> Self {
        let template = template(Which::Recruitment, shape::Format::Docx, Layout::OneTable);
        Self {
            template: template.unwrap_or_default(),
            readers_only: std::env::var_os("PEJLING_FUZZ_READERS").is_some(),
        }
    }

    /// Runs a file through everything; says of what kind the outcome is.
    pub fn run(&self, name: &str, bytes: &[u8]) -> u64 {
        match documents::read::read(name, bytes) {
            Ok(document) if self.readers_only => hashed(&kind_of_document(&document)),
            Ok(document) => {
                watch::begin_engine();
                self.understand(&document)
            }
            Err(error) => hashed(&error.message().key),
        }
    }

    /// Runs a document through the engine.
    pub fn understand(&self, document: &Document) -> u64 {
        let blank = forms::read_template(document);
        let options = ReadOptions {
            file_name: Some("2025-0101-koebenhavn.docx"),
            ..ReadOptions::default()
        };
        let reading = forms::read_form(document, &self.template, &options);
        hashed(&(
            kind_of_document(document),
            kind_of_reading(&reading),
            size(blank.map_or(0, |blank| blank.recommendations.len())),
        ))
    }
}

/// Numbers of one order of magnitude are one kind.
fn size(count: usize) -> u32 {
    (count + 1).ilog2()
}

fn kind_of_document(document: &Document) -> impl Hash {
    let tables: Vec<&Table> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        })
        .collect();
    let rows = || tables.iter().flat_map(|table| &table.rows);
    let cells = || rows().flat_map(|row| &row.cells);
    (
        document.format,
        document.remarks.clone(),
        size(document.blocks.len()),
        size(tables.len()),
        size(rows().count()),
        [
            size(cells().filter(|cell| cell.fill.is_some()).count()),
            size(cells().filter(|cell| cell.continues_above).count()),
            size(cells().map(|cell| cell.controls.len()).sum()),
            size(cells().map(|cell| cell.tables.len()).sum()),
        ],
    )
}

fn kind_of_reading(reading: &FormReading) -> impl Hash {
    let statuses: Vec<_> = reading.entries.iter().map(|entry| entry.status).collect();
    let mut problems: Vec<_> = reading
        .problems
        .iter()
        .map(|problem| problem.message.key.to_string())
        .collect();
    problems.sort();
    problems.dedup();
    let mut counted = statuses;
    counted.sort();
    counted.dedup();
    (counted, problems, size(reading.unmatched.len()))
}

fn hashed(kind: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    kind.hash(&mut hasher);
    hasher.finish()
}
