//! Who may do what, and whose. Every deed by name: a new one does not compile until somebody has
//! decided.
//!
//! A role is held for an authority: a secretariat works for the programmes of its contact
//! council, the people of a municipality with their own form in them.

use crate::records::forms::FormVersion;
use crate::records::programmes::Programme;
use crate::records::rounds::Round;
use kernel::{Actor, Held, MunicipalityCode, Outcome, Refusal, Role, Stop};

/// What can be done in this room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Read what has been released.
    ReadReleased,
    /// Read a round, all its forms and remarks before they are released.
    ReadUnreleased,
    /// Read one municipality's form before it is released.
    ReadForm,
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
    /// Hand a municipality's form in as a file.
    ImportForm,
    /// Confirm or correct what was read.
    ReviewEntry,
    /// Fill a form in: status, remark, attachments, "same as last time".
    FillInForm,
    /// Say which partners are sought and what is offered.
    SetPartnerWishes,
    /// Explain a warning.
    ExplainWarning,
    /// Submit a form.
    SubmitForm,
    /// Send a form to the municipality's own approval.
    SendToApproval,
    /// Approve a form for one's municipality, or send it back to whoever fills it in.
    ApproveForm,
    /// Ask for a form to be opened again.
    AskForReopening,
    /// Grant or decline that.
    AnswerReopening,
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
    /// Say whether a municipality's forms are approved by a second person.
    SwitchFourEyes,
    /// Read the journal of the whole installation.
    ReadJournal,
    /// Read the list of letters; which ones is asked of each.
    ReadLetters,
    /// Post a letter that was given up once more.
    PostLetterAgain,
    /// Remind the municipalities of a round, by plan or by hand.
    Remind,
    /// Note that a municipality was spoken to.
    NoteContact,
    /// Write the day's overview to a secretariat.
    SendDigest,
    /// Add to a programme's year.
    EditCycle,
}

impl Deed {
    /// All deeds.
    pub const ALL: [Deed; 35] = [
        Deed::ReadReleased,
        Deed::ReadUnreleased,
        Deed::ReadForm,
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
        Deed::FillInForm,
        Deed::SetPartnerWishes,
        Deed::ExplainWarning,
        Deed::SubmitForm,
        Deed::SendToApproval,
        Deed::ApproveForm,
        Deed::AskForReopening,
        Deed::AnswerReopening,
        Deed::AcceptForm,
        Deed::ReturnForm,
        Deed::ReopenForm,
        Deed::WithdrawVersion,
        Deed::RegisterDecision,
        Deed::ReleaseRound,
        Deed::SwitchFourEyes,
        Deed::ReadJournal,
        Deed::ReadLetters,
        Deed::PostLetterAgain,
        Deed::Remind,
        Deed::NoteContact,
        Deed::SendDigest,
        Deed::EditCycle,
    ];

    fn is_reading(self) -> bool {
        matches!(
            self,
            Deed::ReadReleased
                | Deed::ReadUnreleased
                | Deed::ReadForm
                | Deed::OpenSourceFile
                | Deed::ReadJournal
                | Deed::ReadLetters
        )
    }
}

/// Whose it is that something is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// Nobody's in particular.
    Installation,
    /// A programme of a recipient (`kkr-hovedstaden`) with its sets; that it is there is public.
    Programme(&'a str),
    /// A round of a programme of this recipient; public only once it is released.
    Round(&'a str),
    /// A municipality's form in a round of a programme of this recipient.
    Form(&'a str, &'a MunicipalityCode),
    /// A municipality, whatever it takes part in.
    Municipality(&'a MunicipalityCode),
}

impl<'a> Subject<'a> {
    fn recipient(self) -> Option<&'a str> {
        match self {
            Subject::Programme(key) | Subject::Round(key) | Subject::Form(key, _) => Some(key),
            Subject::Installation | Subject::Municipality(_) => None,
        }
    }

    fn municipality(self) -> Option<&'a str> {
        match self {
            Subject::Form(_, code) | Subject::Municipality(code) => Some(code.as_str()),
            Subject::Installation | Subject::Programme(_) | Subject::Round(_) => None,
        }
    }
}

impl<'a> From<&'a Programme> for Subject<'a> {
    fn from(programme: &'a Programme) -> Self {
        Subject::Programme(&programme.recipient_key)
    }
}

impl<'a> From<&'a Round> for Subject<'a> {
    fn from(round: &'a Round) -> Self {
        Subject::Round(&round.recipient_key)
    }
}

impl<'a> From<(&'a Round, &'a MunicipalityCode)> for Subject<'a> {
    fn from((round, code): (&'a Round, &'a MunicipalityCode)) -> Self {
        Subject::Form(&round.recipient_key, code)
    }
}

