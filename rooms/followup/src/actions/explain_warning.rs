use super::{journal_entry, required};
use crate::access::{self, Deed};
use crate::records::ProblemId;
use crate::records::forms;
use crate::records::problems::{self, StoredProblem};
use crate::rules::progress_form::FormState;
use ::forms::Level;
use database::Tx;
use kernel::{Actor, Outcome, Refusal};
use people::journal;

/// Says why something that raised a warning is as it should be. Errors must be corrected.
pub async fn explain_warning(
    tx: &mut Tx,
    actor: &Actor,
    id: ProblemId,
    explanation: &str,
) -> Outcome<StoredProblem> {
    let problem = problems::get(tx, id).await?;
    let version = forms::get(tx, problem.form_version).await?;
    access::may(actor, Deed::ExplainWarning, &version)?;
    if !matches!(version.state, FormState::InProgress | FormState::Submitted) {
        let settled = Refusal::new("followup-refusal-form-settled");
        return Err(settled.with("state", version.state.key()).into());
    }
    if problem.problem.level != Level::Warning {
        return Err(Refusal::new("followup-refusal-not-a-warning").into());
    }
    let explanation = required(explanation, "explanation")?;
    problems::explain(tx, id, &explanation, &actor.name).await?;
    let subject = format!("{} v{}", version.code, version.number);
    let entry = journal_entry("explain_warning", subject)
        .with("problem", problem.problem.message.key.as_ref())
        .with("explanation", explanation);
    journal::enter(tx, actor, entry).await?;
    problems::get(tx, id).await
}
