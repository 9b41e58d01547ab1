use super::{Secret, Token, TokenId, records};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use database::Tx;
use kernel::{Actor, Fault, Held, Role};

/// How much later a use is written down again: every request would be a write.
const USE_GRAIN: TimeDelta = TimeDelta::hours(1);

/// What a presented token turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presented {
    /// None of ours.
    Unknown,
    /// It ended.
    Expired(NaiveDate),
    /// It was taken back.
    Revoked(DateTime<Utc>),
    /// It works: the token, and who acts with it.
    Known(Box<Token>, Actor),
}

/// Finds the token that was presented and says who acts with it: its roles, as far as its maker
/// still holds them today.
pub async fn recognise(tx: &mut Tx, presented: &str) -> Result<Presented, Fault> {
    let Some(secret) = Secret::presented(presented) else {
        return Ok(Presented::Unknown);
    };
    let Some(token) = records::with_hash(tx, &secret.hash()).await? else {
        return Ok(Presented::Unknown);
    };
    if let Some(revocation) = &token.revocation {
        return Ok(Presented::Revoked(revocation.at));
    }
    if token.expires_on < tx.today() {
        return Ok(Presented::Expired(token.expires_on));
    }
    let actor = actor(tx, &token).await?;
    Ok(Presented::Known(Box::new(token), actor))
}

async fn actor(tx: &mut Tx, token: &Token) -> Result<Actor, Fault> {
    let roles = match token.account {
        Some(account) => still_held(token, &records::held_by(tx, account).await?),
        None => token.held(),
    };
    Ok(Actor {
        name: format!("{}, {} ({})", token.made_by, token.name, token.start),
        account: token.account,
        roles,
    })
}

/// What of a token's roles its maker still holds.
fn still_held(token: &Token, now: &[Held]) -> Vec<Held> {
    let holds = |role: Role| {
        let mut held = now.iter();
        held.any(|one| {
            one.role == Role::Operator || (one.role == role && one.covers(&token.authority))
        })
    };
    let mut roles = token.held();
    roles.retain(|own| holds(own.role));
    roles
}

/// Whether a use of the token is worth writing down: it is kept to the hour.
pub fn is_worth_noting(token: &Token, now: DateTime<Utc>) -> bool {
    token
        .last_used_at
        .is_none_or(|last| now - last >= USE_GRAIN)
}

/// Writes down that a token is used.
pub async fn was_used(tx: &mut Tx, id: TokenId) -> Result<(), Fault> {
    records::mark_used(tx, id).await
}
