//! Glyphs → pieces: stretches of letters that stand together and look the same.
//!
//! Pieces are the atoms of everything after: a piece lies in one cell and one line. What is one
//! word may be several pieces (a bold half); a piece is never more than one word.

use super::geometry::Rect;
use super::page::{Direction, Glyph, Page, Style};
use document_model::Rgb;
use std::collections::HashMap;
use std::rc::Rc;

/// A gap of this many times the font's size parts words where no space was written. Kerning
/// stays below 0.1, the narrowest spaces of justified text above 0.18.
const WORD_GAP: f32 = 0.15;

/// A stretch of letters of one look, without spaces.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub text: String,
    /// Where it lies on the page.
    pub area: Rect,
    /// The same in its own upright frame, which differs for turned text.
    pub frame: Rect,
    /// The baseline in the upright frame.
    pub baseline: f32,
    pub size: f32,
    pub direction: Direction,
    pub style: Style,
    /// The colour behind it, where that is not a whole cell's fill.
    pub highlight: Option<Rgb>,
    /// How wide its first letter is.
    pub first_width: f32,
    /// A space was written right before it.
    pub space_before: bool,
    /// A space was written right after it, also at a line's end.
    pub space_after: bool,
    /// The point that tells in which cell it lies: its middle, or where it is cut off by its
    /// cell, the nearest point that shows.
    pub anchor: (f32, f32),
    /// The least gap after which the next piece is another word.
    pub word_gap: f32,
}

/// A page's glyphs as pieces, in the order of the file.
pub(super) fn pieces(page: &Page) -> Vec<Piece> {
    let mut builder = Builder::default();
    let mut printed = Printed::default();
    for glyph in &page.glyphs {
        // A bold face faked by printing twice would double every letter.
        if glyph.text.trim().is_empty() || printed.is_new(glyph) {
            builder.add(glyph);
        }
    }
    builder.finish()
}

/// The letters printed so far, by the square point that they stand in.
#[derive(Default)]
struct Printed {
    squares: HashMap<(i32, i32), Vec<PrintedLetter>>,
}

/// A letter and where it stands.
type PrintedLetter = (Rc<str>, f32, f32);

impl Printed {
    /// Notes a letter, unless the same letter was printed in nearly the same place.
    fn is_new(&mut self, glyph: &Glyph) -> bool {
        let (x, y) = glyph.start;
        let near = (glyph.size * 0.06).clamp(0.3, 1.0);
        let (column, row) = (x.floor() as i32, y.floor() as i32);
        let again = (-1..=1)
            .flat_map(|dx| (-1..=1).map(move |dy| (column + dx, row + dy)))
            .any(|square| {
                let printed = self.squares.get(&square).into_iter().flatten();
                printed.into_iter().any(|(text, px, py)| {
                    (px - x).abs() <= near && (py - y).abs() <= near && *text == glyph.text
                })
            });
        if !again {
            self.squares
                .entry((column, row))
                .or_default()
                .push((glyph.text.clone(), x, y));
        }
        !again
    }
}

#[derive(Default)]
struct Builder {
    done: Vec<Piece>,
    open: Vec<Placed>,
    after_space: bool,
    look: Option<Look>,
}

/// What pieces of one stretch have in common.
type Look = (Direction, Style, f32, Option<Rect>);

/// A glyph in its upright frame.
struct Placed {
    text: Rc<str>,
    left: f32,
    right: f32,
    baseline: f32,
}

impl Builder {
    fn add(&mut self, glyph: &Glyph) {
        let look = (glyph.direction, glyph.style, glyph.size, glyph.clip);
        let placed = placed(glyph);
        if !self.continues(&placed, look) {
            self.close();
        }
        if glyph.text.trim().is_empty() {
            self.close();
            self.space(&placed);
            return;
        }
        self.look = Some(look);
        self.open.push(placed);
    }

    /// A space; the piece that it follows is told.
    fn space(&mut self, space: &Placed) {
        self.after_space = true;
        if let Some(last) = self.done.last_mut() {
            let beside = (space.left - last.frame.right).abs() < last.size;
            last.space_after |= beside && (space.baseline - last.baseline).abs() < last.size;
        }
    }

    fn continues(&self, next: &Placed, look: Look) -> bool {
        let Some(last) = self.open.last() else {
            return true;
        };
        let (_, _, size, _) = look;
        self.look == Some(look)
            && (next.baseline - last.baseline).abs() < size * 0.1
            && next.left - last.right < size
            && next.left - last.left > -size * 0.3
    }

