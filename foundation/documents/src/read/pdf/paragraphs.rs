//! Lines → paragraphs, inside a cell or a column of text.
//!
//! Wrapped lines are joined by a space. A hyphen at a line's end stays and is followed by a
//! space ("upklassifi- cering"), because only whoever knows the words can tell a hyphenated word
//! from "job- og"; a soft hyphen is certain and disappears. A word that was broken without a
//! hyphen because it is wider than its cell is joined again.
//!
//! A paragraph ends where the distance to the next line is clearly larger than the spacing of
//! the lines, where a list item begins, and where the next word would still have fitted.

use super::habits::Habits;
use super::lines::Line;
use super::page::Style;
use super::pieces::Piece;
use document_model::{Paragraph, ParagraphKind, Rgb, Run};
use unicode_normalization::UnicodeNormalization;

/// What paragraphs begin with where they are list items. Filled circles and squares are left
/// out: in forms they are signs of a status.
const BULLETS: [&str; 8] = ["•", "◦", "‣", "▪", "∙", "⁃", "➢", "·"];
const DASHES: [&str; 3] = ["-", "–", "*"];

/// Danish words of up to four letters that are no word's ending.
const SHORT_WORDS: [&str; 42] = [
    "i", "å", "af", "at", "da", "de", "du", "få", "før", "har", "her", "hos", "hun", "ind", "jf",
    "kan", "man", "med", "men", "mere", "må", "nu", "når", "og", "om", "op", "over", "på", "samt",
    "selv", "skal", "som", "så", "til", "ud", "ved", "vi", "vil", "for", "fra", "den", "der",
];

/// Between which edges a text was wrapped, and how far apart its lines stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub left: f32,
    pub right: f32,
    pub habits: Habits,
}

/// The paragraphs of some lines of one frame, from the top.
pub(super) fn paragraphs(lines: &[Line], setting: Setting, page: u32) -> Vec<Paragraph> {
    let setting = believable(lines, setting);
    let mut groups: Vec<Vec<&Line>> = Vec::new();
    for line in lines {
        match groups.last_mut() {
            Some(group) if !begins(group, line, &setting) => group.push(line),
            _ => groups.push(vec![line]),
        }
    }
    let paragraphs = groups.iter().map(|group| paragraph(group, &setting, page));
    paragraphs
        .filter(|paragraph| !paragraph.text().trim().is_empty())
        .collect()
}

/// The spacing of these lines themselves where there are enough of them; the right edge of the
/// lines themselves where the given one would end nearly every line early.
fn believable(lines: &[Line], mut setting: Setting) -> Setting {
    if let Some(pitch) = usual_pitch(lines) {
        setting.habits.pitch = pitch;
    }
    let pairs = || {
        lines
            .windows(2)
            .filter(|pair| same_frame(&pair[0], &pair[1]))
    };
    let early = pairs()
        .filter(|pair| ends_early(&pair[0], &pair[1], &setting))
        .count();
    let inner = pairs()
        .filter(|pair| !is_apart(&pair[0], &pair[1], &setting))
        .count();
    if lines.len() >= 5 && early * 2 > inner {
        setting.right = lines
            .iter()
            .map(|line| line.frame.right)
            .fold(f32::MIN, f32::max);
    }
    setting
}

fn usual_pitch(lines: &[Line]) -> Option<f32> {
    let mut pitches: Vec<f32> = lines
        .windows(2)
        .filter_map(|pair| pitch(&pair[0], &pair[1]))
        .collect();
    pitches.sort_by(f32::total_cmp);
    pitches
        .get(pitches.len() / 4)
        .copied()
        .filter(|_| pitches.len() >= 4)
}

/// The distance of two lines in units of the font's size, if one can follow the other.
pub(super) fn pitch(above: &Line, below: &Line) -> Option<f32> {
    let distance = (below.baseline - above.baseline) / above.size.max(below.size).max(0.1);
    (same_frame(above, below) && (0.8..2.5).contains(&distance)).then_some(distance)
}

fn same_frame(above: &Line, below: &Line) -> bool {
    above.pieces[0].direction == below.pieces[0].direction
}

fn begins(group: &[&Line], line: &Line, setting: &Setting) -> bool {
    let Some(last) = group.last() else {
        return true;
    };
    if !same_frame(last, line) || is_apart(last, line, setting) || bullet(line).is_some() {
        return true;
    }
    let early = ends_early(last, line, setting) || ends_without_space(last, line, setting);
    early
        || (dash(line).is_some()
            && (last.text().ends_with(['.', ':', ',', ';']) || dash(group[0]).is_some()))
}

fn is_apart(above: &Line, below: &Line, setting: &Setting) -> bool {
    let size = above.size.max(below.size);
    let different = above.size.min(below.size) < size * 0.8;
    below.baseline - above.baseline > setting.habits.pitch * size * 1.22 + 0.5 || different
}

/// Whether the next line's first word would still have fitted.
fn ends_early(above: &Line, below: &Line, setting: &Setting) -> bool {
    if above.text().ends_with(['-', '\u{AD}']) {
        return false;
    }
    let needed = above.size * 0.28 + below.first_unit_width();
    let width = setting.right - setting.left;
    let slack = 1.0 + width * 0.02;
    above.frame.right + needed < setting.right - slack
        && above.frame.width() + needed < width - slack
}

