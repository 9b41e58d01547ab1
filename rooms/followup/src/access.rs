//! Who may do what. Every deed by name: a new one does not compile until somebody has decided.

use kernel::{Actor, Outcome, Refusal, Role, Stop};

/// What can be done in this room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Read what has been released.
    ReadReleased,
    /// Read rounds, forms and remarks that have not been released.
    ReadUnreleased,
    /// Open a received file.
    OpenSourceFile,
    /// Set up a programme.
    CreateProgramme,
    /// Make a recommendation set from a blank form.
    ImportTemplate,
    /// Edit a recommendation's text, obligation or short title.
    EditRecommendation,
    /// Say what became of a recommendation.
    SetLineage,
    /// Open a round.
    OpenRound,
    /// Edit a round's settings.
    EditRound,
    /// Say who is asked.
    RegisterParticipants,
    /// Hand a municipality's form in.
    ImportForm,
    /// Confirm or correct what was read.
    ReviewEntry,
    /// Explain a warning.
    ExplainWarning,
    /// Submit a form.
    SubmitForm,
    /// Accept a form.
    AcceptForm,
    /// Return a form with a reason.
    ReturnForm,
    /// Take an acceptance or a return back.
    ReopenForm,
    /// Withdraw a version.
    WithdrawVersion,
    /// Register or take back a council's decision.
    RegisterDecision,
    /// Release a round's report.
    ReleaseRound,
}

impl Deed {
    /// All deeds.
    pub const ALL: [Deed; 20] = [
        Deed::ReadReleased,
        Deed::ReadUnreleased,
        Deed::OpenSourceFile,
        Deed::CreateProgramme,
        Deed::ImportTemplate,
        Deed::EditRecommendation,
        Deed::SetLineage,
        Deed::OpenRound,
        Deed::EditRound,
        Deed::RegisterParticipants,
        Deed::ImportForm,
        Deed::ReviewEntry,
        Deed::ExplainWarning,
        Deed::SubmitForm,
        Deed::AcceptForm,
        Deed::ReturnForm,
        Deed::ReopenForm,
        Deed::WithdrawVersion,
        Deed::RegisterDecision,
        Deed::ReleaseRound,
    ];
}

/// Whether a role alone allows a deed.
fn role_may(role: Role, deed: Deed) -> bool {
    match (role, deed) {
        (
            Role::Secretariat | Role::Operator,
            Deed::ReadReleased
            | Deed::ReadUnreleased
            | Deed::OpenSourceFile
            | Deed::CreateProgramme
            | Deed::ImportTemplate
            | Deed::EditRecommendation
            | Deed::SetLineage
            | Deed::OpenRound
            | Deed::EditRound
            | Deed::RegisterParticipants
            | Deed::ImportForm
            | Deed::ReviewEntry
            | Deed::ExplainWarning
            | Deed::SubmitForm
            | Deed::AcceptForm
            | Deed::ReturnForm
            | Deed::ReopenForm
            | Deed::WithdrawVersion
            | Deed::RegisterDecision
            | Deed::ReleaseRound,
        ) => true,
        (
            Role::Coordinator
            | Role::Approver
            | Role::Clerk
            | Role::Reader
            | Role::Administrator,
            deed,
        ) => everyone_may(deed),
    }
}

/// Whether anyone may do it, also without signing in.
fn everyone_may(deed: Deed) -> bool {
    match deed {
        Deed::ReadReleased => true,
        Deed::ReadUnreleased
        | Deed::OpenSourceFile
        | Deed::CreateProgramme
        | Deed::ImportTemplate
        | Deed::EditRecommendation
        | Deed::SetLineage
        | Deed::OpenRound
        | Deed::EditRound
        | Deed::RegisterParticipants
        | Deed::ImportForm
        | Deed::ReviewEntry
        | Deed::ExplainWarning
        | Deed::SubmitForm
        | Deed::AcceptForm
        | Deed::ReturnForm
        | Deed::ReopenForm
        | Deed::WithdrawVersion
        | Deed::RegisterDecision
        | Deed::ReleaseRound => false,
    }
}

/// Whether the actor may: pages ask it before they show a button.
pub fn allows(actor: &Actor, deed: Deed) -> bool {
    everyone_may(deed) || actor.roles.iter().any(|held| role_may(held.role, deed))
}

/// Stops an actor who may not. What may not be read is not there.
pub fn may(actor: &Actor, deed: Deed) -> Outcome<()> {
    if allows(actor, deed) {
        return Ok(());
    }
    match deed {
        Deed::ReadReleased | Deed::ReadUnreleased | Deed::OpenSourceFile => Err(Stop::NotFound),
        _ => Err(Refusal::new("followup-refusal-not-allowed").into()),
    }
}
