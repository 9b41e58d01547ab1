//! The demonstration with one more round, and people at work.

use super::Trouble;
use chrono::{Days, NaiveDate};
use database::{Database, Tx};
use followup::actions::{Invited, NewRound, open_round};
use followup::records::recommendations::{of_set, sets};
use followup::records::rounds::{self, RoundSettings, participants};
use followup::summary;
use kernel::{Actor, Held, MunicipalityCode, Role};
use people::accounts::{InventedPerson, Visit, invent_person, sign_in_as};

/// The round that is filled in.
pub const ROUND: &str = "travlhed";
/// The house and who works in it.
#[derive(Debug, Clone)]
pub struct House {
    /// Those who have signed in.
    pub people: Vec<Person>,
    /// How many recommendations the round asks about.
    pub recommendations: u32,
}

/// Somebody at work in a municipality.
#[derive(Debug, Clone)]
pub struct Person {
    /// Where.
    pub code: MunicipalityCode,
    /// The token in the cookie.
    pub session: String,
}

/// Opens a database as the program does.
pub async fn open(location: &str) -> Result<Database, Trouble> {
    Ok(Database::open(location, &followup::schemas()).await?)
}

/// Loads the demonstration, opens the round, and signs so many people in, spread over the
/// municipalities.
pub async fn furnish(location: &str, people: usize) -> Result<House, Trouble> {
    let database = open(location).await?;
    demo::load(&database).await?;
    let mut tx = database.write().await?;
    ask_everybody(&mut tx).await?;
    let round = summary::round(&mut tx, &Actor::secretariat("Prøvestand"), ROUND).await?;
    let asked = participants(&mut tx, round.id).await?;
    let recommendations = of_set(&mut tx, round.set).await?.len();
    let mut signed_in = Vec::new();
    for (number, participant) in (0..people).zip(asked.iter().cycle()) {
        signed_in.push(sign_in(&mut tx, number, &participant.code).await?);
    }
    tx.commit().await?;
    database.close().await;
    Ok(House {
        people: signed_in,
        recommendations: u32::try_from(recommendations).unwrap_or(u32::MAX),
    })
}

async fn ask_everybody(tx: &mut Tx) -> Result<(), Trouble> {
    let operator = Actor::operator("Prøvestand");
    let programmes = summary::programmes(tx).await?;
    let programme = programmes
        .first()
        .ok_or_else(|| Trouble::new("the demonstration has no programme"))?;
    let sets = sets(tx, programme.id).await?;
    let rounds = rounds::all(tx).await?;
    let (set, last) = sets
        .last()
        .zip(rounds.first())
        .ok_or_else(|| Trouble::new("the demonstration has no set"))?;
    let today = tx.today();
    let new = NewRound {
        set: set.id,
        key: ROUND.to_owned(),
        settings: RoundSettings {
            title: "Travlhed".to_owned(),
            due_on: Some(in_a_month(today)),
            grace_until: None,
            closes_on: None,
            ..last.settings.clone()
        },
        invited: Invited::Members,
    };
    open_round(tx, &operator, new).await?;
    Ok(())
}

fn in_a_month(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(30)).unwrap_or(day)
}

async fn sign_in(tx: &mut Tx, number: usize, code: &MunicipalityCode) -> Result<Person, Trouble> {
    let operator = Actor::operator("Prøvestand");
    let invented = InventedPerson {
        name: format!("Person {number}"),
        mail: format!("person-{number}@example.org"),
        roles: vec![Held::at(Role::Coordinator, code.as_str())],
    };
    let account = invent_person(tx, &operator, invented).await?;
    let begun = sign_in_as(tx, account, &Visit::default(), None).await?;
    Ok(Person {
        code: code.clone(),
        session: begun.secret.words().to_owned(),
    })
}
