//! More shapes that offices send: read right, or asked about.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use document_model::{Document, Paragraph, Run};
use forms::{FormReading, Status};
use support::*;

/// Every status is right, or somebody is asked about it.
fn assert_right_or_asked(document: &Document, planted: &[Status]) -> FormReading {
    let reading = read(document);
    for (entry, planted) in reading.entries.iter().zip(planted) {
        let asked = reading.problems.iter().any(|problem| {
            problem.level > forms::Level::Notice
                && (problem.number == Some(entry.number)
                    || problem.message.key == "problem-nothing-read")
        });
        assert!(entry.status == *planted || asked, "{entry:?}");
    }
    reading
}

#[test]
fn the_remark_may_begin_with_the_status() {
    let say = |index: usize| match PLANTED[index] {
        G => "GRØN: Vi er godt i gang med arbejdet.",
        Y => "Gul – Vi venter på budgettet.",
        R => "RØD. Der er ikke fundet midler.",
        N => "Deltager ikke: Målgruppen er for lille.",
        _ => "",
    };
    let mut rows = vec![row(vec![
        cell("Anbefaling"),
        cell("Status og bemærkninger"),
    ])];
    let mut two = vec![row(vec![cell("Anbefaling"), cell("Bemærkninger")])];
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        rows.push(row(vec![cell(text), cell(say(index))]));
        two.push(row(vec![cell(text), cell(say(index))]));
    }
    assert_planted(&document(vec![table(1, rows)]));
    assert_planted(&document(vec![table(1, two)]));
}

#[test]
fn the_status_may_stand_on_the_remarks_first_line() {
    let mut rows = vec![row(vec![cell("Anbefaling"), cell("Bemærkninger")])];
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        let said = match PLANTED[index] {
            NO => String::new(),
            N => "Deltager ikke\nMålgruppen er for lille.".to_owned(),
            status => format!("Status: {}\nVi er i dialog med naboerne.", word(status)),
        };
        rows.push(row(vec![cell(text), cell(&said)]));
    }
    assert_planted(&document(vec![table(1, rows)]));
}

#[test]
fn a_letter_may_stand_for_a_colour() {
    for (heading, letters) in [
        ("Status", ["Gr", "Gu", "R"]),
        ("Trafiklys", ["G", "Y", "R"]),
        ("Farve (G/Y/R)", ["G", "Y", "R"]),
        ("Status", ["G", "G", "R"]),
    ] {
        let planted = PLANTED.map(|status| if status == N { NO } else { status });
        let document = usual(["", heading, "Bemærkninger"], [0, 1, 2], |index| {
            let letter = match planted[index] {
                G => letters[0],
                Y => letters[1],
                R => letters[2],
                _ => "",
            };
            (cell(letter), cell(""))
        });
        assert_right_or_asked(&document, &planted);
    }
}

#[test]
fn the_column_may_be_called_traffic_light() {
    for heading in [
        "Trafiklys",
        "Lys",
        "Farvekode",
        "Status (trafiklys)",
        "Fremdrift",
        "Vurdering",
    ] {
        assert_planted(&usual(["", heading, "Kommentarer"], [0, 1, 2], |index| {
            (cell(word(PLANTED[index])), cell(""))
        }));
    }
}

#[test]
fn percentages_are_asked_about() {
    let document = usual(["", "Fremdrift", "Bemærkninger"], [0, 1, 2], |index| {
        (cell(["100 %", "60 %", "0 %"][index % 3]), cell(""))
    });
    let planted: Vec<_> = (0..12).map(|index| [G, Y, R][index % 3]).collect();
    assert_right_or_asked(&document, &planted);
}

#[test]
fn words_for_done_begun_and_not_begun_are_read() {
    let say = |index: usize| match (PLANTED[index], index % 2) {
        (G, 0) => "Gennemført",
        (G, _) => "Afsluttet",
        (Y, 0) => "I gang, men forsinket",
        (Y, _) => "Delvist gennemført",
        (R, 0) => "Ikke påbegyndt",
        (R, _) => "Ikke gennemført",
        (N, _) => "Deltager ikke",
        _ => "",
    };
    let document = usual(["", "Status", "Bemærkninger"], [0, 1, 2], |index| {
        (cell(say(index)), cell(""))
    });
    assert_right_or_asked(&document, &PLANTED);
}

