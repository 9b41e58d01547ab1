use super::form_step::{is_withdrawn, take_step};
use super::recheck::make_findable;
use crate::access::{self, Deed};
use crate::records::forms::{self, FormVersion};
use crate::records::{VersionId, search};
use crate::rules::progress_form::FormDeed;
use database::Tx;
use kernel::{Actor, Outcome};

/// Takes a version back that should not have been there: a file imported for the wrong
/// municipality, a draft by mistake. It is kept, and the version before stands again.
pub async fn withdraw_version(
    tx: &mut Tx,
    actor: &Actor,
    id: VersionId,
    seen: i64,
    reason: &str,
) -> Outcome<FormVersion> {
    access::may(actor, Deed::WithdrawVersion, &forms::get(tx, id).await?)?;
    let version = take_step(tx, actor, id, seen, (FormDeed::Withdraw, reason)).await?;
    search::forget_version(tx, id).await?;
    let versions = forms::of_participant(tx, version.participant).await?;
    if let Some(before) = versions.iter().find(|one| !is_withdrawn(one)) {
        make_findable(tx, before).await?;
    }
    Ok(version)
}
