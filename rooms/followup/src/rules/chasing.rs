//! Whom to remind, and when: a plan, the forms, what was written before, and today.

use super::progress_form::FormState;
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use kernel::{MunicipalityCode, Refusal};

/// A step that could not be taken on its day (the server stood still) is taken so many days later
/// at most; then the next one follows.
const LATEST: i64 = 5;

/// The most days before or after the due day that a step may lie.
const FARTHEST: i64 = 180;

/// When the municipalities of a round are reminded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderPlan {
    /// Whether reminders go out by themselves.
    pub is_on: bool,
    /// Days from the due day, in order: -14 is two weeks before it, 1 the day after.
    pub steps: Vec<i64>,
    /// How many reminders one municipality gets at most, by hand or by plan.
    pub most: u32,
    /// How many days lie between two of them at least.
    pub days_between: u32,
    /// After so many without a form the approvers are written to as well; never where none.
    pub escalate_after: Option<u32>,
}

impl Default for ReminderPlan {
    fn default() -> Self {
        Self {
            is_on: true,
            steps: vec![-14, -3, 1, 7],
            most: 6,
            days_between: 3,
            escalate_after: Some(3),
        }
    }
}

/// One municipality's form as the rule sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chased {
    /// The municipality.
    pub code: MunicipalityCode,
    /// Where its form stands.
    pub state: FormState,
    /// The reminders so far: the day, and the step of the plan where it was one.
    pub reminders: Vec<(NaiveDate, Option<i64>)>,
}

/// A reminder that is to go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueReminder {
    /// To whom.
    pub code: MunicipalityCode,
    /// The step of the plan.
    pub step: i64,
    /// Whether the approvers get it too.
    pub escalated: bool,
}

/// Whether a form is still waited for.
pub fn is_awaited(state: FormState) -> bool {
    match state {
        FormState::NotStarted
        | FormState::InProgress
        | FormState::AwaitingApproval
        | FormState::Returned
        | FormState::Withdrawn => true,
        FormState::Submitted | FormState::Accepted => false,
    }
}

/// Days until the due day; less than nothing when it is over.
pub fn days_left(due: NaiveDate, today: NaiveDate) -> i64 {
    (due - today).num_days()
}

/// The day of a step: nobody is reminded on a Saturday or Sunday, but on the Monday after.
pub fn falls_on(due: NaiveDate, step: i64) -> NaiveDate {
    let day = due + TimeDelta::days(step.clamp(-FARTHEST, FARTHEST));
    let to_monday = match day.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    day.checked_add_days(Days::new(to_monday)).unwrap_or(day)
}

/// The reminders that are due today; the same question asked again after they went out gives
/// none.
pub fn due_reminders(
    plan: &ReminderPlan,
    due: NaiveDate,
    forms: &[Chased],
    today: NaiveDate,
) -> Vec<DueReminder> {
    let Some(step) = step_of(plan, due, today) else {
        return Vec::new();
    };
    let wanted = forms.iter().filter(|form| plan.wants(form, step, today));
    wanted
        .map(|form| DueReminder {
            code: form.code.clone(),
            step,
            escalated: plan.escalates(form.reminders.len()),
        })
        .collect()
}

/// The step that today belongs to: the latest whose day has come, unless that is long ago.
fn step_of(plan: &ReminderPlan, due: NaiveDate, today: NaiveDate) -> Option<i64> {
    let come = plan
        .steps
        .iter()
        .copied()
        .filter(|step| falls_on(due, *step) <= today);
    come.max()
        .filter(|step| (today - falls_on(due, *step)).num_days() <= LATEST)
        .filter(|_| plan.is_on)
}

/// The next day on which the plan reminds anybody, after today.
pub fn next_day(plan: &ReminderPlan, due: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let days = plan.steps.iter().map(|step| falls_on(due, *step));
    days.filter(|day| plan.is_on && *day > today).min()
}