    /// Splits what is open where gaps part words, and files it.
    fn close(&mut self) {
        let open = std::mem::take(&mut self.open);
        let Some((direction, style, size, clip)) = self.look.take() else {
            return;
        };
        let word_gap = word_gap(&open, size);
        let mut start = 0;
        for end in 1..=open.len() {
            let parts = end == open.len() || open[end].left - open[end - 1].right > word_gap;
            if parts {
                let mut piece = piece(&open[start..end], direction, style, size, word_gap);
                piece.anchor = anchor(&piece.area, clip);
                self.file(piece, start > 0);
                start = end;
            }
        }
        self.after_space = false;
    }

    fn file(&mut self, mut piece: Piece, after_gap: bool) {
        piece.space_before = after_gap || self.after_space;
        self.done.push(piece);
    }

    fn finish(mut self) -> Vec<Piece> {
        self.close();
        self.done
    }
}

fn placed(glyph: &Glyph) -> Placed {
    let upright = glyph.direction.upright();
    let (start, end) = (upright.apply(glyph.start), upright.apply(glyph.end));
    Placed {
        text: glyph.text.clone(),
        left: start.0,
        right: end.0,
        baseline: start.1,
    }
}

/// The gap that parts words in a stretch; wider where the letters themselves are spaced out.
fn word_gap(glyphs: &[Placed], size: f32) -> f32 {
    let usual = size * WORD_GAP;
    let mut gaps: Vec<f32> = glyphs
        .windows(2)
        .map(|pair| pair[1].left - pair[0].right)
        .collect();
    gaps.sort_by(f32::total_cmp);
    let letters = glyphs
        .iter()
        .all(|glyph| glyph.text.chars().all(char::is_alphabetic));
    match gaps.as_slice() {
        // Evenly spaced letters are one word: "S T A T U S".
        [least, .., most] if letters && gaps.len() >= 3 && *least > size * 0.08 => {
            if most - least < size * 0.12 {
                most + usual
            } else {
                (least + most) / 2.0
            }
        }
        _ => usual,
    }
}

fn piece(glyphs: &[Placed], direction: Direction, style: Style, size: f32, word_gap: f32) -> Piece {
    let baseline = glyphs.first().map_or(0.0, |glyph| glyph.baseline);
    let left = glyphs
        .iter()
        .map(|glyph| glyph.left)
        .fold(f32::MAX, f32::min);
    let right = glyphs
        .iter()
        .map(|glyph| glyph.right)
        .fold(f32::MIN, f32::max);
    let frame = Rect {
        left,
        top: baseline - size * 0.75,
        right: right.max(left),
        bottom: baseline + size * 0.22,
    };
    Piece {
        text: glyphs.iter().map(|glyph| &*glyph.text).collect(),
        area: inverse(direction, &frame),
        frame,
        baseline,
        size,
        direction,
        style,
        highlight: None,
        first_width: glyphs.first().map_or(0.0, |glyph| glyph.right - glyph.left),
        space_before: false,
        space_after: false,
        anchor: (0.0, 0.0),
        word_gap,
    }
}

/// The middle of what shows, or the nearest point of the area that cuts it off.
fn anchor(area: &Rect, clip: Option<Rect>) -> (f32, f32) {
    let (x, y) = area.center();
    match clip.filter(|clip| clip.width() > 2.0 && clip.height() > 2.0) {
        Some(clip) => (
            x.clamp(clip.left + 0.9, clip.right - 0.9),
            y.clamp(clip.top + 0.9, clip.bottom - 0.9),
        ),
        None => (x, y),
    }
}

/// From the upright frame back to the page.
fn inverse(direction: Direction, frame: &Rect) -> Rect {
    let back = match direction {
        Direction::Down => Direction::Up,
        Direction::Up => Direction::Down,
        same => same,
    };
    back.upright().apply_rect(frame)
}

/// A piece that was not printed but typed into a field.
pub(super) fn typed(text: &str, area: Rect) -> Piece {
    let size = area.height().min(10.0);
    Piece {
        text: text.to_string(),
        area,
        frame: area,
        baseline: area.bottom - size * 0.22,
        size,
        direction: Direction::Right,
        style: Style::default(),
        highlight: None,
        first_width: size / 2.0,
        space_before: true,
        space_after: false,
        anchor: area.center(),
        word_gap: size * WORD_GAP,
    }
}
