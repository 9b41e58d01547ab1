//! A municipality's own form as its people fill it in, and what waits for them.

use super::form::{FormView, PreviousAnswer, form, previous_answers};
use super::review::open_problems;
use crate::access::{self, Deed, allows};
use crate::records::approvals::{self, Approval, FourEyes};
use crate::records::attachments::{self, Attachment};
use crate::records::decisions::{self, Decision};
use crate::records::entries::{self, Entry, SameAnswer, Wish};
use crate::records::files::SourceFile;
use crate::records::forms::{self as form_records, FormVersion};
use crate::records::programmes::{self, Programme};
use crate::records::receipts::{self, Receipt};
use crate::records::reopenings::{self, ReopeningRequest};
use crate::records::rounds::{self, Round};
use crate::records::uploads::{self, Upload};
use crate::records::{AttachmentId, problems};
use crate::rules::aggregate_report::WishKind;
use crate::rules::filling::{AnswerProgress, NextDeed, can_be_filled_in};
use crate::rules::marked_text;
use crate::rules::merging::Answer;
use crate::rules::progress_form::FormState;
use ::forms::Level;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Role, Stop};

/// Somebody who saved something so lately is still at it.
const STILL_AT_IT: TimeDelta = TimeDelta::minutes(15);

/// A municipality's form with all that its people need beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct FillingView {
    /// The form at its newest version.
    pub form: FormView,
    /// The programme.
    pub programme: Programme,
    /// What lies beside the answers.
    pub attachments: Vec<Attachment>,
    /// Which answers were confirmed to be the same as last time.
    pub same: Vec<SameAnswer>,
    /// What the municipality's own council decided on these recommendations.
    pub decisions: Vec<Decision>,
    /// Whether a second person approves.
    pub four_eyes: Option<FourEyes>,
    /// The newest sending to approval.
    pub approval: Option<Approval>,
    /// The newest request to open it again.
    pub reopening: Option<ReopeningRequest>,
    /// The receipt of the version.
    pub receipt: Option<Receipt>,
    /// A file that was sent in and not taken over yet.
    pub upload: Option<Upload>,
    /// The day.
    pub today: NaiveDate,
    /// The moment.
    pub now: DateTime<Utc>,
}

/// A municipality's form for those of its people who may see it, and for the secretariat.
pub async fn filling(
    tx: &mut Tx,
    actor: &Actor,
    round: &str,
    code: &MunicipalityCode,
) -> Outcome<FillingView> {
    let form = form(tx, actor, round, code, None).await?;
    let version = form.version.as_ref().map(|version| version.id);
    let (mut attachments, mut same) = (Vec::new(), Vec::new());
    let (mut approval, mut reopening, mut receipt) = (None, None, None);
    if let Some(id) = version {
        attachments = attachments::of_version(tx, id).await?;
        same = entries::same_answers(tx, id).await?;
        approval = approvals::newest(tx, id).await?;
        reopening = reopenings::newest(tx, id).await?;
        receipt = receipts::of_version(tx, id).await?;
    }
    Ok(FillingView {
        programme: programmes::get(tx, form.round.programme).await?,
        decisions: decisions::of_municipality(tx, form.round.set, code).await?,
        four_eyes: approvals::four_eyes(tx, code).await?,
        upload: uploads::of_participant(tx, form.participant.id).await?,
        attachments,
        same,
        approval,
        reopening,
        receipt,
        today: tx.today(),
        now: tx.now(),
        form,
    })
}

impl FillingView {
    /// Where the form stands.
    pub fn state(&self) -> FormState {
        let version = self.form.version.as_ref();
        version.map_or(FormState::NotStarted, |version| version.state)
    }

    /// Whether the actor may type into it now.
    pub fn can_be_filled_in(&self, actor: &Actor) -> bool {
        let place = (&self.form.round, &self.form.participant.code);
        let closes_on = self.form.round.settings.closes_on;
        allows(actor, Deed::FillInForm, place)
            && can_be_filled_in(self.state())
            && closes_on.is_none_or(|last| self.today <= last)
    }

    /// Whether a second person approves it before it is submitted.
    pub fn needs_approval(&self) -> bool {
        self.four_eyes.as_ref().is_some_and(|said| said.is_on)
    }

    /// The answer to a recommendation as its fields show it.
    pub fn answer(&self, number: u32) -> Answer {
        let views = self.form.entries.iter();
        let found = views
            .filter_map(|view| Some((view.entry.as_ref()?, &view.wishes)))
            .find(|(entry, _)| entry.number == number);
        found.map_or_else(Answer::default, |(entry, wishes)| as_typed(entry, wishes))
    }

