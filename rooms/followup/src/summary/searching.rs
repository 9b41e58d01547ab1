//! Search in remarks.

use super::report::sees_everything;
use crate::records::search::{self as records, FoundRemark};
use database::Tx;
use kernel::{Actor, Outcome};
use std::ops::Range;

/// A remark in which the words of a query stand, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHit {
    /// The remark and whose it is.
    pub found: FoundRemark,
    /// The bytes of the words that were found, in `found.remark_text`.
    pub words: Vec<Range<usize>>,
}

/// The remarks in which every word of a query stands, inflected or inside a compound. Strangers
/// search the newest releases; those who work with the forms search the newest versions.
pub async fn search(
    tx: &mut Tx,
    actor: &Actor,
    query: &str,
    limit: u32,
) -> Outcome<Vec<SearchHit>> {
    let found = records::find(tx, query, !sees_everything(actor), limit).await?;
    let hit = |found: FoundRemark| SearchHit {
        words: linking::find(&found.remark_text, query),
        found,
    };
    Ok(found.into_iter().map(hit).collect())
}
