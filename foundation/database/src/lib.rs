//! SQLite and PostgreSQL behind one door: transactions, values and rows, migrations, the few
//! statements that differ, and a check of what is stored.
//!
//! SQL is written once, with `$1` placeholders and in the words that both understand; what
//! differs stands in [`dialect`]. Nobody outside this crate names a database or a driver.
//! There is one writer at a time on both: the journal is a chain, so writes wait for each
//! other anyway, and reading and then writing inside a [`Tx`] loses nothing on either.
//!
//! Nouns: [`Database`], [`Tx`], [`Row`], [`Value`], [`Schema`].

mod backup;
mod check;
mod clock;
mod database;
pub mod dialect;
mod location;
mod migrate;
mod row;
mod shape;
mod tx;
mod value;

pub use backup::backup_to;
pub use check::check;
pub use clock::Clock;
pub use database::Database;
pub use location::{Location, OpenError};
pub use migrate::{Migration, Schema};
pub use row::{FromRow, Row};
pub use shape::{Column, TableShape, shape};
pub use tx::{Tx, is_unique_violation};
pub use value::{Id, Value};
