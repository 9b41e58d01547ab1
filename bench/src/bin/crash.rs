//! `make crash-test`: kills the server again and again while people save.
//! `crash PEJLING LOCATION KILLS WRITERS SEED`.
#![allow(clippy::print_stdout)]

use bench::stress::crash::{Trial, run};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [program, location, kills, writers, seed] = &arguments[..] else {
        eprintln!("crash PEJLING LOCATION KILLS WRITERS SEED");
        return ExitCode::from(2);
    };
    let trial = Trial {
        program: Path::new(program),
        location,
        kills: kills.parse().unwrap_or(200),
        writers: writers.parse().unwrap_or(50),
        seed: seed.parse().unwrap_or(1),
    };
    match run(&trial) {
        Ok(outcome) => {
            println!(
                "killed {} times under {} writers: {} changes acknowledged, none lost; {} stored unheard; check is clean",
                trial.kills, trial.writers, outcome.acknowledged, outcome.unheard
            );
            ExitCode::SUCCESS
        }
        Err(trouble) => {
            println!("{trouble}");
            ExitCode::FAILURE
        }
    }
}
