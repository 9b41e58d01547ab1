use super::journal_entry;
use super::write_about_form::{FormLetter, NewContact};
use crate::access::{self, Deed};
use crate::letters;
use crate::recipients::Recipients;
use crate::records::chasing::ContactKind;
use crate::rules::chasing::{DueReminder, due_reminders};
use crate::rules::progress_form::FormState;
use crate::summary::chase::{Chase, chase};
use database::Tx;
use kernel::{Actor, Fault, MunicipalityCode, Outcome};
use people::journal;

/// Writes the reminders that a round's plan wants today: to whom it wrote. Asked again on the
/// same day it writes to nobody. A round that has closed reminds nobody.
pub async fn remind(tx: &mut Tx, actor: &Actor, round: &str) -> Outcome<Vec<MunicipalityCode>> {
    let chase = chase(tx, actor, round).await?;
    access::may(actor, Deed::Remind, &chase.round)?;
    let settings = &chase.round.settings;
    let today = tx.today();
    let is_closed = settings.closes_on.is_some_and(|last| today > last);
    let Some(due) = settings.due_on.filter(|_| !is_closed) else {
        return Ok(Vec::new());
    };
    let recipients = Recipients::read(tx).await?;
    let mut written = Vec::new();
    for one in due_reminders(&chase.plan.plan, due, &chase.chased(), today) {
        if write(tx, actor, (&chase, &recipients), &one).await? {
            written.push(one.code);
        }
    }
    if !written.is_empty() {
        let codes: Vec<&str> = written.iter().map(MunicipalityCode::as_str).collect();
        let entry = journal_entry("remind", round).with("municipalities", codes);
        journal::enter(tx, actor, entry).await?;
    }
    Ok(written)
}

async fn write(
    tx: &mut Tx,
    actor: &Actor,
    (chase, recipients): (&Chase, &Recipients),
    due: &DueReminder,
) -> Result<bool, Fault> {
    let Some(row) = chase.row(&due.code) else {
        return Ok(false);
    };
    let left = chase.days_left.unwrap_or_default();
    let letter = FormLetter {
        round: &chase.round,
        programme: &chase.programme,
        code: &row.code,
        municipality: &row.name,
        occasion: format!("due{:+}", due.step),
        contact: NewContact {
            kind: ContactKind::Reminder,
            step: Some(due.step),
            is_escalated: due.escalated,
            note: "",
            by: &actor.name,
        },
    };
    let waits_inside = row.state == FormState::AwaitingApproval;
    let people = recipients.of_reminder(row.code.as_str(), due.escalated || waits_inside);
    letter
        .write(tx, &people, |about, person, is_approver, texts| {
            let escalated = is_approver && due.escalated;
            letters::reminder(about, &person.name, (row.state, left, escalated), texts)
        })
        .await
}
