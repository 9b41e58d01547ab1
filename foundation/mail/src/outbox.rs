use database::{Tx, params};
use kernel::Fault;

/// Where in a letter's text its secret link belongs.
pub const LINK: &str = "{link}";

/// Where in a letter's text the installation's own address belongs: `{address}/rounds/2026`.
pub const ADDRESS: &str = "{address}";

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
    /// Plain text; [`LINK`] stands where the secret link belongs, [`ADDRESS`] before a path of
    /// ours.
    pub text: String,
    /// A link that only the recipient may know: erased when the letter has left. A path (`/…`)
    /// gets the installation's address before it.
    pub secret_link: Option<String>,
}

/// Posts a letter; whether it was new. What goes into the head of a letter becomes one line: a
/// name with a line break in it must not become a head of its own.
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
                one_line(&letter.to_name),
                one_line(&letter.subject),
                letter.text,
                letter.secret_link,
                now
            ],
        )
        .await?;
    Ok(posted > 0)
}

/// The words of a text in one line, without anything that steers a device.
pub(crate) fn one_line(text: &str) -> String {
    let spaced = text.replace(|letter: char| letter.is_control(), " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_in_a_name_is_a_space() {
        let name = "Pia\r\nBcc: alle@kommune.dk\u{0}\u{85}!";
        assert_eq!(one_line(name), "Pia Bcc: alle@kommune.dk !");
    }
}
