//! Builders for tests about people: a house with authorities, and people in it.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use database::{Database, FromRow, Row, Tx};
use kernel::{Actor, Fault, Held, Language, Message, Outcome, Role, Stop};
use people::accounts::{
    self, AccountId, ChosenPassword, HashedPassword, Invitation, MailAddress, PersonName, Post,
    Secret, SignedIn, Visit,
};

pub const PASSWORD: &str = "tre røde cykler ved fjorden";
pub const ANOTHER: &str = "en grøn kajak under broen";

pub fn in_a_house(test: impl AsyncFn(Database)) {
    testkit::on_both(&[mail::SCHEMA, people::SCHEMA], |database| async {
        people::prepare(&database).await.unwrap();
        test(database).await;
    });
}

pub fn operator() -> Actor {
    Actor::operator("drift")
}

pub fn somebody(role: Role, authority: &str) -> Actor {
    Actor::with_roles("Nogen", [Held::at(role, authority)])
}

fn say(language: Language, message: &Message) -> String {
    let values = message
        .args
        .iter()
        .map(|(name, value)| format!("{name}={value:?}"));
    let values: Vec<String> = values.collect();
    format!("{} {} {}", language.tag(), message.key, values.join(" "))
}

pub fn post() -> Post {
    Post {
        say,
        address: "https://pejling.dk".to_owned(),
    }
}

pub fn visit() -> Visit {
    Visit {
        address: "192.0.2.7".to_owned(),
        program: "Firefox, Windows".to_owned(),
    }
}

pub fn visit_from(address: &str) -> Visit {
    Visit {
        address: address.to_owned(),
        ..visit()
    }
}

pub fn password(words: &str) -> HashedPassword {
    let name = PersonName::read("Ingen").unwrap();
    let mail = MailAddress::read("ingen@example.org").unwrap();
    let chosen = ChosenPassword::of(words, words, &name, &mail);
    chosen.ok().unwrap().hash().unwrap()
}

pub fn invitation(mail: &str, roles: &[Role]) -> Invitation {
    Invitation {
        name: "Pia Sørensen".to_owned(),
        mail: mail.to_owned(),
        language: Language::Da,
        roles: roles.to_vec(),
    }
}

pub async fn invite(
    tx: &mut Tx,
    key: &str,
    mail: &str,
    roles: &[Role],
) -> (AccountId, Option<String>) {
    let wanted = invitation(mail, roles);
    let invited = accounts::invite_person(tx, &operator(), &post(), Some(key), wanted)
        .await
        .unwrap();
    (invited.account, invited.path)
}

/// The secret words at the end of a path.
pub fn words(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// Somebody who has taken their invitation.
pub async fn a_person(tx: &mut Tx, key: &str, mail: &str, roles: &[Role]) -> (AccountId, Secret) {
    let (id, path) = invite(tx, key, mail, roles).await;
    let path = path.unwrap();
    let secret = accounts::accept_invitation(tx, words(&path), &password(PASSWORD), &visit()).await;
    (id, secret.unwrap())
}

pub async fn signed_in(tx: &mut Tx, secret: &Secret) -> Option<SignedIn> {
    let now = tx.now();
    accounts::actor_of_session(tx, &secret.hash(), now)
        .await
        .unwrap()
}

/// An attempt to sign in, with all its steps and what they leave.
pub async fn sign_in(
    database: &Database,
    mail: &str,
    words: &str,
    visit: &Visit,
) -> Outcome<Option<accounts::Begun>> {
    let mut tx = database.write().await?;
    let challenge = accounts::begin_sign_in(&mut tx, mail, visit).await?;
    tx.commit().await?;
    let checked = challenge.check(words)?;
    let mut tx = database.write().await?;
    let begun = accounts::finish_sign_in(&mut tx, checked, visit, None).await?;
    tx.commit().await?;
    Ok(begun)
}

/// The key of the first refusal.
pub fn refused<T>(outcome: Outcome<T>) -> String {
    match outcome {
        Err(Stop::Refused(refusals)) => refusals[0].message.key.to_string(),
        Err(Stop::NotFound) => "not found".to_owned(),
        Err(Stop::Failed(fault)) => panic!("{fault}"),
        Ok(_) => "done".to_owned(),
    }
}

pub struct Posted {
    pub key: String,
    pub to: String,
    pub text: String,
    pub link: Option<String>,
}

impl FromRow for Posted {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            key: row.get("key")?,
            to: row.get("to_address")?,
            text: row.get("text")?,
            link: row.get("secret_link")?,
        })
    }
}

pub async fn letters(tx: &mut Tx) -> Vec<Posted> {
    let sql = "SELECT key, to_address, text, secret_link FROM letters ORDER BY id";
    tx.all(sql, []).await.unwrap()
}

/// Every deed in the journal, the first first.
pub async fn deeds(tx: &mut Tx) -> Vec<String> {
    let mut written = people::journal::newest(tx, 1000).await.unwrap();
    written.reverse();
    assert_eq!(people::journal::verify(tx).await.unwrap(), vec![]);
    written.into_iter().map(|one| one.deed).collect()
}
