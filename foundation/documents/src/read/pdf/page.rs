//! What lies on a page, as the library tells it, in display space.

use super::geometry::{Matrix, Rect};
use document_model::{Control, Rgb};
use std::rc::Rc;

/// The ink of one page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// From 1.
    pub number: u32,
    pub width: f32,
    pub height: f32,
    pub glyphs: Vec<Glyph>,
    /// In the order of painting.
    pub shapes: Vec<Shape>,
    pub fields: Vec<Field>,
    /// Pictures and curved outlines: signs of a page without text that is not empty.
    pub pictures: u32,
}

impl Page {
    /// Turns a page whose text mostly runs another way than to the right: drawn sideways, or
    /// scanned upside down.
    pub fn set_upright(&mut self) {
        let mut counts = [0usize; 4];
        for glyph in &self.glyphs {
            counts[glyph.direction as usize] += 1;
        }
        let all = [
            Direction::Right,
            Direction::Down,
            Direction::Left,
            Direction::Up,
        ];
        let most = all
            .into_iter()
            .max_by_key(|direction| counts[*direction as usize]);
        let most = most.filter(|most| counts[*most as usize] > counts[Direction::Right as usize]);
        if let Some(direction) = most {
            self.turn(direction);
        }
    }

    fn turn(&mut self, direction: Direction) {
        let turn = direction.upright();
        let sheet = turn.apply_rect(&Rect {
            right: self.width,
            bottom: self.height,
            ..Rect::default()
        });
        let turn = Matrix {
            e: -sheet.left,
            f: -sheet.top,
            ..turn
        };
        (self.width, self.height) = (sheet.width(), sheet.height());
        for glyph in &mut self.glyphs {
            (glyph.start, glyph.end) = (turn.apply(glyph.start), turn.apply(glyph.end));
            glyph.direction = glyph.direction.seen_from(direction);
            glyph.clip = glyph.clip.map(|clip| turn.apply_rect(&clip));
        }
        for shape in &mut self.shapes {
            match shape {
                Shape::Stroke { from, to, .. } => {
                    (*from, *to) = (turn.apply(*from), turn.apply(*to))
                }
                Shape::Fill { area, .. } => *area = turn.apply_rect(area),
            }
        }
        for field in &mut self.fields {
            field.area = turn.apply_rect(&field.area);
        }
    }
}

/// One shown character, or several where one code stands for several (ligatures).
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub text: Rc<str>,
    /// Where its advance begins, on the baseline.
    pub start: (f32, f32),
    /// Where its advance ends, letter spacing included, word spacing not.
    pub end: (f32, f32),
    /// The font's size as shown, in points.
    pub size: f32,
    pub direction: Direction,
    pub style: Style,
    /// The area outside of which it does not show.
    pub clip: Option<Rect>,
}

/// How text looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub bold: bool,
    pub italic: bool,
    /// Black is no colour.
    pub color: Option<Rgb>,
}

/// Where text runs to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Direction {
    #[default]
    Right,
    Down,
    Left,
    Up,
}

/// A painted shape that may be a rule or a fill.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    /// A straight stroke along one axis.
    Stroke {
        from: (f32, f32),
        to: (f32, f32),
        width: f32,
    },
    /// A filled area, by the box around it; `curved` where it is no polygon.
    Fill {
        area: Rect,
        color: Rgb,
        curved: bool,
    },
}

/// A form field or a typed note, where it is shown.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub area: Rect,
    pub content: FieldContent,
}

/// What a field holds.
#[derive(Debug, Clone)]
pub(super) enum FieldContent {
    Control(Control),
    /// A text field's value, or a note typed onto the page.
    Text(String),
}

impl Direction {
    /// The direction of an advance.
    pub fn of((dx, dy): (f32, f32)) -> Self {
        match (dx.abs() >= dy.abs(), dx >= 0.0, dy >= 0.0) {
            (true, true, _) => Self::Right,
            (true, false, _) => Self::Left,
            (false, _, true) => Self::Down,
            (false, _, false) => Self::Up,
        }
    }

    /// This direction on a page turned so that `other` runs to the right.
    fn seen_from(self, other: Direction) -> Direction {
        let all = [Self::Right, Self::Down, Self::Left, Self::Up];
        all[(self as usize + 4 - other as usize) % 4]
    }

    /// The transform that turns this direction into left-to-right text.
    pub fn upright(self) -> Matrix {
        Matrix::new(match self {
            Self::Right => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            Self::Down => [0.0, -1.0, 1.0, 0.0, 0.0, 0.0],
            Self::Left => [-1.0, 0.0, 0.0, -1.0, 0.0, 0.0],
            Self::Up => [0.0, 1.0, -1.0, 0.0, 0.0, 0.0],
        })
    }
}
