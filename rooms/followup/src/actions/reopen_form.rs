use super::form_step::take_step;
use crate::access::{self, Deed};
use crate::records::VersionId;
use crate::records::forms::{self, FormVersion};
use crate::rules::progress_form::FormDeed;
use database::Tx;
use kernel::{Actor, Outcome};

/// Takes an acceptance or a return back, with a reason. It counts again when it is accepted
/// again; what has been released stays as it was released.
pub async fn reopen_form(
    tx: &mut Tx,
    actor: &Actor,
    id: VersionId,
    seen: i64,
    reason: &str,
) -> Outcome<FormVersion> {
    access::may(actor, Deed::ReopenForm, &forms::get(tx, id).await?)?;
    let version = take_step(tx, actor, id, seen, (FormDeed::Reopen, reason)).await?;
    if version.is_counting {
        forms::let_count(tx, version.participant, None).await?;
    }
    forms::get(tx, id).await
}
