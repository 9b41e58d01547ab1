//! Webhooks: an authority's own systems are told when something has happened. A message holds
//! keys and numbers only, no person and no remark; who receives it asks the API for the rest.
//!
//! A message is made in the transaction of its deed and sent later, with retries, signed with a
//! secret of the subscription. Nothing is sent unless the operator has switched it on, and never
//! to an address inside the house. Knows no room. Nouns: [`Webhook`], [`Event`], [`Delivery`].

mod announce;
mod api;
mod client;
mod disable;
mod records;
mod remove;
mod secret;
mod sender;
mod sign;
mod subscribe;
mod targets;

use database::{Schema, migration};

pub use announce::{Event, announce};
pub use api::routes;
pub use records::{Delivery, DeliveryState, Webhook, WebhookId, deliveries, of_authority};
pub use remove::remove;
pub use sender::{Sender, Sending};
pub use sign::{SIGNATURE, signature};
pub use subscribe::{NewWebhook, enable, subscribe};
pub use targets::Targets;

/// The tables of webhooks.
pub const SCHEMA: Schema = Schema {
    area: "webhooks",
    migrations: &[migration!("0001_webhooks")],
};
