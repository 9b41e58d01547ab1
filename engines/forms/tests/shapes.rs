//! The shapes in which municipalities send the form.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use document_model::{Block, Control, Paragraph, ParagraphKind, Rgb};
use forms::{StatusEvidence, plain_remark};
use support::*;

#[test]
fn words_are_read_with_their_remarks_and_places() {
    let reading = assert_planted(
        &usual(HEADINGS, [0, 1, 2], |index| {
            (cell(word(PLANTED[index])), cell(&remark(index)).clone())
        })
        .clone_without_remark(10),
    );
    assert_eq!(plain_remark(&reading.entries[0].remark), remark(0));
    assert_eq!(
        (
            reading.entries[0].source.table,
            reading.entries[0].source.row,
            reading.entries[0].source.column
        ),
        (Some(1), Some(3), Some(2))
    );
    assert!(reading.entries.iter().all(|entry| entry.confidence == 1.0));
}

/// An entry with a remark and no status is a question; most tests plant none.
trait WithoutRemark {
    fn clone_without_remark(self, index: usize) -> Self;
}

impl WithoutRemark for document_model::Document {
    fn clone_without_remark(mut self, index: usize) -> Self {
        let wanted = remark(index);
        for block in &mut self.blocks {
            let Block::Table(table) = block else { continue };
            for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                if cell.text() == wanted {
                    cell.paragraphs.clear();
                }
            }
        }
        self
    }
}

#[test]
fn columns_may_stand_in_any_order() {
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        for headings in [
            HEADINGS,
            ["", "Status", "Kommentar"],
            ["", "Farve", "Begrundelse"],
        ] {
            assert_planted(
                &usual(headings, order, |index| {
                    (cell(word(PLANTED[index])), cell(&remark(index)))
                })
                .clone_without_remark(10),
            );
        }
    }
}

#[test]
fn a_status_may_be_said_in_many_words() {
    let say = |index: usize| match (PLANTED[index], index % 4) {
        (G, 0) => "GRØN.",
        (G, 1) => "Status: grøn",
        (G, _) => "grønt",
        (Y, 0) => "Gul – på vej",
        (Y, 1) => "yellow",
        (Y, _) => "I proces",
        (R, 0) => "Endnu ikke igangsat",
        (R, _) => "rød!",
        (N, _) => "Deltager ikke",
        _ => "",
    };
    let reading = assert_planted(&usual(HEADINGS, [0, 1, 2], |index| {
        (cell(say(index)), cell(""))
    }));
    assert_eq!(
        reading.entries[0].evidence,
        [StatusEvidence::Word("GRØN".into())]
    );
}

#[test]
fn fills_alone_say_the_status() {
    let planted: Vec<_> = PLANTED
        .iter()
        .map(|status| if *status == N { NO } else { *status })
        .collect();
    let reading = read(&usual(HEADINGS, [0, 1, 2], |index| {
        (filled("", color(planted[index])), cell(""))
    }));
    assert_eq!(statuses(&reading), planted);
    assert_eq!(questions(&reading), Vec::<String>::new());
}

#[test]
fn headings_and_zebra_stripes_are_no_status() {
    let grey = Some(Rgb(0xD9, 0xD9, 0xD9));
    let mut document = usual(HEADINGS, [0, 1, 2], |index| {
        (cell(word(PLANTED[index])), cell(""))
    });
    if let Block::Table(table) = &mut document.blocks[1] {
        for (index, row) in table.rows.iter_mut().enumerate() {
            let green = Some(Rgb(0xE2, 0xEF, 0xDA));
            row.cells
                .iter_mut()
                .for_each(|cell| cell.fill = if index % 2 == 0 { green } else { grey });
        }
    }
    assert_planted(&document);
}

#[test]
fn the_pale_yellow_of_cells_to_fill_in_is_no_status() {
    assert_planted(&usual(HEADINGS, [0, 1, 2], |index| {
        (
            filled(word(PLANTED[index]), Some(Rgb(0xFF, 0xFF, 0xCC))),
            cell(""),
        )
    }));
}

