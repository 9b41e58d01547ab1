use super::{links, words};
use crate::documents::ReportFormat;
use crate::rules::aggregate_report::AggregateReport;
use askama::Template;
use web::components::DefinitionList;
use web::components::Html;
use web::languages::Texts;
use web::{Page, Reader};

/// The report of a round as files, and what it is frozen as.
#[derive(Template)]
#[template(path = "followup/report.html")]
struct ReportPage<'page> {
    texts: &'static Texts,
    report: &'page AggregateReport,
    facts: DefinitionList,
    files: Vec<File>,
}

/// One format to fetch.
struct File {
    href: String,
    name: &'static str,
    purpose: String,
}

/// The page of a report; `sha256` is that of the frozen data, once released.
pub fn render(report: &AggregateReport, sha256: Option<&str>, reader: &Reader) -> String {
    let texts = reader.texts();
    let content = ReportPage {
        texts,
        report,
        facts: facts(report, sha256, texts),
        files: ReportFormat::ALL
            .map(|format| file(report, format, texts))
            .into(),
    };
    Page::titled(texts.say("page-report-title"))
        .with_lead(report.round.title.clone())
        .under(texts.say("page-rounds"), "/rounds")
        .under(report.round.title.clone(), links::round(&report.round.key))
        .fictional(report.programme.fictional)
        .render(&content, reader)
}

fn file(report: &AggregateReport, format: ReportFormat, texts: &Texts) -> File {
    let (name, purpose) = match format {
        ReportFormat::Docx => ("Word", "page-file-docx"),
        ReportFormat::Pdf => ("PDF", "page-file-pdf"),
        ReportFormat::Xlsx => ("Excel", "page-file-xlsx"),
        ReportFormat::Html => ("HTML", "page-file-html"),
        ReportFormat::Csv => ("CSV", "page-file-csv"),
        ReportFormat::Json => ("JSON", "page-file-json"),
    };
    File {
        href: links::report_file(&report.round.key, format.extension()),
        name,
        purpose: texts.say(purpose),
    }
}

fn facts(report: &AggregateReport, sha256: Option<&str>, texts: &Texts) -> DefinitionList {
    let list = DefinitionList::default().with(
        texts.say("page-standing"),
        Html::text(&words::standing(report, texts)),
    );
    let Some(release) = &report.release else {
        return list;
    };
    list.with(
        texts.say("page-release"),
        Html::text(&texts.number(release.number.into())),
    )
    .with(
        texts.say("page-released-at"),
        Html::text(&texts.moment(release.released_at)),
    )
    .with_some(
        texts.say("page-release-note"),
        release.note.as_deref().map(Html::text),
    )
    .with_some(texts.say("page-data-fingerprint"), sha256.map(Html::text))
}
