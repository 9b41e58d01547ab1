//! The fields by which a password is chosen, wherever that happens.

use super::door::Door;
use kernel::{Fault, Refusal};
use people::accounts::password::SHORTEST;
use people::accounts::{Account, ChosenPassword, HashedPassword, MailAddress, PersonName};
use serde::Deserialize;
use web::PageResult;
use web::components::{Field, FieldKind};
use web::languages::Texts;

/// A password as it was typed, twice.
#[derive(Deserialize)]
pub struct Chosen {
    #[serde(default)]
    password: String,
    #[serde(default)]
    again: String,
}

/// The fields. The mail address stands there too, so that programs that keep passwords know whose
/// it is; it cannot be changed here.
pub fn fields(mail: &str, texts: &Texts) -> Vec<Field> {
    let value = mail.to_owned();
    let mut fields = vec![Field::of(
        "known_mail",
        texts.say("people_page-mail"),
        FieldKind::Known { value },
    )];
    fields.extend(password_fields(texts));
    fields
}

/// The two fields of a new password.
pub fn password_fields(texts: &Texts) -> [Field; 2] {
    let hint = texts.say_with(
        "people_page-password-hint",
        &[("shortest", SHORTEST.into())],
    );
    let chosen = texts.say("people_page-password-new");
    let again = texts.say("people_page-password-again");
    [
        Field::of("password", chosen, FieldKind::NewPassword)
            .with_hint(hint)
            .required(),
        Field::of("again", again, FieldKind::NewPassword).required(),
    ]
}

/// Hashes a password that may be used, or says why it may not.
pub async fn keep(
    door: &Door,
    chosen: Chosen,
    account: &Account,
) -> PageResult<Result<HashedPassword, Vec<Refusal>>> {
    let (name, mail) = (account.checked_name()?, account.checked_mail()?);
    Ok(keep_for(door, chosen, &name, &mail).await?)
}

/// The same for somebody who has no account yet.
pub async fn keep_for(
    door: &Door,
    chosen: Chosen,
    name: &PersonName,
    mail: &MailAddress,
) -> Result<Result<HashedPassword, Vec<Refusal>>, Fault> {
    match ChosenPassword::of(&chosen.password, &chosen.again, name, mail) {
        Ok(password) => Ok(Ok(door.hash(move || password.hash()).await?)),
        Err(refused) => Ok(Err(refused)),
    }
}
