//! Reading progress forms: a document against a blank form gives entries with a confidence,
//! the rows that matched nothing, and the problems that a person must look at.
//!
//! Pure computation. Nouns: [`Template`], [`FormReading`], [`EntryReading`], [`Problem`].
//! Deeds: [`read_template`], [`read_form`], [`checks`]. Nothing is guessed in silence: what is not
//! certain is a problem.

pub mod checks;
mod options;
mod problem;
mod read;
mod reading;
mod status;
mod template;

pub use options::{DEFAULT_CONFIRM_BELOW, MunicipalityName, ReadOptions};
pub use problem::{Level, Problem};
pub use read::form::read_form;
pub use read::template::read_template;
pub use reading::{
    EntryReading, FormReading, MunicipalityReading, RemarkParagraph, RemarkRun, Source,
    StatusEvidence, UnmatchedRow, plain_remark,
};
pub use status::{Obligation, Status, StatusWords};
pub use template::{FocusArea, Template, TemplateRecommendation};
