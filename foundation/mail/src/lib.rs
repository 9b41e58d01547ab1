//! Mail: letters are posted in the transaction of the deed that causes them, and leave later, with
//! retries, whatever happens to the server in between.
//!
//! Nouns: [`Letter`], the outbox, [`PostOffice`] (a mail server and who we are to it),
//! [`Posted`] (a letter as the log shows it), [`Outlet`] (what pages may know about it all).
//! Knows no room.

mod compose;
mod delivery;
mod log;
mod mailbox;
mod outbox;
mod outlet;
mod post_office;
mod settings;
mod smtp;

use database::{Schema, migration};

pub use delivery::{Delivered, LEASE, MOST_TRIES, deliver_due, wait_after};
pub use log::{LetterId, LetterState, Posted, all_given_up, listed, of_number, post_again};
pub use mailbox::{MailAddress, Mailbox};
pub use outbox::{ADDRESS, LINK, Letter, post};
pub use outlet::{Mailing, Outlet};
pub use post_office::PostOffice;
pub use settings::{Encryption, MailServer, PublicAddress, Said, Settings};

/// The tables of mail.
pub const SCHEMA: Schema = Schema {
    area: "mail",
    migrations: &[migration!("0001_outbox")],
};
