//! What every room's JSON API shares: who calls and with which token, what a token's scopes
//! allow, limits on how often, requests that are sent again, problems as data (RFC 9457), lists in
//! pieces, entity tags, and the OpenAPI document.
//!
//! Knows no room. Nouns: [`Caller`], [`ApiError`], [`Listing`], [`Mounted`]. A room's API is an
//! `OpenApiRouter` of handlers that are documented where they stand; [`mount`] puts it behind the
//! gate. Which scope an operation needs is read from its documentation, so the two cannot differ.

mod address;
mod answer;
mod body;
mod caller;
mod document;
mod error;
mod fresh;
mod gate;
mod limits;
mod mount;
mod once;
mod paging;
mod problem;

pub use answer::{Made, Shown, tag_of};
pub use body::{Asked, Body};
pub use caller::Caller;
pub use document::{BELOW, Document, TOKEN};
pub use error::{ApiError, ApiResult};
pub use fresh::if_match;
pub use limits::{Rate, Rates};
pub use mount::{Mounted, Settings, mount};
pub use paging::{Listing, MOST, PageAsked, paged, piece};
pub use problem::{ProblemShape, RefusalShape};
