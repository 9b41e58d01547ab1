//! The files that browsers load, inside the program: the Danish public design system, our
//! stylesheet, our script, the typeface, the icons and the licences.
//!
//! All addresses carry one fingerprint of everything, so that browsers may keep the files for
//! good, and relative addresses inside the stylesheets still hold. A crate of its own, so that
//! an edit elsewhere never fetches or embeds again.

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    /// The path below the folder of assets, for example `css/pejling.css`.
    pub path: &'static str,
    /// The `Content-Type`.
    pub media_type: &'static str,
    /// The file.
    pub bytes: &'static [u8],
    /// The file compressed with gzip, where that makes it smaller.
    pub gzip: Option<&'static [u8]>,
}

/// The fingerprint of all files together; it changes when any of them does.
pub fn fingerprint() -> &'static str {
    FINGERPRINT
}

/// The file at a path.
pub fn find(path: &str) -> Option<&'static Asset> {
    FILES
        .binary_search_by(|file| file.path.cmp(path))
        .ok()
        .map(|index| &FILES[index])
}

/// Every file, in order of paths.
pub fn all() -> &'static [Asset] {
    FILES
}

/// The address of a file: `/static/<fingerprint>/css/pejling.css`.
pub fn url(path: &str) -> String {
    format!("/static/{FINGERPRINT}/{path}")
}
