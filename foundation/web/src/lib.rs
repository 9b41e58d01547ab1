//! What every page shares: languages, the page shell, components, error pages, assets.
//!
//! Knows no room. Nouns: [`languages::Texts`].

pub mod languages;
