//! What surrounds every route, asked through the router.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use axum::routing::{get, post};
use kernel::{Fault, Refusal};
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceExt;
use web::{Limits, PageCache, PageError, Reader, Site, surround};

fn house() -> Router {
    let cache = Arc::new(PageCache::with_room(1 << 20));
    let routes = Router::new()
        .route(
            "/failing",
            get(|| async { PageError::from(Fault::new("the disk is full")) }),
        )
        .route(
            "/refusing",
            get(|| async { PageError::from(Refusal::new("web-error-busy-text")) }),
        )
        .route("/panicking", get(panicking))
        .route("/slow", get(std::future::pending::<()>))
        .route("/echo", post(|text: String| async move { text }))
        .route(
            "/cached",
            get(
                move |reader: Reader, headers: axum::http::HeaderMap| async move {
                    cache.answer(1, &reader, &headers).unwrap_or_else(|| {
                        cache.keep(
                            1,
                            &reader,
                            &headers,
                            format!("<p>{}</p>", "æøå".repeat(400)),
                        )
                    })
                },
            ),
        )
        .merge(web::static_routes())
        .merge(web::gallery::routes());
    let limits = Limits {
        time: Duration::from_millis(50),
        body: 1000,
    };
    surround(routes, Site::default(), limits)
}

async fn panicking() -> &'static str {
    panic!("on purpose")
}

async fn ask(request: Request<Body>) -> Response<Body> {
    house().oneshot(request).await.unwrap()
}

async fn page(path: &str) -> Response<Body> {
    ask(Request::get(path)
        .header("accept", "text/html")
        .body(Body::empty())
        .unwrap())
    .await
}

async fn text(answer: Response<Body>) -> String {
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn a_page_that_is_not_there_says_so_in_the_readers_language() {
    let danish = page("/nowhere").await;
    assert_eq!(danish.status(), StatusCode::NOT_FOUND);
    assert!(text(danish).await.contains("<h1>Siden findes ikke</h1>"));
    assert!(
        text(page("/nowhere?lang=en").await)
            .await
            .contains("<h1>There is no such page</h1>")
    );
}

#[tokio::test]
async fn a_fault_shows_a_reference_and_nothing_of_its_cause() {
    let answer = page("/failing").await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let reference = answer.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    let shown = text(answer).await;
    assert!(shown.contains(&reference));
    assert!(!shown.contains("disk"));
}

#[tokio::test]
async fn a_panic_is_a_calm_page_too() {
    let answer = page("/panicking").await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(text(answer).await.contains("Noget gik galt hos os"));
}

#[tokio::test]
async fn a_refusal_is_said_in_words() {
    let answer = page("/refusing").await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        text(answer)
            .await
            .contains("Vent et øjeblik, og prøv igen.")
    );
}

#[tokio::test]
async fn what_takes_too_long_is_stopped() {
    assert_eq!(
        page("/slow").await.status(),
        StatusCode::SERVICE_UNAVAILABLE
    );
}

#[tokio::test]
async fn what_is_too_large_is_refused_with_a_page() {
    let request = Request::post("/echo")
        .header("accept", "text/html")
        .body(Body::from("x".repeat(2000)))
        .unwrap();
    let answer = ask(request).await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text(answer).await.contains("for stort"));
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    for path in ["/gallery", "/nowhere", "/panicking"] {
        let answer = page(path).await;
        let policy = answer.headers()["content-security-policy"]
            .to_str()
            .unwrap();
        assert!(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"));
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
    }
}

#[tokio::test]
async fn asking_for_a_language_is_remembered() {
    let answer = page("/gallery?lang=en").await;
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("pejling_language=en; Path=/;"));
}

#[tokio::test]
async fn no_page_holds_inline_scripts_or_styles() {
    let shown = text(page("/gallery").await).await;
    assert!(
        !shown.contains(" style=\"") && !shown.contains("<style") && !shown.contains(" onclick")
    );
    assert_eq!(shown.matches("<script").count(), 1);
}

#[tokio::test]
async fn every_asset_is_served_to_be_kept_for_good() {
    for asset in assets::all() {
        let answer = page(&assets::url(asset.path)).await;
        assert_eq!(answer.status(), StatusCode::OK, "{}", asset.path);
        assert!(
            answer.headers()["cache-control"]
                .to_str()
                .unwrap()
                .contains("immutable")
        );
    }
}

#[tokio::test]
async fn a_compressed_asset_is_the_same_asset() {
    let path = assets::url("css/dkfds.min.css");
    let request = Request::get(path)
        .header("accept-encoding", "br, gzip")
        .body(Body::empty())
        .unwrap();
    let answer = ask(request).await;
    assert_eq!(answer.headers()["content-encoding"], "gzip");
    let packed = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    let mut plain = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&packed[..]), &mut plain).unwrap();
    assert_eq!(plain, assets::find("css/dkfds.min.css").unwrap().bytes);
}

#[tokio::test]
async fn a_reader_who_has_a_cached_page_is_told_that_it_still_holds() {
    let house = house();
    let ask = |tag: Option<axum::http::HeaderValue>| {
        let mut request = Request::get("/cached").body(Body::empty()).unwrap();
        if let Some(tag) = tag {
            request.headers_mut().insert("if-none-match", tag);
        }
        house.clone().oneshot(request)
    };
    let first = ask(None).await.unwrap();
    assert_eq!(first.status(), StatusCode::OK);
    let tag = first.headers()["etag"].clone();
    assert_eq!(
        ask(Some(tag)).await.unwrap().status(),
        StatusCode::NOT_MODIFIED
    );
}

#[tokio::test]
async fn a_page_of_an_earlier_generation_is_not_shown() {
    let cache = PageCache::with_room(1 << 20);
    let request = Request::get("/").body(()).unwrap().into_parts().0;
    let reader = Reader::of(&request);
    cache.keep(1, &reader, &request.headers, "old".to_owned());
    assert!(cache.answer(1, &reader, &request.headers).is_some());
    assert!(cache.answer(2, &reader, &request.headers).is_none());
    cache.keep(2, &reader, &request.headers, "new".to_owned());
    assert!(cache.answer(1, &reader, &request.headers).is_none());
}
