use super::sign_in::{Begun, begin};
use crate::accounts::records::account::{self, AccountId};
use crate::accounts::records::sessions::{SessionId, Visit};
use database::Tx;
use kernel::{Outcome, Stop};

/// Signs in as somebody who is invented, without a password: for the demonstration. Whether the
/// installation is one, the caller has asked; an account of a real person is never there.
pub async fn sign_in_as(
    tx: &mut Tx,
    id: AccountId,
    visit: &Visit,
    earlier: Option<(AccountId, SessionId)>,
) -> Outcome<Begun> {
    let account = account::get(tx, id).await?;
    if !account.fictional || account.disabled.is_some() {
        return Err(Stop::NotFound);
    }
    begin(tx, account, visit, earlier, "sign_in_as").await
}
