use super::{journal_entry, required};
use crate::access::{self, Deed};
use crate::records::programmes::Programme;
use crate::records::rounds::{self, Round, RoundSettings};
use crate::records::{Change, RoundId, SetId, programmes, recommendations};
use crate::rules::deadline::check_order;
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Refusal};
use people::authorities::{self, Kind};
use people::journal;

/// A round to be opened.
#[derive(Debug, Clone)]
pub struct NewRound {
    /// The set that is asked about.
    pub set: SetId,
    /// The key used in addresses and on the command line.
    pub key: String,
    /// What people may edit later.
    pub settings: RoundSettings,
    /// Who is asked.
    pub invited: Invited,
}

/// Who is asked in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invited {
    /// The recipient's members on the reference date.
    Members,
    /// Only these.
    Only(Vec<MunicipalityCode>),
}

/// Opens a round and registers its participants.
pub async fn open_round(tx: &mut Tx, actor: &Actor, new: NewRound) -> Outcome<Round> {
    let set = recommendations::set(tx, new.set).await?;
    let programme = programmes::get(tx, set.programme).await?;
    access::may(actor, Deed::OpenRound, &programme)?;
    let settings = &new.settings;
    check_order(settings.due_on, settings.grace_until, settings.closes_on)?;
    required(&settings.title, "title")?;
    let round = Round {
        id: RoundId(0),
        programme: programme.id,
        recipient_key: programme.recipient_key.clone(),
        set: set.id,
        key: required(&new.key, "key")?,
        settings: new.settings,
        change: Change {
            version: 1,
            by: actor.name.clone(),
            at: tx.now(),
        },
    };
    let taken = || {
        Refusal::new("followup-refusal-key-taken")
            .with("key", new.key.as_str())
            .at("key")
    };
    let id = rounds::insert(tx, &round).await?.ok_or_else(taken)?;
    invite(tx, id, &programme, &round, new.invited).await?;
    journal::enter(tx, actor, journal_entry("open_round", &round.key)).await?;
    Ok(rounds::get(tx, id).await?)
}

/// Only municipalities are asked; a body's other members are not.
async fn invite(
    tx: &mut Tx,
    id: RoundId,
    programme: &Programme,
    round: &Round,
    invited: Invited,
) -> Outcome<()> {
    let day = round.settings.reference_date;
    let asked: Vec<(String, String)> = match invited {
        Invited::Members => authorities::members_on(tx, &programme.recipient_key, day)
            .await?
            .into_iter()
            .filter(|member| member.kind == Kind::Municipality)
            .map(|member| (member.key, member.name))
            .collect(),
        Invited::Only(codes) => named(&codes)?,
    };
    for (code, name) in &asked {
        rounds::add_participant(tx, id, (code, name), None).await?;
    }
    Ok(())
}

/// Codes with their names; a code that is no municipality's (0411 Christiansø) is refused.
pub(super) fn named(codes: &[MunicipalityCode]) -> Result<Vec<(String, String)>, Refusal> {
    let name = |code: &MunicipalityCode| match people::register().municipality(code) {
        Some(municipality) => Ok((code.to_string(), municipality.name.clone())),
        None => Err(Refusal::new("followup-refusal-not-a-municipality")
            .with("code", code.as_str())
            .at("participants")),
    };
    codes.iter().map(name).collect()
}
