//! Numbers as a person sees them: days as days, percentages as percentages.

use chrono::{Days, NaiveDate};

/// What a number stands for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum NumberFormat {
    #[default]
    Plain,
    Percent,
    Date,
    DateTime,
    Time,
}

impl NumberFormat {
    /// The formats that need no code (18.8.30).
    pub(super) fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=17 => Self::Date,
            18..=21 | 45..=47 => Self::Time,
            22 => Self::DateTime,
            _ => Self::Plain,
        }
    }

    /// Looks at the code's letters outside of quotes and brackets.
    pub(super) fn of_code(code: &str) -> Self {
        let first = code.split(';').next().unwrap_or_default();
        let letters = bare(first);
        let has = |letters_of: &[char]| letters.contains(letters_of);
        match (has(&['y', 'd', 'å']), has(&['h', 's', 't'])) {
            _ if letters.contains("general") || letters.contains("standard") => Self::Plain,
            (true, true) => Self::DateTime,
            (true, false) => Self::Date,
            (false, true) => Self::Time,
            _ if letters.contains('%') => Self::Percent,
            _ if letters.contains("mmm") => Self::Date,
            _ => Self::Plain,
        }
    }

    pub(super) fn show(self, raw: &str, from_1904: bool) -> String {
        let Ok(number) = raw.trim().parse::<f64>() else {
            return raw.to_owned();
        };
        let shown = match self {
            Self::Plain => None,
            Self::Percent => Some(format!("{} %", short(number * 100.0))),
            Self::Date => day(number, from_1904).map(|day| day.to_string()),
            Self::Time => Some(time(number)),
            Self::DateTime => day(number, from_1904).map(|day| format!("{day} {}", time(number))),
        };
        shown.unwrap_or_else(|| short(number))
    }
}

fn bare(code: &str) -> String {
    let mut bare = String::new();
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for letter in code.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ if quoted || bracketed => {}
            _ => bare.extend(letter.to_lowercase()),
        }
    }
    bare
}

/// Fifteen significant digits, as Excel shows them.
fn short(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded == 0.0 || (1e-9..1e15).contains(&f64::abs(rounded)) {
        format!("{rounded}")
    } else {
        format!("{rounded:e}")
    }
}

fn day(serial: f64, from_1904: bool) -> Option<NaiveDate> {
    let first = match from_1904 {
        true => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        false => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    // The year 9999 ends Excel's calendar.
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    first.checked_add_days(Days::new(serial as u64))
}

fn time(serial: f64) -> String {
    let minutes = (serial.rem_euclid(1.0) * 1440.0).round() as u32 % 1440;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
