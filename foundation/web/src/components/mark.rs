use crate::languages::Texts;
use askama::Template;
use askama::filters::HtmlSafe;

/// A status as pages show it: never by colour alone, always a shape and a word, and a letter
/// where it is short.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// A circle and G.
    Green,
    /// A triangle and Y.
    Yellow,
    /// A square and R.
    Red,
    /// A dash.
    NotParticipating,
    /// Hatched.
    #[default]
    Missing,
}

impl Mark {
    /// All five, in the order in which reports count them.
    pub const ALL: [Mark; 5] = [
        Mark::Green,
        Mark::Yellow,
        Mark::Red,
        Mark::NotParticipating,
        Mark::Missing,
    ];

    /// The stem of the stylesheet's classes, and the value in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Mark::Green => "green",
            Mark::Yellow => "yellow",
            Mark::Red => "red",
            Mark::NotParticipating => "not_participating",
            Mark::Missing => "not_reported",
        }
    }

    /// The mark with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.key() == key)
    }

    /// The word.
    pub fn word(self, texts: &Texts) -> String {
        texts.say(match self {
            Mark::Green => "common-status-green",
            Mark::Yellow => "common-status-yellow",
            Mark::Red => "common-status-red",
            Mark::NotParticipating => "common-status-not-participating",
            Mark::Missing => "common-status-not-reported",
        })
    }

    /// The letter, or a dash, or nothing.
    pub fn letter(self, texts: &Texts) -> String {
        match self {
            Mark::Green => texts.say("common-letter-green"),
            Mark::Yellow => texts.say("common-letter-yellow"),
            Mark::Red => texts.say("common-letter-red"),
            Mark::NotParticipating => "–".to_owned(),
            Mark::Missing => String::new(),
        }
    }
}

/// A status in running text or a table: shape, letter, word.
#[derive(Template)]
#[template(path = "components/status_mark.html")]
pub struct StatusMark {
    mark: Mark,
    letter: String,
    word: String,
}

impl HtmlSafe for StatusMark {}

impl StatusMark {
    /// The mark with its word in the reader's language.
    pub fn new(mark: Mark, texts: &Texts) -> Self {
        Self::with_word(mark, mark.word(texts), texts)
    }

    /// The mark with a word of the round's own ("Igangsat efter planen").
    pub fn with_word(mark: Mark, word: impl Into<String>, texts: &Texts) -> Self {
        Self {
            mark,
            letter: mark.letter(texts),
            word: word.into(),
        }
    }
}
