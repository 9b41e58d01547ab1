use super::{links, words};
use crate::rules::aggregate_report::*;
use askama::Template;
use forms::{Obligation, Status};
use kernel::MunicipalityCode;
use web::components::{Alert, AlertLevel, Counts, DefinitionList, DistributionBar, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// What one municipality answered in one round, with where each answer was read.
#[derive(Template)]
#[template(path = "followup/progress_form.html")]
struct ProgressFormPage<'page> {
    texts: &'static Texts,
    report: &'page AggregateReport,
    who: &'page ParticipantFacts,
    missing: Option<Alert>,
    bar: DistributionBar<'static>,
    facts: DefinitionList,
    areas: Vec<Area<'page>>,
    proposals: Vec<&'page ProposalFacts>,
}

/// The answers in one focus area.
struct Area<'page> {
    title: &'page str,
    answers: Vec<Answer<'page>>,
}

/// One answer beside the one before it.
struct Answer<'page> {
    one: &'page RecommendationFacts,
    entry: &'page EntryFacts,
    before: Option<Status>,
}

/// The page of a municipality in a round; nothing where it was not asked.
pub fn render(
    report: &AggregateReport,
    code: &MunicipalityCode,
    reader: &Reader,
) -> Option<String> {
    let texts = reader.texts();
    let row = report
        .participants
        .iter()
        .position(|one| one.code == *code)?;
    let (who, entries) = (&report.participants[row], report.matrix.get(row)?);
    let content = ProgressFormPage {
        texts,
        report,
        who,
        missing: missing(who, texts),
        bar: DistributionBar::new(own_counts(entries), who.name.clone(), texts),
        facts: facts(report, who, texts),
        areas: areas(report, who, entries),
        proposals: report
            .proposals
            .iter()
            .filter(|proposal| proposal.code == *code)
            .collect(),
    };
    let page = Page::titled(texts.say_with(
        "page-municipality-title",
        &[("name", who.name.as_str().into())],
    ))
    .with_lead(report.round.title.clone())
    .under(texts.say("page-rounds"), "/rounds")
    .under(report.round.title.clone(), links::round(&report.round.key))
    .fictional(report.programme.fictional);
    Some(page.render(&content, reader))
}

/// How a municipality's own answers divide.
pub fn own_counts(entries: &[EntryFacts]) -> Counts {
    words::counts(StatusCounts::count(
        entries.iter().map(|entry| entry.status),
    ))
}

fn missing(who: &ParticipantFacts, texts: &Texts) -> Option<Alert> {
    who.form.is_none().then(|| Alert {
        level: AlertLevel::Info,
        heading: Some(words::absence(who.absence, texts)),
        text: Html::text(&texts.say("page-absence-explained")),
    })
}

fn facts(report: &AggregateReport, who: &ParticipantFacts, texts: &Texts) -> DefinitionList {
    let list = DefinitionList::default();
    let Some(form) = &who.form else {
        let due = report.round.due_on.map(|day| Html::text(&texts.date(day)));
        return list.with_some(texts.say("page-due"), due);
    };
    list.with(
        texts.say("page-version"),
        Html::text(&texts.number(form.version.into())),
    )
    .with(
        texts.say("page-submitted"),
        Html::text(&submitted(form, texts)),
    )
    .with_some(
        texts.say("page-file"),
        form.file.as_ref().map(|file| Html::text(&file.name)),
    )
    .with_some(
        texts.say("page-fingerprint"),
        form.file.as_ref().map(|file| Html::text(&file.sha256)),
    )
}

/// When a form was submitted, and whether that was too late.
pub fn submitted(form: &FormFacts, texts: &Texts) -> String {
    let moment = texts.moment(form.submitted_at);
    if form.late {
        format!("{moment} ({})", texts.say("page-late"))
    } else {
        moment
    }
}

fn areas<'page>(
    report: &'page AggregateReport,
    who: &ParticipantFacts,
    entries: &'page [EntryFacts],
) -> Vec<Area<'page>> {
    let titled = report.areas.iter().enumerate();
    titled
        .map(|(index, area)| Area {
            title: &area.title,
            answers: answers(report, who, entries)
                .filter(|answer| answer.one.area == index)
                .collect(),
        })
        .filter(|area| !area.answers.is_empty())
        .collect()
}

fn answers<'page>(
    report: &'page AggregateReport,
    who: &ParticipantFacts,
    entries: &'page [EntryFacts],
) -> impl Iterator<Item = Answer<'page>> {
    let code = who.code.clone();
    report
        .recommendations
        .iter()
        .zip(entries)
        .map(move |(one, entry)| Answer {
            one,
            entry,
            before: before(report, &code, one.number),
        })
}

/// The status before, where it was another.
pub fn before(report: &AggregateReport, code: &MunicipalityCode, number: u32) -> Option<Status> {
    let steps = report.changes.iter().flat_map(|changes| &changes.steps);
    steps
        .filter(|step| step.number == number && step.code == *code)
        .map(|step| step.from)
        .next()
}

impl ProgressFormPage<'_> {
    fn place(&self, entry: &EntryFacts) -> Option<String> {
        entry
            .source
            .as_ref()
            .and_then(|source| words::place(source, self.texts))
    }

    fn before(&self, status: &Status) -> String {
        let word = words::mark(*status).word(self.texts);
        self.texts
            .say_with("page-before", &[("status", word.into())])
    }
}
