use super::{journal_entry, required};
use crate::access::{self, Deed};
use crate::records::recommendations::{self, Recommendation};
use crate::records::{RecommendationId, programmes, refuse_if_stale};
use database::Tx;
use forms::Obligation;
use kernel::{Actor, Outcome};
use people::journal;

/// A recommendation as somebody wants it.
#[derive(Debug, Clone)]
pub struct RecommendationEdit {
    /// The version that was shown.
    pub version: i64,
    /// Must or may.
    pub obligation: Obligation,
    /// The full text.
    pub text: String,
    /// A few words.
    pub short_title: String,
}

/// Edits a recommendation. Frozen reports keep the words that they were released with.
pub async fn edit_recommendation(
    tx: &mut Tx,
    actor: &Actor,
    id: RecommendationId,
    edit: RecommendationEdit,
) -> Outcome<Recommendation> {
    let before = recommendations::get(tx, id).await?;
    access::may(
        actor,
        Deed::EditRecommendation,
        &programmes::of_set(tx, before.set).await?,
    )?;
    refuse_if_stale(&before.change, edit.version, &before.short_title)?;
    let edited = Recommendation {
        obligation: edit.obligation,
        text: required(&edit.text, "text")?,
        short_title: required(&edit.short_title, "short_title")?,
        ..before.clone()
    };
    recommendations::update(tx, &edited, &actor.name).await?;
    let entry = journal_entry("edit_recommendation", before.number.to_string())
        .with("text_before", before.text)
        .with("short_title_before", before.short_title)
        .with("obligation_before", before.obligation.key());
    journal::enter(tx, actor, entry).await?;
    recommendations::get(tx, id).await
}
