//! What the checks say about an answer, each with a way to explain it.

use super::place;
use crate::access::{Deed, allows};
use crate::records::entries::Entry;
use crate::records::problems::StoredProblem;
use crate::summary::{EntryView, FillingView, open_problems};
use askama::Template;
use forms::Level;
use kernel::Refusal;
use web::Reader;
use web::languages::Texts;

/// The problems of one answer.
#[derive(Template)]
#[template(path = "followup/filling/problems.html")]
pub struct ProblemList<'page> {
    texts: &'static Texts,
    problems: Vec<ShownProblem<'page>>,
    explains: Option<String>,
    back: &'static str,
}

struct ShownProblem<'page> {
    stored: &'page StoredProblem,
    open: bool,
    refused: Option<String>,
}

impl<'page> ProblemList<'page> {
    /// What the checks say about one answer.
    pub fn of(
        view: &FillingView,
        one: &'page EntryView,
        refused: &[Refusal],
        reader: &Reader,
    ) -> Self {
        let entries: Vec<Entry> = one.entry.iter().cloned().collect();
        let address = place::answer(view.key(), view.code(), one.recommendation.number);
        Self::shown(
            view,
            (&one.problems, &entries),
            address,
            "",
            refused,
            reader,
        )
    }

    /// What the checks say about some answers, explained on the page of submission.
    pub fn shown(
        view: &FillingView,
        (problems, entries): (&'page [StoredProblem], &[Entry]),
        address: String,
        back: &'static str,
        refused: &[Refusal],
        reader: &Reader,
    ) -> Self {
        let texts = reader.texts();
        let open: Vec<_> = open_problems(problems, entries)
            .into_iter()
            .map(|one| one.id)
            .collect();
        let may = allows(
            &reader.actor,
            Deed::ExplainWarning,
            (&view.form.round, view.code()),
        );
        let at = |one: &StoredProblem| {
            let field = format!("explanation-{}", one.id.0);
            let mut own = refused
                .iter()
                .filter(|refusal| refusal.field.as_deref() == Some(field.as_str()));
            own.next().map(|refusal| texts.message(&refusal.message))
        };
        Self {
            texts,
            explains: (may && view.can_be_filled_in(&reader.actor))
                .then(|| format!("{address}/explain")),
            back,
            problems: problems
                .iter()
                .map(|one| ShownProblem {
                    stored: one,
                    open: open.contains(&one.id),
                    refused: at(one),
                })
                .collect(),
        }
    }

    fn level(&self, one: &ShownProblem<'_>) -> String {
        self.texts.say(match one.stored.problem.level {
            Level::Error => "filling-level-error",
            Level::Warning => "filling-level-warning",
            Level::Notice => "filling-level-notice",
        })
    }

    fn class(&self, one: &ShownProblem<'_>) -> &'static str {
        match one.stored.problem.level {
            Level::Error => "level-error",
            Level::Warning => "level-warning",
            Level::Notice => "level-notice",
        }
    }

    fn explained(&self, one: &ShownProblem<'_>) -> Option<String> {
        let said = one.stored.explanation.as_ref()?;
        Some(self.texts.say_with(
            "filling-explained",
            &[
                ("who", said.by.as_str().into()),
                ("text", said.text.as_str().into()),
            ],
        ))
    }

    fn can_explain(&self, one: &ShownProblem<'_>) -> bool {
        one.open && one.stored.problem.level == Level::Warning && self.explains.is_some()
    }
}
