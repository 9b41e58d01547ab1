//! What became of a set's recommendations in the next one: a table that people edit, with
//! suggestions by how alike the texts are.

use super::typed::{Typed, refusals};
use super::{Desk, Said, back_to, lineage_page, only_for, ways};
use crate::access::Deed;
use crate::actions::{NewLineage, SuggestedLineage, remove_lineage, set_lineage, suggest_lineage};
use crate::records::lineage::Lineage;
use crate::records::programmes::{self, Programme};
use crate::records::{LineageId, RecommendationId, SetId};
use crate::rules::lineage::Relation;
use crate::summary::{self, SetView};
use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::routing::get;
use database::Tx;
use std::sync::Arc;
use web::{PageError, PageResult, Reader};

/// The routes of the lineage between two sets.
pub fn routes() -> Router<Arc<Desk>> {
    let address = "/desk/programmes/{key}/lineage/{earlier}/{later}";
    Router::new().route(address, get(show).post(change))
}

/// The page of the lineage between two sets.
pub fn address(key: &str, earlier: SetId, later: SetId) -> String {
    format!("{}/lineage/{}/{}", ways::programme(key), earlier.0, later.0)
}

type Where = Path<(String, i64, i64)>;

/// Two sets and what is said and suggested about them.
pub struct Between {
    /// The programme.
    pub programme: Programme,
    /// The earlier set.
    pub earlier: SetView,
    /// The later one.
    pub later: SetView,
    /// What is said.
    pub lineage: Vec<Lineage>,
    /// What the texts suggest and nobody has said.
    pub suggested: Vec<SuggestedLineage>,
}

impl Between {
    async fn find(tx: &mut Tx, reader: &Reader, place: Where) -> PageResult<Self> {
        let Path((key, earlier, later)) = place;
        let programme = programmes::named(tx, &key).await?;
        only_for(reader, Deed::SetLineage, &programme)?;
        let mut sets = summary::recommendation_sets(tx, &key).await?;
        let mut take = |id: i64| {
            let found = sets.iter().position(|view| view.set.id == SetId(id));
            found
                .map(|found| sets.remove(found))
                .ok_or(PageError::NotFound)
        };
        let (earlier, later) = (take(earlier)?, take(later)?);
        let ours = |side: Option<RecommendationId>, set: &SetView| {
            side.is_none_or(|id| set.recommendations.iter().any(|one| one.id == id))
        };
        let mut lineage = summary::lineage(tx, &key).await?;
        lineage.retain(|row| ours(row.predecessor, &earlier) && ours(row.successor, &later));
        let mut suggested =
            suggest_lineage(tx, &reader.actor, earlier.set.id, later.set.id).await?;
        suggested.retain(|one| !is_said(one, &lineage));
        Ok(Self {
            programme,
            earlier,
            later,
            lineage,
            suggested,
        })
    }

    fn address(&self) -> String {
        address(&self.programme.key, self.earlier.set.id, self.later.set.id)
    }
}

/// A suggestion is settled once somebody has said something about both its sides.
fn is_said(one: &SuggestedLineage, lineage: &[Lineage]) -> bool {
    let same = |row: &Lineage| (row.predecessor, row.successor) == (one.predecessor, one.successor);
    let before = |id| lineage.iter().any(|row| row.predecessor == Some(id));
    let after = |id| lineage.iter().any(|row| row.successor == Some(id));
    lineage.iter().any(same)
        || (one.predecessor.is_none_or(before) && one.successor.is_none_or(after))
}

async fn show(
    State(desk): State<Arc<Desk>>,
    place: Where,
    Query(said): Query<Said>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let between = Between::find(&mut tx, &reader, place).await?;
    Ok(web::html(lineage_page::render(
        &between,
        &Typed::default(),
        &[],
        &said,
        &reader,
    )))
}

async fn change(
    State(desk): State<Arc<Desk>>,
    place: Where,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let between = Between::find(&mut tx, &reader, place).await?;
    let removes = typed.text("deed") == "remove";
    let outcome = if removes {
        let (id, seen) = (LineageId(typed.number("lineage")?), typed.number("seen")?);
        remove_lineage(&mut tx, &reader.actor, id, seen).await
    } else {
        let new = wanted(&typed)?;
        set_lineage(&mut tx, &reader.actor, &between.programme.key, new)
            .await
            .map(|_| ())
    };
    match outcome {
        Ok(()) => {
            tx.commit().await?;
            let done = if removes { "removed" } else { "said" };
            Ok(back_to(&between.address(), done, None))
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            let html = lineage_page::render(&between, &typed, &refused, &Said::default(), &reader);
            Ok(web::unprocessable(html))
        }
    }
}

fn wanted(typed: &Typed) -> PageResult<NewLineage> {
    let side = |name: &str| match typed.text(name) {
        "" => Ok(None),
        id => id
            .parse()
            .map(|id| Some(RecommendationId(id)))
            .map_err(|_| PageError::NotFound),
    };
    Ok(NewLineage {
        predecessor: side("predecessor")?,
        successor: side("successor")?,
        relation: Relation::from_key(typed.text("relation")).ok_or(PageError::NotFound)?,
        note: typed.text("note").trim().to_owned(),
        version: typed.text("seen").parse().ok(),
    })
}
