//! Boxes drawn as characters (☐ ☑ ☒): in a cell they are check boxes, and the words after each
//! are its label. The label stays in the text; the box does not.

use document_model::{Control, Paragraph};

pub(crate) fn glyph(checked: bool) -> &'static str {
    if checked { "☒" } else { "☐" }
}

pub(crate) fn is_box(character: char) -> bool {
    matches!(character, '☐' | '☑' | '☒')
}

/// Word's symbol fonts: the character codes (without the private-use offset F000) of boxes,
/// ticks and bullets.
pub(crate) fn symbol(font: &str, code: u32) -> Option<&'static str> {
    match (font, code & 0xFF) {
        ("Wingdings", 0xFE) | ("Wingdings 2", 0x52) => Some("☑"),
        ("Wingdings", 0xFD) | ("Wingdings 2", 0x53 | 0x54) => Some("☒"),
        ("Wingdings", 0x6F | 0x70 | 0x71 | 0x72 | 0xA8) | ("Wingdings 2", 0xA3) => Some("☐"),
        ("Wingdings", 0xFC) | ("Wingdings 2", 0x50) => Some("✓"),
        ("Wingdings", 0xFB) | ("Wingdings 2", 0x4F) => Some("✗"),
        ("Symbol" | "Wingdings", 0xB7 | 0xA7 | 0x9F) => Some("•"),
        _ => None,
    }
}

/// Takes the boxes out of a paragraph. `titles` name boxes, counted from 0, that no words follow.
pub(crate) fn take_out(paragraph: &mut Paragraph, titles: &[(usize, String)]) -> Vec<Control> {
    let text = paragraph.text();
    let controls = text
        .split(is_box)
        .skip(1)
        .zip(text.chars().filter(|&c| is_box(c)))
        .enumerate()
        .map(|(index, (words, glyph))| Control::CheckBox {
            checked: glyph != '☐',
            label: label(words).or_else(|| title(index, titles)),
        })
        .collect();
    for run in &mut paragraph.runs {
        run.text.retain(|character| !is_box(character));
    }
    paragraph.runs.retain(|run| !run.text.is_empty());
    trim_start(paragraph);
    controls
}

fn label(words: &str) -> Option<String> {
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

fn title(index: usize, titles: &[(usize, String)]) -> Option<String> {
    let named = titles.iter().find(|(at, _)| *at == index);
    named.map(|(_, title)| title.clone())
}

fn trim_start(paragraph: &mut Paragraph) {
    if let Some(run) = paragraph.runs.first_mut() {
        run.text = run.text.trim_start().to_owned();
    }
}
