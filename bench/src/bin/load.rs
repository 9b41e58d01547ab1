//! `make bench-load`: many people at once. `load PEJLING LOCATION PEOPLE RATE SECONDS`.
#![allow(clippy::print_stdout)]

use bench::stress::load::{Trial, run};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [program, location, people, rate, seconds] = &arguments[..] else {
        eprintln!("load PEJLING LOCATION PEOPLE RATE SECONDS");
        return ExitCode::from(2);
    };
    let trial = Trial {
        program: Path::new(program),
        location,
        people: people.parse().unwrap_or(500),
        rate: rate.parse().unwrap_or(100),
        lasts: Duration::from_secs(seconds.parse().unwrap_or(300)),
    };
    match run(&trial) {
        Ok(lines) => {
            println!("{}", lines.join("\n"));
            ExitCode::SUCCESS
        }
        Err(trouble) => {
            println!("{trouble}");
            ExitCode::FAILURE
        }
    }
}
