use super::{journal_entry, required};
use crate::access::{self, Deed, Subject};
use crate::records::decisions::{self, Decision};
use crate::records::{DecisionId, RecommendationId, SetId, programmes, recommendations};
use chrono::NaiveDate;
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Refusal};
use people::journal;

/// A council's decision, as it was told.
#[derive(Debug, Clone)]
pub struct NewDecision {
    /// The municipality.
    pub code: MunicipalityCode,
    /// The set whose recommendations it covers.
    pub set: SetId,
    /// Their numbers.
    pub numbers: Vec<u32>,
    /// The deciding body.
    pub body: String,
    /// The day.
    pub decided_on: NaiveDate,
    /// The exact decision.
    pub text: String,
}

/// Registers what a council decided on recommendations.
pub async fn register_decision(
    tx: &mut Tx,
    actor: &Actor,
    new: NewDecision,
) -> Outcome<DecisionId> {
    let set = recommendations::set(tx, new.set).await?;
    let programme = programmes::get(tx, set.programme).await?;
    let subject = Subject::Form(&programme.recipient_key, &new.code);
    access::may(actor, Deed::RegisterDecision, subject)?;
    let covers = covered(tx, &new).await?;
    if new.decided_on > tx.today() {
        return Err(Refusal::new("followup-refusal-decision-in-future")
            .at("decided_on")
            .into());
    }
    let decision = Decision {
        id: DecisionId(0),
        code: new.code,
        body: required(&new.body, "body")?,
        decided_on: new.decided_on,
        text: required(&new.text, "text")?,
        registered_by: actor.name.clone(),
        registered_at: tx.now(),
        numbers: new.numbers,
    };
    let id = decisions::insert(tx, set.programme, &decision, &covers).await?;
    let subject = format!(
        "{} {} {}",
        programme.key, decision.code, decision.decided_on
    );
    let entry = journal_entry("register_decision", subject).with("text", decision.text);
    journal::enter(tx, actor, entry).await?;
    Ok(id)
}

async fn covered(tx: &mut Tx, new: &NewDecision) -> Outcome<Vec<RecommendationId>> {
    let recommendations = recommendations::of_set(tx, new.set).await?;
    let find = |number: &u32| {
        let found = recommendations.iter().find(|one| one.number == *number);
        let unknown = || Refusal::new("followup-refusal-number-unknown").with("number", *number);
        found
            .map(|one| one.id)
            .ok_or_else(|| unknown().at("numbers"))
    };
    if new.numbers.is_empty() {
        return Err(Refusal::new("followup-refusal-empty").at("numbers").into());
    }
    Ok(new.numbers.iter().map(find).collect::<Result<_, _>>()?)
}
