//! Pejling: the front door. Understands the command line, starts what was asked for, and turns
//! the outcome into an exit code.

mod api;
mod cli;
mod commands;
mod exit;
mod front_door;
mod printing;
mod teach;
mod typesetting;

use clap::FromArgMatches;
use cli::Cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let language = teach::language_of(&arguments);
    let matches = match teach::command(language).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return teach::refuse(&error),
    };
    match Cli::from_arg_matches(&matches) {
        Ok(cli) => commands::run(cli, language),
        Err(error) => teach::refuse(&error),
    }
}
