//! Mail: letters are posted in the transaction of the deed that causes them, and leave later, with
//! retries, whatever happens to the server in between.
//!
//! Nouns: [`Letter`], the outbox. Knows no room.

mod outbox;

use database::{Schema, migration};

pub use outbox::{LINK, Letter, post};

/// The tables of mail.
pub const SCHEMA: Schema = Schema {
    area: "mail",
    migrations: &[migration!("0001_outbox")],
};
