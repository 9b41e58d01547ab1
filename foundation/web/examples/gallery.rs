//! Serves the gallery alone: `cargo run -p web --example gallery -- 127.0.0.1:8099`.

use axum::Router;
use web::{Limits, Site, surround};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "127.0.0.1:8099".to_owned());
    let listener = tokio::net::TcpListener::bind(address).await?;
    let routes = Router::new()
        .merge(web::static_routes())
        .merge(web::gallery::routes());
    let site = Site {
        fictional: true,
        ..Site::default()
    };
    axum::serve(listener, surround(routes, site, Limits::default())).await
}
