//! How long one waits after failed attempts to sign in. The wait grows and never becomes a lock:
//! somebody else's guesses must not keep a person out for good (OWASP ASVS 5, 6.3.1).

use chrono::{DateTime, TimeDelta, Utc};

/// Attempts on one account before one waits: a person may mistype.
const FREE_FOR_ACCOUNT: i64 = 5;
/// Attempts from one network address before one waits: a town hall has one for everybody.
const FREE_FOR_ADDRESS: i64 = 50;
/// The first wait.
const FIRST: i64 = 15;
/// The longest wait, in seconds.
const LONGEST: i64 = 15 * 60;
/// After so long without another failure, the earlier ones are forgotten.
pub const FORGOTTEN_AFTER: TimeDelta = TimeDelta::hours(24);

/// What attempts are counted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// One mail address, whether an account has it or not.
    Account,
    /// One network address.
    Address,
}

impl Counted {
    fn free(self) -> i64 {
        match self {
            Counted::Account => FREE_FOR_ACCOUNT,
            Counted::Address => FREE_FOR_ADDRESS,
        }
    }
}

/// The wait after so many failures: none, then 15 seconds, doubled each time, at most 15 minutes.
pub fn wait_after(failures: i64, counted: Counted) -> TimeDelta {
    let beyond = failures - counted.free();
    let seconds = match beyond {
        ..0 => 0,
        0..6 => FIRST << beyond,
        _ => LONGEST,
    };
    TimeDelta::seconds(seconds)
}

/// Until when one has to wait, if one has to.
pub fn waits_until(
    failures: i64,
    last_at: DateTime<Utc>,
    counted: Counted,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let until = last_at + wait_after(failures, counted);
    (until > now).then_some(until)
}

/// How many failures count, when the last one was then.
pub fn still_counted(failures: i64, last_at: DateTime<Utc>, now: DateTime<Utc>) -> i64 {
    match now - last_at < FORGOTTEN_AFTER {
        true => failures,
        false => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_never_becomes_a_lock() {
        let seconds = |failures| wait_after(failures, Counted::Account).num_seconds();
        assert_eq!([4, 5, 6, 7, 10, 11].map(seconds), [0, 15, 30, 60, 480, 900]);
        assert_eq!(seconds(1_000_000), 900);
    }

    #[test]
    fn a_town_hall_behind_one_address_is_given_more_room() {
        assert_eq!(wait_after(49, Counted::Address), TimeDelta::zero());
        assert_eq!(wait_after(50, Counted::Address), TimeDelta::seconds(15));
    }

    #[test]
    fn failures_are_forgotten_after_a_day() {
        let last = DateTime::<Utc>::UNIX_EPOCH;
        assert_eq!(still_counted(7, last, last + TimeDelta::hours(23)), 7);
        assert_eq!(still_counted(7, last, last + TimeDelta::hours(24)), 0);
        let until = waits_until(6, last, Counted::Account, last + TimeDelta::seconds(29));
        assert_eq!(until, Some(last + TimeDelta::seconds(30)));
        assert_eq!(
            waits_until(6, last, Counted::Account, last + TimeDelta::seconds(30)),
            None
        );
    }
}
