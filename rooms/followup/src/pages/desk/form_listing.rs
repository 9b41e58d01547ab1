//! The forms of a round as the desk lists them: narrowed, ordered, counted.

use crate::rules::progress_form::FormState;
use crate::summary::{FormListing, ReviewItem};
use kernel::MunicipalityCode;
use serde::Deserialize;
use std::cmp::Ordering;
use std::collections::HashMap;
use web::components::Direction;

/// What the list is asked for; everything stands in the address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Only forms in this state, or `missing`.
    pub state: String,
    /// Only forms with something open.
    pub open: Option<String>,
    /// Only late ones.
    pub late: Option<String>,
    /// The column to sort by.
    pub sort: String,
    /// `down` for the largest first.
    pub order: String,
    /// What was just done.
    pub done: String,
}

/// One municipality's row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// How far the form is.
    pub form: FormListing,
    /// How many answers a person must still look at.
    pub unconfirmed: usize,
}

/// What waits at all participants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Everyone asked.
    pub asked: usize,
    /// A version has come.
    pub received: usize,
    /// Submitted, not yet accepted or returned.
    pub waiting: usize,
    /// A version counts.
    pub accepted: usize,
    /// Problems that wait.
    pub problems: usize,
}

/// The value of the filter that means nothing usable has come.
pub const MISSING: &str = "missing";

/// The forms with how many answers wait for a person.
pub fn rows(forms: Vec<FormListing>, queue: &[ReviewItem]) -> Vec<Row> {
    let mut waiting: HashMap<&MunicipalityCode, usize> = HashMap::new();
    let unsure = |item: &&ReviewItem| item.entry.as_ref().is_some_and(|one| !one.is_confirmed);
    for item in queue.iter().filter(unsure) {
        *waiting.entry(&item.code).or_default() += 1;
    }
    let row = |form: FormListing| Row {
        unconfirmed: waiting.get(&form.code).copied().unwrap_or_default(),
        form,
    };
    forms.into_iter().map(row).collect()
}

impl Row {
    /// Whether nothing that could be accepted has come.
    pub fn is_missing(&self) -> bool {
        self.form.counting.is_none()
            && matches!(
                self.form.state,
                FormState::NotStarted | FormState::Returned | FormState::Withdrawn
            )
    }

    /// Whether it came too late.
    pub fn is_late(&self) -> bool {
        self.form
            .version
            .as_ref()
            .is_some_and(|version| version.is_late)
    }

    /// Whether a person must look before it can be accepted.
    pub fn has_open(&self) -> bool {
        self.form.open_problems + self.unconfirmed > 0
    }
}

impl Counts {
    /// The counts of all rows.
    pub fn of(rows: &[Row]) -> Self {
        let count = |wanted: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| wanted(row)).count();
        Self {
            asked: rows.len(),
            received: count(&|row| row.form.version.is_some()),
            waiting: count(&|row| row.form.state == FormState::Submitted),
            accepted: count(&|row| row.form.counting.is_some()),
            problems: rows.iter().map(|row| row.form.open_problems).sum(),
        }
    }
}

impl Asked {
    /// Whether anything narrows the list.
    pub fn narrows(&self) -> bool {
        !self.state.is_empty() || self.open.is_some() || self.late.is_some()
    }

    /// The rows that are asked for, in the order asked for.
    pub fn of(&self, rows: &[Row]) -> Vec<Row> {
        let mut shown: Vec<Row> = rows.iter().filter(|row| self.wants(row)).cloned().collect();
        shown.sort_by(|one, other| self.order(one, other));
        shown
    }

    fn wants(&self, row: &Row) -> bool {
        let state = match self.state.as_str() {
            "" => true,
            MISSING => row.is_missing(),
            key => row.form.state.key() == key,
        };
        state && (self.open.is_none() || row.has_open()) && (self.late.is_none() || row.is_late())
    }

    fn order(&self, one: &Row, other: &Row) -> Ordering {
        let ascending = match self.sort.as_str() {
            "state" => rank(one.form.state).cmp(&rank(other.form.state)),
            "received" => one.form.received_at.cmp(&other.form.received_at),
            "open" => one.form.open_problems.cmp(&other.form.open_problems),
            "unconfirmed" => one.unconfirmed.cmp(&other.unconfirmed),
            _ => people::danish_order(&one.form.name, &other.form.name),
        };
        match self.direction() {
            Direction::Up => ascending,
            Direction::Down => ascending.reverse(),
        }
    }

    /// The direction of the order.
    pub fn direction(&self) -> Direction {
        if self.order == "down" {
            Direction::Down
        } else {
            Direction::Up
        }
    }

    /// The query of this list, sorted by a column; by the one it is sorted by, the other way round.
    pub fn sorted_by(&self, column: &str) -> String {
        let turned = self.sort == column && self.direction() == Direction::Up;
        let order = if turned { "down" } else { "up" };
        format!("{}&sort={column}&order={order}", self.narrowed())
    }

    /// How a column is sorted now.
    pub fn sorting(&self, column: &str) -> Option<Direction> {
        (self.sort == column).then(|| self.direction())
    }

    /// The query of what narrows the list.
    pub fn narrowed(&self) -> String {
        let mut query = format!("state={}", super::super::links::segment(&self.state));
        query.push_str(if self.open.is_some() { "&open=1" } else { "" });
        query.push_str(if self.late.is_some() { "&late=1" } else { "" });
        query
    }
}

/// The order in which states want attention.
fn rank(state: FormState) -> usize {
    match state {
        FormState::Submitted => 0,
        FormState::InProgress | FormState::AwaitingApproval => 1,
        FormState::Returned => 2,
        FormState::NotStarted => 3,
        FormState::Accepted => 4,
        FormState::Withdrawn => 5,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn row(code: &str, name: &str, state: FormState, open_problems: usize) -> Row {
        Row {
            form: FormListing {
                code: MunicipalityCode::parse(code).unwrap(),
                name: name.to_owned(),
                state,
                version: None,
                counting: (state == FormState::Accepted).then_some(1),
                open_problems,
                received_at: None,
            },
            unconfirmed: 0,
        }
    }

    fn names(rows: &[Row]) -> Vec<&str> {
        rows.iter().map(|row| row.form.name.as_str()).collect()
    }

    fn three() -> Vec<Row> {
        vec![
            row("0147", "Frederiksberg", FormState::Accepted, 0),
            row("0101", "København", FormState::Submitted, 3),
            row("0151", "Ballerup", FormState::NotStarted, 0),
        ]
    }

    #[test]
    fn whoever_has_sent_nothing_usable_is_missing() {
        let asked = Asked {
            state: MISSING.to_owned(),
            ..Asked::default()
        };
        assert_eq!(names(&asked.of(&three())), ["Ballerup"]);
    }

    #[test]
    fn a_column_turns_when_it_is_sorted_by_again() {
        let mut asked = Asked {
            sort: "open".to_owned(),
            order: "down".to_owned(),
            ..Asked::default()
        };
        assert_eq!(names(&asked.of(&three()))[0], "København");
        assert_eq!(asked.sorted_by("open"), "state=&sort=open&order=up");
        asked.order = "up".to_owned();
        assert_eq!(asked.sorted_by("open"), "state=&sort=open&order=down");
    }

    #[test]
    fn the_counts_are_those_of_everyone_asked() {
        let counts = Counts::of(&three());
        assert_eq!(
            (
                counts.asked,
                counts.waiting,
                counts.accepted,
                counts.problems
            ),
            (3, 1, 1, 3)
        );
    }
}
