//! The cookie that holds a session's token. `HttpOnly`: no script reads it. `SameSite=Lax`: a
//! link in a letter that is read in a browser must not look signed out; what changes something is
//! checked by its origin besides. On encrypted ways `Secure` and the prefix `__Host-`, so that
//! no neighbouring host can plant one (RFC 6265bis, section 4.1.3.2).

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use people::accounts::{ABSOLUTE, Secret};

const PLAIN: &str = "pejling_session";
const HOST: &str = "__Host-pejling_session";

fn name(secure: bool) -> &'static str {
    match secure {
        true => HOST,
        false => PLAIN,
    }
}

/// The token in a request's cookies.
pub fn words(headers: &HeaderMap, secure: bool) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name(secure))
        .map(|(_, words)| words)
        .filter(|words| !words.is_empty())
}

/// Sends a browser on with a session.
pub fn enter(to: &str, secret: &Secret, secure: bool) -> Response {
    with_cookie(to, secret.words(), ABSOLUTE.num_seconds(), secure)
}

/// Sends a browser on without one.
pub fn leave(to: &str, secure: bool) -> Response {
    with_cookie(to, "", 0, secure)
}

fn with_cookie(to: &str, words: &str, seconds: i64, secure: bool) -> Response {
    let name = name(secure);
    let only = if secure { "; Secure" } else { "" };
    let cookie = format!("{name}={words}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{only}");
    let mut answer = Redirect::to(to).into_response();
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    answer
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn on_an_encrypted_way_only_the_cookie_that_no_neighbour_can_plant_counts() {
        let mut headers = HeaderMap::new();
        let cookies = "a=b; pejling_session=planted; __Host-pejling_session=ours";
        headers.insert(header::COOKIE, HeaderValue::from_static(cookies));
        assert_eq!(words(&headers, true), Some("ours"));
        assert_eq!(words(&headers, false), Some("planted"));
        let secret = Secret::random().unwrap();
        let set = |secure| {
            let answer = enter("/", &secret, secure);
            answer.headers()[header::SET_COOKIE]
                .to_str()
                .unwrap()
                .to_owned()
        };
        assert!(set(true).starts_with("__Host-pejling_session="));
        assert!(set(true).ends_with("HttpOnly; SameSite=Lax; Secure"));
        assert!(set(false).ends_with("HttpOnly; SameSite=Lax"));
    }
}
