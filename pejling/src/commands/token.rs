use super::support;
use crate::cli::{TokenCreate, TokenList, TokenRevoke};
use crate::exit::{Ended, Ending, Failure};
use chrono::{NaiveDate, TimeDelta};
use kernel::{Message, Role, Stop};
use people::tokens::{self, LONGEST_DAYS, NewToken, Scope, Token};
use serde_json::json;
use web::languages::Texts;

/// Makes a token; it is the only line on standard output, so that a script can keep it.
pub fn create(create: &TokenCreate, texts: &Texts) -> Ended {
    let roles = words(&create.roles, "cli-bad-token-role", Role::from_key)?;
    let scopes = words(&create.scopes, "cli-bad-scope", Scope::from_key)?;
    support::runtime()?.block_on(async {
        let database = support::open(&create.store).await?;
        let mut tx = database.write().await?;
        let in_a_year = tx.today() + TimeDelta::days(LONGEST_DAYS - 1);
        let new = NewToken {
            name: create.name.clone(),
            authority: create.authority.clone(),
            roles,
            scopes,
            expires_on: create.expires.unwrap_or(in_a_year),
        };
        let (token, secret) = tokens::create(&mut tx, &support::operator(), new).await?;
        tx.commit().await?;
        support::say(secret.reveal());
        let made = Message::new("cli-token-made")
            .with("name", token.name)
            .with("on", token.expires_on);
        eprintln!("{}", texts.message(&made));
        Ok::<_, Failure>(Ending::Done)
    })
}

fn words<T>(
    given: &[String],
    unknown: &'static str,
    read: fn(&str) -> Option<T>,
) -> Result<Vec<T>, Failure> {
    let word = |word: &String| {
        let failure = || Failure::Usage(Message::new(unknown).with("word", word.as_str()));
        read(word).ok_or_else(failure)
    };
    given.iter().map(word).collect()
}

/// Lists the tokens, the newest first.
pub fn list(list: &TokenList, texts: &Texts) -> Ended {
    support::runtime()?.block_on(async {
        let database = support::open(&list.store).await?;
        let mut tx = database.read().await?;
        let today = tx.today();
        for token in tokens::visible_to(&mut tx, &support::operator()).await? {
            support::say(&match list.json {
                true => line_json(&token, today),
                false => texts.message(&line(&token, today, texts)),
            });
        }
        Ok::<_, Failure>(Ending::Done)
    })
}

fn line(token: &Token, today: NaiveDate, texts: &Texts) -> Message {
    let state = match token.works_on(today) {
        true => "cli-token-state-works",
        false if token.revocation.is_some() => "cli-token-state-revoked",
        false => "cli-token-state-ended",
    };
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.key()).collect();
    Message::new("cli-token-line")
        .with("number", token.id.0.to_string())
        .with("start", token.start.as_str())
        .with("name", token.name.as_str())
        .with("authority", token.authority.as_str())
        .with("scopes", scopes.join(", "))
        .with("on", token.expires_on)
        .with("state", texts.say(state))
}

fn line_json(token: &Token, today: NaiveDate) -> String {
    let roles: Vec<&str> = token.roles.iter().map(|role| role.key()).collect();
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.key()).collect();
    json!({
        "id": token.id.0,
        "start": token.start,
        "name": token.name,
        "authority": token.authority,
        "roles": roles,
        "scopes": scopes,
        "made_by": token.made_by,
        "made_at": token.made_at,
        "expires_on": token.expires_on,
        "last_used_at": token.last_used_at,
        "revoked": token.revocation.is_some(),
        "works": token.works_on(today),
    })
    .to_string()
}

/// Takes a token back.
pub fn revoke(revoke: &TokenRevoke, texts: &Texts) -> Ended {
    support::runtime()?.block_on(async {
        let database = support::open(&revoke.store).await?;
        let mut tx = database.write().await?;
        let actor = support::operator();
        let all = tokens::visible_to(&mut tx, &actor).await?;
        let is_named =
            |one: &&Token| one.start == revoke.token || one.id.0.to_string() == revoke.token;
        let named = all.iter().find(is_named).ok_or(Stop::NotFound)?;
        let revoked = tokens::revoke(&mut tx, &actor, named.id, &revoke.reason).await?;
        tx.commit().await?;
        let said = Message::new("cli-token-revoked").with("name", revoked.name);
        support::say(&texts.message(&said));
        Ok::<_, Failure>(Ending::Done)
    })
}