impl<'a> From<&'a FormVersion> for Subject<'a> {
    fn from(version: &'a FormVersion) -> Self {
        Subject::Form(&version.recipient_key, &version.code)
    }
}

/// The roles that may do a deed to what they reach. Released reports are everybody's.
fn who_may(deed: Deed) -> &'static [Role] {
    use Role::{Administrator, Approver, Clerk, Coordinator, Operator, Reader, Secretariat};
    match deed {
        Deed::ReadReleased => &Role::ALL,
        Deed::ReadUnreleased => &[Secretariat, Operator, Reader],
        Deed::ReadForm => &[Secretariat, Operator, Coordinator, Approver, Clerk, Reader],
        Deed::OpenSourceFile => &[Secretariat, Operator, Coordinator, Approver],
        Deed::CreateProgramme
        | Deed::ImportTemplate
        | Deed::EditRecommendation
        | Deed::SetLineage
        | Deed::OpenRound
        | Deed::EditRound
        | Deed::RegisterParticipants
        | Deed::ReviewEntry
        | Deed::AnswerReopening
        | Deed::AcceptForm
        | Deed::ReturnForm
        | Deed::ReopenForm
        | Deed::WithdrawVersion
        | Deed::RegisterDecision
        | Deed::ReleaseRound => &[Secretariat, Operator],
        Deed::ImportForm | Deed::SetPartnerWishes | Deed::ExplainWarning | Deed::SubmitForm => {
            &[Secretariat, Operator, Coordinator]
        }
        Deed::FillInForm | Deed::SendToApproval | Deed::AskForReopening => &[Operator, Coordinator],
        // Four eyes: nobody outside the municipality can be the second pair.
        Deed::ApproveForm => &[Approver],
        Deed::SwitchFourEyes => &[Operator, Coordinator, Administrator],
        // It tells of every authority at once.
        Deed::ReadJournal => &[Secretariat, Operator],
        Deed::ReadLetters
        | Deed::PostLetterAgain
        | Deed::Remind
        | Deed::NoteContact
        | Deed::SendDigest
        | Deed::EditCycle => &[Secretariat, Operator],
    }
}

/// Whether a role reaches a subject, from the authority that it is held for.
fn reaches(held: &Held, subject: Subject<'_>) -> bool {
    let covers = |key: &str| held.covers(key);
    let installation = held.authority.is_none();
    match held.role {
        Role::Operator => installation,
        Role::Secretariat => subject.recipient().map_or(installation, covers),
        Role::Coordinator | Role::Approver | Role::Clerk | Role::Administrator => {
            subject.municipality().is_some_and(covers)
        }
        Role::Reader => {
            subject.recipient().is_some_and(covers) || subject.municipality().is_some_and(covers)
        }
    }
}

/// Whether the actor may: pages ask it before they show a button.
pub fn allows<'a>(actor: &Actor, deed: Deed, subject: impl Into<Subject<'a>>) -> bool {
    let subject = subject.into();
    let roles = who_may(deed);
    let may = |held: &Held| roles.contains(&held.role) && reaches(held, subject);
    deed == Deed::ReadReleased || actor.roles.iter().any(may)
}

/// Whether the actor may know that the subject is there at all.
fn sees(actor: &Actor, subject: Subject<'_>) -> bool {
    match subject {
        Subject::Installation | Subject::Programme(_) => true,
        Subject::Round(_) => allows(actor, Deed::ReadUnreleased, subject),
        Subject::Form(..) => allows(actor, Deed::ReadForm, subject),
        Subject::Municipality(_) => actor.roles.iter().any(|held| reaches(held, subject)),
    }
}

/// Stops an actor who may not. What may not be read is not there.
pub fn may<'a>(actor: &Actor, deed: Deed, subject: impl Into<Subject<'a>>) -> Outcome<()> {
    let subject = subject.into();
    if allows(actor, deed, subject) {
        return Ok(());
    }
    if deed.is_reading() || !sees(actor, subject) {
        return Err(Stop::NotFound);
    }
    Err(Refusal::new("followup-refusal-not-allowed").into())
}

/// Whether the actor works for a secretariat: whoever does has the desk's list of rounds.
pub fn is_of_a_secretariat(actor: &Actor) -> bool {
    actor.is(Role::Secretariat) || actor.is(Role::Operator)
}

/// Whether the actor works for a municipality: whoever does has its own forms.
pub fn is_of_a_municipality(actor: &Actor) -> bool {
    let municipal = [Role::Coordinator, Role::Approver, Role::Clerk, Role::Reader];
    municipal.into_iter().any(|role| actor.is(role))
}
