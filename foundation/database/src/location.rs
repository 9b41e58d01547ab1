use std::path::{Path, PathBuf};

/// Where the data are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// One file on this machine.
    Sqlite(PathBuf),
    /// A PostgreSQL database, as an address.
    Postgres(String),
}

/// The name of the file inside a data directory.
const FILE_NAME: &str = "pejling.sqlite";

impl Location {
    /// Reads `sqlite://path`, `postgres://…`, or a plain path. A path without the ending
    /// `.sqlite`, `.sqlite3` or `.db` is a directory that holds the file.
    pub fn parse(text: &str) -> Self {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Location::Postgres(text.to_owned());
        }
        let path = text
            .strip_prefix("sqlite://")
            .or_else(|| text.strip_prefix("sqlite:"))
            .unwrap_or(text);
        Location::Sqlite(file_at(Path::new(path)))
    }
}

fn file_at(path: &Path) -> PathBuf {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let names_a_file = matches!(ending, Some("sqlite" | "sqlite3" | "db"));
    if names_a_file && !path.is_dir() {
        path.to_owned()
    } else {
        path.join(FILE_NAME)
    }
}

/// Why the data could not be opened. Said at the command line, before any language is chosen.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The directory cannot be made.
    #[error("cannot make the data directory {path}: {source}")]
    Directory {
        /// The directory.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Nothing answers, or it is no database.
    #[error("cannot open the database {location}: {source}")]
    Connect {
        /// The file, or the server without its password.
        location: String,
        /// Why.
        source: sqlx::Error,
    },
    /// A newer program has written here.
    #[error(
        "these data were written by a newer version of Pejling (it added {migration}, which this \
         version does not know). Start that version, or restore a backup made before it."
    )]
    Newer {
        /// The first migration that is not known.
        migration: String,
    },
    /// A migration that was applied has been edited since.
    #[error(
        "the migration {migration} was applied to these data with another text than this version \
         has. Start the version that wrote the data, or restore a backup."
    )]
    Changed {
        /// Which.
        migration: String,
    },
    /// A migration failed; nothing of it was kept.
    #[error("the migration {migration} failed and was rolled back: {source}")]
    Migration {
        /// Which.
        migration: String,
        /// Why.
        source: sqlx::Error,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_holds_the_file_and_a_file_is_itself() {
        let in_directory = Location::Sqlite(PathBuf::from("/srv/pejling/pejling.sqlite"));
        assert_eq!(Location::parse("/srv/pejling"), in_directory);
        assert_eq!(Location::parse("sqlite:///srv/pejling"), in_directory);
        let file = Location::Sqlite(PathBuf::from("/srv/a.db"));
        assert_eq!(Location::parse("sqlite:///srv/a.db"), file);
    }

    #[test]
    fn an_address_of_postgresql_is_kept_as_it_is() {
        let address = "postgres://app@db/pejling";
        assert_eq!(Location::parse(address), Location::Postgres(address.into()));
    }
}
