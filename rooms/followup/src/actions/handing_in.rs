//! What follows from a version's being submitted, whichever way it was: its day, its receipt,
//! and that its words are found.

use super::recheck::make_only_this_findable;
use super::tell::tell_of_submission;
use crate::records::forms::{self, FormVersion};
use crate::records::rounds::Round;
use crate::records::{attachments, entries, receipts};
use crate::rules::aggregate_report::WishKind;
use crate::rules::deadline::is_late;
use crate::rules::receipt::{SubmittedAnswer, SubmittedForm};
use database::Tx;
use kernel::{Actor, Fault, Outcome};

/// Writes down that a version has just been submitted.
pub(super) async fn hand_in(
    tx: &mut Tx,
    actor: &Actor,
    round: &Round,
    version: &FormVersion,
) -> Outcome<FormVersion> {
    let settings = &round.settings;
    let late = is_late(tx.today(), settings.due_on, settings.grace_until);
    forms::mark_submitted(tx, version.id, late).await?;
    let answers = submitted(tx, round, version).await?.canonical();
    let answers = answers.map_err(|error| Fault::caused_by("writing a receipt", error))?;
    receipts::insert(tx, version.id, &answers, &actor.name).await?;
    make_only_this_findable(tx, version).await?;
    tell_of_submission(tx, round, version).await?;
    forms::get(tx, version.id).await
}

/// Everything that a version says.
async fn submitted(tx: &mut Tx, round: &Round, version: &FormVersion) -> Outcome<SubmittedForm> {
    let wishes = entries::wishes(tx, version.id).await?;
    let attached = attachments::of_version(tx, version.id).await?;
    let answers = entries::of_version(tx, version.id).await?.into_iter();
    let answers = answers.map(|entry| {
        let said = |kind: WishKind| {
            let own = wishes.iter().filter(|one| one.entry == entry.id);
            let of_kind = own.filter(|one| one.kind == kind);
            of_kind.map(|one| one.text.clone()).collect()
        };
        let beside = attached.iter().filter(|one| one.entry == entry.id);
        SubmittedAnswer {
            number: entry.number,
            status: entry.status,
            seeks: said(WishKind::Seeks),
            offers: said(WishKind::Offers),
            attachments: beside.map(|one| one.name.clone()).collect(),
            remark: entry.remark,
        }
    });
    Ok(SubmittedForm {
        round: round.key.clone(),
        municipality: version.code.to_string(),
        version: version.number,
        answers: answers.collect(),
    })
}
