use super::pieces::Piece;

/// A guess where a file has too few lines to tell: single spacing of most fonts.
const SINGLE: f32 = 1.2;
/// Histogram step.
const STEP: f32 = 0.04;

/// A file's most common line spacing, in units of the font's size: from pieces that follow each
/// other in the file, the second further down and not further right.
pub(super) fn pitch<'a>(pages: impl Iterator<Item = &'a [Piece]>) -> f32 {
    let mut counts = [0u32; 64];
    for pair in pages.flat_map(|pieces| pieces.windows(2)) {
        if let Some(step) = step(&pair[0], &pair[1]) {
            counts[step] += 1;
        }
    }
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
