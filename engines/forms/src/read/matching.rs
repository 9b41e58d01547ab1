//! Which recommendation each record answers.

use crate::read::knowledge::{Knowledge, LEAST_SCORE};
use crate::read::record::Record;
use linking::assign;

/// A record's recommendation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Match {
    /// The recommendation's index in the template.
    pub index: usize,
    /// 0 to 1.
    pub confidence: f64,
    /// By its number alone, since the row has no text.
    pub by_number: bool,
}

/// The matches of all records, and for each record its best text score against any recommendation
/// whether or not another record took that one.
pub(crate) struct Matching {
    pub matches: Vec<Option<Match>>,
    pub best: Vec<Option<(usize, f64)>>,
}

/// Standing under the right focus area, or under the right heading, speaks for a recommendation
/// as much as a few per cent of its text; the right number as much as one.
const AREA_BONUS: f64 = 0.06;
const OBLIGATION_BONUS: f64 = 0.03;
const NUMBER_BONUS: f64 = 0.01;
/// An answered row beats an unanswered one of the same text (the blank form repeated below).
const ANSWER_BONUS: f64 = 0.005;

/// Pairs records and recommendations one-to-one for the greatest sum of scores.
pub(crate) fn pair(records: &[Record], knowledge: &Knowledge) -> Matching {
    let scores: Vec<Vec<f64>> = records
        .iter()
        .map(|record| scores(record, knowledge))
        .collect();
    let values: Vec<Vec<f64>> = records
        .iter()
        .zip(&scores)
        .map(|(record, scores)| values(record, scores, knowledge))
        .collect();
    let chosen = assign(&values);
    let confident = |row: usize, index: usize| Match {
        index,
        confidence: confidence(&scores, &values, &chosen, row, index),
        by_number: false,
    };
    let mut matches: Vec<Option<Match>> = chosen
        .iter()
        .enumerate()
        .map(|(row, index)| index.map(|index| confident(row, index)))
        .collect();
    by_number(records, knowledge, &mut matches);
    Matching {
        matches,
        best: scores.iter().map(|scores| best(scores)).collect(),
    }
}

fn best(scores: &[f64]) -> Option<(usize, f64)> {
    scores
        .iter()
        .copied()
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(&b.1))
}

fn scores(record: &Record, knowledge: &Knowledge) -> Vec<f64> {
    let text: String = record
        .text
        .chars()
        .take(knowledge.longest * 2 + 200)
        .collect();
    knowledge.scores(&text).to_vec()
}

fn values(record: &Record, scores: &[f64], knowledge: &Knowledge) -> Vec<f64> {
    let recommendations = &knowledge.template.recommendations;
    scores
        .iter()
        .zip(recommendations)
        .map(|(score, recommendation)| {
            if *score < LEAST_SCORE {
                return 0.0;
            }
            let bonus = |holds: bool, bonus: f64| if holds { bonus } else { 0.0 };
            score
                + bonus(record.area == Some(recommendation.area), AREA_BONUS)
                + bonus(
                    record.obligation == Some(recommendation.obligation),
                    OBLIGATION_BONUS,
                )
                + bonus(record.number == Some(recommendation.number), NUMBER_BONUS)
                + bonus(record.is_answered(), ANSWER_BONUS)
        })
        .collect()
}

/// How sure a match is: the text's score on a scale where 0.6 is a coin's toss from being wrong,
/// times how far ahead it is of the record's other recommendations and of the recommendation's
/// other records. A lead of 0.12 is clear; none halves the confidence.
fn confidence(
    scores: &[Vec<f64>],
    values: &[Vec<f64>],
    chosen: &[Option<usize>],
    row: usize,
    index: usize,
) -> f64 {
    let value = values[row][index];
    let rivals = values[row]
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != index)
        .map(|(_, value)| *value);
    // A record that has its own better place is no rival.
    let others = (0..values.len()).filter(|other| {
        *other != row
            && chosen[*other].is_none_or(|own| values[*other][own] < values[*other][index] + 0.1)
    });
    let rival = rivals
        .chain(others.map(|other| values[other][index]))
        .fold(0.0, f64::max);
    let lead = value - rival;
    let certain = scale(scores[row][index]);
    let ahead = if lead <= 0.0 {
        0.5
    } else {
        (0.7 + 0.3 * lead / 0.12).min(1.0)
    };
    let equal = scores[row][index] >= 1.0 && lead > 0.02;
    if equal {
        1.0
    } else {
        (certain * ahead).clamp(0.0, 1.0)
    }
}

/// From score to confidence, between points measured on shortened, damaged and foreign texts.
fn scale(score: f64) -> f64 {
    const POINTS: [(f64, f64); 6] = [
        (0.42, 0.2),
        (0.55, 0.55),
        (0.65, 0.8),
        (0.75, 0.92),
        (0.9, 0.98),
        (1.0, 1.0),
    ];
    let mut last = (0.0, 0.0);
    for point in POINTS {
        if score <= point.0 {
            return last.1 + (point.1 - last.1) * (score - last.0) / (point.0 - last.0);
        }
        last = point;
    }
    1.0
}

/// The confidence of a row that has a number and no text.
const BY_NUMBER: f64 = 0.6;

fn by_number(records: &[Record], knowledge: &Knowledge, matches: &mut [Option<Match>]) {
    for (row, record) in records.iter().enumerate() {
        let Some(number) = record
            .number
            .filter(|_| record.text.is_empty() && matches[row].is_none())
        else {
            continue;
        };
        let index = number as usize - 1;
        let taken = matches.iter().flatten().any(|found| found.index == index);
        if index < knowledge.template.recommendations.len() && !taken {
            matches[row] = Some(Match {
                index,
                confidence: BY_NUMBER,
                by_number: true,
            });
        }
    }
}
