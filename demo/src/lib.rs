//! The demonstration: a fictional programme in which the 29 municipalities of the capital region
//! answer over three rounds, with a fourth round open.
//!
//! The municipalities are real; every answer, decision and file is invented and written for this.
//! The material stands in `data/` as text that people can edit. Nouns: [`Material`] (everything,
//! read and checked), [`material::FormFile`] (one answer of one municipality),
//! [`material::SourceFile`] (a file "as it was sent").

pub mod load;
pub mod markup;
pub mod material;
mod moments;
pub mod written;

pub use load::load;
pub use material::Material;
