use super::tell::tell_of_release;
use super::{journal_entry, required};
use crate::access::{self, Deed};
use crate::records::releases::{self, Release};
use crate::records::rounds::{self, Round};
use crate::records::search::{self, Place, Remark};
use crate::records::{as_json, recommendations};
use crate::rules::aggregate_report::{AggregateReport, ReleaseFacts};
use crate::summary::aggregated;
use ::forms::plain_remark;
use database::Tx;
use kernel::{Actor, Outcome, Refusal};
use people::journal;

/// Releases a round's report: it is counted, frozen with its number and SHA-256, and everyone may
/// read it. A second release is a correction and says what it corrects.
pub async fn release_round(
    tx: &mut Tx,
    actor: &Actor,
    key: &str,
    note: Option<&str>,
) -> Outcome<Release> {
    let round = rounds::named(tx, key).await?;
    access::may(actor, Deed::ReleaseRound, &round)?;
    let facts = next_release(tx, &round, note).await?;
    let report = aggregated(tx, &round, Some(facts.clone())).await?;
    if report
        .participants
        .iter()
        .all(|participant| participant.form.is_none())
    {
        return Err(Refusal::new("followup-refusal-nothing-accepted").into());
    }
    let bytes = as_json(&report)?.into_bytes();
    let note = facts.note.as_deref();
    let release = releases::insert(tx, round.id, facts.number, &bytes, note, &actor.name).await?;
    make_findable(tx, &round, &release, &report).await?;
    let entry = journal_entry("release_round", format!("{key} nr. {}", release.number))
        .with("sha256", release.sha256.as_str());
    journal::enter(tx, actor, entry).await?;
    tell_of_release(tx, &round, release.number).await?;
    Ok(release)
}

async fn next_release(tx: &mut Tx, round: &Round, note: Option<&str>) -> Outcome<ReleaseFacts> {
    let earlier = releases::of_round(tx, round.id).await?;
    let number = earlier.first().map_or(1, |newest| newest.number + 1);
    let note = match number {
        1 => note
            .map(str::trim)
            .filter(|note| !note.is_empty())
            .map(str::to_owned),
        _ => Some(required(note.unwrap_or_default(), "note")?),
    };
    Ok(ReleaseFacts {
        number,
        released_at: tx.now(),
        note,
    })
}

/// Everyone finds the words of the newest release and no others.
async fn make_findable(
    tx: &mut Tx,
    round: &Round,
    release: &Release,
    report: &AggregateReport,
) -> Outcome<()> {
    search::forget_releases(tx, round.id).await?;
    let recommendations = recommendations::of_set(tx, round.set).await?;
    for (participant, row) in report.participants.iter().zip(&report.matrix) {
        for (entry, recommendation) in row.iter().zip(&recommendations) {
            let remark = Remark {
                round: round.id,
                code: &participant.code,
                recommendation: recommendation.id,
                place: Place::Release(release.id),
                status: entry.status,
                text: &plain_remark(&entry.remark),
            };
            search::add(tx, remark).await?;
        }
    }
    Ok(())
}
