use crate::document::{BELOW, Document};
use crate::limits::{Buckets, Rates};
use crate::{fresh, gate, once};
use axum::Router;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use database::Database;
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;

/// How the API is run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Settings {
    /// How often one may ask.
    pub rates: Rates,
    /// Whether a proxy of ours stands before the server and says in `X-Forwarded-For` who asks.
    pub behind_proxy: bool,
}

/// What the gate needs.
pub(crate) struct House {
    pub(crate) database: Database,
    pub(crate) document: Document,
    pub(crate) buckets: Buckets,
    pub(crate) behind_proxy: bool,
}

/// The API behind its gate.
pub struct Mounted {
    /// Its routes.
    pub routes: Router,
    /// What it can do.
    pub document: Document,
}

/// Puts the rooms' operations below `/api/v1`, behind the gate, with their document.
pub fn mount(database: Database, rooms: OpenApiRouter, settings: Settings) -> Mounted {
    let (rooms, described) = OpenApiRouter::default()
        .nest(BELOW, rooms)
        .split_for_parts();
    let document = Document::finished(&described);
    let house = Arc::new(House {
        database,
        document: document.clone(),
        buckets: Buckets::new(settings.rates),
        behind_proxy: settings.behind_proxy,
    });
    let described = Router::new()
        .route("/api/v1/openapi.json", get(show_document))
        .with_state(Arc::clone(&house));
    let routes = rooms
        .merge(described)
        .layer(from_fn(fresh::tagged))
        .layer(from_fn_with_state(Arc::clone(&house), once::answer_once))
        .layer(from_fn_with_state(house, gate::pass));
    Mounted { routes, document }
}

async fn show_document(State(house): State<Arc<House>>) -> Response {
    let json = HeaderValue::from_static("application/json");
    ([(CONTENT_TYPE, json)], house.document.text().to_owned()).into_response()
}
