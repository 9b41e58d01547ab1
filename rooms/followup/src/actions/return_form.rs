use super::form_step::take_step;
use super::tell_municipality::tell_returned;
use crate::access::{self, Deed};
use crate::records::VersionId;
use crate::records::forms::{self, FormVersion};
use crate::rules::progress_form::FormDeed;
use database::Tx;
use kernel::{Actor, Outcome};

/// Sends a submitted version back with a reason; the municipality answers with a new version,
/// and its coordinators get a letter.
pub async fn return_form(
    tx: &mut Tx,
    actor: &Actor,
    id: VersionId,
    seen: i64,
    reason: &str,
) -> Outcome<FormVersion> {
    access::may(actor, Deed::ReturnForm, &forms::get(tx, id).await?)?;
    let version = take_step(tx, actor, id, seen, (FormDeed::Return, reason)).await?;
    tell_returned(tx, actor, &version, reason.trim()).await?;
    Ok(version)
}
