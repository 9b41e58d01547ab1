use kernel::Fault;
use sha2::{Digest, Sha256};
use std::fmt::{self, Write};

/// A random token of 256 bits in hexadecimal: in a cookie or in a link, never in the database.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    pub fn random() -> Result<Self, Fault> {
        let mut bytes = [0u8; 32];
        getrandom::fill(&mut bytes)
            .map_err(|error| Fault::new(format!("random bytes: {error}")))?;
        Ok(Self(hexadecimal(&bytes)))
    }

    /// The words that the person holds.
    pub fn words(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    pub fn hash(&self) -> String {
        hash_of(&self.0)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// SHA-256 of a token in hexadecimal: what is kept and looked up, so that neither the database
/// nor the time of a comparison tells the token.
pub fn hash_of(words: &str) -> String {
    hexadecimal(&Sha256::digest(words.as_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_token_is_another_and_tells_nothing_in_a_log() {
        let (one, two) = (Secret::random().unwrap(), Secret::random().unwrap());
        assert_ne!(one, two);
        assert_eq!(one.words().len(), 64);
        assert!(!format!("{one:?}").contains(one.words()));
        assert_ne!(one.hash(), one.words());
    }
}
