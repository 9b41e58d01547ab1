//! How recommendations descend from those of the period before. It is data that people edit,
//! with a note; similarity only suggests.

use kernel::Refusal;
use serde::{Deserialize, Serialize};

/// What became of a recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The same text goes on.
    Same,
    /// It goes on with another wording.
    Adjusted,
    /// Several became one.
    Merged,
    /// One became several.
    Split,
    /// It has no predecessor.
    New,
    /// It has no successor.
    Retired,
}

impl Relation {
    /// All relations.
    pub const ALL: [Relation; 6] = [
        Relation::Same,
        Relation::Adjusted,
        Relation::Merged,
        Relation::Split,
        Relation::New,
        Relation::Retired,
    ];

    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            Relation::Same => "same",
            Relation::Adjusted => "adjusted",
            Relation::Merged => "merged",
            Relation::Split => "split",
            Relation::New => "new",
            Relation::Retired => "retired",
        }
    }

    /// The relation with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.key() == key)
    }

    /// Whether the relation names a predecessor and a successor.
    fn sides(self) -> (bool, bool) {
        match self {
            Relation::New => (false, true),
            Relation::Retired => (true, false),
            Relation::Same | Relation::Adjusted | Relation::Merged | Relation::Split => {
                (true, true)
            }
        }
    }
}

/// A new recommendation has only itself, a retired one only its past; the others have both.
pub fn check_sides(relation: Relation, before: bool, after: bool) -> Result<(), Refusal> {
    if relation.sides() == (before, after) {
        return Ok(());
    }
    Err(Refusal::new("followup-refusal-lineage-sides")
        .with("relation", relation.key())
        .at("relation"))
}

/// A row of a lineage file: set (by its first year) and number on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineageRow {
    /// The line in the file, from 1.
    pub line: usize,
    /// First year of the set and number there.
    pub predecessor: Option<(i32, u32)>,
    /// First year of the set and number there.
    pub successor: Option<(i32, u32)>,
    /// What became of it.
    pub relation: Relation,
    /// Why it is seen so.
    pub note: String,
}

/// Reads a lineage file: `predecessor;successor;relation;note` with `2015/1` for number 1 of the
/// set that begins in 2015. Every line that cannot be understood is one refusal.
pub fn read_file(text: &str) -> Result<Vec<LineageRow>, Vec<Refusal>> {
    let lines = text.lines().enumerate().skip(1);
    let lines = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let (mut rows, mut refusals) = (Vec::new(), Vec::new());
    for (index, line) in lines {
        match read_line(index + 1, line) {
            Some(row) => rows.push(row),
            None => refusals.push(
                Refusal::new("followup-refusal-lineage-line")
                    .with("line", index + 1)
                    .with("text", line),
            ),
        }
    }
    if refusals.is_empty() {
        Ok(rows)
    } else {
        Err(refusals)
    }
}

fn read_line(line: usize, text: &str) -> Option<LineageRow> {
    let mut fields = text.splitn(4, ';').map(str::trim);
    let predecessor = read_number(fields.next()?)?;
    let successor = read_number(fields.next()?)?;
    let relation = Relation::from_key(fields.next()?)?;
    let sides = (predecessor.is_some(), successor.is_some());
    (relation.sides() == sides).then(|| LineageRow {
        line,
        predecessor,
        successor,
        relation,
        note: fields.next().unwrap_or_default().to_owned(),
    })
}

/// `2015/1`, or nothing where the field is empty.
fn read_number(field: &str) -> Option<Option<(i32, u32)>> {
    if field.is_empty() {
        return Some(None);
    }
    let (year, number) = field.split_once('/')?;
    Some(Some((year.parse().ok()?, number.parse().ok()?)))
}

/// A lineage that similarity suggests; a person decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The index among the recommendations before.
    pub predecessor: Option<usize>,
    /// The index among the recommendations after.
    pub successor: Option<usize>,
    /// What it looks like.
    pub relation: Relation,
    /// How alike the texts are, 0 to 1; 0 where there is only one.
    pub similarity: f64,
}

/// Above this two texts are taken to be the same.
const SAME: f64 = 0.97;
/// Above this one looks like the other's successor. On the sets of 2015 and 2016–2017 it suggests
/// ten of the twelve pairs that people see, and two that they do not.
const RELATED: f64 = 0.35;

