use super::{Teller, intake};
use crate::material::{FormFile, FormStage, RoundText};
use database::Tx;
use followup::actions::{self, Purpose, ReceivedForm};
use followup::records::VersionId;
use followup::records::forms as versions;
use followup::rules::progress_form::FormState;
use kernel::{Actor, Fault, MunicipalityCode, Outcome};

impl<'m> Teller<'m> {
    pub(super) async fn receive_form(
        &mut self,
        tx: &mut Tx,
        round: &'m RoundText,
        form: &'m FormFile,
    ) -> Outcome<()> {
        let received = self.received(round, form)?;
        let sender = sender(form);
        let imported = actions::import_form(tx, &sender, &round.key, received).await?;
        let key = (round.key.clone(), form.municipality.clone(), form.version);
        self.versions.insert(key, imported.version_id);
        if form.state == FormStage::InProgress {
            return Ok(());
        }
        self.add_to_file(tx, &sender, round, form).await?;
        submit_if_begun(tx, &sender, imported.version_id).await
    }

    fn received(&self, round: &RoundText, form: &FormFile) -> Outcome<ReceivedForm> {
        let missing = || Fault::new(format!("the demonstration has no set {}", round.set));
        let set = self.material.set_of(round).ok_or_else(missing)?;
        let received = intake::received(form, round, set)?;
        let from_file = received.file.is_some();
        Ok(ReceivedForm {
            municipality: Some(form.municipality.clone()),
            file: received.file,
            reading: received.reading,
            purpose: if from_file {
                Purpose::Review
            } else {
                Purpose::Submit
            },
        })
    }

    pub(super) async fn handle_form(
        &mut self,
        tx: &mut Tx,
        round: &'m RoundText,
        form: &'m FormFile,
    ) -> Outcome<()> {
        let actor = self.secretariat.clone();
        let id = self.version_of(round, form)?;
        if form.state == FormStage::Returned {
            let seen = versions::get(tx, id).await?.change.version;
            let reason = form.reason.as_deref().unwrap_or_default();
            actions::return_form(tx, &actor, id, seen, reason).await?;
            return Ok(());
        }
        self.settle_doubts(tx, &actor, round, form).await?;
        let seen = versions::get(tx, id).await?.change.version;
        actions::accept_form(tx, &actor, id, seen).await?;
        Ok(())
    }

    fn version_of(&self, round: &RoundText, form: &FormFile) -> Result<VersionId, Fault> {
        let key = (round.key.clone(), form.municipality.clone(), form.version);
        let missing = || Fault::new(format!("{} {} was never received", key.0, key.1));
        self.versions.get(&key).copied().ok_or_else(missing)
    }
}

/// A file with errors was kept as a draft; once they are corrected it is submitted.
async fn submit_if_begun(tx: &mut Tx, actor: &Actor, id: VersionId) -> Outcome<()> {
    let version = versions::get(tx, id).await?;
    if version.state == FormState::InProgress {
        actions::submit_form(tx, actor, id, version.change.version).await?;
    }
    Ok(())
}

/// Who sends: the municipality itself, or the one that does it on its behalf.
fn sender(form: &FormFile) -> Actor {
    let own = name(&form.municipality);
    match &form.sent_by {
        None => Actor::operator(own),
        Some(other) => Actor::operator(format!("{} på vegne af {own}", name(other))),
    }
}

fn name(code: &MunicipalityCode) -> String {
    let known = people::register().municipality(code);
    let name = known.map_or(code.as_str(), |known| known.name.as_str());
    format!("{name} Kommune")
}
