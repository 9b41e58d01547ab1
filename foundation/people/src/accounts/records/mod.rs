pub mod account;
pub mod failures;
pub mod links;
pub mod roles;
pub mod sessions;
