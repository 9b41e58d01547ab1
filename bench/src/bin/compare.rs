//! `make bench`: how quickly forms are read, beside the libraries that Python programs use, on
//! this machine, in one run. `compare FOLDER PYTHON PEJLING`; says what it could not run.
#![allow(clippy::print_stdout)]

use bench::compare::{self, Tools};
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    // The reader process of this comparison is this program itself.
    if arguments
        .first()
        .is_some_and(|first| first.as_os_str() == "read-documents")
    {
        let served =
            documents::reader_process::serve(std::io::stdin().lock(), std::io::stdout().lock());
        return served.map_or(ExitCode::from(3), |()| ExitCode::SUCCESS);
    }
    let [folder, python, pejling] = &arguments[..] else {
        eprintln!("compare FOLDER PYTHON PEJLING");
        return ExitCode::from(2);
    };
    let tools = Tools {
        folder,
        python,
        pejling,
    };
    match compare::run(&tools) {
        Ok(lines) => {
            println!("{}", lines.join("\n"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(3)
        }
    }
}
