//! Forms that were once read wrong.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout
)]

mod support;

use document_model::{Block, Document, Paragraph, ParagraphKind, Rgb};
use forms::{ReadOptions, plain_remark, read_form, read_template};
use std::time::{Duration, Instant};
use support::*;

#[test]
fn fills_count_beside_words_that_contradict_a_few_of_them() {
    let planted = PLANTED.map(|status| if status == N { G } else { status });
    let contradicted = [0, 4, 7];
    let reading = read(&usual(HEADINGS, [0, 1, 2], |index| {
        let text = if contradicted.contains(&index) {
            word(Y)
        } else {
            ""
        };
        (filled(text, color(planted[index])), cell(""))
    }));
    for (index, status) in statuses(&reading).into_iter().enumerate() {
        let expected = if contradicted.contains(&index) {
            Y
        } else {
            planted[index]
        };
        assert_eq!(status, expected, "{index}");
    }
    let asked: Vec<_> = keys(&reading)
        .into_iter()
        .filter(|(key, _)| key == "problem-status-contradiction")
        .collect();
    assert_eq!(asked.len(), 3, "{:?}", keys(&reading));
}

fn level(level: u8, text: &str) -> Block {
    Block::Paragraph(Paragraph {
        kind: ParagraphKind::Heading(level),
        ..Paragraph::plain(text)
    })
}

#[test]
fn headings_outside_tables_carry_area_and_obligation() {
    for area_first in [true, false] {
        let mut blocks = vec![level(1, "Fremdriftsskema for 2016 og 2017")];
        let mut last = None;
        for (number, (area, must, text)) in (1..).zip(TEXTS) {
            let title = if must {
                "SKAL-initiativer i 2016 og 2017:"
            } else {
                "KAN-initiativer i 2016 og 2017:"
            };
            if last != Some((area, must)) {
                let (outer, inner) = if area_first {
                    (AREAS[area], title)
                } else {
                    (title, AREAS[area])
                };
                blocks.push(level(2, outer));
                blocks.push(level(3, inner));
            }
            last = Some((area, must));
            blocks.push(table(
                number,
                vec![
                    row(vec![
                        cell("Anbefaling"),
                        cell("Grøn/gul/rød"),
                        cell("Bemærkninger"),
                    ]),
                    row(vec![cell(text), cell(""), cell("")]),
                ],
            ));
        }
        let template = read_template(&document(blocks)).unwrap();
        assert_eq!(
            (
                template.recommendations.len(),
                template.areas.len(),
                must(&template)
            ),
            (12, 5, 5)
        );
        assert_eq!(template.title, "Fremdriftsskema for 2016 og 2017");
    }
}

#[test]
fn a_row_cut_in_all_its_cells_by_a_page_break_is_one_row() {
    for (index, at) in [
        (2, "samarbejde"),
        (6, "medvirke"),
        (4, "medarbejderne"),
        (1, "skal"),
    ] {
        let mut document = usual(HEADINGS, [0, 1, 2], |index| {
            (cell(word(PLANTED[index])), cell(&remark(index)))
        });
        let Block::Table(table) = &mut document.blocks[1] else {
            unreachable!()
        };
        let cut = table
            .rows
            .iter()
            .position(|row| row.cells[0].text() == TEXTS[index].2)
            .unwrap();
        let (upper, lower) = TEXTS[index].2.split_once(at).unwrap();
        table.rows[cut] = row(vec![
            cell(upper.trim()),
            cell(word(PLANTED[index])),
            cell("Vi samarbejder med"),
        ]);
        table.rows.insert(
            cut + 1,
            row(vec![
                cell(&format!("{at}{lower}")),
                cell(""),
                cell("nabokommunerne om det."),
            ]),
        );
        let reading = read(&document);
        assert_eq!(statuses(&reading), PLANTED, "{at}");
        assert_eq!(reading.unmatched, [], "{at}");
        assert_eq!(
            plain_remark(&reading.entries[index].remark),
            "Vi samarbejder med nabokommunerne om det."
        );
        let asked: Vec<_> = keys(&reading)
            .into_iter()
            .filter(|(key, _)| key != "problem-remark-without-status")
            .collect();
        assert_eq!(asked, [], "{at}");
    }
}

#[test]
fn the_title_row_of_a_sheet_says_who_answers() {
    let known = municipalities();
    let options = ReadOptions {
        municipalities: &known,
        ..ReadOptions::default()
    };
    for (title, expected) in [
        (
            "Fremdriftsskema: Beskæftigelse 2016 og 2017 – Roskilde Kommune",
            Some("Roskilde"),
        ),
        (
            "Fremdriftsskema 2016 og 2017 for Fredensborg Kommune",
            Some("Fredensborg"),
        ),
        ("Opfølgning for Allerød Kommune og Roskilde Kommune", None),
        ("Fremdriftsskema 2016 og 2017", None),
    ] {
        let mut rows = vec![row(vec![cell(title)])];
        rows.extend(usual_rows(HEADINGS, [0, 1, 2], |index| {
            (cell(word(PLANTED[index])), cell(""))
        }));
        let reading = read_form(&document(vec![table(1, rows)]), &template(), &options);
        assert_eq!(
            reading.municipality.map(|found| found.name).as_deref(),
            expected,
            "{title}"
        );
        assert_eq!(
            reading
                .entries
                .iter()
                .map(|entry| entry.status)
                .collect::<Vec<_>>(),
            PLANTED
        );
    }
}

