//! How alike two Danish texts are, and which words find which.
//!
//! Pure computation, usable alone. Nouns: [`TextSet`] (texts to recognise), [`Similarity`],
//! [`assign`] (the best one-to-one pairing), [`SearchTerms`] and [`QueryTerm`] (search with stems
//! and sub-words). Nothing here knows of forms, recommendations or rooms.

mod assignment;
mod fold;
mod hyphens;
mod ocr;
mod search;
mod similarity;
mod stems;
mod words;

pub use assignment::assign;
pub use fold::{ascii_spelling, fold};
pub use hyphens::{Lexicon, repair_hyphenation};
pub use ocr::{Shape, word_similarity};
pub use search::{QueryTerm, SearchTerms, find, query_terms, search_terms};
pub use similarity::{ReadText, Similarity, TextSet};
pub use stems::stem;
pub use words::words;
