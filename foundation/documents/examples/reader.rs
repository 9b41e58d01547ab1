//! The reader process alone, as the program's hidden subcommand runs it. With file names as
//! arguments it prints what stands in them instead, one JSON object a line.

use std::io;

fn main() -> io::Result<()> {
    let names: Vec<String> = std::env::args().skip(1).collect();
    if names.is_empty() {
        return documents::reader_process::serve(io::stdin().lock(), io::stdout().lock());
    }
    for name in names {
        let read = documents::read::read(&name, &std::fs::read(&name)?);
        serde_json::to_writer(io::stdout().lock(), &read)?;
        io::Write::write_all(&mut io::stdout().lock(), b"\n")?;
    }
    Ok(())
}
