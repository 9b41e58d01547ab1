//! What follows from a changed answer: the checks run again and the search knows the new words.

use crate::records::entries::Entry;
use crate::records::forms::{self, FormVersion};
use crate::records::problems::{self, StoredProblem};
use crate::records::rounds::{self, Round};
use crate::records::search::{self, Place, Remark};
use crate::records::{entries, recommendations};
use crate::rules::review::Origin;
use crate::summary::previous_statuses;
use ::forms::checks::{CheckedEntry, checks};
use ::forms::{DEFAULT_CONFIRM_BELOW, Problem, Template, TemplateRecommendation};
use database::Tx;
use kernel::Outcome;

/// Runs the checks on a version again. A problem that is found again keeps its explanation; one
/// that is not found any more goes.
pub(super) async fn recheck(tx: &mut Tx, version: &FormVersion) -> Outcome<()> {
    let round = rounds::get(tx, version.round).await?;
    let found = found_now(tx, version, &round).await?;
    let stored = problems::of_version(tx, version.id).await?;
    let (reading, earlier): (Vec<_>, Vec<_>) =
        stored.iter().partition(|one| one.origin == Origin::Reading);
    for gone in earlier.iter().filter(|one| !found.contains(&one.problem)) {
        problems::delete(tx, gone.id).await?;
    }
    let is_said = |problem: &Problem| {
        earlier.iter().any(|one| one.problem == *problem) || is_said_by(problem, &reading)
    };
    let new: Vec<Problem> = found
        .into_iter()
        .filter(|problem| !is_said(problem))
        .collect();
    Ok(problems::insert_all(tx, version.id, Origin::Check, &new).await?)
}

async fn found_now(tx: &mut Tx, version: &FormVersion, round: &Round) -> Outcome<Vec<Problem>> {
    let template = recommendations::template(tx, round.set).await?;
    let previous = previous_statuses(tx, round, &version.code).await?;
    let answers: Vec<CheckedEntry> = entries::of_version(tx, version.id)
        .await?
        .into_iter()
        .map(checked)
        .collect();
    Ok(checks(
        &answers,
        &template,
        &previous,
        &[],
        DEFAULT_CONFIRM_BELOW,
    ))
}

/// What the reader has said more exactly is not said again.
fn is_said_by(problem: &Problem, reading: &[&StoredProblem]) -> bool {
    let is_doubt = problem.message.key == "problem-confidence-low";
    reading.iter().any(|one| {
        one.problem.number == problem.number
            && (is_doubt || one.problem.message.key == problem.message.key)
    })
}

/// Makes the remarks of a version, and of none before it, the ones that are found.
pub(super) async fn make_only_this_findable(tx: &mut Tx, version: &FormVersion) -> Outcome<()> {
    let versions = forms::of_participant(tx, version.participant).await?;
    for earlier in versions.iter().filter(|one| one.number < version.number) {
        search::forget_version(tx, earlier.id).await?;
    }
    make_findable(tx, version).await
}

/// Runs the checks on one answer again, and takes back that nothing is answered.
pub(super) async fn recheck_entry(
    tx: &mut Tx,
    round: &Round,
    version: &FormVersion,
    entry: &Entry,
) -> Outcome<()> {
    let asked = recommendations::get(tx, entry.recommendation).await?;
    let template = Template {
        recommendations: vec![TemplateRecommendation {
            number: asked.number,
            area: asked.area,
            obligation: asked.obligation,
            text: asked.text,
        }],
        ..Template::default()
    };
    let previous = previous_statuses(tx, round, &version.code).await?;
    let answers = [checked(entry.clone())];
    let mut found = checks(&answers, &template, &previous, &[], DEFAULT_CONFIRM_BELOW);
    found.retain(|problem| problem.number == Some(entry.number));
    let stored = problems::of_version(tx, version.id).await?;
    let earlier: Vec<&StoredProblem> = stored
        .iter()
        .filter(|one| one.origin == Origin::Check && one.problem.number == Some(entry.number))
        .collect();
    let nothing = stored
        .iter()
        .filter(|one| one.problem.message.key == "problem-nothing-answered");
    let gone = earlier
        .iter()
        .copied()
        .filter(|one| !found.contains(&one.problem));
    for one in gone.chain(nothing) {
        problems::delete(tx, one.id).await?;
    }
    found.retain(|problem| !earlier.iter().any(|one| one.problem == *problem));
    Ok(problems::insert_all(tx, version.id, Origin::Check, &found).await?)
}

fn checked(entry: Entry) -> CheckedEntry {
    CheckedEntry {
        number: entry.number,
        status: entry.status,
        remark: entry.remark_text(),
        confidence: (!entry.is_confirmed).then_some(entry.confidence),
        source: entry.source,
    }
}

/// Makes the remarks of a version the ones that are found for its municipality.
pub(super) async fn make_findable(tx: &mut Tx, version: &FormVersion) -> Outcome<()> {
    search::forget_version(tx, version.id).await?;
    for entry in entries::of_version(tx, version.id).await? {
        add_to_search(tx, version, &entry).await?;
    }
    Ok(())
}

/// Makes one entry's remark findable.
pub(super) async fn add_to_search(
    tx: &mut Tx,
    version: &FormVersion,
    entry: &Entry,
) -> Outcome<()> {
    let remark = Remark {
        round: version.round,
        code: &version.code,
        recommendation: entry.recommendation,
        place: Place::Entry(entry.id),
        status: entry.status,
        text: &entry.remark_text(),
    };
    Ok(search::add(tx, remark).await?)
}
