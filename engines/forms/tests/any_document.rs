//! Whatever comes in, every recommendation has one entry and nothing breaks; and the order in
//! which rows and columns stand changes no answer.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use document_model::{
    Block, Cell, Control, Document, Format, Paragraph, ParagraphKind, Rgb, Row, Run, Table,
};
use forms::{ReadOptions, Status, checks, read_form, read_template};
use proptest::prelude::*;
use support::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\\PC{0,40}",
        2 => proptest::sample::select(vec!["Grøn", "gul/rød", "-", "Status", "Bemærkninger", "SKAL-initiativer i 2016:", "KAN-initiativer", "☒ Grøn ☐ Gul", "Status: \u{301}gul", "x", "3.", "1. 2", "[x] ", "🟢", "ẞ☐☐İ", "2017-0101", "İİ [x] grøn [ ] gul", "Grøn\u{a0}– på vej", "ikke"]).prop_map(str::to_owned),
        2 => proptest::sample::select(TEXTS.to_vec()).prop_map(|(_, _, text)| text.to_owned()),
        1 => ("\\PC{0,10}", proptest::sample::select(TEXTS.to_vec())).prop_map(|(before, (_, _, text))| format!("{before}\t{text}\t{before}")),
    ]
}

fn any_paragraph() -> impl Strategy<Value = Paragraph> {
    let run = (
        text(),
        any::<bool>(),
        proptest::option::of(any::<(u8, u8, u8)>()),
    )
        .prop_map(|(text, bold, color)| Run {
            text,
            bold,
            italic: !bold,
            color: color.map(|(r, g, b)| Rgb(r, g, b)),
            highlight: None,
        });
    let kind = proptest::sample::select(vec![
        ParagraphKind::Body,
        ParagraphKind::Heading(1),
        ParagraphKind::ListItem,
    ]);
    (prop::collection::vec(run, 0..3), kind).prop_map(|(runs, kind)| Paragraph {
        kind,
        runs,
        page: None,
    })
}

fn any_cell() -> impl Strategy<Value = Cell> {
    let control = prop_oneof![
        (proptest::option::of(text()), text()).prop_map(|(selected, option)| Control::Choice {
            selected,
            options: vec![option]
        }),
        (any::<bool>(), proptest::option::of(text()))
            .prop_map(|(checked, label)| Control::CheckBox { checked, label }),
    ];
    (
        0u32..6,
        0u32..4,
        any::<bool>(),
        proptest::option::of(any::<(u8, u8, u8)>()),
        prop::collection::vec(any_paragraph(), 0..3),
        prop::collection::vec(control, 0..3),
    )
        .prop_map(
            |(column, column_span, continues_above, fill, paragraphs, controls)| Cell {
                column,
                column_span,
                continues_above,
                fill: fill.map(|(r, g, b)| Rgb(r, g, b)),
                paragraphs,
                controls,
                tables: Vec::new(),
            },
        )
}

fn any_document() -> impl Strategy<Value = Document> {
    let row =
        (any::<u32>(), prop::collection::vec(any_cell(), 0..5)).prop_map(|(number, cells)| Row {
            number,
            page: None,
            header: false,
            cells,
        });
    let table = prop::collection::vec(row, 0..8).prop_map(|rows| {
        Block::Table(Table {
            number: 1,
            sheet: None,
            rows,
        })
    });
    let block = prop_oneof![any_paragraph().prop_map(Block::Paragraph), table];
    let format =
        proptest::sample::select(vec![Format::Docx, Format::Pdf, Format::Text, Format::Xlsx]);
    (prop::collection::vec(block, 0..8), format).prop_map(|(blocks, format)| Document {
        format,
        blocks,
        ..Document::default()
    })
}

fn answer() -> impl Strategy<Value = Status> {
    proptest::sample::select(Status::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_breaks_and_every_recommendation_has_one_entry(document in any_document(), name in "\\PC{0,30}") {
        let known = municipalities();
        let options = ReadOptions { municipalities: &known, file_name: Some(&name), ..ReadOptions::default() };
        let template = template();
        let reading = read_form(&document, &template, &options);
        let numbers: Vec<u32> = reading.entries.iter().map(|entry| entry.number).collect();
        prop_assert_eq!(numbers, (1..=12).collect::<Vec<_>>());
        for entry in &reading.entries {
            prop_assert!((0.0..=1.0).contains(&entry.confidence));
        }
        checks::problems_of(&reading, &template, &[], &[], 0.75);
        let _ = read_template(&document);
    }

    #[test]
    fn the_order_of_rows_changes_no_answer(planted in prop::collection::vec(answer(), 12), order in Just((0..12usize).collect::<Vec<_>>()).prop_shuffle(), turned in any::<bool>()) {
        let mut rows = vec![row(ordered(turned, [cell("Anbefaling"), cell("Status"), cell("Bemærkninger")]))];
        for index in order {
            let remark = if planted[index] == NO { "" } else { "Vi er med." };
            rows.push(row(ordered(turned, [cell(TEXTS[index].2), cell(word(planted[index])), cell(remark)])));
        }
        let reading = read(&document(vec![table(1, rows)]));
        prop_assert_eq!(statuses(&reading), planted);
        prop_assert_eq!(questions(&reading), Vec::<String>::new());
    }

    #[test]
    fn a_text_with_a_few_wrong_letters_is_recognised_or_asked_about(planted in prop::collection::vec(answer(), 12), changes in prop::collection::vec((0usize..12, 0usize..400, "[a-zæøå]"), 0..60)) {
        let mut texts: Vec<Vec<char>> = TEXTS.iter().map(|(_, _, text)| text.chars().collect()).collect();
        for (index, at, letter) in changes {
            let length = texts[index].len();
            texts[index][at % length] = letter.chars().next().unwrap();
        }
        let mut rows = vec![row(vec![cell("Anbefaling"), cell("Status"), cell("Bemærkninger")])];
        rows.extend((0..12).map(|index| row(vec![cell(&texts[index].iter().collect::<String>()), cell(word(planted[index])), cell("")])));
        let reading = read(&document(vec![table(1, rows)]));
        for (entry, planted) in reading.entries.iter().zip(planted) {
            let asked = reading.problems.iter().any(|problem| problem.number == Some(entry.number));
            prop_assert!(entry.status == planted || asked, "{:?}", entry);
        }
    }
}

fn ordered(turned: bool, cells: [Cell; 3]) -> Vec<Cell> {
    let mut cells = Vec::from(cells);
    if turned {
        cells.reverse();
    }
    cells
}
