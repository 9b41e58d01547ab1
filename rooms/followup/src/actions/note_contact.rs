use super::{journal_entry, required};
use crate::access::{self, Deed};
use crate::records::chasing::{self, ContactKind, FormContact};
use crate::records::rounds;
use crate::summary::chase::about;
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Stop};
use people::journal;

/// Notes that somebody was spoken to about a form on the telephone.
pub async fn note_contact(
    tx: &mut Tx,
    actor: &Actor,
    round: &str,
    code: &MunicipalityCode,
    (to_whom, note): (&str, &str),
) -> Outcome<()> {
    let round = rounds::named(tx, round).await?;
    access::may(actor, Deed::NoteContact, &round)?;
    let asked = rounds::participant(tx, round.id, code).await?;
    asked.ok_or(Stop::NotFound)?;
    let contact = FormContact {
        code: code.clone(),
        kind: ContactKind::Call,
        step: None,
        is_escalated: false,
        to_whom: required(to_whom, "to_whom")?,
        note: required(note, "note")?,
        by: actor.name.clone(),
        at: tx.now(),
    };
    chasing::record_contact(tx, round.id, &contact).await?;
    let entry = journal_entry("note_contact", about(&round, code));
    Ok(journal::enter(tx, actor, entry).await?)
}
