//! Who may do what with people's accounts. Every deed by name: a new one does not compile until
//! somebody has decided.
//!
//! The operator may everything. A secretariat looks after the people of its contact council and
//! of the municipalities that are members of it on the day; an administrator after those of one
//! authority. Nobody gives a role that they may not give, and only the operator gives one for the
//! whole installation.

use crate::authorities::{Authority, Kind};
use kernel::{Actor, Held, Outcome, Refusal, Role, Stop};

/// What can be done with people's accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// See who has an account at an authority, as what, and since when; fetch the list.
    ListPeople,
    /// Invite somebody, and send an invitation again.
    InvitePerson,
    /// Give everything that one person does for an authority to another.
    HandOver,
    /// Disable an account, or lift that, where one may take each role that it holds.
    DisableAccount,
    /// Give this role, or take it.
    ChangeRole(Role),
}

impl Deed {
    /// All deeds.
    pub const ALL: [Deed; 11] = [
        Deed::ListPeople,
        Deed::InvitePerson,
        Deed::HandOver,
        Deed::DisableAccount,
        Deed::ChangeRole(Role::Secretariat),
        Deed::ChangeRole(Role::Coordinator),
        Deed::ChangeRole(Role::Approver),
        Deed::ChangeRole(Role::Clerk),
        Deed::ChangeRole(Role::Reader),
        Deed::ChangeRole(Role::Administrator),
        Deed::ChangeRole(Role::Operator),
    ];
}

/// Where something is done: at an authority, or for the whole installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The authority; none for the whole installation.
    pub authority: Option<Authority>,
    /// The keys of the contact councils that it is a member of on the day.
    pub councils: Vec<String>,
}

impl Place {
    /// The whole installation.
    pub fn installation() -> Self {
        Self {
            authority: None,
            councils: Vec::new(),
        }
    }

    /// The authority's key.
    pub fn key(&self) -> Option<&str> {
        self.authority
            .as_ref()
            .map(|authority| authority.key.as_str())
    }

    /// The roles that can be held here, whoever gives them.
    pub fn roles(&self) -> &'static [Role] {
        match self.authority.as_ref().map(|authority| authority.kind) {
            Some(Kind::Municipality) => &[
                Role::Coordinator,
                Role::Approver,
                Role::Clerk,
                Role::Reader,
                Role::Administrator,
            ],
            Some(Kind::Kkr) => &[Role::Secretariat, Role::Reader, Role::Administrator],
            Some(Kind::Region | Kind::Secretariat) => &[Role::Reader, Role::Administrator],
            None => &[Role::Secretariat, Role::Reader, Role::Operator],
        }
    }

    /// A role as it is held here.
    pub fn held(&self, role: Role) -> Held {
        Held {
            role,
            authority: self.key().map(str::to_owned),
        }
    }

    /// Whether a held role is for this very authority, or for all of them.
    fn is_of(&self, held: &Held) -> bool {
        match self.key() {
            Some(key) => held.covers(key),
            None => held.authority.is_none(),
        }
    }

    /// Whether a held role is for a contact council that this authority is a member of.
    fn is_below(&self, held: &Held) -> bool {
        self.councils.iter().any(|council| held.covers(council))
    }
}

/// Whether a role, as somebody holds it, reaches a place.
fn reaches(held: &Held, place: &Place) -> bool {
    match held.role {
        Role::Operator => held.authority.is_none(),
        // For the installation as a whole a secretariat does not speak.
        Role::Secretariat => {
            place.authority.is_some() && (place.is_below(held) || is_own_council(held, place))
        }
        Role::Administrator => place.authority.is_some() && place.is_of(held),
        Role::Coordinator | Role::Approver | Role::Clerk | Role::Reader => false,
    }
}

fn is_own_council(held: &Held, place: &Place) -> bool {
    let kind = place.authority.as_ref().map(|authority| authority.kind);
    kind == Some(Kind::Kkr) && place.is_of(held)
}

/// Whether a role that reaches a place may do a deed there.
fn role_may(role: Role, deed: Deed) -> bool {
    match (role, deed) {
        (
            Role::Operator,
            Deed::ListPeople
            | Deed::InvitePerson
            | Deed::HandOver
            | Deed::DisableAccount
            | Deed::ChangeRole(
                Role::Secretariat
                | Role::Coordinator
                | Role::Approver
                | Role::Clerk
                | Role::Reader
                | Role::Administrator
                | Role::Operator,
            ),
        ) => true,
        (
            Role::Secretariat | Role::Administrator,
            Deed::ListPeople
            | Deed::InvitePerson
            | Deed::HandOver
            | Deed::DisableAccount
            | Deed::ChangeRole(
                Role::Coordinator
                | Role::Approver
                | Role::Clerk
                | Role::Reader
                | Role::Administrator,
            ),
        ) => true,
        // A secretariat reaches its municipalities; an administrator of the council does not.
        (Role::Secretariat, Deed::ChangeRole(Role::Secretariat)) => true,
        (Role::Administrator, Deed::ChangeRole(Role::Secretariat)) => false,
        (Role::Secretariat | Role::Administrator, Deed::ChangeRole(Role::Operator)) => false,
        (
            Role::Coordinator | Role::Approver | Role::Clerk | Role::Reader,
            Deed::ListPeople
            | Deed::InvitePerson
            | Deed::HandOver
            | Deed::DisableAccount
            | Deed::ChangeRole(
                Role::Secretariat
                | Role::Coordinator
                | Role::Approver
                | Role::Clerk
                | Role::Reader
                | Role::Administrator
                | Role::Operator,
            ),
        ) => false,
    }
}

/// Whether the actor may: pages ask it before they show a button.
pub fn allows(actor: &Actor, deed: Deed, place: &Place) -> bool {
    let fits = match deed {
        Deed::ChangeRole(role) => place.roles().contains(&role),
        Deed::ListPeople | Deed::InvitePerson | Deed::HandOver | Deed::DisableAccount => true,
    };
    let may = |held: &Held| reaches(held, place) && role_may(held.role, deed);
    fits && actor.roles.iter().any(may)
}

/// Stops an actor who may not. The people of an authority that one does not look after are not
/// there.
pub fn may(actor: &Actor, deed: Deed, place: &Place) -> Outcome<()> {
    if allows(actor, deed, place) {
        return Ok(());
    }
    match allows(actor, Deed::ListPeople, place) {
        true => Err(Refusal::new("account-refusal-not-allowed").into()),
        false => Err(Stop::NotFound),
    }
}

/// The roles that the actor may give at a place.
pub fn may_give(actor: &Actor, place: &Place) -> Vec<Role> {
    let given = |role: &Role| allows(actor, Deed::ChangeRole(*role), place);
    place.roles().iter().copied().filter(given).collect()
}
