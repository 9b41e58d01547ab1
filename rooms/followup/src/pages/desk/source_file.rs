use super::super::links::segment;
use super::Desk;
use crate::records::files::SourceFile;
use crate::summary;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, Response};
use axum::routing::get;
use kernel::MunicipalityCode;
use std::sync::Arc;
use web::{PageError, PageResult, Reader};

/// The way to received files.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route(
        "/desk/rounds/{key}/forms/{code}/versions/{number}/file",
        get(received_file),
    )
}

/// Where the file of a version is fetched.
pub fn address(round: &str, code: &MunicipalityCode, version: u32) -> String {
    format!(
        "/desk/rounds/{}/forms/{code}/versions/{version}/file",
        segment(round)
    )
}

async fn received_file(
    State(desk): State<Arc<Desk>>,
    Path((round, code, number)): Path<(String, String, String)>,
    reader: Reader,
) -> PageResult {
    let code = MunicipalityCode::parse(&code).ok_or(PageError::NotFound)?;
    let number = number.parse().map_err(|_| PageError::NotFound)?;
    let mut tx = desk.database.read().await?;
    let form = summary::form(&mut tx, &reader.actor, &round, &code, Some(number)).await?;
    let version = form.version.ok_or(PageError::NotFound)?;
    Ok(handed_out(
        summary::source_file(&mut tx, &reader.actor, version.id).await?,
    ))
}

/// The bytes as they came. A foreign file is saved, never shown: nothing in it runs here.
pub fn handed_out(file: SourceFile) -> Response<Body> {
    let ascii: String = file.name.chars().map(plain).collect();
    let offered = format!(
        "attachment; filename=\"{ascii}\"; filename*=UTF-8''{}",
        segment(&file.name)
    );
    let mut answer = Response::new(Body::from(file.bytes));
    let headers = answer.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("application/octet-stream"),
    );
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let disposition = HeaderValue::try_from(offered);
    headers.insert(
        CONTENT_DISPOSITION,
        disposition.unwrap_or_else(|_| HeaderValue::from_static("attachment")),
    );
    answer
}

fn plain(letter: char) -> char {
    match letter {
        '"' | '\\' | '%' => '_',
        letter if letter.is_ascii_graphic() || letter == ' ' => letter,
        _ => '_',
    }
}
