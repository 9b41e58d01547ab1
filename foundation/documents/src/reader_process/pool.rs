use super::limits::Limits;
use super::process::ReaderProcess;
use crate::read::ReadError;
use document_model::Document;
use std::io;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;

/// Several reader processes side by side, for a folder of files.
pub struct ReaderPool {
    processes: Vec<ReaderProcess>,
}

/// A file of the folder and how to get its bytes when its turn comes.
pub struct Source<'a> {
    /// The file's name.
    pub name: String,
    /// Gives the bytes; called on a thread of the pool.
    pub load: Box<dyn Fn() -> io::Result<Vec<u8>> + Send + Sync + 'a>,
}

/// What became of a file.
#[derive(Debug)]
pub enum Outcome {
    /// It was read, or could not be.
    Read(Result<Document, ReadError>),
    /// Its bytes could not be had.
    NotLoaded(io::Error),
}

impl ReaderPool {
    /// Starts so many processes, at least one, by commands that call [`super::serve`].
    pub fn start(
        processes: usize,
        limits: Limits,
        command: impl Fn() -> Command,
    ) -> io::Result<Self> {
        let start = |_| ReaderProcess::start(command(), limits);
        let processes = (0..processes.max(1))
            .map(start)
            .collect::<io::Result<_>>()?;
        Ok(Self { processes })
    }

    /// Reads all files and keeps their order. `progress` is told after each file how many are
    /// done.
    pub fn read_all(
        &mut self,
        files: &[Source<'_>],
        mut progress: impl FnMut(usize),
    ) -> Vec<Outcome> {
        let next = AtomicUsize::new(0);
        let (done, outcomes) = channel();
        let mut all: Vec<Option<Outcome>> = files.iter().map(|_| None).collect();
        thread::scope(|scope| {
            for process in &mut self.processes {
                let (done, next) = (done.clone(), &next);
                scope.spawn(move || {
                    while let Some((at, file)) = take(files, next) {
                        // The pool's own thread collects as long as anyone sends.
                        let _ = done.send((at, read_one(process, file)));
                    }
                });
            }
            drop(done);
            for (count, (at, outcome)) in outcomes.iter().enumerate() {
                if let Some(slot) = all.get_mut(at) {
                    *slot = Some(outcome);
                }
                progress(count + 1);
            }
        });
        let lost = || Outcome::NotLoaded(io::Error::other("a thread of the pool ended"));
        all.into_iter()
            .map(|outcome| outcome.unwrap_or_else(lost))
            .collect()
    }
}

fn take<'f, 'a>(files: &'f [Source<'a>], next: &AtomicUsize) -> Option<(usize, &'f Source<'a>)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    files.get(at).map(|file| (at, file))
}

fn read_one(process: &mut ReaderProcess, file: &Source<'_>) -> Outcome {
    match (file.load)() {
        Ok(bytes) => Outcome::Read(process.read(&file.name, bytes)),
        Err(error) => Outcome::NotLoaded(error),
    }
}
