//! Ticked boxes in a status cell.

use crate::read::phrases::Phrases;
use crate::read::signs::{Sign, plain_status};
use crate::{Status, StatusEvidence};
use document_model::{Cell, Control};

/// Boxes in one cell, one per status: as controls, or as ☒ ☐, [x] [ ], (x) ( ).
pub(crate) fn check_boxes(cell: &Cell, text: &str, phrases: &Phrases) -> Option<Vec<Sign>> {
    let boxes: Vec<(bool, Option<&str>)> = cell
        .controls
        .iter()
        .filter_map(|control| match control {
            Control::CheckBox { checked, label } => Some((*checked, label.as_deref())),
            Control::Choice { .. } => None,
        })
        .collect();
    if boxes.is_empty() {
        return glyph_boxes(text, phrases);
    }
    let in_text: Vec<Status> = phrases.scan(text).iter().map(|hit| hit.status).collect();
    let mut signs = Vec::new();
    for (index, (_, label)) in boxes
        .iter()
        .enumerate()
        .filter(|(_, (checked, _))| *checked)
    {
        let by_label = label.and_then(|label| plain_status(label, phrases));
        let by_place = (in_text.len() == boxes.len()).then(|| in_text[index]);
        if let Some(status) = by_label.or(by_place) {
            let said =
                label.map_or_else(|| status.key().to_owned(), |label| label.trim().to_owned());
            signs.push(Sign {
                status,
                evidence: StatusEvidence::Control(said),
                sure: 0.99,
            });
        }
    }
    Some(signs)
}

const TICKED: [&str; 12] = [
    "☒", "☑", "✅", "✔", "✓", "[x]", "(x)", "[ x ]", "( x )", "[v]", "🗹", "🗷",
];
const EMPTY: [&str; 9] = ["☐", "□", "[ ]", "( )", "[]", "()", "[_]", "❏", "◻"];

fn glyph_boxes(text: &str, phrases: &Phrases) -> Option<Vec<Sign>> {
    let lower = text.to_lowercase();
    let mut places: Vec<(usize, usize, bool)> = Vec::new();
    for (glyphs, ticked) in [(&TICKED[..], true), (&EMPTY[..], false)] {
        for glyph in glyphs {
            places.extend(
                lower
                    .match_indices(glyph)
                    .map(|(at, glyph)| (at, at + glyph.len(), ticked)),
            );
        }
    }
    places.sort_unstable();
    // Lower-casing may move bytes in rare scripts; then this is no form of ours.
    if places.len() < 2 || lower.len() != text.len() {
        return None;
    }
    let label_first = !phrases.scan(&lower[..places[0].0]).is_empty();
    let mut signs = Vec::new();
    for (index, (start, end, _)) in places
        .iter()
        .enumerate()
        .filter(|(_, (_, _, ticked))| *ticked)
    {
        let label = if label_first {
            let from = index.checked_sub(1).map_or(0, |before| places[before].1);
            lower.get(from..*start)
        } else {
            lower.get(*end..places.get(index + 1).map_or(lower.len(), |next| next.0))
        };
        let label = label.unwrap_or_default().trim();
        if let Some(status) = plain_status(label, phrases) {
            signs.push(Sign {
                status,
                evidence: StatusEvidence::Control(label.to_owned()),
                sure: 0.97,
            });
        }
    }
    Some(signs)
}
