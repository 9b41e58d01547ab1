//! Fetches the fonts that a PDF is set in, from the lock file, into the build folder.
//!
//! `PEJLING_FONTS=<folder with the five files>` skips the fetching: for packagers and for
//! machines without a network.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// The files, where each lies in its package.
const FONTS: [(&str, &str); 5] = [
    (
        "IBMPlexSans-Regular.ttf",
        "dkfds/dist/fonts/IBMPlexSans/complete/ttf",
    ),
    (
        "IBMPlexSans-Italic.ttf",
        "dkfds/dist/fonts/IBMPlexSans/complete/ttf",
    ),
    (
        "IBMPlexSans-SemiBold.ttf",
        "dkfds/dist/fonts/IBMPlexSans/complete/ttf",
    ),
    (
        "IBMPlexSans-SemiBoldItalic.ttf",
        "dkfds/dist/fonts/IBMPlexSans/complete/ttf",
    ),
    // For symbols and alphabets that IBM Plex Sans lacks.
    ("DejaVuSans.ttf", "dejavu-fonts-ttf/ttf"),
];

fn main() -> io::Result<()> {
    for path in ["build.rs", "package.json", "package-lock.json"] {
        println!("cargo:rerun-if-changed={path}");
    }
    println!("cargo:rerun-if-env-changed=PEJLING_FONTS");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    let folder_of = match env::var_os("PEJLING_FONTS") {
        Some(folder) => fonts_given(PathBuf::from(folder)),
        None => fonts_installed(&out)?,
    };
    for (name, folder) in FONTS {
        let from = folder_of(folder).join(name);
        fs::copy(&from, out.join(name)).map_err(|error| {
            io::Error::other(format!(
                "the font {} cannot be read: {error}",
                from.display()
            ))
        })?;
    }
    Ok(())
}

/// Where a font lies, by its folder in its package.
type FolderOf = Box<dyn Fn(&str) -> PathBuf>;

fn fonts_given(folder: PathBuf) -> FolderOf {
    Box::new(move |_| folder.clone())
}

fn fonts_installed(out: &Path) -> io::Result<FolderOf> {
    let project = out.join("npm");
    fs::create_dir_all(&project)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(file, project.join(file))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let run = Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(&project)
        .output();
    match run {
        Ok(output) if output.status.success() => {
            let packages = project.join("node_modules");
            Ok(Box::new(move |folder| packages.join(folder)))
        }
        Ok(output) => Err(io::Error::other(format!(
            "`npm ci` could not fetch the fonts of the PDF. Check the network, or set PEJLING_FONTS \
             to a folder that holds them. npm said:\n{}",
            String::from_utf8_lossy(&output.stderr)
        ))),
        Err(error) => Err(io::Error::other(format!(
            "npm is needed once, to fetch the fonts of the PDF: install Node.js with npm, or set \
             PEJLING_FONTS to a folder that holds them ({error})."
        ))),
    }
}
