use super::{journal_entry, required};
use crate::access::{self, Deed};
use crate::records::refuse_if_stale;
use crate::records::rounds::{self, Round, RoundSettings};
use crate::rules::deadline::check_order;
use database::Tx;
use kernel::{Actor, Outcome};
use people::journal;

/// Edits a round's settings over the version that was shown. Participants stay as they are:
/// another reference date is for the record.
pub async fn edit_round(
    tx: &mut Tx,
    actor: &Actor,
    key: &str,
    version: i64,
    settings: RoundSettings,
) -> Outcome<Round> {
    let before = rounds::named(tx, key).await?;
    access::may(actor, Deed::EditRound, &before)?;
    refuse_if_stale(&before.change, version, &before.settings.title)?;
    check_order(settings.due_on, settings.grace_until, settings.closes_on)?;
    required(&settings.title, "title")?;
    let title_before = before.settings.title.clone();
    let edited = Round { settings, ..before };
    rounds::update(tx, &edited, &actor.name).await?;
    let entry = journal_entry("edit_round", key).with("title_before", title_before);
    journal::enter(tx, actor, entry).await?;
    Ok(rounds::get(tx, edited.id).await?)
}
