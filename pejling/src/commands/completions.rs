use crate::cli::{Cli, Completions};
use crate::exit::{Ended, Ending};
use clap::CommandFactory;

/// Writes completion for a shell to standard output.
pub fn run(completions: &Completions) -> Ended {
    let mut command = Cli::command();
    clap_complete::generate(
        completions.shell,
        &mut command,
        "pejling",
        &mut std::io::stdout(),
    );
    Ok(Ending::Done)
}
