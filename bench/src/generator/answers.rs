//! What a municipality answers: statuses, remarks, and the doubts that we plant.

use super::dice::Dice;
use super::paper::Line;
use super::shape::{Remarks, Shape};
use super::stock::{self, Blank};
use super::truth::{Doubt, TrueEntry};
use forms::{Obligation, Status};

/// One answer for each recommendation of the blank form.
pub fn answers(shape: &Shape, blank: &Blank, dice: &mut Dice) -> Vec<TrueEntry> {
    let mut remarks = stock::remarks(blank.english);
    dice.shuffle(&mut remarks);
    let mut entries: Vec<_> = blank
        .recommendations
        .iter()
        .enumerate()
        .map(|(at, recommendation)| {
            let status = status(recommendation.obligation, dice);
            TrueEntry {
                status,
                remark: remark(status, blank.english, &remarks[at % remarks.len()], dice),
                doubt: None,
            }
        })
        .collect();
    if shape.remarks == Remarks::Absent {
        entries.iter_mut().for_each(|entry| entry.remark.clear());
    }
    plant_doubts(shape, &mut entries, dice);
    entries
}

fn status(obligation: Obligation, dice: &mut Dice) -> Status {
    match dice.below(100) {
        0..45 => Status::Green,
        45..70 => Status::Yellow,
        70..88 => Status::Red,
        // A binding recommendation that one takes no part in is a question in itself.
        _ if obligation == Obligation::May => Status::NotParticipating,
        _ => Status::Green,
    }
}

fn remark(status: Status, english: bool, from: &[String], dice: &mut Dice) -> Vec<Line> {
    if status == Status::Green && dice.percent(12) {
        return Vec::new();
    }
    let reasons = stock::reasons();
    let lines = match status {
        Status::NotParticipating if !english => dice.pick(&reasons).as_slice(),
        _ => from,
    };
    lines.iter().map(|line| Line::marked(line)).collect()
}

/// Puts contradictions, unknown words and blanks on different entries with a colour.
fn plant_doubts(shape: &Shape, entries: &mut [TrueEntry], dice: &mut Dice) {
    let colored = |entry: &TrueEntry| entry.status != Status::NotParticipating;
    let mut places: Vec<_> = (0..entries.len())
        .filter(|at| colored(&entries[*at]))
        .collect();
    dice.shuffle(&mut places);
    let mut places = places.into_iter();
    for at in places.by_ref().take(shape.count.contradictions) {
        let other = another(entries[at].status, dice);
        entries[at].doubt = Some(Doubt::Contradiction(other));
    }
    for at in places.by_ref().take(shape.count.unknown) {
        entries[at].status = Status::NotReported;
        entries[at].doubt = Some(Doubt::UnknownWord);
    }
    for at in places.take(shape.count.blank) {
        entries[at].status = Status::NotReported;
        entries[at].doubt = match entries[at].remark.is_empty() {
            true => None,
            false => Some(Doubt::RemarkAlone),
        };
    }
}

fn another(status: Status, dice: &mut Dice) -> Status {
    let others: Vec<_> = [Status::Green, Status::Yellow, Status::Red]
        .into_iter()
        .filter(|other| *other != status)
        .collect();
    *dice.pick(&others)
}
