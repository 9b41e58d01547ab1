use super::approve_form::needs_approval;
use super::form_step::take_step;
use super::handing_in::hand_in;
use crate::access::{self, Deed};
use crate::records::forms::{self, FormVersion};
use crate::records::{VersionId, entries, problems, rounds};
use crate::rules::deadline::refuse_if_closed;
use crate::rules::progress_form::FormDeed;
use crate::summary::open_problems;
use ::forms::Level;
use database::Tx;
use kernel::{Actor, Outcome, Refusal, Stop};

/// Submits a version that was begun. Errors stop it. A municipality explains its warnings first,
/// and sends the form to approval instead where a second person approves; what the secretariat
/// submits waits for the secretariat.
pub async fn submit_form(
    tx: &mut Tx,
    actor: &Actor,
    id: VersionId,
    seen: i64,
) -> Outcome<FormVersion> {
    let version = forms::get(tx, id).await?;
    access::may(actor, Deed::SubmitForm, &version)?;
    let round = rounds::get(tx, version.round).await?;
    refuse_if_closed(tx.today(), round.settings.closes_on)?;
    // A draft of the municipality's is its own until it hands it in: nobody passes its four eyes.
    let own =
        !version.waits_for_the_secretariat() && access::allows(actor, Deed::FillInForm, &version);
    let reviews = !own && access::allows(actor, Deed::ReviewEntry, &version);
    if reviews && !version.waits_for_the_secretariat() {
        return Err(Refusal::new("filling-refusal-municipality-works").into());
    }
    if !reviews && needs_approval(tx, &version.code).await? {
        return Err(Refusal::new("filling-refusal-four-eyes").into());
    }
    let least = if reviews {
        Level::Error
    } else {
        Level::Warning
    };
    refuse_if_open(tx, id, least).await?;
    let version = take_step(tx, actor, id, seen, (FormDeed::Submit, "")).await?;
    hand_in(tx, actor, &round, &version).await
}

/// Refuses with every problem of at least this level that still waits for somebody.
pub(super) async fn refuse_if_open(tx: &mut Tx, id: VersionId, level: Level) -> Outcome<()> {
    let entries = entries::of_version(tx, id).await?;
    let problems = problems::of_version(tx, id).await?;
    let refusals: Vec<Refusal> = open_problems(&problems, &entries)
        .into_iter()
        .filter(|open| open.problem.level >= level)
        .map(|open| Refusal {
            message: open.problem.message.clone(),
            field: open.problem.number.map(|number| format!("entry-{number}")),
        })
        .collect();
    if refusals.is_empty() {
        Ok(())
    } else {
        Err(Stop::Refused(refusals))
    }
}
