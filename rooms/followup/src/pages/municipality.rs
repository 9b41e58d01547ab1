use super::{links, progress_form, words};
use crate::rules::aggregate_report::*;
use crate::rules::ancestry::ancestors;
use askama::Template;
use kernel::MunicipalityCode;
use web::components::{Column, DataTable, DistributionBar, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// One municipality over the rounds: this year beside the earlier ones.
#[derive(Template)]
#[template(path = "followup/municipality.html")]
struct MunicipalityPage {
    texts: &'static Texts,
    rounds: Vec<RoundOf>,
    table: DataTable<'static>,
}

/// One round of the municipality.
struct RoundOf {
    title: String,
    href: String,
    note: String,
    bar: Html,
}

/// The page of a municipality; nothing where none of the rounds asked it. `reports` are those of
/// one programme, newest first.
pub fn render(
    reports: &[AggregateReport],
    code: &MunicipalityCode,
    reader: &Reader,
) -> Option<String> {
    let texts = reader.texts();
    // From the newest round that asked it; a round between that did not stays in the row.
    let asked: Vec<&AggregateReport> = reports
        .iter()
        .skip_while(|report| report.participant(code).is_none())
        .collect();
    let name = asked.first()?.participant(code)?.name.clone();
    let content = MunicipalityPage {
        texts,
        rounds: asked
            .iter()
            .filter_map(|report| round_of(report, code, texts))
            .collect(),
        table: table(&asked, code, texts),
    };
    let page = Page::titled(texts.say_with("page-municipality-title", &[("name", name.into())]))
        .with_lead(texts.say("page-municipality-lead"))
        .fictional(asked.iter().any(|report| report.programme.fictional));
    Some(page.render(&content, reader))
}

fn round_of(
    report: &AggregateReport,
    code: &MunicipalityCode,
    texts: &'static Texts,
) -> Option<RoundOf> {
    let row = report
        .participants
        .iter()
        .position(|one| one.code == *code)?;
    let who = &report.participants[row];
    let counts = progress_form::own_counts(report.matrix.get(row)?);
    Some(RoundOf {
        title: report.round.title.clone(),
        href: links::progress_form(&report.round.key, code),
        note: match &who.form {
            Some(form) => progress_form::submitted(form, texts),
            None => words::absence(who.absence, texts),
        },
        bar: Html::of(&DistributionBar::new(
            counts,
            report.round.title.clone(),
            texts,
        )),
    })
}

fn table(
    reports: &[&AggregateReport],
    code: &MunicipalityCode,
    texts: &'static Texts,
) -> DataTable<'static> {
    let mut columns = vec![Column::plain(texts.say("page-recommendation"))];
    columns.extend(
        reports
            .iter()
            .map(|report| Column::plain(report.round.title.clone())),
    );
    let newest = reports
        .first()
        .map_or(&[][..], |report| &report.recommendations);
    DataTable {
        texts,
        caption: texts.say("page-municipality-table"),
        columns,
        rows: newest
            .iter()
            .map(|one| row(reports, code, one, texts))
            .collect(),
    }
}

fn row(
    reports: &[&AggregateReport],
    code: &MunicipalityCode,
    one: &RecommendationFacts,
    texts: &Texts,
) -> Vec<Html> {
    let key = reports.first().map_or("", |report| &report.round.key);
    let title = format!("{}. {}", one.number, one.short_title);
    let mut cells = vec![Html::link(&links::recommendation(key, one.number), &title)];
    cells.extend((1..=reports.len()).map(|until| {
        let numbers = ancestors(&reports[..until], one.number);
        cell(reports[until - 1], code, &numbers, texts)
    }));
    cells
}

/// The answers of one round to the recommendations that stand behind the row.
fn cell(report: &AggregateReport, code: &MunicipalityCode, numbers: &[u32], texts: &Texts) -> Html {
    let answers = numbers.iter().filter_map(|number| {
        let entry = report.entry(code, *number)?;
        let href = Html::text(&links::entry(&report.round.key, code, *number));
        let status = words::status(entry.status, texts);
        Some(Html::trusted(format!(
            "<a class=\"plain\" href=\"{href}\">{status}</a> "
        )))
    });
    let shown = answers.fold(Html::default(), |all, one| all.and(&one));
    if shown.as_str().is_empty() {
        Html::text(&texts.say("page-no-predecessor"))
    } else {
        shown
    }
}
