//! The server is killed again and again while people save. What it acknowledged must be there.

use super::Trouble;
use super::house::{House, Person, ROUND, furnish, open};
use super::http::{Browser, encoded};
use super::server::Server;
use crate::generator::dice::Dice;
use followup::summary;
use kernel::Actor;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;
use tokio::runtime::Runtime;

/// After how many kills the whole database is checked.
const CHECK_EVERY: u32 = 20;
/// The longest time that a server lives, in milliseconds.
const LONGEST_LIFE: usize = 600;
/// In so many of a hundred lives the time counts from the first save that was acknowledged; in the
/// others from the start, so that starting is interrupted too.
const AT_WORK: usize = 80;

/// What is tried.
pub struct Trial<'t> {
    /// The program.
    pub program: &'t Path,
    /// An empty database.
    pub location: &'t str,
    /// How often the server is killed.
    pub kills: u32,
    /// How many people save at the same time.
    pub writers: usize,
    /// For the moments at which it is killed.
    pub seed: u64,
}

/// What was seen.
#[derive(Debug, Default)]
pub struct Outcome {
    /// How many saves were acknowledged.
    pub acknowledged: u64,
    /// How many were stored although the server did not live to say so.
    pub unheard: u64,
}

/// One answer of one form, which one writer alone saves: a number that rises.
struct Slot {
    number: u32,
    sent: u64,
    acknowledged: u64,
}

struct Writer {
    person: Person,
    slots: Vec<Slot>,
}

/// Runs the trial.
///
/// # Errors
/// The first acknowledged change that is not there, the first answer that is neither a success nor
/// a broken connection, or what `pejling check` found.
pub fn run(trial: &Trial<'_>) -> Result<Outcome, Trouble> {
    let runtime = Runtime::new()?;
    let house = runtime.block_on(furnish(trial.location, trial.writers))?;
    let mut writers = writers(&house);
    let mut dice = Dice::new(trial.seed);
    let mut outcome = Outcome::default();
    for kill in 1..=trial.kills {
        let life = Life {
            lasts: Duration::from_millis(dice.below(LONGEST_LIFE) as u64),
            at_work: dice.percent(AT_WORK),
        };
        outcome.acknowledged += live_and_die(trial, &mut writers, &life)?;
        outcome.unheard += runtime.block_on(compare(trial.location, &mut writers))?;
        if kill % CHECK_EVERY == 0 || kill == trial.kills {
            check(trial)?;
        }
    }
    Ok(outcome)
}

/// The writers of one municipality share its recommendations out among themselves.
fn writers(house: &House) -> Vec<Writer> {
    let people = &house.people;
    let writer = |person: &Person| {
        let colleagues: Vec<&Person> = people
            .iter()
            .filter(|one| one.code == person.code)
            .collect();
        let place = colleagues
            .iter()
            .position(|one| one.session == person.session);
        let slots = (1..=house.recommendations)
            .skip(place.unwrap_or(0))
            .step_by(colleagues.len());
        Writer {
            person: person.clone(),
            slots: slots.map(Slot::new).collect(),
        }
    };
    people.iter().map(writer).collect()
}

/// How long a server lives.
struct Life {
    lasts: Duration,
    at_work: bool,
}

/// What the writers and the killer tell each other.
#[derive(Default)]
struct Signs {
    killed: AtomicBool,
    acknowledged: AtomicBool,
    trouble: AtomicBool,
}

/// Starts the server, lets everybody save, kills it; how many saves were acknowledged.
fn live_and_die(trial: &Trial<'_>, writers: &mut [Writer], life: &Life) -> Result<u64, Trouble> {
    let mut server = Server::start(trial.program, trial.location)?;
    let (address, signs) = (server.address, &Signs::default());
    let saved = thread::scope(|scope| {
        let working: Vec<_> = writers
            .iter_mut()
            .map(|writer| scope.spawn(move || writer.work(address, signs)))
            .collect();
        life.pass(signs);
        signs.killed.store(true, Ordering::SeqCst);
        let death = server.kill();
        let saved: Vec<_> = working.into_iter().map(|work| work.join()).collect();
        death.map(|()| saved)
    })?;
    let broken = |_| Trouble::new("a writer panicked");
    saved.into_iter().map(|one| one.map_err(broken)?).sum()
}

