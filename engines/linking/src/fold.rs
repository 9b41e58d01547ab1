use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// A text in the form in which texts are compared: compatibility-composed (NFKC, so that "ﬁ" and
/// a combining ring become "fi" and "å"), lower case, one kind of dash and quote, no soft hyphens
/// or zero-width characters, every run of white space one blank.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() || is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        text.chars()
            .for_each(|letter| push_folded(&mut folded, letter));
    } else {
        text.nfkc()
            .for_each(|letter| push_folded(&mut folded, letter));
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push_folded(folded: &mut String, letter: char) {
    match letter {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
            folded.push('-')
        }
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '´' | '`' => folded.push('\''),
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '«' | '»' => folded.push('"'),
        space if space.is_whitespace() => {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        letter => folded.extend(letter.to_lowercase()),
    }
}

/// The spelling without æ, ø and å that file names and old systems use: `koebenhavn`, `aaroe`.
pub fn ascii_spelling(folded: &str) -> String {
    let mut ascii = String::with_capacity(folded.len() + 4);
    for letter in folded.chars() {
        match letter {
            'æ' | 'ä' => ascii.push_str("ae"),
            'ø' | 'ö' => ascii.push_str("oe"),
            'å' => ascii.push_str("aa"),
            'é' | 'è' => ascii.push('e'),
            'ü' => ascii.push('y'),
            letter => ascii.push(letter),
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_dashes_quotes_soft_hyphens_and_blanks_make_no_difference() {
        assert_eq!(
            fold("  Opkvali\u{ad}ficering –\u{a0} af  “Ledige” "),
            "opkvalificering - af \"ledige\""
        );
    }

    #[test]
    fn a_letter_with_a_combining_ring_is_the_letter() {
        assert_eq!(fold("A\u{30a}rhus"), "århus");
    }

    #[test]
    fn the_spelling_of_file_names_has_no_danish_letters() {
        assert_eq!(
            ascii_spelling("ærø og læsø, århus"),
            "aeroe og laesoe, aarhus"
        );
    }
}
