//! The life of a progress form, as one table.

use kernel::Refusal;
use serde::{Deserialize, Serialize};

/// Where a form, or one version of it, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormState {
    /// Nothing is there.
    NotStarted,
    /// Begun, not submitted.
    InProgress,
    /// Sent to a second person of the municipality, who approves it.
    AwaitingApproval,
    /// Submitted; the secretariat looks at it.
    Submitted,
    /// Accepted: it counts.
    Accepted,
    /// Sent back with a reason.
    Returned,
    /// Taken back; kept, but it counts for nothing.
    Withdrawn,
}

impl FormState {
    /// All states.
    pub const ALL: [FormState; 7] = [
        FormState::NotStarted,
        FormState::InProgress,
        FormState::AwaitingApproval,
        FormState::Submitted,
        FormState::Accepted,
        FormState::Returned,
        FormState::Withdrawn,
    ];

    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            FormState::NotStarted => "not_started",
            FormState::InProgress => "in_progress",
            FormState::AwaitingApproval => "awaiting_approval",
            FormState::Submitted => "submitted",
            FormState::Accepted => "accepted",
            FormState::Returned => "returned",
            FormState::Withdrawn => "withdrawn",
        }
    }

    /// The state with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// What can be done with a version of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormDeed {
    /// A new version is begun: the first one, or one after any other.
    Begin,
    /// It is handed in.
    Submit,
    /// It is sent to a second person of the municipality.
    SendToApproval,
    /// That person approves it, which hands it in.
    Approve,
    /// That person sends it back to whoever fills it in.
    SendBack,
    /// It is found in order and counts from now on.
    Accept,
    /// It is sent back with a reason.
    Return,
    /// An acceptance or a return is taken back.
    Reopen,
    /// It should not have been there.
    Withdraw,
}

impl FormDeed {
    /// All deeds.
    pub const ALL: [FormDeed; 9] = [
        FormDeed::Begin,
        FormDeed::Submit,
        FormDeed::SendToApproval,
        FormDeed::Approve,
        FormDeed::SendBack,
        FormDeed::Accept,
        FormDeed::Return,
        FormDeed::Reopen,
        FormDeed::Withdraw,
    ];

    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            FormDeed::Begin => "begin",
            FormDeed::Submit => "submit",
            FormDeed::SendToApproval => "send_to_approval",
            FormDeed::Approve => "approve",
            FormDeed::SendBack => "send_back",
            FormDeed::Accept => "accept",
            FormDeed::Return => "return",
            FormDeed::Reopen => "reopen",
            FormDeed::Withdraw => "withdraw",
        }
    }

    /// The deed with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.key() == key)
    }

    /// Whether somebody must say why.
    pub fn needs_reason(self) -> bool {
        matches!(
            self,
            FormDeed::SendBack | FormDeed::Return | FormDeed::Reopen | FormDeed::Withdraw
        )
    }
}

/// Deed, from-states, to-state. A version that an accepted one follows leaves the accepted one
/// counting until it is accepted itself.
pub const LIFE: [(FormDeed, &[FormState], FormState); 9] = {
    use FormState::{
        Accepted, AwaitingApproval, InProgress, NotStarted, Returned, Submitted, Withdrawn,
    };
    [
        (FormDeed::Begin, &[NotStarted], InProgress),
        (FormDeed::Submit, &[InProgress], Submitted),
        (FormDeed::SendToApproval, &[InProgress], AwaitingApproval),
        (FormDeed::Approve, &[AwaitingApproval], Submitted),
        (FormDeed::SendBack, &[AwaitingApproval], InProgress),
        (FormDeed::Accept, &[Submitted], Accepted),
        (FormDeed::Return, &[Submitted], Returned),
        (FormDeed::Reopen, &[Accepted, Returned], Submitted),
        (
            FormDeed::Withdraw,
            &[InProgress, AwaitingApproval, Submitted, Returned],
            Withdrawn,
        ),
    ]
};

/// The state after a deed, or why the deed cannot be done from here.
pub fn step(from: FormState, deed: FormDeed) -> Result<FormState, Refusal> {
    let row = LIFE
        .iter()
        .find(|(row, from_states, _)| *row == deed && from_states.contains(&from));
    match row {
        Some((_, _, to)) => Ok(*to),
        None => Err(Refusal::new("followup-refusal-wrong-state")
            .with("state", from.key())
            .with("deed", deed.key())),
    }
}

/// The deeds that can be done from a state: the same list shows buttons and answers requests.
pub fn deeds_from(state: FormState) -> Vec<FormDeed> {
    let possible = |deed: &FormDeed| step(state, *deed).is_ok();
    FormDeed::ALL.into_iter().filter(possible).collect()
}

/// A reason, where one is needed.
pub fn reason_for(deed: FormDeed, reason: &str) -> Result<String, Refusal> {
    let reason = reason.trim();
    if deed.needs_reason() && reason.is_empty() {
        return Err(Refusal::new("followup-refusal-reason-missing").at("reason"));
    }
    Ok(reason.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_life_of_a_form_is_walked_fully() {
        use FormDeed::*;
        use FormState::*;
        let possible = |state| deeds_from(state);
        assert_eq!(possible(NotStarted), [Begin]);
        assert_eq!(possible(InProgress), [Submit, SendToApproval, Withdraw]);
        assert_eq!(possible(AwaitingApproval), [Approve, SendBack, Withdraw]);
        assert_eq!(possible(Submitted), [Accept, Return, Withdraw]);
        assert_eq!(possible(Accepted), [Reopen]);
        assert_eq!(possible(Returned), [Reopen, Withdraw]);
        assert_eq!(possible(Withdrawn), []);
        assert_eq!(step(Submitted, Accept).unwrap(), Accepted);
        assert_eq!(step(Accepted, Reopen).unwrap(), Submitted);
    }

    #[test]
    fn a_deed_from_the_wrong_state_names_both() {
        let refusal = step(FormState::Accepted, FormDeed::Accept).unwrap_err();
        assert_eq!(refusal.message.key, "followup-refusal-wrong-state");
        assert_eq!(refusal.message.args.len(), 2);
    }

    #[test]
    fn sending_back_needs_a_reason() {
        assert!(reason_for(FormDeed::Return, "  ").is_err());
        assert_eq!(
            reason_for(FormDeed::Return, " mangler 3 ").unwrap(),
            "mangler 3"
        );
        assert!(reason_for(FormDeed::Accept, "").is_ok());
    }
}
