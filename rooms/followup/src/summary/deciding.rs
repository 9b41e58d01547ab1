//! What councils decided, and who did what.

use crate::access::{self, Deed, Subject};
use crate::records::SetId;
use crate::records::decisions::{self, Decision};
use crate::records::{programmes, recommendations};
use database::Tx;
use kernel::{Actor, Outcome};
use people::journal::{self, Written};

/// The decisions on a set's recommendations that were not taken back, the oldest first.
pub async fn decisions(tx: &mut Tx, actor: &Actor, set: SetId) -> Outcome<Vec<Decision>> {
    let set = recommendations::set(tx, set).await?;
    let programme = programmes::get(tx, set.programme).await?;
    // What councils have decided is read by whoever reads the programme's rounds.
    let recipient = Subject::Round(&programme.recipient_key);
    access::may(actor, Deed::ReadUnreleased, recipient)?;
    Ok(decisions::of_set(tx, set.id).await?)
}

/// Entries of the journal before a number, the newest first.
pub async fn journal(
    tx: &mut Tx,
    actor: &Actor,
    before: Option<i64>,
    limit: u32,
) -> Outcome<Vec<Written>> {
    access::may(actor, Deed::ReadJournal, Subject::Installation)?;
    Ok(journal::before(tx, before, limit).await?)
}
