//! Whether the fills and text colours of a form say statuses or only decorate it.

use crate::Status;
use crate::read::record::Record;
use crate::read::signs::Signs;
use crate::read::tint::Tint;
use std::collections::HashSet;

/// Removes colours that carry nothing, from all records of a document together.
pub(crate) fn drop_decoration(records: &mut [Record]) {
    for record in records.iter_mut() {
        let signs = &mut record.signs;
        if signs.like_heading && signs.whole_row {
            signs.fill = None;
        }
    }
    if fills_decorate(records) {
        records
            .iter_mut()
            .for_each(|record| record.signs.fill = None);
    }
    if inks_decorate(records) {
        records
            .iter_mut()
            .for_each(|record| record.signs.ink = None);
    }
    if records.iter().all(|record| !has_status(&record.signs)) {
        look_beside(records);
    }
}

fn has_status(signs: &Signs) -> bool {
    !signs.said.is_empty() || status(signs.fill).is_some() || status(signs.ink).is_some()
}

fn status(tint: Option<Tint>) -> Option<Status> {
    tint?.status().map(|(status, _)| status)
}

/// How a colour stands to the words beside it.
struct Tally {
    coloured: usize,
    kinds: usize,
    agree: usize,
    disagree: usize,
    /// Coloured beside nothing.
    silent: usize,
}

impl Tally {
    /// Colours that mostly contradict the words beside them decorate. One that stands beside
    /// nothing is an answer of its own and speaks for the colours.
    fn is_theme(&self) -> bool {
        self.disagree >= 3 && self.disagree > self.agree + self.silent
    }
}

fn tally(records: &[Record], tint: impl Fn(&Signs) -> Option<Tint>) -> Tally {
    let mut tally = Tally {
        coloured: 0,
        kinds: 0,
        agree: 0,
        disagree: 0,
        silent: 0,
    };
    let mut kinds = HashSet::new();
    for record in records {
        let Some(status) = status(tint(&record.signs)) else {
            continue;
        };
        tally.coloured += 1;
        kinds.insert(status);
        match record.signs.said.first() {
            Some(said) if said.status == status => tally.agree += 1,
            Some(_) => tally.disagree += 1,
            None => tally.silent += 1,
        }
    }
    tally.kinds = kinds.len();
    tally
}

fn fills_decorate(records: &mut [Record]) -> bool {
    let tally = tally(records, |signs| signs.fill);
    let filled = |record: &&Record| status(record.signs.fill).is_some();
    if tally.coloured == 0 {
        return false;
    }
    if tally.kinds >= 2 {
        return tally.is_theme();
    }
    let whole_rows = records
        .iter()
        .filter(filled)
        .all(|record| record.signs.whole_row);
    let headed = records
        .iter()
        .filter(filled)
        .all(|record| record.signs.like_heading);
    let spoken = tally.agree + tally.disagree;
    let throughout = tally.coloured >= 3 && tally.disagree > tally.agree;
    let striped = whole_rows && tally.agree < spoken;
    if headed || throughout || striped {
        return true;
    }
    // One colour throughout and no word: perhaps an answer, perhaps the form's own shading of the
    // cells to fill in. Somebody must look, unless only some of the cells have it, or it is green.
    let everywhere = tally.coloured == records.len() && records.len() > 2;
    let yellow = records
        .iter()
        .filter(filled)
        .any(|record| status(record.signs.fill) == Some(Status::Yellow));
    if spoken == 0 && (whole_rows || everywhere && yellow) {
        records
            .iter_mut()
            .for_each(|record| weaken(&mut record.signs.fill));
    }
    false
}

fn inks_decorate(records: &[Record]) -> bool {
    let tally = tally(records, |signs| signs.ink);
    // Answers typed in one red or green ink throughout.
    tally.is_theme()
}

fn weaken(tint: &mut Option<Tint>) {
    if let Some(Tint::Status(status, sure)) = *tint {
        *tint = Some(Tint::Status(status, sure.min(0.6)));
    }
}

/// Nothing stands in any status cell: the recommendation's or the remark's own cell may carry the
/// colour, if it differs from row to row.
fn look_beside(records: &mut [Record]) {
    let places: [fn(&Signs) -> Option<Tint>; 3] = [
        |signs| signs.text_fill,
        |signs| signs.text_ink,
        |signs| signs.remark_fill,
    ];
    for place in places {
        let tally = tally(records, place);
        if tally.kinds >= 2 {
            for record in records.iter_mut() {
                record.signs.fill = place(&record.signs);
            }
            return;
        }
    }
}
