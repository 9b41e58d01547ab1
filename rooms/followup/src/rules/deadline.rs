//! A round's three days: due, the end of its grace, and closed.

use chrono::NaiveDate;
use kernel::Refusal;

/// Whether an answer on this day is late: after the due day, and after the grace where the round
/// gives one.
pub fn is_late(today: NaiveDate, due: Option<NaiveDate>, grace: Option<NaiveDate>) -> bool {
    grace.or(due).is_some_and(|last| today > last)
}

/// Refuses what comes after the round has closed.
pub fn refuse_if_closed(today: NaiveDate, closes_on: Option<NaiveDate>) -> Result<(), Refusal> {
    match closes_on {
        Some(last) if today > last => {
            Err(Refusal::new("followup-refusal-round-closed").with("closed_on", last))
        }
        _ => Ok(()),
    }
}

/// The days must come in their order.
pub fn check_order(
    due: Option<NaiveDate>,
    grace: Option<NaiveDate>,
    closes_on: Option<NaiveDate>,
) -> Result<(), Refusal> {
    let days: Vec<NaiveDate> = [due, grace, closes_on].into_iter().flatten().collect();
    if days.is_sorted() {
        return Ok(());
    }
    Err(Refusal::new("followup-refusal-days-out-of-order").at("due_on"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn the_due_day_itself_is_in_time_and_grace_moves_it() {
        let today = NaiveDate::default();
        assert!(!is_late(today, Some(today), None));
        let (Some(after), due, grace) = (day("2018-02-16"), day("2018-02-15"), day("2018-02-20"))
        else {
            return;
        };
        assert!(is_late(after, due, None));
        assert!(!is_late(after, due, grace));
        assert!(!is_late(after, None, None));
    }

    #[test]
    fn a_closed_round_says_when_it_closed() {
        let closed = day("2018-03-01");
        let late = day("2018-03-02").unwrap_or_default();
        assert!(refuse_if_closed(late, closed).is_err());
        assert!(refuse_if_closed(late, None).is_ok());
        assert!(check_order(closed, day("2018-02-01"), None).is_err());
    }
}
