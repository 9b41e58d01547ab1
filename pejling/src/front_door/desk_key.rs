//! The secretariat's key (docs/decisions/desk-key.md).

use kernel::Fault;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

/// A key of 256 bits, held as its hash; the key itself is in the data folder.
#[derive(Clone)]
pub struct DeskKey {
    hash: [u8; 32],
}

/// Random bytes in hexadecimal.
pub fn random_token() -> Result<String, Fault> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| Fault::new(format!("random bytes: {error}")))?;
    Ok(hexadecimal(&bytes))
}

/// SHA-256 of a token: what is kept and compared, so that no comparison tells how much of a
/// guess was right.
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

impl DeskKey {
    /// The key in a data folder, made at the first start.
    pub fn in_folder(folder: &Path) -> Result<(Self, String), Fault> {
        let path = folder.join("desk-key");
        match fs::read_to_string(&path) {
            Ok(key) if key.trim().len() == 64 => Ok(Self::known(key.trim())),
            _ => {
                let key = random_token()?;
                write_private(&path, &key)?;
                Ok(Self::known(&key))
            }
        }
    }

    /// A key for this start only.
    pub fn for_this_start() -> Result<(Self, String), Fault> {
        Ok(Self::known(&random_token()?))
    }

    /// Whether this is the key.
    pub fn opens(&self, offered: &str) -> bool {
        token_hash(offered) == self.hash
    }

    fn known(key: &str) -> (Self, String) {
        let hash = token_hash(key);
        (Self { hash }, key.to_owned())
    }
}

fn write_private(path: &Path, key: &str) -> Result<(), Fault> {
    let _ = fs::remove_file(path);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .and_then(|mut file| file.write_all(key.as_bytes()))
        .map_err(|error| Fault::caused_by(format!("writing {}", path.display()), error))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_key_of_a_folder_stays_and_only_its_owner_can_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let (first, words) = DeskKey::in_folder(folder.path()).unwrap();
        let (again, same) = DeskKey::in_folder(folder.path()).unwrap();
        assert_eq!(words, same);
        assert!(first.opens(&words) && again.opens(&words) && !first.opens("guess"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(folder.path().join("desk-key"))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}
