use crate::languages::Texts;
use askama::Template;
use askama::filters::HtmlSafe;

/// A form that narrows a list: it asks by GET, so that what it shows can be sent as a link.
#[derive(Template)]
#[template(path = "components/filters.html")]
pub struct Filters<'page> {
    /// The reader's texts.
    pub texts: &'page Texts,
    /// The list's address.
    pub action: String,
    /// What can be asked.
    pub filters: Vec<Filter>,
    /// Whether anything is asked now: then there is a way to clear it.
    pub active: bool,
}

impl HtmlSafe for Filters<'_> {}

/// One thing that can be asked.
pub enum Filter {
    /// One of several.
    Select {
        /// The name in the address.
        name: &'static str,
        /// The label.
        label: String,
        /// The choices; the first is "all".
        choices: Vec<Choice>,
    },
    /// Yes or not asked.
    Checkbox {
        /// The name in the address.
        name: &'static str,
        /// The label.
        label: String,
        /// Whether it is asked.
        checked: bool,
    },
    /// Words to find.
    Search {
        /// The name in the address.
        name: &'static str,
        /// The label.
        label: String,
        /// The words asked for.
        value: String,
    },
}

/// A choice of a [`Filter::Select`].
pub struct Choice {
    /// The value in the address.
    pub value: String,
    /// Its words.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}
