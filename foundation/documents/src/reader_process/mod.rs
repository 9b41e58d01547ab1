//! Readers in a process of their own, so that a hostile or absurd file costs one process and
//! never the server.
//!
//! The binary has a hidden subcommand that calls [`serve`] on its standard input and output;
//! [`ReaderProcess`] starts it and speaks with it, [`ReaderPool`] does so for many files.

mod frame;
mod limits;
mod pool;
mod process;
mod serve;

pub use limits::Limits;
pub use pool::{Outcome, ReaderPool, Source};
pub use process::ReaderProcess;
pub use serve::serve;
