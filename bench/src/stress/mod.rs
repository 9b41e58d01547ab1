//! The server under load, and the server killed: `make bench-load`, `make crash-test`.
//!
//! Both make a house of their own: the demonstration, one more round that asks every municipality,
//! and people who have signed in. They speak HTTP as a browser does, and look into the database
//! only to see what is true.

pub mod crash;
pub mod house;
mod http;
pub mod load;
mod server;

use std::fmt;

/// Why a run could not go on.
#[derive(Debug)]
pub struct Trouble(String);

impl Trouble {
    /// What went wrong, in words.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

macro_rules! from_errors {
    ($($error:ty),+) => { $(
        impl From<$error> for Trouble {
            fn from(error: $error) -> Self {
                Self(format!("{error:?}"))
            }
        }
    )+ };
}

from_errors!(
    std::io::Error,
    kernel::Stop,
    kernel::Fault,
    database::OpenError
);
