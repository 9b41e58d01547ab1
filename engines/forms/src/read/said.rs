//! Problems as they are said: with their place, and what is quoted.

use crate::read::signs::Doubt;
use crate::read::verdict::Concern;
use crate::{Level, Problem, Source, Status, StatusEvidence};
use kernel::Message;

/// A problem with the place that its sentence names.
pub(crate) fn problem(
    level: Level,
    key: &'static str,
    number: Option<u32>,
    source: &Source,
) -> Problem {
    let place = match source {
        Source { row: None, .. } => "none",
        Source { sheet: Some(_), .. } => "sheet",
        Source {
            table: Some(_),
            page: Some(_),
            ..
        } => "page",
        Source { table: Some(_), .. } => "table",
        _ => "line",
    };
    let mut message = Message::new(key).with("place", place);
    if let Some(row) = source.row {
        message = message.with("row", row);
    }
    if let Some(table) = source.table {
        message = message.with("table", table);
    }
    if let Some(page) = source.page {
        message = message.with("page", page);
    }
    if let Some(sheet) = &source.sheet {
        message = message.with("sheet", sheet.clone());
    }
    if let Some(number) = number {
        message = message.with("number", number);
    }
    Problem {
        level,
        message,
        number,
        source: source.clone(),
    }
}

/// A text as a sentence quotes it.
pub(crate) fn quote(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 80 {
        line
    } else {
        format!("{} …", line.chars().take(78).collect::<String>().trim_end())
    }
}

/// A match that somebody must confirm.
pub(crate) fn uncertain_match(number: u32, confidence: f64, source: &Source) -> Problem {
    let mut problem = problem(
        Level::Warning,
        "problem-match-uncertain",
        Some(number),
        source,
    );
    problem.message = problem
        .message
        .with("percent", (confidence * 100.0).round() as i64);
    problem
}

pub(crate) fn concern_problem(concern: &Concern, number: Option<u32>, source: &Source) -> Problem {
    let (level, key, text) = match concern {
        Concern::Doubt(Doubt::Unknown(text)) => {
            (Level::Error, "problem-status-unknown", text.clone())
        }
        Concern::Doubt(Doubt::SeveralWords(text)) => {
            (Level::Warning, "problem-status-two-words", text.clone())
        }
        Concern::Doubt(Doubt::SeveralMarks) => (
            Level::Warning,
            "problem-status-several-marks",
            String::new(),
        ),
        Concern::Doubt(Doubt::Negated(text)) => {
            (Level::Warning, "problem-status-negated", text.clone())
        }
        Concern::Doubt(Doubt::InText(text)) => {
            (Level::Warning, "problem-status-in-text", text.clone())
        }
        Concern::Doubt(Doubt::TwoColumns) => {
            (Level::Warning, "problem-status-two-columns", String::new())
        }
        Concern::UnknownBesideColour(text) => (
            Level::Warning,
            "problem-status-unknown-beside-colour",
            text.clone(),
        ),
        Concern::UnknownColour => (
            Level::Warning,
            "problem-status-colour-unknown",
            String::new(),
        ),
        Concern::Contradiction(won, lost) => return contradiction(won, lost, number, source),
    };
    let mut problem = problem(level, key, number, source);
    if !text.is_empty() {
        problem.message = problem.message.with("text", quote(&text));
    }
    problem
}

/// Two signs that disagree: what won and what lost.
fn contradiction(
    won: &(StatusEvidence, Status),
    lost: &(StatusEvidence, Status),
    number: Option<u32>,
    source: &Source,
) -> Problem {
    let mut problem = problem(
        Level::Warning,
        "problem-status-contradiction",
        number,
        source,
    );
    for (names, (evidence, status)) in [(["first", "status"], won), (["second", "other"], lost)] {
        problem.message = problem
            .message
            .with(names[0], evidence.key())
            .with(names[1], status.key());
    }
    problem
}
