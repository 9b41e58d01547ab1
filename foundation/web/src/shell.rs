use crate::components::Html;
use crate::languages::Texts;
use crate::reader::{MenuItem, Reader};
use askama::Template;
use kernel::Language;

/// A page: its head and its place in the house, around any content.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The heading, and the first part of the window's title.
    pub title: String,
    /// A line or two under the heading.
    pub lead: Option<String>,
    /// Of when and of how many the figures are: a quiet line under the lead.
    pub standing: Option<String>,
    /// The way here from the front page: words and address; the page itself is not in it.
    pub crumbs: Vec<(String, String)>,
    /// Whether the content uses the window's whole width (tables to compare in).
    pub wide: bool,
    /// Whether the answers shown are invented, whatever the installation says.
    pub fictional: bool,
    /// Whether search engines should pass over it.
    pub private: bool,
    /// A script of its own, below the folder of assets.
    pub script: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "shell.html")]
struct Shell<'page> {
    page: &'page Page,
    reader: &'page Reader,
    texts: &'static Texts,
    content: Html,
}

struct LanguageLink {
    tag: &'static str,
    name: &'static str,
    href: String,
    current: bool,
}

impl Page {
    /// A page with a title.
    pub fn titled(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    /// The same page with a line under its heading.
    pub fn with_lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = Some(lead.into());
        self
    }

    /// The same page with a line that says of when and of how many its figures are.
    pub fn standing(mut self, standing: impl Into<String>) -> Self {
        self.standing = Some(standing.into());
        self
    }

    /// The same page with one more step on the way to it.
    pub fn under(mut self, words: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push((words.into(), href.into()));
        self
    }

    /// The same page, as wide as the window.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// The same page, said to show invented answers or not.
    pub fn fictional(mut self, fictional: bool) -> Self {
        self.fictional = fictional;
        self
    }

    /// The same page, hidden from search engines.
    pub fn private(mut self) -> Self {
        self.private = true;
        self
    }

    /// The same page with a script of its own: `js/filling.js`.
    pub fn with_script(mut self, script: &'static str) -> Self {
        self.script = Some(script);
        self
    }

    /// The whole page as HTML.
    pub fn render(&self, content: &impl Template, reader: &Reader) -> String {
        let shell = Shell {
            page: self,
            reader,
            texts: reader.texts(),
            content: Html::of(content),
        };
        Html::of(&shell).into_string()
    }
}

impl Shell<'_> {
    fn languages(&self) -> [LanguageLink; 2] {
        // A language is named in itself, whichever the page is in.
        [(Language::Da, "Dansk"), (Language::En, "English")].map(|(language, name)| LanguageLink {
            tag: language.tag(),
            name,
            href: self.reader.in_language(language),
            current: language == self.reader.language,
        })
    }

    fn invented(&self) -> bool {
        self.page.fictional || self.reader.site.fictional
    }

    fn sees(&self, item: &MenuItem) -> bool {
        (item.shown_to)(&self.reader.actor)
    }

    fn is_here(&self, href: &str) -> bool {
        let path = self.reader.path.as_str();
        path == href
            || (href != "/"
                && path
                    .strip_prefix(href)
                    .is_some_and(|rest| rest.starts_with('/')))
    }
}
