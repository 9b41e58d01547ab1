//! Two people at one answer: what each changed is put together field by field, a remark line by
//! line. Nothing that anybody typed is lost; what cannot be put together is shown to whoever
//! came second.

use forms::Status;
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// An answer as it stands in the fields of a page: a remark with its marks, wishes a line each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The status.
    pub status: Status,
    /// The remark.
    pub remark: String,
    /// Which partners are sought.
    pub seeks: String,
    /// What is offered to others.
    pub offers: String,
}

/// A field of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerField {
    /// The status.
    Status,
    /// The remark.
    Remark,
    /// Which partners are sought.
    Seeks,
    /// What is offered to others.
    Offers,
}

impl AnswerField {
    /// All fields in the order of the page.
    pub const ALL: [AnswerField; 4] = [
        AnswerField::Status,
        AnswerField::Remark,
        AnswerField::Seeks,
        AnswerField::Offers,
    ];

    /// The name that is posted.
    pub fn key(self) -> &'static str {
        match self {
            AnswerField::Status => "status",
            AnswerField::Remark => "remark",
            AnswerField::Seeks => "seeks",
            AnswerField::Offers => "offers",
        }
    }
}

/// Two changes of one answer put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Both changes; where they contradict each other, what was there first.
    pub answer: Answer,
    /// The fields that both changed so that a person must choose.
    pub conflicts: Vec<AnswerField>,
}

impl Answer {
    /// The same answer however a browser ends its lines.
    pub fn tidy(mut self) -> Self {
        for text in [&mut self.remark, &mut self.seeks, &mut self.offers] {
            *text = text.replace("\r\n", "\n").trim_end().to_owned();
        }
        self
    }

    /// What stands in a field, a status by its word.
    pub fn text(&self, field: AnswerField) -> &str {
        match field {
            AnswerField::Status => self.status.key(),
            AnswerField::Remark => &self.remark,
            AnswerField::Seeks => &self.seeks,
            AnswerField::Offers => &self.offers,
        }
    }

    /// The same answer with another text in one field; a word that is no status changes nothing.
    pub fn with(mut self, field: AnswerField, text: &str) -> Self {
        match field {
            AnswerField::Status => self.status = Status::from_key(text).unwrap_or(self.status),
            AnswerField::Remark => self.remark = text.to_owned(),
            AnswerField::Seeks => self.seeks = text.to_owned(),
            AnswerField::Offers => self.offers = text.to_owned(),
        }
        self
    }

    /// Whether nothing has been said.
    pub fn is_empty(&self) -> bool {
        self.status == Status::NotReported
            && [&self.remark, &self.seeks, &self.offers]
                .into_iter()
                .all(|text| text.trim().is_empty())
    }
}

/// Puts `mine` and `theirs`, both changed from `base`, together.
pub fn merge(base: &Answer, theirs: &Answer, mine: &Answer) -> Merged {
    let mut merged = Merged {
        answer: theirs.clone(),
        conflicts: Vec::new(),
    };
    for field in AnswerField::ALL {
        let (base, theirs, mine) = (base.text(field), theirs.text(field), mine.text(field));
        match joined(field, base, theirs, mine) {
            Some(text) => merged.answer = merged.answer.with(field, &text),
            None => merged.conflicts.push(field),
        }
    }
    merged
}

fn joined(field: AnswerField, base: &str, theirs: &str, mine: &str) -> Option<String> {
    if mine == base || mine == theirs {
        return Some(theirs.to_owned());
    }
    if theirs == base {
        return Some(mine.to_owned());
    }
    match field {
        AnswerField::Status => None,
        AnswerField::Remark | AnswerField::Seeks | AnswerField::Offers => {
            merge_lines(base, theirs, mine)
        }
    }
}

/// Lines that one side put in the place of lines of the base.
struct Hunk<'text> {
    base: Range<usize>,
    lines: Vec<&'text str>,
}

/// Two changed texts put together line by line; nothing where both changed the same lines, or
/// lines that touch.
pub fn merge_lines(base: &str, theirs: &str, mine: &str) -> Option<String> {
    let base: Vec<&str> = base.split('\n').collect();
    let mut hunks = hunks(&base, theirs);
    hunks.extend(self::hunks(&base, mine));
    hunks.sort_by_key(|hunk| (hunk.base.start, hunk.base.end));
    let mut lines: Vec<&str> = Vec::new();
    let mut next = 0;
    let mut last: Option<Hunk<'_>> = None;
    for hunk in hunks {
        if let Some(before) = &last {
            // Both wrote the same here.
            if before.base == hunk.base && before.lines == hunk.lines {
                continue;
            }
            if hunk.base.start <= before.base.end {
                return None;
            }
        }
        lines.extend(base.get(next..hunk.base.start).unwrap_or_default());
        lines.extend(&hunk.lines);
        next = hunk.base.end;
        last = Some(hunk);
    }
    lines.extend(base.get(next..).unwrap_or_default());
    Some(lines.join("\n"))
}

