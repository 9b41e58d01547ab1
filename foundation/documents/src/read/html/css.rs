use crate::read::color;
use crate::read::format::Wish;
use document_model::Rgb;
use std::collections::HashMap;

/// More rules than this no form has.
const RULES: usize = 5_000;

/// The rules for `tag`, `.class` and `tag.class`; what is more involved says nothing here.
#[derive(Default)]
pub(super) struct Rules(HashMap<String, Declared>);

/// What declarations say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Declared {
    pub(super) wish: Wish,
    pub(super) background: Option<Option<Rgb>>,
}

impl Declared {
    pub(super) fn under(self, over: Declared) -> Declared {
        Declared {
            wish: self.wish.under(over.wish),
            background: over.background.or(self.background),
        }
    }
}

impl Rules {
    pub(super) fn add(&mut self, sheet: &str) {
        let sheet = without_comments(sheet);
        for rule in sheet.split('}') {
            // Of rules inside rules (`@media`) the innermost selector counts.
            let Some((selectors, declarations)) = rule.rsplit_once('{') else {
                continue;
            };
            let selectors = selectors.rsplit('{').next().unwrap_or_default();
            let declared = declarations_of(declarations);
            for selector in selectors.split(',').map(str::trim) {
                if self.0.len() < RULES && is_simple(selector) {
                    let slot = self.0.entry(selector.to_lowercase()).or_default();
                    *slot = slot.under(declared);
                }
            }
        }
    }

    pub(super) fn of(&self, tag: &str, classes: &str) -> Declared {
        let mut declared = self.0.get(tag).copied().unwrap_or_default();
        if self.0.is_empty() {
            return declared;
        }
        for class in classes.split_whitespace().take(16) {
            let class = class.to_lowercase();
            for selector in [format!(".{class}"), format!("{tag}.{class}")] {
                if let Some(more) = self.0.get(&selector) {
                    declared = declared.under(*more);
                }
            }
        }
        declared
    }
}

fn is_simple(selector: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_');
    !selector.is_empty() && selector.chars().all(plain)
}

fn without_comments(sheet: &str) -> String {
    let mut plain = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    plain.push_str(rest);
    plain
}

/// The declarations of a rule or a `style` attribute.
pub(super) fn declarations_of(text: &str) -> Declared {
    let mut declared = Declared::default();
    for declaration in text.split(';') {
        let Some((name, value)) = declaration.split_once(':') else {
            continue;
        };
        let value = value.trim();
        match &*name.trim().to_ascii_lowercase() {
            "background-color" => declared.background = Some(color::css(value)),
            "background" => {
                let color = value.split_whitespace().find_map(color::css);
                declared.background = Some(color.or_else(|| color::css(value)));
            }
            "color" => declared.wish.color = Some(color::css(value)),
            "font-weight" => {
                let heavy = value.parse::<u32>().is_ok_and(|weight| weight >= 600);
                declared.wish.bold = Some(heavy || value.starts_with("bold"));
            }
            "font-style" => declared.wish.italic = Some(value == "italic"),
            _ => {}
        }
    }
    declared
}
