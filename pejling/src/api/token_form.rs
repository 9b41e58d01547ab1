//! The page of one's tokens.

use super::page::scope_words;
use askama::Template;
use chrono::{NaiveDate, TimeDelta};
use database::Tx;
use kernel::{Actor, Fault, Refusal, Role};
use people::authorities::{self, Kind};
use people::tokens::{LONGEST_DAYS, NewToken, Scope, Secret, Token, roles_at};
use serde::Deserialize;
use web::components::{Choice, ErrorSummary, Field, FieldKind, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// What somebody typed; a name may stand several times.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// What was typed into a field; nothing is the empty text.
    pub fn text(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let own = self.0.iter().filter(move |(field, _)| field == name);
        own.map(|(_, value)| value.as_str())
    }

    /// The token that is wanted.
    pub fn wanted(&self) -> Result<NewToken, Vec<Refusal>> {
        let (role, authority) = self.text("role").split_once('@').unwrap_or_default();
        let scopes = self.all("scopes").filter_map(Scope::from_key);
        let day = self.text("expires_on").parse();
        let expires_on =
            day.map_err(|_| vec![Refusal::new("token-refusal-day").at("expires_on")])?;
        Ok(NewToken {
            name: self.text("name").to_owned(),
            authority: authority.to_owned(),
            roles: Role::from_key(role).into_iter().collect(),
            scopes: scopes.collect(),
            expires_on,
        })
    }
}

/// A role at an authority that a token may act in.
pub struct Place {
    role: Role,
    key: String,
    name: String,
}

/// Where somebody may let a token act: in each role that they hold, at each authority.
pub async fn places(tx: &mut Tx, actor: &Actor) -> Result<Vec<Place>, Fault> {
    let mut places = Vec::new();
    let today = tx.today();
    let mut all = authorities::existing_on(tx, Kind::Kkr, today).await?;
    all.extend(authorities::existing_on(tx, Kind::Municipality, today).await?);
    for authority in all {
        for role in roles_at(actor, &authority) {
            places.push(Place {
                role,
                key: authority.key.clone(),
                name: authority.name.clone(),
            });
        }
    }
    Ok(places)
}

/// What the page shows.
pub struct Shown<'page> {
    pub places: Vec<Place>,
    pub known: Vec<Token>,
    pub today: NaiveDate,
    pub typed: &'page Typed,
    pub refusals: &'page [Refusal],
    pub secret: Option<Secret>,
    pub reader: &'page Reader,
}

#[derive(Template)]
#[template(path = "tokens.html")]
struct Tokens {
    texts: &'static Texts,
    errors: Option<ErrorSummary>,
    secret: Option<String>,
    name: Field,
    role: Field,
    expires_on: Field,
    scopes: Vec<ScopeChoice>,
    scopes_error: Option<String>,
    known: Vec<Known>,
}

struct ScopeChoice {
    key: &'static str,
    words: String,
    chosen: bool,
}

struct Known {
    id: i64,
    name: String,
    facts: String,
    state: String,
    works: bool,
    reason: Field,
}

/// The page.
pub fn render(shown: Shown<'_>) -> String {
    let texts = shown.reader.texts();
    let told = |field: Field| field.with_refusals(shown.refusals, texts);
    let content = Tokens {
        texts,
        errors: ErrorSummary::of(shown.refusals, texts),
        secret: shown
            .secret
            .as_ref()
            .map(|secret| secret.reveal().to_owned()),
        name: told(name(shown.typed, texts)),
        role: told(role(&shown, texts)),
        expires_on: told(expires_on(&shown, texts)),
        scopes: scopes(shown.typed, texts),
        scopes_error: shown
            .refusals
            .iter()
            .find(|one| one.field.as_deref() == Some("scopes"))
            .map(|one| texts.message(&one.message)),
        known: shown.known.iter().map(|one| known(one, &shown)).collect(),
    };
    Page::titled(texts.say("token-title"))
        .with_lead(texts.say("token-lead"))
        .private()
        .render(&content, shown.reader)
}

