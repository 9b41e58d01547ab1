//! What is uncertain is said, and nothing is decided in silence.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use document_model::{Block, Rgb};
use forms::checks::{CheckedEntry, Explanation, PreviousStatus, checks, problems_of};
use forms::{DEFAULT_CONFIRM_BELOW, Level, ReadOptions, Status, plain_remark, read_form};
use support::*;

fn with_status(at: usize, text: &str) -> document_model::Document {
    usual(HEADINGS, [0, 1, 2], |index| {
        (
            cell(if index == at {
                text
            } else {
                word(PLANTED[index])
            }),
            cell(""),
        )
    })
}

fn said(reading: &forms::FormReading, key: &str, number: u32) -> bool {
    keys(reading).contains(&(key.to_owned(), Some(number)))
}

#[test]
fn a_status_outside_the_list_is_an_error_that_names_its_row() {
    let reading = read(&with_status(0, "Lilla"));
    assert_eq!(reading.entries[0].status, NO);
    let problem = reading
        .problems
        .iter()
        .find(|problem| problem.message.key == "problem-status-unknown")
        .unwrap();
    assert_eq!(
        (problem.level, problem.number, problem.source.row),
        (Level::Error, Some(1), Some(3))
    );
}

#[test]
fn two_words_in_one_cell_are_not_decided() {
    for text in ["grøn/gul", "Gul eller rød", "grøn, gul"] {
        let reading = read(&with_status(0, text));
        assert_eq!(reading.entries[0].status, NO, "{text}");
        assert!(said(&reading, "problem-status-two-words", 1), "{text}");
    }
    let reading = read(&with_status(0, "ikke grøn"));
    assert!(said(&reading, "problem-status-negated", 1));
}

#[test]
fn a_word_and_a_fill_that_disagree_are_a_warning_and_the_word_wins() {
    let reading = read(&usual(HEADINGS, [0, 1, 2], |index| {
        let fill = if index == 4 { R } else { PLANTED[index] };
        (filled(word(PLANTED[index]), color(fill)), cell(""))
    }));
    assert_eq!(statuses(&reading), PLANTED);
    assert_eq!(
        keys(&reading)
            .iter()
            .filter(|(key, _)| key == "problem-status-contradiction")
            .count(),
        1
    );
    assert!(said(&reading, "problem-status-contradiction", 5));
    assert!(reading.entries[4].confidence < 0.75);
}

#[test]
fn a_word_and_its_ink_that_disagree_are_a_warning() {
    let reading = read(&usual(HEADINGS, [0, 1, 2], |index| {
        (
            if index == 0 {
                colored("Grøn", Rgb(0xC0, 0, 0))
            } else {
                cell(word(PLANTED[index]))
            },
            cell(""),
        )
    }));
    assert!(said(&reading, "problem-status-contradiction", 1));
}

#[test]
fn orange_is_asked_about() {
    let planted: Vec<Status> = PLANTED
        .iter()
        .map(|status| if *status == N { NO } else { *status })
        .collect();
    let reading = read(&usual(HEADINGS, [0, 1, 2], |index| {
        (
            filled(
                "",
                if index == 1 {
                    Some(Rgb(0xED, 0x7D, 0x31))
                } else {
                    color(planted[index])
                },
            ),
            cell(""),
        )
    }));
    assert_eq!(statuses(&reading), planted);
    assert!(said(&reading, "problem-status-uncertain", 2));
}

#[test]
fn a_remark_in_the_status_cell_belongs_to_the_remark() {
    let reading = read(&with_status(1, "Gul – afventer politisk behandling"));
    assert_eq!(
        (
            reading.entries[1].status,
            plain_remark(&reading.entries[1].remark)
        ),
        (Y, "afventer politisk behandling".to_owned())
    );
    assert_eq!(questions(&reading), Vec::<String>::new());
    let reading = read(&with_status(1, "Gul – forventes grøn til foråret"));
    assert_eq!(reading.entries[1].status, Y);
    assert!(said(&reading, "problem-status-uncertain", 2));
}

