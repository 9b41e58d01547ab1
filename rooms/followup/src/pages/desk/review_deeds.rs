//! What can be done on the review's page, each with one button.

use crate::actions::{self, EntryCorrection};
use crate::records::entries::Entry;
use crate::records::forms::FormVersion;
use crate::records::{ProblemId, ProposalId};
use crate::rules::marked_text;
use crate::summary::FormView;
use database::Tx;
use forms::Status;
use kernel::{Actor, Outcome, Refusal, Stop};
use serde::Deserialize;

/// What was posted: the deed, what it is about, and what was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Posted {
    /// What is to be done: `confirm`, `correct`, `explain`, `place`, `dismiss`, `submit`,
    /// `accept` or `return`.
    pub deed: String,
    /// The number of the recommendation.
    pub number: String,
    /// The problem or row.
    pub id: String,
    /// The version of what was shown.
    pub seen: String,
    /// The status chosen.
    pub status: String,
    /// The remark typed.
    pub remark: String,
    /// Why.
    pub reason: String,
}

impl Posted {
    /// The recommendation that it is about.
    pub fn recommendation(&self) -> Option<u32> {
        self.number.parse().ok()
    }

    /// The number of the problem or row.
    pub fn id(&self) -> Option<i64> {
        self.id.parse().ok()
    }

    /// Whether it is about a part of the form, not a step of the whole.
    pub fn is_about_a_part(&self) -> bool {
        !matches!(self.deed.as_str(), "submit" | "accept" | "return")
    }

    fn seen(&self) -> Outcome<i64> {
        self.seen.parse().map_err(|_| Stop::NotFound)
    }

    /// The refusals, each at the element of the page that it is about.
    pub fn placed(&self, refusals: Vec<Refusal>) -> Vec<Refusal> {
        refusals
            .into_iter()
            .map(|refusal| self.at_its_place(refusal))
            .collect()
    }

    fn at_its_place(&self, refusal: Refusal) -> Refusal {
        let place = match (self.deed.as_str(), refusal.field.as_deref()) {
            ("submit" | "accept", Some(_)) => return refusal,
            ("confirm" | "correct", _) => format!("entry-{}", self.number),
            ("explain", _) => format!("problem-{}", self.id),
            ("place" | "dismiss", _) => format!("row-{}", self.id),
            ("return", Some(_)) => "return-reason".to_owned(),
            _ => "steps".to_owned(),
        };
        refusal.at(place)
    }
}

/// Does what was posted to a form. What is not on the form's page is not there.
pub async fn perform(tx: &mut Tx, actor: &Actor, form: &FormView, posted: &Posted) -> Outcome<()> {
    match posted.deed.as_str() {
        "confirm" => confirm(tx, actor, form, posted).await,
        "correct" => correct(tx, actor, form, posted).await,
        "explain" => explain(tx, actor, form, posted).await,
        "place" | "dismiss" => settle_row(tx, actor, form, posted).await,
        "submit" | "accept" | "return" => step(tx, actor, form, posted).await,
        _ => Err(Stop::NotFound),
    }
}

async fn confirm(tx: &mut Tx, actor: &Actor, form: &FormView, posted: &Posted) -> Outcome<()> {
    let entry = entry(form, posted)?;
    actions::confirm_entry(tx, actor, entry.id, posted.seen()?).await?;
    Ok(())
}

async fn correct(tx: &mut Tx, actor: &Actor, form: &FormView, posted: &Posted) -> Outcome<()> {
    let entry = entry(form, posted)?;
    let wanted = EntryCorrection {
        version: posted.seen()?,
        status: Status::from_key(&posted.status)
            .ok_or_else(|| Refusal::new("desk_review-refusal-status"))?,
        remark: marked_text::read(&posted.remark, &entry.remark),
        reason: posted.reason.clone(),
    };
    actions::correct_entry(tx, actor, entry.id, wanted).await?;
    Ok(())
}

fn entry<'form>(form: &'form FormView, posted: &Posted) -> Outcome<&'form Entry> {
    let number = posted.recommendation();
    let mut entries = form.entries.iter().filter_map(|view| view.entry.as_ref());
    entries
        .find(|entry| Some(entry.number) == number)
        .ok_or(Stop::NotFound)
}

async fn explain(tx: &mut Tx, actor: &Actor, form: &FormView, posted: &Posted) -> Outcome<()> {
    let id = ProblemId(posted.id().ok_or(Stop::NotFound)?);
    let of_entries = form.entries.iter().flat_map(|view| &view.problems);
    let mut all = form.problems.iter().chain(of_entries);
    all.find(|one| one.id == id).ok_or(Stop::NotFound)?;
    actions::explain_warning(tx, actor, id, &posted.reason).await?;
    Ok(())
}

async fn settle_row(tx: &mut Tx, actor: &Actor, form: &FormView, posted: &Posted) -> Outcome<()> {
    let id = ProposalId(posted.id().ok_or(Stop::NotFound)?);
    let mut rows = form.proposals.iter();
    rows.find(|row| row.id == id).ok_or(Stop::NotFound)?;
    if posted.deed == "dismiss" {
        return actions::dismiss_row(tx, actor, id).await;
    }
    let unchosen = || Refusal::new("desk_review-refusal-choose-recommendation");
    let number = posted.recommendation().ok_or_else(unchosen)?;
    actions::place_row(tx, actor, id, number).await?;
    Ok(())
}

async fn step(tx: &mut Tx, actor: &Actor, form: &FormView, posted: &Posted) -> Outcome<()> {
    let version: &FormVersion = form.version.as_ref().ok_or(Stop::NotFound)?;
    let (id, seen) = (version.id, posted.seen()?);
    match posted.deed.as_str() {
        "submit" => actions::submit_form(tx, actor, id, seen).await?,
        "accept" => actions::accept_form(tx, actor, id, seen).await?,
        _ => actions::return_form(tx, actor, id, seen, &posted.reason).await?,
    };
    Ok(())
}
