//! What people do with accounts: one file per deed, each in an open transaction.

mod accept_invitation;
mod change_password;
mod disable_account;
mod edit_account;
mod end_session;
mod first_account;
mod grant_role;
mod hand_over;
mod invent_person;
mod invite_person;
mod request_reset;
mod reset_password;
mod revoke_role;
mod sign_in;
mod sign_in_as;

pub use accept_invitation::{accept_invitation, invited};
pub use change_password::change_password;
pub use disable_account::{disable_account, enable_account};
pub use edit_account::edit_account;
pub use end_session::{end_session, sign_out, sign_out_everywhere};
pub use first_account::{FirstAccount, first_account_awaited, make_first_link, take_first_account};
pub use grant_role::grant_role;
pub use hand_over::hand_over;
pub use invent_person::{InventedPerson, invent_person};
pub use invite_person::{Invitation, Invited, invite_again, invite_person};
pub use request_reset::request_reset;
pub use reset_password::{reset_password, who_resets};
pub use revoke_role::revoke_role;
pub use sign_in::{Begun, Challenge, Checked, begin_sign_in, finish_sign_in};
pub use sign_in_as::sign_in_as;

use super::records::account::AccountId;
use super::summary::{self, Person};
use crate::access::Place;
use crate::journal::Entry;
use database::Tx;
use kernel::{Actor, Outcome, Stop};

/// A journal entry of this part of the house; its subject is the mail address of whom it is about.
fn entry(deed: &'static str, mail: &str) -> Entry {
    Entry::new("people", deed, mail)
}

/// Somebody whom the actor looks after: one of an authority's people, or anybody for the operator.
async fn looked_after(
    tx: &mut Tx,
    actor: &Actor,
    key: Option<&str>,
    id: AccountId,
) -> Outcome<(Place, Person)> {
    if let Some(key) = key {
        return summary::person_at(tx, actor, key, id).await;
    }
    let everybody = summary::everybody(tx, actor).await?;
    let found = everybody.into_iter().find(|one| one.account.id == id);
    found
        .map(|person| (Place::installation(), person))
        .ok_or(Stop::NotFound)
}
