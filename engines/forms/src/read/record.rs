use crate::read::signs::Signs;
use crate::{Obligation, RemarkParagraph, Source};

/// What stands in one row, or one item of a list: an answer to some recommendation.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record {
    /// The recommendation's text as the file has it, without its number.
    pub text: String,
    /// The number that stands before it.
    pub number: Option<u32>,
    /// The focus area whose heading it stands under: an index into the template's areas.
    pub area: Option<usize>,
    /// The obligation whose heading it stands under.
    pub obligation: Option<Obligation>,
    /// What says a status.
    pub signs: Signs,
    /// The remark.
    pub remark: Vec<RemarkParagraph>,
    /// Where it stands.
    pub source: Source,
}

impl Record {
    /// Whether anything was answered.
    pub(crate) fn is_answered(&self) -> bool {
        !self.remark.is_empty() || self.signs.say_something()
    }
}
