//! What every page shares: languages, the page shell, components, error pages, assets, and the
//! layers around all routes.
//!
//! Knows no room. Nouns: [`languages::Texts`], [`Reader`], [`Page`], the [`components`],
//! [`PageError`], [`PageCache`]. A room's page is a struct with a template; it takes a
//! [`Reader`], fills components, and is put into a [`Page`].

pub mod components;
mod errors;
pub mod gallery;
mod headers;
pub mod languages;
mod layers;
mod page_cache;
pub mod problem;
mod reader;
mod request_id;
mod shell;
mod static_files;

pub use errors::{PageError, PageResult, html, unprocessable};
pub use headers::matches as has_already;
pub use layers::{Limits, surround};
pub use page_cache::PageCache;
pub use reader::{MenuItem, Reader, Site};
pub use request_id::RequestId;
pub use shell::Page;
pub use static_files::routes as static_routes;