#[test]
fn coloured_dots_and_symbols_say_the_status() {
    let dot = |index: usize| match PLANTED[index] {
        G => colored("●", Rgb(0, 0xB0, 0x50)),
        Y => colored("●", Rgb(0xFF, 0xC0, 0)),
        R => colored("●", Rgb(0xFF, 0, 0)),
        N => cell("–"),
        _ => cell(""),
    };
    assert_planted(&usual(HEADINGS, [0, 1, 2], |index| (dot(index), cell(""))));
    let symbol = |index: usize| match PLANTED[index] {
        G => "🟢",
        Y => "🟡",
        R => "🔴",
        N => "n/a",
        _ => "",
    };
    assert_planted(&usual(HEADINGS, [0, 1, 2], |index| {
        (cell(symbol(index)), cell(""))
    }));
}

#[test]
fn a_mark_in_one_of_three_columns_says_the_status() {
    let mut rows = vec![row(vec![
        cell("Nr."),
        cell("Anbefaling"),
        cell("Grøn"),
        cell("Gul"),
        cell("Rød"),
        cell("Deltager ikke"),
        cell("Bemærkninger"),
    ])];
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        let mark = |status| cell(if PLANTED[index] == status { "X" } else { "" });
        rows.push(row(vec![
            cell(&(index + 1).to_string()),
            cell(text),
            mark(G),
            mark(Y),
            mark(R),
            mark(N),
            cell(""),
        ]));
    }
    let reading = assert_planted(&document(vec![table(1, rows)]));
    assert_eq!(
        reading.entries[0].evidence,
        [StatusEvidence::MarkedColumn("Grøn".into())]
    );
}

#[test]
fn drop_downs_and_check_boxes_say_the_status() {
    let options = vec![
        "Grøn".to_owned(),
        "Gul".to_owned(),
        "Rød".to_owned(),
        "Deltager ikke".to_owned(),
    ];
    let choice = |index: usize| {
        let selected = Some(
            if PLANTED[index] == N {
                "Deltager ikke"
            } else {
                word(PLANTED[index])
            }
            .to_owned(),
        )
        .filter(|word| !word.is_empty());
        let mut cell = cell("");
        cell.controls.push(Control::Choice {
            selected,
            options: options.clone(),
        });
        cell
    };
    assert_planted(&usual(HEADINGS, [0, 1, 2], |index| {
        (choice(index), cell(""))
    }));
    let boxes = |index: usize| {
        let mut cell = cell("Grøn Gul Rød Deltager ikke");
        for (status, label) in [(G, "Grøn"), (Y, "Gul"), (R, "Rød"), (N, "Deltager ikke")] {
            cell.controls.push(Control::CheckBox {
                checked: PLANTED[index] == status,
                label: Some(label.into()),
            });
        }
        cell
    };
    assert_planted(&usual(HEADINGS, [0, 1, 2], |index| {
        (boxes(index), cell(""))
    }));
    let glyphs = |index: usize| {
        let tick = |status| {
            if PLANTED[index] == status {
                "☒"
            } else {
                "☐"
            }
        };
        cell(&format!(
            "{} Grøn {} Gul {} Rød {} Deltager ikke",
            tick(G),
            tick(Y),
            tick(R),
            tick(N)
        ))
    };
    assert_planted(&usual(HEADINGS, [0, 1, 2], |index| {
        (glyphs(index), cell(""))
    }));
}

#[test]
fn a_choice_left_standing_is_no_answer() {
    let reading = read(&usual(HEADINGS, [0, 1, 2], |index| {
        (
            cell(
                [
                    "Vælg et element",
                    "Grøn/gul/rød",
                    "Grøn / Gul / Rød",
                    "Vælg status",
                ][index % 4],
            ),
            cell(""),
        )
    }));
    assert!(statuses(&reading).iter().all(|status| *status == NO));
    assert_eq!(plain_remark(&reading.entries[0].remark), "");
    assert_eq!(keys(&reading)[0], ("problem-nothing-read".to_owned(), None));
    assert_eq!(questions(&reading).len(), 1);
}