    /// How far each answer is, in the set's order.
    pub fn progress(&self) -> Vec<AnswerProgress> {
        let entries: Vec<_> = self.form.entries.iter().collect();
        entries
            .into_iter()
            .map(|view| {
                let Some(entry) = &view.entry else {
                    return AnswerProgress::NotBegun;
                };
                let open = open_problems(&view.problems, std::slice::from_ref(entry));
                AnswerProgress::of(
                    entry.status,
                    !self.answer(entry.number).is_empty(),
                    open.iter().any(|one| one.problem.level >= Level::Warning),
                    self.same.iter().any(|one| one.entry == entry.id),
                )
            })
            .collect()
    }

    /// The one thing that the form waits for.
    pub fn next(&self) -> NextDeed {
        let left = self.progress().into_iter().filter(|one| !one.is_done());
        let closes_on = self.form.round.settings.closes_on;
        NextDeed::of(self.state(), left.count(), self.today, closes_on)
    }

    /// Who else has saved something in the last quarter of an hour, and when last.
    pub fn others_at_work(&self, actor: &Actor) -> Vec<(String, DateTime<Utc>)> {
        let mut seen: Vec<(String, DateTime<Utc>)> = Vec::new();
        if self.state() != FormState::InProgress {
            return seen;
        }
        let entries = self
            .form
            .entries
            .iter()
            .filter_map(|view| view.entry.as_ref());
        let mut changes: Vec<_> = entries.map(|entry| &entry.change).collect();
        changes.sort_by_key(|change| std::cmp::Reverse(change.at));
        for change in changes {
            let lately = self.now - change.at < STILL_AT_IT && change.version > 1;
            let known = seen.iter().any(|(name, _)| *name == change.by);
            if lately && !known && change.by != actor.name {
                seen.push((change.by.clone(), change.at));
            }
        }
        seen
    }
}

/// An answer as the fields of a page show it.
pub fn as_typed(entry: &Entry, wishes: &[Wish]) -> Answer {
    let said = |kind: WishKind| {
        let own = wishes
            .iter()
            .filter(|one| one.entry == entry.id && one.kind == kind);
        let lines: Vec<&str> = own.map(|one| one.text.as_str()).collect();
        lines.join("\n")
    };
    Answer {
        status: entry.status,
        remark: marked_text::write(&entry.remark),
        seeks: said(WishKind::Seeks),
        offers: said(WishKind::Offers),
    }
}

/// What was answered in the round before to what a recommendation continues, where that is one.
pub async fn previous_answer(
    tx: &mut Tx,
    round: &Round,
    code: &MunicipalityCode,
    number: u32,
) -> Outcome<Option<PreviousAnswer>> {
    let mut answers = previous_answers(tx, round, code).await?;
    answers.retain(|(continues, _)| *continues == number);
    match answers.len() {
        1 => Ok(answers.pop().map(|(_, answer)| answer)),
        _ => Ok(None),
    }
}

/// A file beside an answer, for those who may read the form.
pub async fn attachment(tx: &mut Tx, actor: &Actor, id: AttachmentId) -> Outcome<SourceFile> {
    let attached = attachments::get(tx, id).await?;
    let version = form_records::get(tx, attached.form_version).await?;
    access::may(actor, Deed::ReadForm, &version)?;
    attachments::file(tx, id).await
}

/// The receipt of one version.
pub async fn receipt(
    tx: &mut Tx,
    actor: &Actor,
    round: &str,
    code: &MunicipalityCode,
    number: u32,
) -> Outcome<(FormView, Receipt)> {
    let form = form(tx, actor, round, code, Some(number)).await?;
    let id = form.version.as_ref().map(|version| version.id);
    let receipt = receipts::of_version(tx, id.ok_or(Stop::NotFound)?).await?;
    Ok((form, receipt.ok_or(Stop::NotFound)?))
}

/// The requests to open a form again that wait for the secretariat of a round.
pub async fn open_requests(
    tx: &mut Tx,
    actor: &Actor,
    round: &Round,
) -> Outcome<Vec<ReopeningRequest>> {
    access::may(actor, Deed::AnswerReopening, round)?;
    let mut requests = reopenings::of_round(tx, round.id).await?;
    requests.retain(|one| one.answer.is_none());
    Ok(requests)
}