/// A line that was wrapped at a space keeps it, where the file has that habit.
fn ends_without_space(above: &Line, below: &Line, setting: &Setting) -> bool {
    let breakable = above.text().ends_with(['-', '–', '/', '\u{AD}']);
    let spaced = above.pieces.last().is_some_and(|piece| piece.space_after);
    // Where the line is full to the last letter the space may have been left out.
    let room = above.frame.right + above.size * 0.5 < setting.right;
    setting.habits.ends_with_space
        && room
        && !spaced
        && !breakable
        && !is_broken_word(above, below, setting)
}

fn paragraph(group: &[&Line], setting: &Setting, page: u32) -> Paragraph {
    let mut runs = Runs::default();
    let marked = group.first().and_then(|line| bullet(line));
    for (index, line) in group.iter().enumerate() {
        if index > 0 {
            runs.wrap(group[index - 1], line, setting);
        }
        let skip = usize::from(index == 0 && marked == Some(Bullet::Own));
        for at in skip..line.pieces.len() {
            let parted = at > skip && line.parted(at);
            runs.push(
                &line.pieces[at],
                parted,
                index == 0 && at == 0 && marked == Some(Bullet::Glued),
            );
        }
    }
    let listed = marked.is_some() || group.first().is_some_and(|line| dash(line).is_some());
    Paragraph {
        kind: if listed {
            ParagraphKind::ListItem
        } else {
            ParagraphKind::Body
        },
        runs: runs.finish(),
        page: Some(page),
    }
}

/// How a bullet stands in the first piece of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bullet {
    /// As a piece of its own.
    Own,
    /// Together with the first word.
    Glued,
}

/// A bullet with something behind it.
fn bullet(line: &Line) -> Option<Bullet> {
    let first = line.pieces.first()?;
    if BULLETS.contains(&first.text.as_str()) && line.pieces.len() > 1 {
        return Some(Bullet::Own);
    }
    let glued = BULLETS.iter().any(|bullet| first.text.starts_with(bullet));
    (glued && first.text.chars().count() > 1).then_some(Bullet::Glued)
}

/// A dash as a list's sign; it stays in the text, since "-" is also an answer.
fn dash(line: &Line) -> Option<()> {
    let first = line.pieces.first()?;
    (DASHES.contains(&first.text.as_str()) && line.pieces.len() > 1 && line.parted(1)).then_some(())
}

#[derive(Default)]
struct Runs {
    runs: Vec<Run>,
    look: Option<(Style, Option<Rgb>)>,
}

impl Runs {
    fn push(&mut self, piece: &Piece, parted: bool, without_bullet: bool) {
        let text = if without_bullet {
            piece.text.trim_start_matches(|letter: char| {
                BULLETS.iter().any(|bullet| bullet.starts_with(letter))
            })
        } else {
            &piece.text
        };
        if parted {
            self.append(" ");
        }
        let look = (piece.style, piece.highlight);
        if self.look != Some(look) {
            self.look = Some(look);
            self.runs.push(Run {
                text: String::new(),
                bold: piece.style.bold,
                italic: piece.style.italic,
                color: piece.style.color,
                highlight: piece.highlight,
            });
        }
        self.append(text);
    }

    fn append(&mut self, text: &str) {
        if let Some(run) = self.runs.last_mut() {
            run.text.push_str(text);
        }
    }

    /// Goes on to the next line.
    fn wrap(&mut self, above: &Line, below: &Line, setting: &Setting) {
        let soft = self
            .runs
            .last()
            .is_some_and(|run| run.text.ends_with('\u{AD}'));
        if soft || is_broken_word(above, below, setting) {
            return;
        }
        self.append(" ");
    }

    fn finish(self) -> Vec<Run> {
        let mut runs = self.runs;
        for run in &mut runs {
            run.text = run
                .text
                .nfc()
                .filter(|letter| *letter != '\u{AD}')
                .collect();
        }
        runs.retain(|run| !run.text.is_empty());
        runs
    }
}

/// A word wider than its cell fills its line to the last letter and goes on below, without a
/// hyphen. So may a whole word that happens to fill its line; then what follows tells: the end
/// of a Danish word, or another word.
fn is_broken_word(above: &Line, below: &Line, setting: &Setting) -> bool {
    if below.starts_with_closing() {
        return true;
    }
    let spaced = above.pieces.last().is_some_and(|piece| piece.space_after);
    let first = below.pieces.first().map_or(0.0, |piece| piece.first_width);
    let full = setting.right - above.frame.right < first + 0.3;
    full && !spaced
        && setting.habits.ends_with_space
        && above.is_single_word()
        && is_ending(&above.text(), &below.text())
}

/// Whether a stretch of letters is more likely the end of the word before it than a word: the
/// word is not complete, and what follows is short or the word far too long for a simple one.
fn is_ending(word: &str, next: &str) -> bool {
    let end: String = next
        .chars()
        .take_while(|letter| letter.is_alphabetic())
        .collect();
    let (letters, rest) = (word.chars().count(), end.chars().count());
    let likely = (letters >= 10 && rest <= 4) || letters >= 18;
    // After the definite ending nothing but another word can come.
    let definite = ["en", "et", "ne"]
        .iter()
        .any(|ending| word.ends_with(ending));
    likely
        && !definite
        && word.ends_with(char::is_alphabetic)
        && end.starts_with(char::is_lowercase)
        && !SHORT_WORDS.contains(&end.as_str())
}
