//! What the figures were made on.

use std::fs;

/// Machine, load and build.
pub fn lines() -> Vec<String> {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find(|line| line.starts_with("model name"));
    let model = model
        .and_then(|line| line.split(": ").nth(1))
        .unwrap_or("unknown processor");
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: Vec<_> = load.split(' ').take(3).collect();
    let build = if cfg!(debug_assertions) {
        "development build"
    } else {
        "release build"
    };
    vec![
        format!(
            "{model}, {cores} cores, load {} at the start, {build}",
            load.join(" ")
        ),
        "One thread each, CPU time (in a process: time on the wall); the best of seven passes over the same files counts.".to_owned(),
        String::new(),
    ]
}
