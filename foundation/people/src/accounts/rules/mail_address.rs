use super::unseen::is_unseen;
use kernel::Refusal;
use unicode_normalization::UnicodeNormalization;

/// A mail address as it was written; two that differ only in case are the same person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailAddress(String);

/// RFC 5321, section 4.5.3.1.3: a path of 256 letters, two of them brackets.
const LONGEST: usize = 254;

impl MailAddress {
    /// Reads an address.
    ///
    /// # Errors
    /// A refusal at the field `mail`: what is no address, or could end a header of a letter.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let text: String = text.trim().nfc().collect();
        let is_address = text
            .rsplit_once('@')
            .is_some_and(|(local, domain)| is_local(local) && is_domain(domain));
        if !is_address || text.len() > LONGEST {
            return Err(Refusal::new("account-refusal-mail").at("mail"));
        }
        Ok(Self(text))
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form in which addresses are compared.
    pub fn folded(&self) -> String {
        folded(&self.0)
    }

    /// What stands before the `@`.
    pub fn local(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }
}

/// Any text as a mail address is compared: for questions, where a wrong one finds nothing.
pub fn folded(text: &str) -> String {
    text.trim().nfc().collect::<String>().to_lowercase()
}

fn is_local(local: &str) -> bool {
    let fits = |letter: char| {
        !is_unseen(letter) && !letter.is_whitespace() && !"\"(),:;<>@[\\]".contains(letter)
    };
    !local.is_empty() && local.chars().all(fits)
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        let fits = |letter: char| letter.is_alphanumeric() || letter == '-';
        !label.is_empty() && !label.starts_with('-') && label.chars().all(fits)
    };
    domain.contains('.') && domain.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_address_is_the_same_in_any_case() {
        let written = MailAddress::read(" Pia.Ø@Kommune.dk ").unwrap();
        assert_eq!(written.as_str(), "Pia.Ø@Kommune.dk");
        assert_eq!(written.folded(), "pia.ø@kommune.dk");
        assert_eq!(folded("PIA.O\u{338}@x.dk"), folded("pia.o\u{338}@x.dk"));
    }

    #[test]
    fn what_is_no_address_or_could_end_a_header_is_refused() {
        for odd in [
            "",
            "pia",
            "pia@",
            "@kommune.dk",
            "pia@kommune",
            "pia@kommune..dk",
            "pia@-kommune.dk",
            "pia pia@kommune.dk",
            "pia@kommune.dk\r\nBcc: alle@kommune.dk",
            "pia\n@kommune.dk",
            "pia\0@kommune.dk",
            "pia\u{202e}@kommune.dk",
            "Pia <pia@kommune.dk>",
            "pia@kommune.dk, bo@kommune.dk",
        ] {
            let refused = MailAddress::read(odd).unwrap_err();
            assert_eq!(refused.field.as_deref(), Some("mail"), "{odd:?}");
        }
        let long = format!("{}@kommune.dk", "a".repeat(250));
        assert!(MailAddress::read(&long).is_err());
    }
}
