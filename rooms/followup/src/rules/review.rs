//! What a person must still look at before a form can be accepted.

use forms::Level;
use std::cmp::Ordering;

/// Who found a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The reader of the file: it stays as it was said.
    Reading,
    /// The checks: they run again after every correction.
    Check,
}

/// Whether a problem still waits for somebody. `answered`: somebody has confirmed or corrected
/// the entry that it belongs to; None where it belongs to none.
pub fn is_open(level: Level, origin: Origin, explained: bool, answered: Option<bool>) -> bool {
    match (level, origin, answered) {
        (Level::Notice, _, _) => false,
        // What the reader doubted is settled by whoever looked at the entry.
        (Level::Warning, Origin::Reading, Some(answered)) => !(answered || explained),
        (Level::Error, Origin::Reading, Some(answered)) => !answered,
        (Level::Warning, _, _) => !explained,
        (Level::Error, _, _) => true,
    }
}

/// The order of the review: what stops first, then the least certain, then the form's order.
pub fn by_urgency(one: (Level, f64, u32), other: (Level, f64, u32)) -> Ordering {
    other
        .0
        .cmp(&one.0)
        .then(one.1.total_cmp(&other.1))
        .then(one.2.cmp(&other.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_waits_until_it_is_explained_and_a_notice_never_waits() {
        assert!(is_open(Level::Warning, Origin::Check, false, Some(true)));
        assert!(!is_open(Level::Warning, Origin::Check, true, Some(false)));
        assert!(!is_open(Level::Notice, Origin::Reading, false, None));
    }

    #[test]
    fn an_error_of_the_checks_waits_until_the_answer_is_corrected() {
        assert!(is_open(Level::Error, Origin::Check, true, Some(true)));
    }

    #[test]
    fn a_doubtful_reading_waits_until_somebody_has_looked_at_the_entry() {
        assert!(is_open(Level::Error, Origin::Reading, false, Some(false)));
        assert!(!is_open(Level::Error, Origin::Reading, false, Some(true)));
        assert!(is_open(Level::Error, Origin::Reading, true, None));
    }

    #[test]
    fn errors_come_first_and_then_the_least_certain() {
        let mut queue = [
            (Level::Warning, 0.9, 1),
            (Level::Notice, 0.1, 2),
            (Level::Warning, 0.4, 3),
            (Level::Error, 1.0, 4),
        ];
        queue.sort_by(|one, other| by_urgency(*one, *other));
        assert_eq!(queue.map(|one| one.2), [4, 3, 1, 2]);
    }
}
