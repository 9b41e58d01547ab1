//! Starts workers, notices how they end, and sums up.

use crate::watch;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A worker lives so long, so that its memory is that of a few files and not of many.
const SECONDS_OF_A_WORKER: u64 = 20;

#[derive(Default)]
struct Sum {
    runs: BTreeMap<String, u64>,
    kinds: u64,
    memory: u64,
    slowest: (u64, String),
}

/// Runs for so many seconds.
pub fn run(seconds: u64, folder: &Path) -> ExitCode {
    let found = folder.join("found");
    if let Err(error) = fs::create_dir_all(&found) {
        eprintln!("{}: {error}", found.display());
        return ExitCode::from(3);
    }
    let before = list(&found);
    let sum = thread::scope(|scope| {
        let lanes: Vec<_> = (0..lanes())
            .map(|lane| scope.spawn(move || work(lane, seconds, folder)))
            .collect();
        let sums = lanes.into_iter().filter_map(|lane| lane.join().ok());
        sums.fold(Sum::default(), Sum::with)
    });
    let new: Vec<_> = list(&found)
        .into_iter()
        .filter(|name| !before.contains(name))
        .collect();
    sum.print(seconds, &new);
    match new.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::from(1),
    }
}

fn lanes() -> u64 {
    thread::available_parallelism().map_or(1, |cores| cores.get() as u64)
}

fn list(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// One lane: worker after worker until the time is over.
fn work(lane: u64, seconds: u64, folder: &Path) -> Sum {
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut sum = Sum::default();
    let start = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs();
    for number in 0.. {
        let left = end.saturating_duration_since(Instant::now()).as_secs();
        if left == 0 {
            break;
        }
        let seed = start * 1000 + lane * 500_000 + number;
        let Some((id, output)) = one_worker(seed, left.min(SECONDS_OF_A_WORKER), folder) else {
            eprintln!("a worker could not be started");
            break;
        };
        examine(id, &output, folder);
        sum.add(&String::from_utf8_lossy(&output.stdout));
    }
    sum
}

fn one_worker(seed: u64, seconds: u64, folder: &Path) -> Option<(u32, Output)> {
    let program = std::env::current_exe().ok()?;
    let mut command = Command::new(program);
    command
        .args(["worker", &seed.to_string(), &seconds.to_string()])
        .arg(folder);
    let child: Child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    let id = child.id();
    Some((id, child.wait_with_output().ok()?))
}

/// A worker that did not end by itself died of the file that it had last.
fn examine(id: u32, output: &Output, folder: &Path) {
    let current = folder.join(format!("current-{id}"));
    if !output.status.success() {
        let bytes = fs::read(&current).unwrap_or_default();
        let name = fs::read_to_string(current.with_extension("name")).unwrap_or_default();
        let what = match output.status.code() {
            Some(watch::READER_TOO_SLOW) => {
                format!("reader: more than {} ms of CPU time", watch::MOST_TIME)
            }
            Some(watch::ENGINE_TOO_SLOW) => {
                format!("engine: more than {} ms of CPU time", watch::MOST_TIME)
            }
            _ => format!(
                "{}: {}",
                output.status,
                String::from_utf8_lossy(&output.stderr).trim()
            ),
        };
        keep(folder, &name, &bytes, &what);
    }
    // They are remade by the next worker.
    let _ = fs::remove_file(&current);
    let _ = fs::remove_file(current.with_extension("name"));
}

/// Keeps a file that was found, and says so at once.
pub fn keep(folder: &Path, name: &str, bytes: &[u8], what: &str) {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let path = folder.join("found").join(format!("{hash:016x}-{name}"));
    eprintln!("FOUND {what}: {}", path.display());
    if let Err(error) = fs::write(&path, bytes) {
        eprintln!("{}: {error}", path.display());
    }
}

impl Sum {
    fn with(mut self, other: Sum) -> Sum {
        for (name, runs) in other.runs {
            *self.runs.entry(name).or_default() += runs;
        }
        self.kinds += other.kinds;
        self.memory = self.memory.max(other.memory);
        self.slowest = self.slowest.max(other.slowest);
        self
    }

    /// Reads a worker's last line.
    fn add(&mut self, said: &str) {
        let Some(line) = said
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix("RAN "))
        else {
            return;
        };
        let words: Vec<_> = line.split(' ').collect();
        let [kinds, _, memory, slowest, name, runs] = words[..] else {
            return;
        };
        let number = |word: &str| word.parse::<u64>().unwrap_or(0);
        self.kinds += number(kinds);
        self.memory = self.memory.max(number(memory));
        self.slowest = self.slowest.clone().max((number(slowest), name.to_owned()));
        for (name, count) in runs.split(',').filter_map(|pair| pair.split_once('=')) {
            *self.runs.entry(name.to_owned()).or_default() += number(count);
        }
    }

    fn print(&self, seconds: u64, new: &[String]) {
        let all: u64 = self.runs.values().sum();
        println!(
            "\n{all} files in {seconds} s, {} kinds of outcome",
            self.kinds
        );
        for (name, runs) in &self.runs {
            println!("  {name:12}{runs:>10}");
        }
        println!(
            "peak memory {} MB (limit {}), slowest {} ms of CPU time ({}; limit {})",
            self.memory,
            watch::MOST_MEMORY,
            self.slowest.0,
            self.slowest.1,
            watch::MOST_TIME
        );
        match new.len() {
            0 => println!("nothing found"),
            found => println!("{found} found: {}", new.join(", ")),
        }
    }
}