#[test]
fn a_missing_row_is_not_reported_and_a_row_of_ones_own_is_kept() {
    let mut document = with_status(0, "Grøn");
    let Block::Table(table) = &mut document.blocks[1] else {
        panic!()
    };
    table.rows.retain(|row| row.cells[0].text() != TEXTS[4].2);
    table.rows.push(row(vec![
        cell("Fritidsjob til unge i udskolingen sammen med handelsstandsforeningen"),
        cell("Grøn"),
        cell("Eget initiativ."),
    ]));
    let reading = read(&document);
    assert_eq!(reading.entries[4].status, NO);
    assert!(said(&reading, "problem-no-row", 5));
    assert_eq!(reading.unmatched.len(), 1);
    assert_eq!(reading.unmatched[0].status, G);
    assert!(keys(&reading).contains(&("problem-own-row".to_owned(), None)));
}

#[test]
fn a_row_of_ones_own_never_takes_a_missing_ones_place_in_silence() {
    let mut document = with_status(0, "Grøn");
    let Block::Table(table) = &mut document.blocks[1] else {
        panic!()
    };
    table.rows.retain(|row| row.cells[0].text() != TEXTS[2].2);
    let own = "Særlige indsatser for unge mødre, hvor det tværkommunale samarbejde muliggør etablering af skræddersyede forløb.";
    let at = table
        .rows
        .iter()
        .position(|row| row.cells[0].text() == TEXTS[3].2)
        .unwrap();
    table.rows.insert(
        at + 1,
        row(vec![cell(own), cell("Rød"), cell("Ingen penge.")]),
    );
    let reading = read(&document);
    assert!(
        reading.entries[2].status == NO || said(&reading, "problem-match-uncertain", 3),
        "{:?}",
        reading.entries[2]
    );
    assert_eq!(reading.entries[3].status, PLANTED[3]);
}

#[test]
fn the_same_recommendation_twice_is_a_warning() {
    let mut document = with_status(0, "Grøn");
    let Block::Table(table) = &mut document.blocks[1] else {
        panic!()
    };
    table
        .rows
        .push(row(vec![cell(TEXTS[0].2), cell("Rød"), cell("")]));
    let reading = read(&document);
    assert!(
        keys(&reading).contains(&("problem-duplicate-row".to_owned(), Some(1))),
        "{:?}",
        keys(&reading)
    );
}

#[test]
fn a_number_without_its_text_is_matched_and_asked_about() {
    let mut rows = vec![row(vec![
        cell("Nr."),
        cell("Anbefaling"),
        cell("Status"),
        cell("Bemærkninger"),
    ])];
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        rows.push(row(vec![
            cell(&(index + 1).to_string()),
            cell(if index == 7 { "" } else { text }),
            cell(word(PLANTED[index])),
            cell(""),
        ]));
    }
    let reading = read(&document(vec![table(1, rows)]));
    assert_eq!(statuses(&reading), PLANTED);
    assert!(said(&reading, "problem-matched-by-number", 8));
}

#[test]
fn another_periods_form_is_named_and_not_half_read() {
    let other = [
        "Alle kommuner skal være en del af et formaliseret virksomhedsberedskab.",
        "Alle kommuner skal være en del af et formaliseret samarbejde vedr. jobrotation.",
        "Fælles overblik over og brug af virksomhedscentre på tværs af kommunegrænser.",
        TEXTS[2].2,
        TEXTS[3].2,
        "Alle kommuner skal i 2015 have udarbejdet en strategi for opkvalificeringen af medarbejderne.",
    ];
    let mut rows = vec![
        row(vec![
            cell("Virksomhedsrettede indsatser"),
            cell("Grøn/gul/rød"),
            cell("Bemærkninger"),
        ]),
        row(vec![cell("SKAL-initiativer i 2015:"), cell(""), cell("")]),
    ];
    rows.extend(
        other
            .iter()
            .map(|text| row(vec![cell(text), cell("Grøn"), cell("")])),
    );
    let reading = read(&document(vec![table(1, rows)]));
    assert!(
        keys(&reading).contains(&("problem-other-form".to_owned(), None)),
        "{:?}",
        keys(&reading)
    );
    assert!(statuses(&reading).iter().all(|status| *status == NO));
}

