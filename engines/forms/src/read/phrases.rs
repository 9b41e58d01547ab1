use crate::{Status, StatusWords};
use linking::{Shape, fold};
use std::ops::Range;

/// What kind of word said a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A colour's own name.
    Colour,
    /// A word of the round, or a usual one.
    Round,
    /// "Deltager ikke" and its like.
    Absence,
}

/// A status word found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hit {
    pub status: Status,
    pub kind: Kind,
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// The index of its first word among the text's words.
    pub word: usize,
    /// Whether a "not" before it turns it round.
    pub negated: bool,
    /// Below 1 where letters were damaged.
    pub sure: f64,
}

/// All phrases that say a status, longest first.
#[derive(Debug, Clone)]
pub(crate) struct Phrases {
    list: Vec<Phrase>,
}

#[derive(Debug, Clone)]
struct Phrase {
    words: Vec<(String, Shape)>,
    status: Status,
    kind: Kind,
}

const COLOURS: [(&str, Status); 19] = [
    ("grøn", Status::Green),
    ("grønt", Status::Green),
    ("grønne", Status::Green),
    ("groen", Status::Green),
    ("green", Status::Green),
    ("gul", Status::Yellow),
    ("gult", Status::Yellow),
    ("gule", Status::Yellow),
    ("yellow", Status::Yellow),
    ("amber", Status::Yellow),
    ("rød", Status::Red),
    ("rødt", Status::Red),
    ("røde", Status::Red),
    ("roed", Status::Red),
    ("red", Status::Red),
    ("grøn status", Status::Green),
    ("gul status", Status::Yellow),
    ("rød status", Status::Red),
    ("gult lys", Status::Yellow),
];

const ABSENCES: [&str; 18] = [
    "deltager ikke",
    "indgår ikke",
    "ikke relevant",
    "ikke aktuel",
    "ikke aktuelt",
    "ikke deltagende",
    "deltager slet ikke",
    "ikke med",
    "ingen deltagelse",
    "irrelevant",
    "not participating",
    "does not participate",
    "not relevant",
    "not applicable",
    "n/a",
    "i.r.",
    "ikke deltager",
    "ønsker ikke at deltage",
];

const USUAL: [(&str, Status); 43] = [
    ("igangsat efter planen", Status::Green),
    ("igangsat", Status::Green),
    ("i gang efter planen", Status::Green),
    ("gennemført", Status::Green),
    ("afsluttet", Status::Green),
    ("færdig", Status::Green),
    ("opfyldt", Status::Green),
    ("implementeret", Status::Green),
    ("efter planen", Status::Green),
    ("started as planned", Status::Green),
    ("on track", Status::Green),
    ("completed", Status::Green),
    ("done", Status::Green),
    ("i proces", Status::Yellow),
    ("delvist igangsat", Status::Yellow),
    ("delvis igangsat", Status::Yellow),
    ("delvist gennemført", Status::Yellow),
    ("delvis gennemført", Status::Yellow),
    ("delvist opfyldt", Status::Yellow),
    ("delvis opfyldt", Status::Yellow),
    ("delvist implementeret", Status::Yellow),
    ("delvist", Status::Yellow),
    ("delvis", Status::Yellow),
    ("på vej", Status::Yellow),
    ("under implementering", Status::Yellow),
    ("under udarbejdelse", Status::Yellow),
    ("in progress", Status::Yellow),
    ("in process", Status::Yellow),
    ("partly started", Status::Yellow),
    ("ikke igangsat", Status::Red),
    ("endnu ikke igangsat", Status::Red),
    ("ikke iværksat", Status::Red),
    ("ikke påbegyndt", Status::Red),
    ("ikke startet", Status::Red),
    ("ikke begyndt", Status::Red),
    ("ikke i gang", Status::Red),
    ("ikke opfyldt", Status::Red),
    ("ikke gennemført", Status::Red),
    ("ikke implementeret", Status::Red),
    ("not started", Status::Red),
    ("not yet started", Status::Red),
    ("not begun", Status::Red),
    ("not done", Status::Red),
];

impl StatusWords {
    /// The words that municipalities usually write instead of a colour. A round that means
    /// something else by them gives its own.
    pub fn usual() -> Self {
        Self {
            words: USUAL
                .iter()
                .map(|(phrase, status)| ((*phrase).to_owned(), *status))
                .collect(),
        }
    }
}

/// Words that may stand inside a phrase: "endnu ikke *er* igangsat".
const FILLERS: [&str; 22] = [
    "er",
    "blevet",
    "helt",
    "endnu",
    "bliver",
    "været",
    "fuldt",
    "ud",
    "i",
    "øjeblikket",
    "p",
    "t",
    "pt",
    "for",
    "tiden",
    "på",
    "nuværende",
    "tidspunkt",
    "yet",
    "been",
    "kommunen",
    "currently",
];

const NEGATIONS: [&str; 8] = [
    "ikke", "ej", "aldrig", "hverken", "ingen", "not", "never", "no",
];

