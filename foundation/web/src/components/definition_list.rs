use super::Html;
use askama::Template;
use askama::filters::HtmlSafe;

/// Facts about one thing: a name and a value each.
#[derive(Template, Default)]
#[template(path = "components/definition_list.html")]
pub struct DefinitionList {
    /// Names and values in order.
    pub facts: Vec<(String, Html)>,
}

impl HtmlSafe for DefinitionList {}

impl DefinitionList {
    /// One more fact.
    pub fn with(mut self, name: String, value: Html) -> Self {
        self.facts.push((name, value));
        self
    }

    /// One more fact, if there is one.
    pub fn with_some(self, name: String, value: Option<Html>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}
