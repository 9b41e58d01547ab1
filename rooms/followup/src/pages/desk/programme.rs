//! A programme: its recommendation sets, what became of each recommendation, and the ways to add
//! a set, open a round and register decisions.

use super::super::words;
use super::form_page::{PartsPage, links, paragraph};
use super::{Desk, Said, lineage, only_for, recommendation_edit, round_new, set_new, ways};
use crate::access::Deed;
use crate::records::programmes::{self, Programme};
use crate::summary::{self, RoundListing, SetView};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use std::sync::Arc;
use web::components::{Column, DataTable, Html};
use web::languages::Texts;
use web::{Page, PageResult, Reader};

/// The routes of a programme and of what belongs to it.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/desk/programmes/{key}", get(show))
        .merge(recommendation_edit::routes())
        .merge(lineage::routes())
        .merge(round_new::routes())
        .merge(set_new::routes())
}

const SAID: [(&str, &str); 2] = [
    ("edited", "desk_rounds-said-edited"),
    ("set", "desk_rounds-said-set"),
];

async fn show(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    Query(said): Query<Said>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let programme = programmes::named(&mut tx, &key).await?;
    only_for(&reader, Deed::EditRecommendation, &programme)?;
    let sets = summary::recommendation_sets(&mut tx, &key).await?;
    let rounds = summary::rounds(&mut tx, &reader.actor).await?;
    let texts = reader.texts();
    let mut parts = vec![(String::new(), ways_on(&key, texts))];
    let own = rounds.iter().filter(|one| one.programme.id == programme.id);
    parts.push((texts.say("desk_rounds-rounds"), rounds_of(own, texts)));
    // The newest set is the one that is worked with.
    for (index, view) in sets.iter().enumerate().rev() {
        let before = index.checked_sub(1).and_then(|before| sets.get(before));
        parts.push((period(view, texts), set(&key, view, before, texts)));
    }
    let content = PartsPage {
        said: said.alert(&SAID, texts),
        parts,
    };
    Ok(web::html(page(&programme, texts).render(&content, &reader)))
}

fn page(programme: &Programme, texts: &Texts) -> Page {
    Page::titled(programme.title.clone())
        .with_lead(programme.recipient.clone())
        .under(texts.say("desk-secretariat"), "/desk")
        .fictional(programme.fictional)
        .private()
}

/// A page below a programme.
pub fn page_below(programme: &Programme, title: String, texts: &Texts) -> Page {
    Page::titled(title)
        .under(texts.say("desk-secretariat"), "/desk")
        .under(programme.title.clone(), ways::programme(&programme.key))
        .fictional(programme.fictional)
        .private()
}

fn ways_on(key: &str, texts: &Texts) -> Html {
    let to = |end: &str, words: &str| (format!("{}/{end}", ways::programme(key)), texts.say(words));
    links(&[
        to("rounds/new", "desk_rounds-round-new"),
        to("sets/new", "desk_rounds-set-new"),
        to("decisions", "desk_rounds-decisions"),
    ])
}

fn rounds_of<'page>(rounds: impl Iterator<Item = &'page RoundListing>, texts: &Texts) -> Html {
    let line = |one: &RoundListing| {
        let link = Html::link(&ways::round(&one.round.key), &one.round.settings.title);
        let standing = texts.say_with(
            "desk_rounds-answered",
            &[
                ("answered", one.accepted.into()),
                ("asked", one.participants.into()),
            ],
        );
        format!("<li>{link}: {}</li>", Html::text(&standing))
    };
    Html::trusted(format!("<ul>{}</ul>", rounds.map(line).collect::<String>()))
}

/// A set by its period.
pub fn period(view: &SetView, texts: &Texts) -> String {
    texts.say_with(
        "desk_rounds-set-period",
        &[
            ("from", texts.short_date(view.set.from).into()),
            ("to", texts.short_date(view.set.to).into()),
        ],
    )
}

fn set(key: &str, view: &SetView, before: Option<&SetView>, texts: &'static Texts) -> Html {
    let mut html = paragraph(&view.set.title);
    if !view.set.note.is_empty() {
        html = html.and(&paragraph(&view.set.note));
    }
    html = html.and(&Html::of(&table(key, view, texts)));
    match before {
        Some(before) => {
            let href = lineage::address(key, before.set.id, view.set.id);
            html.and(&links(&[(href, texts.say("desk_rounds-lineage-see"))]))
        }
        None => html,
    }
}

fn table(key: &str, view: &SetView, texts: &'static Texts) -> DataTable<'static> {
    let plain = |title: &str| Column::plain(texts.say(title));
    DataTable {
        texts,
        caption: period(view, texts),
        columns: vec![
            plain("desk_rounds-number").numbers(),
            plain("desk_rounds-area"),
            plain("desk_rounds-obligation"),
            plain("desk_rounds-short-title"),
            plain("desk_rounds-text"),
            plain("desk_rounds-deeds"),
        ],
        rows: view
            .recommendations
            .iter()
            .map(|one| {
                let href = format!("{}/recommendations/{}", ways::programme(key), one.id.0);
                let edit =
                    texts.say_with("desk_rounds-edit-number", &[("number", one.number.into())]);
                vec![
                    Html::text(&texts.number(one.number.into())),
                    Html::text(view.areas.get(one.area).map_or("", String::as_str)),
                    Html::text(&words::obligation(one.obligation, texts)),
                    Html::text(&one.short_title),
                    Html::text(&one.text),
                    Html::link(&href, &edit),
                ]
            })
            .collect(),
    }
}
