use super::{names, parsed};
use crate::moments;
use chrono::{Datelike, NaiveDate};
use forms::{FocusArea, Obligation, Template, TemplateRecommendation};
use kernel::Fault;
use serde::Deserialize;

/// The recommendations of one period.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetText {
    /// The years: `2023`, `2024-2025`; the file's name.
    #[serde(skip)]
    pub key: String,
    /// The first day.
    #[serde(deserialize_with = "moments::day")]
    pub from: NaiveDate,
    /// The last day.
    #[serde(deserialize_with = "moments::day")]
    pub to: NaiveDate,
    /// The title of the form.
    pub title: String,
    /// The focus areas in order.
    pub areas: Vec<String>,
    /// The key of the set before.
    pub continues: Option<String>,
    /// The recommendations in order.
    pub recommendation: Vec<RecommendationText>,
    /// The recommendations of the set before that have no successor.
    #[serde(default)]
    pub retired: Vec<RetiredText>,
}

/// One recommendation.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendationText {
    /// From 1.
    pub number: u32,
    /// The number of its area, from 1.
    pub area: usize,
    /// `must` or `may`.
    pub obligation: Obligation,
    /// A few words for column heads.
    pub short_title: String,
    /// The full text.
    pub text: String,
    /// Where it comes from.
    #[serde(default)]
    pub lineage: Vec<Ancestor>,
}

/// Where a recommendation comes from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ancestor {
    /// The number in the set before; nothing for a new one.
    pub from: Option<u32>,
    /// What happened to it.
    pub relation: Step,
    /// Why.
    pub note: Option<String>,
}

/// What can happen to a recommendation from one set to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Goes on unchanged.
    Same,
    /// Goes on with another wording.
    Adjusted,
    /// Goes on together with another one.
    Merged,
    /// Goes on as several.
    Split,
    /// Was not there before.
    New,
}

/// A recommendation that ended.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetiredText {
    /// The number in the set before.
    pub number: u32,
    /// Why.
    pub note: String,
}

impl SetText {
    /// The blank form that these recommendations make.
    pub fn template(&self) -> Template {
        Template {
            title: self.title.clone(),
            years: Some((self.from.year(), self.to.year())),
            areas: self.areas.iter().map(|title| area(title)).collect(),
            recommendations: self.recommendation.iter().map(template_row).collect(),
        }
    }

    /// The years as the form's headings say them: "2024 og 2025".
    pub fn years(&self) -> String {
        let (first, last) = (self.from.year(), self.to.year());
        if first == last {
            return first.to_string();
        }
        format!("{first} og {last}")
    }
}

fn area(title: &str) -> FocusArea {
    FocusArea {
        title: title.to_owned(),
    }
}

fn template_row(recommendation: &RecommendationText) -> TemplateRecommendation {
    TemplateRecommendation {
        number: recommendation.number,
        area: recommendation.area.saturating_sub(1),
        obligation: recommendation.obligation,
        text: recommendation.text.clone(),
    }
}

/// The sets in the order of their periods.
pub(super) fn all() -> Result<Vec<SetText>, Fault> {
    let files = names().into_iter().filter(|name| name.starts_with("sets/"));
    files.map(|name| keyed(&name)).collect()
}

fn keyed(name: &str) -> Result<SetText, Fault> {
    let mut set: SetText = parsed(name)?;
    let key = name.trim_start_matches("sets/").trim_end_matches(".toml");
    set.key = key.to_owned();
    Ok(set)
}