/// What one side changed; changes that touch are one. Places are counted here: only the lengths
/// of the operations are always right after they were compacted.
fn hunks<'text>(base: &[&str], changed: &'text str) -> Vec<Hunk<'text>> {
    let changed: Vec<&str> = changed.split('\n').collect();
    let mut hunks: Vec<Hunk<'text>> = Vec::new();
    let (mut old, mut new) = (0, 0);
    for operation in capture_diff_slices(Algorithm::Myers, base, &changed) {
        let (from, start) = (new, old);
        old += operation.old_range().len();
        new += operation.new_range().len();
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let lines = changed.get(from..new).unwrap_or_default();
        match hunks.last_mut().filter(|last| last.base.end == start) {
            Some(last) => {
                last.base.end = old;
                last.lines.extend(lines);
            }
            None => hunks.push(Hunk {
                base: start..old,
                lines: lines.to_vec(),
            }),
        }
    }
    hunks
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn answer(status: Status, remark: &str) -> Answer {
        Answer {
            status,
            remark: remark.to_owned(),
            ..Answer::default()
        }
    }

    #[test]
    fn one_who_changed_the_status_and_one_who_changed_the_remark_both_stand() {
        let base = answer(Status::Green, "I gang.");
        let theirs = answer(Status::Yellow, "I gang.");
        let mine = answer(Status::Green, "I gang siden maj.");
        let merged = merge(&base, &theirs, &mine);
        assert_eq!(merged.answer, answer(Status::Yellow, "I gang siden maj."));
        assert_eq!(merged.conflicts, []);
    }

    #[test]
    fn two_different_statuses_must_be_chosen_between() {
        let base = answer(Status::NotReported, "");
        let merged = merge(&base, &answer(Status::Red, ""), &answer(Status::Green, ""));
        assert_eq!(merged.conflicts, [AnswerField::Status]);
        assert_eq!(merged.answer.status, Status::Red);
    }

    #[test]
    fn two_who_wrote_in_different_paragraphs_are_put_together() {
        let base = "Et\nTo\nTre\nFire";
        let merged = merge_lines(base, "Et!\nTo\nTre\nFire", "Et\nTo\nTre\nFire\nFem");
        assert_eq!(merged.unwrap(), "Et!\nTo\nTre\nFire\nFem");
        let both = merge_lines(base, "Et\nTo\nFire", "Nul\nEt\nTo\nTre\nFire");
        assert_eq!(both.unwrap(), "Nul\nEt\nTo\nFire");
    }

    #[test]
    fn two_who_wrote_in_the_same_paragraph_must_choose() {
        assert_eq!(merge_lines("Et\nTo", "Et a\nTo", "Et b\nTo"), None);
        assert_eq!(merge_lines("", "Deres", "Mit"), None);
        assert_eq!(merge_lines("Et", "Et\nDeres", "Et\nMit"), None);
        assert_eq!(merge_lines("Et\nTo", "Et\nNy", "Et\nNy").unwrap(), "Et\nNy");
    }

    fn text() -> impl Strategy<Value = String> {
        proptest::collection::vec("[abc]{0,2}", 0..6).prop_map(|lines| lines.join("\n"))
    }

    proptest! {
        #[test]
        fn whoever_changed_nothing_never_stands_in_the_way(base in text(), other in text()) {
            prop_assert_eq!(merge_lines(&base, &other, &base), Some(other.clone()));
            prop_assert_eq!(merge_lines(&base, &base, &other), Some(other));
        }

        #[test]
        fn who_came_first_makes_no_difference_to_what_is_put_together(
            base in text(), one in text(), other in text(),
        ) {
            prop_assert_eq!(merge_lines(&base, &one, &other), merge_lines(&base, &other, &one));
        }

        #[test]
        fn every_line_that_somebody_put_in_is_there(
            base in text(), one in text(), other in text(),
        ) {
            if let Some(merged) = merge_lines(&base, &one, &other) {
                let there: Vec<&str> = merged.split('\n').collect();
                let known: Vec<&str> = base.split('\n').collect();
                for line in one.split('\n').chain(other.split('\n')) {
                    prop_assert!(known.contains(&line) || there.contains(&line));
                }
            }
        }
    }
}
