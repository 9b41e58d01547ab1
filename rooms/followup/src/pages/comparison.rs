use super::{links, words};
use crate::rules::aggregate_report::*;
use askama::Template;
use web::components::{Column, DataTable, DistributionBar, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// A round beside the one before it: how each recommendation divides now and then, and every
/// answer that got better or worse.
#[derive(Template)]
#[template(path = "followup/comparison.html")]
struct ComparisonPage<'page> {
    texts: &'static Texts,
    report: &'page AggregateReport,
    distributions: DataTable<'static>,
    worse: DataTable<'static>,
    better: DataTable<'static>,
    other: DataTable<'static>,
}

/// The page of a comparison; nothing where there is no round before.
pub fn render(report: &AggregateReport, reader: &Reader) -> Option<String> {
    let texts = reader.texts();
    let changes = report.changes.as_ref()?;
    let (better, worse) = (report.improved(), report.worsened());
    let other = changes
        .steps
        .iter()
        .filter(|step| !step.is_better() && !step.is_worse())
        .collect();
    let content = ComparisonPage {
        texts,
        report,
        distributions: distributions(report, changes, texts),
        worse: steps(report, changes, worse, texts.say("page-worse"), texts),
        better: steps(report, changes, better, texts.say("page-better"), texts),
        other: steps(report, changes, other, texts.say("page-otherwise"), texts),
    };
    let page = Page::titled(texts.say_with(
        "page-comparison-title",
        &[("round", changes.since_title.as_str().into())],
    ))
    .with_lead(super::front::news(report, texts)?)
    .standing(words::standing(report, texts))
    .under(texts.say("page-rounds"), "/rounds")
    .under(report.round.title.clone(), links::round(&report.round.key))
    .fictional(report.programme.fictional)
    .wide();
    Some(page.render(&content, reader))
}

fn distributions(
    report: &AggregateReport,
    changes: &Changes,
    texts: &'static Texts,
) -> DataTable<'static> {
    let rows = report
        .recommendations
        .iter()
        .enumerate()
        .map(|(index, one)| {
            let title = format!("{}. {}", one.number, one.short_title);
            vec![
                Html::link(
                    &links::recommendation(&report.round.key, one.number),
                    &title,
                ),
                Html::of(&words::bar(report, index, texts)),
                earlier(changes, one, texts),
            ]
        });
    DataTable {
        texts,
        caption: texts.say("page-distributions"),
        columns: vec![
            Column::plain(texts.say("page-recommendation")),
            Column::plain(report.round.title.clone()),
            Column::plain(changes.since_title.clone()),
        ],
        rows: rows.collect(),
    }
}

fn earlier(changes: &Changes, one: &RecommendationFacts, texts: &'static Texts) -> Html {
    let counted = changes
        .counts_before
        .iter()
        .filter(|(number, _)| one.predecessors.contains(number));
    let bars = counted.map(|(number, counts)| {
        let title = texts.say_with(
            "page-recommendation-number",
            &[("number", (*number).into())],
        );
        let link = Html::link(&links::recommendation(&changes.since_key, *number), &title);
        link.and(&Html::of(&DistributionBar::new(
            words::counts(*counts),
            title,
            texts,
        )))
    });
    let shown = bars.fold(Html::default(), |all, one| all.and(&one));
    if shown.as_str().is_empty() {
        Html::text(&texts.say("page-lineage-new"))
    } else {
        shown
    }
}

fn steps(
    report: &AggregateReport,
    changes: &Changes,
    steps: Vec<&StatusStep>,
    caption: String,
    texts: &'static Texts,
) -> DataTable<'static> {
    DataTable {
        texts,
        caption,
        columns: vec![
            Column::plain(texts.say("web-municipality")),
            Column::plain(texts.say("page-recommendation")),
            Column::plain(changes.since_title.clone()),
            Column::plain(report.round.title.clone()),
        ],
        rows: steps
            .into_iter()
            .map(|step| step_row(report, changes, step, texts))
            .collect(),
    }
}

fn step_row(
    report: &AggregateReport,
    changes: &Changes,
    step: &StatusStep,
    texts: &Texts,
) -> Vec<Html> {
    let name = report.participant(&step.code).map_or("", |one| &one.name);
    let title = report
        .recommendations
        .iter()
        .find(|one| one.number == step.number);
    let title = title.map_or_else(String::new, |one| {
        format!("{}. {}", one.number, one.short_title)
    });
    let linked = |key: &str, number: u32, status| {
        let href = Html::text(&links::entry(key, &step.code, number));
        Html::trusted(format!(
            "<a class=\"plain\" href=\"{href}\">{}</a>",
            words::status(status, texts)
        ))
    };
    vec![
        Html::link(&links::progress_form(&report.round.key, &step.code), name),
        Html::text(&title),
        linked(&changes.since_key, step.number_before, step.from),
        linked(&report.round.key, step.number, step.to),
    ]
}
