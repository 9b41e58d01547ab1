//! The room's JSON API: one file per noun, each with the shapes that it shows and takes. Thin
//! over the same actions and the same summary as the pages: no rule of its own.

mod answers;
mod decisions;
mod entries;
mod files;
mod findings;
mod form_versions;
mod identity;
mod journal;
mod lineage;
mod office;
mod participants;
mod programmes;
mod progress_forms;
mod proposals;
mod recommendation_sets;
mod recommendations;
mod releases;
mod remarks;
mod reviews;
mod rounds;
mod search;
mod sent;
mod sets_in;
mod words;

pub use office::Office;

use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;

/// The operations, without the gate.
pub fn routes(office: Office) -> OpenApiRouter {
    OpenApiRouter::default()
        .merge(identity::routes())
        .merge(programmes::routes())
        .merge(recommendation_sets::routes())
        .merge(sets_in::routes())
        .merge(recommendations::routes())
        .merge(lineage::routes())
        .merge(rounds::routes())
        .merge(participants::routes())
        .merge(progress_forms::routes())
        .merge(files::routes())
        .merge(answers::routes())
        .merge(form_versions::routes())
        .merge(entries::routes())
        .merge(findings::routes())
        .merge(proposals::routes())
        .merge(reviews::routes())
        .merge(decisions::routes())
        .merge(releases::routes())
        .merge(search::routes())
        .merge(journal::routes())
        .with_state(Arc::new(office))
}
