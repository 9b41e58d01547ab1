use crate::{Message, Value};
use std::error::Error;

/// Something that the reader can act on: said beside the field in the reader's language,
/// with nothing stored and nothing typed lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What happened, why, and what to do.
    pub message: Message,
    /// The form field that it belongs to, if one.
    pub field: Option<String>,
}

impl Refusal {
    /// A refusal that belongs to the page as a whole.
    pub fn new(key: &'static str) -> Self {
        Self {
            message: Message::new(key),
            field: None,
        }
    }

    /// The same refusal with a value that its sentence names.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.message = self.message.with(name, value);
        self
    }

    /// The same refusal, said beside one field.
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }
}

/// Something that we must repair: logged in full, shown to the reader as a calm page with a
/// reference.
#[derive(Debug, thiserror::Error)]
#[error("{context}")]
pub struct Fault {
    context: String,
    #[source]
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl Fault {
    /// A fault without an underlying error.
    pub fn new(context: impl Into<String>) -> Self {
        Self {
            context: context.into(),
            source: None,
        }
    }

    /// A fault caused by another error; `context` says what was being done.
    pub fn caused_by(
        context: impl Into<String>,
        source: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self {
            context: context.into(),
            source: Some(source.into()),
        }
    }
}

/// Why a deed did not happen.
#[derive(Debug)]
pub enum Stop {
    /// The reader can act on it.
    Refused(Vec<Refusal>),
    /// It is not there, or not visible to this reader: the two look the same from outside.
    NotFound,
    /// We must repair it.
    Failed(Fault),
}

/// The result of a deed.
pub type Outcome<T> = Result<T, Stop>;

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Stop::Refused(vec![refusal])
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Stop::Failed(fault)
    }
}
