//! PDF reports are typeset in a child process of this same binary
//! (docs/decisions/typesetting-in-a-child-process.md).

use documents::write::Typeset;
use documents::write::outline::Report;
use kernel::Fault;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

/// The typesetter that rooms are handed.
pub fn typesetter() -> Result<Arc<Typeset>, Fault> {
    let program =
        std::env::current_exe().map_err(|error| Fault::caused_by("finding this program", error))?;
    Ok(Arc::new(move |report: &Report| typeset(&program, report)))
}

fn typeset(program: &Path, report: &Report) -> Result<Vec<u8>, Fault> {
    let request = serde_json::to_vec(report)
        .map_err(|error| Fault::caused_by("writing the typesetter's request", error))?;
    let mut child = start(program.to_path_buf())?;
    let mut input = child.stdin.take();
    let writer = std::thread::spawn(move || input.as_mut().map(|input| input.write_all(&request)));
    let output = child
        .wait_with_output()
        .map_err(|error| Fault::caused_by("waiting for the typesetter", error))?;
    let _ = writer.join();
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(Fault::new(format!(
            "the typesetter ended with {}",
            output.status
        ))),
    }
}

fn start(program: PathBuf) -> Result<Child, Fault> {
    Command::new(program)
        .arg("typeset")
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| Fault::caused_by("starting the typesetter", error))
}

/// The child's side: an outline on standard input, a PDF on standard output.
pub fn answer() -> Result<(), Fault> {
    let mut request = Vec::new();
    std::io::stdin()
        .read_to_end(&mut request)
        .map_err(|error| Fault::caused_by("reading the report", error))?;
    let report: Report = serde_json::from_slice(&request)
        .map_err(|error| Fault::caused_by("understanding the report", error))?;
    let pdf = ::typeset::pdf(&report)
        .map_err(|error| Fault::caused_by("typesetting the report", error))?;
    std::io::stdout()
        .write_all(&pdf)
        .map_err(|error| Fault::caused_by("handing over the PDF", error))
}
