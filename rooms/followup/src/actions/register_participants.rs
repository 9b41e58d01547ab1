use super::open_round::named;
use super::{journal_entry, required};
use crate::access::{self, Deed};
use crate::records::rounds;
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Refusal};
use people::journal;

/// Exceptions to a round's membership.
#[derive(Debug, Clone)]
pub struct ParticipantChange {
    /// Who is asked as well.
    pub add: Vec<MunicipalityCode>,
    /// Who is not asked after all; whoever has sent something stays.
    pub remove: Vec<MunicipalityCode>,
    /// Why.
    pub note: String,
}

/// Adds and takes out participants by way of exception.
pub async fn register_participants(
    tx: &mut Tx,
    actor: &Actor,
    round: &str,
    change: ParticipantChange,
) -> Outcome<()> {
    let found = rounds::named(tx, round).await?;
    access::may(actor, Deed::RegisterParticipants, &found)?;
    let id = found.id;
    let note = required(&change.note, "note")?;
    for (code, name) in named(&change.add)? {
        rounds::add_participant(tx, id, (&code, &name), Some(&note)).await?;
    }
    for code in &change.remove {
        if !rounds::remove_participant(tx, id, code).await? {
            let refusal = Refusal::new("followup-refusal-participant-stays");
            return Err(refusal.with("code", code.as_str()).into());
        }
    }
    let codes = |codes: &[MunicipalityCode]| -> Vec<String> {
        codes.iter().map(MunicipalityCode::to_string).collect()
    };
    let entry = journal_entry("register_participants", round)
        .with("added", codes(&change.add))
        .with("removed", codes(&change.remove))
        .with("note", note);
    Ok(journal::enter(tx, actor, entry).await?)
}
