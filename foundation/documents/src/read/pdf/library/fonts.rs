use super::file::{Dict, Pdf};
use pdf_oxide::fonts::{Encoding, FontInfo};
use pdf_oxide::object::{Object, ObjectRef};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The fonts of a file, each loaded once.
#[derive(Default)]
pub(super) struct Fonts {
    loaded: RefCell<HashMap<ObjectRef, Option<Rc<Font>>>>,
}

/// A font: how codes become text and how far they advance.
pub(super) struct Font {
    info: FontInfo,
    codes: CodeLength,
    pub bold: bool,
    pub italic: bool,
    known: RefCell<HashMap<u16, (Rc<str>, f32)>>,
}

/// How bytes become codes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CodeLength {
    One,
    Two,
}

impl Fonts {
    /// The font that the resources call `name`.
    pub fn get(&self, pdf: &Pdf, resources: &Dict, name: &str) -> Option<Rc<Font>> {
        let fonts = pdf.dict(resources.get("Font"))?;
        let object = fonts.get(name)?;
        let Some(reference) = object.as_reference() else {
            return Font::load(pdf, object);
        };
        if let Some(known) = self.loaded.borrow().get(&reference) {
            return known.clone();
        }
        let font = Font::load(pdf, object);
        self.loaded.borrow_mut().insert(reference, font.clone());
        font
    }
}

impl Font {
    fn load(pdf: &Pdf, object: &Object) -> Option<Rc<Font>> {
        let dict = pdf.resolve(Some(object))?;
        let info = FontInfo::from_dict(&dict, pdf.document()).ok()?;
        Some(Rc::new(Font {
            codes: code_length(&info),
            bold: info.is_bold(),
            italic: info.is_italic(),
            info,
            known: RefCell::default(),
        }))
    }

    /// The codes of a shown string, each with whether it is the single byte 32, to which alone
    /// word spacing applies (ISO 32000-1, 9.3.3).
    pub fn codes<'a>(&self, bytes: &'a [u8]) -> impl Iterator<Item = (u16, bool)> + use<'a> {
        let step = if self.codes == CodeLength::Two { 2 } else { 1 };
        bytes.chunks(step).map(move |chunk| match chunk {
            [high, low] => (u16::from(*high) << 8 | u16::from(*low), false),
            [single] => (u16::from(*single), step == 1 && *single == 32),
            _ => (0, false),
        })
    }

    /// The text of a code and its advance, in units of the font's size.
    pub fn glyph(&self, code: u16) -> (Rc<str>, f32) {
        if let Some(known) = self.known.borrow().get(&code) {
            return known.clone();
        }
        let text = self.info.char_to_unicode(u32::from(code));
        let text: Rc<str> = readable(&text.unwrap_or_default()).into();
        let advance = self.info.get_glyph_width(code) * self.info.font_matrix_a;
        let advance = if advance.is_finite() {
            advance.clamp(-4.0, 4.0)
        } else {
            0.0
        };
        self.known
            .borrow_mut()
            .insert(code, (text.clone(), advance));
        (text, advance)
    }
}

/// ISO 32000-1, 9.7.5: the code space of the character map decides; among office programs it is
/// two bytes for every composite font.
fn code_length(info: &FontInfo) -> CodeLength {
    if info.subtype != "Type0" {
        return CodeLength::One;
    }
    let declared = info.to_unicode.as_ref().map(|map| map.code_width());
    let one_byte = matches!(&info.encoding, Encoding::Standard(name) if name.contains("OneByte"));
    match (declared, one_byte) {
        (Some(2), _) | (_, false) => CodeLength::Two,
        _ => CodeLength::One,
    }
}

/// Ligatures as their letters, Word's private bullets as bullets, no control characters.
fn readable(text: &str) -> String {
    let mut readable = String::with_capacity(text.len());
    for letter in text.chars().take(16) {
        match letter {
            '\u{FB00}' => readable.push_str("ff"),
            '\u{FB01}' => readable.push_str("fi"),
            '\u{FB02}' => readable.push_str("fl"),
            '\u{FB03}' => readable.push_str("ffi"),
            '\u{FB04}' => readable.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => readable.push_str("st"),
            // Symbol and Wingdings as Word embeds them.
            '\u{F0B7}' | '\u{F0A7}' | '\u{F076}' => readable.push('•'),
            '\u{F0FC}' => readable.push('✓'),
            '\u{F0FE}' | '\u{F052}' => readable.push('☑'),
            '\u{F0FD}' | '\u{F078}' | '\u{F054}' => readable.push('☒'),
            '\u{F0A8}' | '\u{F06F}' | '\u{F0A3}' => readable.push('☐'),
            '\u{F0FB}' => readable.push('✗'),
            '\u{F02D}' => readable.push('-'),
            '\u{A0}' | '\u{2007}' | '\u{202F}' | '\t' => readable.push(' '),
            '\u{200B}' | '\u{FEFF}' | '\u{2060}' => {}
            letter if letter.is_control() => {}
            letter => readable.push(letter),
        }
    }
    readable
}