fn name(typed: &Typed, texts: &Texts) -> Field {
    Field::text("name", texts.say("token-name"), typed.text("name"))
        .with_hint(texts.say("token-name-hint"))
        .required()
}

fn role(shown: &Shown<'_>, texts: &Texts) -> Field {
    let chosen = shown.typed.text("role");
    let choice = |place: &Place| {
        let value = format!("{}@{}", place.role.key(), place.key);
        Choice {
            chosen: value == chosen,
            label: format!("{}: {}", place.name, role_words(place.role, texts)),
            value,
        }
    };
    let choices = shown.places.iter().map(choice).collect();
    Field::of(
        "role",
        texts.say("token-role"),
        FieldKind::Select { choices },
    )
    .with_hint(texts.say("token-role-hint"))
    .required()
}

fn role_words(role: Role, texts: &Texts) -> String {
    texts.say(match role {
        Role::Secretariat => "token-role-secretariat",
        Role::Coordinator => "token-role-coordinator",
        Role::Approver => "token-role-approver",
        Role::Clerk => "token-role-clerk",
        Role::Reader => "token-role-reader",
        Role::Administrator => "token-role-administrator",
        Role::Operator => "token-role-operator",
    })
}

fn expires_on(shown: &Shown<'_>, texts: &Texts) -> Field {
    let typed = shown.typed.text("expires_on");
    let usual = (shown.today + TimeDelta::days(LONGEST_DAYS - 1)).to_string();
    let value = if typed.is_empty() {
        usual
    } else {
        typed.to_owned()
    };
    Field::of(
        "expires_on",
        texts.say("token-expires"),
        FieldKind::Date { value },
    )
    .with_hint(texts.say("token-expires-hint"))
    .required()
}

fn scopes(typed: &Typed, texts: &Texts) -> Vec<ScopeChoice> {
    let choice = |scope: Scope| ScopeChoice {
        key: scope.key(),
        words: scope_words(scope, texts),
        chosen: typed.all("scopes").any(|key| key == scope.key()),
    };
    Scope::ALL.map(choice).into()
}

fn known(one: &Token, shown: &Shown<'_>) -> Known {
    let texts = shown.reader.texts();
    let scopes: Vec<&str> = one.scopes.iter().map(|scope| scope.key()).collect();
    let facts = texts.say_with(
        "token-facts",
        &[
            ("start", one.start.as_str().into()),
            ("authority", one.authority.as_str().into()),
            ("scopes", scopes.join(", ").into()),
            ("who", one.made_by.as_str().into()),
            ("on", one.made_at.date_naive().into()),
        ],
    );
    let works = one.works_on(shown.today);
    let field = format!("reason-{}", one.id.0);
    let reason = Field::text(&field, texts.say("token-reason"), "");
    Known {
        id: one.id.0,
        name: one.name.clone(),
        facts,
        state: state(one, works, texts),
        works,
        reason: reason.with_refusals(shown.refusals, texts),
    }
}

fn state(one: &Token, works: bool, texts: &Texts) -> String {
    if let Some(revocation) = &one.revocation {
        let values = [
            ("on", revocation.at.date_naive().into()),
            ("who", revocation.by.as_str().into()),
            ("reason", revocation.reason.as_str().into()),
        ];
        return texts.say_with("token-state-revoked", &values);
    }
    let key = if works {
        "token-state-works"
    } else {
        "token-state-ended"
    };
    let until = texts.say_with(key, &[("on", one.expires_on.into())]);
    let used = match one.last_used_at {
        Some(at) => texts.say_with("token-used", &[("at", texts.moment(at).into())]),
        None => texts.say("token-unused"),
    };
    format!("{until} {used}")
}

impl Known {
    /// The field's name holds the token's number, so that an error summary leads to it.
    fn action(&self) -> Html {
        Html::text(&format!("/account/tokens/{}/revocation", self.id))
    }
}
