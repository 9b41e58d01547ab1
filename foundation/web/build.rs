//! Lists the texts in `locales/` so that they are part of the program.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let house = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    let locales = house.join("../../locales");
    println!("cargo:rerun-if-changed={}", locales.display());
    let mut listing = String::from("&[\n");
    for language in ["da", "en"] {
        list_texts(&locales.join(language), language, &mut listing)?;
    }
    listing.push_str("]\n");
    fs::write(out.join("locale_files.rs"), listing)
}

/// One line `("da", "common", include_str!("…/common.ftl")),` for each file, in order of names.
fn list_texts(folder: &Path, language: &str, listing: &mut String) -> io::Result<()> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|found| found.path()))
        .collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "ftl"));
    files.sort();
    for file in files {
        println!("cargo:rerun-if-changed={}", file.display());
        let area = file.file_stem().unwrap_or_default().to_string_lossy();
        let path = fs::canonicalize(&file)?;
        writeln!(listing, "({language:?}, {area:?}, include_str!({path:?})),")
            .map_err(io::Error::other)?;
    }
    Ok(())
}
