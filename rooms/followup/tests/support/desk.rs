//! The desk's pages behind their router, and how a person asks for them.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use axum::body::{Body, to_bytes};
use axum::http::{Request, Response};
use axum::{Extension, Router};
use database::Database;
use followup::intake::Readers;
use followup::pages::desk::{Desk, routes};
use kernel::Actor;
use std::process::Command;
use std::sync::Arc;
use tower::ServiceExt;

pub fn desk(database: &Database, actor: Actor) -> Router {
    let desk = Desk {
        database: database.clone(),
        // These tests send nothing that is read.
        readers: Readers::new(|| Command::new("/nonexistent")),
    };
    let routes = routes(Arc::new(desk)).layer(Extension(actor));
    web::surround(routes, web::Site::default(), web::Limits::default())
}

pub async fn get(desk: &Router, address: &str) -> Response<Body> {
    let request = Request::get(address)
        .header("accept", "text/html")
        .header("accept-language", "da");
    desk.clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap()
}

pub async fn post(desk: &Router, address: &str, typed: &str) -> Response<Body> {
    let request = Request::post(address)
        .header("accept", "text/html")
        .header("accept-language", "da")
        .header("content-type", "application/x-www-form-urlencoded");
    desk.clone()
        .oneshot(request.body(Body::from(typed.to_owned())).unwrap())
        .await
        .unwrap()
}

pub async fn text(answer: Response<Body>) -> String {
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}
