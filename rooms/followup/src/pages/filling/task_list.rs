//! What is asked of a municipality and how far each answer is.

use super::super::desk::{Desk, Said, form_state};
use super::super::words;
use super::place::{self, Place, shown};
use crate::access::{Deed, allows};
use crate::rules::filling::{AnswerProgress, NextDeed};
use crate::summary::FillingView;
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use chrono::NaiveDate;
use forms::Obligation;
use std::sync::Arc;
use web::components::{Alert, Html};
use web::languages::Texts;
use web::{PageResult, Reader};

/// The route of the list.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route("/rounds/{key}/progress-forms/{code}/fill", get(show))
}

const SAID: [(&str, &str); 7] = [
    ("sent", "filling-said-sent"),
    ("sent_back", "filling-said-sent-back"),
    ("asked", "filling-said-asked"),
    ("on", "filling-said-four-eyes-on"),
    ("off", "filling-said-four-eyes-off"),
    ("taken", "filling-said-taken"),
    ("discarded", "filling-said-discarded"),
];

async fn show(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    Query(said): Query<Said>,
    reader: Reader,
) -> PageResult {
    let view = shown(&desk, &reader, &key, &code).await?;
    Ok(web::html(render(&view, &said, &reader)))
}

/// The list of what is asked.
#[derive(Template)]
#[template(path = "followup/filling/task_list.html")]
struct TaskList<'page> {
    texts: &'static Texts,
    said: Option<Alert>,
    deadline: String,
    state: String,
    next: Html,
    reason: Option<String>,
    others: Vec<String>,
    counts: Vec<(String, usize)>,
    areas: Vec<Area<'page>>,
    ways: Vec<(String, String)>,
    approval: String,
}

struct Area<'page> {
    title: &'page str,
    tasks: Vec<Task<'page>>,
}

struct Task<'page> {
    number: u32,
    title: &'page str,
    obligation: Obligation,
    href: String,
    progress: AnswerProgress,
    status: Html,
}

fn render(view: &FillingView, said: &Said, reader: &Reader) -> String {
    let texts = reader.texts();
    let progress = view.progress();
    let content = TaskList {
        texts,
        said: said.alert(&SAID, texts),
        deadline: deadline(view.today, view.form.round.settings.due_on, texts),
        state: form_state(view.state(), texts),
        next: next(view, reader),
        reason: reason(view, texts),
        others: others(view, reader),
        counts: counts(&progress, texts),
        areas: areas(view, &progress, texts),
        ways: ways(view, reader),
        approval: approval(view, texts),
    };
    view.list_page(view.list_title(texts), texts)
        .with_lead(view.form.round.settings.title.clone())
        .render(&content, reader)
}

/// How long there is left, in words.
pub fn deadline(today: NaiveDate, due: Option<NaiveDate>, texts: &Texts) -> String {
    let Some(due) = due else {
        return texts.say("filling-no-deadline");
    };
    let left = (due - today).num_days();
    let key = match left {
        0.. => "filling-days-left",
        _ => "filling-days-over",
    };
    texts.say_with(key, &[("day", due.into()), ("days", left.abs().into())])
}

fn counts(progress: &[AnswerProgress], texts: &Texts) -> Vec<(String, usize)> {
    let of = |wanted: AnswerProgress| progress.iter().filter(|one| **one == wanted).count();
    AnswerProgress::ALL
        .into_iter()
        .map(|one| (progress_word(one, texts), of(one)))
        .collect()
}

/// How far an answer is, in words.
pub fn progress_word(progress: AnswerProgress, texts: &Texts) -> String {
    texts.say(match progress {
        AnswerProgress::NotBegun => "filling-progress-not-begun",
        AnswerProgress::Begun => "filling-progress-begun",
        AnswerProgress::Answered => "filling-progress-answered",
        AnswerProgress::NeedsALook => "filling-progress-needs-a-look",
        AnswerProgress::SameAsBefore => "filling-progress-same",
    })
}

fn areas<'page>(
    view: &'page FillingView,
    progress: &[AnswerProgress],
    texts: &Texts,
) -> Vec<Area<'page>> {
    let tasks = view.form.entries.iter().zip(progress);
    let of_area = |index: usize| {
        let own = tasks
            .clone()
            .filter(move |(one, _)| one.recommendation.area == index);
        own.map(|(one, progress)| Task {
            number: one.recommendation.number,
            title: &one.recommendation.short_title,
            obligation: one.recommendation.obligation,
            href: place::answer(view.key(), view.code(), one.recommendation.number),
            progress: *progress,
            status: match &one.entry {
                Some(entry) => words::status(entry.status, texts),
                None => Html::default(),
            },
        })
        .collect()
    };
    let titles = view.form.areas.iter().enumerate();
    titles
        .map(|(index, title)| Area {
            title,
            tasks: of_area(index),
        })
        .collect()
}

