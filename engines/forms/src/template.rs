use crate::Obligation;
use serde::{Deserialize, Serialize};

/// A blank form: what a municipality is asked.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Template {
    /// The form's title.
    pub title: String,
    /// The first and last year that the headings name ("SKAL-initiativer i 2016 og 2017").
    pub years: Option<(i32, i32)>,
    /// The focus areas in their order.
    pub areas: Vec<FocusArea>,
    /// The recommendations in their order; number `n` stands at index `n - 1`.
    pub recommendations: Vec<TemplateRecommendation>,
}

/// A focus area of a blank form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FocusArea {
    /// The area's title as printed.
    pub title: String,
}

/// One recommendation of a blank form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateRecommendation {
    /// From 1, in the form's order.
    pub number: u32,
    /// The index of its focus area.
    pub area: usize,
    /// From the heading it stands under.
    pub obligation: Obligation,
    /// The full text.
    pub text: String,
}
