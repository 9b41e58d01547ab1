//! What is said at start about mail, read and checked: each refusal says what to do.

use crate::Mailbox;
use kernel::Refusal;
use std::fmt;

/// What was said, as it was written.
#[derive(Clone, Default)]
pub struct Said {
    /// `smtp://user@host:port?tls=required`.
    pub smtp: Option<String>,
    /// The user's password, from its file.
    pub password: Option<String>,
    /// Certificates (PEM) of the authorities that the mail server may be known by, beside those
    /// that browsers trust.
    pub authorities: Option<String>,
    /// Who letters are from: `Sekretariatet <sekretariat@kommune.dk>`.
    pub from: Option<String>,
    /// `https://pejling.dk`.
    pub public_address: Option<String>,
}

/// What holds.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Where people reach this installation.
    pub address: Option<PublicAddress>,
    /// Who takes our letters.
    pub server: Option<MailServer>,
}

/// Where people reach this installation, without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAddress(String);

/// A mail server and who we are to it.
#[derive(Clone)]
pub struct MailServer {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way to it is protected.
    pub encryption: Encryption,
    /// Who we are to it, with the password.
    pub user: Option<(String, String)>,
    /// Certificates (PEM) of authorities of the house; empty where there are none.
    pub authorities: String,
    /// Who letters are from.
    pub from: Mailbox,
}

/// How the way to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// From the first byte (`smtps:`).
    Whole,
    /// By STARTTLS, or nothing is sent.
    Required,
    /// Not at all: only for a server on this machine or a closed network.
    None,
}

impl fmt::Debug for MailServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let user = self.user.as_ref().map(|(user, _)| user.as_str());
        write!(f, "MailServer({user:?} at {}:{})", self.host, self.port)
    }
}

impl PublicAddress {
    /// Reads an address; it names a host and nothing below it.
    ///
    /// # Errors
    /// A refusal where it is none.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let address = text.trim().trim_end_matches('/');
        let host = address
            .strip_prefix("https://")
            .or_else(|| address.strip_prefix("http://"))
            .unwrap_or_default();
        let is_host = |letter: char| letter.is_alphanumeric() || "-.:[]".contains(letter);
        if host.is_empty() || !host.chars().all(is_host) {
            return Err(Refusal::new("mail-refusal-public-address").with("address", text));
        }
        Ok(Self(address.to_owned()))
    }

    /// The address, without a slash at its end.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Said {
    /// What holds, or what is wrong and what to do.
    ///
    /// # Errors
    /// A refusal that names the setting.
    pub fn read(&self) -> Result<Settings, Refusal> {
        let address = self.public_address.as_deref();
        let address = address.map(PublicAddress::read).transpose()?;
        let server = match &self.smtp {
            Some(smtp) => Some(self.server(smtp)?),
            None => None,
        };
        if server.is_some() && address.is_none() {
            return Err(Refusal::new("mail-refusal-no-public-address"));
        }
        Ok(Settings { address, server })
    }

    fn server(&self, smtp: &str) -> Result<MailServer, Refusal> {
        let unreadable = || Refusal::new("mail-refusal-smtp").with("address", hidden(smtp));
        let written = Written::split(smtp).ok_or_else(unreadable)?;
        if written.user.contains(':') {
            return Err(Refusal::new("mail-refusal-password-in-address"));
        }
        let encryption = written.encryption().ok_or_else(unreadable)?;
        let user = self.user(&decoded(written.user), encryption, &written)?;
        Ok(MailServer {
            host: written.host.trim_matches(['[', ']']).to_owned(),
            port: written.port(encryption).ok_or_else(unreadable)?,
            encryption,
            user,
            authorities: self.authorities.clone().unwrap_or_default(),
            from: self.from()?,
        })
    }

    fn user(
        &self,
        user: &str,
        encryption: Encryption,
        written: &Written<'_>,
    ) -> Result<Option<(String, String)>, Refusal> {
        let password = self.password.as_deref().map(str::trim_end);
        match (user, password.unwrap_or_default()) {
            ("", "") => Ok(None),
            ("", _) => Err(Refusal::new("mail-refusal-password-without-user")),
            (_, "") => Err(Refusal::new("mail-refusal-no-password").with("user", user)),
            _ if encryption == Encryption::None && !written.is_this_machine() => {
                Err(Refusal::new("mail-refusal-password-in-the-open"))
            }
            (user, password) => Ok(Some((user.to_owned(), password.to_owned()))),
        }
    }

    fn from(&self) -> Result<Mailbox, Refusal> {
        let from = self.from.as_deref().map(str::trim).unwrap_or_default();
        if from.is_empty() {
            return Err(Refusal::new("mail-refusal-no-from"));
        }
        Mailbox::read(from).ok_or_else(|| Refusal::new("mail-refusal-from").with("address", from))
    }
}

/// An address of a mail server in its parts.
struct Written<'text> {
    scheme: &'text str,
    user: &'text str,
    host: &'text str,
    port: Option<&'text str>,
    tls: Option<&'text str>,
}

impl<'text> Written<'text> {
    fn split(text: &'text str) -> Option<Self> {
        let (scheme, rest) = text.trim().split_once("://")?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let place = place.trim_end_matches('/');
        let (user, server) = place.rsplit_once('@').unwrap_or(("", place));
        let (host, port) = match server.rsplit_once(':') {
            Some((host, port)) if !port.contains(']') => (host, Some(port)),
            _ => (server, None),
        };
        let tls = match query {
            "" => None,
            query => Some(query.strip_prefix("tls=")?),
        };
        (!host.is_empty() && !host.contains('/')).then_some(Self {
            scheme,
            user,
            host,
            port,
            tls,
        })
    }

