//! Feeds broken and hostile files to every reader and to the forms engine, in child processes,
//! for a given time: `fuzz SECONDS FOLDER`. Prints what ran, what was slow and what was found;
//! files that were found stay in FOLDER/found. Ends with 1 where anything was found.
//!
//! No coverage is measured (that needs a compiler that is not the stable one). What a file gives,
//! its error or the shape of its tables and problems, tells instead whether it is a new kind, and
//! new kinds are changed further.
#![allow(clippy::print_stdout)]

mod mutate;
mod parent;
mod pdf_seed;
mod seeds;
mod targets;
mod watch;
mod worker;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [seconds, folder] => match seconds.parse() {
            Ok(seconds) => parent::run(seconds, &PathBuf::from(folder)),
            Err(_) => usage(),
        },
        ["worker", seed, seconds, folder] => match (seed.parse(), seconds.parse()) {
            (Ok(seed), Ok(seconds)) => worker::run(seed, seconds, &PathBuf::from(folder)),
            _ => usage(),
        },
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("fuzz SECONDS FOLDER");
    ExitCode::from(2)
}
