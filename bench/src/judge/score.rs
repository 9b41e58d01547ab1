//! Counts over all forms.

use super::Verdict;
use super::remark::Outcome;
use crate::generator::truth::{Doubt, TrueEntry};
use forms::Status;

/// Counts over all forms.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// Forms read.
    pub forms: usize,
    /// Truth × read.
    pub confusion: [[usize; 5]; 5],
    /// Entries without a planted doubt, by verdict in the order of [`Verdict`].
    pub plain: [usize; 4],
    /// Planted contradictions, and how many were reported.
    pub contradictions: Share,
    /// Words that are no status, and how many were reported.
    pub unknown_words: Share,
    /// Empty statuses beside a remark, and how many stayed empty.
    pub remarks_alone: Share,
    /// Statuses read wrong without anybody being asked.
    pub silent: usize,
    /// Remarks.
    pub remarks: Remarks,
    /// Forms whose sender was found, or rightly not found.
    pub municipalities: Share,
    /// Forms that were given to somebody else.
    pub municipalities_wrong: usize,
    /// Rows of the municipality's own, kept with their status.
    pub proposals: Share,
    /// Rows left over that answer nothing.
    pub rows_too_many: usize,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many were right.
    pub right: usize,
    /// Of how many.
    pub all: usize,
}

/// Remarks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Remarks {
    /// Every letter came through.
    pub whole: Share,
    /// Nothing else stands in them; also counts entries without a remark.
    pub nothing_else: Share,
    /// They have their paragraphs.
    pub paragraphs: Share,
    /// They have their bold words.
    pub bold: Share,
}

impl Share {
    /// Counts one more.
    pub fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    /// In per cent; 100 where there was nothing to count.
    pub fn percent(self) -> f64 {
        match self.all {
            0 => 100.0,
            all => 100.0 * self.right as f64 / all as f64,
        }
    }
}

impl Remarks {
    /// Counts one more.
    pub fn add(&mut self, outcome: &Outcome) {
        self.nothing_else.add(outcome.nothing_else);
        if outcome.present {
            self.whole.add(outcome.whole);
            self.paragraphs.add(outcome.paragraphs);
            self.bold.add(outcome.bold);
        }
    }
}

impl Score {
    /// Counts one status.
    pub fn add(&mut self, truth: &TrueEntry, read: Status, verdict: Verdict) {
        let asked = matches!(verdict, Verdict::RightAsked | Verdict::WrongAsked);
        match truth.doubt {
            Some(Doubt::Contradiction(_)) => self.contradictions.add(asked),
            Some(Doubt::UnknownWord) => self.unknown_words.add(asked),
            Some(Doubt::RemarkAlone) => self.remarks_alone.add(read == truth.status),
            None => {
                self.plain[verdict as usize] += 1;
                self.confusion[place(truth.status)][place(read)] += 1;
            }
        }
        self.silent += usize::from(verdict == Verdict::WrongInSilence);
    }

    /// How many plain statuses were read right without a question.
    pub fn without_question(&self) -> Share {
        Share {
            right: self.plain[Verdict::Right as usize],
            all: self.plain.iter().sum(),
        }
    }
}

fn place(status: Status) -> usize {
    Status::ALL
        .iter()
        .position(|one| *one == status)
        .unwrap_or(0)
}
