//! Hostile and absurd files: each gives an error or a clean reading, within 2 s and 256 MB,
//! through the reader process. The files are made here; none is stored.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod hostile_support;

use document_model::{Document, ReaderRemark};
use documents::read::{Excess, ReadError};
use documents::reader_process::{Limits, Outcome, ReaderPool, ReaderProcess, Source};
use hostile_support::{
    Dice, docx, docx_with, ole, opendocument, packed, small_docx, small_xlsx, xlsx,
};
use std::process::Command;
use std::time::Duration;

const MEMORY: u64 = 256 << 20;

/// Cargo builds examples beside the tests, one folder up.
fn command() -> Command {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    Command::new(path.join("examples").join("reader"))
}

/// Two seconds of processor time. The clock on the wall gets more than in service, because
/// tests run beside compilers; what a file costs does not depend on that.
fn limits() -> Limits {
    Limits {
        wall: Duration::from_secs(60),
        cpu_seconds: 1,
        ..Limits::default()
    }
}

fn process() -> ReaderProcess {
    ReaderProcess::start(command(), limits()).expect("the example `reader` is built")
}

/// Reads through a process of its own and holds the process to its limits.
fn read(name: &str, bytes: Vec<u8>) -> Result<Document, ReadError> {
    let mut process = process();
    let read = process.read(name, bytes);
    if let Some(peak) = process.peak_memory() {
        assert!(peak < MEMORY, "{name} took {} MB", peak >> 20);
    }
    read
}

fn remarks(name: &str, bytes: Vec<u8>) -> Vec<ReaderRemark> {
    read(name, bytes).expect("reads").remarks
}

#[test]
fn an_empty_file_is_called_empty() {
    assert_eq!(read("tom.docx", Vec::new()), Err(ReadError::EmptyFile));
    assert_eq!(
        read("tom.txt", b" \r\n ".to_vec()),
        Err(ReadError::EmptyFile)
    );
}

#[test]
fn old_and_encrypted_office_files_are_named_as_such() {
    assert_eq!(
        read("skema.doc", ole("WordDocument")),
        Err(ReadError::OldWord)
    );
    assert_eq!(read("skema.xls", ole("Workbook")), Err(ReadError::OldExcel));
    assert_eq!(
        read("skema.docx", ole("EncryptedPackage")),
        Err(ReadError::Encrypted)
    );
}

#[test]
fn an_encrypted_opendocument_file_is_named_as_such() {
    let manifest =
        b"<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    let bytes = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x00\x01\x02"),
    ]);
    assert_eq!(read("skema.odt", bytes), Err(ReadError::Encrypted));
}

