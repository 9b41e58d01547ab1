//! Every package that we build with may be used, and comes from the registry.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use house::root;
use serde_json::Value;
use spdx::{Expression, ParseMode};
use std::process::Command;

/// Licences that ask no more than to be named.
const ALLOWED: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Zlib",
];

fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

fn name(package: &Value) -> String {
    format!(
        "{} {}",
        package["name"].as_str().unwrap(),
        package["version"].as_str().unwrap()
    )
}

fn may_be_used(licence: &str) -> bool {
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| {
        expression.evaluate(|required| {
            required
                .license
                .id()
                .is_some_and(|id| ALLOWED.contains(&id.name))
        })
    })
}

#[test]
fn every_package_has_a_licence_that_allows_its_use() {
    let refused: Vec<_> = packages()
        .iter()
        .filter(|package| !may_be_used(package["license"].as_str().unwrap_or_default()))
        .map(|package| format!("{}: {}", name(package), package["license"]))
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn every_package_comes_from_the_registry_or_from_here() {
    let foreign: Vec<_> = packages()
        .iter()
        .filter(|package| {
            package["source"]
                .as_str()
                .is_some_and(|source| !source.starts_with("registry+"))
        })
        .map(name)
        .collect();
    assert!(foreign.is_empty(), "{}", foreign.join("\n"));
}

#[test]
fn a_licence_outside_the_list_is_found() {
    assert!(!may_be_used("GPL-3.0-only"));
    assert!(!may_be_used("AGPL-3.0-only AND MIT"));
    assert!(!may_be_used(""));
    assert!(may_be_used("GPL-3.0-only OR MIT"));
    assert!(may_be_used("MIT/Apache-2.0"));
}
