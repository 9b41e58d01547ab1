use super::support;
use crate::cli::FormAccept;
use crate::exit::{Ended, Ending, Failure};
use followup::actions;
use followup::rules::progress_form::FormState;
use followup::summary::{self, FormListing};
use kernel::{Message, MunicipalityCode};
use web::languages::Texts;

/// Accepts submitted forms: one municipality's, or all of the round.
pub fn run(accept: &FormAccept, texts: &Texts) -> Ended {
    let wanted = accept
        .municipality
        .as_deref()
        .map(support::municipality)
        .transpose()?;
    support::runtime()?.block_on(async {
        let database = support::open(&accept.store).await?;
        let actor = support::operator();
        let mut tx = database.write().await?;
        let forms = summary::forms(&mut tx, &actor, &accept.round).await?;
        let submitted: Vec<_> = forms
            .iter()
            .filter(|form| awaits(form, wanted.as_ref()))
            .collect();
        for form in &submitted {
            if let Some(version) = &form.version {
                actions::accept_form(&mut tx, &actor, version.id, version.change.version).await?;
            }
        }
        tx.commit().await?;
        let accepted = Message::new("cli-accepted").with("count", submitted.len());
        support::say(&texts.message(&accepted));
        Ok::<_, Failure>(Ending::Done)
    })
}

fn awaits(form: &FormListing, wanted: Option<&MunicipalityCode>) -> bool {
    form.state == FormState::Submitted && wanted.is_none_or(|code| form.code == *code)
}
