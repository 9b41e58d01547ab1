//! What stands in a status cell after the status: the beginning of the remark.

use crate::RemarkParagraph;
use crate::read::phrases::is_filler;
use crate::read::remarks;
use document_model::{Cell, Paragraph};

/// What stands in a cell after a place in its text, without the separators that follow a status.
pub(crate) fn cut(cell: &Cell, mut at: usize) -> Vec<RemarkParagraph> {
    let mut rest = Vec::new();
    for paragraph in &cell.paragraphs {
        let length = paragraph.text().len();
        if let Some(cut) = cut_paragraph(paragraph, at.min(length)) {
            rest.extend(remarks::of_paragraph(&cut, false));
        }
        at = at.saturating_sub(length + 1);
    }
    rest
}

fn cut_paragraph(paragraph: &Paragraph, mut at: usize) -> Option<Paragraph> {
    let is_cut = at > 0;
    let mut left = paragraph.clone();
    for run in &mut left.runs {
        let drop = at.min(run.text.len());
        run.text = run.text.get(drop..).unwrap_or_default().to_owned();
        at -= drop;
    }
    if is_cut {
        for run in &mut left.runs {
            let text = run
                .text
                .trim_start_matches(|letter: char| {
                    letter.is_whitespace() || ".,;:–—-/()=!|*".contains(letter)
                })
                .to_owned();
            run.text = text;
            if !run.text.is_empty() {
                break;
            }
        }
        let text = left.text();
        if text.ends_with(')')
            && !text.contains('(')
            && let Some(run) = left.runs.last_mut()
        {
            run.text.pop();
        }
    }
    let text = left.text();
    // "Deltager ikke p.t.": what only says "for now" is no remark.
    let says = text.chars().any(char::is_alphanumeric) && !(is_cut && is_filler(&text));
    says.then_some(left)
}