    /// STARTTLS unless something else is said; a server on this machine needs none.
    fn encryption(&self) -> Option<Encryption> {
        match (self.scheme, self.tls) {
            ("smtps", None) => Some(Encryption::Whole),
            ("smtp", Some("required")) => Some(Encryption::Required),
            ("smtp", Some("none")) => Some(Encryption::None),
            ("smtp", None) if self.is_this_machine() => Some(Encryption::None),
            ("smtp", None) => Some(Encryption::Required),
            _ => None,
        }
    }

    /// The ports of submission (RFC 6409, RFC 8314), and of mail between machines.
    fn port(&self, encryption: Encryption) -> Option<u16> {
        match self.port {
            Some(port) => port.parse().ok(),
            None => Some(match encryption {
                Encryption::Whole => 465,
                Encryption::Required => 587,
                Encryption::None => 25,
            }),
        }
    }

    fn is_this_machine(&self) -> bool {
        matches!(self.host, "localhost" | "127.0.0.1" | "[::1]")
    }
}

/// The address without what may be a password.
fn hidden(smtp: &str) -> String {
    match (smtp.split_once("://"), smtp.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, server))) => format!("{scheme}://{server}"),
        _ => smtp.to_owned(),
    }
}

/// `%40` is `@` (RFC 3986, section 2.1); what is no such sequence stays.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = (*first == b'%').then(|| tail.get(..2)).flatten();
        let letter = code
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        rest = letter.map_or(tail, |_| &tail[2..]);
        bytes.push(letter.unwrap_or(*first));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn said(smtp: &str) -> Said {
        Said {
            smtp: Some(smtp.to_owned()),
            password: None,
            authorities: None,
            from: Some("KKR-sekretariatet <sekretariat@kommune.dk>".to_owned()),
            public_address: Some("https://pejling.dk/".to_owned()),
        }
    }

    fn with_password(smtp: &str) -> Said {
        Said {
            password: Some("hemmelig\n".to_owned()),
            ..said(smtp)
        }
    }

    fn refused(said: Said) -> String {
        said.read().unwrap_err().message.key.into_owned()
    }

    #[test]
    fn a_server_is_spoken_to_in_secret_unless_it_is_on_this_machine() {
        let server = |text: &str| said(text).read().unwrap().server.unwrap();
        let far = server("smtp://mail.kommune.dk");
        assert_eq!((far.port, far.encryption), (587, Encryption::Required));
        let whole = server("smtps://mail.kommune.dk/");
        assert_eq!((whole.port, whole.encryption), (465, Encryption::Whole));
        let near = server("smtp://127.0.0.1:2525");
        assert_eq!((near.port, near.encryption), (2525, Encryption::None));
        let six = server("smtp://[::1]");
        assert_eq!((six.host.as_str(), six.port), ("::1", 25));
        let open = server("smtp://mail.kommune.dk:25?tls=none");
        assert_eq!(open.encryption, Encryption::None);
    }

    #[test]
    fn the_user_may_be_an_address_and_the_password_comes_from_its_file() {
        let said = with_password("smtp://pejling%40kommune.dk@mail.kommune.dk");
        let settings = said.read().unwrap();
        let user = settings.server.clone().unwrap().user.unwrap();
        assert_eq!(
            (user.0.as_str(), user.1.as_str()),
            ("pejling@kommune.dk", "hemmelig")
        );
        assert!(!format!("{settings:?}").contains("hemmelig"));
    }

    #[test]
    fn whatever_is_wrong_is_said_by_name() {
        for (expected, said) in [
            ("mail-refusal-smtp", said("mail.kommune.dk")),
            ("mail-refusal-smtp", said("smtp://mail.kommune.dk:post")),
            ("mail-refusal-smtp", said("smtp://mail.kommune.dk?tls=ja")),
            ("mail-refusal-smtp", said("smtp://")),
            (
                "mail-refusal-password-in-address",
                said("smtp://pia:hemmelig@mail.kommune.dk"),
            ),
            (
                "mail-refusal-no-password",
                said("smtp://pia@mail.kommune.dk"),
            ),
            (
                "mail-refusal-password-without-user",
                with_password("smtp://mail.kommune.dk"),
            ),
            (
                "mail-refusal-password-in-the-open",
                with_password("smtp://pia@mail.kommune.dk?tls=none"),
            ),
        ] {
            assert_eq!(refused(said), expected);
        }
        let nobody = Said {
            from: None,
            ..said("smtp://mail.kommune.dk")
        };
        assert_eq!(refused(nobody), "mail-refusal-no-from");
        let odd = Said {
            from: Some("sekretariatet".to_owned()),
            ..said("smtp://mail.kommune.dk")
        };
        assert_eq!(refused(odd), "mail-refusal-from");
        let nowhere = Said {
            public_address: None,
            ..said("smtp://mail.kommune.dk")
        };
        assert_eq!(refused(nowhere), "mail-refusal-no-public-address");
    }

    #[test]
    fn a_public_address_is_a_host_and_nothing_below_it() {
        let read = |text: &str| PublicAddress::read(text).map(|address| address.0);
        assert_eq!(read("https://pejling.dk/").unwrap(), "https://pejling.dk");
        assert_eq!(
            read("http://127.0.0.1:8080").unwrap(),
            "http://127.0.0.1:8080"
        );
        for odd in ["pejling.dk", "https://", "https://a/b", "https://a b"] {
            assert!(read(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn without_a_mail_server_nothing_needs_to_be_said() {
        let settings = Said::default().read().unwrap();
        assert!(settings.server.is_none() && settings.address.is_none());
    }
}
