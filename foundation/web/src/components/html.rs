use askama::Template;
use askama::filters::HtmlSafe;
use std::fmt;

/// Finished HTML, put into a page as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Text, with what HTML reads as markup escaped.
    pub fn text(text: &str) -> Self {
        let mut safe = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                '&' => safe.push_str("&amp;"),
                '<' => safe.push_str("&lt;"),
                '>' => safe.push_str("&gt;"),
                '"' => safe.push_str("&quot;"),
                '\'' => safe.push_str("&#39;"),
                other => safe.push(other),
            }
        }
        Self(safe)
    }

    /// A rendered component or template.
    pub fn of(template: &impl Template) -> Self {
        let mut html = String::with_capacity(template_size(template));
        if let Err(error) = template.render_into(&mut html) {
            tracing::error!(%error, "a component cannot be rendered");
        }
        Self(html)
    }

    /// HTML made by code that has escaped every text in it.
    pub fn trusted(html: String) -> Self {
        Self(html)
    }

    /// A link.
    pub fn link(href: &str, words: &str) -> Self {
        let (href, words) = (Html::text(href), Html::text(words));
        Self(format!("<a href=\"{href}\">{words}</a>"))
    }

    /// This followed by more.
    pub fn and(mut self, more: &Html) -> Self {
        self.0.push_str(&more.0);
        self
    }

    /// The HTML itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML itself, taken out.
    pub fn into_string(self) -> String {
        self.0
    }
}

fn template_size<T: Template>(_: &T) -> usize {
    T::SIZE_HINT
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

/// An icon of the design system beside words that say the same; screen readers pass over it.
pub fn icon(name: &'static str) -> Html {
    let sheet = assets::url("img/icons.svg");
    Html(format!(
        "<svg class=\"icon-svg\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{sheet}#{name}\"></use></svg>"
    ))
}
