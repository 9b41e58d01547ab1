use super::overview::Asked;
use super::{links, map, overview_matrix};
use crate::rules::aggregate_figures::RedMust;
use crate::rules::aggregate_report::{AggregateReport, StatusCounts};
use askama::Template;
use web::components::{EmptyState, Matrix, TileMap};
use web::languages::Texts;
use web::{Page, Reader};

/// The newest released round: how the region stands, the matrix, the map, the report.
#[derive(Template)]
#[template(path = "followup/front.html")]
struct Front<'page> {
    texts: &'static Texts,
    report: &'page AggregateReport,
    red_musts: Vec<RedMust<'page>>,
    matrix: Matrix<'static>,
    map: TileMap<'static>,
    map_title: String,
}

/// The front page for whoever comes from outside.
pub fn render(report: &AggregateReport, reader: &Reader) -> String {
    let texts = reader.texts();
    let number = map::worst(report);
    let content = Front {
        texts,
        report,
        red_musts: report.must_red(),
        matrix: overview_matrix::matrix(report, &Asked::default(), texts),
        map: map::region(report, number, texts),
        map_title: map::title(report, number),
    };
    let news = news(report, texts).unwrap_or_default();
    Page::titled(report.round.title.clone())
        .with_lead(format!("{} {news}", sentence(report, texts)))
        .standing(super::words::standing(report, texts))
        .fictional(report.programme.fictional)
        .wide()
        .render(&content, reader)
}

/// The front page before anything has been released.
pub fn render_empty(reader: &Reader) -> String {
    let texts = reader.texts();
    let content = EmptyState {
        heading: texts.say("page-nothing-released"),
        text: texts.say("page-nothing-released-text"),
        link: Some(("/about".to_owned(), texts.say("web-about"))),
    };
    Page::titled(texts.say("page-front-title")).render(&content, reader)
}

/// One sentence that says how the region stands.
pub fn sentence(report: &AggregateReport, texts: &Texts) -> String {
    let total = |count: fn(&StatusCounts) -> u32| -> u32 { report.counts.iter().map(count).sum() };
    let head = report.headline();
    texts.say_with(
        "page-sentence",
        &[
            ("answered", head.answered.into()),
            ("asked", head.asked.into()),
            ("recommendations", head.recommendations.into()),
            ("mostly", head.mostly_green.into()),
            ("green", total(|counts| counts.green).into()),
            ("yellow", total(|counts| counts.yellow).into()),
            ("red", total(|counts| counts.red).into()),
            ("redmusts", head.red_musts.into()),
        ],
    )
}

/// What got better and worse since the round before.
pub fn news(report: &AggregateReport, texts: &Texts) -> Option<String> {
    let head = report.headline();
    report.changes.as_ref().map(|changes| {
        texts.say_with(
            "page-news",
            &[
                ("round", changes.since_title.as_str().into()),
                ("better", head.better.into()),
                ("worse", head.worse.into()),
            ],
        )
    })
}
