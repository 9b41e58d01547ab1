//! Pieces → lines of text.

use super::geometry::Rect;
use super::pieces::Piece;

/// Pieces whose baselines differ by less than this many times the font's size share a line;
/// raised and lowered small print does, the next line does not.
const SAME_LINE: f32 = 0.4;

/// A line: its pieces from the left.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub pieces: Vec<Piece>,
    /// The box around it in its upright frame.
    pub frame: Rect,
    pub baseline: f32,
    pub size: f32,
}

/// The lines of some pieces from the top; turned text after upright text.
pub(super) fn lines(mut pieces: Vec<Piece>) -> Vec<Line> {
    pieces.sort_by(|a, b| {
        let order = a.direction.cmp(&b.direction);
        order.then(a.baseline.total_cmp(&b.baseline))
    });
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if belongs(&piece, line) => line.push(piece),
            _ => lines.push(vec![piece]),
        }
    }
    lines.into_iter().filter_map(Line::new).collect()
}

fn belongs(piece: &Piece, line: &[Piece]) -> bool {
    line.last().is_some_and(|last| {
        let largest = line
            .iter()
            .map(|piece| piece.size)
            .fold(piece.size, f32::max);
        last.direction == piece.direction
            && (piece.baseline - line[0].baseline).abs() < largest * SAME_LINE
            && (piece.baseline - last.baseline).abs() < piece.size.min(last.size) * 0.8
    })
}

impl Line {
    fn new(mut pieces: Vec<Piece>) -> Option<Self> {
        pieces.sort_by(|a, b| a.frame.left.total_cmp(&b.frame.left));
        let frame = pieces
            .iter()
            .map(|piece| piece.frame)
            .reduce(|all, one| all.union(&one))?;
        let longest = pieces.iter().max_by_key(|piece| piece.text.len())?;
        let (baseline, size) = (longest.baseline, longest.size);
        Some(Self {
            pieces,
            frame,
            baseline,
            size,
        })
    }

    /// Whether a space stands before the piece at this index.
    pub fn parted(&self, index: usize) -> bool {
        let Some(before) = index
            .checked_sub(1)
            .and_then(|index| self.pieces.get(index))
        else {
            return false;
        };
        let piece = &self.pieces[index];
        let gap = piece.frame.left - before.frame.right;
        piece.space_before || gap > before.word_gap.max(piece.word_gap)
            // A piece far to the left of the end of the one before overlies it.
            || gap < -before.size
    }

    /// The text, with single spaces.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (index, piece) in self.pieces.iter().enumerate() {
            if self.parted(index) {
                text.push(' ');
            }
            text.push_str(&piece.text);
        }
        text
    }

    /// Whether it is a single word.
    pub fn is_single_word(&self) -> bool {
        (1..self.pieces.len()).all(|index| !self.parted(index))
    }

    /// Whether it begins with a sign that closes what stands before it.
    pub fn starts_with_closing(&self) -> bool {
        let closing = |piece: &Piece| piece.text.starts_with(['.', ',', ';', ':', '!', '?', ')']);
        self.pieces.first().is_some_and(closing)
    }

    /// Parts a line where gaps are wider than `gap` times the font's size.
    pub fn split_at_gaps(&self, gap: f32) -> Vec<Line> {
        let mut parts: Vec<Vec<Piece>> = Vec::new();
        for piece in &self.pieces {
            match parts.last_mut() {
                Some(part) if part.last().is_some_and(|last| near(last, piece, gap)) => {
                    part.push(piece.clone());
                }
                _ => parts.push(vec![piece.clone()]),
            }
        }
        parts.into_iter().filter_map(Line::new).collect()
    }

    /// How wide the part of the first word is that must stay on one line.
    pub fn first_unit_width(&self) -> f32 {
        let mut width = 0.0;
        for (index, piece) in self.pieces.iter().enumerate() {
            if index > 0 && self.parted(index) {
                break;
            }
            let letters = piece.text.chars().count().max(1);
            let breakable = piece.text.chars().position(|letter| "-/–".contains(letter));
            let unit = breakable.map_or(letters, |at| at + 1);
            width += piece.frame.width() * unit as f32 / letters as f32;
            if breakable.is_some() {
                break;
            }
        }
        width
    }
}

fn near(last: &Piece, next: &Piece, gap: f32) -> bool {
    next.frame.left - last.frame.right < last.size.max(next.size) * gap
}
