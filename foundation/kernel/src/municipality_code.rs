use serde::{Deserialize, Serialize};
use std::fmt;

/// A Danish municipality's code: four digits with a leading zero, `0101` for København.
///
/// The code says nothing about the region (0253 Greve is in Sjælland, 0260 Halsnæs in
/// Hovedstaden); memberships do.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MunicipalityCode(String);

impl MunicipalityCode {
    /// Reads a code; three digits are taken as four (`101` is `0101`), as some systems write it.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim();
        let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        match digits.len() {
            3 if all_digits => Some(Self(format!("0{digits}"))),
            4 if all_digits => Some(Self(digits.to_owned())),
            _ => None,
        }
    }

    /// The four digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for MunicipalityCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("{text:?} is not a municipality code"))
    }
}

impl From<MunicipalityCode> for String {
    fn from(code: MunicipalityCode) -> Self {
        code.0
    }
}
