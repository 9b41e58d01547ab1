use super::journal_entry;
use crate::access::Deed;
use crate::summary::letters;
use database::Tx;
use kernel::{Actor, Outcome};
use mail::{LetterId, Posted};
use people::journal;

/// Posts a letter that was given up once more.
pub async fn post_letter_again(tx: &mut Tx, actor: &Actor, id: LetterId) -> Outcome<Posted> {
    letters::one(tx, actor, id, Deed::PostLetterAgain).await?;
    let letter = mail::post_again(tx, id).await?;
    let entry = journal_entry("post_letter_again", &letter.about)
        .with("kind", letter.kind.as_str())
        .with("letter", letter.id.0);
    journal::enter(tx, actor, entry).await?;
    Ok(letter)
}
