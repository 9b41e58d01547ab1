use std::fmt;

/// An address that mail can be sent to, in letters that every mail server takes (RFC 5321,
/// section 4.1.2, without quoted local parts and literal addresses).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailAddress(String);

/// A name and an address: `Sekretariatet <sekretariat@kommune.dk>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name; may be empty.
    pub name: String,
    /// The address.
    pub address: MailAddress,
}

impl MailAddress {
    /// Reads an address; nothing where it is none. What is read holds no line break and nothing
    /// else that a mail server could take for a command.
    pub fn read(text: &str) -> Option<Self> {
        let (local, domain) = text.rsplit_once('@')?;
        let in_local =
            |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
        let is_label = |label: &str| {
            let in_label = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
            !label.is_empty() && label.len() <= 63 && label.bytes().all(in_label)
        };
        let fits = (1..=64).contains(&local.len()) && text.len() <= 254;
        let is_address = fits && local.bytes().all(in_local) && domain.split('.').all(is_label);
        is_address.then(|| Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

impl Mailbox {
    /// Reads `name@domain` or `Name <name@domain>`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (name, address) = match text.strip_suffix('>').and_then(|text| text.split_once('<')) {
            Some((name, address)) => (name.trim().trim_matches('"'), address),
            None => ("", text),
        };
        Some(Self {
            name: crate::outbox::one_line(name),
            address: MailAddress::read(address.trim())?,
        })
    }
}

impl fmt::Display for MailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_what_could_be_a_command_is_none() {
        for good in [
            "pia@kommune.dk",
            "pia.o'hara+x@a-b.kommune.dk",
            "p@localhost",
        ] {
            assert!(MailAddress::read(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "pia",
            "@kommune.dk",
            "pia@",
            "pia@kommune..dk",
            "pia@kommune.dk\r\nDATA",
            "pia @kommune.dk",
            "pia>@kommune.dk",
            "påske@kommune.dk",
            "pia@ærø.dk",
            "\"pia\"@kommune.dk",
        ] {
            assert!(MailAddress::read(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn a_name_may_stand_before_the_address() {
        let read = |text: &str| Mailbox::read(text).map(|one| (one.name, one.address.0));
        let expected = ("KKR Øst".to_owned(), "kkr@kommune.dk".to_owned());
        assert_eq!(read("\"KKR Øst\" <kkr@kommune.dk>"), Some(expected));
        assert_eq!(
            read("kkr@kommune.dk"),
            Some((String::new(), "kkr@kommune.dk".to_owned()))
        );
        assert_eq!(read("KKR <kkr>"), None);
    }
}
