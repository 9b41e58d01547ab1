//! PDFs drawn by the test, read back.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "pdf_support/mod.rs"]
mod pdf_support;

use document_model::{Block, Control, Document, ParagraphKind, Rgb, Row, Table};
use documents::read::{ReadError, pdf};
use pdf_support::{Pdf, Sheet};

fn tables(document: &Document) -> Vec<&Table> {
    let blocks = document.blocks.iter();
    blocks
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

fn texts(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| cell.text()).collect()
}

fn read(pdf: Pdf) -> Document {
    pdf::read(&pdf.bytes()).unwrap()
}

/// Three columns, two rows, text in each cell.
fn small_table(sheet: &mut Sheet) {
    sheet.grid(&[50.0, 250.0, 330.0, 540.0], &[700.0, 660.0, 620.0]);
    for (row, y) in [(1, 680.0), (2, 640.0)] {
        sheet.text(55.0, y, &format!("Anbefaling nummer {row}"));
        sheet.text(255.0, y, ["Grøn", "Gul"][row - 1]);
        sheet.text(335.0, y, &format!("Bemærkning nummer {row}"));
    }
}

#[test]
fn ruled_cells_become_a_table_with_page_and_row_numbers() {
    let mut sheet = Sheet::default();
    small_table(&mut sheet);
    let document = read(Pdf::of([sheet]));
    let tables = tables(&document);
    assert_eq!(tables.len(), 1);
    assert_eq!(
        texts(&tables[0].rows[1]),
        ["Anbefaling nummer 2", "Gul", "Bemærkning nummer 2"]
    );
    assert_eq!(
        (
            tables[0].number,
            tables[0].rows[1].number,
            tables[0].rows[1].page
        ),
        (1, 2, Some(1))
    );
}

#[test]
fn rules_drawn_as_thin_rectangles_for_each_cell_give_the_same_table() {
    let mut sheet = Sheet::default();
    for (left, right) in [(50.0, 250.0), (250.0, 330.0)] {
        for (top, bottom) in [(700.0, 660.0), (660.0, 620.0)] {
            sheet.thin_box(left, bottom, right, top);
        }
    }
    sheet.text(55.0, 680.0, "A");
    sheet.text(255.0, 640.0, "D");
    let document = read(Pdf::of([sheet]));
    let rows = &tables(&document)[0].rows;
    assert_eq!(
        (texts(&rows[0]), texts(&rows[1])),
        (
            vec!["A".into(), String::new()],
            vec![String::new(), "D".into()]
        )
    );
}

#[test]
fn double_lines_are_one_rule() {
    let mut sheet = Sheet::default();
    sheet.grid(&[50.0, 250.0, 330.0], &[700.0, 660.0, 620.0]);
    sheet.grid(&[51.5, 251.5, 331.5], &[698.5, 658.5, 618.5]);
    sheet.text(55.0, 680.0, "A");
    let document = read(Pdf::of([sheet]));
    let table = tables(&document)[0];
    assert_eq!((table.rows.len(), table.rows[0].cells.len()), (2, 2));
}

#[test]
fn a_missing_rule_joins_cells_across_and_down() {
    let mut sheet = Sheet::default();
    for y in [700.0, 660.0, 580.0] {
        sheet.line(50.0, y, 500.0, y);
    }
    sheet.line(200.0, 620.0, 500.0, 620.0);
    for x in [50.0, 500.0] {
        sheet.line(x, 700.0, x, 580.0);
    }
    for x in [200.0, 350.0] {
        sheet.line(x, 660.0, x, 580.0);
    }
    sheet.text(55.0, 680.0, "Over alle kolonner");
    sheet.text(55.0, 640.0, "Over to rækker");
    sheet.text(205.0, 600.0, "Nederst");
    let document = read(Pdf::of([sheet]));
    let rows = &tables(&document)[0].rows;
    assert_eq!(rows[0].cells.len(), 1);
    assert_eq!(rows[0].cells[0].column_span, 3);
    assert_eq!(texts(&rows[1])[0], "Over to rækker");
    assert!(rows[2].cells[0].continues_above);
    assert_eq!(texts(&rows[2])[1], "Nederst");
}

#[test]
fn fills_of_every_colour_space_are_told() {
    let mut sheet = Sheet::default();
    for (index, paint) in [
        "0 0.69 0.31 rg",
        "/Profile cs 1 1 0 sc",
        "0 1 1 0 k",
        "0.8 g",
    ]
    .iter()
    .enumerate()
    {
        sheet.fill(paint, 50.0 + 100.0 * index as f32, 620.0, 100.0, 80.0);
    }
    sheet.grid(&[50.0, 150.0, 250.0, 350.0, 450.0], &[700.0, 620.0]);
    sheet.text(60.0, 660.0, "Status");
    let document = read(Pdf::of([sheet]));
    let fills: Vec<_> = tables(&document)[0].rows[0]
        .cells
        .iter()
        .map(|cell| cell.fill)
        .collect();
    let expected = [
        Rgb(0, 176, 79),
        Rgb(255, 255, 0),
        Rgb(255, 0, 0),
        Rgb(204, 204, 204),
    ];
    assert_eq!(fills, expected.map(Some));
}

