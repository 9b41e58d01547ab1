//! Files in: read in a child process with limits, then understood by the forms engine. The same
//! way in for every command and for the server's uploads.

use document_model::Document;
use documents::read::ReadError;
use documents::reader_process::{Limits, ReaderPool};
use forms::{FormReading, ReadOptions, StatusWords, Template};
use kernel::Fault;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file as it was handed over.
pub struct Received {
    /// The path or name under which it came.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A form that was read, or why it could not be.
pub struct Intake {
    /// The file.
    pub file: Received,
    /// What is in it.
    pub outcome: Result<FormReading, ReadError>,
}

impl Received {
    /// Reads a file from disk.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let bytes = std::fs::read(path)
            .map_err(|error| Fault::caused_by(format!("reading {}", path.display()), error))?;
        Ok(Self {
            name: path.display().to_string(),
            bytes,
        })
    }

    /// The file's name without its folders: what the engine looks for a municipality in.
    pub fn file_name(&self) -> &str {
        self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name)
    }
}

/// Readers of foreign files: child processes of this same binary.
pub fn readers() -> Result<ReaderPool, Fault> {
    let program =
        std::env::current_exe().map_err(|error| Fault::caused_by("finding this program", error))?;
    Ok(ReaderPool::new(
        move || reader_command(&program),
        Limits::default(),
    ))
}

fn reader_command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("read-documents").env_clear();
    command
}

/// Reads many files; `progress` hears how many are done.
pub fn read_documents(
    files: Vec<Received>,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Vec<(Received, Result<Document, ReadError>)>, Fault> {
    let pool = readers()?;
    let named: Vec<(&str, &[u8])> = files
        .iter()
        .map(|file| (file.file_name(), file.bytes.as_slice()))
        .collect();
    let documents = pool.read_all(&named, progress);
    drop(named);
    Ok(files.into_iter().zip(documents).collect())
}

/// Reads forms against a blank form.
pub fn read_forms(
    paths: &[PathBuf],
    template: &Template,
    words: &StatusWords,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<Vec<Intake>, Fault> {
    let files = paths
        .iter()
        .map(|path| Received::open(path))
        .collect::<Result<Vec<_>, _>>()?;
    let municipalities = people::municipality_names();
    let read = |(file, document): (Received, Result<Document, ReadError>)| {
        let options = ReadOptions {
            words: words.clone(),
            municipalities: &municipalities,
            file_name: Some(file.file_name()),
            ..ReadOptions::default()
        };
        let outcome = document.map(|document| forms::read_form(&document, template, &options));
        Intake { file, outcome }
    };
    Ok(read_documents(files, progress)?
        .into_iter()
        .map(read)
        .collect())
}
