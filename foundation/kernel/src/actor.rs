use serde::{Deserialize, Serialize};

/// Who acts: passed into every rule and action, written into the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The name that the journal shows.
    pub name: String,
    /// What this person may do; empty for a reader who has not signed in.
    pub roles: Vec<Role>,
}

/// A role that an actor holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Sets up recommendations and rounds, receives forms, releases reports.
    Secretariat,
    /// The installation itself: the command line on the machine that holds the data.
    Operator,
}

impl Actor {
    /// A reader who has not signed in.
    pub fn stranger() -> Self {
        Self {
            name: String::new(),
            roles: Vec::new(),
        }
    }

    /// A person of the secretariat.
    pub fn secretariat(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            roles: vec![Role::Secretariat],
        }
    }

    /// Somebody at the command line of the machine that holds the data.
    pub fn operator(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            roles: vec![Role::Operator],
        }
    }

    /// Whether the actor holds a role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}
