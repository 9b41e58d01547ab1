use crate::intake::Readers;
use crate::pages::files::ReportFiles;
use axum::extract::State;
use database::Database;
use kernel::MunicipalityCode;
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;
use web_api::{ApiError, ApiResult};

/// What the operations need.
pub struct Office {
    /// The data.
    pub database: Database,
    /// Child processes that read what is sent in.
    pub readers: Readers,
    /// Reports as files, kept ready.
    pub files: Arc<ReportFiles>,
}

/// The office, as handlers take it.
pub(super) type House = State<Arc<Office>>;
/// The operations of one noun.
pub(super) type Routes = OpenApiRouter<Arc<Office>>;

/// A number in an address; what is no number is not found.
pub(super) fn number<T: std::str::FromStr>(text: &str) -> ApiResult<T> {
    text.parse().map_err(|_| ApiError::NotFound)
}

/// A municipality in an address.
pub(super) fn municipality(text: &str) -> ApiResult<MunicipalityCode> {
    MunicipalityCode::parse(text).ok_or(ApiError::NotFound)
}

/// The address of what was made.
pub(super) fn place(path: &str) -> String {
    format!("{}{path}", web_api::BELOW)
}

/// Says with a conflict what stands there now.
pub(super) fn with_current(error: ApiError, current: &impl serde::Serialize) -> ApiError {
    match error {
        ApiError::Conflict(refusals, _) => {
            ApiError::Conflict(refusals, serde_json::to_value(current).ok())
        }
        other => other,
    }
}
