//! People: authorities with dated memberships, accounts with roles for them, and the journal of
//! what was done by whom.
//!
//! Nouns: [`authorities::Authority`], [`Register`] (the municipalities' names as plain data, for
//! readers of forms), [`journal::Entry`], [`accounts::Account`], [`tokens::Token`]. Knows no room.

pub mod access;
pub mod accounts;
pub mod authorities;
pub mod idempotency;
pub mod journal;
mod order;
mod register;
mod seed;
mod spelling;
pub mod tokens;

use database::{Database, Schema, migration};
use kernel::Fault;

pub use order::danish_order;
pub use register::{Municipality, Register, register};

/// The tables of people.
pub const SCHEMA: Schema = Schema {
    area: "people",
    migrations: &[
        migration!("0001_authorities"),
        migration!("0002_journal"),
        migration!("0003_accounts"),
        migration!("0004_tokens"),
    ],
};

/// Christiansø: a code in data about persons and places, in no region and no municipality.
pub const CHRISTIANSOE: &str = "0411";

/// Records the authorities that the program knows, unless these data have them already. What
/// people have changed since is left alone.
pub async fn prepare(database: &Database) -> Result<(), Fault> {
    let mut tx = database.read().await?;
    if seed::is_recorded(&mut tx).await? {
        return Ok(());
    }
    drop(tx);
    let mut tx = database.write().await?;
    seed::record(&mut tx).await?;
    tx.commit().await
}
