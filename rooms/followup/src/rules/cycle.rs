//! The year of a programme: what happens on which days, and whom it concerns.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use kernel::{Message, Refusal};

/// Whom an event concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Anybody who comes by.
    Everyone,
    /// The municipalities and the secretariat.
    Municipalities,
    /// The secretariat alone.
    Secretariat,
}

impl Audience {
    /// All of them.
    pub const ALL: [Audience; 3] = [
        Audience::Everyone,
        Audience::Municipalities,
        Audience::Secretariat,
    ];

    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            Audience::Everyone => "everyone",
            Audience::Municipalities => "municipalities",
            Audience::Secretariat => "secretariat",
        }
    }

    /// The audience with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// An entry of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearEntry {
    /// A name that stays the same however the entry is edited.
    pub uid: String,
    /// The contact council whose year it is.
    pub recipient: String,
    /// What happens.
    pub words: Message,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// Whom it concerns.
    pub audience: Audience,
    /// A page of ours or an address elsewhere.
    pub link: Option<String>,
    /// How often it was edited.
    pub sequence: i64,
    /// When it was edited last.
    pub changed_at: DateTime<Utc>,
    /// Whether it was called off.
    pub is_withdrawn: bool,
}

impl YearEntry {
    /// Whether it is over.
    pub fn is_past(&self, today: NaiveDate) -> bool {
        self.ends_on < today
    }

    /// Whether a day of it lies in a year.
    pub fn touches(&self, year: i32) -> bool {
        (self.starts_on.year()..=self.ends_on.year()).contains(&year)
    }

    /// The month of a year under which it stands: that of its first day there.
    pub fn month_in(&self, year: i32) -> u32 {
        match self.starts_on.year() < year {
            true => 1,
            false => self.starts_on.month(),
        }
    }
}

/// The entries by day, the earlier first; of a day those that end first.
pub fn in_order(mut entries: Vec<YearEntry>) -> Vec<YearEntry> {
    entries.sort_by(|one, other| {
        let days = |entry: &YearEntry| (entry.starts_on, entry.ends_on);
        days(one)
            .cmp(&days(other))
            .then_with(|| one.uid.cmp(&other.uid))
    });
    entries
}

/// The years that have entries.
pub fn years(entries: &[YearEntry]) -> Vec<i32> {
    let mut years: Vec<i32> = entries
        .iter()
        .flat_map(|entry| entry.starts_on.year()..=entry.ends_on.year())
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The entry that comes next.
pub fn next(entries: &[YearEntry], today: NaiveDate) -> Option<&YearEntry> {
    entries
        .iter()
        .filter(|entry| entry.starts_on >= today && !entry.is_withdrawn)
        .min_by_key(|entry| entry.starts_on)
}

/// A period's days must come in their order, and a link must be one that can be followed.
///
/// # Errors
/// A refusal for each field that cannot be so.
pub fn check_event(
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
    link: &str,
) -> Result<(), Vec<Refusal>> {
    let mut refused = Vec::new();
    if ends_on.is_some_and(|last| last < starts_on) {
        refused.push(Refusal::new("cycle-refusal-order").at("ends_on"));
    }
    let can_be_followed = ["https://", "http://", "/"]
        .iter()
        .any(|start| link.starts_with(start));
    if !link.is_empty() && !can_be_followed {
        refused.push(Refusal::new("cycle-refusal-link").at("link"));
    }
    match refused.is_empty() {
        true => Ok(()),
        false => Err(refused),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn entry(uid: &str, from: &str, to: &str) -> YearEntry {
        YearEntry {
            uid: uid.to_owned(),
            recipient: "kkr-hovedstaden".to_owned(),
            words: Message::new("cycle-extra"),
            starts_on: from.parse().unwrap(),
            ends_on: to.parse().unwrap(),
            audience: Audience::Everyone,
            link: None,
            sequence: 0,
            changed_at: DateTime::default(),
            is_withdrawn: false,
        }
    }

    #[test]
    fn a_period_stands_in_every_year_that_it_touches() {
        let period = entry("a", "2016-03-01", "2017-12-31");
        assert!(period.touches(2016) && period.touches(2017) && !period.touches(2018));
        assert_eq!((period.month_in(2016), period.month_in(2017)), (3, 1));
        assert_eq!(years(&[period]), [2016, 2017]);
    }

    #[test]
    fn what_comes_next_is_the_nearest_that_was_not_called_off() {
        let mut called_off = entry("a", "2018-02-01", "2018-02-01");
        called_off.is_withdrawn = true;
        let entries = [
            entry("b", "2018-03-01", "2018-03-01"),
            called_off,
            entry("c", "2018-01-01", "2018-01-01"),
        ];
        let today = "2018-01-15".parse().unwrap();
        assert_eq!(next(&entries, today).unwrap().uid, "b");
        let ordered = in_order(entries.to_vec());
        let uids: Vec<_> = ordered.iter().map(|one| one.uid.as_str()).collect();
        assert_eq!(uids, ["c", "a", "b"]);
    }

    #[test]
    fn a_link_is_an_address_and_a_period_runs_forward() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let first = day("2018-02-02");
        assert!(check_event(first, None, "").is_ok());
        assert!(check_event(first, Some(first), "https://kkr.dk/mode").is_ok());
        let refused = check_event(first, Some(day("2018-02-01")), "javascript:x").unwrap_err();
        assert_eq!(refused.len(), 2);
    }
}
