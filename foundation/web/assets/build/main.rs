//! Gathers what browsers load: the design system as its package ships it (no bundler, no
//! scripts of packages), and our own stylesheet and script. Nothing of it lies in the
//! repository but the lock file.
//!
//! `PEJLING_STATIC` names a folder laid out as `node_modules`; with it nothing is fetched.

// Cargo is spoken to on standard output.
#![allow(clippy::print_stdout)]

mod design_system;
mod listing;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

const OVERRIDE: &str = "PEJLING_STATIC";
const LOCK: &str = "package-lock.json";
const MANIFEST: &str = "package.json";

fn main() -> io::Result<()> {
    for watched in ["build", "css", "img", "js", MANIFEST, LOCK] {
        println!("cargo:rerun-if-changed={watched}");
    }
    println!("cargo:rerun-if-env-changed={OVERRIDE}");
    let house = folder("CARGO_MANIFEST_DIR")?;
    let out = folder("OUT_DIR")?;
    let packages = packages(&house, &out)?;

    let mut files = design_system::files(&packages.join("dkfds"))?;
    files.push(listing::file(
        "css/pejling.css",
        fs::read(house.join("css/pejling.css"))?,
    ));
    files.push(listing::file(
        "js/pejling.js",
        fs::read(house.join("js/pejling.js"))?,
    ));
    files.push(listing::file(
        "js/filling.js",
        fs::read(house.join("js/filling.js"))?,
    ));
    files.push(listing::file(
        "img/pejling.svg",
        fs::read(house.join("img/pejling.svg"))?,
    ));
    listing::write(&out, files)
}

fn folder(variable: &str) -> io::Result<PathBuf> {
    env::var(variable)
        .map(PathBuf::from)
        .map_err(io::Error::other)
}

/// The folder of installed packages: the one that was named, or one that npm fills from the
/// lock file, once for each lock file.
fn packages(house: &Path, out: &Path) -> io::Result<PathBuf> {
    if let Some(named) = env::var_os(OVERRIDE) {
        return Ok(PathBuf::from(named));
    }
    let installed = out.join("node_modules");
    let stamp = out.join("installed-lock.json");
    let lock = fs::read(house.join(LOCK))?;
    if installed.is_dir() && fs::read(&stamp).is_ok_and(|earlier| earlier == lock) {
        return Ok(installed);
    }
    fs::copy(house.join(MANIFEST), out.join(MANIFEST))?;
    fs::copy(house.join(LOCK), out.join(LOCK))?;
    install(out)?;
    fs::write(stamp, lock)?;
    Ok(installed)
}

fn install(folder: &Path) -> io::Result<()> {
    let outcome = Command::new("npm")
        .args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ])
        .current_dir(folder)
        .status();
    match outcome {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(unavailable(&format!("npm stopped with {status}"))),
        Err(error) => Err(unavailable(&format!("npm cannot be started ({error})"))),
    }
}

fn unavailable(reason: &str) -> io::Error {
    io::Error::other(format!(
        "The design system could not be fetched: {reason}. Install npm (Node.js 20 or newer), \
         or set {OVERRIDE} to a folder laid out as node_modules that holds dkfds 11.2.0."
    ))
}
