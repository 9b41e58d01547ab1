//! A page that is one form, and a page that is a few parts under headings: what most of the
//! desk's pages about programmes are.

use super::settings_form::Groups;
use askama::Template;
use kernel::Refusal;
use web::components::{Alert, ErrorSummary, Field, Html};
use web::languages::Texts;

/// A form with its way back.
#[derive(Template)]
#[template(path = "followup/desk/form.html")]
pub struct FormPage {
    /// The reader's texts.
    pub texts: &'static Texts,
    /// What is wrong with what was typed.
    pub errors: Option<ErrorSummary>,
    /// What stands before the fields.
    pub before: Html,
    /// Where it is posted; the page's own address where empty.
    pub action: String,
    /// Whether files are sent.
    pub files: bool,
    /// Names and values that go with it.
    pub hidden: Vec<(String, String)>,
    /// The fields under their headings; an empty heading is none.
    pub groups: Groups,
    /// The button's words.
    pub deed: String,
    /// The way back; none where the form stands on a page with more.
    pub cancel: Option<String>,
}

impl FormPage {
    /// A form that is posted to its own page.
    pub fn new(texts: &'static Texts, deed: &str, refused: &[Refusal]) -> Self {
        Self {
            texts,
            errors: ErrorSummary::of(refused, texts),
            before: Html::default(),
            action: String::new(),
            files: false,
            hidden: Vec::new(),
            groups: Vec::new(),
            deed: texts.say(deed),
            cancel: None,
        }
    }

    /// The same with fields.
    pub fn fields(mut self, fields: Vec<Field>, refused: &[Refusal]) -> Self {
        let texts = self.texts;
        let told = fields
            .into_iter()
            .map(|field| field.with_refusals(refused, texts));
        self.groups.push((String::new(), told.collect()));
        self
    }

    /// The same with a value that goes with it.
    pub fn hiding(mut self, name: &str, value: impl Into<String>) -> Self {
        self.hidden.push((name.to_owned(), value.into()));
        self
    }

    /// The same, posted elsewhere.
    pub fn to(mut self, action: impl Into<String>) -> Self {
        self.action = action.into();
        self
    }

    /// The same with a way back.
    pub fn or_back_to(mut self, cancel: impl Into<String>) -> Self {
        self.cancel = Some(cancel.into());
        self
    }
}

/// A page of parts.
#[derive(Template)]
#[template(path = "followup/desk/parts.html")]
pub struct PartsPage {
    /// What was just done.
    pub said: Option<Alert>,
    /// Headings and what stands under them; an empty heading is none.
    pub parts: Vec<(String, Html)>,
}

/// A line of words as a paragraph.
pub fn paragraph(text: &str) -> Html {
    Html::trusted(format!("<p>{}</p>", Html::text(text)))
}

/// Links in a row.
pub fn links(all: &[(String, String)]) -> Html {
    let links: Vec<String> = all
        .iter()
        .map(|(href, words)| Html::link(href, words).into_string())
        .collect();
    Html::trusted(format!("<p class=\"no-print\">{}</p>", links.join(" · ")))
}
