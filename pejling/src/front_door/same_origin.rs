//! A request that changes something must come from our own pages (OWASP ASVS 5, 3.5.1).

use axum::extract::Request;
use axum::http::{HeaderMap, Method, header};

/// Whether a request may change something: it only reads, or the browser says that it comes from
/// a page of ours. Programs send neither header; they have no cookie of ours either.
pub fn comes_from_us(request: &Request) -> bool {
    let reads = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    reads || headers_are_ours(request.headers())
}

fn headers_are_ours(headers: &HeaderMap) -> bool {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = said("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (said(header::ORIGIN.as_str()), said(header::HOST.as_str())) {
        (Some(origin), Some(host)) => origin.split("://").nth(1) == Some(host),
        (Some(_), None) => false,
        (None, _) => said(header::COOKIE.as_str()).is_none(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::body::Body;

    fn post(headers: &[(&str, &str)]) -> Request {
        let mut request = Request::post("/");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn another_site_cannot_change_anything() {
        assert!(!comes_from_us(&post(&[("sec-fetch-site", "cross-site")])));
        assert!(!comes_from_us(&post(&[("sec-fetch-site", "same-site")])));
        assert!(!comes_from_us(&post(&[
            ("origin", "https://evil.example"),
            ("host", "pejling.dk")
        ])));
        assert!(!comes_from_us(&post(&[
            ("origin", "null"),
            ("host", "pejling.dk")
        ])));
        assert!(!comes_from_us(&post(&[
            ("cookie", "pejling_desk=x"),
            ("host", "pejling.dk")
        ])));
    }

    #[test]
    fn our_own_pages_and_programs_without_cookies_can() {
        assert!(comes_from_us(&post(&[("sec-fetch-site", "same-origin")])));
        assert!(comes_from_us(&post(&[
            ("origin", "https://pejling.dk"),
            ("host", "pejling.dk")
        ])));
        assert!(comes_from_us(&post(&[("host", "pejling.dk")])));
    }

    #[test]
    fn anybody_can_read() {
        let request = Request::get("/").header("sec-fetch-site", "cross-site");
        assert!(comes_from_us(&request.body(Body::empty()).unwrap()));
    }
}
