use kernel::Held;
use serde::Deserialize;

/// Somebody who does not exist, and whom one can be.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonText {
    /// The name.
    pub name: String,
    /// An address that nobody has.
    pub mail: String,
    /// The roles: `coordinator@0101`.
    pub roles: Vec<Held>,
}