#[test]
fn pictures_and_programs_are_of_unknown_format() {
    assert_eq!(
        read("x.docx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        Err(ReadError::UnknownFormat)
    );
    assert_eq!(
        read("x.docx", b"MZ\x90\0\x03\0\0\0".to_vec()),
        Err(ReadError::UnknownFormat)
    );
    let other = packed(&[("notes.txt", b"hej"), ("inner.zip", b"PK\x03\x04")]);
    assert_eq!(read("x.docx", other), Err(ReadError::UnknownFormat));
}

#[test]
fn one_huge_part_stops_at_the_limit() {
    let body = " ".repeat(300 << 20);
    assert_eq!(
        read("bombe.docx", docx(&body)),
        Err(ReadError::TooLarge(Excess::Unpacked))
    );
}

#[test]
fn many_large_parts_stop_at_the_limit_together() {
    // Below the ratio each: half noise, half nothing.
    let mut dice = Dice(7);
    let mut part = String::from("<w:hdr xmlns:w=\"w\"><!--");
    while part.len() < 200_000 {
        part.push(char::from(b'a' + dice.next(26) as u8));
    }
    part.push_str(&" ".repeat(24 << 20));
    part.push_str("--></w:hdr>");
    let names: Vec<String> = (0..5).map(|n| format!("word/header{n}.xml")).collect();
    let link =
        |n: usize| format!(r#"<Relationship Id="h{n}" Type="r/header" Target="header{n}.xml"/>"#);
    let links: String = (0..5).map(link).collect();
    let links = format!("<Relationships>{links}</Relationships>");
    let mut parts = vec![("word/_rels/document.xml.rels", links.as_bytes())];
    parts.extend(names.iter().map(|name| (name.as_str(), part.as_bytes())));
    let bytes = docx_with("<w:p/>", &parts);
    assert_eq!(
        read("bomber.docx", bytes),
        Err(ReadError::TooLarge(Excess::Unpacked))
    );
}

#[test]
fn a_packed_file_inside_a_packed_file_is_never_opened() {
    let inner = docx(&" ".repeat(32 << 20));
    let bytes = docx_with(
        "<w:p><w:r><w:t>hej</w:t></w:r></w:p>",
        &[("word/embeddings/x.docx", &inner)],
    );
    assert_eq!(read("kasse.docx", bytes).unwrap().blocks.len(), 1);
}

#[test]
fn sizes_that_lie_are_not_believed() {
    let mut bytes = docx(&" ".repeat(64 << 20));
    // The stated unpacked size stands in every central entry 24 bytes after its mark.
    let marks: Vec<usize> = bytes
        .windows(4)
        .enumerate()
        .filter(|(_, w)| *w == b"PK\x01\x02")
        .map(|(at, _)| at)
        .collect();
    for at in marks {
        bytes[at + 24..at + 28].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(matches!(
        read("løgn.docx", bytes),
        Err(ReadError::TooLarge(_) | ReadError::Damaged { .. })
    ));
}

#[test]
fn xml_entities_are_refused() {
    let document = b"<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    let bytes = packed(&[
        (
            "[Content_Types].xml",
            hostile_support::DOCX_TYPES.as_bytes(),
        ),
        ("word/document.xml", document),
    ]);
    assert_eq!(read("latter.docx", bytes), Err(ReadError::XmlEntities));
    let unknown = docx("<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>");
    assert_eq!(read("ukendt.docx", unknown), Err(ReadError::XmlEntities));
}

#[test]
fn a_hundred_thousand_layers_cost_nothing() {
    let deep = |open: &str, close: &str| open.repeat(100_000) + &close.repeat(100_000);
    let nested = Err(ReadError::TooLarge(Excess::Nesting));
    assert_eq!(
        read(
            "dyb.docx",
            docx(&deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"))
        ),
        nested
    );
    assert_eq!(
        read(
            "dyb.docx",
            docx(&deep("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"))
        ),
        nested
    );
    assert_eq!(
        read(
            "dyb.odt",
            opendocument("text", &deep("<text:list>", "</text:list>"))
        ),
        nested
    );
    assert_eq!(
        read(
            "dyb.html",
            format!("<html>{}", deep("<div><b>", "</b></div>")).into_bytes()
        ),
        nested
    );
    assert_eq!(
        read(
            "dyb.html",
            format!("<html>{}", "<table><tr><td>".repeat(100_000)).into_bytes()
        ),
        nested
    );
}

#[test]
fn tables_inside_tables_survive_the_way_back_as_deep_as_they_are_read() {
    let deep = "<table><tr><td>x".repeat(12);
    assert!(read("dyb.html", format!("<html>{deep}").into_bytes()).is_ok());
}

#[test]
fn a_sheet_of_a_million_cells_is_too_large() {
    let cells = "<c><v>1</v></c>".repeat(1000);
    let rows = format!("<row>{cells}</row>").repeat(1000);
    let bytes = xlsx(&format!("<sheetData>{rows}</sheetData>"));
    let read = read("million.xlsx", bytes);
    assert!(
        matches!(read, Err(ReadError::TooLarge(_))),
        "{:?}",
        read.err()
    );
}

#[test]
fn a_cell_in_the_last_corner_of_a_sheet_takes_one_cell() {
    let bytes = xlsx(
        r#"<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>"#,
    );
    assert_eq!(read("hjørne.xlsx", bytes).unwrap().blocks.len(), 1);
}

#[test]
fn rows_and_cells_repeated_a_million_times_are_refused_with_words_and_skipped_without() {
    let row = |repeat: &str, text: &str| {
        format!(
            r#"<table:table table:name="A"><table:table-row {repeat}><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row></table:table>"#
        )
    };
    let rows = r#"table:number-rows-repeated="1048576""#;
    let words = opendocument("spreadsheet", &row(rows, "x"));
    assert_eq!(
        read("gentag.ods", words),
        Err(ReadError::TooLarge(Excess::Cells))
    );
    let blank = opendocument("spreadsheet", &row(rows, ""));
    assert!(read("tom.ods", blank).unwrap().blocks.is_empty());
}

#[test]
fn a_table_of_spans_beyond_all_measure_ends() {
    let cell = "<td colspan=4000000000 rowspan=4000000000>x</td>".repeat(200);
    let rows = format!("<tr>{cell}</tr>").repeat(500);
    let read = read("spænd.html", format!("<table>{rows}</table>").into_bytes());
    assert!(matches!(read, Ok(_) | Err(ReadError::TooLarge(_))));
}

#[test]
fn macros_formulas_and_foreign_references_are_remarked_and_left_alone() {
    let links = r#"<Relationships><Relationship Id="r1" Type="x/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="r2" Type="x/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>"#;
    let body = "<w:p><w:r><w:t>hej</w:t></w:r></w:p>";
    let bytes = docx_with(
        body,
        &[
            ("word/vbaProject.bin", b"x"),
            ("word/_rels/document.xml.rels", links.as_bytes()),
        ],
    );
    assert_eq!(
        remarks("makro.docm", bytes),
        [
            ReaderRemark::MacrosIgnored,
            ReaderRemark::ExternalLinksIgnored
        ]
    );
    let formula = r#"<sheetData><row r="1"><c r="A1"><f>WEBSERVICE("http://x")</f><v>3</v></c></row></sheetData>"#;
    assert_eq!(
        remarks("formel.xlsx", xlsx(formula)),
        [ReaderRemark::FormulasNotComputed]
    );
}

#[test]
fn names_that_climb_out_of_the_folder_do_nothing() {
    let links = r#"<Relationships><Relationship Id="r1" Type="x/header" Target="../../../etc/passwd"/></Relationships>"#;
    let bytes = docx_with(
        "<w:p><w:r><w:t>hej</w:t></w:r></w:p>",
        &[
            ("../../../../tmp/pejling-was-here", b"x"),
            ("word/_rels/document.xml.rels", links.as_bytes()),
        ],
    );
    assert_eq!(read("../../x.docx", bytes).unwrap().blocks.len(), 1);
    assert!(!std::path::Path::new("/tmp/pejling-was-here").exists());
}

#[test]
fn truncated_and_mutated_files_are_errors_or_read_but_never_a_crash() {
    let html = b"<html><table><tr><td>Alle<td bgcolor=green>Gr\xc3\xb8n</table>".to_vec();
    let text = "Område\tGrøn/gul/rød\n<p>Alle</p>\t\"a\nb\"\tx\n- punkt\n"
        .as_bytes()
        .to_vec();
    let seeds = [
        small_docx(),
        small_xlsx(),
        opendocument("text", "<text:p>hej</text:p>"),
        html,
        text,
    ];
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut process = process();
    for seed in &seeds {
        for round in 0..150 {
            let mut bytes = seed.clone();
            if round % 3 == 0 {
                bytes.truncate(dice.next(bytes.len()));
            }
            for _ in 0..=dice.next(6) {
                if let Some(byte) = {
                    let at = dice.next(bytes.len());
                    bytes.get_mut(at)
                } {
                    *byte = dice.next(256) as u8;
                }
            }
            let read = process.read("mutant", bytes.clone());
            let crashed = matches!(
                read,
                Err(ReadError::ReaderCrashed { .. }
                    | ReadError::TookTooLong
                    | ReadError::TooMuchMemory)
            );
            assert!(!crashed, "{read:?} on {bytes:?}");
        }
    }
    assert!(process.peak_memory().is_none_or(|peak| peak < MEMORY));
}

#[test]
fn mutated_xml_inside_sound_packing_is_an_error_or_read_but_never_a_crash() {
    let body = r#"<w:tbl><w:tblPr><w:shd w:fill="00FF00" w:val="pct10"/></w:tblPr><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/><w:hMerge/></w:tcPr><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="a"/></w:dropDownList></w:sdtPr><w:sdtContent><w:p><w:r><w:t>a ☐ b</w:t></w:r></w:p></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>"#;
    let sheet = r#"<sheetData><row r="3"><c r="B3" s="1" t="s"><v>0</v></c><c r="A2"><v>1e300</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B3"/></mergeCells>"#;
    let mut dice = Dice(42);
    let mut process = process();
    for round in 0..400 {
        let (seed, wrap): (&str, fn(&str) -> Vec<u8>) = if round % 2 == 0 {
            (body, docx)
        } else {
            (sheet, xlsx)
        };
        let mut text: Vec<char> = seed.chars().collect();
        for _ in 0..=dice.next(4) {
            let (from, to) = (dice.next(text.len()), dice.next(text.len()));
            match dice.next(3) {
                0 => text.swap(from, to),
                1 => drop(text.remove(from)),
                _ => text[from] = ['9', '-', '<', '/', '&', '"', 'ø'][dice.next(7)],
            }
        }
        let text: String = text.into_iter().collect();
        let read = process.read("mutant", wrap(&text));
        let crashed = matches!(
            read,
            Err(ReadError::ReaderCrashed { .. }
                | ReadError::TookTooLong
                | ReadError::TooMuchMemory)
        );
        assert!(!crashed, "{read:?} on {text}");
    }
}

#[test]
fn a_process_that_fails_is_replaced_and_the_next_file_is_read() {
    let mut failing = ReaderProcess::start(
        command(),
        Limits {
            wall: Duration::ZERO,
            ..Limits::default()
        },
    )
    .unwrap();
    assert_eq!(
        failing.read("a.docx", small_docx()),
        Err(ReadError::TookTooLong)
    );
    let little = Limits {
        memory: 24 << 20,
        ..limits()
    };
    let mut little = ReaderProcess::start(command(), little).unwrap();
    let text = "hej med dig\n".repeat(2 << 20).into_bytes();
    assert_eq!(little.read("stor.txt", text), Err(ReadError::TooMuchMemory));
    assert!(little.read("a.docx", small_docx()).is_ok());
}

#[test]
fn a_program_that_is_no_reader_is_a_crash_and_not_a_hang() {
    let mut process = ReaderProcess::start(Command::new("false"), limits()).unwrap();
    assert!(matches!(
        process.read("a.docx", small_docx()),
        Err(ReadError::ReaderCrashed { .. })
    ));
}

#[test]
fn a_pool_keeps_the_order_and_tells_of_every_file() {
    let mut pool = ReaderPool::start(2, limits(), command).unwrap();
    let files: Vec<Source<'_>> = (0..20)
        .map(|n| Source {
            name: format!("{n}.txt"),
            load: Box::new(move || Ok(format!("fil {n}").into_bytes())),
        })
        .collect();
    let mut told = Vec::new();
    let outcomes = pool.read_all(&files, |done| told.push(done));
    assert_eq!(told, (1..=20).collect::<Vec<_>>());
    for (n, outcome) in outcomes.iter().enumerate() {
        let Outcome::Read(Ok(document)) = outcome else {
            panic!("{outcome:?}")
        };
        let document_model::Block::Paragraph(paragraph) = &document.blocks[0] else {
            panic!()
        };
        assert_eq!(paragraph.text(), format!("fil {n}"));
    }
}