/// A form that waits for somebody of a municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct WaitingForm {
    /// The round.
    pub round: Round,
    /// Whether its answers are invented.
    pub fictional: bool,
    /// The municipality.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: String,
    /// Where the form stands.
    pub state: FormState,
    /// What it waits for.
    pub next: NextDeed,
    /// Whether that is for this person.
    pub is_mine: bool,
    /// How many answers are done, of how many.
    pub done: (usize, usize),
    /// Why it came back, where it did.
    pub reason: Option<String>,
}

/// The forms of the actor's own municipalities in rounds that are not over, by deadline.
pub async fn own_forms(tx: &mut Tx, actor: &Actor) -> Outcome<Vec<WaitingForm>> {
    let mut waiting = Vec::new();
    if !access::is_of_a_municipality(actor) {
        return Ok(waiting);
    }
    let released = crate::records::releases::all(tx).await?;
    let programmes = programmes::all(tx).await?;
    for round in rounds::all(tx).await? {
        if released.iter().any(|release| release.round == round.id) {
            continue;
        }
        let fictional = programmes
            .iter()
            .any(|one| one.id == round.programme && one.fictional);
        for asked in rounds::participants(tx, round.id).await? {
            let own = municipal(actor, &asked.code);
            if own {
                let mut form = waiting_form(tx, actor, &round, asked).await?;
                form.fictional = fictional;
                waiting.push(form);
            }
        }
    }
    waiting.sort_by_key(|one| {
        let due = one.round.settings.due_on;
        (!one.is_mine, due.is_none(), due)
    });
    Ok(waiting)
}

fn municipal(actor: &Actor, code: &MunicipalityCode) -> bool {
    let roles = [Role::Coordinator, Role::Approver, Role::Clerk, Role::Reader];
    roles
        .into_iter()
        .any(|role| actor.is_at(role, code.as_str()))
}

async fn waiting_form(
    tx: &mut Tx,
    actor: &Actor,
    round: &Round,
    asked: rounds::Participant,
) -> Outcome<WaitingForm> {
    let versions = form_records::of_participant(tx, asked.id).await?;
    let newest = versions
        .into_iter()
        .find(|one| one.state != FormState::Withdrawn);
    let done = done(tx, round, newest.as_ref()).await?;
    let state = newest
        .as_ref()
        .map_or(FormState::NotStarted, |newest| newest.state);
    let closes_on = round.settings.closes_on;
    let next = NextDeed::of(state, done.1 - done.0, tx.today(), closes_on);
    let reason = match (&newest, next) {
        (Some(_), NextDeed::Correct | NextDeed::FillIn | NextDeed::Submit) => {
            last_reason(tx, &asked).await?
        }
        _ => None,
    };
    Ok(WaitingForm {
        is_mine: is_for(actor, (round, &asked.code), next),
        round: round.clone(),
        fictional: false,
        code: asked.code,
        name: asked.name,
        state,
        next,
        done,
        reason,
    })
}

/// Whether the actor is the one who does what comes next.
fn is_for(actor: &Actor, place: (&Round, &MunicipalityCode), next: NextDeed) -> bool {
    match next {
        NextDeed::Begin | NextDeed::FillIn | NextDeed::Correct | NextDeed::Submit => {
            allows(actor, Deed::FillInForm, place)
        }
        NextDeed::Approve => allows(actor, Deed::ApproveForm, place),
        NextDeed::Wait | NextDeed::Nothing | NextDeed::Closed => false,
    }
}

async fn done(tx: &mut Tx, round: &Round, newest: Option<&FormVersion>) -> Outcome<(usize, usize)> {
    let Some(newest) = newest else {
        let all = crate::records::recommendations::of_set(tx, round.set).await?;
        return Ok((0, all.len()));
    };
    let entries = entries::of_version(tx, newest.id).await?;
    let problems = problems::of_version(tx, newest.id).await?;
    let open = open_problems(&problems, &entries);
    let is_done = |entry: &&Entry| {
        let waits = open.iter().any(|one| {
            one.problem.number == Some(entry.number) && one.problem.level >= Level::Warning
        });
        AnswerProgress::of(entry.status, true, waits, false).is_done()
    };
    Ok((entries.iter().filter(is_done).count(), entries.len()))
}

/// The reason of the newest event, where it has one: a return, a sending back.
async fn last_reason(tx: &mut Tx, asked: &rounds::Participant) -> Outcome<Option<String>> {
    let events = form_records::events(tx, asked.id).await?;
    let newest = events.into_iter().find(|event| event.deed.needs_reason());
    Ok(newest.map(|event| event.reason))
}
