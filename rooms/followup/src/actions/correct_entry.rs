use super::confirm_entry::open_for_review;
use super::journal_entry;
use super::recheck::{add_to_search, recheck};
use crate::records::entries::{self, Entry};
use crate::records::{EntryId, refuse_if_stale, search};
use ::forms::{RemarkParagraph, Status};
use database::Tx;
use kernel::{Actor, Outcome};
use people::journal;

/// An entry as it should have been read.
#[derive(Debug, Clone)]
pub struct EntryCorrection {
    /// The version of the entry that was shown.
    pub version: i64,
    /// The status.
    pub status: Status,
    /// The remark.
    pub remark: Vec<RemarkParagraph>,
    /// Why it is corrected; may be empty.
    pub reason: String,
}

/// Corrects an entry. What stood there before is kept, and the checks run again.
pub async fn correct_entry(
    tx: &mut Tx,
    actor: &Actor,
    id: EntryId,
    wanted: EntryCorrection,
) -> Outcome<Entry> {
    let before = entries::get(tx, id).await?;
    let version = open_for_review(tx, actor, &before).await?;
    refuse_if_stale(&before.change, wanted.version, before.status.key())?;
    entries::record_correction(tx, &before, wanted.reason.trim(), &actor.name).await?;
    let corrected = Entry {
        status: wanted.status,
        remark: wanted.remark,
        is_confirmed: true,
        ..before.clone()
    };
    entries::update(tx, &corrected, &actor.name).await?;
    search::forget_entry(tx, id).await?;
    add_to_search(tx, &version, &corrected).await?;
    recheck(tx, &version).await?;
    let subject = format!("{} v{} nr. {}", version.code, version.number, before.number);
    let entry = journal_entry("correct_entry", subject)
        .with("status_before", before.status.key())
        .with("status", corrected.status.key())
        .with("reason", wanted.reason.trim());
    journal::enter(tx, actor, entry).await?;
    entries::get(tx, id).await
}
