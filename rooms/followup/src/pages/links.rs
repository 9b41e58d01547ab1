//! The addresses of the room's pages: one place, so that they can be guessed. Numbers are taken
//! by value or reference, since templates hand over references.

use kernel::MunicipalityCode;
use std::borrow::Borrow;
use std::fmt::Write as _;

/// A round's overview.
pub fn round(key: &str) -> String {
    format!("/rounds/{}", segment(key))
}

/// A recommendation of a round.
pub fn recommendation(key: &str, number: impl Borrow<u32>) -> String {
    format!("{}/recommendations/{}", round(key), number.borrow())
}

/// A municipality's form in a round.
pub fn progress_form(key: &str, code: &MunicipalityCode) -> String {
    format!("{}/progress-forms/{code}", round(key))
}

/// One answer.
pub fn entry(key: &str, code: &MunicipalityCode, number: impl Borrow<u32>) -> String {
    format!("{}/entries/{}", progress_form(key, code), number.borrow())
}

/// A municipality over all rounds.
pub fn municipality(code: &MunicipalityCode) -> String {
    format!("/municipalities/{code}")
}

/// The map of a round.
pub fn map(key: &str) -> String {
    format!("{}/map", round(key))
}

/// The comparison of a round with an earlier one.
pub fn comparison(key: &str) -> String {
    format!("{}/comparison", round(key))
}

/// The page of a round's report.
pub fn report(key: &str) -> String {
    format!("{}/report", round(key))
}

/// A round's report as a file.
pub fn report_file(key: &str, extension: &str) -> String {
    format!("{}/report.{extension}", round(key))
}

/// Text as one segment of a path or one value of a query (RFC 3986, section 2.1).
pub fn segment(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            safe.push(char::from(byte));
        } else {
            let _ = write!(safe, "%{byte:02X}");
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_with_letters_of_its_own_is_safe_in_an_address() {
        assert_eq!(round("2017 forår/1"), "/rounds/2017%20for%C3%A5r%2F1");
    }
}
