use super::{journal_entry, required};
use crate::access::{self, Deed, Subject};
use crate::records::{DecisionId, decisions, programmes};
use database::Tx;
use kernel::{Actor, Outcome, Stop};
use people::journal;

/// Takes the registration of a decision back, with a reason; it stays readable in the journal.
pub async fn revoke_decision(
    tx: &mut Tx,
    actor: &Actor,
    id: DecisionId,
    reason: &str,
) -> Outcome<()> {
    let (programme, code) = decisions::whose(tx, id).await?;
    let recipient = programmes::get(tx, programme).await?.recipient_key;
    access::may(
        actor,
        Deed::RegisterDecision,
        Subject::Form(&recipient, &code),
    )?;
    let reason = required(reason, "reason")?;
    if !decisions::revoke(tx, id, &reason, &actor.name).await? {
        return Err(Stop::NotFound);
    }
    let entry = journal_entry("revoke_decision", id.0.to_string()).with("reason", reason);
    Ok(journal::enter(tx, actor, entry).await?)
}
