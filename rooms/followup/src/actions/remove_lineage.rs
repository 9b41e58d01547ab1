use super::journal_entry;
use crate::access::{self, Deed};
use crate::records::{LineageId, lineage, programmes, refuse_if_stale};
use database::Tx;
use kernel::{Actor, Outcome};
use people::journal;

/// Takes a row of the lineage out. The journal keeps what it said.
pub async fn remove_lineage(
    tx: &mut Tx,
    actor: &Actor,
    id: LineageId,
    version: i64,
) -> Outcome<()> {
    let there = lineage::get(tx, id).await?;
    access::may(
        actor,
        Deed::SetLineage,
        &programmes::get(tx, there.programme).await?,
    )?;
    refuse_if_stale(&there.change, version, there.relation.key())?;
    lineage::delete(tx, id, version).await?;
    let entry = journal_entry("remove_lineage", id.0.to_string())
        .with("predecessor", there.predecessor.map(|id| id.0))
        .with("successor", there.successor.map(|id| id.0))
        .with("relation", there.relation.key())
        .with("note", there.note);
    Ok(journal::enter(tx, actor, entry).await?)
}
