//! The whole form before it is submitted: every answer, every problem, and the one button.

use super::super::desk::{Desk, Said, Typed, refusals};
use super::super::words;
use super::place::{self, Place, municipality, shown, view};
use super::problems::ProblemList;
use crate::access::{Deed, allows};
use crate::actions::{approve_form, send_back_form, send_to_approval, submit_form};
use crate::records::forms::FormVersion;
use crate::rules::progress_form::FormState;
use crate::summary::{EntryView, FillingView, open_problems};
use askama::Template;
use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use database::Tx;
use forms::{Level, Obligation};
use kernel::{Actor, Outcome, Refusal, Stop};
use std::sync::Arc;
use web::components::{Alert, ErrorSummary, Field, FieldKind, Html};
use web::languages::Texts;
use web::{PageResult, Reader};

/// The route of submission.
pub fn routes() -> Router<Arc<Desk>> {
    let address = "/rounds/{key}/progress-forms/{code}/fill/submit";
    Router::new().route(address, get(show).post(act))
}

const SAID: [(&str, &str); 1] = [("explained", "filling-said-explained")];

async fn show(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    Query(said): Query<Said>,
    reader: Reader,
) -> PageResult {
    let view = shown(&desk, &reader, &key, &code).await?;
    let open = still_open(&view);
    let said = said.alert(&SAID, reader.texts());
    Ok(web::html(render(
        &view,
        said,
        &open,
        &Typed::default(),
        &reader,
    )))
}

/// What still stands in the way, each at its answer: the same as the submission refuses.
fn still_open(view: &FillingView) -> Vec<Refusal> {
    let entries: Vec<_> = view
        .form
        .entries
        .iter()
        .filter_map(|one| one.entry.clone())
        .collect();
    let of_entries = view.form.entries.iter().flat_map(|one| &one.problems);
    let problems: Vec<_> = of_entries.chain(&view.form.problems).cloned().collect();
    open_problems(&problems, &entries)
        .into_iter()
        .filter(|one| one.problem.level >= Level::Warning)
        .map(|one| Refusal {
            message: one.problem.message.clone(),
            field: Some(format!("problem-{}", one.id.0)),
        })
        .collect()
}

async fn act(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let code = municipality(&code)?;
    let mut tx = desk.database.write().await?;
    let view = view(&mut tx, &reader, &key, code.as_str()).await?;
    let refused = match perform(&mut tx, &reader.actor, &view, &typed).await {
        Ok(version) => {
            tx.commit().await?;
            let href = match version.state {
                FormState::Submitted => place::receipt(&key, &code, version.number),
                FormState::AwaitingApproval => format!("{}?done=sent", view.address()),
                _ => format!("{}?done=sent_back", view.address()),
            };
            return Ok(Redirect::to(&href).into_response());
        }
        Err(stop) => refusals(stop)?,
    };
    drop(tx);
    let view = shown(&desk, &reader, &key, code.as_str()).await?;
    let mut all = still_open(&view);
    // What the page says already at its place is not said twice.
    all.extend(refused.into_iter().filter(|refusal| {
        let entry = refusal
            .field
            .as_deref()
            .is_some_and(|at| at.starts_with("entry-"));
        !entry
    }));
    let html = render(&view, None, &all, &typed, &reader);
    Ok(web::unprocessable(html))
}

async fn perform(
    tx: &mut Tx,
    actor: &Actor,
    view: &FillingView,
    typed: &Typed,
) -> Outcome<FormVersion> {
    let version = view.form.version.as_ref().ok_or(Stop::NotFound)?;
    let seen = typed.text("seen").parse().map_err(|_| Stop::NotFound)?;
    match typed.text("deed") {
        "submit" => submit_form(tx, actor, version.id, seen).await,
        "send" => send_to_approval(tx, actor, version.id, seen).await,
        "approve" => approve_form(tx, actor, version.id, seen).await,
        "send_back" => send_back_form(tx, actor, version.id, seen, typed.text("reason")).await,
        _ => Err(Stop::NotFound),
    }
}

/// The whole form with what stands in the way.
#[derive(Template)]
#[template(path = "followup/filling/submission.html")]
struct Submission<'page> {
    texts: &'static Texts,
    view: &'page FillingView,
    said: Option<Alert>,
    errors: Option<ErrorSummary>,
    whole: Html,
    entries: Vec<(&'page EntryView, Html)>,
    seen: i64,
    deed: Option<(&'static str, String)>,
    approves: bool,
    sent: Option<String>,
    reason: Field,
    open: bool,
}

fn render(
    view: &FillingView,
    said: Option<Alert>,
    refused: &[Refusal],
    typed: &Typed,
    reader: &Reader,
) -> String {
    let texts = reader.texts();
    let approves = view.state() == FormState::AwaitingApproval
        && allows(
            &reader.actor,
            Deed::ApproveForm,
            (&view.form.round, view.code()),
        );
    let content = Submission {
        texts,
        view,
        said,
        errors: ErrorSummary::of(refused, texts),
        whole: of_whole(view, refused, reader),
        entries: view
            .form
            .entries
            .iter()
            .map(|one| (one, problems(view, one, refused, reader)))
            .collect(),
        seen: view
            .form
            .version
            .as_ref()
            .map_or(0, |version| version.change.version),
        deed: deed(view, reader),
        approves,
        sent: sent(view, texts),
        reason: Field::of(
            "reason",
            texts.say("filling-send-back-reason"),
            FieldKind::Area {
                value: typed.text("reason").to_owned(),
                rows: 3,
            },
        )
        .with_refusals(refused, texts),
        open: view.can_be_filled_in(&reader.actor),
    };
    view.page(texts.say("filling-submission"), texts)
        .with_lead(view.form.round.settings.title.clone())
        .render(&content, reader)
}

fn of_whole(view: &FillingView, refused: &[Refusal], reader: &Reader) -> Html {
    let first = view
        .form
        .entries
        .first()
        .map_or(1, |one| one.recommendation.number);
    let address = place::answer(view.key(), view.code(), first);
    let shown = (view.form.problems.as_slice(), [].as_slice());
    Html::of(&ProblemList::shown(
        view, shown, address, "submit", refused, reader,
    ))
}

fn problems(view: &FillingView, one: &EntryView, refused: &[Refusal], reader: &Reader) -> Html {
    let entries: Vec<_> = one.entry.iter().cloned().collect();
    let address = place::answer(view.key(), view.code(), one.recommendation.number);
    let shown = (one.problems.as_slice(), entries.as_slice());
    Html::of(&ProblemList::shown(
        view, shown, address, "submit", refused, reader,
    ))
}

/// The button for whoever fills the form in.
fn deed(view: &FillingView, reader: &Reader) -> Option<(&'static str, String)> {
    if view.state() != FormState::InProgress || !view.can_be_filled_in(&reader.actor) {
        return None;
    }
    let (deed, words) = match view.needs_approval() {
        true => ("send", "filling-send-deed"),
        false => ("submit", "filling-submit-deed"),
    };
    Some((deed, reader.texts().say(words)))
}

/// Who sent it to approval, and when.
fn sent(view: &FillingView, texts: &Texts) -> Option<String> {
    let asked = view.approval.as_ref()?;
    (view.state() == FormState::AwaitingApproval).then(|| {
        texts.say_with(
            "filling-sent-by",
            &[
                ("who", asked.sent_by.as_str().into()),
                ("when", texts.moment(asked.sent_at).into()),
            ],
        )
    })
}

impl Submission<'_> {
    fn answer_address(&self, one: &EntryView) -> String {
        place::answer(self.view.key(), self.view.code(), one.recommendation.number)
    }
}