/// The one next deed, for a reader who may do it; else what is waited for.
fn next(view: &FillingView, reader: &Reader) -> Html {
    let texts = reader.texts();
    let place = (&view.form.round, view.code());
    let may = |deed| allows(&reader.actor, deed, place);
    let first = view.progress().iter().position(|one| !one.is_done());
    let first = first.map(|index| view.form.entries[index].recommendation.number);
    let submit = match view.needs_approval() {
        true => "filling-next-send",
        false => "filling-next-submit",
    };
    let (words, href) = match view.next() {
        NextDeed::Begin if may(Deed::FillInForm) => ("filling-next-begin", first),
        NextDeed::FillIn if may(Deed::FillInForm) => ("filling-next-fill-in", first),
        NextDeed::Correct if may(Deed::FillInForm) => ("filling-next-correct", first.or(Some(1))),
        NextDeed::Submit if may(Deed::FillInForm) => (submit, None),
        NextDeed::Approve if may(Deed::ApproveForm) => ("filling-next-approve", None),
        waits => return Html::text(&texts.say(waited_for(waits))),
    };
    let href = match href {
        Some(number) => place::answer(view.key(), view.code(), number),
        None => view.below("submit"),
    };
    button(&href, &texts.say(words))
}

fn waited_for(next: NextDeed) -> &'static str {
    match next {
        NextDeed::Begin => "filling-waits-begin",
        NextDeed::FillIn | NextDeed::Correct | NextDeed::Submit => "filling-waits-fill-in",
        NextDeed::Approve => "filling-waits-approval",
        NextDeed::Wait => "filling-waits-secretariat",
        NextDeed::Nothing => "filling-waits-nothing",
        NextDeed::Closed => "filling-waits-closed",
    }
}

/// A link that looks like a button.
pub fn button(href: &str, words: &str) -> Html {
    let (href, words) = (Html::text(href), Html::text(words));
    Html::trusted(format!(
        "<a class=\"button button-primary\" href=\"{href}\">{words}</a>"
    ))
}

/// Why the form came back, in the words of whoever sent it back.
fn reason(view: &FillingView, texts: &Texts) -> Option<String> {
    if !matches!(
        view.next(),
        NextDeed::FillIn | NextDeed::Correct | NextDeed::Submit
    ) {
        return None;
    }
    let newest = view
        .form
        .events
        .iter()
        .find(|event| event.deed.needs_reason())?;
    Some(texts.say_with(
        "filling-reason",
        &[
            ("who", newest.by.as_str().into()),
            ("reason", newest.reason.as_str().into()),
        ],
    ))
}

fn others(view: &FillingView, reader: &Reader) -> Vec<String> {
    let texts = reader.texts();
    let line = |(name, at): (String, chrono::DateTime<chrono::Utc>)| {
        let values = [("who", name.into()), ("time", texts.time(at).into())];
        texts.say_with("filling-also-at-work", &values)
    };
    let others = view.others_at_work(&reader.actor);
    others.into_iter().map(line).collect()
}

/// The other ways on from the list.
fn ways(view: &FillingView, reader: &Reader) -> Vec<(String, String)> {
    let texts = reader.texts();
    let place = (&view.form.round, view.code());
    let way = |word: &str, key: &str| (view.below(word), texts.say(key));
    let mut ways = vec![way("whole", "filling-whole-form")];
    if view.can_be_filled_in(&reader.actor) {
        ways.push(way("upload", "filling-offline"));
    }
    if !view.form.versions.is_empty() {
        ways.push(way("history", "filling-history"));
    }
    if let Some(receipt) = view.receipt.as_ref().and(view.form.version.as_ref()) {
        let href = place::receipt(view.key(), view.code(), receipt.number);
        ways.push((href, texts.say("filling-receipt")));
        let handed_in = matches!(view.next(), NextDeed::Wait | NextDeed::Nothing);
        if handed_in && allows(&reader.actor, Deed::AskForReopening, place) {
            ways.push(way("reopening", "filling-reopening"));
        }
    }
    let municipality = crate::access::Subject::Municipality(view.code());
    if allows(&reader.actor, Deed::SwitchFourEyes, municipality) {
        ways.push(way("four-eyes", "filling-four-eyes"));
    }
    ways
}

/// Whether a second person approves, and who said so.
fn approval(view: &FillingView, texts: &Texts) -> String {
    match &view.four_eyes {
        Some(said) if said.is_on => texts.say_with(
            "filling-four-eyes-is-on",
            &[
                ("who", said.by.as_str().into()),
                ("when", texts.moment(said.at).into()),
            ],
        ),
        _ => texts.say("filling-four-eyes-is-off"),
    }
}
