use super::entry;
use super::sign_in::Checked;
use crate::accounts::post::{Occasion, Post};
use crate::accounts::records::account::{self, Account};
use crate::accounts::records::sessions::{self, SignedIn};
use crate::accounts::rules::password::HashedPassword;
use crate::journal;
use database::Tx;
use kernel::{Fault, Message, Outcome, Refusal};

/// Changes one's own password; `checked` is the attempt to give the present one. All other
/// sessions end.
pub async fn change_password(
    tx: &mut Tx,
    post: &Post,
    who: &SignedIn,
    checked: &Checked,
    password: &HashedPassword,
) -> Outcome<()> {
    let own = checked
        .account()
        .filter(|account| account.id == who.account);
    let Some(account) = own.cloned() else {
        return Err(Refusal::new("account-refusal-current").at("current").into());
    };
    checked.forget_failures(tx).await?;
    account::set_password(tx, account.id, password).await?;
    sessions::end_all(tx, account.id, Some(who.session)).await?;
    tell(tx, post, &account).await?;
    Ok(journal::enter(tx, &who.actor, entry("change_password", &account.mail)).await?)
}

/// Tells the owner, who may not have been the one (OWASP ASVS 5, 6.3.7).
pub(super) async fn tell(tx: &mut Tx, post: &Post, account: &Account) -> Result<(), Fault> {
    let changed = Occasion {
        key: format!("password {} {}", account.id.0, tx.now().timestamp_micros()),
        kind: "password_changed",
        subject: "account-letter-password-subject",
        text: Message::new("account-letter-password").with("address", post.address.as_str()),
        secret_path: None,
    };
    post.send(tx, account, changed).await
}
