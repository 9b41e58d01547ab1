//! After a deed the reader is sent on to a page that says what was done (post, redirect, get), so
//! that going back or asking again does nothing twice.

use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use web::components::{Alert, AlertLevel, Html};
use web::languages::Texts;

/// What an address says was done: `?done=confirmed`.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Said {
    /// The deed, one of those that the page knows.
    pub done: Option<String>,
}

/// Sends the reader on to an address, which says that `done` was done; `place` is the id of the
/// element to go to.
pub fn back_to(address: &str, done: &str, place: Option<&str>) -> Response {
    let joint = if address.contains('?') { '&' } else { '?' };
    let place = place.map(|id| format!("#{id}")).unwrap_or_default();
    Redirect::to(&format!("{address}{joint}done={done}{place}")).into_response()
}

impl Said {
    /// The message, if `known` pairs the deed with the key of a text.
    pub fn alert(&self, known: &[(&str, &'static str)], texts: &Texts) -> Option<Alert> {
        let done = self.done.as_deref()?;
        let (_, key) = known.iter().find(|(deed, _)| *deed == done)?;
        Some(Alert {
            level: AlertLevel::Success,
            heading: None,
            text: Html::text(&texts.say(key)),
        })
    }
}
