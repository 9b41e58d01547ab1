use crate::languages::Texts;
use askama::Template;
use askama::filters::HtmlSafe;

/// How far something has come.
#[derive(Template)]
#[template(path = "components/steps.html")]
pub struct Steps<'page> {
    /// The reader's texts.
    pub texts: &'page Texts,
    /// What the steps lead to.
    pub label: String,
    /// The steps in order.
    pub steps: Vec<Step>,
}

impl HtmlSafe for Steps<'_> {}

/// One step.
pub struct Step {
    /// Its name.
    pub title: String,
    /// Where it stands.
    pub state: StepState,
    /// More: a date, a count, a name.
    pub note: Option<String>,
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// Where we are.
    Current,
    /// Ahead.
    Ahead,
}

impl StepState {
    fn key(self) -> &'static str {
        match self {
            StepState::Done => "done",
            StepState::Current => "current",
            StepState::Ahead => "ahead",
        }
    }

    fn word(self, texts: &Texts) -> String {
        texts.say(match self {
            StepState::Done => "web-step-done",
            StepState::Current => "web-step-current",
            StepState::Ahead => "web-step-ahead",
        })
    }
}
