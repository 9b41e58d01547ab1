//! A letter about a form to everyone concerned, and the record that it was written.

use crate::letters::{Occasion, Words};
use crate::recipients;
use crate::records::chasing::{self, ContactKind, FormContact};
use crate::records::programmes::Programme;
use crate::records::rounds::Round;
use database::Tx;
use kernel::{Fault, MunicipalityCode};
use mail::Letter;
use people::accounts::Reachable;
use web::languages::Texts;

/// A letter to be written to several people about one form.
pub(super) struct FormLetter<'deed> {
    pub round: &'deed Round,
    pub programme: &'deed Programme,
    pub code: &'deed MunicipalityCode,
    pub municipality: &'deed str,
    pub contact: NewContact<'deed>,
    /// Names the occasion within the form: the same is written once.
    pub occasion: String,
}

/// What is recorded of it.
pub(super) struct NewContact<'deed> {
    pub kind: ContactKind,
    pub step: Option<i64>,
    pub is_escalated: bool,
    pub note: &'deed str,
    pub by: &'deed str,
}

impl FormLetter<'_> {
    /// Writes to these people; whether anything was new. Only then is it recorded: where nobody is
    /// known, or the same occasion comes by again, nothing is.
    pub(super) async fn write(
        &self,
        tx: &mut Tx,
        people: &[(&Reachable, bool)],
        words: impl Fn(&Occasion<'_>, &Reachable, bool, &'static Texts) -> Words,
    ) -> Result<bool, Fault> {
        let about = self.about();
        let mut new = false;
        for (person, is_approver) in people {
            let texts = Texts::of(person.language);
            let words = words(&about, person, *is_approver, texts);
            new |= mail::post(tx, self.letter(person, *is_approver, words)).await?;
        }
        if new {
            self.record(tx, people).await?;
        }
        Ok(new)
    }

    async fn record(&self, tx: &mut Tx, people: &[(&Reachable, bool)]) -> Result<(), Fault> {
        let contact = FormContact {
            code: self.code.clone(),
            kind: self.contact.kind,
            step: self.contact.step,
            is_escalated: self.contact.is_escalated,
            to_whom: recipients::names(people.iter().map(|(person, _)| *person)),
            note: self.contact.note.to_owned(),
            by: self.contact.by.to_owned(),
            at: tx.now(),
        };
        chasing::record_contact(tx, self.round.id, &contact).await?;
        Ok(())
    }

    fn about(&self) -> Occasion<'_> {
        Occasion {
            key: &self.round.key,
            round: &self.round.settings.title,
            recipient: &self.programme.recipient,
            code: self.code,
            municipality: self.municipality,
            due_on: self.round.settings.due_on,
        }
    }

    fn letter(&self, person: &Reachable, is_approver: bool, words: Words) -> Letter {
        let about = crate::summary::chase::about(self.round, self.code);
        let kind = self.contact.kind.key();
        Letter {
            key: format!("{kind} {about} {} {}", self.occasion, person.account),
            kind: if is_approver { "escalation" } else { kind },
            about,
            to_address: person.mail.clone(),
            to_name: person.name.clone(),
            subject: words.subject,
            text: words.text,
            secret_link: None,
        }
    }
}
