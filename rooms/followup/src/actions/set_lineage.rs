use super::journal_entry;
use crate::access::{self, Deed};
use crate::records::lineage::{self, Lineage};
use crate::records::recommendations;
use crate::records::{
    Change, LineageId, ProgrammeId, RecommendationId, programmes, refuse_if_stale,
};
use crate::rules::lineage::{Relation, check_sides};
use database::Tx;
use kernel::{Actor, Outcome, Refusal, Stop};
use people::journal;

/// What became of a recommendation, as somebody sees it.
#[derive(Debug, Clone)]
pub struct NewLineage {
    /// What was before.
    pub predecessor: Option<RecommendationId>,
    /// What came after.
    pub successor: Option<RecommendationId>,
    /// What became of it.
    pub relation: Relation,
    /// Why it is seen so.
    pub note: String,
    /// The version that was shown, where the two are related already.
    pub version: Option<i64>,
}

/// Says what became of a recommendation; where the same two are related already, edits that.
pub async fn set_lineage(
    tx: &mut Tx,
    actor: &Actor,
    programme: &str,
    new: NewLineage,
) -> Outcome<Lineage> {
    let programme = programmes::named(tx, programme).await?;
    access::may(actor, Deed::SetLineage, &programme)?;
    check_sides(
        new.relation,
        new.predecessor.is_some(),
        new.successor.is_some(),
    )?;
    check_order(tx, programme.id, &new).await?;
    let there = lineage::between(tx, programme.id, new.predecessor, new.successor).await?;
    let id = match there {
        Some(there) => edit(tx, actor, there, &new).await?,
        None => insert(tx, actor, programme.id, &new).await?,
    };
    let entry = journal_entry("set_lineage", id.0.to_string())
        .with("relation", new.relation.key())
        .with("note", new.note);
    journal::enter(tx, actor, entry).await?;
    lineage::get(tx, id).await
}

/// Both belong to the programme, and what is before comes from an earlier set.
async fn check_order(tx: &mut Tx, programme: ProgrammeId, new: &NewLineage) -> Outcome<()> {
    let sets = recommendations::sets(tx, programme).await?;
    let mut places = Vec::new();
    for id in [new.predecessor, new.successor].into_iter().flatten() {
        let set = recommendations::get(tx, id).await?.set;
        let place = sets.iter().position(|one| one.id == set);
        places.push(place.ok_or(Stop::NotFound)?);
    }
    if places.is_sorted_by(|before, after| before < after) {
        return Ok(());
    }
    Err(Refusal::new("followup-refusal-lineage-order")
        .at("predecessor")
        .into())
}

async fn edit(tx: &mut Tx, actor: &Actor, there: Lineage, new: &NewLineage) -> Outcome<LineageId> {
    let seen = new.version.unwrap_or(there.change.version);
    refuse_if_stale(&there.change, seen, there.relation.key())?;
    let edited = Lineage {
        relation: new.relation,
        note: new.note.clone(),
        ..there
    };
    lineage::update(tx, &edited, &actor.name).await?;
    Ok(edited.id)
}

async fn insert(
    tx: &mut Tx,
    actor: &Actor,
    programme: ProgrammeId,
    new: &NewLineage,
) -> Outcome<LineageId> {
    let row = Lineage {
        id: LineageId(0),
        programme,
        predecessor: new.predecessor,
        successor: new.successor,
        relation: new.relation,
        note: new.note.clone(),
        change: Change {
            version: 1,
            by: actor.name.clone(),
            at: tx.now(),
        },
    };
    Ok(lineage::insert(tx, &row).await?)
}
