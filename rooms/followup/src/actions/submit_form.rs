use super::form_step::take_step;
use crate::access::{self, Deed};
use crate::records::forms::{self, FormVersion};
use crate::records::{VersionId, entries, problems, rounds};
use crate::rules::deadline::{is_late, refuse_if_closed};
use crate::rules::progress_form::FormDeed;
use crate::summary::open_problems;
use ::forms::Level;
use database::Tx;
use kernel::{Actor, Outcome, Refusal, Stop};

/// Submits a version that was begun. Errors stop it; warnings wait for the secretariat.
pub async fn submit_form(
    tx: &mut Tx,
    actor: &Actor,
    id: VersionId,
    seen: i64,
) -> Outcome<FormVersion> {
    let version = forms::get(tx, id).await?;
    access::may(actor, Deed::SubmitForm, &version)?;
    let settings = rounds::get(tx, version.round).await?.settings;
    refuse_if_closed(tx.today(), settings.closes_on)?;
    refuse_if_open(tx, id, Level::Error).await?;
    let late = is_late(tx.today(), settings.due_on, settings.grace_until);
    take_step(tx, actor, id, seen, (FormDeed::Submit, "")).await?;
    forms::mark_submitted(tx, id, late).await?;
    forms::get(tx, id).await
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
