//! The texts are complete: both languages say the same things, the code asks for nothing that
//! is not there, and nothing is there that nobody asks for.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use fluent_syntax::ast;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use web::languages::LOCALE_FILES;

/// Keys with the variables that each text names.
type Keys = BTreeMap<String, BTreeSet<String>>;

fn keys(language: &str) -> Keys {
    let files = LOCALE_FILES.iter().filter(|(tag, ..)| *tag == language);
    files
        .flat_map(|(_, area, text)| keys_of(area, text))
        .collect()
}

fn keys_of(area: &str, text: &str) -> Keys {
    let read = fluent_syntax::parser::parse(text)
        .unwrap_or_else(|(_, errors)| panic!("{area}.ftl: {errors:?}"));
    let messages = read.body.iter().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some(message),
        _ => None,
    });
    messages
        .map(|message| {
            let key = message.id.name.to_owned();
            assert!(
                key == area || key.starts_with(&format!("{area}-")),
                "{key} stands in {area}.ftl"
            );
            let pattern = message
                .value
                .as_ref()
                .unwrap_or_else(|| panic!("{key} is empty"));
            (key, variables(pattern))
        })
        .collect()
}

fn variables(pattern: &ast::Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            in_expression(expression, &mut found);
        }
    }
    found
}

fn in_expression(expression: &ast::Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => in_inline(inline, found),
        ast::Expression::Select { selector, variants } => {
            in_inline(selector, found);
            for variant in variants {
                found.extend(variables(&variant.value));
            }
        }
    }
}

fn in_inline(inline: &ast::InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => in_expression(expression, found),
        _ => {}
    }
}

#[test]
fn both_languages_have_the_same_texts_naming_the_same_values() {
    let (danish, english) = (keys("da"), keys("en"));
    let differing: Vec<_> = danish
        .keys()
        .chain(english.keys())
        .filter(|key| danish.get(*key) != english.get(*key))
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn no_text_stands_twice() {
    for language in ["da", "en"] {
        let written: usize = LOCALE_FILES
            .iter()
            .filter(|(tag, ..)| *tag == language)
            .map(|(_, area, text)| keys_of(area, text).len())
            .sum();
        assert_eq!(written, keys(language).len());
    }
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let known = keys("da");
    let areas: BTreeSet<&str> = LOCALE_FILES.iter().map(|(_, area, _)| *area).collect();
    let missing: BTreeSet<_> = asked_for()
        .into_iter()
        .filter(|key| {
            key.split_once('-')
                .is_some_and(|(area, _)| areas.contains(area))
        })
        .filter(|key| !known.contains_key(key) && !begins_some(key, &known))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Code may ask whether a key begins in a certain way.
fn begins_some(start: &str, known: &Keys) -> bool {
    known.keys().any(|key| {
        key.strip_prefix(start)
            .is_some_and(|rest| rest.starts_with('-'))
    })
}

#[test]
fn every_text_is_asked_for() {
    let asked = asked_for();
    let unused: Vec<_> = keys("da")
        .into_keys()
        .filter(|key| !asked.contains(key) && !named_by_a_command(key))
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

/// The texts of the command line are named after its commands and their arguments; the command
/// line has a test of its own that each is there.
fn named_by_a_command(key: &str) -> bool {
    key == "cli" || key.starts_with("cli-")
}

/// Every key between quotation marks in our source code and templates: `"area-some-words"`.
fn asked_for() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = BTreeSet::new();
    for folder in ["pejling", "rooms", "engines", "foundation", "demo"] {
        for file in sources(&root.join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            found.extend(
                text.split('"')
                    .filter(|part| is_key(part))
                    .map(str::to_owned),
            );
        }
    }
    // A text may name another one inside: `{ problem-place }`.
    for (.., text) in LOCALE_FILES {
        let inside = text.split("{ ").filter_map(|rest| rest.split_once(" }"));
        found.extend(
            inside
                .map(|(name, _)| name)
                .filter(|name| is_key(name))
                .map(str::to_owned),
        );
    }
    found
}

fn is_key(text: &str) -> bool {
    let letters = |letter: char| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-' || letter == '_'
    };
    text.len() < 80 && text.contains('-') && !text.ends_with('-') && text.chars().all(letters)
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() && name != "target" && name != "node_modules" && name != "tests" {
            found.extend(sources(&path));
        } else if path
            .extension()
            .is_some_and(|ending| ending == "rs" || ending == "html")
        {
            found.push(path);
        }
    }
    found
}
