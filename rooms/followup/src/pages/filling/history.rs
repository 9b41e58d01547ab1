//! The versions of the own form: who, when, and what differs between any two.

use super::super::desk::{Desk, deed_word, form_state};
use super::super::text_difference::difference;
use super::super::words;
use super::place::{self, Place, shown};
use crate::records::forms::{FormEvent, FormVersion};
use crate::summary::{self, EntryDifference, FillingView};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use forms::plain_remark;
use serde::Deserialize;
use std::sync::Arc;
use web::components::{Choice, Column, DataTable, Field, FieldKind, Html};
use web::languages::Texts;
use web::{PageResult, Reader};

/// The route of the history.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route(
        "/rounds/{key}/progress-forms/{code}/fill/history",
        get(show),
    )
}

/// Which versions are compared.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    a: String,
    b: String,
}

/// The history of the own form.
#[derive(Template)]
#[template(path = "followup/filling/history.html")]
struct History {
    texts: &'static Texts,
    versions: DataTable<'static>,
    events: DataTable<'static>,
    compared: Option<Compared>,
    action: String,
}

struct Compared {
    from: Field,
    to: Field,
    title: String,
    differences: Vec<(String, Html, Html)>,
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> PageResult {
    let view = shown(&desk, &reader, &key, &code).await?;
    let texts = reader.texts();
    let compared = match chosen(&view, &asked) {
        Some(pair) => {
            let mut tx = desk.database.read().await?;
            let code = view.code();
            let differences =
                summary::compare_versions(&mut tx, &reader.actor, &key, code, pair).await?;
            Some(compared(&view, pair, &differences, texts))
        }
        None => None,
    };
    let content = History {
        texts,
        versions: versions(&view, texts),
        events: events(&view, texts),
        compared,
        action: view.below("history"),
    };
    let page = view.page(texts.say("filling-history"), texts);
    Ok(web::html(page.render(&content, &reader)))
}

/// The versions asked for; the newest two where none are.
fn chosen(view: &FillingView, asked: &Asked) -> Option<(u32, u32)> {
    let versions = &view.form.versions;
    let known = |text: &str| {
        let number: u32 = text.parse().ok()?;
        versions
            .iter()
            .any(|one| one.number == number)
            .then_some(number)
    };
    match (known(&asked.a), known(&asked.b)) {
        (Some(one), Some(other)) if one != other => Some((one.min(other), one.max(other))),
        _ => match versions.as_slice() {
            [newest, before, ..] => Some((before.number, newest.number)),
            _ => None,
        },
    }
}

fn versions(view: &FillingView, texts: &'static Texts) -> DataTable<'static> {
    let titles = [
        "filling-version",
        "filling-state",
        "filling-begun",
        "filling-submitted",
        "filling-receipt",
    ];
    DataTable {
        texts,
        caption: texts.say("filling-versions"),
        columns: titles.map(|title| Column::plain(texts.say(title))).into(),
        rows: view
            .form
            .versions
            .iter()
            .map(|one| version(view, one, texts))
            .collect(),
    }
}

fn version(view: &FillingView, one: &FormVersion, texts: &Texts) -> Vec<Html> {
    let submitted = one.submitted_at.map(|at| texts.moment(at));
    let receipt = match &submitted {
        Some(_) => Html::link(
            &place::receipt(view.key(), view.code(), one.number),
            &texts.say_with("filling-receipt-of", &[("number", one.number.into())]),
        ),
        None => Html::default(),
    };
    vec![
        Html::text(&texts.number(one.number.into())),
        Html::text(&form_state(one.state, texts)),
        Html::text(&texts.moment(one.begun_at)),
        Html::text(&submitted.unwrap_or_default()),
        receipt,
    ]
}

fn events(view: &FillingView, texts: &'static Texts) -> DataTable<'static> {
    let titles = [
        "filling-when",
        "filling-who",
        "filling-version",
        "filling-deed",
        "filling-why",
    ];
    let row = |one: &FormEvent| {
        vec![
            Html::text(&texts.moment(one.at)),
            Html::text(&one.by),
            Html::text(&texts.number(one.version_number.into())),
            Html::text(&deed_word(one.deed, texts)),
            Html::text(&one.reason),
        ]
    };
    DataTable {
        texts,
        caption: texts.say("filling-events"),
        columns: titles.map(|title| Column::plain(texts.say(title))).into(),
        rows: view.form.events.iter().map(row).collect(),
    }
}

fn compared(
    view: &FillingView,
    (from, to): (u32, u32),
    differences: &[EntryDifference],
    texts: &Texts,
) -> Compared {
    let field = |name: &str, label: &str, chosen: u32| {
        let choices = view.form.versions.iter().map(|one| Choice {
            value: one.number.to_string(),
            label: texts.say_with("filling-version-number", &[("number", one.number.into())]),
            chosen: one.number == chosen,
        });
        let choices = choices.collect();
        Field::of(name, texts.say(label), FieldKind::Select { choices })
    };
    Compared {
        from: field("a", "filling-from", from),
        to: field("b", "filling-to", to),
        title: texts.say_with(
            "filling-differences",
            &[("count", differences.len().into())],
        ),
        differences: differences
            .iter()
            .map(|one| row(view, one, texts))
            .collect(),
    }
}

fn row(view: &FillingView, one: &EntryDifference, texts: &Texts) -> (String, Html, Html) {
    let mut entries = view.form.entries.iter();
    let found = entries.find(|entry| entry.recommendation.number == one.number);
    let title = found.map_or("", |entry| entry.recommendation.short_title.as_str());
    let (before, after) = (
        words::status(one.status.0, texts),
        words::status(one.status.1, texts),
    );
    let status = match one.status.0 == one.status.1 {
        true => after,
        false => Html::trusted(format!("<del>{before}</del> <ins>{after}</ins>")),
    };
    let remark = difference(&plain_remark(&one.remark.0), &plain_remark(&one.remark.1));
    (format!("{}. {title}", one.number), status, remark)
}
