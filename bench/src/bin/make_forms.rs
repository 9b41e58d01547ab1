//! Writes the generated forms into a folder, to look at them or to feed other programs.

use bench::generator::form;
use bench::suite::made;
use std::{env, fs, path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let Some(folder) = env::args().nth(1).map(PathBuf::from) else {
        eprintln!("make_forms FOLDER");
        return ExitCode::from(2);
    };
    let shapes = bench::cases::cases();
    let forms: Vec<_> = shapes.iter().map(form).collect();
    let forms = made(forms, &shapes, &folder.join("printing"));
    for (at, made) in forms.iter().enumerate() {
        let path = folder.join(format!("{at:02}-{}", made.form.file_name));
        if let Err(error) = fs::write(&path, &made.bytes) {
            eprintln!("{}: {error}", path.display());
            return ExitCode::from(3);
        }
    }
    ExitCode::SUCCESS
}