#[test]
fn a_file_without_a_form_says_so() {
    let reading = read(&document(vec![paragraph(
        "Kære alle. Vedlagt referat fra mødet.",
    )]));
    assert_eq!(keys(&reading), [("problem-no-form-found".to_owned(), None)]);
}

fn recognised(file: Option<&str>, blocks: Vec<Block>) -> (Option<String>, Vec<String>) {
    let known = municipalities();
    let options = ReadOptions {
        municipalities: &known,
        file_name: file,
        ..ReadOptions::default()
    };
    let mut document = with_status(0, "Grøn");
    document.blocks.splice(1..1, blocks);
    let reading = read_form(&document, &template(), &options);
    let keys = keys(&reading)
        .into_iter()
        .map(|(key, _)| key)
        .filter(|key| key.contains("municipality"))
        .collect();
    (
        reading.municipality.map(|found| found.code.to_string()),
        keys,
    )
}

#[test]
fn the_municipality_is_recognised_from_the_file_name() {
    for (name, code) in [
        ("2017-0101-koebenhavn.docx", "0101"),
        ("Status Høje Taastrup 2017.xlsx", "0169"),
        ("hoeje-taastrup.pdf", "0169"),
        ("Århus Kommune.docx", "0751"),
        ("aarhus_2017.docx", "0751"),
        ("Vesthimmerland.docx", "0820"),
        ("Nordfyn.docx", "0480"),
        ("skema 210 2017.docx", "0210"),
        ("Aeroe.odt", "0492"),
        ("Bornholms Regionskommune.docx", "0400"),
        ("Københavns Kommune 2017.docx", "0101"),
        ("fremdriftsskema_Lyngby-Taarbæk.docx", "0173"),
    ] {
        assert_eq!(
            recognised(Some(name), vec![]).0.as_deref(),
            Some(code),
            "{name}"
        );
    }
    assert_eq!(
        recognised(Some("fremdriftsskema 2017.docx"), vec![]),
        (None, vec!["problem-municipality-unknown".to_owned()])
    );
}

#[test]
fn the_municipality_is_recognised_from_the_text() {
    for (text, code) in [
        ("Fredensborg Kommune", "0210"),
        ("Kommune: Allerød", "0201"),
        ("Udfyldt af: Høje Taastrup Kommune", "0169"),
        ("Københavns Kommune", "0101"),
        ("Bornholms Regionskommune", "0400"),
    ] {
        assert_eq!(
            recognised(None, vec![paragraph(text)]),
            (Some(code.to_owned()), vec![]),
            "{text}"
        );
    }
    assert_eq!(
        recognised(
            Some("2017-0101-koebenhavn.docx"),
            vec![paragraph("Kommune: Allerød")]
        ),
        (
            Some("0201".into()),
            vec!["problem-municipality-file-name".into()]
        )
    );
}

#[test]
fn others_mentioned_in_remarks_do_not_win() {
    let known = municipalities();
    let options = ReadOptions {
        municipalities: &known,
        ..ReadOptions::default()
    };
    let remarks = [
        "Københavns Kommune samarbejder med Frederiksberg Kommune.",
        "Københavns Kommune deltager.",
        "Københavns Kommune og Roskilde Kommune.",
        "Københavns Kommune.",
    ];
    let document = usual(HEADINGS, [0, 1, 2], |index| {
        (
            cell(word(PLANTED[index])),
            cell(remarks.get(index).copied().unwrap_or_default()),
        )
    });
    let reading = read_form(&document, &template(), &options);
    assert_eq!(
        reading.municipality.map(|found| found.name),
        Some("København".into())
    );
    let document = usual(HEADINGS, [0, 1, 2], |index| {
        (
            cell(word(PLANTED[index])),
            cell(if index == 0 {
                "Vi samarbejder med Roskilde Kommune."
            } else {
                ""
            }),
        )
    });
    assert_eq!(
        read_form(&document, &template(), &options).municipality,
        None
    );
}

