use super::journal_entry;
use crate::access::{self, Deed};
use crate::records::chasing;
use crate::records::{refuse_if_stale, rounds};
use crate::rules::chasing::ReminderPlan;
use database::Tx;
use kernel::{Actor, Outcome, Refusal, Stop};
use people::journal;

/// Says when a round's municipalities are reminded, over the version of the plan that was shown.
pub async fn edit_reminder_plan(
    tx: &mut Tx,
    actor: &Actor,
    round: &str,
    seen: i64,
    plan: ReminderPlan,
) -> Outcome<()> {
    let round = rounds::named(tx, round).await?;
    access::may(actor, Deed::EditRound, &round)?;
    let stored = chasing::plan(tx, round.id).await?;
    if let Some(change) = &stored.change {
        refuse_if_stale(change, seen, &round.settings.title)?;
    }
    let plan = plan.checked().map_err(Stop::Refused)?;
    if !chasing::save_plan(tx, round.id, seen, &plan, &actor.name).await? {
        return Err(Refusal::new("desk_chase-refusal-stale").into());
    }
    let entry = journal_entry("edit_reminder_plan", &round.key)
        .with("on", plan.is_on)
        .with("steps", plan.steps);
    Ok(journal::enter(tx, actor, entry).await?)
}
