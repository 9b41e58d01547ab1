use super::{journal_entry, required};
use crate::access::{self, Deed, Subject};
use crate::records::ProgrammeId;
use crate::records::programmes::{self, Programme};
use database::Tx;
use kernel::{Actor, Outcome, Refusal};
use people::{authorities, journal};

/// A programme to be set up.
#[derive(Debug, Clone)]
pub struct NewProgramme {
    /// The key used in addresses and on the command line.
    pub key: String,
    /// The title.
    pub title: String,
    /// The key of the body that the report goes to: `kkr-hovedstaden`.
    pub recipient: String,
    /// Whether all answers will be invented.
    pub fictional: bool,
    /// The guiding goals in order.
    pub guiding_goals: Vec<String>,
}

/// Sets a programme up.
pub async fn create_programme(tx: &mut Tx, actor: &Actor, new: NewProgramme) -> Outcome<Programme> {
    access::may(
        actor,
        Deed::CreateProgramme,
        Subject::Programme(&new.recipient),
    )?;
    let recipient = authorities::find(tx, &new.recipient).await?;
    let unknown = || Refusal::new("followup-refusal-unknown-recipient").at("recipient");
    let recipient = recipient.ok_or_else(unknown)?;
    let mut programme = Programme {
        id: ProgrammeId(0),
        key: required(&new.key, "key")?,
        title: required(&new.title, "title")?,
        recipient_key: recipient.key,
        recipient: recipient.name,
        fictional: new.fictional,
    };
    let taken = || {
        Refusal::new("followup-refusal-key-taken")
            .with("key", new.key.as_str())
            .at("key")
    };
    programme.id = programmes::insert(tx, &programme)
        .await?
        .ok_or_else(taken)?;
    for (index, goal) in new.guiding_goals.iter().enumerate() {
        programmes::insert_goal(tx, programme.id, index + 1, goal).await?;
    }
    journal::enter(tx, actor, journal_entry("create_programme", &programme.key)).await?;
    Ok(programme)
}
