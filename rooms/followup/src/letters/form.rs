//! Letters about one municipality's form.

use super::{Words, greeting, joined, signature};
use crate::pages::links;
use crate::rules::progress_form::FormState;
use chrono::NaiveDate;
use kernel::{MunicipalityCode, Value};
use mail::ADDRESS;
use web::languages::Texts;

/// What a letter about a form is about.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'page> {
    /// The round's key.
    pub key: &'page str,
    /// The round's title.
    pub round: &'page str,
    /// Who signs: the body that the programme reports to.
    pub recipient: &'page str,
    /// The municipality's code.
    pub code: &'page MunicipalityCode,
    /// Its name.
    pub municipality: &'page str,
    /// The day by which answers are due.
    pub due_on: Option<NaiveDate>,
}

impl Occasion<'_> {
    /// Where the form is; the link signs nobody in.
    fn link(&self) -> String {
        let form = links::progress_form(self.key, self.code);
        format!("{ADDRESS}{form}/fill")
    }

    fn say(&self, key: &str, texts: &Texts) -> String {
        self.say_with(key, &[], texts)
    }

    fn say_with(&self, key: &str, more: &[(&str, Value)], texts: &Texts) -> String {
        let mut values: Vec<(&str, Value)> = vec![
            ("municipality", self.municipality.into()),
            ("round", self.round.into()),
            ("link", self.link().into()),
        ];
        if let Some(due) = self.due_on {
            values.push(("due", due.into()));
        }
        values.extend(more.iter().cloned());
        texts.say_with(key, &values)
    }

    fn letter(&self, subject: String, name: &str, parts: &[String], texts: &Texts) -> Words {
        let mut all = vec![greeting(name, texts)];
        all.extend(parts.iter().cloned());
        all.push(signature(self.recipient, texts));
        Words {
            subject,
            text: joined(&all),
        }
    }
}

/// A reminder by the plan. `left` is how many days there are until the due day; an approver is
/// told why they get it.
pub fn reminder(
    about: &Occasion<'_>,
    name: &str,
    (state, left, escalated): (FormState, i64, bool),
    texts: &Texts,
) -> Words {
    let deadline = match left {
        1.. => "letter-reminder-before",
        0 => "letter-reminder-today",
        _ => "letter-reminder-late",
    };
    let subject = match left {
        0.. => "letter-reminder-subject",
        _ => "letter-reminder-subject-late",
    };
    let why = escalated.then(|| about.say("letter-reminder-escalated", texts));
    let parts = [
        about.say_with(deadline, &[("days", left.abs().into())], texts),
        standing(about, state, texts),
        why.unwrap_or_default(),
        about.say("letter-form-link", texts),
    ];
    about.letter(about.say(subject, texts), name, &parts, texts)
}

fn standing(about: &Occasion<'_>, state: FormState, texts: &Texts) -> String {
    match state {
        FormState::InProgress => about.say("letter-standing-begun", texts),
        FormState::AwaitingApproval => about.say("letter-standing-approval", texts),
        FormState::Returned => about.say("letter-standing-returned", texts),
        _ => about.say("letter-standing-nothing", texts),
    }
}

/// A reminder in the secretariat's own words.
pub fn by_hand(about: &Occasion<'_>, name: &str, words: &str, texts: &Texts) -> Words {
    let subject = about.say("letter-by-hand-subject", texts);
    let parts = [words.to_owned(), about.say("letter-form-link", texts)];
    about.letter(subject, name, &parts, texts)
}

/// The form comes back, with the reason.
pub fn returned(about: &Occasion<'_>, name: &str, reason: &str, texts: &Texts) -> Words {
    let subject = about.say("letter-returned-subject", texts);
    let parts = [
        about.say("letter-returned", texts),
        reason.to_owned(),
        about.say("letter-form-link", texts),
    ];
    about.letter(subject, name, &parts, texts)
}

/// The form is accepted.
pub fn accepted(about: &Occasion<'_>, name: &str, texts: &Texts) -> Words {
    let subject = about.say("letter-accepted-subject", texts);
    let parts = [about.say("letter-accepted", texts)];
    about.letter(subject, name, &parts, texts)
}
