use super::words;
use askama::Template;
use forms::Status;
use web::components::Html;
use web::languages::Texts;
use web::{Page, Reader};

/// What Pejling is, what the marks mean, how it is counted, where one may reuse it.
#[derive(Template)]
#[template(path = "followup/about.html")]
struct About {
    texts: &'static Texts,
}

impl About {
    fn definitions(&self) -> Vec<(Html, String)> {
        let keys = [
            "page-define-green",
            "page-define-yellow",
            "page-define-red",
            "page-define-not-participating",
            "page-define-not-reported",
        ];
        let shown = Status::ALL.into_iter().zip(keys);
        shown
            .map(|(status, key)| (words::status(status, self.texts), self.texts.say(key)))
            .collect()
    }
}

/// The page about the follow-up and its method.
pub fn render(reader: &Reader) -> String {
    let texts = reader.texts();
    Page::titled(texts.say("web-about")).render(&About { texts }, reader)
}

/// The accessibility statement.
#[derive(Template)]
#[template(path = "followup/accessibility.html")]
struct Accessibility {
    texts: &'static Texts,
}

/// The page of the accessibility statement, at the address that Danish authorities use.
pub fn render_accessibility(reader: &Reader) -> String {
    let texts = reader.texts();
    Page::titled(texts.say("page-was-title")).render(&Accessibility { texts }, reader)
}
