//! The letters that this room writes: plain, short, in the recipient's language, signed by the
//! programme's secretariat.

mod digest;
mod form;

pub use digest::{Digest, RoundNews, digest};
pub use form::{Occasion, accepted, by_hand, reminder, returned};

use kernel::Value;
use web::languages::Texts;

/// What a letter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// One line.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// Parts of a letter with an empty line between them; empty parts are left out.
fn joined(parts: &[String]) -> String {
    let said: Vec<&str> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    said.join("\n\n") + "\n"
}

fn greeting(name: &str, texts: &Texts) -> String {
    texts.say_with("letter-greeting", &[("name", name.into())])
}

fn signature(recipient: &str, texts: &Texts) -> String {
    let values: [(&str, Value); 1] = [("recipient", recipient.into())];
    texts.say_with("letter-signature", &values)
}
