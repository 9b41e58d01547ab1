//! What the secretariat hears once a day, if there is anything to hear.

use super::{Words, greeting, joined, signature};
use crate::pages::links::segment;
use mail::ADDRESS;
use web::languages::Texts;

/// What has happened in a programme since the last digest: names of municipalities by round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Digest {
    /// Each round's key and title, with what happened in it.
    pub rounds: Vec<RoundNews>,
}

/// What has happened in one round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoundNews {
    /// The round's key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Who has submitted.
    pub submitted: Vec<String>,
    /// Who was reminded by the plan.
    pub reminded: Vec<String>,
    /// Who could not be reached: a letter was given up.
    pub unreached: Vec<String>,
    /// Whom the plan would have reminded, had it known anybody there.
    pub without_contact: Vec<String>,
}

impl RoundNews {
    /// Whether nothing has happened.
    pub fn is_empty(&self) -> bool {
        [
            &self.submitted,
            &self.reminded,
            &self.unreached,
            &self.without_contact,
        ]
        .into_iter()
        .all(Vec::is_empty)
    }
}

/// The letter of a digest.
pub fn digest(news: &Digest, recipient: &str, name: &str, texts: &Texts) -> Words {
    let mut parts = vec![greeting(name, texts)];
    for round in &news.rounds {
        parts.push(about(round, texts));
    }
    parts.push(signature(recipient, texts));
    let submitted: usize = news.rounds.iter().map(|one| one.submitted.len()).sum();
    Words {
        subject: texts.say_with("letter-digest-subject", &[("submitted", submitted.into())]),
        text: joined(&parts),
    }
}

fn about(round: &RoundNews, texts: &Texts) -> String {
    let mut lines = vec![round.title.clone()];
    for (key, names) in [
        ("letter-digest-submitted", &round.submitted),
        ("letter-digest-reminded", &round.reminded),
        ("letter-digest-unreached", &round.unreached),
        ("letter-digest-without-contact", &round.without_contact),
    ] {
        if !names.is_empty() {
            lines.push(texts.say_with(key, &[("names", names.join(", ").into())]));
        }
    }
    lines.push(format!(
        "{ADDRESS}/desk/rounds/{}/chase",
        segment(&round.key)
    ));
    lines.join("\n")
}
