//! A stored letter as a message: RFC 5322, with RFC 2045 and 2047 for letters beyond ASCII.

use crate::log::Posted;
use crate::outbox::{ADDRESS, LINK, one_line};
use crate::{MailAddress, Mailbox, PublicAddress};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::Message as Words;

/// A message and where it goes.
pub(crate) struct Message {
    pub to: MailAddress,
    /// Lines that end in CR LF; no line is longer than 78 characters.
    pub text: String,
}

/// The message of a letter. Every try of one letter carries the same Message-ID, so that a copy
/// sent twice across a crash is recognised as one.
pub(crate) fn compose(
    letter: &Posted,
    from: &Mailbox,
    address: &PublicAddress,
) -> Result<Message, Words> {
    let unusable = || Words::new("mail-failure-address").with("address", &*letter.to_address);
    let to = Mailbox {
        name: letter.to_name.clone(),
        address: MailAddress::read(&letter.to_address).ok_or_else(unusable)?,
    };
    let heads = [
        ("From", mailbox(from)),
        ("To", mailbox(&to)),
        ("Subject", words(&letter.subject)),
        ("Date", letter.posted_at.to_rfc2822()),
        ("Message-ID", message_id(letter, from)),
        // No answering machine is to answer (RFC 3834, section 5; Exchange has a head of its own).
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("X-Auto-Response-Suppress", "OOF, AutoReply".to_owned()),
        ("MIME-Version", "1.0".to_owned()),
        ("Content-Type", "text/plain; charset=utf-8".to_owned()),
        ("Content-Transfer-Encoding", "quoted-printable".to_owned()),
    ];
    let mut text: String = heads
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    text.push_str("\r\n");
    text.push_str(&quoted_printable(&filled_in(letter, address)));
    let to = to.address;
    Ok(Message { to, text })
}

fn message_id(letter: &Posted, from: &Mailbox) -> String {
    let posted = letter.posted_at.timestamp_micros();
    let domain = from.address.domain();
    format!("<letter-{}.{posted}@{domain}>", letter.id.0)
}

/// The text with its addresses, the secret one last: it is nobody's placeholder.
fn filled_in(letter: &Posted, address: &PublicAddress) -> String {
    let text = letter.text.replace(ADDRESS, address.as_str());
    match letter.secret_link.as_deref() {
        Some(path) if path.starts_with('/') => {
            text.replace(LINK, &format!("{}{path}", address.as_str()))
        }
        Some(link) => text.replace(LINK, link),
        None => text,
    }
}

/// A name and an address. A name of plain letters stands in quotation marks, any other in encoded
/// words, with the address on a line of its own.
fn mailbox(mailbox: &Mailbox) -> String {
    let (name, address) = (one_line(&mailbox.name), &mailbox.address);
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || " .,-'".contains(letter);
    match name.as_str() {
        "" => address.to_string(),
        name if name.chars().all(is_plain) && name.len() < 50 => {
            format!("\"{name}\"\r\n <{address}>")
        }
        name => format!("{}\r\n <{address}>", encoded_words(name)),
    }
}

/// A line of words in a head.
fn words(text: &str) -> String {
    let text = one_line(text);
    let is_plain = |letter: char| letter.is_ascii_graphic() || letter == ' ';
    match text.chars().all(is_plain) && text.len() < 60 && !text.contains("=?") {
        true => text,
        false => encoded_words(&text),
    }
}

/// RFC 2047: pieces of at most 45 bytes, so that none is longer than 75 characters when encoded;
/// no letter is torn apart.
fn encoded_words(text: &str) -> String {
    let mut pieces = vec![String::new()];
    for letter in text.chars() {
        let full = pieces
            .last()
            .is_some_and(|last| last.len() + letter.len_utf8() > 45);
        if full {
            pieces.push(String::new());
        }
        if let Some(last) = pieces.last_mut() {
            last.push(letter);
        }
    }
    let encoded = pieces
        .iter()
        .map(|piece| format!("=?utf-8?B?{}?=", STANDARD.encode(piece)));
    encoded.collect::<Vec<_>>().join("\r\n ")
}

/// RFC 2045, section 6.7: lines of at most 76 characters that end in CR LF.
fn quoted_printable(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + text.len() / 8);
    for line in text.lines() {
        let mut length = 0;
        let mut bytes = line.bytes().peekable();
        while let Some(byte) = bytes.next() {
            let piece = match byte {
                // A space at the end of a line would be lost on the way.
                b' ' | b'\t' if bytes.peek().is_none() => format!("={byte:02X}"),
                b'\t' | b' '..=b'<' | b'>'..=b'~' => char::from(byte).to_string(),
                byte => format!("={byte:02X}"),
            };
            if length + piece.len() > 75 {
                quoted.push_str("=\r\n");
                length = 0;
            }
            length += piece.len();
            quoted.push_str(&piece);
        }
        quoted.push_str("\r\n");
    }
    quoted
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(quoted: &str) -> String {
        let mut pieces = quoted.replace("=\r\n", "");
        pieces = pieces.replace("\r\n", "\n");
        let mut parts = pieces.split('=');
        let mut bytes = parts.next().unwrap().as_bytes().to_vec();
        for part in parts {
            bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
            bytes.extend(&part.as_bytes()[2..]);
        }
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_text_is_the_same_after_the_way_and_no_line_is_too_long() {
        let long = "blåbærgrød på Ærø = godt ".repeat(20);
        let text = format!("Kære Pia\n\n{long}\n.\n.. to punktummer \n\tindrykket\n");
        let quoted = quoted_printable(&text);
        assert!(quoted.split("\r\n").all(|line| line.len() <= 76));
        assert!(!quoted.contains(" \r\n"));
        assert_eq!(read(&quoted), text);
    }

    #[test]
    fn long_words_of_a_head_are_folded_between_letters() {
        let subject = "Påmindelse om fremdriftsskemaet for Ærø og Læsø ".repeat(4);
        let folded = words(&subject);
        for line in folded.split("\r\n ") {
            assert!(line.len() <= 75, "{line}");
            let encoded = line.strip_prefix("=?utf-8?B?").unwrap();
            let bytes = STANDARD.decode(encoded.strip_suffix("?=").unwrap());
            assert!(String::from_utf8(bytes.unwrap()).is_ok());
        }
        assert_eq!(words("Plain words"), "Plain words");
        assert!(words("=?utf-8?B?SGVq?=").contains("=?utf-8?B?PT91"));
    }

    #[test]
    fn a_name_cannot_leave_its_quotation_marks() {
        let named = |name: &str| {
            mailbox(&Mailbox {
                name: name.to_owned(),
                address: MailAddress::read("pia@kommune.dk").unwrap(),
            })
        };
        assert_eq!(named("Pia Hansen"), "\"Pia Hansen\"\r\n <pia@kommune.dk>");
        assert_eq!(named(""), "pia@kommune.dk");
        assert!(named("Pia\" <x@y.dk>, \"").starts_with("=?utf-8?B?"));
        assert!(!named("Pia\r\nBcc: x@y.dk").contains("Bcc"));
    }
}
