//! Search in remarks.

use crate::access::Subject;
use crate::access::{Deed, allows};
use crate::records::search::{self as records, FoundRemark, Reach};
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome};
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
/// search the newest releases; those who work with a form search its newest version.
pub async fn search(
    tx: &mut Tx,
    actor: &Actor,
    query: &str,
    limit: u32,
) -> Outcome<Vec<SearchHit>> {
    let found = records::find(tx, query, &reach(actor), limit).await?;
    let hit = |found: FoundRemark| SearchHit {
        words: linking::find(&found.remark_text, query),
        found,
    };
    Ok(found.into_iter().map(hit).collect())
}

/// Whose newest versions an actor may search; of everybody else's, what is released.
fn reach(actor: &Actor) -> Reach {
    let mut reach = Reach::default();
    for held in &actor.roles {
        let alone = Actor::with_roles("", [held.clone()]);
        let Some(key) = &held.authority else {
            let anywhere = Subject::Round("");
            reach.everything |= allows(&alone, Deed::ReadUnreleased, anywhere);
            continue;
        };
        if allows(&alone, Deed::ReadUnreleased, Subject::Round(key)) {
            reach.recipients.push(key.clone());
        }
        if let Some(code) = MunicipalityCode::parse(key)
            && allows(&alone, Deed::ReadForm, Subject::Form("", &code))
        {
            reach.municipalities.push(code);
        }
    }
    reach
}
