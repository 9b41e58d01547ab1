//! The version that people of a municipality type in: found, or begun where there is none. What
//! came back is not touched; the next version begins with its answers.

use super::import_form::store_entries;
use super::journal_entry;
use crate::access::{self, Deed};
use crate::records::forms::{self, FormVersion, Holder};
use crate::records::rounds::{self, Participant, Round};
use crate::records::{attachments, entries};
use crate::rules::deadline::refuse_if_closed;
use crate::rules::progress_form::{FormDeed, FormState};
use ::forms::FormReading;
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Refusal, Stop};
use people::journal;

/// A municipality's form that somebody fills in.
pub(super) struct OwnForm {
    pub round: Round,
    pub participant: Participant,
    /// The newest version that is not withdrawn.
    pub newest: Option<FormVersion>,
}

/// The form, for those who may do this deed with it while the round is open.
pub(super) async fn own_form(
    tx: &mut Tx,
    actor: &Actor,
    deed: Deed,
    (round, code): (&str, &MunicipalityCode),
) -> Outcome<OwnForm> {
    let round = rounds::named(tx, round).await?;
    access::may(actor, deed, (&round, code))?;
    let participant = rounds::participant(tx, round.id, code).await?;
    let participant = participant.ok_or(Stop::NotFound)?;
    refuse_if_closed(tx.today(), round.settings.closes_on)?;
    let versions = forms::of_participant(tx, participant.id).await?;
    let newest = versions
        .into_iter()
        .find(|one| one.state != FormState::Withdrawn);
    Ok(OwnForm {
        round,
        participant,
        newest,
    })
}

impl OwnForm {
    /// Refuses where the form is with somebody else now.
    pub fn refuse_if_handed_in(&self) -> Result<(), Refusal> {
        let key = match self.newest.as_ref().map(|newest| newest.state) {
            Some(FormState::AwaitingApproval) => "filling-refusal-awaits-approval",
            Some(FormState::Submitted | FormState::Accepted) => "filling-refusal-handed-in",
            _ => return Ok(()),
        };
        Err(Refusal::new(key))
    }

    /// The version that is typed in; begins it where there is none.
    pub async fn draft(&self, tx: &mut Tx, actor: &Actor) -> Outcome<FormVersion> {
        self.refuse_if_handed_in()?;
        match &self.newest {
            Some(newest) if newest.state == FormState::InProgress => {
                forms::hold(tx, newest, Holder::Municipality).await?;
                Ok(newest.clone())
            }
            before => begin(tx, actor, self, before.as_ref(), "").await,
        }
    }
}

/// Begins the next version, with the answers of the one before where there is one.
pub(super) async fn begin(
    tx: &mut Tx,
    actor: &Actor,
    form: &OwnForm,
    before: Option<&FormVersion>,
    reason: &str,
) -> Outcome<FormVersion> {
    let holder = Holder::Municipality;
    let id = forms::insert(tx, form.participant.id, None, holder, &actor.name).await?;
    let step = (FormState::NotStarted, FormState::InProgress);
    forms::record_event(tx, id, FormDeed::Begin, step, reason, &actor.name).await?;
    let version = forms::get(tx, id).await?;
    match before {
        Some(before) => {
            entries::copy(tx, before.id, id).await?;
            attachments::copy(tx, before.id, id).await?;
        }
        None => store_entries(tx, actor, &form.round, &version, &FormReading::default()).await?,
    }
    let subject = format!("{}/{} v{}", form.round.key, version.code, version.number);
    let entry = journal_entry("begin_form", subject).with("reason", reason);
    journal::enter(tx, actor, entry).await?;
    Ok(version)
}
