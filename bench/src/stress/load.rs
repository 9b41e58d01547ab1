//! Many people at once: so many requests a second, reading and saving, and how long each takes
//! from the moment at which it was due. A server that falls behind is seen in every later answer
//! (no coordinated omission).

use super::Trouble;
use super::house::{House, ROUND, furnish};
use super::http::{Browser, encoded};
use super::server::Server;
use crate::generator::dice::Dice;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// Threads that ask; each waits for its answer.
const ASKING: usize = 48;

/// What is tried.
pub struct Trial<'t> {
    /// The program.
    pub program: &'t Path,
    /// An empty database.
    pub location: &'t str,
    /// How many people have signed in.
    pub people: usize,
    /// Requests a second.
    pub rate: u32,
    /// For how long.
    pub lasts: Duration,
}

/// What somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Deed {
    Save,
    List,
    Answer,
    Desk,
    Overview,
}

/// Somebody at work, who saves one answer of their municipality's form if one is theirs.
struct Worker {
    browser: Browser,
    code: String,
    own: Option<u32>,
    saved: u64,
}

struct Asked {
    deed: Deed,
    took: Duration,
    failure: Option<String>,
}

/// Runs the trial; the figures as lines.
///
/// # Errors
/// Where the house cannot be made or the server does not start.
pub fn run(trial: &Trial<'_>) -> Result<Vec<String>, Trouble> {
    let house = Runtime::new()?.block_on(furnish(trial.location, trial.people))?;
    let server = Server::start(trial.program, trial.location)?;
    let workers: Vec<Mutex<Worker>> = workers(&house, &server)
        .into_iter()
        .map(Mutex::new)
        .collect();
    let (next, begun) = (AtomicU64::new(0), Instant::now());
    let ask = || ask_in_turn(trial, &workers, &next, begun);
    let asked: Vec<Asked> = thread::scope(|scope| {
        let asking: Vec<_> = (0..ASKING).map(|_| scope.spawn(ask)).collect();
        let all = asking.into_iter().filter_map(|one| one.join().ok());
        all.flatten().collect()
    });
    let lasted = begun.elapsed();
    Ok(figures(trial, &asked, lasted, &server))
}

/// The first of a municipality's people save one recommendation each; the others only read.
fn workers(house: &House, server: &Server) -> Vec<Worker> {
    let mut taken: BTreeMap<&str, u32> = BTreeMap::new();
    let worker = |person: &'_ super::house::Person, number: u32| Worker {
        browser: Browser::new(server.address, &person.session),
        code: person.code.to_string(),
        own: (number <= house.recommendations).then_some(number),
        saved: 0,
    };
    let each = house.people.iter().map(|person| {
        let number = taken.entry(person.code.as_str()).or_default();
        *number += 1;
        worker(person, *number)
    });
    each.collect()
}

fn ask_in_turn(
    trial: &Trial<'_>,
    workers: &[Mutex<Worker>],
    next: &AtomicU64,
    begun: Instant,
) -> Vec<Asked> {
    let mut asked = Vec::new();
    loop {
        let turn = next.fetch_add(1, Ordering::SeqCst);
        let due = Duration::from_secs_f64(turn as f64 / f64::from(trial.rate));
        if due >= trial.lasts {
            return asked;
        }
        thread::sleep(due.saturating_sub(begun.elapsed()));
        let mut dice = Dice::new(turn);
        let worker = &workers[dice.below(workers.len())];
        let mut worker = worker.lock().unwrap_or_else(PoisonError::into_inner);
        let deed = worker.choose(&mut dice);
        let failure = worker.act(deed).err().map(|trouble| trouble.to_string());
        let took = begun.elapsed().saturating_sub(due);
        asked.push(Asked {
            deed,
            took,
            failure,
        });
    }
}

impl Worker {
    fn choose(&self, dice: &mut Dice) -> Deed {
        let deeds = [
            (35, Deed::Save),
            (60, Deed::List),
            (80, Deed::Answer),
            (90, Deed::Desk),
            (100, Deed::Overview),
        ];
        let thrown = dice.below(100);
        let deed = deeds.into_iter().find(|(below, _)| thrown < *below);
        match deed.map_or(Deed::List, |(_, deed)| deed) {
            Deed::Save if self.own.is_none() => Deed::List,
            deed => deed,
        }
    }

    fn act(&mut self, deed: Deed) -> Result<(), Trouble> {
        let list = format!("/rounds/{ROUND}/progress-forms/{}/fill", self.code);
        let answer = format!("{list}/{}", self.own.unwrap_or(1));
        let answer = match deed {
            Deed::Save => {
                self.saved += 1;
                let remark = encoded(&format!(
                    "Vi har holdt {} møder med nabokommunerne.\n\nAftalen er **på plads** og \
                     tages i brug i næste måned; to kommuner mangler at svare.",
                    self.saved
                ));
                let form = format!("page=load-{}&status=green&remark={remark}", self.code);
                self.browser.post(&answer, &form)
            }
            Deed::List => self.browser.get(&list),
            Deed::Answer => self.browser.get(&answer),
            Deed::Desk => self.browser.get("/desk"),
            Deed::Overview => self.browser.get("/"),
        }?;
        match answer.status {
            200 => Ok(()),
            status => Err(Trouble::new(format!("{deed:?} answered {status}"))),
        }
    }
}

fn figures(trial: &Trial<'_>, asked: &[Asked], lasted: Duration, server: &Server) -> Vec<String> {
    let failures: Vec<&String> = asked
        .iter()
        .filter_map(|one| one.failure.as_ref())
        .collect();
    let mut lines = vec![
        format!(
            "{} people, {} requests a second asked for, {:.1} answered, for {:.0} s: {} requests, {} failed",
            trial.people,
            trial.rate,
            asked.len() as f64 / lasted.as_secs_f64(),
            lasted.as_secs_f64(),
            asked.len(),
            failures.len()
        ),
        format!(
            "{:10}{:>9}{:>9}{:>9}{:>9}{:>9}",
            "", "requests", "p50 ms", "p95 ms", "p99 ms", "most ms"
        ),
    ];
    let deeds = [
        Deed::Save,
        Deed::List,
        Deed::Answer,
        Deed::Desk,
        Deed::Overview,
    ];
    for deed in deeds {
        let took = asked.iter().filter(|one| one.deed == deed);
        lines.push(row(
            &format!("{deed:?}"),
            took.map(|one| one.took).collect(),
        ));
    }
    lines.push(row("All", asked.iter().map(|one| one.took).collect()));
    lines.push(format!(
        "the server used {:.0} % of one core and {} MB",
        100.0 * server.processor_seconds() / lasted.as_secs_f64(),
        server.memory()
    ));
    let mut counted: BTreeMap<&String, usize> = BTreeMap::new();
    for failure in failures {
        *counted.entry(failure).or_default() += 1;
    }
    lines.extend(
        counted
            .into_iter()
            .map(|(failure, times)| format!("{times} × {failure}")),
    );
    lines
}

fn row(name: &str, mut took: Vec<Duration>) -> String {
    took.sort_unstable();
    let at = |share: f64| {
        let place = (share * took.len() as f64).ceil() as usize;
        let found = took.get(place.saturating_sub(1)).copied();
        found.unwrap_or_default().as_secs_f64() * 1000.0
    };
    format!(
        "{name:10}{:>9}{:>9.1}{:>9.1}{:>9.1}{:>9.1}",
        took.len(),
        at(0.50),
        at(0.95),
        at(0.99),
        at(1.0)
    )
}
