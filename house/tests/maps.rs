//! The maps name only what exists.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use house::root;
use std::fs;

/// Words in backquotes that look like paths of the repository.
fn named_paths(text: &str) -> Vec<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.contains('/') && !word.contains(char::is_whitespace))
        .filter(|word| {
            !word.starts_with('/')
                && !word.contains("://")
                && !word.contains(['{', '<', '*', '$', '~'])
        })
        .map(str::to_owned)
        .collect()
}

fn assert_paths_exist(map: &str) {
    let text = fs::read_to_string(root().join(map)).unwrap();
    let missing: Vec<_> = named_paths(&text)
        .into_iter()
        .filter(|path| !root().join(path).exists())
        .collect();
    assert!(
        missing.is_empty(),
        "{map} names what does not exist: {missing:?}"
    );
}

#[test]
fn architecture_names_only_paths_that_exist() {
    assert_paths_exist("ARCHITECTURE.md");
}

#[test]
fn readme_names_only_paths_that_exist() {
    assert_paths_exist("README.md");
}

#[test]
fn contributing_names_only_paths_that_exist() {
    assert_paths_exist("CONTRIBUTING.md");
}

#[test]
fn the_security_read_names_only_paths_that_exist() {
    assert_paths_exist("docs/security.md");
}

#[test]
fn every_crate_stands_on_the_map() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let manifest: toml::Table = fs::read_to_string(root().join("Cargo.toml"))
        .unwrap()
        .parse()
        .unwrap();
    let members = manifest["workspace"]["members"].as_array().unwrap();
    let absent: Vec<_> = members
        .iter()
        .filter_map(|member| member.as_str())
        .filter(|member| !map.contains(&format!("`{member}")))
        .collect();
    assert!(
        absent.is_empty(),
        "ARCHITECTURE.md does not show {absent:?}"
    );
}

#[test]
fn every_dependency_has_a_reason() {
    let reasons = fs::read_to_string(root().join("docs/dependencies.md")).unwrap();
    let mut without = Vec::new();
    for path in house::files(&root(), &["Cargo.toml"]) {
        let table: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let Some(found) = table.get(section).and_then(|found| found.as_table()) else {
                continue;
            };
            for (name, value) in found {
                let ours = value.get("path").is_some() || root_crates().contains(&name.as_str());
                if !ours && !reasons.contains(&format!("`{name}`")) {
                    without.push(name.clone());
                }
            }
        }
    }
    without.sort();
    without.dedup();
    assert!(
        without.is_empty(),
        "docs/dependencies.md gives no reason for {without:?}"
    );
}

fn root_crates() -> [&'static str; 18] {
    [
        "assets",
        "kernel",
        "mail",
        "people",
        "database",
        "documents",
        "document_model",
        "typeset",
        "web",
        "web_api",
        "webhooks",
        "forms",
        "linking",
        "followup",
        "testkit",
        "demo",
        "house",
        "pejling",
    ]
}
