//! How a command ends: the exit codes are a contract that other tools rely on.

use kernel::{Fault, Message, Refusal, Stop};
use std::process::ExitCode;
use web::languages::Texts;

/// How a command ended when it did what it was asked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Everything is in order: exit code 0.
    Done,
    /// Problems of level error were found and printed: exit code 1.
    ProblemsFound,
    /// Something could not be read or written, and that was printed: exit code 3.
    CannotReadOrWrite,
}

/// Why a command could not do what it was asked to.
#[derive(Debug)]
pub enum Failure {
    /// The words on the command line do not fit: exit code 2.
    Usage(Message),
    /// A rule says no: exit code 1.
    Refused(Vec<Refusal>),
    /// Something cannot be read or written: exit code 3.
    Unreadable(Message),
    /// Something that we must repair: exit code 3.
    Fault(Fault),
}

/// What a command gives back.
pub type Ended = Result<Ending, Failure>;

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Stop> for Failure {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Refused(refusals) => Self::Refused(refusals),
            Stop::NotFound => Self::Refused(vec![Refusal::new("cli-not-found")]),
            Stop::Failed(fault) => Self::Fault(fault),
        }
    }
}

/// The exit code, after saying on standard error why a command failed.
pub fn code(ended: Ended, texts: &Texts) -> ExitCode {
    match ended {
        Ok(Ending::Done) => ExitCode::SUCCESS,
        Ok(Ending::ProblemsFound) => ExitCode::from(1),
        Ok(Ending::CannotReadOrWrite) => ExitCode::from(3),
        Err(failure) => explain(failure, texts),
    }
}

fn explain(failure: Failure, texts: &Texts) -> ExitCode {
    match failure {
        Failure::Usage(message) => say(&texts.message(&message), 2),
        Failure::Unreadable(message) => say(&texts.message(&message), 3),
        Failure::Refused(refusals) => {
            let sentences = refusals
                .iter()
                .map(|refusal| texts.message(&refusal.message));
            say(&sentences.collect::<Vec<_>>().join("\n"), 1)
        }
        Failure::Fault(fault) => say(&chain(&fault), 3),
    }
}

fn say(sentence: &str, code: u8) -> ExitCode {
    eprintln!("pejling: {sentence}");
    ExitCode::from(code)
}

/// A fault with everything that caused it, in one line.
fn chain(fault: &Fault) -> String {
    let mut line = fault.to_string();
    let mut cause = std::error::Error::source(fault);
    while let Some(error) = cause {
        line.push_str(": ");
        line.push_str(&error.to_string());
        cause = error.source();
    }
    line
}
