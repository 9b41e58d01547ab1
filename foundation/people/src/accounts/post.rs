use super::Account;
use database::Tx;
use kernel::{Fault, Language, Message};
use mail::Letter;

/// How letters to people are written: this crate knows occasions, not words.
#[derive(Clone)]
pub struct Post {
    /// Says a message in a language.
    pub say: fn(Language, &Message) -> String,
    /// Where people reach this installation, without a slash at the end. Never taken from a
    /// request: whoever asks for a new password could name any host there.
    pub address: String,
}

/// An occasion to write.
pub(crate) struct Occasion<'letter> {
    /// The same key is posted once.
    pub key: String,
    /// What kind of letter.
    pub kind: &'static str,
    /// The key of the subject in `locales/`.
    pub subject: &'static str,
    /// The text.
    pub text: Message,
    /// A secret path of this installation.
    pub secret_path: Option<&'letter str>,
}

impl Post {
    /// The whole address of a path.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Posts a letter to a person. Nobody writes to people who are invented.
    pub(crate) async fn send(
        &self,
        tx: &mut Tx,
        to: &Account,
        occasion: Occasion<'_>,
    ) -> Result<(), Fault> {
        if to.fictional {
            return Ok(());
        }
        let say = |message: &Message| (self.say)(to.language, message);
        let letter = Letter {
            key: occasion.key,
            kind: occasion.kind,
            about: format!("account {}", to.id.0),
            to_address: to.mail.clone(),
            to_name: to.name.clone(),
            subject: say(&Message::new(occasion.subject)),
            text: say(&occasion.text.with("name", to.name.as_str())),
            secret_link: occasion.secret_path.map(|path| self.link(path)),
        };
        mail::post(tx, letter).await?;
        Ok(())
    }
}
