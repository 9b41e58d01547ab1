use super::drafting::{begin, own_form};
use super::{journal_entry, required};
use crate::access::{self, Deed};
use crate::records::forms::{self, FormVersion};
use crate::records::reopenings;
use crate::records::{ReopeningId, rounds};
use crate::rules::progress_form::FormState;
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Refusal, Stop};
use people::journal;

/// Asks the secretariat to open a form again that was handed in, with a reason.
pub async fn ask_for_reopening(
    tx: &mut Tx,
    actor: &Actor,
    (round, code): (&str, &MunicipalityCode),
    reason: &str,
) -> Outcome<ReopeningId> {
    let form = own_form(tx, actor, Deed::AskForReopening, (round, code)).await?;
    let handed_in = form.newest.filter(is_handed_in);
    let nothing = || Refusal::new("filling-refusal-not-handed-in");
    let version = handed_in.ok_or_else(nothing)?;
    let reason = required(reason, "reason")?;
    let before = reopenings::newest(tx, version.id).await?;
    if before.is_some_and(|one| one.answer.is_none()) {
        return Err(Refusal::new("filling-refusal-asked-already").into());
    }
    let id = reopenings::insert(tx, version.id, &reason, &actor.name).await?;
    let subject = format!("{}/{code} v{}", form.round.key, version.number);
    let entry = journal_entry("ask_for_reopening", subject).with("reason", reason);
    journal::enter(tx, actor, entry).await?;
    Ok(id)
}

fn is_handed_in(version: &FormVersion) -> bool {
    matches!(version.state, FormState::Submitted | FormState::Accepted)
}

/// Grants a municipality's request: the next version begins with the answers of the one before,
/// which counts until the new one is accepted. Or declines it, and says why.
pub async fn answer_reopening(
    tx: &mut Tx,
    actor: &Actor,
    id: ReopeningId,
    granted: bool,
    text: &str,
) -> Outcome<()> {
    let request = reopenings::get(tx, id).await?;
    let version = forms::get(tx, request.form_version).await?;
    access::may(actor, Deed::AnswerReopening, &version)?;
    let text = match granted {
        true => text.trim().to_owned(),
        false => required(text, "answer")?,
    };
    let round = rounds::get(tx, version.round).await?;
    if !reopenings::answer(tx, id, granted, &text, &actor.name).await? {
        return Err(Refusal::new("filling-refusal-answered-already").into());
    }
    if granted {
        open_again(tx, actor, (&round.key, &version), &request.reason).await?;
    }
    let subject = format!("{}/{} v{}", round.key, version.code, version.number);
    let deed = if granted {
        "grant_reopening"
    } else {
        "decline_reopening"
    };
    let entry = journal_entry(deed, subject).with("answer", text);
    Ok(journal::enter(tx, actor, entry).await?)
}

async fn open_again(
    tx: &mut Tx,
    actor: &Actor,
    (round, version): (&str, &FormVersion),
    reason: &str,
) -> Outcome<()> {
    let form = own_form(tx, actor, Deed::AnswerReopening, (round, &version.code)).await?;
    let newest = form.newest.clone().ok_or(Stop::NotFound)?;
    if newest.id != version.id || !is_handed_in(&newest) {
        return Err(Refusal::new("followup-refusal-newer-version")
            .with("number", newest.number)
            .into());
    }
    begin(tx, actor, &form, Some(&newest), reason).await?;
    Ok(())
}
