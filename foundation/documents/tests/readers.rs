//! What the readers make of files as people make them.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod hostile_support;

use document_model::{
    Block, Cell, Control, Document, Format, ParagraphKind, ReaderRemark, Rgb, Table,
};
use documents::read::read;
use hostile_support::{docx, docx_with, opendocument, packed, xlsx};

fn tables(document: &Document) -> Vec<&Table> {
    let blocks = document.blocks.iter();
    blocks
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        })
        .collect()
}

/// The only table's rows as texts, columns parted by `|`.
fn rows(document: &Document) -> Vec<String> {
    let text = |cell: &Cell| cell.text().replace('\n', "/");
    let row = |row: &document_model::Row| row.cells.iter().map(text).collect::<Vec<_>>().join("|");
    tables(document)[0].rows.iter().map(row).collect()
}

fn paragraphs(document: &Document) -> Vec<(ParagraphKind, String)> {
    let paragraph = |block: &Block| match block {
        Block::Paragraph(paragraph) => Some((paragraph.kind, paragraph.text())),
        Block::Table(_) => None,
    };
    document.blocks.iter().filter_map(paragraph).collect()
}

fn cell(document: &Document, row: usize, cell: usize) -> &Cell {
    &tables(document)[0].rows[row].cells[cell]
}

/// A Word table of one cell with this content.
fn in_cell(content: &str) -> Document {
    let table = format!("<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>");
    read("x.docx", &docx(&table)).unwrap()
}

fn choice(selected: Option<&str>, options: &[&str]) -> Control {
    Control::Choice {
        selected: selected.map(str::to_owned),
        options: options.iter().map(|word| (*word).to_owned()).collect(),
    }
}

fn check_box(checked: bool, label: &str) -> Control {
    Control::CheckBox {
        checked,
        label: Some(label.to_owned()),
    }
}

#[test]
fn danish_style_names_and_outline_levels_are_headings() {
    let styles = r#"<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="O1"><w:name w:val="Overskrift 1"/></w:style><w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen"/><w:basedOn w:val="O1"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"#;
    let links = r#"<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>"#;
    let body = r#"<w:p><w:pPr><w:pStyle w:val="O1"/></w:pPr><w:r><w:t>En</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Egen"/></w:pPr><w:r><w:t>To</w:t></w:r></w:p><w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Tre</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr><w:r><w:t>Punkt</w:t></w:r></w:p>"#;
    let parts: [(&str, &[u8]); 2] = [
        ("word/styles.xml", styles.as_bytes()),
        ("word/_rels/document.xml.rels", links.as_bytes()),
    ];
    let document = read("x.docx", &docx_with(body, &parts)).unwrap();
    let kinds: Vec<_> = paragraphs(&document)
        .into_iter()
        .map(|(kind, _)| kind)
        .collect();
    assert_eq!(
        kinds,
        [
            ParagraphKind::Heading(1),
            ParagraphKind::Heading(1),
            ParagraphKind::Heading(3),
            ParagraphKind::ListItem
        ]
    );
    let Block::Paragraph(second) = &document.blocks[1] else {
        panic!()
    };
    assert!(second.runs[0].bold);
}

#[test]
fn a_word_table_keeps_spans_merges_fills_and_header_rows() {
    let body = r#"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/><w:shd w:val="clear" w:fill="00B050"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"#;
    let document = read("x.docx", &docx(body)).unwrap();
    assert!(tables(&document)[0].rows[0].header);
    assert_eq!(cell(&document, 0, 0).column_span, 2);
    assert_eq!(cell(&document, 0, 1).column, 2);
    assert_eq!(cell(&document, 1, 0).fill, Some(Rgb(0, 0xB0, 0x50)));
    assert!(cell(&document, 2, 0).continues_above);
}

#[test]
fn a_drop_down_in_word_is_a_choice_wherever_it_wraps() {
    let list = r#"<w:sdtPr><w:dropDownList><w:listItem w:displayText="Grøn" w:value="1"/><w:listItem w:displayText="Gul" w:value="2"/></w:dropDownList></w:sdtPr>"#;
    let run = "<w:r><w:t>Gul</w:t></w:r>";
    let inside = format!("<w:p><w:sdt>{list}<w:sdtContent>{run}</w:sdtContent></w:sdt></w:p>");
    let around = format!("<w:sdt>{list}<w:sdtContent><w:p>{run}</w:p></w:sdtContent></w:sdt>");
    let cells = format!(
        "<w:tbl><w:tr><w:sdt>{list}<w:sdtContent><w:tc><w:p>{run}</w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"
    );
    let documents = [
        in_cell(&inside),
        in_cell(&around),
        read("x.docx", &docx(&cells)).unwrap(),
    ];
    for document in &documents {
        let cell = cell(document, 0, 0);
        assert_eq!(cell.controls, [choice(Some("Gul"), &["Grøn", "Gul"])]);
        assert_eq!(cell.text(), "");
    }
}

