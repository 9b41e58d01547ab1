#![allow(clippy::unwrap_used, clippy::expect_used)]

mod dictionary;
mod sample;

use super::*;
use kernel::Language;
use proptest::prelude::*;
use sample::{report, report_of};
use std::io::{Cursor, Read};
use std::time::Instant;

fn no_typesetter(_: &documents::write::outline::Report) -> Result<Vec<u8>, Fault> {
    Err(Fault::new("no typesetter in this test"))
}

fn written(report: &AggregateReport, format: ReportFormat, language: Language) -> Vec<u8> {
    render(report, format, Texts::of(language), &no_typesetter).unwrap()
}

/// Every format that needs no typesetter.
fn formats() -> impl Iterator<Item = ReportFormat> {
    ReportFormat::ALL
        .into_iter()
        .filter(|format| *format != ReportFormat::Pdf)
}

/// All text of a file: the parts of a container one after the other, else the file itself.
fn all_text(bytes: &[u8]) -> String {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut text = String::new();
    for index in 0..archive.len() {
        let mut part = Vec::new();
        archive
            .by_index(index)
            .unwrap()
            .read_to_end(&mut part)
            .unwrap();
        text.push_str(&String::from_utf8_lossy(&part));
    }
    text
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for format in formats() {
        let first = written(&report(), format, Language::Da);
        assert!(
            first == written(&report(), format, Language::Da),
            "{format:?}"
        );
    }
}

#[test]
fn every_edition_says_that_invented_answers_are_invented() {
    for language in Language::ALL {
        for format in [ReportFormat::Docx, ReportFormat::Xlsx, ReportFormat::Html] {
            let text = all_text(&written(&report(), format, language));
            let notice = Texts::of(language).say("report-fictional");
            let times = text.matches(&notice).count();
            assert!(times >= 3, "{format:?} says it {times} times");
        }
    }
}

#[test]
fn no_text_is_missing_in_either_language() {
    for language in Language::ALL {
        for format in [ReportFormat::Xlsx, ReportFormat::Html] {
            let text = all_text(&written(&report(), format, language));
            // A key that has no text is shown as it is; names that links use begin with one too.
            let shown = text.replace("id=\"report-", "").replace("\"#report-", "");
            assert!(
                !shown.contains("report-"),
                "{:?}",
                &shown[shown.find("report-").unwrap()..][..60]
            );
            assert!(!shown.contains("common-"));
        }
    }
}

#[test]
fn open_data_is_read_back_without_loss() {
    let report = report();
    let csv = written(&report, ReportFormat::Csv, Language::Da);
    let json = written(&report, ReportFormat::Json, Language::En);
    assert_eq!(read_csv(&csv).unwrap(), RoundEntries::of(&report));
    assert_eq!(read_json(&json).unwrap(), RoundEntries::of(&report));
}

#[test]
fn a_line_saved_by_a_spreadsheet_with_another_separator_is_read() {
    let csv = "municipality_code,number,status,remark\n101,1,green,\"a\nb\"\n";
    let read = read_csv(csv.as_bytes()).unwrap();
    let entry = &read.municipalities[0].entries[0];
    assert_eq!(read.municipalities[0].code.as_str(), "0101");
    assert_eq!(entry.1.remark.len(), 2);
}

#[test]
fn a_wrong_status_names_its_line_and_column() {
    let csv = "municipality_code;number;status;remark\n0101;1;lilla;\n";
    let fault = read_csv(csv.as_bytes()).unwrap_err();
    let said = Texts::of(Language::Da).message(&fault.message);
    assert_eq!(
        said,
        "Linje 2: »lilla« kan ikke stå i kolonnen »status«. Ret værdien, eller hent filen igen."
    );
}

#[test]
fn words_changed_in_the_spreadsheet_win_over_the_formatting() {
    let csv = "municipality_code;number;status;remark;remark_formatted\n\
               0101;1;green;nye ord;\"[{\"\"runs\"\":[{\"\"text\"\":\"\"gamle\"\",\"\"bold\"\":true}]}]\"\n";
    let read = read_csv(csv.as_bytes()).unwrap();
    assert_eq!(
        forms::plain_remark(&read.municipalities[0].entries[0].1.remark),
        "nye ord"
    );
}