impl Phrases {
    pub(crate) fn new(words: &StatusWords) -> Self {
        let phrase = |text: &str, status, kind| Phrase {
            words: split(text)
                .into_iter()
                .map(|(_, word)| (Shape::of(&word), word))
                .map(|(shape, word)| (word, shape))
                .collect(),
            status,
            kind,
        };
        // The round's own words come first: among phrases of one length the first wins.
        let mut list: Vec<Phrase> = words
            .words
            .iter()
            .map(|(text, status)| phrase(text, *status, Kind::Round))
            .collect();
        list.extend(
            COLOURS
                .iter()
                .map(|(text, status)| phrase(text, *status, Kind::Colour)),
        );
        list.extend(
            ABSENCES
                .iter()
                .map(|text| phrase(text, Status::NotParticipating, Kind::Absence)),
        );
        list.retain(|phrase| !phrase.words.is_empty());
        list.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        Self { list }
    }

    /// All status words of a text in order; at each place the longest phrase.
    pub(crate) fn scan(&self, text: &str) -> Vec<Hit> {
        let words: Vec<Word> = split(text)
            .into_iter()
            .map(|(range, text)| Word {
                range,
                shape: Shape::of(&text),
                text,
            })
            .collect();
        let mut hits = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self
                .list
                .iter()
                .find_map(|phrase| phrase.stands_at(&words, at))
            {
                Some((hit, end)) => {
                    hits.push(hit);
                    at = end;
                }
                None => at += 1,
            }
        }
        hits
    }
}

impl Phrase {
    fn stands_at(&self, words: &[Word], at: usize) -> Option<(Hit, usize)> {
        let (mut next, mut sure) = (at, 1.0f64);
        for (index, wanted) in self.words.iter().enumerate() {
            while index > 0
                && next < words.len()
                && words[next].text != wanted.0
                && FILLERS.contains(&words[next].text.as_str())
            {
                next += 1;
            }
            sure = sure.min(alike(words.get(next)?, wanted)?);
            next += 1;
        }
        let range = words[at].range.start..words[next - 1].range.end;
        let before = &words[at.saturating_sub(2)..at];
        let negated = before
            .iter()
            .any(|word| NEGATIONS.contains(&word.text.as_str()));
        let hit = Hit {
            status: self.status,
            kind: self.kind,
            range,
            word: at,
            negated,
            sure,
        };
        Some((hit, next))
    }
}

/// A word of a scanned text.
struct Word {
    range: Range<usize>,
    text: String,
    shape: Shape,
}

/// Short words may only be confused letter by letter as scanners do; long ones may be misspelt,
/// but not at the end, where Danish says when: "implementeret" is done, "implementeres" is not.
fn alike(read: &Word, (wanted, shape): &(String, Shape)) -> Option<f64> {
    if read.text == *wanted {
        return Some(1.0);
    }
    if !read.shape.starts_like(shape) {
        return None;
    }
    let alike = read.shape.similarity(shape);
    let length = wanted.chars().count();
    let same_end = read.text.chars().next_back() == wanted.chars().next_back();
    match alike {
        alike if length >= 3 && alike >= 0.95 => Some(0.93),
        alike if length >= 7 && alike >= 0.85 && same_end => Some(0.88),
        _ => None,
    }
}

/// Whether a text has only words that may stand inside a phrase: "p.t.", "for tiden".
pub(crate) fn is_filler(text: &str) -> bool {
    split(text)
        .iter()
        .all(|(_, word)| FILLERS.contains(&word.as_str()))
}

/// The words of a text, folded, each with where it stands. Every sign that is neither letter nor
/// digit separates.
pub(crate) fn split(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words = Vec::new();
    let mut start: Option<usize> = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = letter.is_alphanumeric()
            || matches!(letter, '\u{ad}' | '\u{301}' | '\u{308}' | '\u{30a}');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from..at, fold(&text[from..at])));
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statuses(text: &str) -> Vec<(Status, bool)> {
        let hits = Phrases::new(&StatusWords::usual()).scan(text);
        hits.iter().map(|hit| (hit.status, hit.negated)).collect()
    }

    #[test]
    fn colours_are_understood_in_any_case_and_form() {
        for text in ["GRØN.", "grønt", "Green", "gr0n", "Status: grøn"] {
            assert_eq!(statuses(text), [(Status::Green, false)], "{text}");
        }
    }

    #[test]
    fn the_longest_phrase_wins_and_words_may_stand_inside_it() {
        assert_eq!(
            statuses("Initiativer som er endnu ikke er igangsat:"),
            [(Status::Red, false)]
        );
        assert_eq!(
            statuses("Initiativer som er igangsat efter planen"),
            [(Status::Green, false)]
        );
        assert_eq!(
            statuses("deltager p.t. ikke"),
            [(Status::NotParticipating, false)]
        );
    }

    #[test]
    fn a_negation_is_seen() {
        assert_eq!(statuses("ikke grøn"), [(Status::Green, true)]);
    }

    #[test]
    fn a_rounds_own_word_beats_the_usual_one() {
        let mut words = StatusWords::usual();
        words.words.insert(0, ("i proces".into(), Status::Green));
        assert_eq!(
            Phrases::new(&words).scan("i proces")[0].status,
            Status::Green
        );
    }
}
