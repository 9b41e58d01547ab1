use serde::{Deserialize, Serialize};

/// The status of one recommendation in one municipality.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Grøn.
    Green,
    /// Gul.
    Yellow,
    /// Rød.
    Red,
    /// "-": the municipality takes no part.
    NotParticipating,
    /// Nothing was said; never counted as red.
    #[default]
    NotReported,
}

impl Status {
    /// All five, in the order in which reports count them.
    pub const ALL: [Status; 5] = [
        Status::Green,
        Status::Yellow,
        Status::Red,
        Status::NotParticipating,
        Status::NotReported,
    ];

    /// The word of the JSON contract.
    pub fn key(self) -> &'static str {
        match self {
            Status::Green => "green",
            Status::Yellow => "yellow",
            Status::Red => "red",
            Status::NotParticipating => "not_participating",
            Status::NotReported => "not_reported",
        }
    }

    /// The status with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

/// Whether a recommendation binds those who join. It comes from the heading that the
/// recommendation stands under, never from words in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obligation {
    /// Skal.
    Must,
    /// Kan.
    May,
}

impl Obligation {
    /// The word of the JSON contract.
    pub fn key(self) -> &'static str {
        match self {
            Obligation::Must => "must",
            Obligation::May => "may",
        }
    }

    /// The obligation with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "must" => Some(Obligation::Must),
            "may" => Some(Obligation::May),
            _ => None,
        }
    }
}

/// Words by which a round's forms say a status, beyond the colours' own names, which are always
/// understood. A round whose forms ask for "igangsat / i proces / ikke igangsat" says so here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusWords {
    /// A phrase in any case, and the status that it stands for.
    pub words: Vec<(String, Status)>,
}
