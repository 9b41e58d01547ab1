//! Files in: read in a child process with limits, then understood by the forms engine. The one
//! way in for pages, the command line and the demonstration.

use document_model::Document;
use documents::read::ReadError;
use documents::reader_process::{Outcome, ReaderPool, Source};
use forms::{FormReading, MunicipalityName, ReadOptions, StatusWords, Template};
use std::sync::{LazyLock, Mutex, PoisonError};

/// A file as it was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The path or name under which it came.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A form that was read, or why it could not be.
#[derive(Debug)]
pub struct Intake {
    /// The file.
    pub file: Received,
    /// What is in it.
    pub outcome: Result<FormReading, ReadError>,
}

impl Received {
    /// The name without folders: the engine looks for a municipality in it.
    pub fn file_name(&self) -> &str {
        self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name)
    }
}

/// Every municipality under all its spellings, as the engine wants them.
pub fn municipality_names() -> &'static [MunicipalityName] {
    static NAMES: LazyLock<Vec<MunicipalityName>> = LazyLock::new(|| {
        let register = people::register();
        let spelt = |code| {
            register
                .spellings()
                .filter(|(other, _)| *other == code)
                .map(|(_, spelling)| spelling.to_owned())
                .collect()
        };
        register
            .municipalities()
            .iter()
            .map(|municipality| MunicipalityName {
                code: municipality.code.clone(),
                name: municipality.name.clone(),
                aliases: spelt(&municipality.code),
            })
            .collect()
    });
    &NAMES
}

/// Reads forms against a template, in order; `progress` hears how many are done.
pub fn read_forms(
    readers: &Mutex<ReaderPool>,
    files: Vec<Received>,
    template: &Template,
    words: &StatusWords,
    progress: &(dyn Fn(usize) + Sync),
) -> Vec<Intake> {
    let sources: Vec<Source<'_>> = files.iter().map(source).collect();
    // One folder at a time: the processes of the pool are shared by everybody who uploads.
    let mut pool = readers.lock().unwrap_or_else(PoisonError::into_inner);
    let outcomes = pool.read_all(&sources, progress);
    drop((pool, sources));
    files
        .into_iter()
        .zip(outcomes)
        .map(|(file, outcome)| understand(file, read(outcome), template, words))
        .collect()
}

fn source(file: &Received) -> Source<'_> {
    Source {
        name: file.file_name().to_owned(),
        load: Box::new(|| Ok(file.bytes.clone())),
    }
}

fn read(outcome: Outcome) -> Result<Document, ReadError> {
    match outcome {
        Outcome::Read(document) => document,
        Outcome::NotLoaded(error) => Err(ReadError::ReaderCrashed {
            detail: error.to_string(),
        }),
    }
}

fn understand(
    file: Received,
    document: Result<Document, ReadError>,
    template: &Template,
    words: &StatusWords,
) -> Intake {
    let options = ReadOptions {
        words: words.clone(),
        municipalities: municipality_names(),
        file_name: Some(file.file_name()),
        ..ReadOptions::default()
    };
    let outcome = document.map(|document| forms::read_form(&document, template, &options));
    Intake { file, outcome }
}
