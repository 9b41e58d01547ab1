//! From accepted forms to the aggregate report.
//!
//! * Aggregation counts; it never averages: between green and yellow there is no number.
//! * Only accepted forms count. A participant without one is `not_reported` throughout.
//! * `not_reported` is never counted as red, and `not_participating` never as green.
//! * Changes are stated only where two rounds ask the same: the same municipality, and a
//!   recommendation with one predecessor of which it is the only successor. A merged, split or
//!   new recommendation has no "before".

use super::aggregate_report::*;
use forms::Status;
use kernel::MunicipalityCode;
use std::cmp::Ordering;
use std::collections::HashMap;

/// The version of [`AggregateReport`] that [`aggregate`] makes.
pub const REPORT_VERSION: u32 = 1;

/// What a round's report is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct AggregateInput {
    /// The programme.
    pub programme: ProgrammeFacts,
    /// The round.
    pub round: RoundFacts,
    /// The release, if the report is being released.
    pub release: Option<ReleaseFacts>,
    /// The focus areas in order.
    pub areas: Vec<AreaFacts>,
    /// The recommendations in order.
    pub recommendations: Vec<RecommendationFacts>,
    /// Everyone who was asked, in any order.
    pub participants: Vec<Participant>,
    /// The report of the round before, if there is one.
    pub before: Option<AggregateReport>,
    /// Decisions that are registered, in any order.
    pub decisions: Vec<DecisionFacts>,
}

/// A municipality that was asked, with what it has answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    /// The code.
    pub code: MunicipalityCode,
    /// The name.
    pub name: String,
    /// How far the answer has come.
    pub answer: Answer,
}

/// How far a participant's answer has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// An accepted form; it counts.
    Accepted(AcceptedForm),
    /// None that counts, and why.
    Absent(Absence),
}

/// An accepted form with its entries.
#[derive(Debug, Clone, PartialEq)]
pub struct AcceptedForm {
    /// The form.
    pub facts: FormFacts,
    /// The entries by the recommendation's number; one that lacks is `not_reported`.
    pub entries: Vec<(u32, EntryFacts)>,
    /// Wishes for partners: recommendation, kind and words.
    pub wishes: Vec<(u32, WishKind, String)>,
    /// Rows of the municipality's own: text and remark.
    pub proposals: Vec<(String, Vec<forms::RemarkParagraph>)>,
}

/// Makes the report. `by_name` is the order of names in the reader's alphabet (in Danish å,
/// also written aa, comes last); participants of one name stand in the order of their codes.
pub fn aggregate(
    mut input: AggregateInput,
    by_name: impl Fn(&str, &str) -> Ordering,
) -> AggregateReport {
    input.participants.sort_by(|left, right| {
        by_name(&left.name, &right.name).then_with(|| left.code.cmp(&right.code))
    });
    let numbers: Vec<u32> = input
        .recommendations
        .iter()
        .map(|recommendation| recommendation.number)
        .collect();
    let matrix: Vec<_> = input
        .participants
        .iter()
        .map(|participant| row(participant, &numbers))
        .collect();
    let changes = input
        .before
        .as_ref()
        .map(|before| changes(&input, before, &matrix));
    AggregateReport {
        version: REPORT_VERSION,
        counts: counts(&matrix, numbers.len()),
        changes,
        partner_wishes: wishes(&input.participants),
        decisions: in_order(input.decisions, &input.participants),
        proposals: proposals(&input.participants),
        participants: input.participants.iter().map(facts).collect(),
        matrix,
        programme: input.programme,
        round: input.round,
        release: input.release,
        areas: input.areas,
        recommendations: input.recommendations,
    }
}

/// One cell for each recommendation: what the accepted form says, else `not_reported`.
fn row(participant: &Participant, numbers: &[u32]) -> Vec<EntryFacts> {
    let Some(form) = participant.accepted() else {
        return vec![EntryFacts::default(); numbers.len()];
    };
    let entries: HashMap<u32, &EntryFacts> = form
        .entries
        .iter()
        .map(|(number, entry)| (*number, entry))
        .collect();
    let found = |number: &u32| entries.get(number).map(|entry| (*entry).clone());
    numbers
        .iter()
        .map(|number| found(number).unwrap_or_default())
        .collect()
}

fn counts(matrix: &[Vec<EntryFacts>], recommendations: usize) -> Vec<StatusCounts> {
    let column = |index: usize| matrix.iter().map(move |row| row[index].status);
    (0..recommendations)
        .map(|index| StatusCounts::count(column(index)))
        .collect()
}