#[test]
fn numbers_with_two_levels_and_the_area_in_a_merged_first_column() {
    let mut rows = vec![row(vec![
        cell("Tema"),
        cell("Nr."),
        cell("Anbefaling"),
        cell("Status"),
        cell("Bemærkning"),
    ])];
    let mut inner = 0;
    for (index, (area, _, text)) in TEXTS.iter().enumerate() {
        let begins = index == 0 || TEXTS[index - 1].0 != *area;
        inner = if begins { 1 } else { inner + 1 };
        let mut first = cell(if begins { AREAS[*area] } else { "" });
        first.continues_above = !begins;
        rows.push(row(vec![
            first,
            cell(&format!("{}.{inner}", area + 1)),
            cell(text),
            cell(word(PLANTED[index])),
            cell(""),
        ]));
    }
    assert_planted(&document(vec![table(1, rows)]));
}

#[test]
fn a_two_level_number_may_stand_before_the_text() {
    let mut inner = 0;
    let mut rows = vec![row(vec![
        cell("Anbefaling"),
        cell("Grøn/gul/rød"),
        cell("Bemærkninger"),
    ])];
    for (index, (area, _, text)) in TEXTS.iter().enumerate() {
        inner = if index == 0 || TEXTS[index - 1].0 != *area {
            1
        } else {
            inner + 1
        };
        rows.push(row(vec![
            cell(&format!("{}.{inner} {text}", area + 1)),
            cell(word(PLANTED[index])),
            cell(""),
        ]));
    }
    assert_planted(&document(vec![table(1, rows)]));
}

#[test]
fn a_text_may_stand_below_its_heading_in_one_cell() {
    let mut rows = vec![row(vec![
        cell("Anbefaling"),
        cell("Grøn/gul/rød"),
        cell("Bemærkninger"),
    ])];
    for (index, (area, must, text)) in TEXTS.iter().enumerate() {
        let heading = format!("{} ({})", AREAS[*area], if *must { "skal" } else { "kan" });
        let mut merged = cell(text);
        merged.paragraphs.insert(
            0,
            Paragraph {
                runs: vec![Run {
                    text: heading,
                    bold: true,
                    ..Run::default()
                }],
                ..Paragraph::default()
            },
        );
        rows.push(row(vec![merged, cell(word(PLANTED[index])), cell("")]));
    }
    let document = document(vec![table(1, rows)]);
    assert_right_or_asked(&document, &PLANTED);
    assert_eq!(statuses(&read(&document)), PLANTED);
}

#[test]
fn numbers_as_marks_are_not_taken_for_a_status_in_silence() {
    let document = usual(["", "Status", "Bemærkninger"], [0, 1, 2], |index| {
        (cell(["1", "2", "3"][index % 3]), cell(""))
    });
    let planted: Vec<_> = (0..12).map(|index| [G, Y, R][index % 3]).collect();
    assert_right_or_asked(&document, &planted);
}

#[test]
fn only_numbers_and_no_texts() {
    let mut rows = vec![row(vec![
        cell("Anbefaling nr."),
        cell("Status"),
        cell("Bemærkninger"),
    ])];
    for (index, planted) in PLANTED.into_iter().enumerate() {
        rows.push(row(vec![
            cell(&(index + 1).to_string()),
            cell(word(planted)),
            cell(""),
        ]));
    }
    assert_right_or_asked(&document(vec![table(1, rows)]), &PLANTED);
}

#[test]
fn two_municipalities_in_one_file_are_asked_about() {
    let mut rows = vec![row(vec![
        cell("Anbefaling"),
        cell("Status Allerød"),
        cell("Status Roskilde"),
        cell("Bemærkninger"),
    ])];
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        rows.push(row(vec![
            cell(text),
            cell(word(PLANTED[index])),
            cell(word([R, G, Y][index % 3])),
            cell(""),
        ]));
    }
    let differ: Vec<_> = (0..12)
        .map(|index| {
            if PLANTED[index] == [R, G, Y][index % 3] {
                PLANTED[index]
            } else {
                NO
            }
        })
        .collect();
    assert_right_or_asked(&document(vec![table(1, rows)]), &differ);
}

#[test]
fn a_status_that_was_changed_by_hand_is_asked_about() {
    for text in [
        "Gul → Grøn",
        "Grøn (tidligere gul)",
        "Gul, på vej mod grøn",
        "Næsten grøn",
        "Ikke helt grøn",
        "Grøn?",
        "Gul/grøn",
    ] {
        let document = usual(HEADINGS, [0, 1, 2], |index| {
            (
                cell(if index == 0 {
                    text
                } else {
                    word(PLANTED[index])
                }),
                cell(""),
            )
        });
        let reading = read(&document);
        let asked = reading
            .problems
            .iter()
            .any(|problem| problem.number == Some(1) && problem.level > forms::Level::Notice);
        assert!(asked, "{text}: {:?}", reading.entries[0]);
    }
}
