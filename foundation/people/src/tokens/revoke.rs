use super::create::subject;
use super::{Token, TokenId, records};
use crate::journal::{self, Entry};
use database::Tx;
use kernel::{Actor, Outcome, Refusal, Stop};

/// Takes a token back, with a reason; it works for nobody from the next request on.
pub async fn revoke(tx: &mut Tx, actor: &Actor, id: TokenId, reason: &str) -> Outcome<Token> {
    let token = records::get(tx, id).await?;
    if !token.is_visible_to(actor) {
        return Err(Stop::NotFound);
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::new("token-refusal-reason").at("reason").into());
    }
    if !records::insert_revocation(tx, id, reason, &actor.name).await? {
        return Err(Refusal::new("token-refusal-revoked").into());
    }
    let entry = Entry::new("people", "revoke_token", subject(&token)).with("reason", reason);
    journal::enter(tx, actor, entry).await?;
    records::get(tx, id).await
}
