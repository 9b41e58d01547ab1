//! Passwords: what may be chosen, and how it is kept (argon2id with the parameters of OWASP's
//! password storage cheat sheet: 19 MiB, two passes, one lane).

use super::mail_address::MailAddress;
use super::person_name::PersonName;
use crate::spelling::{flattened, folded};
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::{Fault, Refusal};
use std::collections::BTreeSet;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

/// The fewest letters.
pub const SHORTEST: usize = 12;
/// The most: long enough for any sentence, short enough to hash quickly.
const LONGEST: usize = 256;
/// What must be left of a password when the words that everybody would guess are taken out.
const OF_ITS_OWN: usize = 8;
/// How many different letters must be among them.
const DIFFERENT: usize = 5;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// What very many passwords are made of, and what everybody here would try first.
const GUESSED: [&str; 40] = [
    "password",
    "passw0rd",
    "adgangskode",
    "kodeord",
    "pejling",
    "kommune",
    "sekretariat",
    "velkommen",
    "welcome",
    "hemmelig",
    "secret",
    "letmein",
    "iloveyou",
    "jegelskerdig",
    "qwertyuiop",
    "qwerty",
    "asdfghjkl",
    "asdfgh",
    "zxcvbnm",
    "1q2w3e4r5t",
    "1q2w3e4r",
    "qazwsx",
    "administrator",
    "admin",
    "danmark",
    "københavn",
    "sommer",
    "vinter",
    "efterår",
    "forår",
    "september",
    "oktober",
    "november",
    "december",
    "januar",
    "februar",
    "fodbold",
    "football",
    "monkey",
    "dragon",
];

/// A password that may be used for a person; not yet hashed.
pub struct ChosenPassword(String);

/// What is kept of a password. It can only be made from one that may be used.
#[derive(Clone)]
pub struct HashedPassword(String);

impl ChosenPassword {
    /// Takes a password that a person chose and wrote again.
    ///
    /// # Errors
    /// Refusals at the fields `password` and `again`.
    pub fn of(
        words: &str,
        again: &str,
        name: &PersonName,
        mail: &MailAddress,
    ) -> Result<Self, Vec<Refusal>> {
        let mut refusals: Vec<Refusal> = problem(words, name, mail).into_iter().collect();
        if words != again {
            refusals.push(Refusal::new("account-refusal-password-again").at("again"));
        }
        match refusals.is_empty() {
            true => Ok(Self(composed(words))),
            false => Err(refusals),
        }
    }

    /// Hashes it: tens of milliseconds of work, not for the threads that answer requests.
    pub fn hash(&self) -> Result<HashedPassword, Fault> {
        hashed(&self.0).map(HashedPassword)
    }
}

