use chrono::NaiveDate;
use kernel::{Refusal, Stop};
use serde::Deserialize;
use web::components::Choice;
use web::{PageError, PageResult};

/// What somebody typed into a form, in the order of its fields; a name may stand several times.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// What was typed into a field; nothing is the empty text.
    pub fn text(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// All values of a field that may be chosen several times.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let own = self.0.iter().filter(move |(field, _)| field == name);
        own.map(|(_, value)| value.as_str())
    }

    /// The same with another field, as a page shows what is stored.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// A number that our own page put into the form; anything else is no request of ours.
    pub fn number(&self, name: &str) -> PageResult<i64> {
        self.text(name).parse().map_err(|_| PageError::NotFound)
    }

    /// A day, or nothing.
    pub fn day(&self, name: &'static str) -> Result<Option<NaiveDate>, Refusal> {
        let text = self.text(name).trim();
        if text.is_empty() {
            return Ok(None);
        }
        let day = text.parse().map(Some);
        day.map_err(|_| Refusal::new("desk_rounds-refusal-day").at(name))
    }

    /// A day that may not be left out.
    pub fn needed_day(&self, name: &'static str) -> Result<NaiveDate, Refusal> {
        self.day(name)?
            .ok_or_else(|| Refusal::new("followup-refusal-empty").at(name))
    }

    /// The lines of a field, without empty ones.
    pub fn lines(&self, name: &str) -> Vec<String> {
        let lines = self.text(name).lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// Refusals go back to the form; everything else ends the request.
pub fn refusals(stop: Stop) -> PageResult<Vec<Refusal>> {
    match stop {
        Stop::Refused(refusals) => Ok(refusals),
        other => Err(other.into()),
    }
}

/// A choice of a list.
pub fn choice(value: impl Into<String>, label: impl Into<String>, chosen: &str) -> Choice {
    let value = value.into();
    Choice {
        chosen: value == chosen,
        label: label.into(),
        value,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_day_is_a_day_or_is_refused_at_its_field() {
        let typed = Typed::default()
            .with("due", "2018-02-15")
            .with("other", "i går");
        assert_eq!(typed.day("due").unwrap().unwrap().to_string(), "2018-02-15");
        assert_eq!(typed.day("none").unwrap(), None);
        assert_eq!(
            typed.day("other").unwrap_err().field.as_deref(),
            Some("other")
        );
    }

    #[test]
    fn empty_lines_are_no_paragraphs() {
        let typed = Typed::default().with("introduction", "Et\r\n\r\n  To \n");
        assert_eq!(typed.lines("introduction"), ["Et", "To"]);
    }
}
