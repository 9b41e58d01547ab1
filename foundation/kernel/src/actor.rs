use serde::{Deserialize, Serialize};
use std::fmt;

/// Who acts: passed into every rule and action, written into the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The name that the journal shows.
    pub name: String,
    /// The number of the person's account; none for strangers and for the command line.
    pub account: Option<i64>,
    /// What this person may do, and for whom; empty for a reader who has not signed in.
    pub roles: Vec<Held>,
}

/// A role as somebody holds it. Written `coordinator@0101`, or `operator` where it is held for
/// the whole installation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Held {
    /// The role.
    pub role: Role,
    /// The key of the authority that it is held for (`0101`, `kkr-hovedstaden`); none for the
    /// whole installation.
    pub authority: Option<String>,
}

/// A role that an actor holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Of a contact council: sets up recommendations and rounds, receives forms, releases reports.
    Secretariat,
    /// Of a municipality: fills in its progress form and sees to it that it is handed in.
    Coordinator,
    /// Of a municipality: approves its form before it is handed in.
    Approver,
    /// Of a municipality: registers what its committees and council decided.
    Clerk,
    /// Of any authority: reads what it may see before it is released.
    Reader,
    /// Of any authority: its people and their roles.
    Administrator,
    /// The installation itself: the command line on the machine that holds the data.
    Operator,
}

impl Role {
    /// All roles.
    pub const ALL: [Role; 7] = [
        Role::Secretariat,
        Role::Coordinator,
        Role::Approver,
        Role::Clerk,
        Role::Reader,
        Role::Administrator,
        Role::Operator,
    ];

    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            Role::Secretariat => "secretariat",
            Role::Coordinator => "coordinator",
            Role::Approver => "approver",
            Role::Clerk => "clerk",
            Role::Reader => "reader",
            Role::Administrator => "administrator",
            Role::Operator => "operator",
        }
    }

    /// The role with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }
}

impl Held {
    /// A role for one authority.
    pub fn at(role: Role, authority: impl Into<String>) -> Self {
        let authority = Some(authority.into());
        Self { role, authority }
    }

    /// A role for the whole installation.
    pub fn everywhere(role: Role) -> Self {
        let authority = None;
        Self { role, authority }
    }

    /// Whether the role is held for this authority, or for all of them.
    pub fn covers(&self, authority: &str) -> bool {
        self.authority.as_deref().is_none_or(|own| own == authority)
    }
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.authority {
            Some(authority) => write!(f, "{}@{authority}", self.role.key()),
            None => f.write_str(self.role.key()),
        }
    }
}

impl From<Held> for String {
    fn from(held: Held) -> Self {
        held.to_string()
    }
}

impl TryFrom<String> for Held {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (word, authority) = match text.split_once('@') {
            Some((word, authority)) => (word, Some(authority.to_owned())),
            None => (text.as_str(), None),
        };
        match Role::from_key(word) {
            Some(role) => Ok(Self { role, authority }),
            None => Err(format!("{word:?} is not a role")),
        }
    }
}

impl Actor {
    /// A reader who has not signed in.
    pub fn stranger() -> Self {
        Self {
            name: String::new(),
            account: None,
            roles: Vec::new(),
        }
    }

    /// Somebody with these roles and no account: for tests and for the demonstration's story.
    pub fn with_roles(name: impl Into<String>, roles: impl Into<Vec<Held>>) -> Self {
        Self {
            name: name.into(),
            account: None,
            roles: roles.into(),
        }
    }

    /// A person of a secretariat, for every contact council of the installation.
    pub fn secretariat(name: impl Into<String>) -> Self {
        Self::with_roles(name, [Held::everywhere(Role::Secretariat)])
    }

    /// Somebody at the command line of the machine that holds the data.
    pub fn operator(name: impl Into<String>) -> Self {
        Self::with_roles(name, [Held::everywhere(Role::Operator)])
    }

    /// Whether the actor holds a role for any authority.
    pub fn is(&self, role: Role) -> bool {
        self.roles.iter().any(|held| held.role == role)
    }

    /// Whether the actor holds a role for this authority.
    pub fn is_at(&self, role: Role, authority: &str) -> bool {
        let holds = |held: &Held| held.role == role && held.covers(authority);
        self.roles.iter().any(holds)
    }

    /// The authorities that the actor holds a role for by name.
    pub fn authorities(&self, role: Role) -> Vec<&str> {
        let of_role = self.roles.iter().filter(|held| held.role == role);
        of_role
            .filter_map(|held| held.authority.as_deref())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_role_for_one_authority_is_none_for_another() {
        let pia = Actor::with_roles("Pia", [Held::at(Role::Coordinator, "0101")]);
        assert!(pia.is(Role::Coordinator) && pia.is_at(Role::Coordinator, "0101"));
        assert!(!pia.is_at(Role::Coordinator, "0147"));
        assert!(!pia.is_at(Role::Approver, "0101"));
        assert_eq!(pia.authorities(Role::Coordinator), ["0101"]);
    }

    #[test]
    fn a_role_for_the_installation_covers_every_authority() {
        assert!(Actor::secretariat("Ditte").is_at(Role::Secretariat, "kkr-hovedstaden"));
        assert!(Actor::stranger().roles.is_empty());
    }

    #[test]
    fn a_role_is_written_and_read_again() {
        for held in [
            Held::at(Role::Clerk, "0190"),
            Held::everywhere(Role::Operator),
        ] {
            assert_eq!(Held::try_from(held.to_string()).unwrap(), held);
        }
        assert!(Held::try_from("king@0101".to_owned()).is_err());
    }
}
