//! This year's status beside last year's: the headings decide, or somebody is asked.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use document_model::{Cell, Document};
use support::*;

/// A form with two status columns under the headings given; the first one says `before`.
fn two_columns(
    heads: [&str; 2],
    before: impl Fn(usize) -> Cell,
    now: impl Fn(usize) -> Cell,
) -> Document {
    let mut rows = vec![row(vec![
        cell("Nr."),
        cell("Anbefaling"),
        cell(heads[0]),
        cell(heads[1]),
        cell("Bemærkninger"),
    ])];
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        rows.push(row(vec![
            cell(&(index + 1).to_string()),
            cell(text),
            before(index),
            now(index),
            cell(""),
        ]));
    }
    document(vec![table(1, rows)])
}

fn planted(index: usize) -> Cell {
    cell(word(PLANTED[index]))
}

fn other(index: usize) -> Cell {
    cell(word([R, G, Y][index % 3]))
}

#[test]
fn a_column_of_the_year_before_is_not_this_years_status() {
    for head in [
        "Grøn/gul/rød",
        "Status",
        "Status 2016",
        "Status 2017",
        "Status 2016-17",
        "Farve i år",
    ] {
        assert_planted(&two_columns(["Status 2015", head], other, planted));
        assert_planted(&two_columns([head, "Status 2015"], planted, other));
        assert_planted(&two_columns(["Status sidste år", head], other, planted));
    }
}

#[test]
fn this_years_fills_count_beside_last_years_words() {
    let fills: Vec<_> = PLANTED
        .map(|status| if status == N { NO } else { status })
        .into();
    let reading = read(&two_columns(
        ["Status 2015", "Grøn/gul/rød"],
        other,
        |index| filled("", color(fills[index])),
    ));
    assert_eq!(statuses(&reading), fills);
    assert_eq!(questions(&reading), Vec::<String>::new());
}

#[test]
fn this_years_blank_column_is_not_filled_from_last_years() {
    let reading = read(&two_columns(
        ["Status 2015", "Grøn/gul/rød"],
        other,
        |_| cell(""),
    ));
    assert!(statuses(&reading).iter().all(|status| *status == NO));
    assert_eq!(keys(&reading)[0].0, "problem-nothing-read");
}

#[test]
fn two_columns_that_headings_do_not_tell_apart_are_asked_about_where_they_differ() {
    let reading = read(&two_columns(["Status", "Status"], other, planted));
    for (index, entry) in reading.entries.iter().enumerate() {
        let differs = other(index) != planted(index);
        let asked =
            keys(&reading).contains(&("problem-status-two-columns".to_owned(), Some(entry.number)));
        // A blank beside a status is no second opinion.
        assert!(asked == differs || PLANTED[index] == NO, "{entry:?}");
    }
    assert_planted(&two_columns(["Status", "Status"], planted, planted));
}

#[test]
fn a_status_of_an_earlier_year_alone_is_asked_about() {
    let reading = read(&usual(
        ["", "Status 2015", "Bemærkninger"],
        [0, 1, 2],
        |index| (planted(index), cell("")),
    ));
    assert!(questions(&reading).len() >= 11, "{:?}", questions(&reading));
}

#[test]
fn labels_of_two_years_are_told_apart() {
    let mut blocks = Vec::new();
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        blocks.push(table(
            u32::try_from(index + 1).unwrap(),
            vec![
                row(vec![cell("Anbefaling"), cell(text)]),
                row(vec![cell("Status 2017"), planted(index)]),
                row(vec![cell("Status 2015"), other(index)]),
                row(vec![cell("Bemærkninger"), cell("")]),
            ],
        ));
    }
    assert_planted(&document(blocks));
    let mut lines = Vec::new();
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        lines.push(paragraph(&format!("{}. {text}", index + 1)));
        lines.push(paragraph(&format!("Status: {}", word(PLANTED[index]))));
        lines.push(paragraph(&format!("Status 2015: {}", word(R))));
    }
    let reading = assert_planted(&document(lines));
    assert!(reading.entries.iter().all(|entry| entry.remark.is_empty()));
}

#[test]
fn a_row_of_years_under_one_merged_heading_is_read() {
    let mut wide = cell("Status");
    wide.column_span = 2;
    let mut rows = vec![
        row(vec![cell("Anbefaling"), wide, cell("Bemærkninger")]),
        row(vec![cell(""), cell("2015"), cell("2017"), cell("")]),
    ];
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        rows.push(row(vec![
            cell(text),
            other(index),
            planted(index),
            cell(""),
        ]));
    }
    assert_planted(&document(vec![table(1, rows)]));
}
