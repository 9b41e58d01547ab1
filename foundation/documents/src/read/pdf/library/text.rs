//! Text state and text showing (ISO 32000-1, 9.3 and 9.4).

use super::fonts::Font;
use crate::read::ReadError;
use crate::read::pdf::budget::Budget;
use crate::read::pdf::geometry::{Matrix, Rect};
use crate::read::pdf::page::{Direction, Glyph, Page, Style};
use document_model::Rgb;
use std::rc::Rc;

/// The part of the graphics state that is about text.
#[derive(Clone)]
pub(super) struct TextState {
    pub font: Option<Rc<Font>>,
    pub size: f32,
    pub letter_spacing: f32,
    pub word_spacing: f32,
    /// Horizontal scaling, 1 for none.
    pub stretch: f32,
    pub leading: f32,
    pub rise: f32,
    pub mode: u8,
}

impl Default for TextState {
    fn default() -> Self {
        Self {
            font: None,
            size: 0.0,
            letter_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
        }
    }
}

/// Where the pen is, between BT and ET.
pub(super) struct Pen {
    pub matrix: Matrix,
    pub line: Matrix,
    /// A replacement text for the glyphs of a marked stretch; emptied by the first glyph.
    pub actual: Option<Rc<str>>,
}

impl Default for Pen {
    fn default() -> Self {
        Self {
            matrix: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            actual: None,
        }
    }
}

impl Pen {
    pub fn move_line(&mut self, x: f32, y: f32) {
        self.line = Matrix::new([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.line);
        self.matrix = self.line;
    }

    pub fn set(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.matrix = matrix;
    }

    /// Moves along the line, in thousandths of the font's size, as TJ does.
    pub fn adjust(&mut self, state: &TextState, thousandths: f32) {
        self.advance(-thousandths / 1000.0 * state.size * state.stretch);
    }

    fn advance(&mut self, distance: f32) {
        self.matrix = Matrix::new([1.0, 0.0, 0.0, 1.0, distance, 0.0]).then(&self.matrix);
    }
}

/// How and where text shows.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    pub color: Option<Rgb>,
    pub clip: Option<Rect>,
}

/// Shows a string: glyphs onto the page, the pen onwards.
pub(super) fn show(
    bytes: &[u8],
    state: &TextState,
    ctm: &Matrix,
    ink: Ink,
    (pen, page, budget): (&mut Pen, &mut Page, &mut Budget),
) -> Result<(), ReadError> {
    let Some(font) = state.font.clone() else {
        return Ok(());
    };
    for (code, is_space) in font.codes(bytes) {
        budget.glyph()?;
        let (text, advance) = font.glyph(code);
        let text = replaced(pen, text);
        let width = (advance * state.size + state.letter_spacing) * state.stretch;
        let to_page = Matrix::new([1.0, 0.0, 0.0, 1.0, 0.0, state.rise])
            .then(&pen.matrix)
            .then(ctm);
        if let Some(glyph) = glyph(text, width, &to_page, state, &font, ink) {
            page.glyphs.push(glyph);
        }
        let spacing = if is_space {
            state.word_spacing * state.stretch
        } else {
            0.0
        };
        pen.advance(width + spacing);
    }
    Ok(())
}

/// Glyphs of a marked stretch are read as its replacement text: whole at the first, then none.
fn replaced(pen: &mut Pen, text: Rc<str>) -> Rc<str> {
    match &pen.actual {
        Some(actual) => {
            let text = actual.clone();
            pen.actual = Some("".into());
            text
        }
        None => text,
    }
}

fn glyph(
    text: Rc<str>,
    width: f32,
    to_page: &Matrix,
    state: &TextState,
    font: &Font,
    ink: Ink,
) -> Option<Glyph> {
    let start = to_page.apply((0.0, 0.0));
    let end = to_page.apply((width, 0.0));
    let size = state.size.abs() * to_page.c.hypot(to_page.d);
    let sane = [start.0, start.1, end.0, end.1, size]
        .iter()
        .all(|n| n.abs() < 50_000.0);
    if text.is_empty() || !sane || size < 0.5 {
        return None;
    }
    let heading = state.size * state.stretch;
    let slanted =
        (to_page.a * to_page.c + to_page.b * to_page.d).abs() > 0.1 * to_page.scale().powi(2);
    Some(Glyph {
        text,
        start,
        end,
        size,
        direction: Direction::of((to_page.a * heading, to_page.b * heading)),
        style: Style {
            // Filled and stroked is how programs fake a bold face, skewed an italic one.
            bold: font.bold || state.mode == 2,
            italic: font.italic || slanted,
            color: ink.color.filter(|color| *color != Rgb(0, 0, 0)),
        },
        clip: ink.clip,
    })
}