#[test]
fn a_remark_that_looks_like_a_formula_stays_text_in_a_spreadsheet() {
    let mut report = report();
    report.matrix[0][0].remark = vec![forms::RemarkParagraph::plain("=1+1")];
    let csv = written(&report, ReportFormat::Csv, Language::Da);
    assert!(String::from_utf8(csv.clone()).unwrap().contains(";'=1+1;"));
    assert_eq!(read_csv(&csv).unwrap(), RoundEntries::of(&report));
}

#[test]
fn every_part_of_the_word_file_is_well_formed() {
    let bytes = written(&report(), ReportFormat::Docx, Language::Da);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            let mut reader = quick_xml::Reader::from_str(&text);
            while !matches!(
                reader.read_event().expect(&name),
                quick_xml::events::Event::Eof
            ) {}
        }
    }
}

#[test]
fn ninety_eight_forms_are_written_quickly() {
    let report = report_of(98);
    for format in formats() {
        let started = Instant::now();
        let bytes = written(&report, format, Language::Da);
        eprintln!(
            "98 x 12 as {:?}: {:?}, {} kB",
            format,
            started.elapsed(),
            bytes.len() / 1024
        );
    }
}

/// `PEJLING_LOOK=<folder>` keeps the files, to be looked at.
#[test]
fn the_files_can_be_kept_to_be_looked_at() {
    let Some(folder) = std::env::var_os("PEJLING_LOOK").map(std::path::PathBuf::from) else {
        return;
    };
    for language in Language::ALL {
        for format in formats() {
            let name = format!("report-{}.{}", language.tag(), format.extension());
            std::fs::write(folder.join(name), written(&report(), format, language)).unwrap();
        }
        let outline = serde_json::to_vec(&outline(&report(), Texts::of(language))).unwrap();
        std::fs::write(
            folder.join(format!("outline-{}.json", language.tag())),
            outline,
        )
        .unwrap();
    }
    let outline = serde_json::to_vec(&outline(&report_of(98), Texts::of(Language::Da))).unwrap();
    std::fs::write(folder.join("outline-98.json"), outline).unwrap();
}

fn run() -> impl Strategy<Value = forms::RemarkRun> {
    ("[a-zæøå='+@;\"\n\r -]{0,12}", any::<bool>(), any::<bool>())
        .prop_map(|(text, bold, italic)| forms::RemarkRun { text, bold, italic })
}

fn paragraph() -> impl Strategy<Value = forms::RemarkParagraph> {
    (any::<bool>(), prop::collection::vec(run(), 0..3))
        .prop_map(|(list_item, runs)| forms::RemarkParagraph { list_item, runs })
}

fn entry() -> impl Strategy<Value = EntryFacts> {
    let source = (
        prop::option::of(1_u32..9),
        prop::option::of("[A-Za-z='-]{1,5}"),
        1_u32..99,
    );
    let explanation = prop::option::of("[a-zæøå=';\n-]{1,20}");
    let remark = prop::collection::vec(paragraph(), 0..4);
    (0_usize..5, remark, prop::option::of(source), explanation).prop_map(
        |(status, remark, source, explanation)| EntryFacts {
            status: forms::Status::ALL[status],
            remark,
            source: source.map(|(page, sheet, row)| forms::Source {
                page,
                sheet,
                row: Some(row),
                ..Default::default()
            }),
            explanation,
        },
    )
}

proptest! {
    #[test]
    fn whatever_is_answered_is_read_back(entries in prop::collection::vec(entry(), 12)) {
        let mut report = report_of(3);
        report.matrix[1] = entries;
        let csv = written(&report, ReportFormat::Csv, Language::Da);
        prop_assert_eq!(read_csv(&csv).unwrap(), RoundEntries::of(&report));
        let json = written(&report, ReportFormat::Json, Language::Da);
        prop_assert_eq!(read_json(&json).unwrap(), RoundEntries::of(&report));
    }
}
