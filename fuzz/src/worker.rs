//! One process that changes files and runs them until its time is over.

use crate::mutate::{file, mutate};
use crate::seeds::{Seed, seeds};
use crate::targets::Question;
use crate::watch;
use bench::generator::dice::Dice;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::panic;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// How many files a worker keeps to change further.
const MOST_KEPT: usize = 4000;

static PANICKED_AT: Mutex<String> = Mutex::new(String::new());

struct Worker {
    dice: Dice,
    kept: Vec<Seed>,
    kinds: HashSet<u64>,
    found: HashSet<String>,
    runs: BTreeMap<String, u64>,
    slowest: (u64, String),
    folder: PathBuf,
    question: Question,
}

/// Works for so many seconds; ends early where the process must be thrown away.
pub fn run(seed: u64, seconds: u64, folder: &Path) -> ExitCode {
    panic::set_hook(Box::new(|info| {
        if let (Ok(mut place), Some(location)) = (PANICKED_AT.lock(), info.location()) {
            *place = location.to_string();
        }
    }));
    let mut worker = Worker {
        dice: Dice::new(seed),
        kept: seeds(),
        kinds: HashSet::new(),
        found: HashSet::new(),
        runs: BTreeMap::new(),
        slowest: (0, String::new()),
        folder: folder.to_owned(),
        question: Question::new(),
    };
    watch::limit_this_process();
    let end = Instant::now() + Duration::from_secs(seconds);
    while Instant::now() < end && watch::peak_memory() <= watch::MOST_MEMORY {
        worker.one();
        worker.say();
    }
    ExitCode::SUCCESS
}

impl Worker {
    fn one(&mut self) {
        let seed = &self.kept[self.dice.below(self.kept.len())];
        let other = &self.kept[self.dice.below(self.kept.len())];
        let changed = mutate(seed, other, &mut self.dice);
        let bytes = file(&changed, &mut self.dice);
        let current = self.folder.join(format!("current-{}", std::process::id()));
        // What cannot be written cannot be shown afterwards; the run goes on.
        let _ = fs::write(&current, &bytes);
        let _ = fs::write(current.with_extension("name"), &changed.name);
        let memory = watch::peak_memory();
        let began = watch::cpu_time();
        watch::begin(began);
        let outcome = panic::catch_unwind(panic::AssertUnwindSafe(|| {
            self.question.run(&changed.name, &bytes)
        }));
        watch::begin(u64::MAX);
        self.count(&changed.name, watch::cpu_time() - began);
        let now = watch::peak_memory();
        if now > watch::MOST_MEMORY {
            self.keep_found(
                &changed.name,
                &bytes,
                &format!("memory {memory} to {now} MB"),
            );
        }
        match outcome {
            Ok(kind) => self.learn(kind, changed),
            Err(_) => self.panicked(&changed.name, &bytes),
        }
    }

    fn count(&mut self, name: &str, took: u64) {
        *self.runs.entry(name.to_owned()).or_default() += 1;
        if took > self.slowest.0 {
            self.slowest = (took, name.to_owned());
        }
    }

    fn learn(&mut self, kind: u64, changed: Seed) {
        if self.kinds.insert(kind) && self.kept.len() < MOST_KEPT {
            self.kept.push(changed);
        }
    }

    fn panicked(&mut self, name: &str, bytes: &[u8]) {
        let place = PANICKED_AT
            .lock()
            .map(|place| place.clone())
            .unwrap_or_default();
        if self.found.insert(place.clone()) {
            self.keep_found(name, bytes, &format!("panic at {place}"));
        }
    }

    fn keep_found(&self, name: &str, bytes: &[u8], what: &str) {
        super::parent::keep(&self.folder, name, bytes, what);
    }

    /// One line for the parent, after every file, since a worker may not live to say more: runs by kind, kinds, kept files, memory, slowest.
    fn say(&self) {
        let runs: Vec<_> = self
            .runs
            .iter()
            .map(|(name, runs)| format!("{name}={runs}"))
            .collect();
        println!(
            "RAN {} {} {} {} {} {}",
            self.kinds.len(),
            self.kept.len(),
            watch::peak_memory(),
            self.slowest.0,
            self.slowest.1,
            runs.join(",")
        );
    }
}
