//! The operations on subscriptions: a token looks after those of its own authority.

use crate::records::{self, Delivery, DeliveryState, Webhook, WebhookId};
use crate::sender::Sending;
use crate::subscribe::{NewWebhook, may};
use crate::{enable, remove, subscribe};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use database::{Database, Tx};
use kernel::{Fault, Refusal};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use web_api::{
    ApiError, ApiResult, Asked, Body, Caller, Listing, Made, PageAsked, Shown, paged, piece,
};

struct Office {
    database: Database,
    sending: Sending,
    known: Vec<&'static str>,
}

type House = State<Arc<Office>>;

/// The operations, without the gate; `known` are the kinds of event that the rooms announce.
pub fn routes(database: Database, sending: Sending, known: Vec<&'static str>) -> OpenApiRouter {
    let office = Office {
        database,
        sending,
        known,
    };
    OpenApiRouter::default()
        .routes(routes!(list, create))
        .routes(routes!(show, delete))
        .routes(routes!(switch_on))
        .routes(routes!(deliveries))
        .with_state(Arc::new(office))
}

/// An address that is told when something has happened.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": 4, "authority": "0101", "address": "https://esdh.kommune.dk/pejling",
    "events": ["form.accepted", "form.returned"], "made_by": "Pia Holm",
    "made_at": "2018-01-15T09:30:00Z", "failures": 0, "disabled_at": null, "disabled_because": null
}))]
pub struct WebhookShown {
    /// The number.
    pub id: i64,
    /// The key of the authority whose it is.
    pub authority: String,
    /// Where messages are sent.
    pub address: String,
    /// Of what it is told.
    pub events: Vec<String>,
    /// Who made it.
    pub made_by: String,
    /// When.
    pub made_at: DateTime<Utc>,
    /// How many tries in a row did not arrive.
    pub failures: u32,
    /// When it was switched off.
    pub disabled_at: Option<DateTime<Utc>>,
    /// Why.
    pub disabled_because: Option<String>,
}

/// A subscription that was just made, with its secret.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookMade {
    /// The subscription.
    #[serde(flatten)]
    pub webhook: WebhookShown,
    /// Signs every message; it is shown this once only.
    pub secret: String,
}

impl From<Webhook> for WebhookShown {
    fn from(one: Webhook) -> Self {
        let (disabled_at, disabled_because) = one.disabled.unzip();
        Self {
            id: one.id.0,
            authority: one.authority,
            address: one.address,
            events: one.events,
            made_by: one.made_by,
            made_at: one.made_at,
            failures: one.failures,
            disabled_at,
            disabled_because,
        }
    }
}

/// A subscription to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "address": "https://esdh.kommune.dk/pejling", "events": ["form.accepted", "form.returned"]
}))]
pub struct WebhookWanted {
    /// Where messages are sent: https, on the open internet.
    pub address: String,
    /// Of what it is told: `form.submitted`, `form.accepted`, `form.returned`, `round.released`.
    pub events: Vec<String>,
}

/// A message and what became of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": 31, "event": "form.accepted", "state": "delivered",
    "body": {"id": "evt_5d1f", "event": "form.accepted", "at": "2018-01-15T09:30:00Z",
             "authority": "0101", "about": {"round": "2017", "municipality": "0101", "version": 2}},
    "made_at": "2018-01-15T09:30:00Z", "tries": 1, "next_try_at": null,
    "settled_at": "2018-01-15T09:30:01Z", "last_status": 204, "last_error": null
}))]
pub struct DeliveryShown {
    /// The number; the header `Pejling-Delivery` carries it.
    pub id: i64,
    /// Of what it tells.
    pub event: String,
    /// Where it is.
    pub state: DeliveryWord,
    /// What it says.
    #[schema(value_type = Object)]
    pub body: Value,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried next.
    pub next_try_at: Option<DateTime<Utc>>,
    /// When it arrived or was given up.
    pub settled_at: Option<DateTime<Utc>>,
    /// The last status that was answered.
    pub last_status: Option<i64>,
    /// Why there was no answer.
    pub last_error: Option<String>,
}

/// Where a message is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryWord {
    /// It will be tried, or tried again.
    Waiting,
    /// It arrived.
    Delivered,
    /// It was tried too often.
    GivenUp,
}

impl DeliveryShown {
    fn of(one: Delivery) -> Result<Self, Fault> {
        let body = serde_json::from_str(&one.body)
            .map_err(|error| Fault::caused_by("reading a message", error))?;
        let waits = one.state == DeliveryState::Waiting;
        Ok(Self {
            id: one.id,
            event: one.event,
            state: match one.state {
                DeliveryState::Waiting => DeliveryWord::Waiting,
                DeliveryState::Delivered => DeliveryWord::Delivered,
                DeliveryState::GivenUp => DeliveryWord::GivenUp,
            },
            body,
            made_at: one.made_at,
            tries: one.tries,
            next_try_at: waits.then_some(one.next_try_at),
            settled_at: one.settled_at,
            last_status: one.last_status,
            last_error: one.last_error,
        })
    }
}

/// The authority that the caller's token acts for.
fn own(caller: &Caller) -> ApiResult<String> {
    let missing = || ApiError::Unauthorized(Refusal::new("api-refusal-no-token"));
    let token = caller.token.as_ref().ok_or_else(missing)?;
    may(&caller.actor, &token.authority)?;
    Ok(token.authority.clone())
}

