use super::form_step::take_step;
use super::handing_in::hand_in;
use super::journal_entry;
use super::submit_form::refuse_if_open;
use crate::access::{self, Deed, Subject};
use crate::records::approvals::{self, Approval};
use crate::records::forms::{self, FormVersion};
use crate::records::{VersionId, rounds};
use crate::rules::deadline::refuse_if_closed;
use crate::rules::progress_form::FormDeed;
use ::forms::Level;
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Refusal};
use people::journal;

/// Sends a form to its municipality's approval, where that is switched on.
pub async fn send_to_approval(
    tx: &mut Tx,
    actor: &Actor,
    id: VersionId,
    seen: i64,
) -> Outcome<FormVersion> {
    let version = forms::get(tx, id).await?;
    access::may(actor, Deed::SendToApproval, &version)?;
    let round = rounds::get(tx, version.round).await?;
    refuse_if_closed(tx.today(), round.settings.closes_on)?;
    if !needs_approval(tx, &version.code).await? {
        return Err(Refusal::new("filling-refusal-no-approval").into());
    }
    refuse_if_open(tx, id, Level::Warning).await?;
    let version = take_step(tx, actor, id, seen, (FormDeed::SendToApproval, "")).await?;
    approvals::insert(tx, id, actor).await?;
    Ok(version)
}

/// Whether a municipality's forms are approved by a second person.
pub(super) async fn needs_approval(tx: &mut Tx, code: &MunicipalityCode) -> Outcome<bool> {
    Ok(approvals::four_eyes(tx, code)
        .await?
        .is_some_and(|said| said.is_on))
}

/// Approves a form, which submits it. Whoever sent it cannot be the one who approves it.
pub async fn approve_form(
    tx: &mut Tx,
    actor: &Actor,
    id: VersionId,
    seen: i64,
) -> Outcome<FormVersion> {
    let (version, asked) = awaiting(tx, actor, id).await?;
    if asked.was_sent_by(actor) {
        return Err(Refusal::new("filling-refusal-own-approval").into());
    }
    let round = rounds::get(tx, version.round).await?;
    refuse_if_closed(tx.today(), round.settings.closes_on)?;
    let version = take_step(tx, actor, id, seen, (FormDeed::Approve, "")).await?;
    approvals::answer(tx, &asked, true, "", &actor.name).await?;
    hand_in(tx, actor, &round, &version).await
}

/// Sends a form back to whoever fills it in, with a reason.
pub async fn send_back_form(
    tx: &mut Tx,
    actor: &Actor,
    id: VersionId,
    seen: i64,
    reason: &str,
) -> Outcome<FormVersion> {
    let (_, asked) = awaiting(tx, actor, id).await?;
    let version = take_step(tx, actor, id, seen, (FormDeed::SendBack, reason)).await?;
    approvals::answer(tx, &asked, false, reason.trim(), &actor.name).await?;
    Ok(version)
}

async fn awaiting(tx: &mut Tx, actor: &Actor, id: VersionId) -> Outcome<(FormVersion, Approval)> {
    let version = forms::get(tx, id).await?;
    access::may(actor, Deed::ApproveForm, &version)?;
    let asked = approvals::newest(tx, id).await?;
    let asked = asked.filter(|asked| asked.answer.is_none());
    let nothing = || Refusal::new("filling-refusal-nothing-to-approve");
    Ok((version, asked.ok_or_else(nothing)?))
}

/// Says whether a municipality's forms are approved by a second person from now on.
pub async fn switch_four_eyes(
    tx: &mut Tx,
    actor: &Actor,
    code: &MunicipalityCode,
    on: bool,
) -> Outcome<()> {
    access::may(actor, Deed::SwitchFourEyes, Subject::Municipality(code))?;
    if needs_approval(tx, code).await? == on {
        return Ok(());
    }
    approvals::switch_four_eyes(tx, code, on, &actor.name).await?;
    let entry = journal_entry("switch_four_eyes", code.to_string()).with("on", on);
    Ok(journal::enter(tx, actor, entry).await?)
}
