use super::super::{links, words};
use super::Said;
use super::release::Releasing;
use super::typed::Typed;
use super::ways;
use crate::records::releases::Release;
use crate::rules::aggregate_report::ParticipantFacts;
use crate::rules::progress_form::FormState;
use askama::Template;
use kernel::Refusal;
use web::components::{
    Alert, AlertLevel, Column, Counts, DataTable, DistributionBar, ErrorSummary, Field, FieldKind,
    Html,
};
use web::languages::Texts;
use web::{Page, Reader};

/// What the page is asked.
pub struct Asked<'page> {
    /// What was typed.
    pub typed: &'page Typed,
    /// Why it could not be done.
    pub refused: &'page [Refusal],
    /// What was just done.
    pub said: &'page Said,
}

/// The release of a round's report.
#[derive(Template)]
#[template(path = "followup/desk/release.html")]
struct ReleasePage<'page> {
    texts: &'static Texts,
    now: &'page Releasing,
    key: &'page str,
    said: Option<Alert>,
    errors: Option<ErrorSummary>,
    answered: String,
    bar: DistributionBar<'static>,
    missing: Vec<&'page ParticipantFacts>,
    open: Vec<String>,
    note: Field,
    deed: String,
    releases: Option<DataTable<'static>>,
}

/// The page of a release.
pub fn render(now: &Releasing, asked: Asked<'_>, reader: &Reader) -> String {
    let texts = reader.texts();
    let (report, key) = (&now.report, now.report.round.key.as_str());
    let content = ReleasePage {
        texts,
        now,
        key,
        said: said(now, asked.said, texts),
        errors: ErrorSummary::of(asked.refused, texts),
        answered: texts.say_with(
            "desk_rounds-answered",
            &[
                ("answered", report.answered().into()),
                ("asked", report.participants.len().into()),
            ],
        ),
        bar: DistributionBar::new(all_counts(now), texts.say("desk_rounds-picture"), texts)
            .with_table(),
        missing: report
            .participants
            .iter()
            .filter(|one| one.form.is_none())
            .collect(),
        open: open(now, texts),
        note: note(now, &asked, texts),
        deed: texts.say_with("desk_rounds-release-deed", &[("number", now.next().into())]),
        releases: (!now.releases.is_empty()).then(|| releases(now, texts)),
    };
    Page::titled(texts.say("desk_rounds-release"))
        .with_lead(report.round.title.clone())
        .under(texts.say("desk-secretariat"), "/desk")
        .under(report.round.title.clone(), ways::round(key))
        .fictional(report.programme.fictional)
        .private()
        .render(&content, reader)
}

fn said(now: &Releasing, said: &Said, texts: &Texts) -> Option<Alert> {
    let newest = now.releases.first()?;
    let done = said.done.as_deref() == Some("released");
    let values = [
        ("number", newest.number.into()),
        ("sha256", newest.sha256.as_str().into()),
    ];
    done.then(|| Alert {
        level: AlertLevel::Success,
        heading: Some(texts.say_with("desk_rounds-said-released", &values)),
        text: Html::text(&texts.say_with("desk_rounds-said-released-text", &values)),
    })
}

fn all_counts(now: &Releasing) -> Counts {
    let mut all = [0; 5];
    for counts in &now.report.counts {
        for (sum, count) in all.iter_mut().zip(words::counts(*counts).0) {
            *sum += count;
        }
    }
    Counts(all)
}

/// What a person may want to do before the release; nothing of it stands in its way.
fn open(now: &Releasing, texts: &Texts) -> Vec<String> {
    let of = |state| now.forms.iter().filter(|form| form.state == state).count();
    let accepted = now.forms.iter().filter(|form| form.counting.is_some());
    let warnings: usize = accepted.map(|form| form.open_problems).sum();
    let counted = [
        ("desk_rounds-open-submitted", of(FormState::Submitted)),
        ("desk_rounds-open-drafts", of(FormState::InProgress)),
        ("desk_rounds-open-review", now.queue.len()),
        ("desk_rounds-open-warnings", warnings),
    ];
    let some = counted.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(key, count)| texts.say_with(key, &[("count", count.into())]))
        .collect()
}

fn note(now: &Releasing, asked: &Asked<'_>, texts: &Texts) -> Field {
    let kind = FieldKind::Area {
        value: asked.typed.text("note").to_owned(),
        rows: 3,
    };
    let (label, hint) = match now.next() {
        1 => ("desk_rounds-note-first", "desk_rounds-note-first-hint"),
        _ => ("desk_rounds-note", "desk_rounds-note-hint"),
    };
    Field::of("note", texts.say(label), kind)
        .with_hint(texts.say(hint))
        .with_refusals(asked.refused, texts)
}

fn releases(now: &Releasing, texts: &'static Texts) -> DataTable<'static> {
    let titles = [
        "desk_rounds-release-number",
        "desk_rounds-when",
        "desk_rounds-who",
        "desk_rounds-note",
        "desk_rounds-fingerprint",
        "desk_rounds-frozen",
    ];
    DataTable {
        texts,
        caption: texts.say("desk_rounds-releases"),
        columns: titles.map(|title| Column::plain(texts.say(title))).into(),
        rows: now
            .releases
            .iter()
            .map(|one| release(&now.report.round.key, one, texts))
            .collect(),
    }
}

fn release(key: &str, one: &Release, texts: &Texts) -> Vec<Html> {
    let file = format!("{}/releases/{}.json", ways::round(key), one.number);
    let words = texts.say_with("desk_rounds-frozen-get", &[("number", one.number.into())]);
    vec![
        Html::text(&texts.number(one.number.into())),
        Html::text(&texts.moment(one.released_at)),
        Html::text(&one.released_by),
        Html::text(one.note.as_deref().unwrap_or_default()),
        Html::trusted(format!("<code>{}</code>", Html::text(&one.sha256))),
        Html::link(&file, &words),
    ]
}
