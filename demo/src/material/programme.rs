use crate::moments;
use chrono::NaiveDate;
use kernel::MunicipalityCode;
use serde::Deserialize;

/// The fictional programme.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// The key in addresses.
    pub key: String,
    /// The title.
    pub title: String,
    /// The key of the body that the reports go to.
    pub recipient: String,
    /// The goals behind the recommendations.
    pub guiding_goals: Vec<String>,
}

/// What a council decided.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionText {
    /// The key of the recommendation set.
    pub set: String,
    /// The municipality.
    pub municipality: MunicipalityCode,
    /// The recommendations that it covers.
    pub numbers: Vec<u32>,
    /// The deciding body.
    pub body: String,
    /// The day.
    #[serde(deserialize_with = "moments::day")]
    pub decided: NaiveDate,
    /// The exact decision.
    pub text: String,
}
