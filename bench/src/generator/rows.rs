//! The rows of a form: recommendations in the order in which they stand, with the
//! municipality's own among them.

use super::dice::Dice;
use super::paper::Line;
use super::shape::Shape;
use super::stock::{self, Blank};
use super::texts::worn;
use super::truth::{TrueEntry, TrueProposal};
use forms::{Obligation, Status};

/// A row.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its index in the blank form; none for the municipality's own.
    pub place: Option<usize>,
    /// The number that it carries.
    pub number: String,
    /// The index of its area.
    pub area: usize,
    /// The heading under which it stands.
    pub obligation: Obligation,
    /// The text as worn.
    pub text: String,
    /// The answer.
    pub answer: TrueEntry,
}

/// The rows in the order of the page, sorted by area and obligation.
pub fn rows(shape: &Shape, blank: &Blank, entries: &[TrueEntry], dice: &mut Dice) -> Vec<Row> {
    let mut rows: Vec<_> = blank
        .recommendations
        .iter()
        .zip(entries)
        .enumerate()
        .map(|(at, (recommendation, answer))| Row {
            place: Some(at),
            number: number(shape, at),
            area: recommendation.area,
            obligation: recommendation.obligation,
            text: worn(&recommendation.text, shape.texts, dice),
            answer: answer.clone(),
        })
        .collect();
    let areas = order(shape, blank.areas.len(), dice);
    if shape.shuffled {
        dice.shuffle(&mut rows);
    }
    rows.sort_by_key(|row| (areas[row.area], row.obligation));
    rows
}

fn number(shape: &Shape, at: usize) -> String {
    match shape.count.renumbered {
        true => format!("{}.{}", 3 + at / 4, at % 4 + 1),
        false => format!("{}", at + 1),
    }
}

fn order(shape: &Shape, areas: usize, dice: &mut Dice) -> Vec<usize> {
    let mut order: Vec<_> = (0..areas).collect();
    if shape.shuffled {
        dice.shuffle(&mut order);
    }
    order
}

/// Takes rows out; what was true of them is then true of nothing.
pub fn lose_rows(shape: &Shape, entries: &mut [TrueEntry], dice: &mut Dice) -> Vec<usize> {
    let lossless = |entry: &TrueEntry| entry.doubt.is_none();
    let mut places: Vec<_> = (0..entries.len())
        .filter(|at| lossless(&entries[*at]))
        .collect();
    dice.shuffle(&mut places);
    places.truncate(shape.count.missing);
    for at in &places {
        entries[*at] = TrueEntry {
            status: Status::NotReported,
            remark: Vec::new(),
            doubt: None,
        };
    }
    places
}

/// Adds rows of the municipality's own, each at the end of an area.
pub fn add_proposals(shape: &Shape, rows: &mut Vec<Row>, dice: &mut Dice) -> Vec<TrueProposal> {
    let mut texts = stock::proposals();
    dice.shuffle(&mut texts);
    let texts = texts.into_iter().take(shape.count.proposals);
    texts.map(|text| add_proposal(rows, text, dice)).collect()
}

fn add_proposal(rows: &mut Vec<Row>, text: &str, dice: &mut Dice) -> TrueProposal {
    let status = *dice.pick(&[Status::Green, Status::Yellow]);
    let area = rows[dice.below(rows.len())].area;
    let last = rows.iter().rposition(|row| row.area == area);
    let at = last.map_or(rows.len(), |last| last + 1);
    let row = Row {
        place: None,
        number: "ny".to_owned(),
        area,
        obligation: rows[at - 1].obligation,
        text: text.to_owned(),
        answer: TrueEntry {
            status,
            remark: vec![Line::plain("Forslag fra kommunen selv.")],
            doubt: None,
        },
    };
    rows.insert(at, row);
    TrueProposal {
        text: text.to_owned(),
        status,
    }
}
