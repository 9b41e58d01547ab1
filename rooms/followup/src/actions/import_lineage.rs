use super::{NewLineage, set_lineage};
use crate::access::{self, Deed};
use crate::records::{ProgrammeId, RecommendationId, lineage, programmes, recommendations};
use crate::rules::lineage::{LineageRow, read_file};
use chrono::Datelike;
use database::Tx;
use kernel::{Actor, Outcome, Refusal, Stop};
use std::collections::HashMap;

/// Reads a lineage file into a programme; how many rows were new or changed. The same file again
/// changes nothing. A line that names a recommendation that is not there refuses the whole file.
pub async fn import_lineage(
    tx: &mut Tx,
    actor: &Actor,
    programme: &str,
    file: &str,
) -> Outcome<usize> {
    let found = programmes::named(tx, programme).await?;
    access::may(actor, Deed::SetLineage, &found)?;
    let id = found.id;
    let rows = read_file(file).map_err(Stop::Refused)?;
    let wanted = resolved(&rows, &numbered(tx, id).await?)?;
    let there = lineage::of_programme(tx, id).await?;
    let mut changed = 0;
    for new in wanted {
        let is_there = there.iter().any(|row| {
            (
                row.predecessor,
                row.successor,
                row.relation,
                row.note.as_str(),
            ) == (
                new.predecessor,
                new.successor,
                new.relation,
                new.note.as_str(),
            )
        });
        if !is_there {
            set_lineage(tx, actor, programme, new).await?;
            changed += 1;
        }
    }
    Ok(changed)
}

/// Every recommendation of the programme by its set's first year and its number.
async fn numbered(
    tx: &mut Tx,
    programme: ProgrammeId,
) -> Outcome<HashMap<(i32, u32), RecommendationId>> {
    let mut found = HashMap::new();
    for set in recommendations::sets(tx, programme).await? {
        for one in recommendations::of_set(tx, set.id).await? {
            found.insert((set.from.year(), one.number), one.id);
        }
    }
    Ok(found)
}

fn resolved(
    rows: &[LineageRow],
    numbered: &HashMap<(i32, u32), RecommendationId>,
) -> Outcome<Vec<NewLineage>> {
    let (mut wanted, mut refusals) = (Vec::new(), Vec::new());
    for row in rows {
        let find = |side: Option<(i32, u32)>| side.map(|key| numbered.get(&key).copied());
        let (predecessor, successor) = (find(row.predecessor), find(row.successor));
        if predecessor == Some(None) || successor == Some(None) {
            let refusal = Refusal::new("followup-refusal-lineage-unknown");
            refusals.push(refusal.with("line", row.line));
            continue;
        }
        wanted.push(NewLineage {
            predecessor: predecessor.flatten(),
            successor: successor.flatten(),
            relation: row.relation,
            note: row.note.clone(),
            version: None,
        });
    }
    if refusals.is_empty() {
        Ok(wanted)
    } else {
        Err(Stop::Refused(refusals))
    }
}