/// Suggests a lineage from how alike the texts are (`alike[before][after]`, 0 to 1): each new
/// text's best predecessors above a threshold, merged where there are several, split where one
/// has several successors.
pub fn suggest(alike: &[Vec<f64>], successors: usize) -> Vec<Suggestion> {
    let pairs = related_pairs(alike, successors);
    let mut suggestions: Vec<Suggestion> = pairs
        .iter()
        .map(|(before, after)| Suggestion {
            predecessor: Some(*before),
            successor: Some(*after),
            relation: relation_of(&pairs, *before, *after, alike[*before][*after]),
            similarity: alike[*before][*after],
        })
        .collect();
    suggestions.extend(
        alone(successors, |after| pairs.iter().any(|pair| pair.1 == after)).map(|after| {
            Suggestion {
                predecessor: None,
                successor: Some(after),
                relation: Relation::New,
                similarity: 0.0,
            }
        }),
    );
    suggestions.extend(
        alone(alike.len(), |before| {
            pairs.iter().any(|pair| pair.0 == before)
        })
        .map(|before| Suggestion {
            predecessor: Some(before),
            successor: None,
            relation: Relation::Retired,
            similarity: 0.0,
        }),
    );
    suggestions
}

fn alone(count: usize, is_paired: impl Fn(usize) -> bool) -> impl Iterator<Item = usize> {
    (0..count).filter(move |index| !is_paired(*index))
}

/// Every pair in which one is the other's best and they are alike enough. Where the texts are the
/// same, nothing else is a predecessor.
fn related_pairs(alike: &[Vec<f64>], successors: usize) -> Vec<(usize, usize)> {
    let best_before = |after: usize| best(alike.iter().map(|row| row[after]));
    let mut pairs = Vec::new();
    for (before, row) in alike.iter().enumerate() {
        if let Some((after, score)) =
            best(row.iter().copied()).filter(|(_, score)| *score >= RELATED)
        {
            let has_its_own = best_before(after)
                .is_some_and(|(other, top)| other != before && top >= SAME && score < SAME);
            if !has_its_own {
                pairs.push((before, after));
            }
        }
    }
    for after in 0..successors {
        if let Some((before, score)) = best_before(after)
            && score >= RELATED
            && !pairs.iter().any(|pair| pair.1 == after)
            && !pairs
                .iter()
                .any(|pair| pair.0 == before && alike[before][pair.1] >= SAME)
        {
            pairs.push((before, after));
        }
    }
    pairs.sort_by_key(|(before, after)| (*after, *before));
    pairs
}

fn best(scores: impl Iterator<Item = f64>) -> Option<(usize, f64)> {
    scores
        .enumerate()
        .max_by(|one, other| one.1.total_cmp(&other.1))
}

fn relation_of(pairs: &[(usize, usize)], before: usize, after: usize, score: f64) -> Relation {
    if pairs.iter().filter(|pair| pair.1 == after).count() > 1 {
        Relation::Merged
    } else if pairs.iter().filter(|pair| pair.0 == before).count() > 1 {
        Relation::Split
    } else if score >= SAME {
        Relation::Same
    } else {
        Relation::Adjusted
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_lineage_file_is_read_and_a_wrong_line_is_named() {
        let rows = read_file("a;b;c;d\n2015/1;2016/1;merged;V1 og V2\n;2016/10;new;\n").unwrap();
        assert_eq!(rows[0].predecessor, Some((2015, 1)));
        assert_eq!(rows[1].relation, Relation::New);
        let refusals = read_file("a;b;c;d\n2015/1;;merged;x\n").unwrap_err();
        assert_eq!(refusals.len(), 1);
    }

    #[test]
    fn equal_texts_are_the_same_and_two_alike_are_merged() {
        let alike = vec![
            vec![0.6, 0.1, 0.0],
            vec![0.5, 0.2, 0.0],
            vec![0.1, 1.0, 0.0],
            vec![0.1, 0.2, 0.1],
        ];
        let suggested = suggest(&alike, 3);
        let relations: Vec<_> = suggested
            .iter()
            .map(|one| (one.predecessor, one.successor, one.relation))
            .collect();
        assert_eq!(
            relations,
            [
                (Some(0), Some(0), Relation::Merged),
                (Some(1), Some(0), Relation::Merged),
                (Some(2), Some(1), Relation::Same),
                (None, Some(2), Relation::New),
                (Some(3), None, Relation::Retired),
            ]
        );
    }
}
