use super::super::filling::{Waiting, waiting};
use super::super::links::segment;
use super::form_page::PartsPage;
use super::{Desk, form_state};
use crate::access::{self, Deed, allows};
use crate::records::forms::FormVersion;
use crate::rules::progress_form::FormState;
use crate::summary::{self, FormListing, RoundListing};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use chrono::NaiveDate;
use std::sync::Arc;
use web::components::{Column, DataTable, EmptyState, Html};
use web::languages::Texts;
use web::{Page, PageResult, Reader};

/// The way to the desk.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route("/desk", get(show))
}

/// What waits for the secretariat, by deadline, each with its one next deed.
#[derive(Template)]
#[template(path = "followup/desk/home.html")]
struct Home {
    texts: &'static Texts,
    own: Option<Waiting>,
    rounds: Vec<OpenRound>,
    empty: EmptyState,
}

/// A round that is not finished.
struct OpenRound {
    key: String,
    title: String,
    deadline: String,
    counts: Vec<(String, usize)>,
    forms: Option<DataTable<'static>>,
    next: String,
    due_on: Option<NaiveDate>,
    fictional: bool,
}

async fn show(State(desk): State<Arc<Desk>>, reader: Reader) -> PageResult {
    let mut tx = desk.database.read().await?;
    let own = waiting(&mut tx, &reader).await?;
    if !access::is_of_a_secretariat(&reader.actor) {
        return Ok(web::html(only_waiting(own, &reader)));
    }
    let mut rounds = Vec::new();
    for listing in summary::rounds(&mut tx, &reader.actor).await? {
        if !allows(&reader.actor, Deed::ReviewEntry, &listing.round) {
            continue;
        }
        let forms = summary::forms(&mut tx, &reader.actor, &listing.round.key).await?;
        if listing.release.is_none() || forms.iter().any(waits) {
            rounds.push(OpenRound::of(&listing, &forms, tx.today(), reader.texts()));
        }
    }
    rounds.sort_by_key(|one| (one.due_on.is_none(), one.due_on));
    Ok(web::html(render(own, rounds, &reader)))
}

/// The page of somebody who works for a municipality alone.
fn only_waiting(own: Option<Waiting>, reader: &Reader) -> String {
    let texts = reader.texts();
    let page = Page::titled(texts.say("filling-waiting"))
        .with_lead(texts.say("filling-waiting-lead"))
        .fictional(own.as_ref().is_some_and(|own| own.fictional))
        .private();
    let content = PartsPage {
        said: None,
        parts: own
            .iter()
            .map(|own| (String::new(), Html::of(own)))
            .collect(),
    };
    page.render(&content, reader)
}

fn render(own: Option<Waiting>, rounds: Vec<OpenRound>, reader: &Reader) -> String {
    let texts = reader.texts();
    let page = Page::titled(texts.say("desk_review-title"))
        .with_lead(texts.say("desk_review-lead"))
        .fictional(rounds.iter().any(|one| one.fictional))
        .private();
    let empty = EmptyState {
        heading: texts.say("desk_review-no-rounds"),
        text: texts.say("desk_review-no-rounds-text"),
        link: Some(("/rounds".to_owned(), texts.say("desk_review-all-rounds"))),
    };
    page.render(
        &Home {
            texts,
            own,
            rounds,
            empty,
        },
        reader,
    )
}

/// Whether the secretariat has something to do with a form.
fn waits(form: &FormListing) -> bool {
    form.version
        .as_ref()
        .is_some_and(FormVersion::waits_for_the_secretariat)
}

impl OpenRound {
    fn of(
        listing: &RoundListing,
        forms: &[FormListing],
        today: NaiveDate,
        texts: &'static Texts,
    ) -> Self {
        let settings = &listing.round.settings;
        let waiting: Vec<&FormListing> = forms.iter().filter(|form| waits(form)).collect();
        Self {
            key: segment(&listing.round.key),
            title: settings.title.clone(),
            deadline: deadline(today, settings.due_on, texts),
            counts: counts(listing, forms, texts),
            next: next(listing, forms, texts),
            forms: (!waiting.is_empty()).then(|| table(listing, &waiting, texts)),
            due_on: settings.due_on,
            fictional: listing.programme.fictional,
        }
    }
}

fn counts(listing: &RoundListing, forms: &[FormListing], texts: &Texts) -> Vec<(String, usize)> {
    let of = |state| forms.iter().filter(|form| form.state == state).count();
    let received = forms.iter().filter(|form| form.version.is_some()).count();
    vec![
        (texts.say("desk_review-count-asked"), forms.len()),
        (texts.say("desk_review-count-received"), received),
        (
            texts.say("desk_review-count-waiting"),
            forms.iter().filter(|form| waits(form)).count(),
        ),
        (
            texts.say("desk_review-count-returned"),
            of(FormState::Returned),
        ),
        (
            texts.say("desk_review-count-accepted"),
            listing.accepted as usize,
        ),
        (
            texts.say("desk_review-count-missing"),
            forms.len() - received,
        ),
    ]
}

/// How long there is left, in words.
fn deadline(today: NaiveDate, due: Option<NaiveDate>, texts: &Texts) -> String {
    let Some(due) = due else {
        return texts.say("desk_review-no-deadline");
    };
    let left = (due - today).num_days();
    let key = match left {
        0.. => "desk_review-days-left",
        _ => "desk_review-days-over",
    };
    texts.say_with(key, &[("day", due.into()), ("days", left.abs().into())])
}

/// What is left when no form waits.
fn next(listing: &RoundListing, forms: &[FormListing], texts: &Texts) -> String {
    let missing = forms.len() - listing.accepted as usize;
    match missing {
        0 => texts.say("desk_review-everyone-accepted"),
        missing => texts.say_with("desk_review-nothing-waits", &[("missing", missing.into())]),
    }
}

fn table(
    listing: &RoundListing,
    forms: &[&FormListing],
    texts: &'static Texts,
) -> DataTable<'static> {
    let title = listing.round.settings.title.as_str();
    DataTable {
        texts,
        caption: texts.say_with("desk_review-forms-waiting", &[("round", title.into())]),
        columns: vec![
            Column::plain(texts.say("desk_review-municipality")),
            Column::plain(texts.say("desk_review-received")),
            Column::plain(texts.say("desk_review-state")),
            Column::plain(texts.say("desk_review-open")).numbers(),
            Column::plain(texts.say("desk_review-next")),
        ],
        rows: forms.iter().map(|form| row(listing, form, texts)).collect(),
    }
}

fn row(listing: &RoundListing, form: &FormListing, texts: &Texts) -> Vec<Html> {
    let received = form
        .received_at
        .map(|at| texts.moment(at))
        .unwrap_or_default();
    let open = i64::try_from(form.open_problems).unwrap_or(i64::MAX);
    let deed = match (form.open_problems, form.state) {
        (0, FormState::Submitted) => "desk_review-next-accept",
        (0, _) => "desk_review-next-submit",
        _ => "desk_review-next-review",
    };
    let name = form.name.as_str();
    let words = texts.say_with(deed, &[("municipality", name.into())]);
    vec![
        Html::text(name),
        Html::text(&received),
        Html::text(&form_state(form.state, texts)),
        Html::text(&texts.number(open)),
        Html::link(
            &super::review_routes::address(&listing.round.key, &form.code),
            &words,
        ),
    ]
}
