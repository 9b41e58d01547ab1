//! PDFs as office programs and browsers print them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A file to be printed.
pub struct Printing<'a> {
    /// A name without ending, unique among those printed together.
    pub name: String,
    /// The ending that the program knows the file by.
    pub ending: &'static str,
    /// The file.
    pub bytes: &'a [u8],
    /// Whether a browser prints it.
    pub by_browser: bool,
}

/// Prints files; a file whose program is absent gives nothing. What was printed before from the
/// same bytes is taken from `folder`.
pub fn print(files: &[Printing<'_>], folder: &Path) -> Vec<Option<Vec<u8>>> {
    // A folder that cannot be made shows as files that were not printed.
    let _ = fs::create_dir_all(folder);
    let stems: Vec<_> = files.iter().map(stem).collect();
    let waiting: Vec<_> = files
        .iter()
        .zip(&stems)
        .filter(|(_, stem)| !printed(folder, stem).exists())
        .map(|(file, stem)| (file.by_browser, source(folder, file, stem)))
        .collect();
    let by = |browser: bool| -> Vec<PathBuf> {
        let found = waiting
            .iter()
            .filter(|(by_browser, _)| *by_browser == browser);
        found.map(|(_, path)| path.clone()).collect()
    };
    by_office(&by(false), folder);
    by(true).iter().for_each(|path| by_browser(path));
    stems
        .iter()
        .map(|stem| fs::read(printed(folder, stem)).ok())
        .collect()
}

/// The name with a fingerprint of the bytes (FNV-1a).
fn stem(file: &Printing<'_>) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in file.bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{}-{hash:016x}", file.name)
}

fn printed(folder: &Path, stem: &str) -> PathBuf {
    folder.join(format!("{stem}.pdf"))
}

fn source(folder: &Path, file: &Printing<'_>, stem: &str) -> PathBuf {
    let path = folder.join(format!("{stem}.{}", file.ending));
    let _ = fs::write(&path, file.bytes);
    path
}

/// One call prints them all: the program takes longer to start than to print.
fn by_office(files: &[PathBuf], folder: &Path) {
    if files.is_empty() {
        return;
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut command = Command::new("soffice");
    command.args([
        profile.as_str(),
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
    ]);
    command.arg(folder).args(files);
    run(command);
}

fn by_browser(file: &Path) {
    let mut command = Command::new("chromium");
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
    ]);
    command.arg(format!(
        "--print-to-pdf={}",
        file.with_extension("pdf").display()
    ));
    command.arg(file);
    run(command);
}

fn run(mut command: Command) {
    // An absent program shows as files that were not printed.
    let _ = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
}
