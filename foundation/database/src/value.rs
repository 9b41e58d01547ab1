use chrono::{DateTime, NaiveDate, Utc};

/// A value bound to a placeholder, with its type even when it is empty: PostgreSQL wants to
/// know what kind of nothing it gets.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Yes or no.
    Bool(Option<bool>),
    /// A whole number; every integer column is 64 bits wide.
    Int(Option<i64>),
    /// A real number.
    Real(Option<f64>),
    /// Text; JSON that is only kept is text as well.
    Text(Option<String>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
    /// A day.
    Date(Option<NaiveDate>),
    /// A moment, cut to the microsecond by the clock that gave it.
    Time(Option<DateTime<Utc>>),
}

/// The values of a statement's placeholders, in order: `params![round, "green", None::<i64>]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { [$($crate::Value::from($value)),*] };
}

/// A number that names a row of one table, so that a round's id cannot stand where a form's is
/// wanted: `database::id_type! { /// A round. RoundId }`.
#[macro_export]
macro_rules! id_type {
    ($($(#[$about:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub i64);

        impl From<$name> for $crate::Value {
            fn from(id: $name) -> Self {
                $crate::Value::Int(Some(id.0))
            }
        }

        impl $crate::Id for $name {
            fn number(self) -> i64 {
                self.0
            }
        }

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }
    )+ };
}

/// A number that names a row; made by [`id_type!`].
pub trait Id {
    /// The number.
    fn number(self) -> i64;
}

impl<T: Id> From<Option<T>> for Value {
    fn from(id: Option<T>) -> Self {
        Value::Int(id.map(Id::number))
    }
}

macro_rules! value_from {
    ($($kind:ident: $type:ty),+ $(,)?) => { $(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Value::$kind(Some(value))
            }
        }

        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self {
                Value::$kind(value)
            }
        }
    )+ };
}

value_from! {
    Bool: bool,
    Int: i64,
    Real: f64,
    Text: String,
    Bytes: Vec<u8>,
    Date: NaiveDate,
    Time: DateTime<Utc>,
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Value::Int(Some(i64::from(number)))
    }
}

impl From<Option<u32>> for Value {
    fn from(number: Option<u32>) -> Self {
        Value::Int(number.map(i64::from))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(Some(text.to_owned()))
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Value::Text(Some(text.clone()))
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        Value::Text(text.map(str::to_owned))
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Value::Bytes(Some(bytes.to_vec()))
    }
}
