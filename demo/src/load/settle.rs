//! What people add to a form once it is there: corrections, wishes, explanations, and the
//! secretariat's look at what the reader doubted.

use super::Teller;
use crate::markup;
use crate::material::{FormFile, RoundText};
use database::Tx;
use followup::actions::{self, EntryCorrection};
use followup::records::entries::Entry;
use followup::records::problems::StoredProblem;
use followup::rules::aggregate_report::WishKind;
use followup::summary::{self, EntryView, FormView, open_problems};
use forms::{Level, Status};
use kernel::{Actor, Outcome};

impl Teller<'_> {
    /// What the municipality itself adds when it hands the form in.
    pub(super) async fn add_to_file(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        round: &RoundText,
        form: &FormFile,
    ) -> Outcome<()> {
        self.correct(tx, actor, round, form).await?;
        self.wish(tx, actor, round, form).await?;
        self.explain(tx, actor, round, form).await
    }

    async fn correct(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        round: &RoundText,
        form: &FormFile,
    ) -> Outcome<()> {
        if form.correction.is_empty() {
            return Ok(());
        }
        let view = self.view(tx, round, form).await?;
        for correction in &form.correction {
            let Some(entry) = entry(&view, correction.number) else {
                continue;
            };
            let wanted = EntryCorrection {
                version: entry.change.version,
                status: correction.status,
                remark: markup::remark(&correction.remark),
                reason: correction.reason.clone(),
            };
            actions::correct_entry(tx, actor, entry.id, wanted).await?;
        }
        Ok(())
    }

    async fn wish(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        round: &RoundText,
        form: &FormFile,
    ) -> Outcome<()> {
        let wishes = form.wishes();
        if wishes.is_empty() {
            return Ok(());
        }
        let view = self.view(tx, round, form).await?;
        for entry in view.entries.iter().filter_map(|one| one.entry.as_ref()) {
            let said = wishes
                .iter()
                .filter(|(number, _, _)| *number == entry.number);
            let said: Vec<_> = said
                .map(|(_, kind, text)| (kind_of(kind), (*text).to_owned()))
                .collect();
            if !said.is_empty() {
                let seen = entry.change.version;
                actions::set_partner_wishes(tx, actor, entry.id, seen, said).await?;
            }
        }
        Ok(())
    }

    async fn explain(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        round: &RoundText,
        form: &FormFile,
    ) -> Outcome<()> {
        if form.explanation.is_empty() && form.entry.iter().all(|one| one.explanation.is_none()) {
            return Ok(());
        }
        let view = self.view(tx, round, form).await?;
        for problem in view
            .entries
            .iter()
            .flat_map(|one| &one.problems)
            .filter(is_warning)
        {
            let number = problem.problem.number.unwrap_or_default();
            if let Some(text) = form.explanation_of(number) {
                actions::explain_warning(tx, actor, problem.id, text).await?;
            }
        }
        Ok(())
    }

    /// The secretariat looks at every entry that the reader doubted: it confirms what was meant,
    /// and corrects what was not.
    pub(super) async fn settle_doubts(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        round: &RoundText,
        form: &FormFile,
    ) -> Outcome<()> {
        if form.file.is_none() && form.made_as.is_none() {
            return Ok(());
        }
        let view = self.view(tx, round, form).await?;
        for one in &view.entries {
            let Some(entry) = one.entry.as_ref().filter(|_| is_doubted(one)) else {
                continue;
            };
            match meant(form, entry.number) {
                Some(status) if status != entry.status => {
                    let wanted = corrected(entry, status);
                    actions::correct_entry(tx, actor, entry.id, wanted).await?;
                }
                _ => {
                    actions::confirm_entry(tx, actor, entry.id, entry.change.version).await?;
                }
            }
        }
        self.dismiss_other_rows(tx, actor, &view, form).await
    }

    /// A row that matched nothing is the municipality's proposal only where it is meant as one.
    async fn dismiss_other_rows(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        view: &FormView,
        form: &FormFile,
    ) -> Outcome<()> {
        let is_meant = |text: &str| form.own.iter().any(|row| text.starts_with(&row.text));
        for row in view.proposals.iter().filter(|row| !is_meant(&row.row.text)) {
            actions::dismiss_row(tx, actor, row.id).await?;
        }
        Ok(())
    }

    async fn view(&self, tx: &mut Tx, round: &RoundText, form: &FormFile) -> Outcome<FormView> {
        let (code, version) = (&form.municipality, Some(form.version));
        summary::form(tx, &self.secretariat, &round.key, code, version).await
    }
}

fn entry(view: &FormView, number: u32) -> Option<&Entry> {
    let entries = view.entries.iter().filter_map(|one| one.entry.as_ref());
    entries.into_iter().find(|entry| entry.number == number)
}

fn is_warning(problem: &&StoredProblem) -> bool {
    problem.problem.level == Level::Warning && problem.explanation.is_none()
}

fn is_doubted(one: &EntryView) -> bool {
    let entries = one.entry.as_slice();
    !open_problems(&one.problems, entries).is_empty()
}

/// What the municipality meant, where the material says so.
fn meant(form: &FormFile, number: u32) -> Option<Status> {
    let place = usize::try_from(number).ok()?.checked_sub(1)?;
    form.meant.get(place).copied()
}

fn corrected(entry: &Entry, status: Status) -> EntryCorrection {
    EntryCorrection {
        version: entry.change.version,
        status,
        remark: entry.remark.clone(),
        reason: "Rettet efter et opkald til kommunen.".to_owned(),
    }
}

fn kind_of(word: &str) -> WishKind {
    match word {
        "seeks" => WishKind::Seeks,
        _ => WishKind::Offers,
    }
}
