//! How far a form is that people fill in, and what they have to do next.

use crate::rules::progress_form::FormState;
use chrono::NaiveDate;
use forms::Status;

/// How far one answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnswerProgress {
    /// Nothing is there.
    NotBegun,
    /// Something is typed, but no status is chosen.
    Begun,
    /// A status is chosen.
    Answered,
    /// There is something to look at before it can be submitted.
    NeedsALook,
    /// Somebody has said that it is the same as last time and still true.
    SameAsBefore,
}

impl AnswerProgress {
    /// All, in the order in which a form is filled in.
    pub const ALL: [AnswerProgress; 5] = [
        AnswerProgress::NotBegun,
        AnswerProgress::Begun,
        AnswerProgress::NeedsALook,
        AnswerProgress::Answered,
        AnswerProgress::SameAsBefore,
    ];

    /// How far an answer is; `open`: whether an error or a warning waits, `same`: whether it was
    /// confirmed to be the same as last time.
    pub fn of(status: Status, typed: bool, open: bool, same: bool) -> Self {
        match status {
            _ if open => AnswerProgress::NeedsALook,
            _ if same => AnswerProgress::SameAsBefore,
            Status::NotReported if typed => AnswerProgress::Begun,
            Status::NotReported => AnswerProgress::NotBegun,
            _ => AnswerProgress::Answered,
        }
    }

    /// The stem of its texts and of the stylesheet's class.
    pub fn key(self) -> &'static str {
        match self {
            AnswerProgress::NotBegun => "not-begun",
            AnswerProgress::Begun => "begun",
            AnswerProgress::Answered => "answered",
            AnswerProgress::NeedsALook => "needs-a-look",
            AnswerProgress::SameAsBefore => "same",
        }
    }

    /// Whether nothing is left to do about it.
    pub fn is_done(self) -> bool {
        matches!(
            self,
            AnswerProgress::Answered | AnswerProgress::SameAsBefore
        )
    }
}

/// The one thing that a form waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NextDeed {
    /// Nothing is there yet.
    Begin,
    /// It is being filled in.
    FillIn,
    /// It came back with a reason.
    Correct,
    /// Every answer is there: look at it as a whole and submit, or send it to approval.
    Submit,
    /// A second person of the municipality approves it.
    Approve,
    /// The secretariat has it.
    Wait,
    /// It counts; nothing is to be done.
    Nothing,
    /// The round has closed.
    Closed,
}

impl NextDeed {
    /// What a form waits for; `left`: how many answers are not done.
    pub fn of(
        state: FormState,
        left: usize,
        today: NaiveDate,
        closes_on: Option<NaiveDate>,
    ) -> Self {
        match state {
            FormState::Submitted => NextDeed::Wait,
            FormState::Accepted => NextDeed::Nothing,
            _ if closes_on.is_some_and(|last| today > last) => NextDeed::Closed,
            FormState::AwaitingApproval => NextDeed::Approve,
            FormState::Returned => NextDeed::Correct,
            FormState::InProgress if left == 0 => NextDeed::Submit,
            FormState::InProgress => NextDeed::FillIn,
            FormState::NotStarted | FormState::Withdrawn => NextDeed::Begin,
        }
    }
}

/// Whether a version in this state can be typed in; `Returned` begins the next version.
pub fn can_be_filled_in(state: FormState) -> bool {
    match state {
        FormState::NotStarted
        | FormState::InProgress
        | FormState::Returned
        | FormState::Withdrawn => true,
        FormState::AwaitingApproval | FormState::Submitted | FormState::Accepted => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_done_when_a_status_is_chosen_and_nothing_is_to_be_looked_at() {
        use AnswerProgress::*;
        let of = AnswerProgress::of;
        assert_eq!(of(Status::NotReported, false, false, false), NotBegun);
        assert_eq!(of(Status::NotReported, true, false, false), Begun);
        assert_eq!(of(Status::Green, true, false, false), Answered);
        assert_eq!(of(Status::Red, false, true, false), NeedsALook);
        assert_eq!(of(Status::Green, true, false, true), SameAsBefore);
        assert!(of(Status::Green, true, false, true).is_done());
        assert!(!of(Status::Green, true, true, true).is_done());
    }

    #[test]
    fn a_form_waits_for_one_thing_at_a_time() {
        let today = NaiveDate::default();
        let next = |state, left| NextDeed::of(state, left, today, None);
        assert_eq!(next(FormState::NotStarted, 9), NextDeed::Begin);
        assert_eq!(next(FormState::InProgress, 2), NextDeed::FillIn);
        assert_eq!(next(FormState::InProgress, 0), NextDeed::Submit);
        assert_eq!(next(FormState::AwaitingApproval, 0), NextDeed::Approve);
        assert_eq!(next(FormState::Submitted, 0), NextDeed::Wait);
        assert_eq!(next(FormState::Returned, 0), NextDeed::Correct);
        let closed = today.pred_opt();
        let late = NextDeed::of(FormState::InProgress, 2, today, closed);
        assert_eq!(late, NextDeed::Closed);
    }
}
