use super::journal_entry;
use super::recheck::recheck;
use crate::access::{self, Deed};
use crate::records::entries::{self, Entry};
use crate::records::forms::{self, FormVersion};
use crate::records::{EntryId, refuse_if_stale};
use crate::rules::progress_form::FormState;
use database::Tx;
use kernel::{Actor, Outcome, Refusal};
use people::journal;

/// Says that an entry was read rightly.
pub async fn confirm_entry(tx: &mut Tx, actor: &Actor, id: EntryId, seen: i64) -> Outcome<Entry> {
    let before = entries::get(tx, id).await?;
    let version = open_for_review(tx, actor, &before).await?;
    refuse_if_stale(&before.change, seen, before.status.key())?;
    let confirmed = Entry {
        is_confirmed: true,
        ..before
    };
    entries::update(tx, &confirmed, &actor.name).await?;
    recheck(tx, &version).await?;
    let subject = format!(
        "{} v{} nr. {}",
        version.code, version.number, confirmed.number
    );
    journal::enter(tx, actor, journal_entry("confirm_entry", subject)).await?;
    entries::get(tx, id).await
}

/// The version of an entry that the actor reviews, as long as nothing is settled about it.
pub(super) async fn open_for_review(
    tx: &mut Tx,
    actor: &Actor,
    entry: &Entry,
) -> Outcome<FormVersion> {
    let version = forms::get(tx, entry.form_version).await?;
    access::may(actor, Deed::ReviewEntry, &version)?;
    let version = refuse_if_settled(version)?;
    match version.waits_for_the_secretariat() {
        true => Ok(version),
        false => Err(Refusal::new("filling-refusal-municipality-works").into()),
    }
}

/// The version, as long as nothing is settled about it.
pub(super) fn refuse_if_settled(version: FormVersion) -> Outcome<FormVersion> {
    match version.state {
        FormState::InProgress | FormState::Submitted => Ok(version),
        state => Err(Refusal::new("followup-refusal-form-settled")
            .with("state", state.key())
            .into()),
    }
}
