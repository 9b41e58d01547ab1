use crate::languages::Texts;
use askama::Template;
use askama::filters::HtmlSafe;

/// The question before a deed that is hard to undo: what will happen, one button, one way back.
#[derive(Template)]
#[template(path = "components/confirm.html")]
pub struct Confirm<'page> {
    /// The reader's texts.
    pub texts: &'page Texts,
    /// What will happen, one line each.
    pub consequences: Vec<String>,
    /// Where the answer is posted.
    pub action: String,
    /// Names and values that go with it.
    pub hidden: Vec<(String, String)>,
    /// The button's words: the deed itself, never "OK".
    pub deed: String,
    /// The way back.
    pub cancel: String,
}

impl HtmlSafe for Confirm<'_> {}
