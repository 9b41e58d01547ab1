//! What the front door's pages are made of: forms and lists under headings.

use askama::Template;
use kernel::{Refusal, Stop};
use serde::Deserialize;
use web::components::{Alert, AlertLevel, Choice, ErrorSummary, Field, Html};
use web::languages::Texts;
use web::{Page, PageError, PageResult, Reader};

/// A form.
#[derive(Template)]
#[template(path = "front_door/form.html")]
pub struct Form {
    /// Where it is posted.
    pub action: String,
    /// Names and values that go with it.
    pub hidden: Vec<(&'static str, String)>,
    /// The fields.
    pub fields: Vec<Field>,
    /// The button's words.
    pub deed: String,
    /// Whether it is what the page is for.
    pub main: bool,
}

impl Form {
    /// What the page is for, with what the refusals say beside the fields.
    pub fn main(
        action: impl Into<String>,
        fields: Vec<Field>,
        deed: String,
        refused: &[Refusal],
        texts: &Texts,
    ) -> Self {
        let told = fields
            .into_iter()
            .map(|field| field.with_refusals(refused, texts));
        Self {
            action: action.into(),
            hidden: Vec::new(),
            fields: told.collect(),
            deed,
            main: true,
        }
    }

    /// One button.
    pub fn button(action: impl Into<String>, deed: String) -> Self {
        Self {
            action: action.into(),
            hidden: Vec::new(),
            fields: Vec::new(),
            deed,
            main: false,
        }
    }

    /// The same with a value that goes with it.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.hidden.push((name, value.into()));
        self
    }

    /// The form as a part of a page.
    pub fn html(&self) -> Html {
        Html::of(self)
    }
}

/// Parts under headings; an empty heading is none.
#[derive(Template)]
#[template(path = "front_door/parts.html")]
struct Parts {
    errors: Option<ErrorSummary>,
    said: Option<Alert>,
    parts: Vec<(String, Html)>,
}

/// Answers with a private page of parts: 422 when something was refused.
pub fn page(
    page: Page,
    parts: Vec<(String, Html)>,
    (said, refused): (Option<Alert>, &[Refusal]),
    reader: &Reader,
) -> PageResult {
    let content = Parts {
        errors: ErrorSummary::of(refused, reader.texts()),
        said,
        parts,
    };
    let html = page.private().render(&content, reader);
    Ok(match refused {
        [] => web::html(html),
        _ => web::unprocessable(html),
    })
}

/// A paragraph.
pub fn paragraph(text: &str) -> Html {
    Html::trusted(format!("<p>{}</p>", Html::text(text)))
}

/// A paragraph with a link.
pub fn link(href: &str, words: &str) -> Html {
    Html::trusted(format!("<p>{}</p>", Html::link(href, words)))
}

/// What an address says was done: `?done=invited`.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Said {
    /// The deed, one of those that the page knows.
    #[serde(default)]
    pub done: String,
}

impl Said {
    /// The message, if `known` pairs the deed with the key of a text.
    pub fn alert(&self, known: &[(&str, &'static str)], texts: &Texts) -> Option<Alert> {
        let (_, key) = known.iter().find(|(deed, _)| *deed == self.done)?;
        Some(success(texts.say(key)))
    }
}

/// Something was done.
pub fn success(text: String) -> Alert {
    Alert {
        level: AlertLevel::Success,
        heading: None,
        text: Html::text(&text),
    }
}

/// Refusals go back to the form; everything else ends the request.
pub fn refusals(stop: Stop) -> PageResult<Vec<Refusal>> {
    match stop {
        Stop::Refused(refusals) => Ok(refusals),
        other => Err(PageError::from(other)),
    }
}

/// A choice of a list.
pub fn choice(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Choice {
    Choice {
        value: value.into(),
        label: label.into(),
        chosen,
    }
}
