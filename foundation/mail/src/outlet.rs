use crate::PublicAddress;

/// Whether letters leave.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mailing {
    /// A mail server takes them.
    Sent,
    /// No mail server is set up: they wait.
    #[default]
    NotSetUp,
    /// The demonstration: nothing is sent, and the page shows each letter whole.
    Demonstration,
}

/// What pages may know about mail; put into requests as an extension.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outlet {
    /// Whether letters leave.
    pub mailing: Mailing,
    /// Where people reach this installation, if it was said.
    pub address: Option<PublicAddress>,
}
