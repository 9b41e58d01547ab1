//! Dates and numbers as people write them.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use fluent_bundle::FluentValue;
use kernel::{Language, on_danish_clocks};

const DANISH_MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn date(language: Language, day: NaiveDate) -> String {
    let month = day.month0() as usize;
    match language {
        Language::Da => format!("{}. {} {}", day.day(), DANISH_MONTHS[month], day.year()),
        Language::En => format!("{} {} {}", day.day(), ENGLISH_MONTHS[month], day.year()),
    }
}

pub(super) fn short_date(language: Language, day: NaiveDate) -> String {
    match language {
        Language::Da => day.format("%d.%m.%Y").to_string(),
        Language::En => day.format("%d/%m/%Y").to_string(),
    }
}

pub(super) fn moment(language: Language, moment: DateTime<Utc>) -> String {
    let local = on_danish_clocks(moment);
    let day = date(language, local.date());
    let time = time(language, moment);
    match language {
        Language::Da => format!("{day} kl. {time}"),
        Language::En => format!("{day} at {time}"),
    }
}

pub(super) fn time(language: Language, moment: DateTime<Utc>) -> String {
    let local = on_danish_clocks(moment);
    let (hour, minute) = (local.hour(), local.minute());
    match language {
        Language::Da => format!("{hour}.{minute:02}"),
        Language::En => format!("{hour}:{minute:02}"),
    }
}

pub(super) fn number(language: Language, number: i64) -> String {
    let separator = match language {
        Language::Da => '.',
        Language::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let sign = if number < 0 { "-" } else { "" };
    if digits.len() < 5 {
        return format!("{sign}{digits}");
    }
    format!("{sign}{}", grouped(&digits, separator))
}

pub(super) fn percent(language: Language, share: f64) -> String {
    let whole = (share * 100.0).round();
    match language {
        Language::Da => format!("{whole}\u{a0}%"),
        Language::En => format!("{whole}%"),
    }
}

/// How Fluent writes a number inside a Danish text.
pub(super) fn danish_value<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    whole(value).map(|found| number(Language::Da, found))
}

/// How Fluent writes a number inside an English text.
pub(super) fn english_value<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    whole(value).map(|found| number(Language::En, found))
}

fn whole(value: &FluentValue<'_>) -> Option<i64> {
    match value {
        FluentValue::Number(found) if found.value.fract() == 0.0 => Some(found.value as i64),
        _ => None,
    }
}

fn grouped(digits: &str, separator: char) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let day = NaiveDate::from_ymd_opt(2018, 2, 5).unwrap();
        assert_eq!(date(Language::Da, day), "5. februar 2018");
        assert_eq!(date(Language::En, day), "5 February 2018");
        assert_eq!(short_date(Language::Da, day), "05.02.2018");
        assert_eq!(short_date(Language::En, day), "05/02/2018");
    }

    #[test]
    fn moments_follow_danish_clocks_in_winter_and_summer() {
        let winter = moment(Language::Da, at("2018-02-15T09:42:00Z"));
        assert_eq!(winter, "15. februar 2018 kl. 10.42");
        let summer = moment(Language::En, at("2018-07-01T22:30:00Z"));
        assert_eq!(summer, "2 July 2018 at 0:30");
    }

    #[test]
    fn summer_time_begins_and_ends_at_one_in_utc() {
        let written = |text| moment(Language::En, at(text));
        assert!(written("2018-03-25T00:59:00Z").ends_with("at 1:59"));
        assert!(written("2018-03-25T01:00:00Z").ends_with("at 3:00"));
        assert!(written("2018-10-28T00:59:00Z").ends_with("at 2:59"));
        assert!(written("2018-10-28T01:00:00Z").ends_with("at 2:00"));
    }

    #[test]
    fn numbers_have_separators_from_five_digits_on() {
        assert_eq!(number(Language::Da, 2017), "2017");
        assert_eq!(number(Language::Da, 12_345), "12.345");
        assert_eq!(number(Language::En, -1_234_567), "-1,234,567");
    }

    #[test]
    fn shares_are_written_in_whole_per_cent() {
        assert_eq!(percent(Language::Da, 0.448), "45\u{a0}%");
        assert_eq!(percent(Language::En, 1.0), "100%");
    }
}
