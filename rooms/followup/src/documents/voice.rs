//! The report's words in one language.

use super::marks::mark;
use crate::rules::aggregate_report::Absence;
use documents::write::outline::{Cell, Run};
use forms::{Obligation, Status};
use kernel::Value;
use web::languages::Texts;

/// Says what the report needs said.
#[derive(Clone, Copy)]
pub(super) struct Voice<'a> {
    pub texts: &'a Texts,
}

impl Voice<'_> {
    pub fn say(&self, key: &str) -> String {
        self.texts.say(key)
    }

    pub fn with(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.texts.say_with(key, values)
    }

    pub fn status(&self, status: Status) -> String {
        self.say(match status {
            Status::Green => "common-status-green",
            Status::Yellow => "common-status-yellow",
            Status::Red => "common-status-red",
            Status::NotParticipating => "common-status-not-participating",
            Status::NotReported => "common-status-not-reported",
        })
    }

    /// The letter in a cell of the matrix; two statuses are told by their shape alone.
    pub fn letter(&self, status: Status) -> String {
        match status {
            Status::Green => self.say("common-letter-green"),
            Status::Yellow => self.say("common-letter-yellow"),
            Status::Red => self.say("common-letter-red"),
            Status::NotParticipating | Status::NotReported => String::new(),
        }
    }

    pub fn obligation(&self, obligation: Obligation) -> String {
        self.say(match obligation {
            Obligation::Must => "common-obligation-must",
            Obligation::May => "common-obligation-may",
        })
    }

    pub fn absence(&self, absence: Option<Absence>) -> String {
        self.say(match absence {
            Some(Absence::InProgress) => "report-absence-in-progress",
            Some(Absence::AwaitsAcceptance) => "report-absence-awaits-acceptance",
            Some(Absence::Returned) => "report-absence-returned",
            Some(Absence::NothingReceived) | None => "report-absence-nothing-received",
        })
    }

    /// Symbol and word.
    pub fn status_run(&self, status: Status) -> Run {
        Run::marked(mark(status), self.status(status))
    }

    /// Symbol and word on the status's colour.
    pub fn status_cell(&self, status: Status) -> Cell {
        Cell {
            spoken: None,
            ..Cell::marked(mark(status), self.status(status), "")
        }
    }

    /// Symbol and letter on the status's colour; the word is read aloud.
    pub fn matrix_cell(&self, status: Status) -> Cell {
        Cell::marked(mark(status), self.letter(status), self.status(status))
    }
}
