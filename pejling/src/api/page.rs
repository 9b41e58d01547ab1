//! What the API can do, in words: how to get a token, the scopes, an example, every operation.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use people::tokens::Scope;
use web::components::{Column, DataTable, DefinitionList, Html};
use web::languages::Texts;
use web::{Page, Reader};
use web_api::Document;

/// The route of the page.
pub fn routes(document: Document) -> Router {
    Router::new().route("/api", get(show)).with_state(document)
}

#[derive(Template)]
#[template(path = "api.html")]
struct About {
    texts: &'static Texts,
    scopes: DefinitionList,
    operations: DataTable<'static>,
    problems: Vec<(&'static str, String, String)>,
}

async fn show(State(document): State<Document>, reader: Reader) -> Response {
    let texts = reader.texts();
    let content = About {
        texts,
        scopes: scopes(texts),
        operations: operations(&document, texts),
        problems: problems(texts),
    };
    let page = Page::titled(texts.say("api_page-title")).with_lead(texts.say("api_page-lead"));
    web::html(page.render(&content, &reader))
}

/// What a scope is for, in words.
pub(super) fn scope_words(scope: Scope, texts: &Texts) -> String {
    texts.say(match scope {
        Scope::Read => "api_page-scope-read",
        Scope::Fill => "api_page-scope-fill",
        Scope::Review => "api_page-scope-review",
        Scope::Administer => "api_page-scope-administer",
    })
}

fn scopes(texts: &Texts) -> DefinitionList {
    let fact = |list: DefinitionList, scope: Scope| {
        list.with(
            scope.key().to_owned(),
            Html::text(&scope_words(scope, texts)),
        )
    };
    Scope::ALL.into_iter().fold(DefinitionList::default(), fact)
}

fn operations(document: &Document, texts: &'static Texts) -> DataTable<'static> {
    let titles = ["api_page-operation", "api_page-what", "api_page-scope"];
    let rows = document
        .operations()
        .into_iter()
        .map(|(method, path, scope, public)| {
            let said = summary(document, method.as_str(), &path);
            let scope = match public {
                true => texts.say("api_page-scope-none"),
                false => scope.key().to_owned(),
            };
            vec![
                code(&format!("{method} {path}")),
                // The document speaks English, as the names in it do.
                Html::trusted(format!("<span lang=\"en\">{}</span>", Html::text(&said))),
                code(&scope),
            ]
        });
    DataTable {
        texts,
        caption: texts.say("api_page-operations"),
        columns: titles.map(|title| Column::plain(texts.say(title))).into(),
        rows: rows.collect(),
    }
}

fn code(text: &str) -> Html {
    Html::trusted(format!("<code>{}</code>", Html::text(text)))
}

fn summary(document: &Document, method: &str, path: &str) -> String {
    let operation = &document.value()["paths"][path][method.to_lowercase()];
    operation["summary"].as_str().unwrap_or_default().to_owned()
}

/// Each kind of problem: its place on the page, its title, and what to do.
fn problems(texts: &Texts) -> Vec<(&'static str, String, String)> {
    let kinds = [
        400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500, 503,
    ];
    let shown = kinds.map(|status| {
        let kind = web::problem::kind(axum::http::StatusCode::from_u16(status).unwrap_or_default());
        let (title, text) = web::problem::words(kind);
        (
            kind,
            format!("{status} · {}", texts.say(title)),
            texts.say(text),
        )
    });
    shown.into()
}
