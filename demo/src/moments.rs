//! Days and times as TOML writes them.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, de::Error};
use toml::value::Datetime;

/// `2025-11-14`.
pub(crate) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let written = Datetime::deserialize(from)?.to_string();
    written.parse().map_err(D::Error::custom)
}

/// `2025-11-14T10:42:00Z`.
pub(crate) fn moment<'de, D: Deserializer<'de>>(from: D) -> Result<DateTime<Utc>, D::Error> {
    let written = Datetime::deserialize(from)?.to_string();
    written.parse().map_err(D::Error::custom)
}

/// A moment that may be left out.
pub(crate) fn moment_if_any<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<DateTime<Utc>>, D::Error> {
    moment(from).map(Some)
}
