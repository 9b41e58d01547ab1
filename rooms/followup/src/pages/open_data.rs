//! What is published as data: the files of every released round, and what stands in each column
//! and field of them. The same as JSON for programs.

use super::links;
use crate::documents::dictionary::{CSV_FIELDS, DataField, JSON_FIELDS};
use crate::summary::RoundListing;
use askama::Template;
use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Response};
use kernel::Language;
use serde_json::{Value, json};
use web::components::{Column, DataTable, EmptyState, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// The open data with their dictionary.
#[derive(Template)]
#[template(path = "followup/open_data.html")]
struct OpenData {
    texts: &'static Texts,
    files: Option<DataTable<'static>>,
    empty: EmptyState,
    csv: DataTable<'static>,
    json: DataTable<'static>,
}

/// The page of the open data.
pub fn render(rounds: &[RoundListing], reader: &Reader) -> String {
    let texts = reader.texts();
    let released: Vec<&RoundListing> = released(rounds).collect();
    let content = OpenData {
        texts,
        files: (!released.is_empty()).then(|| files(&released, texts)),
        empty: EmptyState {
            heading: texts.say("page-nothing-released"),
            text: texts.say("page-nothing-released-text"),
            link: None,
        },
        csv: dictionary("data-csv-fields", &CSV_FIELDS, texts),
        json: dictionary("data-json-fields", &JSON_FIELDS, texts),
    };
    Page::titled(texts.say("data-title"))
        .with_lead(texts.say("data-lead"))
        .fictional(released.iter().any(|one| one.programme.fictional))
        .wide()
        .render(&content, reader)
}

fn released(rounds: &[RoundListing]) -> impl Iterator<Item = &RoundListing> {
    rounds.iter().filter(|one| one.release.is_some())
}

fn files(rounds: &[&RoundListing], texts: &'static Texts) -> DataTable<'static> {
    let plain = |key: &str| Column::plain(texts.say(key));
    DataTable {
        texts,
        caption: texts.say("data-files"),
        columns: vec![
            plain("page-round"),
            plain("page-programme"),
            plain("data-release"),
            plain("data-as-file"),
        ],
        rows: rounds.iter().map(|one| row(one, texts)).collect(),
    }
}

fn row(one: &RoundListing, texts: &Texts) -> Vec<Html> {
    let key = &one.round.key;
    let release = one.release.as_ref().map(|release| {
        let released_on = texts.short_date(release.released_at.date_naive());
        let values = [
            ("number", release.number.into()),
            ("on", released_on.into()),
        ];
        texts.say_with("data-release-of", &values)
    });
    let file = |ending: &str, words: &str| Html::link(&links::report_file(key, ending), words);
    vec![
        Html::link(&links::round(key), &one.round.settings.title),
        Html::text(&one.programme.title),
        Html::text(&release.unwrap_or_default()),
        file("csv", "CSV")
            .and(&Html::text(" · "))
            .and(&file("json", "JSON")),
    ]
}

fn dictionary(caption: &str, fields: &[DataField], texts: &'static Texts) -> DataTable<'static> {
    let plain = |key: &str| Column::plain(texts.say(key));
    DataTable {
        texts,
        caption: texts.say(caption),
        columns: vec![
            plain("data-name"),
            plain("data-means"),
            plain("data-kind"),
            plain("data-allowed"),
            plain("data-empty"),
        ],
        rows: fields.iter().map(|field| explained(field, texts)).collect(),
    }
}

fn explained(field: &DataField, texts: &Texts) -> Vec<Html> {
    let optional = match field.optional {
        true => texts.say("data-may-be-empty"),
        false => texts.say("data-never-empty"),
    };
    vec![
        code(field.name),
        Html::text(&texts.say(field.meaning)),
        Html::text(&texts.say(field.kind.words())),
        Html::text(&field.kind.allowed().join(", ")),
        Html::text(&optional),
    ]
}

fn code(name: &str) -> Html {
    Html::trusted(format!("<code>{}</code>", Html::text(name)))
}

/// The same for programs: files, columns and fields, explained in both languages.
pub fn json_answer(rounds: &[RoundListing]) -> Response<Body> {
    let mut answer = Response::new(Body::from(format!("{:#}\n", as_json(rounds))));
    let headers = answer.headers_mut();
    let kind = HeaderValue::from_static("application/json");
    headers.insert(CONTENT_TYPE, kind);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer
}

fn as_json(rounds: &[RoundListing]) -> Value {
    let file = |one: &RoundListing, format: &str| {
        json!({
            "address": links::report_file(&one.round.key, format),
            "format": format,
            "round": one.round.key,
            "programme": one.programme.key,
            "title": one.round.settings.title,
            "release": one.release.as_ref().map(|release| release.number),
            "released_at": one.release.as_ref().map(|release| release.released_at),
            "sha256_of_snapshot": one.release.as_ref().map(|release| release.sha256.as_str()),
            "fictional": one.programme.fictional,
        })
    };
    let files: Vec<Value> = released(rounds)
        .flat_map(|one| ["csv", "json"].map(|format| file(one, format)))
        .collect();
    json!({
        "files": files,
        "csv": {
            "separator": ";",
            "encoding": "UTF-8",
            "columns": CSV_FIELDS.iter().map(field_as_json).collect::<Vec<_>>(),
        },
        "json": { "fields": JSON_FIELDS.iter().map(field_as_json).collect::<Vec<_>>() },
    })
}

fn field_as_json(field: &DataField) -> Value {
    let said = |key: &str| {
        let of = |language: Language| Texts::of(language).say(key);
        json!({ "da": of(Language::Da), "en": of(Language::En) })
    };
    json!({
        "name": field.name,
        "type": field.kind.key(),
        "type_means": said(field.kind.words()),
        "means": said(field.meaning),
        "allowed": field.kind.allowed(),
        "may_be_empty": field.optional,
    })
}
