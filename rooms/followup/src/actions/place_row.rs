use super::confirm_entry::open_for_review;
use super::correct_entry::{EntryCorrection, correct_entry};
use crate::records::ProposalId;
use crate::records::entries::{self, Entry};
use crate::records::proposals::{self, ProposalOutcome};
use database::Tx;
use kernel::{Actor, Outcome, Refusal, Stop};

/// Says that a row which matched nothing is the answer to a recommendation after all: its status
/// and remark become that entry's.
pub async fn place_row(tx: &mut Tx, actor: &Actor, id: ProposalId, number: u32) -> Outcome<Entry> {
    let proposal = proposals::get(tx, id).await?;
    let entries = entries::of_version(tx, proposal.form_version).await?;
    let mut entry = entries
        .into_iter()
        .find(|one| one.number == number)
        .ok_or(Stop::NotFound)?;
    open_for_review(tx, actor, &entry).await?;
    let from_to = (ProposalOutcome::Kept, ProposalOutcome::Placed);
    if !proposals::settle(tx, id, from_to).await? {
        return Err(Refusal::new("followup-refusal-row-settled").into());
    }
    entry.source = proposal.row.source.clone();
    entries::update(tx, &entry, &actor.name).await?;
    let correction = EntryCorrection {
        version: entry.change.version + 1,
        status: proposal.row.status,
        remark: proposal.row.remark,
        reason: proposal.row.text,
    };
    correct_entry(tx, actor, entry.id, correction).await
}
