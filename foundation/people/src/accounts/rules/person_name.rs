use super::unseen::is_unseen;
use kernel::Refusal;
use unicode_normalization::UnicodeNormalization;

/// A person's name: one line, as lists, letters and the journal show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(String);

/// More letters than any name on a list needs.
const LONGEST: usize = 100;

impl PersonName {
    /// Reads a name.
    ///
    /// # Errors
    /// A refusal at the field `name`: an empty or endless one, or one with letters that nobody
    /// sees, which could forge a line of a log or a header of a letter.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let text: String = text.trim().nfc().collect();
        let length = text.chars().count();
        if length == 0 {
            return Err(Refusal::new("account-refusal-no-name").at("name"));
        }
        if length > LONGEST
            || text
                .chars()
                .any(|letter| is_unseen(letter) || "<>@\"".contains(letter))
        {
            return Err(Refusal::new("account-refusal-name").at("name"));
        }
        Ok(Self(text))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_name_is_one_line_of_visible_letters() {
        assert_eq!(
            PersonName::read("  Søren Å. O'Hara-Bæk ").unwrap().as_str(),
            "Søren Å. O'Hara-Bæk"
        );
        for odd in [
            "",
            "   ",
            "Pia\r\nBcc: alle@kommune.dk",
            "Pia\nsign_in operator",
            "Pia\u{2028}Bo",
            "Pia\u{202e}Bo",
            "\"Pia\" <pia@kommune.dk>",
        ] {
            assert!(PersonName::read(odd).is_err(), "{odd:?}");
        }
        assert!(PersonName::read(&"a".repeat(101)).is_err());
    }
}
