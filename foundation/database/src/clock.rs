use chrono::{DateTime, DurationRound, TimeDelta, Utc};

/// Where a transaction takes its time from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Always the same moment: for tests and for the demonstration's invented past.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// The time, cut to the microsecond: PostgreSQL keeps no more, and what was written must
    /// compare equal to what is read back on both databases.
    pub fn now(self) -> DateTime<Utc> {
        let now = match self {
            Clock::System => Utc::now(),
            Clock::Fixed(moment) => moment,
        };
        now.duration_trunc(TimeDelta::microseconds(1))
            .unwrap_or(now)
    }
}
