//! Writes the files, compressed where that helps, and the Rust source that embeds them.

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::{fs, io};

/// A file that browsers load.
pub struct File {
    path: String,
    bytes: Vec<u8>,
}

/// A file at a path below the folder of assets.
pub fn file(path: &str, bytes: Vec<u8>) -> File {
    File {
        path: path.to_owned(),
        bytes,
    }
}

/// Writes `assets.rs` into `out`, with the files that it includes beside it.
pub fn write(out: &Path, mut files: Vec<File>) -> io::Result<()> {
    files.sort_by(|left, right| left.path.cmp(&right.path));
    let folder = out.join("static");
    fs::create_dir_all(&folder)?;
    let mut source = format!("const FINGERPRINT: &str = {:?};\n", fingerprint(&files));
    source.push_str("static FILES: &[Asset] = &[\n");
    for (index, file) in files.iter().enumerate() {
        entry(&folder, index, file, &mut source)?;
    }
    source.push_str("];\n");
    fs::write(out.join("assets.rs"), source)
}

fn entry(folder: &Path, index: usize, file: &File, source: &mut String) -> io::Result<()> {
    let plain = folder.join(format!("{index}"));
    fs::write(&plain, &file.bytes)?;
    let packed = folder.join(format!("{index}.gz"));
    let gzip = match gzip(&file.bytes)? {
        smaller if smaller.len() + 64 < file.bytes.len() => {
            fs::write(&packed, smaller)?;
            format!("Some(include_bytes!({packed:?}))")
        }
        _ => "None".to_owned(),
    };
    writeln!(
        source,
        "Asset {{ path: {:?}, media_type: {:?}, bytes: include_bytes!({plain:?}), gzip: {gzip} }},",
        file.path,
        media_type(&file.path),
    )
    .map_err(io::Error::other)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// The first 16 hexadecimal digits of the SHA-256 over all names and contents.
fn fingerprint(files: &[File]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.path.as_bytes());
        hash.update([0]);
        hash.update(Sha256::digest(&file.bytes));
    }
    hash.finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}
