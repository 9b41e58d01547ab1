/// What a token may be used for. Each operation of the API names the one that it needs; what the
/// token's roles do not allow is refused all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Read what its roles may see.
    Read,
    /// Hand forms in and fill them in; register decisions.
    Fill,
    /// Accept, return, reopen and withdraw forms.
    Review,
    /// Set up programmes, sets and rounds, release reports, and subscribe to events.
    Administer,
}

impl Scope {
    /// All scopes.
    pub const ALL: [Scope; 4] = [Scope::Read, Scope::Fill, Scope::Review, Scope::Administer];

    /// The word that is stored and written in the API.
    pub fn key(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Fill => "fill",
            Scope::Review => "review",
            Scope::Administer => "administer",
        }
    }

    /// The scope with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.key() == key)
    }
}
