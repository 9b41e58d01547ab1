//! One step in the life of a form: the rule, the record, the event and the journal together.

use super::journal_entry;
use super::tell::tell_of_step;
use crate::records::forms::{self, FormVersion};
use crate::records::{VersionId, refuse_if_stale, rounds};
use crate::rules::progress_form::{FormDeed, reason_for, step};
use database::Tx;
use kernel::{Actor, Outcome, Refusal};
use people::journal;

/// Takes a version one step on, over the version of it that was shown.
pub(super) async fn take_step(
    tx: &mut Tx,
    actor: &Actor,
    id: VersionId,
    seen: i64,
    (deed, reason): (FormDeed, &str),
) -> Outcome<FormVersion> {
    let version = forms::get(tx, id).await?;
    refuse_if_stale(&version.change, seen, version.state.key())?;
    refuse_if_not_newest(tx, &version).await?;
    let reason = reason_for(deed, reason)?;
    let to = step(version.state, deed)?;
    forms::move_to(tx, &version, to, &actor.name).await?;
    forms::record_event(tx, id, deed, (version.state, to), &reason, &actor.name).await?;
    let round = rounds::get(tx, version.round).await?;
    let subject = format!("{}/{} v{}", round.key, version.code, version.number);
    let entry = journal_entry(journal_name(deed), subject).with("reason", reason);
    journal::enter(tx, actor, entry).await?;
    tell_of_step(tx, &round, &version, deed).await?;
    forms::get(tx, id).await
}

/// What a newer version has taken the place of is history.
async fn refuse_if_not_newest(tx: &mut Tx, version: &FormVersion) -> Outcome<()> {
    let versions = forms::of_participant(tx, version.participant).await?;
    let newest = versions.iter().find(|one| !is_withdrawn(one));
    match newest.filter(|newest| newest.number > version.number) {
        Some(newest) => Err(Refusal::new("followup-refusal-newer-version")
            .with("number", newest.number)
            .into()),
        None => Ok(()),
    }
}

pub(super) fn is_withdrawn(version: &FormVersion) -> bool {
    version.state == crate::rules::progress_form::FormState::Withdrawn
}

fn journal_name(deed: FormDeed) -> &'static str {
    match deed {
        FormDeed::Begin => "begin_form",
        FormDeed::Submit => "submit_form",
        FormDeed::SendToApproval => "send_to_approval",
        FormDeed::Approve => "approve_form",
        FormDeed::SendBack => "send_back_form",
        FormDeed::Accept => "accept_form",
        FormDeed::Return => "return_form",
        FormDeed::Reopen => "reopen_form",
        FormDeed::Withdraw => "withdraw_version",
    }
}
