//! The checks of a form at three levels. They are the same for every way in: page, file,
//! interface, command line; therefore they take plain entries and know nothing of files.

mod personal_data;
mod rules;

use crate::read::said::problem;
use crate::{EntryReading, FormReading, Level, Problem, Source, Status, Template, plain_remark};

pub use personal_data::{PersonalData, personal_data};

/// An answer as the checks see it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CheckedEntry {
    /// The recommendation's number.
    pub number: u32,
    /// The status.
    pub status: Status,
    /// The remark as plain text.
    pub remark: String,
    /// How sure its reader was, 0 to 1; nothing where a person typed it.
    pub confidence: Option<f64>,
    /// Where it was read, if it was.
    pub source: Source,
}

/// What a municipality says about a warning. With it the warning only informs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The recommendation's number.
    pub number: u32,
    /// The words.
    pub text: String,
}

/// What was answered in the round before to a recommendation that this one continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PreviousStatus {
    /// The number in this round.
    pub number: u32,
    /// The status before.
    pub status: Status,
}

impl From<&EntryReading> for CheckedEntry {
    fn from(entry: &EntryReading) -> Self {
        Self {
            number: entry.number,
            status: entry.status,
            remark: plain_remark(&entry.remark),
            confidence: Some(entry.confidence),
            source: entry.source.clone(),
        }
    }
}

/// Checks the answers of one form. Errors stop, warnings need an explanation, notices inform.
///
/// A warning whose entry has an explanation that is not blank becomes a notice. An entry read
/// with less confidence than `confirm_below` is a warning until a person has confirmed it, after
/// which its confidence is `None`.
pub fn checks(
    entries: &[CheckedEntry],
    template: &Template,
    previous: &[PreviousStatus],
    explanations: &[Explanation],
    confirm_below: f64,
) -> Vec<Problem> {
    let mut problems = rules::of_form(entries, template);
    for entry in entries {
        let before = previous.iter().find(|before| before.number == entry.number);
        problems.extend(rules::of_entry(
            entry,
            template,
            before.map(|before| before.status),
        ));
        problems.extend(rules::of_confidence(entry, confirm_below));
    }
    problems
        .into_iter()
        .map(|problem| explained(problem, explanations))
        .collect()
}

/// A reading's own problems and those of the checks together, each said once.
pub fn problems_of(
    reading: &FormReading,
    template: &Template,
    previous: &[PreviousStatus],
    explanations: &[Explanation],
    confirm_below: f64,
) -> Vec<Problem> {
    let entries: Vec<CheckedEntry> = reading.entries.iter().map(CheckedEntry::from).collect();
    let mut problems: Vec<Problem> = reading
        .problems
        .iter()
        .cloned()
        .map(|problem| explained(problem, explanations))
        .collect();
    // A file that is no form of this template has said so; that nothing is answered follows.
    let is_other = problems.iter().any(|problem| {
        matches!(
            problem.message.key.as_ref(),
            "problem-other-form"
                | "problem-no-form-found"
                | "problem-nothing-read"
                | "problem-too-long"
        )
    });
    if is_other {
        return problems;
    }
    for check in checks(&entries, template, previous, explanations, confirm_below) {
        if !problems
            .iter()
            .any(|problem| says_the_same(problem, &check))
        {
            problems.push(check);
        }
    }
    problems
}

/// A doubtful reading is said once, in its most exact words.
fn says_the_same(said: &Problem, check: &Problem) -> bool {
    let doubts_reading = said.message.key.starts_with("problem-status-")
        || said.message.key.starts_with("problem-match");
    let same_key = said.message.key == check.message.key;
    said.number == check.number
        && (same_key || check.message.key == "problem-confidence-low" && doubts_reading)
}

fn explained(problem: Problem, explanations: &[Explanation]) -> Problem {
    let of_entry = |explanation: &&Explanation| {
        Some(explanation.number) == problem.number && !explanation.text.trim().is_empty()
    };
    match explanations.iter().find(of_entry) {
        Some(_) if problem.level == Level::Warning => Problem {
            level: Level::Notice,
            ..problem
        },
        _ => problem,
    }
}

fn found(level: Level, key: &'static str, entry: &CheckedEntry) -> Problem {
    problem(level, key, Some(entry.number), &entry.source)
}