#[test]
fn a_legend_above_the_table_is_no_heading_of_marked_columns() {
    let legend = |status, text: &str| filled(text, color(status));
    let mut rows = vec![
        row(vec![cell("Fremdriftsskema 2016 og 2017")]),
        row(vec![
            legend(G, "Grøn: kører efter planen"),
            legend(Y, "Gul: i proces"),
            legend(R, "Rød: ikke i gang"),
        ]),
    ];
    rows.extend(usual_rows(
        ["Anbefaling", "Grøn/gul/rød", "Bemærkninger"],
        [0, 1, 2],
        |index| (cell(word(PLANTED[index])), cell("")),
    ));
    assert_planted(&document(vec![table(1, rows)]));
}

#[test]
fn a_question_mark_where_a_cross_is_expected_is_no_answer() {
    let heads = row(vec![
        cell("Anbefaling"),
        cell("Grøn"),
        cell("Gul"),
        cell("Rød"),
        cell("Bemærkninger"),
    ]);
    let mut rows = vec![heads];
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        let sign = ["X", "?", "Lilla", "✓"][index % 4];
        rows.push(row(vec![
            cell(text),
            cell(sign),
            cell(""),
            cell(""),
            cell(""),
        ]));
    }
    let reading = read(&document(vec![table(1, rows)]));
    for (index, entry) in reading.entries.iter().enumerate() {
        let crossed = matches!(index % 4, 0 | 3);
        assert_eq!(entry.status, if crossed { G } else { NO }, "{index}");
        let asked =
            keys(&reading).contains(&("problem-status-unknown".to_owned(), Some(entry.number)));
        assert_eq!(asked, !crossed, "{index}");
    }
}

#[test]
fn green_bands_of_a_table_style_are_no_status() {
    let mut document = usual(HEADINGS, [0, 1, 2], |index| {
        (cell(word(PLANTED[index])), cell(""))
    });
    let Block::Table(table) = &mut document.blocks[1] else {
        unreachable!()
    };
    for row in table.rows.iter_mut().step_by(2) {
        row.cells
            .iter_mut()
            .for_each(|cell| cell.fill = Some(Rgb(0xE2, 0xEF, 0xD9)));
    }
    assert_planted(&document);
}

#[test]
fn thousands_of_repeated_rows_are_refused_or_read_in_moments() {
    for times in [40, 3000] {
        let mut rows = Vec::new();
        for _ in 0..times {
            rows.extend(usual_rows(HEADINGS, [0, 1, 2], |index| {
                (cell(word(PLANTED[index])), cell(&remark(index)))
            }));
        }
        assert_quick(&document(vec![table(1, rows)]));
        let lines = TEXTS.iter().flat_map(|(_, _, text)| {
            [
                paragraph(text),
                paragraph("Status: Grøn"),
                paragraph("vi er i gang"),
            ]
        });
        let blocks: Vec<Block> = lines.collect();
        assert_quick(&document(
            blocks
                .iter()
                .cycle()
                .take(blocks.len() * times)
                .cloned()
                .collect(),
        ));
        assert_quick(&document(vec![paragraph("vi er\ti gang med"); 36 * times]));
    }
}

fn assert_quick(document: &Document) {
    let template = template();
    let start = Instant::now();
    let reading = read_form(document, &template, &ReadOptions::default());
    let taken = start.elapsed();
    assert_eq!(reading.entries.len(), 12);
    assert!(!reading.problems.is_empty());
    println!(
        "{taken:?} {:?}",
        reading
            .problems
            .first()
            .map(|problem| problem.message.key.clone())
    );
    // Wide, so that a busy machine does not fail it; a cost that grows with the square takes minutes.
    assert!(taken < Duration::from_secs(30), "{taken:?}");
}

#[test]
fn the_longest_files_that_are_read_take_moments_too() {
    let text = |index: usize| {
        format!(
            "Alle kommuner skal aktivt medvirke til sag{index} med samarbejde{} om uddannelse{} i kommunerne",
            index % 97,
            index % 31
        )
    };
    let rows =
        (0..1490).map(|index| row(vec![cell(&text(index)), cell("Grøn"), cell(&remark(index))]));
    assert_quick(&document(vec![table(1, rows.collect())]));
    assert_quick(&document(
        (0..4900).map(|index| paragraph(&text(index))).collect(),
    ));
    assert_quick(&document(
        (0..4900)
            .map(|index| paragraph(&format!("grøn {index} gul")))
            .collect(),
    ));
}