#[test]
fn texts_may_be_shortened_reordered_and_damaged() {
    let damage: fn(&str) -> String = |text| {
        text.replace("rn", "m")
            .replace('ø', "o")
            .replace("ll", "l1")
            .replace("nd", "n d")
    };
    let shorten: fn(&str) -> String = |text| {
        text.split_whitespace()
            .take(9)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let hyphens: fn(&str) -> String = |text| {
        text.replace("samarbejde", "samar-\nbejde")
            .replace("ering", "e-ring")
    };
    for change in [damage, shorten, hyphens] {
        let mut rows = vec![row(vec![
            cell("Anbefaling"),
            cell("Status"),
            cell("Kommentar"),
        ])];
        for (index, (_, _, text)) in TEXTS.iter().enumerate().rev() {
            rows.push(row(vec![
                cell(&change(text)),
                cell(word(PLANTED[index])),
                cell(""),
            ]));
        }
        assert_planted(&document(vec![table(1, rows)]));
    }
}

#[test]
fn rows_may_be_numbered_anew() {
    let mut rows = vec![row(vec![
        cell("#"),
        cell("Initiativ"),
        cell("Status"),
        cell("Ansvarlig"),
        cell("Frist"),
        cell("Bemærkninger"),
    ])];
    for (place, index) in (0..12).rev().enumerate() {
        rows.push(row(vec![
            cell(&format!("{}.", place + 1)),
            cell(&format!("{}. {}", place + 1, TEXTS[index].2)),
            cell(word(PLANTED[index])),
            cell("Jobcenterchefen"),
            cell("1. juni 2018"),
            cell("Vi er med."),
        ]));
    }
    let reading = read(&document(vec![table(1, rows)]));
    assert_eq!(statuses(&reading), PLANTED);
    assert_eq!(plain_remark(&reading.entries[0].remark), "Vi er med.");
}

#[test]
fn one_table_for_each_recommendation() {
    let mut blocks = Vec::new();
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        let number = u32::try_from(index + 1).unwrap();
        blocks.push(table(
            number,
            vec![
                row(vec![cell("Anbefaling"), cell(text)]),
                row(vec![cell("Status"), cell(word(PLANTED[index]))]),
                row(vec![cell("Bemærkninger"), cell("")]),
            ],
        ));
    }
    assert_planted(&document(blocks.clone()));
    let mut blocks = Vec::new();
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        let number = u32::try_from(index + 1).unwrap();
        blocks.push(paragraph(&format!("{number}. {text}")));
        blocks.push(table(
            number,
            vec![
                row(vec![cell("Status"), cell(word(PLANTED[index]))]),
                row(vec![cell("Bemærkninger"), cell("")]),
            ],
        ));
    }
    assert_planted(&document(blocks));
}

#[test]
fn one_table_for_each_area_and_one_sheet_for_each_area() {
    let mut blocks = Vec::new();
    for (area, title) in AREAS.iter().enumerate() {
        let mut rows = vec![row(vec![
            cell("Initiativ"),
            cell("Status"),
            cell("Bemærkninger"),
        ])];
        for (index, (_, _, text)) in TEXTS
            .iter()
            .enumerate()
            .filter(|(_, (of, _, _))| *of == area)
        {
            rows.push(row(vec![cell(text), cell(word(PLANTED[index])), cell("")]));
        }
        blocks.push(heading(title));
        blocks.push(table(u32::try_from(area + 1).unwrap(), rows));
    }
    assert_planted(&document(blocks.clone()));
    blocks.retain(|block| matches!(block, Block::Table(_)));
    for (block, title) in blocks.iter_mut().zip(AREAS) {
        if let Block::Table(table) = block {
            table.sheet = Some(title.chars().take(31).collect());
        }
    }
    assert_planted(&document(blocks));
}

#[test]
fn a_listing_in_three_groups() {
    let mut blocks = vec![paragraph("Status på de enkelte anbefalinger.")];
    for (status, title) in [
        (G, "Initiativer som er igangsat efter planen:"),
        (Y, "Initiativer som er i proces:"),
        (R, "Initiativer som er endnu ikke er igangsat:"),
    ] {
        blocks.push(paragraph(title));
        for (index, (_, _, text)) in TEXTS
            .iter()
            .enumerate()
            .rev()
            .filter(|(index, _)| PLANTED[*index] == status)
        {
            let short = text.split(',').next().unwrap_or(text);
            blocks.push(paragraph(&format!(
                " • {} {short}",
                if index % 2 == 0 { "" } else { " " }
            )));
        }
    }
    blocks.push(paragraph("Opsummering\nFem af anbefalingerne er igangsat, tre er i proces, og fire er ikke igangsat."));
    let reading = read(&document(blocks));
    let expected: Vec<_> = PLANTED
        .iter()
        .map(|status| if *status == N { NO } else { *status })
        .collect();
    assert_eq!(statuses(&reading), expected);
}

