use super::overview::select;
use super::{links, words};
use crate::rules::aggregate_report::AggregateReport;
use askama::Template;
use web::components::{Choice, Filters, TileMap, TileMark};
use web::languages::Texts;
use web::{Page, Reader};

/// What a reader asks of the map.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    /// A recommendation's number.
    pub recommendation: String,
}

/// One recommendation on the map of the country.
#[derive(Template)]
#[template(path = "followup/map.html")]
struct MapPage<'page> {
    texts: &'static Texts,
    report: &'page AggregateReport,
    number: u32,
    title: String,
    filters: Filters<'static>,
    map: TileMap<'static>,
    /// For narrow windows, where the whole country would be too small to read.
    region: TileMap<'static>,
}

/// The page of the map.
pub fn render(report: &AggregateReport, asked: &Asked, reader: &Reader) -> String {
    let texts = reader.texts();
    let number = chosen(report, asked);
    let content = MapPage {
        texts,
        report,
        number,
        title: title(report, number),
        filters: filters(report, asked, number, texts),
        region: region(report, number, texts),
        map: TileMap::country(title(report, number), marks(report, number), texts),
    };
    Page::titled(texts.say("page-map"))
        .standing(words::standing(report, texts))
        .under(texts.say("page-rounds"), "/rounds")
        .under(report.round.title.clone(), links::round(&report.round.key))
        .fictional(report.programme.fictional)
        .wide()
        .render(&content, reader)
}

fn chosen(report: &AggregateReport, asked: &Asked) -> u32 {
    let wanted = asked.recommendation.parse().ok();
    let known = wanted.filter(|number| {
        report
            .recommendations
            .iter()
            .any(|one| one.number == *number)
    });
    known.unwrap_or_else(|| worst(report))
}

/// The recommendation with the most red answers, the first of equals: where a look is worth most.
pub fn worst(report: &AggregateReport) -> u32 {
    let counted = report.recommendations.iter().zip(&report.counts);
    let most = counted.rev().max_by_key(|(_, counts)| counts.red);
    most.map_or(1, |(one, _)| one.number)
}

/// The recommendation that the map shows, in words.
pub fn title(report: &AggregateReport, number: u32) -> String {
    let found = report
        .recommendations
        .iter()
        .find(|one| one.number == number);
    found.map_or_else(String::new, |one| {
        format!("{}. {}", one.number, one.short_title)
    })
}

/// The part of the country that was asked.
pub fn region(report: &AggregateReport, number: u32, texts: &'static Texts) -> TileMap<'static> {
    TileMap::region(title(report, number), marks(report, number), texts)
}

fn marks(report: &AggregateReport, number: u32) -> Vec<TileMark> {
    let Some(index) = report
        .recommendations
        .iter()
        .position(|one| one.number == number)
    else {
        return Vec::new();
    };
    report
        .column(index)
        .map(|(participant, entry)| TileMark {
            code: participant.code.to_string(),
            name: participant.name.clone(),
            mark: words::mark(entry.status),
            href: links::entry(&report.round.key, &participant.code, number),
        })
        .collect()
}

fn filters(
    report: &AggregateReport,
    asked: &Asked,
    number: u32,
    texts: &'static Texts,
) -> Filters<'static> {
    let choices = report.recommendations.iter().map(|one| Choice {
        value: one.number.to_string(),
        label: format!("{}. {}", one.number, one.short_title),
        chosen: one.number == number,
    });
    Filters {
        texts,
        action: links::map(&report.round.key),
        filters: vec![select(
            "recommendation",
            texts.say("page-recommendation"),
            choices,
            texts,
        )],
        active: !asked.recommendation.is_empty(),
    }
}