fn number(text: &str) -> ApiResult<WebhookId> {
    let number = text.parse().map_err(|_| ApiError::NotFound)?;
    Ok(WebhookId(number))
}

async fn visible(tx: &mut Tx, caller: &Caller, id: &str) -> ApiResult<Webhook> {
    let webhook = records::get(tx, number(id)?).await?;
    match webhook.authority == own(caller)? {
        true => Ok(webhook),
        false => Err(ApiError::NotFound),
    }
}

/// The subscriptions of the token's authority.
#[utoipa::path(
    get, path = "/webhooks", tag = "webhooks", operation_id = "list_webhooks",
    params(PageAsked),
    security(("token" = ["administer"])),
    responses((status = 200, description = "A piece of the list.", body = Listing<WebhookShown>)),
)]
async fn list(
    State(office): House,
    caller: Caller,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<WebhookShown>>> {
    let authority = own(&caller)?;
    let mut tx = office.database.read().await?;
    let all = records::of_authority(&mut tx, &authority).await?;
    let all = all.into_iter().map(WebhookShown::from).collect();
    Ok(Shown(paged(all, &asked, |one: &WebhookShown| {
        one.id.to_string()
    })?))
}

/// Makes a subscription for the token's authority. The secret is shown this once only.
#[utoipa::path(
    post, path = "/webhooks", tag = "webhooks", operation_id = "create_webhook",
    security(("token" = ["administer"])),
    request_body = WebhookWanted,
    responses((status = 201, description = "The subscription.", body = WebhookMade)),
)]
async fn create(
    State(office): House,
    caller: Caller,
    Body(wanted): Body<WebhookWanted>,
) -> ApiResult<Made<WebhookMade>> {
    let new = NewWebhook {
        authority: own(&caller)?,
        address: wanted.address,
        events: wanted.events,
    };
    let Sending::To(targets) = office.sending else {
        return Err(Refusal::new("webhook-refusal-off").into());
    };
    let mut tx = office.database.write().await?;
    let allowed = (office.known.as_slice(), targets);
    let webhook = subscribe(&mut tx, &caller.actor, new, allowed).await?;
    tx.commit().await?;
    let secret = webhook.secret.clone();
    let webhook = WebhookShown::from(webhook);
    let address = format!("{}/webhooks/{}", web_api::BELOW, webhook.id);
    Ok(Made(address, WebhookMade { webhook, secret }))
}

/// One subscription.
#[utoipa::path(
    get, path = "/webhooks/{id}", tag = "webhooks", operation_id = "show_webhook",
    params(("id" = i64, Path, description = "The subscription's number.")),
    security(("token" = ["administer"])),
    responses((status = 200, description = "The subscription.", body = WebhookShown)),
)]
async fn show(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
) -> ApiResult<Shown<WebhookShown>> {
    let mut tx = office.database.read().await?;
    Ok(Shown(visible(&mut tx, &caller, &id).await?.into()))
}

/// Removes a subscription; what was sent stays on record.
#[utoipa::path(
    delete, path = "/webhooks/{id}", tag = "webhooks", operation_id = "remove_webhook",
    params(("id" = i64, Path, description = "The subscription's number.")),
    security(("token" = ["administer"])),
    responses((status = 204, description = "It is gone.")),
)]
async fn delete(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
) -> ApiResult<StatusCode> {
    let mut tx = office.database.write().await?;
    let webhook = visible(&mut tx, &caller, &id).await?;
    remove(&mut tx, &caller.actor, webhook.id).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Switches a subscription on again that was switched off because nobody answered.
#[utoipa::path(
    post, path = "/webhooks/{id}/enabling", tag = "webhooks", operation_id = "enable_webhook",
    params(("id" = i64, Path, description = "The subscription's number.")),
    security(("token" = ["administer"])),
    responses((status = 200, description = "The subscription now.", body = WebhookShown)),
)]
async fn switch_on(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
) -> ApiResult<Shown<WebhookShown>> {
    let mut tx = office.database.write().await?;
    let webhook = visible(&mut tx, &caller, &id).await?;
    let webhook = enable(&mut tx, &caller.actor, webhook.id).await?;
    tx.commit().await?;
    Ok(Shown(webhook.into()))
}

/// What was sent to a subscription, and what became of it, the newest first.
#[utoipa::path(
    get, path = "/webhooks/{id}/deliveries", tag = "webhooks", operation_id = "list_deliveries",
    params(("id" = i64, Path, description = "The subscription's number."), PageAsked),
    security(("token" = ["administer"])),
    responses((status = 200, description = "A piece of the list.", body = Listing<DeliveryShown>)),
)]
async fn deliveries(
    State(office): House,
    caller: Caller,
    Path(id): Path<String>,
    Asked(asked): Asked<PageAsked>,
) -> ApiResult<Shown<Listing<DeliveryShown>>> {
    let before = asked.last_number()?;
    let size = asked.size()?;
    let mut tx = office.database.read().await?;
    let webhook = visible(&mut tx, &caller, &id).await?;
    let found = records::deliveries(&mut tx, webhook.id, before, size + 1).await?;
    let shown: Result<Vec<_>, Fault> = found.into_iter().map(DeliveryShown::of).collect();
    let key = |one: &DeliveryShown| one.id.to_string();
    Ok(Shown(piece(shown?, size, key)))
}
