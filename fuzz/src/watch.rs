//! Limits of a worker: CPU time of one file, memory of the process.

use rustix::process::{Resource, Rlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};
use std::fs;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

/// No file may take more CPU time, in milliseconds.
pub const MOST_TIME: u64 = 2000;
/// No file may make the process larger, in mebibytes.
pub const MOST_MEMORY: u64 = 256;
/// How a worker ends that met a file that takes a reader too long.
pub const READER_TOO_SLOW: i32 = 91;
/// How a worker ends that met a file that takes the engine too long.
pub const ENGINE_TOO_SLOW: i32 = 92;

static BEGAN: AtomicU64 = AtomicU64::new(u64::MAX);
static IN_ENGINE: AtomicBool = AtomicBool::new(false);

/// The process's CPU time in milliseconds.
pub fn cpu_time() -> u64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    u64::try_from(time.tv_sec * 1000 + time.tv_nsec / 1_000_000).unwrap_or(0)
}

/// Says that a file begins, or with `u64::MAX` that none is being read.
pub fn begin(at: u64) {
    IN_ENGINE.store(false, Ordering::Relaxed);
    BEGAN.store(at, Ordering::Relaxed);
}

/// Says that the reader is done and the engine begins; it has its own time.
pub fn begin_engine() {
    IN_ENGINE.store(true, Ordering::Relaxed);
    BEGAN.store(cpu_time(), Ordering::Relaxed);
}

fn too_slow() -> i32 {
    match IN_ENGINE.load(Ordering::Relaxed) {
        true => ENGINE_TOO_SLOW,
        false => READER_TOO_SLOW,
    }
}

/// Ends the process where a file takes too long, and lets allocations fail beyond four times the
/// allowed memory, so that an explosion ends quickly.
pub fn limit_this_process() {
    let most = Some(MOST_MEMORY * 4 * 1024 * 1024);
    let limit = Rlimit {
        current: most,
        maximum: most,
    };
    // Where the limit cannot be set, the measured memory still tells.
    let _ = setrlimit(Resource::As, limit);
    thread::spawn(|| {
        loop {
            thread::sleep(Duration::from_millis(100));
            let began = BEGAN.load(Ordering::Relaxed);
            if began != u64::MAX && cpu_time() > began + MOST_TIME {
                std::process::exit(too_slow());
            }
        }
    });
}

/// The most memory that the process ever had, in mebibytes.
pub fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kibibytes.unwrap_or(0) / 1024
}
