//! What `form read` and `form import` print: for programs one JSON object a line, for people a
//! table and the problems in words.

use forms::{EntryReading, FormReading, Level, Problem, Template, UnmatchedRow, plain_remark};
use kernel::Value;
use serde_json::{Value as Json, json};
use web::languages::Texts;

/// A form as one line of JSON: the contract of `form read --json`.
pub fn json_line(file: &str, reading: &FormReading, template: &Template, texts: &Texts) -> String {
    let municipality = reading
        .municipality
        .as_ref()
        .map(|found| json!({ "code": found.code, "name": found.name }));
    json!({
        "file": file,
        "municipality": municipality,
        "entries": reading.entries.iter().map(|entry| entry_json(entry, template)).collect::<Vec<_>>(),
        "unmatched": reading.unmatched.iter().map(unmatched_json).collect::<Vec<_>>(),
        "problems": reading.problems.iter().map(|problem| problem_json(problem, texts)).collect::<Vec<_>>(),
    })
    .to_string()
}

fn entry_json(entry: &EntryReading, template: &Template) -> Json {
    let obligation = template
        .recommendations
        .iter()
        .find(|asked| asked.number == entry.number)
        .map(|asked| asked.obligation.key());
    json!({
        "number": entry.number,
        "obligation": obligation,
        "status": entry.status.key(),
        "remark": plain_remark(&entry.remark),
        "confidence": (entry.confidence * 100.0).round() / 100.0,
        "source": entry.source,
        "evidence": entry.evidence,
        "remark_paragraphs": entry.remark,
    })
}

fn unmatched_json(row: &UnmatchedRow) -> Json {
    json!({
        "text": row.text,
        "status": row.status.key(),
        "remark": plain_remark(&row.remark),
        "source": row.source,
    })
}

fn problem_json(problem: &Problem, texts: &Texts) -> Json {
    json!({
        "level": problem.level,
        "message": texts.message(&problem.message),
        "source": problem.source,
        "number": problem.number,
        "key": problem.message.key,
    })
}

/// A form for people.
pub fn table(file: &str, reading: &FormReading, template: &Template, texts: &Texts) -> String {
    let mut lines = vec![heading(file, reading, texts)];
    lines.extend(
        reading
            .entries
            .iter()
            .map(|entry| entry_line(entry, template, texts)),
    );
    lines.extend(reading.unmatched.iter().map(|row| {
        let values = [("text", Value::from(cut(&row.text, 60)))];
        format!("  +  {}", texts.say_with("cli-unmatched", &values))
    }));
    lines.extend(
        reading
            .problems
            .iter()
            .map(|problem| problem_line(problem, texts)),
    );
    lines.join("\n")
}

fn heading(file: &str, reading: &FormReading, texts: &Texts) -> String {
    match &reading.municipality {
        Some(found) => format!("{file}: {} ({})", found.name, found.code),
        None => format!("{file}: {}", texts.say("cli-municipality-unknown")),
    }
}

fn entry_line(entry: &EntryReading, template: &Template, texts: &Texts) -> String {
    let asked = template
        .recommendations
        .iter()
        .find(|asked| asked.number == entry.number);
    let text = asked.map(|asked| cut(&asked.text, 44)).unwrap_or_default();
    let status = texts.say(&format!(
        "common-status-{}",
        entry.status.key().replace('_', "-")
    ));
    let remark = cut(&plain_remark(&entry.remark), 60);
    format!("{:>4}  {status:<16} {text:<46} {remark}", entry.number)
}

/// A problem for people, in one line.
pub fn problem_line(problem: &Problem, texts: &Texts) -> String {
    let level = match problem.level {
        Level::Error => "cli-level-error",
        Level::Warning => "cli-level-warning",
        Level::Notice => "cli-level-notice",
    };
    format!(
        "  {}: {}",
        texts.say(level),
        texts.message(&problem.message)
    )
}

/// The first `length` characters in one line.
fn cut(text: &str, length: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(length) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// Whether a form has a problem that stops it.
pub fn has_errors(reading: &FormReading) -> bool {
    reading
        .problems
        .iter()
        .any(|problem| problem.level == Level::Error)
}
