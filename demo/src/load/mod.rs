//! Telling the demonstration's story to an empty database: everything goes through the same
//! actions as in daily work, each at the moment at which it "happened".

mod forms;
pub mod intake;
mod set_up;
mod settle;
mod story;

use crate::Material;
use database::{Database, Tx};
use followup::records::{SetId, VersionId};
use followup::summary;
use kernel::{Actor, MunicipalityCode, Outcome};
use std::collections::HashMap;
use story::Happening;

/// Loads the demonstration, unless the database holds a programme already. One transaction: it
/// is there whole or not at all.
///
/// # Errors
/// A refusal or fault of an action: our own material would then break a rule.
pub async fn load(database: &Database) -> Outcome<()> {
    people::prepare(database).await?;
    let material = Material::read()?;
    let mut tx = database.write().await?;
    if !summary::is_empty(&mut tx).await? {
        return Ok(());
    }
    let mut teller = Teller::new(&material);
    for (moment, happening) in story::of(&material) {
        tx.go_to(moment);
        teller.tell(&mut tx, happening).await?;
    }
    Ok(tx.commit().await?)
}

/// What has been told so far.
struct Teller<'m> {
    material: &'m Material,
    secretariat: Actor,
    /// The stored sets by their keys.
    sets: HashMap<String, SetId>,
    /// The stored form versions by round, municipality and version.
    versions: HashMap<(String, MunicipalityCode, u32), VersionId>,
}

impl<'m> Teller<'m> {
    fn new(material: &'m Material) -> Self {
        Self {
            material,
            secretariat: Actor::secretariat("Sekretariatet"),
            sets: HashMap::new(),
            versions: HashMap::new(),
        }
    }

    async fn tell(&mut self, tx: &mut Tx, happening: Happening<'m>) -> Outcome<()> {
        match happening {
            Happening::PersonInvented(person) => self.invent(tx, person).await,
            Happening::ProgrammeAgreed => self.agree_programme(tx).await,
            Happening::SetAdopted(set) => self.adopt_set(tx, set).await,
            Happening::RoundOpened(round) => self.open_round(tx, round).await,
            Happening::Decided(decision) => self.register_decision(tx, decision).await,
            Happening::FormReceived(round, form) => self.receive_form(tx, round, form).await,
            Happening::FormHandled(round, form) => self.handle_form(tx, round, form).await,
            Happening::Released(round, release) => self.release(tx, round, release).await,
        }
    }
}
