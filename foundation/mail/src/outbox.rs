use database::{Tx, params};
use kernel::Fault;

/// Where in a letter's text its secret link belongs.
pub const LINK: &str = "{link}";

/// A letter to one person, in their language already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Names the occasion (`invitation 17`, `reminder 2026 0101 due-7`): the same key is posted
    /// once, however often it is tried.
    pub key: String,
    /// What kind of letter: `invitation`, `reminder`.
    pub kind: &'static str,
    /// What it is about (`2026/0101`), so that a page can list the letters of one form.
    pub about: String,
    /// The address.
    pub to_address: String,
    /// The recipient's name.
    pub to_name: String,
    /// The subject, one line.
    pub subject: String,
    /// Plain text; [`LINK`] stands where the secret link belongs.
    pub text: String,
    /// A link that only the recipient may know: erased when the letter has left.
    pub secret_link: Option<String>,
}

/// Posts a letter; whether it was new.
pub async fn post(tx: &mut Tx, letter: Letter) -> Result<bool, Fault> {
    let now = tx.now();
    let posted = tx
        .execute(
            "INSERT INTO letters (key, kind, about, to_address, to_name, subject, text,
                                  secret_link, state, posted_at, next_try_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $9)
             ON CONFLICT (key) DO NOTHING",
            params![
                letter.key,
                letter.kind,
                letter.about,
                letter.to_address,
                letter.to_name,
                letter.subject,
                letter.text,
                letter.secret_link,
                now
            ],
        )
        .await?;
    Ok(posted > 0)
}
