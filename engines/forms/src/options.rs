use crate::StatusWords;
use kernel::MunicipalityCode;

/// Below this confidence a person is asked. Chosen so that an equal or clearly recognisable text
/// with one plain status passes, and one that could be another recommendation, or a status read
/// from a doubtful sign, does not.
pub const DEFAULT_CONFIRM_BELOW: f64 = 0.75;

/// A municipality as the reader may meet it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MunicipalityName {
    /// The code.
    pub code: MunicipalityCode,
    /// The official name without "Kommune": `København`, `Høje-Taastrup`.
    pub name: String,
    /// Other names and spellings: `Copenhagen`. Spellings without æ, ø, å, with a genitive s and
    /// with `Aa` for `Å` are understood without being listed.
    pub aliases: Vec<String>,
}

/// What a reader of forms must be told.
#[derive(Debug, Clone)]
pub struct ReadOptions<'a> {
    /// The round's words for a status, beyond the colours.
    pub words: StatusWords,
    /// Whoever can have answered; empty where the municipality is not asked for.
    pub municipalities: &'a [MunicipalityName],
    /// The name under which the file was sent.
    pub file_name: Option<&'a str>,
    /// Below this confidence, 0 to 1, an entry is a problem that a person confirms.
    pub confirm_below: f64,
}

impl Default for ReadOptions<'_> {
    /// The usual words, no municipalities, [`DEFAULT_CONFIRM_BELOW`].
    fn default() -> Self {
        Self {
            words: StatusWords::usual(),
            municipalities: &[],
            file_name: None,
            confirm_below: DEFAULT_CONFIRM_BELOW,
        }
    }
}
