//! Who is still waited for: one row for each participant of a round, with how long there is left,
//! the last contact, and who can be spoken to.

use crate::access::{self, Deed};
use crate::recipients::Recipients;
use crate::records::chasing::{self, FormContact, StoredPlan};
use crate::records::rounds::{self, Round};
use crate::records::{forms, programmes};
use crate::rules::chasing::{Chased, days_left, is_awaited, next_day};
use crate::rules::progress_form::FormState;
use chrono::NaiveDate;
use database::Tx;
use kernel::{Actor, Fault, MunicipalityCode, Outcome, danish_day};
use mail::Posted;
use people::accounts::Reachable;

/// The chase of a round.
pub struct Chase {
    /// The round.
    pub round: Round,
    /// Its programme.
    pub programme: programmes::Programme,
    /// Its plan.
    pub plan: StoredPlan,
    /// Days until the due day; less than nothing when it is over.
    pub days_left: Option<i64>,
    /// When the plan reminds next.
    pub next_on: Option<NaiveDate>,
    /// A row for each participant, in Danish order.
    pub rows: Vec<ChaseRow>,
}

/// One municipality in the chase.
#[derive(Debug, Clone, PartialEq)]
pub struct ChaseRow {
    /// The code.
    pub code: MunicipalityCode,
    /// The name.
    pub name: String,
    /// Where its form stands.
    pub state: FormState,
    /// Every contact, the newest first.
    pub contacts: Vec<FormContact>,
    /// Who fills the form in.
    pub people: Vec<Reachable>,
    /// A letter that was given up.
    pub unreached: bool,
}

impl ChaseRow {
    /// Whether its form is still waited for.
    pub fn is_awaited(&self) -> bool {
        is_awaited(self.state)
    }

    /// How many reminders it got.
    pub fn reminders(&self) -> usize {
        let reminders = self.contacts.iter().filter(|one| one.kind.is_reminder());
        reminders.count()
    }

    /// Whether nobody is known who could be written to.
    pub fn has_no_contact(&self) -> bool {
        self.people.is_empty()
    }

    /// Whether people are known, but none of them has ever signed in.
    pub fn never_signed_in(&self) -> bool {
        !self.people.is_empty() && self.people.iter().all(|one| !one.has_signed_in)
    }
}

/// The chase of a round, for its secretariat. A fixed number of questions.
pub async fn chase(tx: &mut Tx, actor: &Actor, key: &str) -> Outcome<Chase> {
    let round = rounds::named(tx, key).await?;
    access::may(actor, Deed::ReadUnreleased, &round)?;
    let programme = programmes::get(tx, round.programme).await?;
    let plan = chasing::plan(tx, round.id).await?;
    let rows = rows(tx, &round).await?;
    let due = round.settings.due_on;
    let today = tx.today();
    Ok(Chase {
        days_left: due.map(|due| days_left(due, today)),
        next_on: due.and_then(|due| next_day(&plan.plan, due, today)),
        programme,
        plan,
        rows,
        round,
    })
}

async fn rows(tx: &mut Tx, round: &Round) -> Result<Vec<ChaseRow>, Fault> {
    let states = standing(tx, round).await?;
    let contacts = chasing::contacts(tx, round.id).await?;
    let recipients = Recipients::read(tx).await?;
    let lost = mail::all_given_up(tx).await?;
    let participants = rounds::participants(tx, round.id).await?;
    let mut rows: Vec<ChaseRow> = participants
        .into_iter()
        .map(|one| ChaseRow {
            state: state_of(&states, &one.code),
            contacts: contacts
                .iter()
                .filter(|contact| contact.code == one.code)
                .cloned()
                .collect(),
            people: recipients.coordinators(one.code.as_str()).to_vec(),
            unreached: is_lost(&lost, round, &one.code),
            code: one.code,
            name: one.name,
        })
        .collect();
    rows.sort_by(|left, right| people::danish_order(&left.name, &right.name));
    Ok(rows)
}

/// A letter about a form carries the round's key and the municipality's code.
pub fn about(round: &Round, code: &MunicipalityCode) -> String {
    format!("{}/{code}", round.key)
}

fn is_lost(lost: &[Posted], round: &Round, code: &MunicipalityCode) -> bool {
    let about = about(round, code);
    lost.iter().any(|letter| letter.about == about)
}

type States = Vec<(MunicipalityCode, FormState)>;

/// Where each participant's form stands.
pub(crate) async fn states_of(tx: &mut Tx, round: &Round) -> Result<States, Fault> {
    let states = standing(tx, round).await?;
    let participants = rounds::participants(tx, round.id).await?;
    let codes = participants.into_iter().map(|one| one.code);
    Ok(codes
        .map(|code| (code.clone(), state_of(&states, &code)))
        .collect())
}

/// Where the versions that are not withdrawn stand, the newest of each form first.
async fn standing(tx: &mut Tx, round: &Round) -> Result<States, Fault> {
    let versions = forms::of_round(tx, round.id).await?;
    let standing = versions
        .into_iter()
        .filter(|version| version.state != FormState::Withdrawn);
    Ok(standing
        .map(|version| (version.code, version.state))
        .collect())
}

fn state_of(states: &States, code: &MunicipalityCode) -> FormState {
    let found = states.iter().find(|(one, _)| one == code);
    found.map_or(FormState::NotStarted, |(_, state)| *state)
}

impl Chase {
    /// The forms as the plan's rule sees them.
    pub fn chased(&self) -> Vec<Chased> {
        let reminders = |row: &ChaseRow| {
            let own = row.contacts.iter().filter(|one| one.kind.is_reminder());
            own.map(|one| (danish_day(one.at), one.step)).collect()
        };
        self.rows
            .iter()
            .map(|row| Chased {
                code: row.code.clone(),
                state: row.state,
                reminders: reminders(row),
            })
            .collect()
    }

    /// The row of a municipality.
    pub fn row(&self, code: &MunicipalityCode) -> Option<&ChaseRow> {
        self.rows.iter().find(|row| row.code == *code)
    }
}
