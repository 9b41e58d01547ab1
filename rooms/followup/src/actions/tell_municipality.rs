//! What the secretariat has decided about a form reaches the coordinators by letter, in the
//! deed's own transaction.

use super::write_about_form::{FormLetter, NewContact};
use crate::letters;
use crate::recipients::Recipients;
use crate::records::chasing::ContactKind;
use crate::records::forms::FormVersion;
use crate::records::{programmes, rounds};
use database::Tx;
use kernel::{Actor, Outcome};

/// Tells the coordinators that a version came back, with the reason.
pub(super) async fn tell_returned(
    tx: &mut Tx,
    actor: &Actor,
    version: &FormVersion,
    reason: &str,
) -> Outcome<()> {
    tell(tx, actor, version, (ContactKind::Returned, reason)).await
}

/// Tells the coordinators that a version counts.
pub(super) async fn tell_accepted(
    tx: &mut Tx,
    actor: &Actor,
    version: &FormVersion,
) -> Outcome<()> {
    tell(tx, actor, version, (ContactKind::Accepted, "")).await
}

async fn tell(
    tx: &mut Tx,
    actor: &Actor,
    version: &FormVersion,
    (kind, reason): (ContactKind, &str),
) -> Outcome<()> {
    let round = rounds::get(tx, version.round).await?;
    let programme = programmes::get(tx, round.programme).await?;
    let recipients = Recipients::read(tx).await?;
    let letter = FormLetter {
        round: &round,
        programme: &programme,
        code: &version.code,
        municipality: &version.name,
        // A version that was opened again may come back a second time.
        occasion: format!("v{} {}", version.number, version.change.version),
        contact: NewContact {
            kind,
            step: None,
            is_escalated: false,
            note: reason,
            by: &actor.name,
        },
    };
    let people: Vec<_> = recipients
        .coordinators(version.code.as_str())
        .iter()
        .map(|person| (person, false))
        .collect();
    letter
        .write(tx, &people, |about, person, _, texts| match kind {
            ContactKind::Returned => letters::returned(about, &person.name, reason, texts),
            _ => letters::accepted(about, &person.name, texts),
        })
        .await?;
    Ok(())
}