impl Life {
    fn pass(&self, signs: &Signs) {
        let is = |sign: &AtomicBool| sign.load(Ordering::SeqCst);
        while self.at_work && !is(&signs.acknowledged) && !is(&signs.trouble) {
            thread::sleep(Duration::from_millis(1));
        }
        thread::sleep(self.lasts);
    }
}

impl Slot {
    fn new(number: u32) -> Self {
        Self {
            number,
            sent: 0,
            acknowledged: 0,
        }
    }

    /// The form as the page's script sends it: what is there now is compared with what the page
    /// showed first, and the same page may save over what it saved before.
    fn form(&self, page: &str) -> String {
        let remark = encoded(&format!("Lagret {}", self.sent));
        format!("page={page}-{}&status=yellow&remark={remark}", self.number)
    }
}

impl Writer {
    fn work(&mut self, address: SocketAddr, signs: &Signs) -> Result<u64, Trouble> {
        let worked = self.save_on(address, signs);
        signs.trouble.fetch_or(worked.is_err(), Ordering::SeqCst);
        worked
    }

    /// Saves until the server is gone.
    fn save_on(&mut self, address: SocketAddr, signs: &Signs) -> Result<u64, Trouble> {
        let mut browser = Browser::new(address, &self.person.session);
        let mut acknowledged = 0;
        loop {
            for slot in &mut self.slots {
                let path = format!(
                    "/rounds/{ROUND}/progress-forms/{}/fill/{}",
                    self.person.code, slot.number
                );
                slot.sent += 1;
                match browser.post(&path, &slot.form(self.person.code.as_str())) {
                    Ok(answer) if answer.status == 200 => {
                        slot.acknowledged = slot.sent;
                        acknowledged += 1;
                        signs.acknowledged.store(true, Ordering::SeqCst);
                    }
                    Ok(answer) => {
                        let said = String::from_utf8_lossy(&answer.body).into_owned();
                        let said = format!("{path} answered {}: {said}", answer.status);
                        return Err(Trouble::new(said));
                    }
                    Err(_) if signs.killed.load(Ordering::SeqCst) => return Ok(acknowledged),
                    Err(trouble) => return Err(trouble),
                }
            }
        }
    }
}

/// Holds what is stored against what was acknowledged; how many changes were stored unheard.
async fn compare(location: &str, writers: &mut [Writer]) -> Result<u64, Trouble> {
    let database = open(location).await?;
    let mut tx = database.read().await?;
    let actor = Actor::operator("Prøvestand");
    let mut unheard = 0;
    for writer in writers.iter_mut() {
        let form = summary::form(&mut tx, &actor, ROUND, &writer.person.code, None).await?;
        for slot in &mut writer.slots {
            let entries = form.entries.iter();
            let mut own = entries.filter(|one| one.recommendation.number == slot.number);
            let entry = own.next().and_then(|one| one.entry.as_ref());
            let remark = entry.map(|entry| entry.remark_text()).unwrap_or_default();
            let stored = remark.rsplit(' ').next().and_then(|word| word.parse().ok());
            let stored = stored.unwrap_or(0);
            if stored < slot.acknowledged || stored > slot.sent {
                return Err(Trouble::new(format!(
                    "{} number {}: {} was acknowledged, {stored} is stored",
                    writer.person.code, slot.number, slot.acknowledged
                )));
            }
            unheard += u64::from(stored > slot.acknowledged);
            slot.acknowledged = stored;
        }
    }
    drop(tx);
    database.close().await;
    Ok(unheard)
}

fn check(trial: &Trial<'_>) -> Result<(), Trouble> {
    let output = Command::new(trial.program)
        .args(["check", "--database", trial.location])
        .output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let also = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(Trouble::new(format!("pejling check: {said}{also}")))
}
