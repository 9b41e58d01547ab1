use super::{CheckedEntry, PersonalData, found, personal_data};
use crate::read::said::{problem, quote};
use crate::{Level, Obligation, Problem, Source, Status, Template};
use linking::fold;
use std::collections::HashSet;

/// The longest remark that a report can print beside others, in characters.
const LONGEST_REMARK: usize = 20_000;

/// What concerns the form as a whole.
pub(super) fn of_form(entries: &[CheckedEntry], template: &Template) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen = HashSet::new();
    for entry in entries {
        if !template
            .recommendations
            .iter()
            .any(|recommendation| recommendation.number == entry.number)
        {
            problems.push(found(Level::Error, "problem-number-unknown", entry));
        } else if !seen.insert(entry.number) {
            problems.push(found(Level::Error, "problem-answered-twice", entry));
        }
    }
    let nothing = entries
        .iter()
        .all(|entry| entry.status == Status::NotReported && entry.remark.trim().is_empty());
    if nothing && !template.recommendations.is_empty() {
        problems.push(problem(
            Level::Warning,
            "problem-nothing-answered",
            None,
            &Source::default(),
        ));
    }
    problems
}

/// What concerns one answer.
pub(super) fn of_entry(
    entry: &CheckedEntry,
    template: &Template,
    before: Option<Status>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let recommendation = template
        .recommendations
        .iter()
        .find(|recommendation| recommendation.number == entry.number);
    let must =
        recommendation.is_some_and(|recommendation| recommendation.obligation == Obligation::Must);
    let silent = !entry.remark.chars().any(char::is_alphabetic);
    match entry.status {
        Status::Red if silent => {
            problems.push(found(Level::Error, "problem-red-without-remark", entry))
        }
        Status::NotParticipating if silent => problems.push(found(
            Level::Error,
            "problem-not-participating-without-remark",
            entry,
        )),
        Status::Yellow if silent => {
            problems.push(found(Level::Notice, "problem-yellow-without-remark", entry))
        }
        Status::NotReported if !silent => problems.push(found(
            Level::Warning,
            "problem-remark-without-status",
            entry,
        )),
        Status::Green => problems.extend(green_that_says_otherwise(entry)),
        _ => {}
    }
    if must && entry.status == Status::NotParticipating {
        problems.push(found(
            Level::Warning,
            "problem-must-not-participating",
            entry,
        ));
    }
    problems.extend(before.and_then(|before| fell(entry, before)));
    problems.extend(personal(entry));
    if entry.remark.chars().count() > LONGEST_REMARK {
        problems.push(found(Level::Warning, "problem-remark-too-long", entry));
    }
    problems
}

/// What concerns how an answer was read.
pub(super) fn of_confidence(entry: &CheckedEntry, confirm_below: f64) -> Option<Problem> {
    let confidence = entry
        .confidence
        .filter(|confidence| *confidence < confirm_below)?;
    let mut problem = found(Level::Warning, "problem-confidence-low", entry);
    problem.message = problem
        .message
        .with("percent", (confidence * 100.0).round() as i64);
    Some(problem)
}

const DENIALS: [&str; 17] = [
    "deltager ikke",
    "deltager i øjeblikket ikke",
    "deltager pt. ikke",
    "deltager p.t. ikke",
    "deltager endnu ikke",
    "indgår ikke",
    "indgår endnu ikke",
    "ikke igangsat",
    "ikke er igangsat",
    "ikke påbegyndt",
    "ikke er påbegyndt",
    "ikke startet",
    "ikke iværksat",
    "ikke i gang",
    "does not participate",
    "not started",
    "not yet started",
];

/// A green entry whose remark says that nothing happens.
fn green_that_says_otherwise(entry: &CheckedEntry) -> Option<Problem> {
    let remark = fold(&entry.remark);
    let said = DENIALS.iter().find(|denial| stands_in(&remark, denial))?;
    let mut problem = found(Level::Warning, "problem-green-remark-says-otherwise", entry);
    problem.message = problem.message.with("text", *said);
    Some(problem)
}

/// As whole words: "ikke i gang" does not stand in "ikke i gangen".
fn stands_in(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let ends = text[at + phrase.len()..]
            .chars()
            .next()
            .is_none_or(|next| !next.is_alphanumeric());
        ends && text[..at]
            .chars()
            .next_back()
            .is_none_or(|last| !last.is_alphanumeric())
    })
}

/// From green to red in one round.
fn fell(entry: &CheckedEntry, before: Status) -> Option<Problem> {
    let step = |status| match status {
        Status::Green => Some(2),
        Status::Yellow => Some(1),
        Status::Red => Some(0),
        Status::NotParticipating | Status::NotReported => None,
    };
    (step(before)? - step(entry.status)? >= 2).then(|| {
        let mut problem = found(Level::Notice, "problem-fell-two-steps", entry);
        problem.message = problem
            .message
            .with("before", before.key())
            .with("status", entry.status.key());
        problem
    })
}

fn personal(entry: &CheckedEntry) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for data in personal_data(&entry.remark) {
        // A CPR number is never written again, not even in the sentence that refuses it.
        let (key, quoted) = match &data {
            PersonalData::CprNumber => ("problem-cpr-number", None),
            PersonalData::Email(address) => ("problem-contact-email", Some(address)),
            PersonalData::Phone(number) => ("problem-contact-phone", Some(number)),
        };
        if problems.iter().any(|problem| problem.message.key == key) {
            continue;
        }
        let mut problem = found(Level::Error, key, entry);
        if let Some(quoted) = quoted {
            problem.message = problem.message.with("text", quote(quoted));
        }
        problems.push(problem);
    }
    problems
}