#[test]
fn a_placeholder_is_no_answer() {
    let list = r#"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText="Grøn" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>Vælg et element.</w:t></w:r></w:sdtContent></w:sdt></w:p>"#;
    assert_eq!(
        cell(&in_cell(list), 0, 0).controls,
        [choice(None, &["Grøn"])]
    );
    let text = r#"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Klik her for at skrive</w:t></w:r></w:sdtContent></w:sdt></w:p>"#;
    assert!(cell(&in_cell(text), 0, 0).is_blank());
}

#[test]
fn check_boxes_of_all_kinds_carry_the_words_beside_them() {
    let control = r#"<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> Grøn ☐ Gul</w:t></w:r></w:p>"#;
    let expected = [check_box(true, "Grøn"), check_box(false, "Gul")];
    assert_eq!(cell(&in_cell(control), 0, 0).controls, expected);
    let field = |value| {
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>{value}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        )
    };
    let fields = format!(
        "<w:p>{}<w:r><w:t>Grøn</w:t></w:r>{}<w:r><w:t>Gul</w:t></w:r></w:p>",
        field("<w:checked/>"),
        field("")
    );
    assert_eq!(cell(&in_cell(&fields), 0, 0).controls, expected);
    let symbol =
        r#"<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>Grøn</w:t></w:r></w:p>"#;
    assert_eq!(
        cell(&in_cell(symbol), 0, 0).controls,
        [check_box(true, "Grøn")]
    );
}

#[test]
fn a_form_field_list_gives_its_chosen_entry() {
    let field = r#"<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Grøn"/><w:listEntry w:val="Rød"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#;
    assert_eq!(
        cell(&in_cell(field), 0, 0).controls,
        [choice(Some("Rød"), &["Grøn", "Rød"])]
    );
}

#[test]
fn tracked_changes_are_read_as_accepted_and_remarked() {
    let changed = "<w:p><w:ins><w:r><w:t>ny</w:t></w:r></w:ins><w:del><w:r><w:delText>gammel</w:delText></w:r></w:del></w:p>";
    let document = in_cell(changed);
    assert_eq!(cell(&document, 0, 0).text(), "ny");
    assert_eq!(document.remarks, [ReaderRemark::TrackedChangesAccepted]);
}

#[test]
fn text_boxes_are_read_once() {
    let body = r#"<w:p><w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:txbxContent><w:p><w:r><w:t>boks</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>boks</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>anker</w:t></w:r></w:p>"#;
    let document = read("x.docx", &docx(body)).unwrap();
    let texts: Vec<_> = paragraphs(&document)
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    assert_eq!(texts, ["boks", "anker"]);
}

#[test]
fn cells_that_break_over_a_page_do_not_count_the_page_twice() {
    let cell =
        "<w:tc><w:p><w:r><w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p></w:tc>";
    let after = "<w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr>";
    let body = format!("<w:tbl><w:tr>{cell}{cell}</w:tr>{after}</w:tbl>");
    let document = read("x.docx", &docx(&body)).unwrap();
    let pages: Vec<_> = tables(&document)[0]
        .rows
        .iter()
        .map(|row| row.page)
        .collect();
    assert_eq!(pages, [Some(1), Some(2)]);
}

#[test]
fn a_sheet_keeps_row_numbers_lines_merges_and_percentages() {
    let sheet = r#"<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>en
to</t></is></c></row><row r="5"><c r="A5"><v>0.1</v></c><c r="C5" t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A5:B6"/></mergeCells>"#;
    let document = read("x.xlsx", &xlsx(sheet)).unwrap();
    assert_eq!(document.format, Format::Xlsx);
    assert_eq!(tables(&document)[0].sheet.as_deref(), Some("Ark"));
    let numbers: Vec<_> = tables(&document)[0]
        .rows
        .iter()
        .map(|row| row.number)
        .collect();
    assert_eq!(numbers, [2, 5]);
    assert_eq!(cell(&document, 0, 1).paragraphs.len(), 2);
    assert_eq!(cell(&document, 1, 0).column_span, 2);
    assert_eq!(rows(&document)[1], "0.1|TRUE");
}

