//! What a file does everywhere: how far its lines stand apart, how large most of its text is,
//! whether it writes the space on which a line was wrapped.

use super::pieces::Piece;
use std::collections::HashMap;

/// A guess where a file has too few lines to tell: single spacing of most fonts.
const SINGLE: f32 = 1.2;
/// Histogram step.
const STEP: f32 = 0.04;

/// The habits of the program that wrote a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habits {
    /// The most common line spacing, in units of the font's size.
    pub pitch: f32,
    /// The size of most letters, in points.
    pub size: f32,
    /// Wrapped lines end with a written space, so that a line without one ends a paragraph, or
    /// breaks a word.
    pub ends_with_space: bool,
}

/// The habits seen in the pages' pieces. Lines follow each other where the next piece in the
/// file is further down and not further right.
pub(super) fn habits<'a>(pages: impl Iterator<Item = &'a [Piece]> + Clone) -> Habits {
    let mut counts = [0u32; 64];
    let (mut wrapped, mut spaced) = (0, 0);
    for pair in pages.clone().flat_map(|pieces| pieces.windows(2)) {
        if let Some(step) = step(&pair[0], &pair[1]) {
            counts[step] += 1;
            wrapped += 1;
            spaced += u32::from(pair[0].space_after);
        }
    }
    Habits {
        pitch: most_common(&counts),
        size: usual_size(pages.flatten()),
        ends_with_space: wrapped >= 3 && spaced * 10 > wrapped * 6,
    }
}

fn most_common(counts: &[u32; 64]) -> f32 {
    let weight = |at: usize| counts[at] + counts.get(at + 1).copied().unwrap_or(0);
    let best = (0..counts.len()).max_by_key(|at| (weight(*at), usize::MAX - at));
    match best.filter(|at| weight(*at) >= 3) {
        Some(at) => (at as f32 + 1.0) * STEP,
        None => SINGLE,
    }
}

fn step(above: &Piece, below: &Piece) -> Option<usize> {
    let same_look = above.direction == below.direction && (above.size - below.size).abs() < 0.5;
    let ratio = (below.baseline - above.baseline) / above.size.max(0.1);
    let follows = same_look && below.frame.left < above.frame.right && (0.9..2.2).contains(&ratio);
    follows.then_some((ratio / STEP) as usize)
}

fn usual_size<'a>(pieces: impl Iterator<Item = &'a Piece>) -> f32 {
    let mut letters: HashMap<u32, usize> = HashMap::new();
    for piece in pieces {
        *letters
            .entry((piece.size * 2.0).round() as u32)
            .or_default() += piece.text.len();
    }
    let usual = letters
        .into_iter()
        .max_by_key(|(size, count)| (*count, u32::MAX - size));
    usual.map_or(0.0, |(size, _)| size as f32 / 2.0)
}