fn facts(participant: &Participant) -> ParticipantFacts {
    let (form, absence) = match &participant.answer {
        Answer::Accepted(form) => (Some(form.facts.clone()), None),
        Answer::Absent(absence) => (None, Some(*absence)),
    };
    ParticipantFacts {
        code: participant.code.clone(),
        name: participant.name.clone(),
        form,
        absence,
    }
}

fn changes(
    input: &AggregateInput,
    before: &AggregateReport,
    matrix: &[Vec<EntryFacts>],
) -> Changes {
    let pairs = comparable(&input.recommendations);
    let mut steps = Vec::new();
    for (participant, row) in input.participants.iter().zip(matrix) {
        for &(index, number_before) in &pairs {
            let from = before.status(&participant.code, number_before);
            let to = row[index].status;
            if let Some(from) = from.filter(|from| *from != to) {
                let number = input.recommendations[index].number;
                steps.push(StatusStep {
                    code: participant.code.clone(),
                    number,
                    number_before,
                    from,
                    to,
                });
            }
        }
    }
    Changes {
        since_key: before.round.key.clone(),
        since_title: before.round.title.clone(),
        counts_before: before
            .recommendations
            .iter()
            .map(|one| one.number)
            .zip(before.counts.iter().copied())
            .collect(),
        steps,
    }
}

/// The recommendations that ask what one recommendation of the round before asked: their index
/// and the number before.
fn comparable(recommendations: &[RecommendationFacts]) -> Vec<(usize, u32)> {
    let successors = |number: u32| {
        recommendations
            .iter()
            .filter(|one| one.predecessors.contains(&number))
            .count()
    };
    recommendations
        .iter()
        .enumerate()
        .filter_map(
            |(index, recommendation)| match recommendation.predecessors[..] {
                [only] if successors(only) == 1 => Some((index, only)),
                _ => None,
            },
        )
        .collect()
}

/// By recommendation, then by municipality.
fn wishes(participants: &[Participant]) -> Vec<PartnerWish> {
    let mut found = Vec::new();
    for participant in participants {
        let form = participant.accepted();
        for (number, kind, text) in form.into_iter().flat_map(|form| &form.wishes) {
            found.push(PartnerWish {
                code: participant.code.clone(),
                number: *number,
                kind: *kind,
                text: text.clone(),
            });
        }
    }
    found.sort_by_key(|wish| wish.number);
    found
}

fn proposals(participants: &[Participant]) -> Vec<ProposalFacts> {
    let mut found = Vec::new();
    for participant in participants {
        let form = participant.accepted();
        for (text, remark) in form.into_iter().flat_map(|form| &form.proposals) {
            found.push(ProposalFacts {
                code: participant.code.clone(),
                text: text.clone(),
                remark: remark.clone(),
            });
        }
    }
    found
}

/// Decisions in the participants' order, then by day.
fn in_order(mut decisions: Vec<DecisionFacts>, participants: &[Participant]) -> Vec<DecisionFacts> {
    let place = |code: &MunicipalityCode| participants.iter().position(|one| one.code == *code);
    decisions.sort_by_key(|decision| {
        (
            place(&decision.code).unwrap_or(usize::MAX),
            decision.decided_on,
        )
    });
    decisions
}

impl Participant {
    /// The form that counts.
    pub fn accepted(&self) -> Option<&AcceptedForm> {
        match &self.answer {
            Answer::Accepted(form) => Some(form),
            Answer::Absent(_) => None,
        }
    }
}

impl StatusCounts {
    /// Counts statuses.
    pub fn count(statuses: impl IntoIterator<Item = Status>) -> Self {
        let mut counts = Self::default();
        for status in statuses {
            *counts.place(status) += 1;
        }
        counts
    }

    /// How many have this status.
    pub fn of(mut self, status: Status) -> u32 {
        *self.place(status)
    }

    /// How many there are in all: everyone who was asked.
    pub fn total(self) -> u32 {
        Status::ALL.into_iter().map(|status| self.of(status)).sum()
    }

    fn place(&mut self, status: Status) -> &mut u32 {
        match status {
            Status::Green => &mut self.green,
            Status::Yellow => &mut self.yellow,
            Status::Red => &mut self.red,
            Status::NotParticipating => &mut self.not_participating,
            Status::NotReported => &mut self.not_reported,
        }
    }
}

#[cfg(test)]
mod tests;
