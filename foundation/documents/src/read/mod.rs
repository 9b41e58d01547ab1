//! Readers of foreign files: bytes in, a [`document_model::Document`] out.

mod error;
pub mod pdf;

pub use error::{Excess, ReadError};
