//! A step of a form's life, asked about before it is taken: accept, return, reopen, withdraw.

use super::form_history::municipality;
use super::rounds_page::{deed_word, state};
use super::typed::{Typed, refusals};
use super::{Desk, back_to, ways};
use crate::actions;
use crate::records::forms::FormVersion;
use crate::records::programmes;
use crate::rules::progress_form::FormDeed;
use crate::summary::{self, FormView};
use askama::Template;
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::routing::get;
use database::Tx;
use kernel::{Actor, Outcome, Refusal};
use std::sync::Arc;
use web::components::{ErrorSummary, Field, FieldKind};
use web::languages::Texts;
use web::{Page, PageError, PageResult, Reader};

/// The routes of the steps.
pub fn routes() -> Router<Arc<Desk>> {
    let address = "/desk/rounds/{key}/forms/{code}/versions/{number}/{deed}";
    Router::new().route(address, get(ask).post(take))
}

type Where = Path<(String, String, String, String)>;

/// A version and the step that somebody wants to take with it.
struct Step {
    form: FormView,
    version: FormVersion,
    deed: FormDeed,
    fictional: bool,
}

/// The steps that a secretariat takes from a form's history.
pub fn is_the_secretariats(deed: FormDeed) -> bool {
    match deed {
        FormDeed::Accept | FormDeed::Return | FormDeed::Reopen | FormDeed::Withdraw => true,
        FormDeed::Begin
        | FormDeed::Submit
        | FormDeed::SendToApproval
        | FormDeed::Approve
        | FormDeed::SendBack => false,
    }
}

async fn find(tx: &mut Tx, reader: &Reader, place: Where) -> PageResult<Step> {
    let Path((key, code, number, deed)) = place;
    let number = number.parse().map_err(|_| PageError::NotFound)?;
    let form = summary::form(tx, &reader.actor, &key, &municipality(&code)?, Some(number)).await?;
    let known = FormDeed::from_key(&deed).filter(|deed| is_the_secretariats(*deed));
    Ok(Step {
        version: form.version.clone().ok_or(PageError::NotFound)?,
        deed: known.ok_or(PageError::NotFound)?,
        fictional: programmes::get(tx, form.round.programme).await?.fictional,
        form,
    })
}

async fn ask(State(desk): State<Arc<Desk>>, place: Where, reader: Reader) -> PageResult {
    let mut tx = desk.database.read().await?;
    let step = find(&mut tx, &reader, place).await?;
    let seen = Typed::default().with("seen", step.version.change.version.to_string());
    Ok(web::html(render(&step, &seen, &[], &reader)))
}

async fn take(
    State(desk): State<Arc<Desk>>,
    place: Where,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let step = find(&mut tx, &reader, place).await?;
    match done(&mut tx, &reader.actor, &step, &typed).await? {
        Ok(_) => {
            tx.commit().await?;
            let address = ways::form(&step.form.round.key, &step.version.code);
            Ok(back_to(&address, step.deed.key(), None))
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            Ok(web::unprocessable(render(&step, &typed, &refused, &reader)))
        }
    }
}

/// Takes the step; the outer result is about the request, the inner one about the deed.
async fn done(
    tx: &mut Tx,
    actor: &Actor,
    step: &Step,
    typed: &Typed,
) -> PageResult<Outcome<FormVersion>> {
    let (id, seen, reason) = (step.version.id, typed.number("seen")?, typed.text("reason"));
    Ok(match step.deed {
        FormDeed::Accept => actions::accept_form(tx, actor, id, seen).await,
        FormDeed::Return => actions::return_form(tx, actor, id, seen, reason).await,
        FormDeed::Reopen => actions::reopen_form(tx, actor, id, seen, reason).await,
        FormDeed::Withdraw => actions::withdraw_version(tx, actor, id, seen, reason).await,
        _ => return Err(PageError::NotFound),
    })
}

/// The question before a step.
#[derive(Template)]
#[template(path = "followup/desk/form_deed.html")]
struct DeedPage {
    texts: &'static Texts,
    errors: Option<ErrorSummary>,
    consequence: String,
    standing: String,
    reason: Option<Field>,
    seen: String,
    deed: String,
    cancel: String,
}

fn render(step: &Step, typed: &Typed, refused: &[Refusal], reader: &Reader) -> String {
    let texts = reader.texts();
    let (round, code) = (&step.form.round, &step.version.code);
    let name = step.form.participant.name.as_str();
    let content = DeedPage {
        texts,
        errors: ErrorSummary::of(refused, texts),
        consequence: texts.say(consequence(step.deed)),
        standing: texts.say_with(
            "desk_rounds-standing",
            &[
                ("number", step.version.number.into()),
                ("state", state(step.version.state, texts).into()),
            ],
        ),
        reason: step
            .deed
            .needs_reason()
            .then(|| reason(step.deed, typed, refused, texts)),
        seen: typed.text("seen").to_owned(),
        deed: deed_word(step.deed, texts),
        cancel: ways::form(&round.key, code),
    };
    let title = format!("{}: {name}", deed_word(step.deed, texts));
    Page::titled(title)
        .under(texts.say("desk-secretariat"), "/desk")
        .under(round.settings.title.clone(), ways::round(&round.key))
        .under(name, ways::form(&round.key, code))
        .fictional(step.fictional)
        .private()
        .render(&content, reader)
}

fn consequence(deed: FormDeed) -> &'static str {
    match deed {
        FormDeed::Accept => "desk_rounds-will-accept",
        FormDeed::Return => "desk_rounds-will-return",
        FormDeed::Reopen => "desk_rounds-will-reopen",
        FormDeed::Withdraw => "desk_rounds-will-withdraw",
        _ => "desk_rounds-lead",
    }
}

fn reason(deed: FormDeed, typed: &Typed, refused: &[Refusal], texts: &Texts) -> Field {
    let kind = FieldKind::Area {
        value: typed.text("reason").to_owned(),
        rows: 4,
    };
    let hint = match deed {
        FormDeed::Return => "desk_rounds-reason-for-them",
        _ => "desk_rounds-reason-for-us",
    };
    Field::of("reason", texts.say("desk_rounds-reason"), kind)
        .with_hint(texts.say(hint))
        .with_refusals(refused, texts)
}
