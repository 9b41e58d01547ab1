//! The Python libraries.

use super::{PASSES, Tools};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// A kind of file and the library that reads it.
pub const PEERS: [(&str, &str); 3] = [
    ("docx", "python-docx"),
    ("xlsx", "openpyxl"),
    ("pdf", "pdfplumber"),
];

/// The best pass of a library over the files of a folder; nothing where it is not there.
pub fn best_pass(tools: &Tools<'_>, kind: &str, folder: &Path) -> Option<Duration> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers.py");
    let output = Command::new(tools.python)
        .args([script, kind, &PASSES.to_string()])
        .arg(folder)
        .output()
        .ok()?;
    if !output.status.success() {
        eprintln!("{}", String::from_utf8_lossy(&output.stderr));
        return None;
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let seconds = said
        .split("\"seconds\": ")
        .nth(1)?
        .trim()
        .trim_end_matches('}');
    seconds.parse().ok().map(Duration::from_secs_f64)
}
