use super::entry;
use crate::accounts::records::account;
use crate::accounts::records::sessions::{self, SessionId, SignedIn};
use crate::journal;
use database::Tx;
use kernel::{Outcome, Stop};

/// Signs out: this session ends.
pub async fn sign_out(tx: &mut Tx, who: &SignedIn) -> Outcome<()> {
    end(tx, who, who.session, "sign_out").await
}

/// Ends another session of one's own.
pub async fn end_session(tx: &mut Tx, who: &SignedIn, session: SessionId) -> Outcome<()> {
    end(tx, who, session, "end_session").await
}

async fn end(tx: &mut Tx, who: &SignedIn, session: SessionId, deed: &'static str) -> Outcome<()> {
    if !sessions::end(tx, who.account, session).await? {
        return Err(Stop::NotFound);
    }
    let account = account::get(tx, who.account).await?;
    Ok(journal::enter(tx, &who.actor, entry(deed, &account.mail)).await?)
}

/// Ends every session of one's own, this one too; how many.
pub async fn sign_out_everywhere(tx: &mut Tx, who: &SignedIn) -> Outcome<u64> {
    let ended = sessions::end_all(tx, who.account, None).await?;
    let account = account::get(tx, who.account).await?;
    journal::enter(tx, &who.actor, entry("sign_out_everywhere", &account.mail)).await?;
    Ok(ended)
}
