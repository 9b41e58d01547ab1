use crate::access;
use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Actor;

/// Whoever has not signed in is asked to; what they send changes nothing.
pub async fn secretariat_only(request: Request, next: Next) -> Response {
    let actor = request.extensions().get::<Actor>();
    if actor.is_some_and(access::is_of_a_secretariat) {
        return next.run(request).await;
    }
    match *request.method() {
        Method::GET | Method::HEAD => Redirect::to("/desk/enter").into_response(),
        _ => StatusCode::FORBIDDEN.into_response(),
    }
}
