//! Figures that a reader of the aggregate report asks for. All are counts.

use super::aggregate_report::*;
use forms::{Obligation, Status};
use kernel::MunicipalityCode;
use std::collections::HashSet;

/// The numbers of the sentence that opens a report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Headline {
    /// Municipalities that were asked.
    pub asked: u32,
    /// Municipalities with an accepted form.
    pub answered: u32,
    /// Recommendations.
    pub recommendations: u32,
    /// Recommendations on which more than half of those who answered are green.
    pub mostly_green: u32,
    /// Statuses that are better than in the round before.
    pub better: u32,
    /// Statuses that are worse than in the round before.
    pub worse: u32,
    /// `must` recommendations that are red somewhere.
    pub red_musts: u32,
    /// Municipalities that are red on at least one `must` recommendation.
    pub municipalities_with_red_must: u32,
}

/// A `must` recommendation that is red somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct RedMust<'a> {
    /// The recommendation.
    pub recommendation: &'a RecommendationFacts,
    /// Where it is red, in the report's order.
    pub municipalities: Vec<&'a ParticipantFacts>,
}

/// Two municipalities that could help each other on a recommendation.
#[derive(Debug, Clone, PartialEq)]
pub struct PossiblePair<'a> {
    /// The recommendation.
    pub number: u32,
    /// The wish of the one that seeks.
    pub seeks: &'a PartnerWish,
    /// The wish of the other, which offers, or seeks too.
    pub other: &'a PartnerWish,
}

impl AggregateReport {
    /// How many municipalities have an accepted form.
    pub fn answered(&self) -> u32 {
        self.participants
            .iter()
            .filter(|participant| participant.form.is_some())
            .count() as u32
    }

    /// The participants without an accepted form.
    pub fn missing(&self) -> Vec<&ParticipantFacts> {
        self.participants
            .iter()
            .filter(|participant| participant.form.is_none())
            .collect()
    }

    /// A participant by its code.
    pub fn participant(&self, code: &MunicipalityCode) -> Option<&ParticipantFacts> {
        self.participants
            .iter()
            .find(|participant| participant.code == *code)
    }

    /// A cell of the matrix; nothing where the municipality or number is not in the round.
    pub fn entry(&self, code: &MunicipalityCode, number: u32) -> Option<&EntryFacts> {
        let row = self
            .participants
            .iter()
            .position(|participant| participant.code == *code)?;
        let column = self
            .recommendations
            .iter()
            .position(|one| one.number == number)?;
        self.matrix.get(row)?.get(column)
    }

    /// A status of the matrix.
    pub fn status(&self, code: &MunicipalityCode, number: u32) -> Option<Status> {
        self.entry(code, number).map(|entry| entry.status)
    }

    /// The column of the matrix that answers a recommendation, with the municipalities.
    pub fn column(&self, index: usize) -> impl Iterator<Item = (&ParticipantFacts, &EntryFacts)> {
        let cells = self.matrix.iter().filter_map(move |row| row.get(index));
        self.participants.iter().zip(cells)
    }

    /// Where `must` is red: the recommendations with at least one red answer.
    pub fn must_red(&self) -> Vec<RedMust<'_>> {
        let musts = self
            .recommendations
            .iter()
            .enumerate()
            .filter(|(_, one)| one.obligation == Obligation::Must);
        musts
            .map(|(index, recommendation)| RedMust {
                recommendation,
                municipalities: self.red_in(index),
            })
            .filter(|red| !red.municipalities.is_empty())
            .collect()
    }

    fn red_in(&self, index: usize) -> Vec<&ParticipantFacts> {
        let red = self
            .column(index)
            .filter(|(_, entry)| entry.status == Status::Red);
        red.map(|(participant, _)| participant).collect()
    }

    /// The comparable statuses that got better since the round before.
    pub fn improved(&self) -> Vec<&StatusStep> {
        self.steps(StatusStep::is_better)
    }

    /// The comparable statuses that got worse since the round before.
    pub fn worsened(&self) -> Vec<&StatusStep> {
        self.steps(StatusStep::is_worse)
    }

    fn steps(&self, wanted: impl Fn(&StatusStep) -> bool) -> Vec<&StatusStep> {
        let steps = self.changes.iter().flat_map(|changes| &changes.steps);
        steps.filter(|step| wanted(step)).collect()
    }

    /// Who could meet whom: one that seeks with one that offers, or two that seek, on the same
    /// recommendation. Every pair stands once.
    pub fn possible_pairs(&self) -> Vec<PossiblePair<'_>> {
        let mut pairs = Vec::new();
        for (index, seeks) in self.partner_wishes.iter().enumerate() {
            if seeks.kind != WishKind::Seeks {
                continue;
            }
            for (other_index, other) in self.partner_wishes.iter().enumerate() {
                let same = other.number == seeks.number && other.code != seeks.code;
                let counted = other.kind == WishKind::Seeks && other_index < index;
                if same && !counted {
                    pairs.push(PossiblePair {
                        number: seeks.number,
                        seeks,
                        other,
                    });
                }
            }
        }
        pairs
    }

    /// The numbers of the sentence that opens the report.
    pub fn headline(&self) -> Headline {
        let red = self.must_red();
        let municipalities: HashSet<_> = red
            .iter()
            .flat_map(|red| &red.municipalities)
            .map(|participant| &participant.code)
            .collect();
        Headline {
            asked: self.participants.len() as u32,
            answered: self.answered(),
            recommendations: self.recommendations.len() as u32,
            mostly_green: self
                .counts
                .iter()
                .filter(|counts| counts.is_mostly_green())
                .count() as u32,
            better: self.improved().len() as u32,
            worse: self.worsened().len() as u32,
            red_musts: red.len() as u32,
            municipalities_with_red_must: municipalities.len() as u32,
        }
    }
}

impl StatusCounts {
    /// How many gave a status: everyone but `not_reported`.
    pub fn reported(self) -> u32 {
        self.total() - self.not_reported
    }

    /// Whether more than half of those who gave a status are green.
    pub fn is_mostly_green(self) -> bool {
        self.green * 2 > self.reported()
    }
}

impl StatusStep {
    /// From red to yellow or green, or from yellow to green.
    pub fn is_better(&self) -> bool {
        matches!((rank(self.from), rank(self.to)), (Some(from), Some(to)) if to > from)
    }

    /// From green to yellow or red, or from yellow to red.
    pub fn is_worse(&self) -> bool {
        matches!((rank(self.from), rank(self.to)), (Some(from), Some(to)) if to < from)
    }
}

/// The order of the three colours. Taking no part and not reporting have no place in it.
fn rank(status: Status) -> Option<u8> {
    match status {
        Status::Green => Some(2),
        Status::Yellow => Some(1),
        Status::Red => Some(0),
        Status::NotParticipating | Status::NotReported => None,
    }
}
