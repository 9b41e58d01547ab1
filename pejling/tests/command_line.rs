//! The command line as other tools rely on it: what it prints, and its exit codes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

fn pejling(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_pejling"))
        .args(words)
        .env("PEJLING_LANGUAGE", "da")
        .env_remove("PEJLING_DATA")
        .env_remove("PEJLING_DATABASE")
        .output()
        .unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The real forms, where this machine has them.
fn cases() -> Option<PathBuf> {
    let folder = std::env::var_os("PEJLING_CASES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases"),
        PathBuf::from,
    );
    if !folder.is_dir() {
        eprintln!("SKIPPED: there are no real forms in {}", folder.display());
        return None;
    }
    Some(folder)
}

const TEXTS: [&str; 3] = [
    "Alle kommuner skal dele jobordrer, som de ikke selv kan besætte, med nabokommunerne.",
    "Alle kommuner skal deltage i det fælles overblik over uddannelsespladser.",
    "Fælles forløb for små grupper med særlige behov på tværs af kommunegrænser.",
];

/// A form with one status and remark for each recommendation; blank without answers.
fn form(title: &str, answers: &[(&str, &str)]) -> String {
    let row = |index: usize| {
        let (status, remark) = answers.get(index).copied().unwrap_or(("", ""));
        format!(
            "<tr><td>{}</td><td>{status}</td><td>{remark}</td></tr>",
            TEXTS[index]
        )
    };
    format!(
        "<!DOCTYPE html><html lang=da><title>{title}</title><h1>{title}</h1><table>\
         <tr><th>Virksomheder</th><th>Grøn/gul/rød</th><th>Bemærkninger</th></tr>\
         <tr><td>SKAL-initiativer i 2024 og 2025:</td><td></td><td></td></tr>{}{}\
         <tr><th>Borgere</th><th>Grøn/gul/rød</th><th>Bemærkninger</th></tr>\
         <tr><td>KAN-initiativer i 2024 og 2025:</td><td></td><td></td></tr>{}</table>",
        row(0),
        row(1),
        row(2)
    )
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn put(folder: &TempDir, name: &str, text: &str) -> String {
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

fn blank(folder: &TempDir) -> String {
    put(
        folder,
        "blank.html",
        &form("Fremdriftsskema 2024 og 2025", &[]),
    )
}

const GOOD: [(&str, &str); 3] = [
    ("Grøn", "Vi deler alle ordrer efter to dage."),
    ("Gul", "Vi mangler tal for efteråret."),
    ("-", "Vi har egne forløb."),
];

#[test]
fn one_object_a_line_holds_every_recommendation_once() {
    let folder = folder();
    let file = put(
        &folder,
        "0101-koebenhavn.html",
        &form("Fremdriftsskema", &GOOD),
    );
    let output = pejling(&[
        "form",
        "read",
        "--template",
        &blank(&folder),
        "--json",
        &file,
    ]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let line: Value = serde_json::from_str(&printed(&output)).unwrap();
    assert_eq!(line["file"], file);
    assert_eq!(line["municipality"]["code"], "0101");
    let entries = line["entries"].as_array().unwrap();
    let of = |name: &str| {
        entries
            .iter()
            .map(|entry| entry[name].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(of("number"), [1, 2, 3]);
    assert_eq!(of("obligation"), ["must", "must", "may"]);
    assert_eq!(of("status"), ["green", "yellow", "not_participating"]);
    assert_eq!(entries[0]["remark"], "Vi deler alle ordrer efter to dage.");
    assert_eq!(entries[0]["source"]["row"], 3);
}

#[test]
fn a_form_with_errors_ends_with_one_and_says_what_to_do() {
    let folder = folder();
    let answers = [("Rød", ""), ("Lilla", "Måske"), ("Grøn", "Ja, det kører.")];
    let file = put(
        &folder,
        "0147-frederiksberg.html",
        &form("Fremdriftsskema", &answers),
    );
    let output = pejling(&[
        "form",
        "read",
        "--template",
        &blank(&folder),
        "--json",
        &file,
    ]);
    assert_eq!(code(&output), 1);
    let line: Value = serde_json::from_str(&printed(&output)).unwrap();
    let problems = line["problems"].as_array().unwrap();
    let errors: Vec<_> = problems
        .iter()
        .filter(|problem| problem["level"] == "error")
        .collect();
    assert_eq!(errors.len(), 2, "{problems:#?}");
    assert!(
        errors
            .iter()
            .any(|error| error["message"].as_str().unwrap().contains("Lilla"))
    );
}

#[test]
fn wrong_usage_ends_with_two() {
    assert_eq!(code(&pejling(&["form", "read"])), 2);
    assert_eq!(code(&pejling(&["report", "--output", "rapport.docx"])), 2);
    assert_eq!(code(&pejling(&["round", "list"])), 2);
}

#[test]
fn what_cannot_be_read_ends_with_three() {
    let folder = folder();
    let template = blank(&folder);
    let missing = pejling(&["form", "read", "--template", &template, "/nowhere/a.docx"]);
    assert_eq!(code(&missing), 3);
    let damaged = put(&folder, "0101.docx", "PK\u{3}\u{4} not a real archive");
    let output = pejling(&["form", "read", "--template", &template, "--json", &damaged]);
    assert_eq!(code(&output), 3);
    let line: Value = serde_json::from_str(&printed(&output)).unwrap();
    assert_eq!(line["problems"][0]["level"], "error");
    assert_eq!(line["entries"].as_array().unwrap().len(), 3);
}

#[test]
fn help_speaks_danish_and_english() {
    assert!(printed(&pejling(&["--help"])).contains("Udgangskoder"));
    assert!(printed(&pejling(&["--language", "en", "--help"])).contains("Exit codes"));
}

#[test]
fn every_shell_gets_its_completion() {
    for shell in ["bash", "zsh", "fish"] {
        let output = pejling(&["completions", shell]);
        assert_eq!(code(&output), 0);
        assert!(printed(&output).contains("template"), "{shell}");
    }
}

#[test]
fn a_report_is_made_from_a_folder_of_forms_without_a_database() {
    let folder = folder();
    let first = put(
        &folder,
        "0101-koebenhavn.html",
        &form("Fremdriftsskema", &GOOD),
    );
    let second = put(
        &folder,
        "0147-frederiksberg.html",
        &form("Fremdriftsskema", &GOOD),
    );
    let template = blank(&folder);
    for ending in ["docx", "pdf", "xlsx", "html", "csv", "json"] {
        let path = folder.path().join(format!("rapport.{ending}"));
        let output = path.display().to_string();
        let made = pejling(&[
            "report",
            "--template",
            &template,
            "--output",
            &output,
            &first,
            &second,
        ]);
        assert_eq!(code(&made), 0, "{ending}: {}", said(&made));
        assert!(said(&made).contains("2 af 29"), "{}", said(&made));
        assert!(fs::metadata(path).unwrap().len() > 500, "{ending}");
    }
}

#[test]
fn two_forms_of_one_municipality_make_no_report() {
    let folder = folder();
    let first = put(&folder, "0101-a.html", &form("Fremdriftsskema", &GOOD));
    let second = put(&folder, "0101-b.html", &form("Fremdriftsskema", &GOOD));
    let target = folder.path().join("rapport.html").display().to_string();
    let made = pejling(&[
        "report",
        "--template",
        &blank(&folder),
        "--output",
        &target,
        &first,
        &second,
    ]);
    assert_eq!(code(&made), 1);
    assert!(!Path::new(&target).exists());
}

/// A database with an open round, and the words that name it.
fn round(folder: &TempDir) -> String {
    let data = folder.path().join("data").display().to_string();
    let template = blank(folder);
    let set = pejling(&[
        "template",
        "import",
        "--programme",
        "prøve",
        "--period",
        "2024-2025",
        "--data",
        &data,
        &template,
    ]);
    assert_eq!(code(&set), 0, "{}", said(&set));
    let open = pejling(&[
        "round",
        "open",
        "--round",
        "2024",
        "--programme",
        "prøve",
        "--due",
        "2999-12-31",
        "--data",
        &data,
    ]);
    assert_eq!(code(&open), 0, "{}", said(&open));
    assert!(printed(&open).contains("29 kommuner"), "{}", printed(&open));
    data
}

#[test]
fn forms_go_in_and_the_frozen_report_comes_out() {
    let folder = folder();
    let data = round(&folder);
    let file = put(
        &folder,
        "0101-koebenhavn.html",
        &form("Fremdriftsskema", &GOOD),
    );
    let import = pejling(&["form", "import", "--round", "2024", "--data", &data, &file]);
    assert_eq!(code(&import), 0, "{}", said(&import));
    assert_eq!(
        code(&pejling(&[
            "form", "accept", "--round", "2024", "--data", &data
        ])),
        0
    );
    let released = pejling(&["round", "release", "--round", "2024", "--data", &data]);
    assert_eq!(code(&released), 0, "{}", said(&released));
    let written = |name: &str| {
        let path = folder.path().join(name);
        let output = path.display().to_string();
        let report = pejling(&[
            "report", "--round", "2024", "--data", &data, "--output", &output,
        ]);
        assert_eq!(code(&report), 0, "{}", said(&report));
        fs::read(path).unwrap()
    };
    for ending in ["docx", "xlsx", "html", "csv", "json"] {
        let twice = [
            written(&format!("a.{ending}")),
            written(&format!("b.{ending}")),
        ];
        assert_eq!(twice[0], twice[1], "{ending}");
    }
    let check = pejling(&["check", "--data", &data]);
    assert_eq!(code(&check), 0, "{}{}", printed(&check), said(&check));
}

#[test]
fn open_data_is_imported_again_without_loss() {
    let folder = folder();
    let data = round(&folder);
    let file = put(
        &folder,
        "0101-koebenhavn.html",
        &form("Fremdriftsskema", &GOOD),
    );
    pejling(&["form", "import", "--round", "2024", "--data", &data, &file]);
    pejling(&["form", "accept", "--round", "2024", "--data", &data]);
    let entries = |data: &str, name: &str| -> Value {
        let path = folder.path().join(name).display().to_string();
        let report = pejling(&[
            "report", "--round", "2024", "--data", data, "--output", &path,
        ]);
        assert_eq!(code(&report), 0, "{}", said(&report));
        let report: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let told = |cell: &Value| (cell["status"].clone(), cell["remark"].clone());
        report["matrix"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                row.as_array()
                    .unwrap()
                    .iter()
                    .map(told)
                    .map(|(a, b)| Value::from(vec![a, b]))
                    .collect::<Value>()
            })
            .collect()
    };
    let before = entries(&data, "foer.json");
    for ending in ["json", "csv"] {
        let export = folder
            .path()
            .join(format!("data.{ending}"))
            .display()
            .to_string();
        pejling(&[
            "report", "--round", "2024", "--data", &data, "--output", &export,
        ]);
        let elsewhere = tempfile::tempdir().unwrap();
        let other = round(&elsewhere);
        let import = pejling(&[
            "form", "import", "--round", "2024", "--data", &other, &export,
        ]);
        assert_eq!(code(&import), 0, "{}", said(&import));
        pejling(&["form", "accept", "--round", "2024", "--data", &other]);
        assert_eq!(entries(&other, "efter.json"), before, "{ending}");
    }
}

#[test]
fn a_form_with_errors_is_refused_whole_and_kept_as_a_draft_when_asked() {
    let folder = folder();
    let data = round(&folder);
    let file = put(
        &folder,
        "0101-koebenhavn.html",
        &form("Fremdriftsskema", &[("Rød", "")]),
    );
    let refused = pejling(&["form", "import", "--round", "2024", "--data", &data, &file]);
    assert_eq!(code(&refused), 1);
    let listed = |data: &str| printed(&pejling(&["round", "list", "--json", "--data", data]));
    assert!(
        listed(&data).contains("\"received\":0"),
        "{}",
        listed(&data)
    );
    let draft = pejling(&[
        "form", "import", "--round", "2024", "--draft", "--data", &data, &file,
    ]);
    assert_eq!(code(&draft), 0, "{}", said(&draft));
    assert!(
        listed(&data).contains("\"received\":1"),
        "{}",
        listed(&data)
    );
}

#[test]
fn koebenhavns_real_form_is_read_from_word_and_from_pdf() {
    let Some(cases) = cases() else { return };
    let expected: Value =
        serde_json::from_slice(&fs::read(cases.join("2017-0101-koebenhavn.json")).unwrap())
            .unwrap();
    for name in [
        "koebenhavn.docx",
        "koebenhavn-brudte-raekker.docx",
        "koebenhavn.pdf",
    ] {
        let template = cases.join("2017-blank.docx").display().to_string();
        let file = cases
            .join(format!("2017-0101-{name}"))
            .display()
            .to_string();
        let output = pejling(&["form", "read", "--template", &template, "--json", &file]);
        assert_eq!(code(&output), 0, "{name}");
        let line: Value = serde_json::from_str(&printed(&output)).unwrap();
        assert_eq!(line["municipality"]["code"], "0101", "{name}");
        assert_eq!(line["problems"].as_array().unwrap().len(), 0, "{name}");
        for (wanted, entry) in expected["entries"]
            .as_array()
            .unwrap()
            .iter()
            .zip(line["entries"].as_array().unwrap())
        {
            let status = match wanted["status"].as_str().unwrap() {
                "none" => "not_participating",
                status => status,
            };
            assert_eq!(entry["status"], status, "{name} {}", wanted["number"]);
            let remark = words(entry["remark"].as_str().unwrap());
            for piece in wanted["remark_contains"].as_array().unwrap() {
                let piece = words(piece.as_str().unwrap());
                assert!(
                    remark.contains(&piece),
                    "{name} {}: {piece}",
                    wanted["number"]
                );
            }
        }
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn both_real_blank_forms_become_sets_from_word_and_from_pdf() {
    let Some(cases) = cases() else { return };
    for (name, period, counts) in [
        (
            "2015-blank",
            "2015",
            "16 anbefalinger for 2015 er gemt i kkr-hovedstaden: 8 skal og 8 kan.",
        ),
        (
            "2017-blank",
            "2016-2017",
            "12 anbefalinger for 2016-2017 er gemt i kkr-hovedstaden: 5 skal og 7 kan.",
        ),
    ] {
        for ending in ["docx", "pdf"] {
            let folder = folder();
            let data = folder.path().join("data").display().to_string();
            let file = cases.join(format!("{name}.{ending}")).display().to_string();
            let output = pejling(&[
                "template",
                "import",
                "--programme",
                "kkr-hovedstaden",
                "--period",
                period,
                "--data",
                &data,
                &file,
            ]);
            assert_eq!(code(&output), 0, "{}", said(&output));
            assert_eq!(printed(&output).trim(), counts);
        }
    }
}

#[test]
fn people_are_invited_listed_and_their_accounts_closed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let invite = |mail: &str, role: &str| {
        pejling(&[
            "account",
            "invite",
            "--name",
            "Ditte Holm",
            "--mail",
            mail,
            "--role",
            role,
            "--data",
            data,
            "--public-address",
            "https://pejling.dk/",
        ])
    };
    let invited = invite("ditte@kkr.dk", "secretariat@kkr-hovedstaden");
    assert_eq!(code(&invited), 0, "{}", said(&invited));
    assert!(printed(&invited).contains("https://pejling.dk/invitations/"));
    let again = invite("Ditte@kkr.dk", "coordinator@0101");
    assert_eq!(code(&again), 0, "{}", said(&again));
    for (mail, role, expected) in [
        ("ditte@kkr.dk", "king@0101", 2),
        ("ditte@kkr.dk", "coordinator@9999", 1),
        ("ditte@kkr.dk", "coordinator@kkr-hovedstaden", 1),
        ("ditte", "coordinator@0101", 1),
        ("ditte@kkr.dk\nBcc: x@y.dk", "coordinator@0101", 1),
    ] {
        assert_eq!(code(&invite(mail, role)), expected, "{mail} {role}");
    }
    let list = pejling(&["account", "list", "--json", "--data", data]);
    let person: Value = serde_json::from_str(printed(&list).trim()).unwrap();
    assert_eq!(person["standing"], "invited");
    assert_eq!(
        person["roles"],
        serde_json::json!(["secretariat@kkr-hovedstaden", "coordinator@0101"])
    );
    let closed = pejling(&[
        "account",
        "disable",
        "--mail",
        "DITTE@kkr.dk",
        "--data",
        data,
    ]);
    assert_eq!(code(&closed), 0, "{}", said(&closed));
    let unknown = pejling(&["account", "disable", "--mail", "x@kkr.dk", "--data", data]);
    assert_eq!(code(&unknown), 1);
    let list = pejling(&["account", "list", "--data", data]);
    assert!(printed(&list).contains("Lukket"), "{}", printed(&list));
    let check = pejling(&["check", "--data", data]);
    assert_eq!(code(&check), 0, "{}", said(&check));
}
