//! What two rooms name in one signature, and nothing else: messages, refusals and faults,
//! the acting person, languages, periods and municipality codes.
//!
//! No input or output happens here and no room is known here. A type moves in only when a
//! second crate needs it.

mod actor;
mod danish_clock;
mod language;
mod message;
mod municipality_code;
mod period;
mod refusal;

pub use actor::{Actor, Held, Role};
pub use danish_clock::{danish_day, on_danish_clocks};
pub use language::Language;
pub use message::{Message, Value};
pub use municipality_code::MunicipalityCode;
pub use period::Period;
pub use refusal::{Fault, Outcome, Refusal, Stop};
