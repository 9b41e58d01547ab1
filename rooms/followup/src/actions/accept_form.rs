use super::form_step::take_step;
use super::submit_form::refuse_if_open;
use super::tell_municipality::tell_accepted;
use crate::access::{self, Deed};
use crate::records::VersionId;
use crate::records::forms::{self, FormVersion};
use crate::rules::progress_form::FormDeed;
use ::forms::Level;
use database::Tx;
use kernel::{Actor, Outcome};

/// Accepts a submitted version: from now on it is the one that counts. Every error must be
/// corrected and every warning explained or settled.
pub async fn accept_form(
    tx: &mut Tx,
    actor: &Actor,
    id: VersionId,
    seen: i64,
) -> Outcome<FormVersion> {
    access::may(actor, Deed::AcceptForm, &forms::get(tx, id).await?)?;
    refuse_if_open(tx, id, Level::Warning).await?;
    let version = take_step(tx, actor, id, seen, (FormDeed::Accept, "")).await?;
    forms::let_count(tx, version.participant, Some(id)).await?;
    tell_accepted(tx, actor, &version).await?;
    forms::get(tx, id).await
}
