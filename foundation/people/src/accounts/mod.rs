//! People with accounts: invitations, roles for authorities, passwords, sessions, and who gets a
//! letter.
//!
//! Nouns: [`Account`], [`Session`], [`OneTimeLink`], [`Contact`], [`Person`] (an account with its
//! roles). `rules` are plain functions, `records` hold the SQL, `actions` are what people do;
//! [`crate::access`] says who may.

mod actions;
mod deed_words;
mod post;
mod records;
mod rules;
mod secret;
mod summary;

pub use actions::*;
pub use deed_words::deed_words;
pub use post::Post;
pub use records::account::{Account, AccountId};
pub use records::links::{OneTimeLink, Purpose};
pub use records::roles::RoleRecord;
pub use records::sessions::{
    ABSOLUTE, IDLE, Session, SessionId, SignedIn, Visit, actor_of_session, mark_seen,
};
pub use rules::back_off;
pub use rules::mail_address::MailAddress;
pub use rules::password::{self, ChosenPassword, HashedPassword};
pub use rules::person_name::PersonName;
pub use rules::program::program_of;
pub use secret::{Secret, hash_of};
pub use summary::{
    Contact, Person, Reachable, account, everybody, fictional_people, is_empty,
    managed_authorities, own_sessions, people_counts, people_of, person_at, reachable, with_mail,
    with_role,
};
