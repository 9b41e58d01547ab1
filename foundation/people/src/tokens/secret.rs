use kernel::Fault;
use sha2::{Digest, Sha256};
use std::fmt;

/// How every token begins, so that people and scanners of leaked secrets know it.
pub(super) const PREFIX: &str = "pej_";
/// How many random bytes follow.
const BYTES: usize = 32;
/// How many letters of a token are kept to recognise it by.
const START: usize = PREFIX.len() + 8;

/// A token itself: shown once to whoever made it. It is never logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    pub(super) fn fresh() -> Result<Self, Fault> {
        let mut bytes = [0u8; BYTES];
        getrandom::fill(&mut bytes)
            .map_err(|error| Fault::new(format!("random bytes: {error}")))?;
        Ok(Self(format!("{PREFIX}{}", hexadecimal(&bytes))))
    }

    /// What was presented, if it has the shape of a token.
    pub(super) fn presented(text: &str) -> Option<Self> {
        let letters = text.strip_prefix(PREFIX)?;
        let fits =
            letters.len() == 2 * BYTES && letters.bytes().all(|byte| byte.is_ascii_hexdigit());
        fits.then(|| Self(text.to_owned()))
    }

    /// The token, to be shown once.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Its first letters.
    pub fn start(&self) -> &str {
        self.0.get(..START).unwrap_or_default()
    }

    /// SHA-256 in hexadecimal: what is kept and compared. 256 random bits need no slow hash.
    pub(super) fn hash(&self) -> String {
        hexadecimal(&Sha256::digest(self.0.as_bytes()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({}…)", self.start())
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_token_is_recognisable_and_no_two_are_alike() {
        let (one, other) = (Secret::fresh().unwrap(), Secret::fresh().unwrap());
        assert_ne!(one, other);
        assert!(one.reveal().starts_with("pej_") && one.reveal().len() == 68);
        assert_eq!(Secret::presented(one.reveal()).unwrap(), one);
        assert_eq!(one.start().len(), 12);
    }

    #[test]
    fn what_is_no_token_is_not_looked_up() {
        for text in ["", "pej_", "pej_12", "Bearer x", "pej_åååå"] {
            assert!(Secret::presented(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_token_does_not_show_itself_in_a_log() {
        let secret = Secret::fresh().unwrap();
        assert!(!format!("{secret:?}").contains(secret.reveal()));
    }
}