#[test]
fn an_opendocument_table_keeps_spans_repeats_and_fills() {
    let styles = r##"<office:automatic-styles><style:style xmlns:style="s" style:name="g" style:family="table-cell"><style:table-cell-properties xmlns:fo="f" fo:background-color="#00b050"/></style:style></office:automatic-styles>"##;
    let body = r#"<table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>a<text:s text:c="2"/>b</text:p></table:table-cell><table:table-cell table:style-name="g" table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row></table:table>"#;
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>"#
    );
    let bytes = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ]);
    let document = read("x.odt", &bytes).unwrap();
    assert_eq!(rows(&document), ["a  b|x|x", "|y"]);
    assert_eq!(cell(&document, 0, 2).fill, Some(Rgb(0, 0xB0, 0x50)));
    assert!(cell(&document, 1, 0).continues_above);
}

#[test]
fn a_spreadsheet_counts_the_rows_that_it_leaves_out() {
    let body = r#"<table:table table:name="Ark"><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row></table:table>"#;
    let document = read("x.ods", &opendocument("spreadsheet", body)).unwrap();
    let row = &tables(&document)[0].rows[0];
    assert_eq!((row.number, row.cells.len()), (4, 1));
}

#[test]
fn a_page_gives_tables_with_spans_fills_and_controls() {
    let page = r#"<html><head><style>td.g { background: #00B050 } /* x */</style><title>Skema</title></head><body><h2>Overskrift</h2><ul><li>punkt</ul><table><thead><tr><th>A<th>B</thead><tr><td rowspan=2>a<td class=g>Gr&oslash;n<br>ny<tr><td bgcolor="red"><select><option>Grøn<option selected>Gul</select><input type=checkbox checked> ja</table><script>nej</script>"#;
    let document = read("x.html", page.as_bytes()).unwrap();
    assert_eq!(document.property("title"), Some("Skema"));
    assert_eq!(
        paragraphs(&document)[0],
        (ParagraphKind::Heading(2), "Overskrift".to_owned())
    );
    assert_eq!(paragraphs(&document)[1].0, ParagraphKind::ListItem);
    assert_eq!(rows(&document), ["A|B", "a|Grøn/ny", "|ja"]);
    assert!(tables(&document)[0].rows[0].header);
    assert_eq!(cell(&document, 1, 1).fill, Some(Rgb(0, 0xB0, 0x50)));
    assert_eq!(cell(&document, 2, 1).fill, Some(Rgb(255, 0, 0)));
    let controls = [choice(Some("Gul"), &["Grøn", "Gul"]), check_box(true, "ja")];
    assert_eq!(cell(&document, 2, 1).controls, controls);
}

#[test]
fn separated_values_are_read_in_every_usual_encoding_and_delimiter() {
    let text = "Anbefaling;Status\nNærhed;\"Grøn\nnu\"\n";
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    for bytes in [text.as_bytes(), &latin, &wide, &marked] {
        let document = read("x.csv", bytes).unwrap();
        assert_eq!(rows(&document), ["Anbefaling|Status", "Nærhed|Grøn/nu"]);
    }
    let commas = read("x.csv", b"a,\"b;c\"\nd,e\n").unwrap();
    assert_eq!(rows(&commas), ["a|b;c", "d|e"]);
}

#[test]
fn pasted_text_becomes_a_table_with_its_continued_rows() {
    let text = "Skema 2017\n\nVirksomheder\tGrøn/gul/rød\tBemærkninger\n<p>Alle &amp; enhver</p>\tGrøn\t<p>Et <b>fedt</b> afsnit.</p> <p>To; 3 < 4</p>\n\n\t<p>som går videre</p>\n--\t---\n\n\t\tog slutter\n<p>Over\nto linjer</p>\tGul\tja\n\n- et punkt\n";
    let document = read("x.txt", text.as_bytes()).unwrap();
    assert_eq!(document.format, Format::Text);
    assert_eq!(
        rows(&document),
        [
            "Virksomheder|Grøn/gul/rød|Bemærkninger",
            "Alle & enhver|Grøn|Et fedt afsnit./To; 3 < 4",
            "||som går videre",
            "||og slutter",
            "Over/to linjer|Gul|ja",
        ]
    );
    let last = paragraphs(&document).pop().unwrap();
    assert_eq!(last, (ParagraphKind::ListItem, "et punkt".to_owned()));
}

#[test]
fn the_real_forms_are_read_row_by_row() {
    let folder = std::env::var("PEJLING_CASES").unwrap_or_else(|_| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/cases").to_owned()
    });
    let Ok(bytes) = std::fs::read(format!("{folder}/2017-0101-koebenhavn-brudte-raekker.docx"))
    else {
        eprintln!("skipped: no real forms in {folder} (set PEJLING_CASES)");
        return;
    };
    let document = read("x.docx", &bytes).unwrap();
    assert_eq!(tables(&document)[0].rows.len(), 34);
    assert_eq!(cell(&document, 2, 1).text(), "Grøn");
    assert!(rows(&document)[3].starts_with("||Region Hovedstaden har"));
}
