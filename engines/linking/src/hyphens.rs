use crate::fold;
use std::collections::HashSet;

/// Words that a document writes without a hyphen: they tell whether a hyphen inside a word was
/// only a line end.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: HashSet<String>,
}

impl Lexicon {
    /// Collects the unhyphenated words of some texts.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words = HashSet::new();
        for text in texts {
            let folded = fold(text);
            let parts = folded.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
            words.extend(
                parts
                    .filter(|word| word.len() > 3 && !word.contains('-'))
                    .map(str::to_owned),
            );
        }
        Self { words }
    }

    fn knows(&self, word: &str) -> bool {
        self.words.contains(&fold(word))
    }
}

/// Undoes hyphenation at line ends and keeps everything else: soft hyphens go, "koordinati- on"
/// and "koordinati-\non" are joined, "LO- Hovedstaden" becomes "LO-Hovedstaden", "bygge- og" stays,
/// and "koordinati-on" is joined where the lexicon knows "koordination".
pub fn repair_hyphenation(text: &str, lexicon: &Lexicon) -> String {
    let plain: String = text.chars().filter(|letter| *letter != '\u{ad}').collect();
    if !plain.contains('-') {
        return plain;
    }
    join_known(&join_at_blanks(&plain), lexicon)
}

/// Words after which a hanging hyphen is meant: "bygge- og anlæg".
const JOINERS: [&str; 9] = [
    "og", "eller", "samt", "men", "til", "m", "and", "or", "såvel",
];

pub(crate) fn join_at_blanks(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('-') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        joined.push_str(before);
        let next = after.trim_start();
        let cut = before.ends_with(char::is_alphanumeric) && next.len() < after.len();
        let meant = keeps_hyphen(before);
        match (cut, next.chars().next()) {
            (true, Some(first))
                if first.is_lowercase() && !meant && !JOINERS.contains(&first_word(next)) =>
            {
                rest = next
            }
            (true, Some(first))
                if first.is_uppercase() || meant && !JOINERS.contains(&first_word(next)) =>
            {
                joined.push('-');
                rest = next;
            }
            _ => {
                joined.push('-');
                rest = after;
            }
        }
    }
    joined.push_str(rest);
    joined
}

/// "6-byerne" and "it-leverandør" have their hyphen wherever the line ends.
fn keeps_hyphen(before: &str) -> bool {
    let last = before
        .rsplit(|letter: char| !letter.is_alphanumeric())
        .next()
        .unwrap_or("");
    let kept = ["it", "a", "e", "b", "hr", "tv", "ip", "eu"];
    last.ends_with(|letter: char| letter.is_ascii_digit())
        || kept.contains(&last.to_lowercase().as_str())
}

fn first_word(text: &str) -> &str {
    let end = text
        .find(|letter: char| !letter.is_alphabetic())
        .unwrap_or(text.len());
    &text[..end]
}

fn join_known(text: &str, lexicon: &Lexicon) -> String {
    let mut joined = String::with_capacity(text.len());
    for piece in text.split_inclusive(|letter: char| !letter.is_alphanumeric() && letter != '-') {
        let word = piece.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let whole = word.replace('-', "");
        if word.contains('-') && lexicon.knows(&whole) {
            joined.push_str(&whole);
            joined.push_str(&piece[word.len()..]);
        } else {
            joined.push_str(piece);
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_at_a_line_end_goes_and_a_meant_one_stays() {
        let lexicon = Lexicon::default();
        assert_eq!(
            repair_hyphenation("koordinati- on af bygge- og anlæg", &lexicon),
            "koordination af bygge- og anlæg"
        );
        assert_eq!(
            repair_hyphenation("NRS og LO- Hovedstaden – i dag", &lexicon),
            "NRS og LO-Hovedstaden – i dag"
        );
        assert_eq!(
            repair_hyphenation("i 6- bysamarbejdet og hos it- leverandører", &lexicon),
            "i 6-bysamarbejdet og hos it-leverandører"
        );
    }

    #[test]
    fn a_word_known_without_its_hyphen_is_written_without_it() {
        let lexicon = Lexicon::of(["koordination af jobrotation"]);
        assert_eq!(
            repair_hyphenation("koordinati-on, job-rotation og SKAL-initiativer.", &lexicon),
            "koordination, jobrotation og SKAL-initiativer."
        );
    }
}
