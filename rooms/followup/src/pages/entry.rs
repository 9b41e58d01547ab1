use super::{links, progress_form, words};
use crate::rules::aggregate_report::*;
use askama::Template;
use kernel::MunicipalityCode;
use web::components::{DefinitionList, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// One answer, followed down to the cell that it was read from.
#[derive(Template)]
#[template(path = "followup/entry.html")]
struct EntryPage<'page> {
    texts: &'static Texts,
    report: &'page AggregateReport,
    who: &'page ParticipantFacts,
    entry: &'page EntryFacts,
    before: Option<String>,
    meaning: Option<&'page str>,
    source: DefinitionList,
}

/// The page of an answer; nothing where there is no such municipality or number in the round.
pub fn render(
    report: &AggregateReport,
    code: &MunicipalityCode,
    number: u32,
    reader: &Reader,
) -> Option<String> {
    let texts = reader.texts();
    let who = report.participant(code)?;
    let entry = report.entry(code, number)?;
    let one = report
        .recommendations
        .iter()
        .find(|one| one.number == number)?;
    let content = EntryPage {
        texts,
        report,
        who,
        entry,
        before: before(report, code, number, texts),
        meaning: meaning(report, entry),
        source: source(report, who, one, entry, texts),
    };
    let page = Page::titled(texts.say_with(
        "page-entry-title",
        &[
            ("number", number.into()),
            ("name", who.name.as_str().into()),
        ],
    ))
    .under(texts.say("page-rounds"), "/rounds")
    .under(report.round.title.clone(), links::round(&report.round.key))
    .under(
        who.name.clone(),
        links::progress_form(&report.round.key, code),
    )
    .fictional(report.programme.fictional);
    Some(page.render(&content, reader))
}

/// What the status means in this round's own words.
fn meaning<'page>(report: &'page AggregateReport, entry: &EntryFacts) -> Option<&'page str> {
    let meanings = report.round.meanings.iter();
    meanings
        .filter(|(status, _)| *status == entry.status)
        .map(|(_, words)| words.as_str())
        .next()
}

fn before(
    report: &AggregateReport,
    code: &MunicipalityCode,
    number: u32,
    texts: &Texts,
) -> Option<String> {
    let earlier = progress_form::before(report, code, number)?;
    let since = report.changes.as_ref()?;
    Some(texts.say_with(
        "page-before-in",
        &[
            ("status", words::mark(earlier).word(texts).into()),
            ("round", since.since_title.as_str().into()),
        ],
    ))
}

/// The way from the figure to the cell.
fn source(
    report: &AggregateReport,
    who: &ParticipantFacts,
    one: &RecommendationFacts,
    entry: &EntryFacts,
    texts: &Texts,
) -> DefinitionList {
    let recommendation = Html::link(
        &links::recommendation(&report.round.key, one.number),
        &one.text,
    );
    let list = DefinitionList::default()
        .with(texts.say("page-recommendation"), recommendation)
        .with(
            texts.say("page-obligation"),
            Html::text(&words::obligation(one.obligation, texts)),
        )
        .with_some(
            texts.say("page-explanation"),
            entry.explanation.as_deref().map(Html::text),
        );
    let Some(form) = &who.form else {
        return list.with(
            texts.say("page-form"),
            Html::text(&words::absence(who.absence, texts)),
        );
    };
    let version = texts.say_with("page-version-of", &[("number", form.version.into())]);
    list.with(
        texts.say("page-form"),
        Html::link(
            &links::progress_form(&report.round.key, &who.code),
            &version,
        ),
    )
    .with(
        texts.say("page-submitted"),
        Html::text(&progress_form::submitted(form, texts)),
    )
    .with(texts.say("page-file"), file(form, texts))
    .with_some(
        texts.say("page-place"),
        entry
            .source
            .as_ref()
            .and_then(|place| words::place(place, texts))
            .map(|place| Html::text(&place)),
    )
    .with_some(
        texts.say("page-fingerprint"),
        form.file.as_ref().map(|file| Html::text(&file.sha256)),
    )
}

fn file(form: &FormFacts, texts: &Texts) -> Html {
    match &form.file {
        Some(file) => Html::text(&file.name),
        None => Html::text(&texts.say("page-no-file")),
    }
}
