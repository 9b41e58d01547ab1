use super::entry;
use crate::accounts::records::account;
use crate::accounts::records::sessions::SignedIn;
use crate::accounts::rules::person_name::PersonName;
use crate::journal;
use database::Tx;
use kernel::{Language, Outcome, Refusal};

/// Changes one's own name and language, as one saw them in `version`.
pub async fn edit_account(
    tx: &mut Tx,
    who: &SignedIn,
    version: i64,
    name: &str,
    language: Language,
) -> Outcome<()> {
    let name = PersonName::read(name)?;
    let before = account::get(tx, who.account).await?;
    if !account::edit(tx, who.account, version, (&name, language)).await? {
        return Err(Refusal::new("account-refusal-stale").into());
    }
    let entry = entry("edit_account", &before.mail)
        .with("name", name.as_str())
        .with("name_before", before.name)
        .with("language", language.tag());
    Ok(journal::enter(tx, &who.actor, entry).await?)
}
