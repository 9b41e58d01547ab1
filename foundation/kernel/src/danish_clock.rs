use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};

/// What clocks in Denmark show at a moment: Central European time. Summer time runs from the last
/// Sunday of March to the last Sunday of October, both at 01:00 UTC (directive 2000/84/EC,
/// articles 2 and 3).
pub fn on_danish_clocks(moment: DateTime<Utc>) -> NaiveDateTime {
    let at = moment.naive_utc();
    let begins = last_sunday(at.year(), 3).and_then(|day| day.and_hms_opt(1, 0, 0));
    let ends = last_sunday(at.year(), 10).and_then(|day| day.and_hms_opt(1, 0, 0));
    let summer = begins.is_some_and(|begin| begin <= at) && ends.is_some_and(|end| at < end);
    at + TimeDelta::hours(if summer { 2 } else { 1 })
}

/// The last Sunday of a month that has 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    last.checked_sub_days(Days::new(u64::from(
        last.weekday().days_since(Weekday::Sun),
    )))
}

/// The day in Denmark at a moment: what deadlines are counted in.
pub fn danish_day(moment: DateTime<Utc>) -> NaiveDate {
    on_danish_clocks(moment).date()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(moment: &str) -> String {
        danish_day(moment.parse().unwrap()).to_string()
    }

    #[test]
    fn the_day_changes_at_midnight_in_denmark() {
        assert_eq!(day("2026-02-15T22:59:59Z"), "2026-02-15");
        assert_eq!(day("2026-02-15T23:00:00Z"), "2026-02-16");
        assert_eq!(day("2026-07-01T21:59:59Z"), "2026-07-01");
        assert_eq!(day("2026-07-01T22:00:00Z"), "2026-07-02");
    }
}