impl HashedPassword {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

fn problem(words: &str, name: &PersonName, mail: &MailAddress) -> Option<Refusal> {
    let length = words.chars().count();
    let refusal = |key| Refusal::new(key).at("password");
    if length < SHORTEST {
        let short = refusal("account-refusal-password-short");
        return Some(short.with("shortest", SHORTEST).with("length", length));
    }
    if length > LONGEST {
        return Some(refusal("account-refusal-password-long").with("longest", LONGEST));
    }
    let own = letters_of_its_own(words, name, mail);
    let different: BTreeSet<_> = own.chars().collect();
    if own.chars().count() < OF_ITS_OWN || different.len() < DIFFERENT {
        return Some(refusal("account-refusal-password-guessed"));
    }
    None
}

/// The letters that are left without the person's own words, the words that everybody guesses,
/// and letters that only go on from the one before (`aaaa`, `1234`, `dcba`).
fn letters_of_its_own(words: &str, name: &PersonName, mail: &MailAddress) -> String {
    let mut rest = composed(words).to_lowercase();
    let own = own_words(name, mail);
    for guessed in own.iter().map(String::as_str).chain(GUESSED) {
        rest = rest.replace(guessed, " ");
    }
    let mut before = None;
    let mut goes_on = |letter: char| {
        let step = before.map(|earlier: char| (letter as i64 - earlier as i64).abs());
        before = Some(letter);
        letter == ' ' || step.is_some_and(|step| step <= 1)
    };
    rest.retain(|letter| !goes_on(letter));
    rest
}

/// The parts of a person's name and mail address that are long enough to be recognised, in all
/// spellings of Danish letters.
fn own_words(name: &PersonName, mail: &MailAddress) -> Vec<String> {
    let apart = |letter: char| !letter.is_alphanumeric();
    let parts = name.as_str().split(apart).chain(mail.as_str().split(apart));
    let spelt = |word: &str| [word.to_lowercase(), folded(word), flattened(word)];
    let mut words: Vec<String> = parts
        .flat_map(spelt)
        .filter(|word| word.chars().count() >= 3)
        .collect();
    // The longest first: a shorter one may stand inside it.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// One form of composed letters, whichever keyboard they come from (RFC 8265, section 4.2).
fn composed(words: &str) -> String {
    words.nfc().collect()
}

/// Whether a password is the one that was kept. Without one the same work is done and the answer
/// is no, so that time does not tell whether there is an account.
pub fn verify(words: &str, kept: Option<&str>) -> Result<bool, Fault> {
    let nobodys = nobodys_hash()?;
    let kept_hash = PasswordHash::new(kept.unwrap_or(nobodys))
        .map_err(|error| Fault::new(format!("a stored password hash: {error}")))?;
    let bytes = composed(words);
    let right = argon2()?
        .verify_password(bytes.as_bytes(), &kept_hash)
        .is_ok();
    Ok(right && kept.is_some())
}

fn nobodys_hash() -> Result<&'static str, Fault> {
    static NOBODYS: OnceLock<String> = OnceLock::new();
    if let Some(hash) = NOBODYS.get() {
        return Ok(hash);
    }
    let hash = hashed("nobody's password, of no account")?;
    Ok(NOBODYS.get_or_init(|| hash))
}

fn hashed(words: &str) -> Result<String, Fault> {
    let hash: Result<PasswordHash, _> = argon2()?.hash_password(words.as_bytes());
    hash.map(|hash| hash.to_string())
        .map_err(|error| Fault::new(format!("hashing a password: {error}")))
}

fn argon2() -> Result<Argon2<'static>, Fault> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)
        .map_err(|error| Fault::new(format!("the parameters of argon2: {error}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn refused(words: &str) -> Option<String> {
        let name = PersonName::read("Pia Sørensen").unwrap();
        let mail = MailAddress::read("pia.soerensen@furesoe.dk").unwrap();
        let chosen = ChosenPassword::of(words, words, &name, &mail);
        chosen.err().map(|all| all[0].message.key.to_string())
    }

    #[test]
    fn a_sentence_is_a_good_password() {
        for good in [
            "tre røde cykler ved fjorden",
            "korrekt hest batteri",
            "Xq7-vb!2Lm9z",
            "Sommer i Skagen 1987 med is",
        ] {
            assert_eq!(refused(good), None, "{good}");
        }
    }

    #[test]
    fn what_is_short_or_would_be_guessed_is_refused() {
        for (words, key) in [
            ("", "account-refusal-password-short"),
            ("cykelrytter", "account-refusal-password-short"),
            ("password1234", "account-refusal-password-guessed"),
            ("Adgangskode123!", "account-refusal-password-guessed"),
            ("123456789012", "account-refusal-password-guessed"),
            ("aaaaaaaaaaaaaaaa", "account-refusal-password-guessed"),
            ("qwertyuiopasdfghjkl", "account-refusal-password-guessed"),
            ("PiaSørensen2026", "account-refusal-password-guessed"),
            ("PiaSoerensen2026", "account-refusal-password-guessed"),
            ("pia-sorensen-26", "account-refusal-password-guessed"),
            ("furesoe-soerensen", "account-refusal-password-guessed"),
            ("Sommer2026Sommer2026", "account-refusal-password-guessed"),
        ] {
            assert_eq!(refused(words).as_deref(), Some(key), "{words}");
        }
        let endless = "æ".repeat(300);
        assert_eq!(
            refused(&endless).as_deref(),
            Some("account-refusal-password-long")
        );
    }

    #[test]
    fn it_is_written_twice() {
        let name = PersonName::read("Bo").unwrap();
        let mail = MailAddress::read("bo@x.dk").unwrap();
        let refused = ChosenPassword::of("tre røde cykler", "tre røde cykler!", &name, &mail);
        assert_eq!(refused.err().unwrap()[0].field.as_deref(), Some("again"));
    }

    #[test]
    fn it_is_kept_as_argon2id_and_found_again_from_any_keyboard() {
        let name = PersonName::read("Bo").unwrap();
        let mail = MailAddress::read("bo@x.dk").unwrap();
        let words = "blå himmel over Århus";
        let kept = ChosenPassword::of(words, words, &name, &mail)
            .unwrap()
            .hash()
            .unwrap();
        assert!(kept.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify(words, Some(kept.as_str())).unwrap());
        let decomposed = "bla\u{30a} himmel over A\u{30a}rhus";
        assert!(verify(decomposed, Some(kept.as_str())).unwrap());
        assert!(!verify("blå himmel over Odense", Some(kept.as_str())).unwrap());
        assert!(!verify(words, None).unwrap());
        assert!(!verify("nobody's password, of no account", None).unwrap());
    }
}
