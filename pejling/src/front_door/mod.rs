//! The server: who is signed in, what is refused before any room is asked, and how it starts and
//! stops.

mod background;
mod choose_password;
mod cookie;
mod door;
mod first_account;
mod invented_people;
mod invitation;
mod my_account;
mod new_password;
mod parts;
mod people_invite;
mod people_list;
mod people_places;
mod person;
mod same_origin;
mod server;
mod sign_in;
#[cfg(test)]
mod tests;
mod typed;
mod wanted;
mod words;

pub use server::{Options, announce, serve};

use axum::Router;
use door::Door;

/// Every page about accounts.
fn account_routes() -> Router<Door> {
    Router::new()
        .merge(sign_in::routes())
        .merge(new_password::routes())
        .merge(invitation::routes())
        .merge(first_account::routes())
        .merge(my_account::routes())
        .merge(people_places::routes())
        .merge(people_list::routes())
        .merge(people_invite::routes())
        .merge(person::routes())
}
