use crate::fold;

/// The words of a text, folded. A hyphen inside a word is dropped, so that "op-kvalificering"
/// cut at a line end is "opkvalificering"; one at a word's end ("bygge- og anlæg") too.
pub fn words(text: &str) -> Vec<String> {
    words_of_folded(&join_cut_words(&fold(text)))
}

pub(crate) fn words_of_folded(folded: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut word = String::new();
    for letter in folded.chars() {
        if letter.is_alphanumeric() {
            word.push(letter);
        } else if letter != '-' && letter != '\'' && !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        found.push(word);
    }
    found
}

/// "koordinati- on" is one word; "bygge- og anlæg" is not, and neither is a dash between blanks.
fn join_cut_words(folded: &str) -> String {
    if folded.contains("- ") {
        crate::hyphens::join_at_blanks(folded)
    } else {
        folded.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_cut_at_a_line_end_is_one_word() {
        assert_eq!(words("koordinati-on"), ["koordination"]);
        assert_eq!(
            words("koordinati-\non af job"),
            ["koordination", "af", "job"]
        );
    }

    #[test]
    fn a_compound_that_shares_its_last_part_stays_two_words() {
        assert_eq!(words("bygge- og anlæg"), ["bygge", "og", "anlæg"]);
    }
}
