use crate::fold;
use crate::hyphens::join_at_blanks;
use crate::stems::stem;
use crate::words::words_of_folded;
use std::ops::Range;

/// What to store of a text so that it can be searched: stems for ranking, trigrams of its words
/// for finding a word inside a compound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchTerms {
    /// Stems, sorted, each once.
    pub stems: Vec<String>,
    /// Three letters each, sorted, each once.
    pub trigrams: Vec<String>,
}

/// One word of a query. A text is a candidate if it holds the stem or all trigrams; [`find`] then
/// says whether, and where, the word really stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryTerm {
    /// The word's stem.
    pub stem: String,
    /// The stem's trigrams; empty below three letters, where only the stem counts.
    pub trigrams: Vec<String>,
}

/// The searchable terms of a text.
pub fn search_terms(text: &str) -> SearchTerms {
    let mut terms = SearchTerms::default();
    for word in words_of_folded(&join_at_blanks(&fold(text))) {
        terms.trigrams.extend(trigrams(&word));
        terms.stems.push(stem(&word));
    }
    for list in [&mut terms.stems, &mut terms.trigrams] {
        list.sort_unstable();
        list.dedup();
    }
    terms
}

/// The terms of a query: "kontaktperson" finds "støttekontaktpersoner".
pub fn query_terms(query: &str) -> Vec<QueryTerm> {
    let words = words_of_folded(&fold(query)).into_iter();
    words
        .map(|word| stem(&word))
        .map(|stem| QueryTerm {
            trigrams: trigrams(&stem),
            stem,
        })
        .collect()
}

fn trigrams(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    letters
        .windows(3)
        .map(|three| three.iter().collect())
        .collect()
}

/// Where the words of a query stand in a text: byte ranges of whole words in order, empty unless
/// every word of the query is found, as itself, inflected or inside a compound.
pub fn find(text: &str, query: &str) -> Vec<Range<usize>> {
    let wanted = query_terms(query);
    let spans = word_spans(text);
    let mut found = vec![false; wanted.len()];
    let mut ranges = Vec::new();
    for (range, word) in spans {
        let mut hit = false;
        for (term, found) in wanted.iter().zip(&mut found) {
            if stands_in(term, &word) {
                (*found, hit) = (true, true);
            }
        }
        if hit {
            ranges.push(range);
        }
    }
    if !wanted.is_empty() && found.iter().all(|found| *found) {
        ranges
    } else {
        Vec::new()
    }
}

fn stands_in(term: &QueryTerm, word: &str) -> bool {
    // Short stems ("job", "unge") stand at a word's start or are the word; longer ones anywhere.
    match term.stem.chars().count() {
        0..=2 => stem(word) == term.stem,
        3 => word.starts_with(&term.stem) || word.ends_with(&term.stem),
        _ => word.contains(&term.stem),
    }
}

fn word_spans(text: &str) -> Vec<(Range<usize>, String)> {
    let mut spans = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, letter) in ends {
        let inside = letter.is_alphanumeric() || matches!(letter, '\u{ad}' | '\u{301}' | '\u{30a}');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                spans.push((from..at, fold(&text[from..at])));
                start = None;
            }
            _ => {}
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_inside_a_compound_and_inflected() {
        let text = "Kommunen har ansat støttekontaktpersoner.";
        let found = find(text, "Kontaktperson");
        assert_eq!(
            found
                .iter()
                .map(|range| &text[range.clone()])
                .collect::<Vec<_>>(),
            ["støttekontaktpersoner"]
        );
        let terms = search_terms(text);
        let query = &query_terms("kontaktperson")[0];
        assert!(
            query
                .trigrams
                .iter()
                .all(|gram| terms.trigrams.contains(gram))
        );
    }

    #[test]
    fn every_word_of_a_query_must_stand_somewhere() {
        assert_eq!(
            find("Jobrotation i København", "jobrotation frederiksberg"),
            []
        );
        assert_eq!(
            find("Jobrotation i København", "rotation københavn").len(),
            2
        );
        assert_eq!(find("noget", ""), []);
    }
}
