use crate::access::{self, Deed};
use crate::records::recommendations::{self, Recommendation};
use crate::records::{RecommendationId, SetId, programmes};
use crate::rules::lineage::{Relation, suggest};
use database::Tx;
use kernel::{Actor, Outcome};

/// A lineage that the texts suggest; a person decides.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestedLineage {
    /// What was before.
    pub predecessor: Option<RecommendationId>,
    /// What came after.
    pub successor: Option<RecommendationId>,
    /// What it looks like.
    pub relation: Relation,
    /// How alike the texts are, 0 to 1.
    pub similarity: f64,
}

/// Suggests what became of an earlier set's recommendations in a later one, by how alike their
/// texts are. Stores nothing.
pub async fn suggest_lineage(
    tx: &mut Tx,
    actor: &Actor,
    earlier: SetId,
    later: SetId,
) -> Outcome<Vec<SuggestedLineage>> {
    for set in [earlier, later] {
        access::may(actor, Deed::SetLineage, &programmes::of_set(tx, set).await?)?;
    }
    let before = recommendations::of_set(tx, earlier).await?;
    let after = recommendations::of_set(tx, later).await?;
    let suggested = suggest(&alike(&before, &after), after.len());
    let id = |list: &[Recommendation], index: Option<usize>| index.map(|index| list[index].id);
    Ok(suggested
        .into_iter()
        .map(|one| SuggestedLineage {
            predecessor: id(&before, one.predecessor),
            successor: id(&after, one.successor),
            relation: one.relation,
            similarity: one.similarity,
        })
        .collect())
}

fn alike(before: &[Recommendation], after: &[Recommendation]) -> Vec<Vec<f64>> {
    let texts: Vec<&str> = after.iter().map(|one| one.text.as_str()).collect();
    let known = linking::TextSet::new(&texts);
    let score = |one: &Recommendation| {
        let similarities = known.compare(&known.read(&one.text));
        similarities
            .into_iter()
            .map(|similarity| similarity.score)
            .collect()
    };
    before.iter().map(score).collect()
}