#[test]
fn bold_and_coloured_text_keep_their_look() {
    let mut sheet = Sheet::default();
    sheet.text(50.0, 700.0, "almindelig");
    sheet.styled(120.0, 700.0, "F2", "1 0 0 rg", "fed og rød");
    let document = read(Pdf::of([sheet]));
    let Block::Paragraph(paragraph) = &document.blocks[0] else {
        panic!("no paragraph")
    };
    assert_eq!(paragraph.text(), "almindelig fed og rød");
    let last = paragraph.runs.last().unwrap();
    assert!(last.bold && last.color == Some(Rgb(255, 0, 0)));
}

#[test]
fn wrapped_lines_join_and_wider_gaps_part_paragraphs() {
    let mut sheet = Sheet::default();
    sheet.grid(&[50.0, 172.0, 540.0], &[700.0, 560.0]);
    for (y, line) in [
        (685.0, "Kommunerne samarbejder"),
        (673.0, "om opgaven hver dag."),
        (649.0, "Et nyt afsnit begynder"),
        (637.0, "efter en luft."),
    ] {
        sheet.text(55.0, y, line);
    }
    let document = read(Pdf::of([sheet]));
    let cell = &tables(&document)[0].rows[0].cells[0];
    assert_eq!(
        cell.text(),
        "Kommunerne samarbejder om opgaven hver dag.\nEt nyt afsnit begynder efter en luft."
    );
}

#[test]
fn bullets_begin_list_items() {
    let mut sheet = Sheet::default();
    sheet.grid(&[50.0, 300.0, 540.0], &[700.0, 600.0]);
    sheet.text(55.0, 685.0, "\u{2022} første punkt");
    sheet.text(55.0, 673.0, "\u{2022} andet punkt");
    let document = read(Pdf::of([sheet]));
    let paragraphs = &tables(&document)[0].rows[0].cells[0].paragraphs;
    assert!(
        paragraphs
            .iter()
            .all(|paragraph| paragraph.kind == ParagraphKind::ListItem)
    );
    assert_eq!(paragraphs[1].text(), "andet punkt");
}

#[test]
fn spaced_out_and_kerned_letters_stay_one_word() {
    let mut sheet = Sheet::default();
    sheet.raw("BT /F1 10 Tf 4 Tc 50 700 Td (STATUS) Tj ET\n");
    sheet.raw("BT /F1 10 Tf 50 640 Td [(V)80(irksomhed)-600(og)-300(job)] TJ ET\n");
    let document = read(Pdf::of([sheet]));
    let texts: Vec<_> = document
        .blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(paragraph) => paragraph.text(),
            Block::Table(_) => String::new(),
        })
        .collect();
    assert_eq!(texts, ["STATUS", "Virksomhed og job"]);
}

#[test]
fn letters_printed_twice_for_bold_are_read_once() {
    let mut sheet = Sheet::default();
    sheet.text(50.0, 700.0, "Grøn alle");
    sheet.text(50.2, 700.0, "Grøn alle");
    let document = read(Pdf::of([sheet]));
    let Block::Paragraph(paragraph) = &document.blocks[0] else {
        panic!("no paragraph")
    };
    assert_eq!(paragraph.text(), "Grøn alle");
}

#[test]
fn a_table_that_goes_on_over_a_page_break_is_one_table() {
    let edges = [50.0, 250.0, 330.0, 540.0];
    let mut first = Sheet::default();
    first.grid(&edges, &[200.0, 160.0, 60.0]);
    first.text(55.0, 180.0, "Anbefaling");
    first.text(255.0, 180.0, "Status");
    first.text(55.0, 140.0, "Den første");
    first.text(255.0, 140.0, "Grøn");
    first.text(335.0, 140.0, "Bemærkningen begynder");
    let mut second = Sheet::default();
    second.text(50.0, 820.0, "Side 2 af 2");
    second.grid(&edges, &[780.0, 740.0, 700.0]);
    second.text(55.0, 760.0, "Anbefaling");
    second.text(255.0, 760.0, "Status");
    second.text(335.0, 720.0, "og fortsætter her.");
    let document = read(Pdf::of([first, second]));
    let tables = tables(&document);
    assert_eq!(tables.len(), 1);
    let rows = &tables[0].rows;
    assert_eq!(
        rows.iter()
            .map(|row| (row.number, row.page))
            .collect::<Vec<_>>(),
        [(1, Some(1)), (2, Some(1)), (3, Some(2)), (4, Some(2))]
    );
    assert!(rows[0].header && rows[2].header && !rows[1].header);
    assert_eq!(texts(&rows[3]), ["", "", "og fortsætter her."]);
}

#[test]
fn aligned_columns_without_rules_are_a_table() {
    let mut sheet = Sheet::default();
    for (row, y) in [700.0, 660.0, 620.0, 580.0].into_iter().enumerate() {
        sheet.text(50.0, y, &format!("Anbefaling nummer {row}"));
        sheet.text(250.0, y, "Grøn");
        sheet.text(330.0, y, "En bemærkning som");
        sheet.text(330.0, y - 12.0, "går over to linjer");
    }
    let document = read(Pdf::of([sheet]));
    let rows = &tables(&document)[0].rows;
    assert_eq!(rows.len(), 4);
    assert_eq!(
        texts(&rows[2]),
        [
            "Anbefaling nummer 2",
            "Grøn",
            "En bemærkning som går over to linjer"
        ]
    );
}

