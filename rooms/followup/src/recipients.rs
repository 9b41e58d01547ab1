//! Who is written to: the people who hold a role at an authority.

use database::Tx;
use kernel::{Fault, Role};
use people::accounts::{Reachable, reachable};
use std::collections::HashMap;

/// The coordinators and approvers of all municipalities, read once.
pub struct Recipients {
    coordinators: HashMap<String, Vec<Reachable>>,
    approvers: HashMap<String, Vec<Reachable>>,
}

impl Recipients {
    /// Everyone who can be written to today: two questions, however many municipalities.
    pub async fn read(tx: &mut Tx) -> Result<Self, Fault> {
        Ok(Self {
            coordinators: by_authority(tx, Role::Coordinator).await?,
            approvers: by_authority(tx, Role::Approver).await?,
        })
    }

    /// The coordinators of a municipality.
    pub fn coordinators(&self, code: &str) -> &[Reachable] {
        self.coordinators.get(code).map_or(&[], Vec::as_slice)
    }

    /// Whom a reminder goes to: the coordinators, the approvers too where it is escalated or
    /// nobody else is known; each person once, with whether they get it as an approver.
    pub fn of_reminder(&self, code: &str, escalated: bool) -> Vec<(&Reachable, bool)> {
        let coordinators = self.coordinators(code);
        let approvers = match escalated || coordinators.is_empty() {
            true => self.approvers.get(code).map_or(&[][..], Vec::as_slice),
            false => &[],
        };
        let is_new = |one: &&Reachable| coordinators.iter().all(|own| own.account != one.account);
        let own = coordinators.iter().map(|one| (one, false));
        let others = approvers.iter().filter(is_new).map(|one| (one, escalated));
        own.chain(others).collect()
    }
}

async fn by_authority(tx: &mut Tx, role: Role) -> Result<HashMap<String, Vec<Reachable>>, Fault> {
    let mut found: HashMap<String, Vec<Reachable>> = HashMap::new();
    for one in reachable(tx, role).await? {
        if let Some(authority) = one.authority.clone() {
            found.entry(authority).or_default().push(one);
        }
    }
    Ok(found)
}

/// The people of a secretariat.
pub async fn secretariat_of(tx: &mut Tx, recipient: &str) -> Result<Vec<Reachable>, Fault> {
    let mut all = reachable(tx, Role::Secretariat).await?;
    all.retain(|one| one.authority.as_deref().is_none_or(|own| own == recipient));
    Ok(all)
}

/// Names as a list.
pub fn names<'person>(people: impl IntoIterator<Item = &'person Reachable>) -> String {
    let names: Vec<&str> = people.into_iter().map(|one| one.name.as_str()).collect();
    names.join(", ")
}
