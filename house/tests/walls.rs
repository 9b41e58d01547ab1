//! The walls of ARCHITECTURE.md, checked against the manifests and the `use` lines.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use house::{files, root, shown};
use std::collections::BTreeMap;
use std::fs;

/// Which of our crates each crate may name, outside its own tests.
fn allowed() -> BTreeMap<&'static str, Vec<&'static str>> {
    let foundation = [
        "database",
        "document_model",
        "documents",
        "kernel",
        "mail",
        "people",
        "typeset",
        "web",
        "web_api",
        "webhooks",
    ];
    let engines = ["forms", "linking"];
    let mut walls = BTreeMap::from([
        ("kernel", vec![]),
        ("document_model", vec![]),
        ("linking", vec!["kernel"]),
        ("forms", vec!["document_model", "kernel", "linking"]),
        ("documents", vec!["document_model", "kernel"]),
        ("typeset", vec!["document_model", "documents", "kernel"]),
        ("database", vec!["kernel"]),
        ("mail", vec!["database", "kernel"]),
        ("people", vec!["database", "kernel", "mail"]),
        ("assets", vec![]),
        ("web", vec!["assets", "kernel"]),
        ("web_api", vec!["database", "kernel", "people", "web"]),
        (
            "webhooks",
            vec!["database", "kernel", "mail", "people", "web", "web_api"],
        ),
        ("house", vec![]),
    ]);
    // No room builds typst: the binary hands the typesetter in.
    let below_rooms: Vec<_> = foundation
        .into_iter()
        .filter(|name| *name != "typeset")
        .collect();
    walls.insert("followup", [&below_rooms[..], &engines].concat());
    walls.insert("demo", [&foundation[..], &engines, &["followup"]].concat());
    walls.insert(
        "testkit",
        [&foundation[..], &engines, &["followup", "demo"]].concat(),
    );
    walls.insert(
        "bench",
        [&foundation[..], &engines, &["followup", "demo", "testkit"]].concat(),
    );
    walls.insert(
        "pejling",
        [&foundation[..], &engines, &["followup", "demo"]].concat(),
    );
    walls
}

#[test]
fn crates_depend_only_downwards() {
    let walls = allowed();
    let mut broken = Vec::new();
    for manifest in files(&root(), &["Cargo.toml"]) {
        let text = fs::read_to_string(&manifest).unwrap();
        let table: toml::Table = text.parse().unwrap();
        let Some(name) = table
            .get("package")
            .and_then(|package| package["name"].as_str())
        else {
            continue;
        };
        if !walls.contains_key(name) {
            if !shown(&manifest).starts_with("fuzz/") {
                broken.push(format!(
                    "{name} has no line in this test: say what it may name"
                ));
            }
            continue;
        }
        let named = table.get("dependencies").and_then(|found| found.as_table());
        for dependency in named
            .into_iter()
            .flatten()
            .map(|(dependency, _)| dependency)
        {
            let ours = walls.contains_key(dependency.as_str());
            if ours && !walls[name].contains(&dependency.as_str()) {
                broken.push(format!("{name} may not name {dependency}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn rules_know_no_clock_no_database_and_no_pages() {
    let forbidden = [
        "database::",
        "people::",
        "web::",
        "axum::",
        "sqlx::",
        "askama::",
        "tokio::",
        "documents::",
        "typeset::",
        "std::fs",
        "Utc::now",
        "Local::now",
        "SystemTime",
        "async fn",
        "crate::records",
        "crate::actions",
        "crate::pages",
        "crate::api",
    ];
    assert_lacking("rooms", "/src/rules/", &forbidden);
}

#[test]
fn engines_are_pure() {
    let forbidden = [
        "std::fs",
        "std::net",
        "std::process",
        "std::env",
        "tokio::",
        "sqlx::",
        "axum::",
        "Utc::now",
        "Local::now",
        "SystemTime",
        "Instant::now",
        "async fn",
        "println!",
    ];
    assert_lacking("engines", "/src/", &forbidden);
}

#[test]
fn records_do_not_know_pages() {
    let forbidden = ["crate::pages", "crate::actions", "axum::", "askama::"];
    assert_lacking("rooms", "/src/records/", &forbidden);
}

#[test]
fn project_files_do_not_name_what_lies_outside_the_repository() {
    let mut broken = Vec::new();
    let endings = [
        "rs", "md", "toml", "html", "ftl", "sql", "js", "mjs", "css", "Makefile", "sh", "csv",
    ];
    for path in files(&root(), &endings) {
        let name = shown(&path);
        let reads_cases =
            name.contains("tests/") || name.contains("/tests") || name.starts_with("bench/");
        let text = fs::read_to_string(&path).unwrap_or_default();
        if text.contains(concat!("sha", "red/")) && !reads_cases {
            broken.push(name);
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Fails when a code line (not a comment, not below `#[cfg(test)]`) below `folder`, in a path
/// that holds `part`, holds one of `forbidden`.
fn assert_lacking(folder: &str, part: &str, forbidden: &[&str]) {
    let mut broken = Vec::new();
    for path in files(&root().join(folder), &[".rs"]) {
        if !shown(&path).contains(part) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (index, line) in code.lines().enumerate() {
            let line = line.split("//").next().unwrap_or_default();
            for word in forbidden.iter().filter(|word| line.contains(**word)) {
                broken.push(format!("{}:{} names {word}", shown(&path), index + 1));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
