//! The SQL of webhooks and their deliveries.

mod delivery;
mod webhook;

pub use delivery::{Delivery, DeliveryState, deliveries};
pub(crate) use delivery::{Due, claim_due, has_due, leave, settle_delivered, settle_failed};
pub use webhook::{Webhook, WebhookId, of_authority};
pub(crate) use webhook::{count_failure, disable, enable, get, insert, listening, remove};