fn entry(number: u32, status: Status, remark: &str) -> CheckedEntry {
    CheckedEntry {
        number,
        status,
        remark: remark.into(),
        ..CheckedEntry::default()
    }
}

fn check(entry: CheckedEntry, previous: &[PreviousStatus]) -> Vec<(String, Level)> {
    let found = checks(&[entry], &template(), previous, &[], DEFAULT_CONFIRM_BELOW);
    found
        .into_iter()
        .map(|problem| (problem.message.key.into_owned(), problem.level))
        .collect()
}

#[test]
fn red_and_not_participating_need_a_remark() {
    assert_eq!(
        check(entry(3, R, " - "), &[]),
        [("problem-red-without-remark".to_owned(), Level::Error)]
    );
    assert_eq!(
        check(entry(3, N, ""), &[]),
        [(
            "problem-not-participating-without-remark".to_owned(),
            Level::Error
        )]
    );
    assert_eq!(check(entry(3, R, "Ingen penge."), &[]), []);
}

#[test]
fn a_must_recommendation_marked_not_participating_needs_an_explanation() {
    let entries = [entry(1, N, "Vi er for få.")];
    let found = checks(&entries, &template(), &[], &[], DEFAULT_CONFIRM_BELOW);
    assert_eq!(
        (found[0].message.key.as_ref(), found[0].level),
        ("problem-must-not-participating", Level::Warning)
    );
    let explanation = [Explanation {
        number: 1,
        text: "Aftalt med sekretariatet.".into(),
    }];
    assert_eq!(
        checks(
            &entries,
            &template(),
            &[],
            &explanation,
            DEFAULT_CONFIRM_BELOW
        )[0]
        .level,
        Level::Notice
    );
}

#[test]
fn green_whose_remark_says_otherwise_and_a_fall_are_said() {
    assert_eq!(
        check(entry(3, G, "Kommunen deltager ikke i samarbejdet."), &[])[0].0,
        "problem-green-remark-says-otherwise"
    );
    let before = [PreviousStatus {
        number: 3,
        status: G,
    }];
    assert_eq!(
        check(entry(3, R, "Ingen penge."), &before),
        [("problem-fell-two-steps".to_owned(), Level::Notice)]
    );
    assert_eq!(check(entry(3, Y, "Lidt endnu."), &before), []);
}

#[test]
fn personal_data_stops_and_is_not_repeated() {
    let found = checks(
        &[entry(3, G, "Borger 311299-1234 fik job; ring 24 63 76 61.")],
        &template(),
        &[],
        &[],
        DEFAULT_CONFIRM_BELOW,
    );
    assert_eq!(
        found
            .iter()
            .map(|problem| problem.message.key.as_ref())
            .collect::<Vec<_>>(),
        ["problem-cpr-number", "problem-contact-phone"]
    );
    assert!(!format!("{found:?}").contains("311299"));
}

#[test]
fn answers_given_twice_or_to_nothing_are_errors() {
    let found = checks(
        &[entry(1, G, ""), entry(1, G, ""), entry(99, G, "")],
        &template(),
        &[],
        &[],
        DEFAULT_CONFIRM_BELOW,
    );
    assert_eq!(
        found
            .iter()
            .map(|problem| problem.message.key.as_ref())
            .collect::<Vec<_>>(),
        ["problem-answered-twice", "problem-number-unknown"]
    );
}

#[test]
fn a_doubt_of_the_reader_is_said_once() {
    let reading = read(&usual(HEADINGS, [0, 1, 2], |index| {
        (
            filled(
                word(PLANTED[index]),
                color(if index == 4 { R } else { PLANTED[index] }),
            ),
            cell(""),
        )
    }));
    let all = problems_of(&reading, &template(), &[], &[], DEFAULT_CONFIRM_BELOW);
    assert_eq!(
        all.iter()
            .filter(|problem| problem.number == Some(5))
            .count(),
        1,
        "{all:?}"
    );
}