#[test]
fn form_fields_stand_in_their_cells() {
    let mut sheet = Sheet::default();
    small_table(&mut sheet);
    sheet.field(
        "/FT /Ch /V (Gr\\370n) /Opt [(V\\346lg) (Gr\\370n) (Gul)]",
        [260.0, 665.0, 320.0, 678.0],
    );
    sheet.field("/FT /Btn /AS /Yes /TU (Gul)", [310.0, 630.0, 320.0, 640.0]);
    sheet.field(
        "/FT /Tx /V (Skrevet i feltet)",
        [335.0, 622.0, 530.0, 634.0],
    );
    let document = read(Pdf::of([sheet]));
    let rows = &tables(&document)[0].rows;
    let Control::Choice { selected, options } = &rows[0].cells[1].controls[0] else {
        panic!("no choice")
    };
    assert_eq!((selected.as_deref(), options.len()), (Some("Grøn"), 3));
    assert!(
        matches!(&rows[1].cells[1].controls[0], Control::CheckBox { checked: true, label: Some(label) } if label == "Gul")
    );
    assert!(rows[1].cells[2].text().contains("Skrevet i feltet"));
}

#[test]
fn a_page_shown_turned_reads_like_an_upright_one() {
    let upright = {
        let mut sheet = Sheet::default();
        small_table(&mut sheet);
        read(Pdf::of([sheet]))
    };
    let mut sheet = Sheet::turned();
    small_table(&mut sheet);
    let turned = read(Pdf::of([sheet]));
    let all = |document: &Document| {
        tables(document)[0]
            .rows
            .iter()
            .map(texts)
            .collect::<Vec<_>>()
    };
    assert_eq!(all(&turned), all(&upright));
}

#[test]
fn a_page_drawn_sideways_is_turned() {
    let mut sheet = Sheet::default();
    sheet.raw("0 1 -1 0 842 0 cm\n");
    small_table(&mut sheet);
    let rows = &tables(&read(Pdf::of([sheet])))[0].rows.clone();
    assert_eq!(
        texts(&rows[1]),
        ["Anbefaling nummer 2", "Gul", "Bemærkning nummer 2"]
    );
}

#[test]
fn columns_of_a_page_are_read_one_after_the_other() {
    let mut sheet = Sheet::default();
    for line in 0..10 {
        let y = 780.0 - 12.0 * line as f32;
        sheet.text(50.0, y, &format!("Venstre spalte linje {line} fortæller"));
        sheet.text(320.0, y, &format!("Højre spalte linje {line} fortæller"));
    }
    let document = read(Pdf::of([sheet]));
    assert!(tables(&document).is_empty());
    let Block::Paragraph(first) = &document.blocks[0] else {
        panic!("no paragraph")
    };
    assert!(
        first
            .text()
            .starts_with("Venstre spalte linje 0 fortæller Venstre spalte linje 1")
    );
}

#[test]
fn larger_print_is_a_heading() {
    let mut sheet = Sheet::default();
    sheet.raw("BT /F1 18 Tf 50 780 Td (Fremdriftsskema) Tj ET\n");
    sheet.text(
        50.0,
        740.0,
        "Almindelig tekst, som der er mest af paa siden.",
    );
    let document = read(Pdf::of([sheet]));
    let Block::Paragraph(paragraph) = &document.blocks[0] else {
        panic!("no paragraph")
    };
    assert_eq!(paragraph.kind, ParagraphKind::Heading(1));
}

#[test]
fn a_page_of_pictures_is_called_scanned() {
    let mut sheet = Sheet::default();
    sheet.raw("q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n");
    assert_eq!(
        pdf::read(&Pdf::of([sheet]).bytes()),
        Err(ReadError::ScannedPdf)
    );
}

#[test]
fn damaged_and_foreign_files_are_refused() {
    assert_eq!(pdf::read(b""), Err(ReadError::EmptyFile));
    assert_eq!(pdf::read(b"hej"), Err(ReadError::UnknownFormat));
    assert!(matches!(
        pdf::read(b"%PDF-1.7\nintet her"),
        Err(ReadError::Damaged { .. })
    ));
}

#[test]
fn every_cut_of_a_file_ends_without_a_panic() {
    let mut sheet = Sheet::default();
    small_table(&mut sheet);
    let bytes = Pdf::of([sheet]).bytes();
    for end in (0..bytes.len()).step_by(53) {
        let _ = pdf::read(&bytes[..end]);
    }
}

#[test]
fn a_form_that_shows_itself_ends() {
    let mut sheet = Sheet::default();
    sheet.text(50.0, 700.0, "Grøn");
    sheet.raw("/Loop Do\n");
    assert!(pdf::read(&Pdf::of([sheet]).bytes()).is_ok());
}
