use super::links;
use crate::summary::RoundListing;
use askama::Template;
use web::components::{Column, DataTable, EmptyState, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// All rounds that the reader may see, newest first.
#[derive(Template)]
#[template(path = "followup/rounds.html")]
struct Rounds {
    table: Option<DataTable<'static>>,
    empty: EmptyState,
}

/// The page of all rounds.
pub fn render(rounds: &[RoundListing], reader: &Reader) -> String {
    let texts = reader.texts();
    let content = Rounds {
        table: (!rounds.is_empty()).then(|| table(rounds, texts)),
        empty: EmptyState {
            heading: texts.say("page-nothing-released"),
            text: texts.say("page-nothing-released-text"),
            link: None,
        },
    };
    Page::titled(texts.say("page-rounds"))
        .with_lead(texts.say("page-rounds-lead"))
        .fictional(rounds.iter().any(|one| one.programme.fictional))
        .render(&content, reader)
}

fn table(rounds: &[RoundListing], texts: &'static Texts) -> DataTable<'static> {
    DataTable {
        texts,
        caption: texts.say("page-rounds"),
        columns: vec![
            Column::plain(texts.say("page-round")),
            Column::plain(texts.say("page-programme")),
            Column::plain(texts.say("page-due")),
            Column::plain(texts.say("page-answered")).numbers(),
            Column::plain(texts.say("page-released-at")),
            Column::plain(texts.say("page-report-title")),
        ],
        rows: rounds.iter().map(|one| row(one, texts)).collect(),
    }
}

fn row(one: &RoundListing, texts: &Texts) -> Vec<Html> {
    let settings = &one.round.settings;
    let due = settings
        .due_on
        .map(|day| texts.short_date(day))
        .unwrap_or_default();
    let released = one
        .release
        .as_ref()
        .map(|release| texts.short_date(release.released_at.date_naive()));
    let answered = texts.say_with(
        "page-of",
        &[
            ("part", one.accepted.into()),
            ("whole", one.participants.into()),
        ],
    );
    vec![
        Html::link(&links::round(&one.round.key), &settings.title),
        Html::text(&one.programme.title),
        Html::text(&due),
        Html::text(&answered),
        Html::text(&released.unwrap_or_else(|| texts.say("page-not-released"))),
        Html::link(
            &links::report(&one.round.key),
            &texts.say("page-get-report"),
        ),
    ]
}
