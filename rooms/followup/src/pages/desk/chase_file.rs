use super::chase_page::kind;
use super::list_file::ListFile;
use super::rounds_page::state;
use crate::summary::chase::{Chase, ChaseRow};
use web::languages::Texts;

/// The columns' keys and widths in a workbook.
const COLUMNS: [(&str, f64); 10] = [
    ("desk_rounds-code", 8.0),
    ("desk_rounds-municipality", 24.0),
    ("desk_rounds-state", 16.0),
    ("desk_chase-days-left", 12.0),
    ("desk_chase-reminders", 12.0),
    ("desk_chase-last", 24.0),
    ("desk_chase-last-on", 24.0),
    ("desk_chase-people", 34.0),
    ("desk_chase-addresses", 40.0),
    ("desk_chase-standing", 28.0),
];

/// The rows of the chase as a file.
pub fn list<'chase>(chase: &'chase Chase, rows: &[&ChaseRow], texts: &Texts) -> ListFile<'chase> {
    ListFile {
        stem: "chase",
        title: chase.round.settings.title.clone(),
        subject: &chase.programme.title,
        author: &chase.programme.recipient,
        fictional: chase.programme.fictional,
        columns: &COLUMNS,
        rows: rows.iter().map(|row| values(chase, row, texts)).collect(),
    }
}

fn values(chase: &Chase, row: &ChaseRow, texts: &Texts) -> Vec<String> {
    let last = row.contacts.first();
    let joined = |part: fn(&people::accounts::Reachable) -> &str| {
        let parts: Vec<&str> = row.people.iter().map(part).collect();
        parts.join(", ")
    };
    let left = chase.days_left.filter(|_| row.is_awaited());
    vec![
        row.code.to_string(),
        row.name.clone(),
        state(row.state, texts),
        left.map(|left| left.to_string()).unwrap_or_default(),
        row.reminders().to_string(),
        last.map(|last| kind(last.kind, texts)).unwrap_or_default(),
        last.map(|last| texts.moment(last.at)).unwrap_or_default(),
        joined(|one| &one.name),
        joined(|one| &one.mail),
        standing(row, texts),
    ]
}

fn standing(row: &ChaseRow, texts: &Texts) -> String {
    let said = [
        (row.has_no_contact(), "desk_chase-no-contact"),
        (row.never_signed_in(), "desk_chase-never-signed-in"),
        (row.unreached, "desk_chase-unreached"),
    ];
    let words = said.into_iter().filter(|(holds, _)| *holds);
    words
        .map(|(_, key)| texts.say(key))
        .collect::<Vec<_>>()
        .join(", ")
}
