use super::Html;
use askama::Template;
use askama::filters::HtmlSafe;

/// How an alert speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlertLevel {
    /// Informs.
    Info,
    /// Something was done.
    Success,
    /// Somebody should look.
    Warning,
    /// Something did not happen.
    Error,
}

impl AlertLevel {
    fn key(self) -> &'static str {
        match self {
            AlertLevel::Info => "info",
            AlertLevel::Success => "success",
            AlertLevel::Warning => "warning",
            AlertLevel::Error => "error",
        }
    }
}

/// A message set apart from the page's text.
#[derive(Template)]
#[template(path = "components/alert.html")]
pub struct Alert {
    /// How it speaks.
    pub level: AlertLevel,
    /// One line.
    pub heading: Option<String>,
    /// What happened, why, and what to do.
    pub text: Html,
}

impl HtmlSafe for Alert {}

/// What a list shows when it has nothing to show, and the way on.
#[derive(Template)]
#[template(path = "components/empty_state.html")]
pub struct EmptyState {
    /// What is not there.
    pub heading: String,
    /// Why, and what can be done.
    pub text: String,
    /// The way on: address and words.
    pub link: Option<(String, String)>,
}

impl HtmlSafe for EmptyState {}
