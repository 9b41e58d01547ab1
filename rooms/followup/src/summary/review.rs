//! What waits for a person, and what was answered before.

use crate::access::{self, Deed};
use crate::records::entries::{self, Entry};
use crate::records::problems::{self, StoredProblem};
use crate::records::rounds::{self, Round};
use crate::records::{VersionId, forms, lineage};
use crate::rules::review::{by_urgency, is_open};
use ::forms::checks::PreviousStatus;
use ::forms::{DEFAULT_CONFIRM_BELOW, Level};
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome};

/// The problems of a version that still wait for somebody.
pub fn open_problems<'a>(
    problems: &'a [StoredProblem],
    entries: &[Entry],
) -> Vec<&'a StoredProblem> {
    let answered = |number: u32| {
        let entry = entries.iter().find(|entry| entry.number == number);
        entry.map(|entry| entry.is_confirmed)
    };
    let waits = |one: &&StoredProblem| {
        let answered = one.problem.number.and_then(answered);
        is_open(
            one.problem.level,
            one.origin,
            one.explanation.is_some(),
            answered,
        )
    };
    problems.iter().filter(waits).collect()
}

/// What a municipality answered in the round before to what this round's recommendations
/// continue. One that continues several has no single answer before.
pub async fn previous_statuses(
    tx: &mut Tx,
    round: &Round,
    code: &MunicipalityCode,
) -> Outcome<Vec<PreviousStatus>> {
    let Some(earlier) = rounds::before(tx, round).await? else {
        return Ok(Vec::new());
    };
    let answers = entries::counting_for(tx, earlier.id, code).await?;
    let continued = lineage::continued(tx, round.set, earlier.set).await?;
    let is_single = |number: u32| continued.iter().filter(|row| row.number == number).count() == 1;
    let status = |before: u32| answers.iter().find(|entry| entry.number == before);
    let previous = continued
        .iter()
        .filter(|row| is_single(row.number))
        .filter_map(|row| {
            let entry = status(row.before)?;
            Some(PreviousStatus {
                number: row.number,
                status: entry.status,
            })
        });
    Ok(previous.collect())
}

/// An entry, or a form as a whole, that a person must look at.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewItem {
    /// The municipality.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: String,
    /// The version.
    pub version: VersionId,
    /// The version's number.
    pub version_number: u32,
    /// The entry; None where it is about the form as a whole.
    pub entry: Option<Entry>,
    /// The gravest level.
    pub level: Level,
    /// What is the matter.
    pub problems: Vec<StoredProblem>,
}

impl ReviewItem {
    fn urgency(&self) -> (Level, f64, u32) {
        let entry = self.entry.as_ref();
        let confidence = entry.map_or(1.0, |entry| entry.confidence);
        (
            self.level,
            confidence,
            entry.map_or(0, |entry| entry.number),
        )
    }
}

/// What waits in a round: what stops first, then the least certain.
pub async fn review_queue(tx: &mut Tx, actor: &Actor, round: &str) -> Outcome<Vec<ReviewItem>> {
    let round = rounds::named(tx, round).await?;
    access::may(actor, Deed::ReviewEntry, &round)?;
    let versions = forms::of_round(tx, round.id).await?;
    let problems = problems::of_round(tx, round.id).await?;
    let entries = entries::newest_of_round(tx, round.id).await?;
    let mut queue: Vec<ReviewItem> = versions
        .iter()
        .filter(|version| version.waits_for_the_secretariat())
        .flat_map(|version| {
            let own: Vec<Entry> = entries
                .iter()
                .filter(|one| one.form_version == version.id)
                .cloned()
                .collect();
            let said: Vec<StoredProblem> = problems
                .iter()
                .filter(|one| one.form_version == version.id)
                .cloned()
                .collect();
            items(version, own, &said)
        })
        .collect();
    queue.sort_by(|one, other| by_urgency(one.urgency(), other.urgency()));
    Ok(queue)
}

fn items(
    version: &forms::FormVersion,
    entries: Vec<Entry>,
    problems: &[StoredProblem],
) -> Vec<ReviewItem> {
    let open = open_problems(problems, &entries);
    let about = |number: Option<u32>| -> Vec<StoredProblem> {
        let own = open.iter().filter(|one| one.problem.number == number);
        own.map(|one| (*one).clone()).collect()
    };
    let item = |entry: Option<Entry>, problems: Vec<StoredProblem>| ReviewItem {
        code: version.code.clone(),
        name: version.name.clone(),
        version: version.id,
        version_number: version.number,
        level: problems
            .iter()
            .map(|one| one.problem.level)
            .max()
            .unwrap_or(Level::Notice),
        entry,
        problems,
    };
    let doubtful = |entry: &Entry| !entry.is_confirmed && entry.confidence < DEFAULT_CONFIRM_BELOW;
    let mut items: Vec<ReviewItem> = Vec::new();
    let whole = about(None);
    if !whole.is_empty() {
        items.push(item(None, whole));
    }
    for entry in entries {
        let problems = about(Some(entry.number));
        if !problems.is_empty() || doubtful(&entry) {
            items.push(item(Some(entry), problems));
        }
    }
    items
}
