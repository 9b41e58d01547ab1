use super::journal_entry;
use crate::access::{self, Deed};
use crate::records::proposals::{self, ProposalOutcome};
use crate::records::{ProposalId, forms};
use database::Tx;
use kernel::{Actor, Outcome, Refusal};
use people::journal;

/// Says that a row which matched nothing is no proposal either: a footer, a signature.
pub async fn dismiss_row(tx: &mut Tx, actor: &Actor, id: ProposalId) -> Outcome<()> {
    let proposal = proposals::get(tx, id).await?;
    let version = forms::get(tx, proposal.form_version).await?;
    access::may(actor, Deed::ReviewEntry, &version)?;
    let from_to = (ProposalOutcome::Kept, ProposalOutcome::Dismissed);
    if !proposals::settle(tx, id, from_to).await? {
        return Err(Refusal::new("followup-refusal-row-settled").into());
    }
    let entry = journal_entry("dismiss_row", id.0.to_string()).with("text", proposal.row.text);
    Ok(journal::enter(tx, actor, entry).await?)
}