#[test]
fn running_text_with_labels() {
    let mut blocks = Vec::new();
    for (index, (_, _, text)) in TEXTS.iter().enumerate() {
        blocks.push(paragraph(&format!("{}. {text}", index + 1)));
        if PLANTED[index] != NO {
            blocks.push(paragraph(&format!("Status: {}", word(PLANTED[index]))));
            blocks.push(paragraph("Bemærkninger: Vi er med."));
            blocks.push(Block::Paragraph(Paragraph {
                kind: ParagraphKind::ListItem,
                ..Paragraph::plain("Et punkt mere")
            }));
        }
    }
    let reading = assert_planted(&document(blocks));
    assert_eq!(
        plain_remark(&reading.entries[0].remark),
        "Vi er med.\nEt punkt mere"
    );
    assert!(reading.entries[0].remark[1].list_item);
}

#[test]
fn running_text_with_the_status_behind() {
    let blocks = (0..12)
        .map(|index| {
            paragraph(&match PLANTED[index] {
                NO => TEXTS[index].2.to_owned(),
                N => format!("{} – deltager ikke", TEXTS[index].2),
                status => format!("{} – {}", TEXTS[index].2, word(status)),
            })
        })
        .collect();
    let reading = read(&document(blocks));
    for (entry, planted) in reading.entries.iter().zip(PLANTED) {
        assert!(entry.status == planted || planted == N, "{entry:?}");
    }
}

#[test]
fn a_legend_is_not_an_answer() {
    let mut document = usual(HEADINGS, [0, 1, 2], |index| {
        (cell(word(PLANTED[index])), cell(""))
    });
    let legend = |fill, text: &str| row(vec![filled(text, color(fill)), cell("")]);
    document.blocks.insert(
        1,
        paragraph("Grøn = igangsat efter planen. Gul = i proces. Rød = ikke igangsat."),
    );
    document.blocks.insert(
        2,
        table(
            9,
            vec![
                legend(G, "Grøn: igangsat"),
                legend(Y, "Gul: i proces"),
                legend(R, "Rød: ikke igangsat"),
            ],
        ),
    );
    if let Block::Table(table) = &mut document.blocks[3] {
        table
            .rows
            .push(row(vec![cell("Grøn = igangsat"), cell(""), cell("")]));
        table
            .rows
            .push(row(vec![cell("Rød"), cell("Ikke igangsat"), cell("")]));
    }
    let reading = assert_planted(&document);
    assert_eq!(reading.unmatched, []);
}

#[test]
fn merged_area_column_and_extra_columns() {
    let mut rows = vec![row(vec![
        cell("Indsatsområde"),
        cell("Skal/kan"),
        cell("Anbefaling"),
        cell("Status 2016"),
        cell("Status 2017"),
        cell("Bemærkninger"),
    ])];
    for (index, (area, must, text)) in TEXTS.iter().enumerate() {
        let mut first = cell(if index == 0 || TEXTS[index - 1].0 != *area {
            AREAS[*area]
        } else {
            ""
        });
        first.continues_above = first.paragraphs.is_empty();
        rows.push(row(vec![
            first,
            cell(if *must { "Skal" } else { "Kan" }),
            cell(text),
            cell("Rød"),
            cell(word(PLANTED[index])),
            cell(""),
        ]));
    }
    assert_planted(&document(vec![table(1, rows.clone())]));
    let template = forms::read_template(&document(vec![table(1, rows)])).unwrap();
    assert_eq!(
        (
            template.recommendations.len(),
            template.areas.len(),
            must(&template)
        ),
        (12, 5, 5)
    );
}

#[test]
fn a_recommendation_cut_by_a_page_break_is_one_row() {
    let mut document = usual(HEADINGS, [0, 1, 2], |index| {
        (cell(word(PLANTED[index])), cell(""))
    });
    if let Block::Table(table) = &mut document.blocks[1] {
        let at = table
            .rows
            .iter()
            .position(|row| row.cells[0].text() == TEXTS[0].2)
            .unwrap();
        let (first, rest) = TEXTS[0].2.split_once("kunne ").unwrap();
        table.rows[at].cells[0] = cell(first);
        table.rows.insert(
            at + 1,
            row(vec![cell(rest), cell(""), cell("Bemærkningen fortsætter.")]),
        );
    }
    let reading = assert_planted(&document);
    assert_eq!(
        plain_remark(&reading.entries[0].remark),
        "Bemærkningen fortsætter."
    );
    assert_eq!(reading.unmatched, []);
}
