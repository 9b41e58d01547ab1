//! Files in: read in a child process with limits, then understood by the forms engine. The one
//! way in for pages, the command line and the demonstration.

use document_model::Document;
use documents::read::ReadError;
use documents::reader_process::{Limits, Outcome, ReaderPool, Source};
use forms::{FormReading, MunicipalityName, ReadOptions, StatusWords, Template};
use std::process::Command;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

/// How readers of foreign files are started. Each call of [`Readers::read_all`] gets processes of
/// its own, so that one sender's file never meets another's.
#[derive(Clone)]
pub struct Readers {
    command: Arc<dyn Fn() -> Command + Send + Sync>,
    turns: Arc<[Mutex<()>; SENDERS]>,
}

/// Files of at most so many senders are read at the same time: the others wait for their turn, so
/// that many uploads at once cost no more memory than a few.
const SENDERS: usize = 2;

/// At most so many files are read side by side.
const SIDE_BY_SIDE: usize = 2;

impl Readers {
    /// Readers that are started by a command which calls `documents::reader_process::serve`.
    pub fn new(command: impl Fn() -> Command + Send + Sync + 'static) -> Self {
        Self {
            command: Arc::new(command),
            turns: Arc::default(),
        }
    }

    fn turn(&self) -> MutexGuard<'_, ()> {
        let free = self.turns.iter().find_map(|turn| turn.try_lock().ok());
        free.unwrap_or_else(|| self.turns[0].lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads one file.
    pub fn read(&self, file: &Received) -> Result<Document, ReadError> {
        let mut outcomes = self.read_all(std::slice::from_ref(file), &|_| {});
        outcomes.pop().unwrap_or_else(|| Err(crashed("no answer")))
    }

    /// Reads files in order; `progress` hears how many are done.
    pub fn read_all(
        &self,
        files: &[Received],
        progress: &(dyn Fn(usize) + Sync),
    ) -> Vec<Result<Document, ReadError>> {
        let _turn = self.turn();
        let processes = files.len().min(SIDE_BY_SIDE);
        match ReaderPool::start(processes, Limits::default(), || (self.command)()) {
            Ok(mut pool) => {
                let sources: Vec<Source<'_>> = files.iter().map(source).collect();
                pool.read_all(&sources, progress)
                    .into_iter()
                    .map(read)
                    .collect()
            }
            Err(error) => files
                .iter()
                .map(|_| Err(crashed(&error.to_string())))
                .collect(),
        }
    }
}

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
    readers: &Readers,
    files: Vec<Received>,
    template: &Template,
    words: &StatusWords,
    progress: &(dyn Fn(usize) + Sync),
) -> Vec<Intake> {
    let documents = readers.read_all(&files, progress);
    files
        .into_iter()
        .zip(documents)
        .map(|(file, document)| understand(file, document, template, words))
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
        Outcome::NotLoaded(error) => Err(crashed(&error.to_string())),
    }
}

fn crashed(detail: &str) -> ReadError {
    ReadError::ReaderCrashed {
        detail: detail.to_owned(),
    }
}

fn understand(
    file: Received,
    document: Result<Document, ReadError>,
    template: &Template,
    words: &StatusWords,
) -> Intake {
    let options = ReadOptions {
        words: with_the_usual(words),
        municipalities: municipality_names(),
        file_name: Some(file.file_name()),
        ..ReadOptions::default()
    };
    let outcome = document.map(|document| forms::read_form(&document, template, &options));
    Intake { file, outcome }
}

/// A round's own words come first; the usual ones are understood too.
fn with_the_usual(own: &StatusWords) -> StatusWords {
    let usual = StatusWords::usual().words;
    StatusWords {
        words: own.words.iter().cloned().chain(usual).collect(),
    }
}