impl ReminderPlan {
    fn wants(&self, form: &Chased, step: i64, today: NaiveDate) -> bool {
        let was_taken = |taken: &(NaiveDate, Option<i64>)| taken.1.is_some_and(|one| one >= step);
        is_awaited(form.state)
            && form.reminders.len() < self.most as usize
            && !form.reminders.iter().any(was_taken)
            && self.is_far_enough(form, today)
    }

    fn is_far_enough(&self, form: &Chased, today: NaiveDate) -> bool {
        let last = form.reminders.iter().map(|(day, _)| *day).max();
        last.is_none_or(|last| (today - last).num_days() >= i64::from(self.days_between))
    }

    /// Whether the approvers are written to after so many reminders.
    pub fn escalates(&self, reminders: usize) -> bool {
        self.escalate_after
            .is_some_and(|after| reminders >= after as usize)
    }

    /// The plan in order, or everything that is wrong with it.
    ///
    /// # Errors
    /// A refusal for each field that cannot be so.
    pub fn checked(mut self) -> Result<Self, Vec<Refusal>> {
        self.steps.sort_unstable();
        self.steps.dedup();
        let mut refused = Vec::new();
        if self.is_on && self.steps.is_empty() {
            refused.push(Refusal::new("desk_chase-refusal-no-steps").at("steps"));
        }
        if self.steps.iter().any(|step| step.abs() > FARTHEST) {
            let far = Refusal::new("desk_chase-refusal-far").with("days", FARTHEST);
            refused.push(far.at("steps"));
        }
        if self.most == 0 || self.most > 20 {
            refused.push(Refusal::new("desk_chase-refusal-most").at("most"));
        }
        if self.days_between == 0 || self.days_between > 60 {
            refused.push(Refusal::new("desk_chase-refusal-between").at("days_between"));
        }
        match refused.is_empty() {
            true => Ok(self),
            false => Err(refused),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn form(code: &str, state: FormState, reminders: &[(&str, Option<i64>)]) -> Chased {
        Chased {
            code: MunicipalityCode::parse(code).unwrap(),
            state,
            reminders: reminders
                .iter()
                .map(|(on, step)| (day(on), *step))
                .collect(),
        }
    }

    /// Due on Thursday 15 March 2018.
    fn due_on(today: &str, form: Chased) -> Option<(i64, bool)> {
        let plan = ReminderPlan::default();
        let due = due_reminders(&plan, day("2018-03-15"), &[form], day(today));
        due.first().map(|one| (one.step, one.escalated))
    }

    #[test]
    fn the_days_of_the_plan_come_in_their_turn() {
        let nothing = || form("0101", FormState::NotStarted, &[]);
        for (today, expected) in [
            ("2018-02-28", None),
            ("2018-03-01", Some((-14, false))),
            ("2018-03-06", Some((-14, false))),
            ("2018-03-07", None),
            ("2018-03-12", Some((-3, false))),
            ("2018-03-15", Some((-3, false))),
            ("2018-03-16", Some((1, false))),
            ("2018-03-22", Some((7, false))),
            ("2018-03-27", Some((7, false))),
            ("2018-03-28", None),
        ] {
            assert_eq!(due_on(today, nothing()), expected, "{today}");
        }
    }

    #[test]
    fn who_has_handed_in_is_left_alone_and_who_got_it_back_is_not() {
        for (state, expected) in [
            (FormState::NotStarted, true),
            (FormState::InProgress, true),
            (FormState::AwaitingApproval, true),
            (FormState::Returned, true),
            (FormState::Withdrawn, true),
            (FormState::Submitted, false),
            (FormState::Accepted, false),
        ] {
            let reminded = due_on("2018-03-01", form("0101", state, &[])).is_some();
            assert_eq!(reminded, expected, "{state:?}");
        }
    }

    #[test]
    fn a_call_for_the_same_form_by_hand_yesterday_is_enough() {
        let by_hand = form("0101", FormState::InProgress, &[("2018-03-11", None)]);
        assert_eq!(due_on("2018-03-12", by_hand.clone()), None);
        assert_eq!(due_on("2018-03-14", by_hand), Some((-3, false)));
    }

    #[test]
    fn a_step_is_taken_once_and_an_earlier_one_never_after_it() {
        let taken = form("0101", FormState::NotStarted, &[("2018-03-01", Some(-14))]);
        assert_eq!(due_on("2018-03-05", taken), None);
        let later = form("0101", FormState::NotStarted, &[("2018-02-01", Some(7))]);
        assert_eq!(due_on("2018-03-16", later), None);
    }

    #[test]
    fn after_three_reminders_the_approver_hears_of_it() {
        let three = [
            ("2018-03-01", Some(-14)),
            ("2018-03-12", Some(-3)),
            ("2018-03-16", Some(1)),
        ];
        let silent = form("0101", FormState::NotStarted, &three);
        assert_eq!(due_on("2018-03-22", silent), Some((7, true)));
    }

    #[test]
    fn nobody_is_reminded_on_a_weekend() {
        assert_eq!(falls_on(day("2018-03-15"), 2), day("2018-03-19"));
        assert_eq!(falls_on(day("2018-03-15"), 3), day("2018-03-19"));
        assert_eq!(falls_on(day("2018-03-15"), 4), day("2018-03-19"));
        assert_eq!(falls_on(day("2018-03-15"), 1), day("2018-03-16"));
    }

    #[test]
    fn the_next_day_of_a_plan_is_known_until_there_is_none() {
        let (plan, due) = (ReminderPlan::default(), day("2018-03-15"));
        assert_eq!(
            next_day(&plan, due, day("2018-03-01")),
            Some(day("2018-03-12"))
        );
        assert_eq!(next_day(&plan, due, day("2018-03-22")), None);
        let off = ReminderPlan {
            is_on: false,
            ..plan
        };
        assert_eq!(next_day(&off, due, day("2018-03-01")), None);
    }

    #[test]
    fn a_plan_that_cannot_be_is_refused_field_by_field() {
        let plan = ReminderPlan {
            steps: vec![-999],
            most: 0,
            days_between: 0,
            ..ReminderPlan::default()
        };
        let fields: Vec<_> = plan
            .checked()
            .unwrap_err()
            .into_iter()
            .filter_map(|one| one.field)
            .collect();
        assert_eq!(fields, ["steps", "most", "days_between"]);
        let shuffled = ReminderPlan {
            steps: vec![7, -3, 7],
            ..ReminderPlan::default()
        };
        assert_eq!(shuffled.checked().unwrap().steps, [-3, 7]);
    }

    fn plans() -> impl Strategy<Value = ReminderPlan> {
        let steps = proptest::collection::vec(-40_i64..40, 1..8);
        (steps, 1_u32..8, 1_u32..12).prop_map(|(steps, most, days_between)| ReminderPlan {
            steps,
            most,
            days_between,
            ..ReminderPlan::default()
        })
    }

    proptest! {
        /// However long a municipality stays silent and however often the plan is run, it gets no
        /// more reminders than the cap, no two closer than the gap, none on a day's second run.
        #[test]
        fn a_silent_municipality_is_never_pestered(plan in plans(), skipped in 1_i64..9) {
            let due = day("2018-03-15");
            let mut silent = form("0101", FormState::NotStarted, &[]);
            let mut offset = -60;
            while offset < 90 {
                let today = due + TimeDelta::days(offset);
                let forms = [silent.clone()];
                for one in due_reminders(&plan, due, &forms, today) {
                    silent.reminders.push((today, Some(one.step)));
                }
                let forms = [silent.clone()];
                prop_assert!(due_reminders(&plan, due, &forms, today).is_empty());
                offset += skipped;
            }
            prop_assert!(silent.reminders.len() <= plan.most as usize);
            for pair in silent.reminders.windows(2) {
                let between = (pair[1].0 - pair[0].0).num_days();
                prop_assert!(between >= i64::from(plan.days_between));
                prop_assert!(pair[1].1 > pair[0].1);
            }
        }
    }
}
