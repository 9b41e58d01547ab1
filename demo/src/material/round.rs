use super::{FormFile, names, parsed};
use crate::moments;
use chrono::{DateTime, NaiveDate, Utc};
use forms::{Status, StatusWords};
use kernel::Fault;
use serde::Deserialize;

/// A round with its forms.
#[derive(Debug, Clone)]
pub struct Round {
    /// What the secretariat wrote.
    pub text: RoundText,
    /// The forms in the order in which they came.
    pub forms: Vec<FormFile>,
}

/// A round as the secretariat set it up.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundText {
    /// The key in addresses.
    pub key: String,
    /// The key of its recommendation set.
    pub set: String,
    /// The report's title.
    pub title: String,
    /// The introduction's paragraphs.
    pub introduction: Vec<String>,
    /// When it was opened.
    #[serde(deserialize_with = "moments::moment")]
    pub opened: DateTime<Utc>,
    /// The day by which answers are due.
    #[serde(deserialize_with = "moments::day")]
    pub due: NaiveDate,
    /// The last day on which a late form is still taken.
    #[serde(deserialize_with = "moments::day")]
    pub grace_until: NaiveDate,
    /// What each status means.
    pub meanings: Meanings,
    /// Words for a status beside the colours' names.
    #[serde(default)]
    pub words: Vec<Phrase>,
    /// When its report was released; none while it is open.
    #[serde(default)]
    pub release: Vec<ReleaseText>,
}

/// What each status means in a round.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meanings {
    /// Green.
    pub green: String,
    /// Yellow.
    pub yellow: String,
    /// Red.
    pub red: String,
    /// Not participating.
    pub not_participating: String,
}

/// A phrase that stands for a status.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// The words.
    pub phrase: String,
    /// The status.
    pub status: Status,
}

/// A release of the report.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseText {
    /// When.
    #[serde(deserialize_with = "moments::moment")]
    pub at: DateTime<Utc>,
    /// What a correction corrects.
    pub note: Option<String>,
}

impl RoundText {
    /// The round's own status words, as readers of forms want them.
    pub fn status_words(&self) -> StatusWords {
        let pair = |word: &Phrase| (word.phrase.clone(), word.status);
        StatusWords {
            words: self.words.iter().map(pair).collect(),
        }
    }

    /// The meanings in the order of [`Status::ALL`].
    pub fn meanings(&self) -> Vec<(Status, String)> {
        let meanings = &self.meanings;
        vec![
            (Status::Green, meanings.green.clone()),
            (Status::Yellow, meanings.yellow.clone()),
            (Status::Red, meanings.red.clone()),
            (Status::NotParticipating, meanings.not_participating.clone()),
        ]
    }
}

/// The rounds in the order of their keys.
pub(super) fn all() -> Result<Vec<Round>, Fault> {
    let names = names();
    let rounds = names.iter().filter(|name| name.ends_with("/round.toml"));
    rounds.map(|name| with_forms(name, &names)).collect()
}

fn with_forms(name: &str, names: &[String]) -> Result<Round, Fault> {
    let folder = name.trim_end_matches("round.toml");
    let files = names
        .iter()
        .filter(|other| other.starts_with(folder) && *other != name);
    let mut forms = files
        .map(|file| parsed::<FormFile>(file))
        .collect::<Result<Vec<_>, _>>()?;
    forms.sort_by_key(|form| (form.received, form.municipality.clone()));
    Ok(Round {
        text: parsed(name)?,
        forms,
    })
}
