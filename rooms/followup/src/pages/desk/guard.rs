use crate::access;
use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Actor;

/// Whoever does not work for a secretariat is asked to sign in; what they send changes nothing.
/// Somebody of a municipality has a page of their own.
pub async fn secretariat_only(request: Request, next: Next) -> Response {
    let actor = request.extensions().get::<Actor>().cloned();
    match actor {
        Some(actor) if access::is_of_a_secretariat(&actor) => next.run(request).await,
        Some(actor) if !actor.roles.is_empty() => StatusCode::NOT_FOUND.into_response(),
        _ => shown_the_door(request.method()),
    }
}

/// Whoever has not signed in is asked to; what they send changes nothing.
pub async fn signed_in_only(request: Request, next: Next) -> Response {
    let actor = request.extensions().get::<Actor>();
    match actor.is_some_and(|actor| !actor.roles.is_empty()) {
        true => next.run(request).await,
        false => shown_the_door(request.method()),
    }
}

fn shown_the_door(method: &Method) -> Response {
    match *method {
        Method::GET | Method::HEAD => Redirect::to("/desk/enter").into_response(),
        _ => StatusCode::FORBIDDEN.into_response(),
    }
}
