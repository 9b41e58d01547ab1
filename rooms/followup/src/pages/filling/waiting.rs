//! »Venter på dig«: the forms that wait for somebody of a municipality, by deadline, each with its
//! one next deed.

use super::super::desk::form_state;
use super::place;
use super::task_list::{button, deadline};
use crate::rules::filling::NextDeed;
use crate::summary::{self, WaitingForm};
use askama::Template;
use chrono::NaiveDate;
use database::Tx;
use kernel::Outcome;
use web::Reader;
use web::components::Html;
use web::languages::Texts;

/// What waits for a person of a municipality.
#[derive(Template)]
#[template(path = "followup/filling/waiting.html")]
pub struct Waiting {
    texts: &'static Texts,
    forms: Vec<Card>,
    /// Whether any of the answers are invented.
    pub fictional: bool,
}

impl askama::filters::HtmlSafe for Waiting {}

struct Card {
    title: String,
    municipality: String,
    deadline: String,
    state: String,
    progress: String,
    reason: Option<String>,
    next: Html,
    list: String,
}

/// What waits for the reader; nothing where the reader works for no municipality.
pub async fn waiting(tx: &mut Tx, reader: &Reader) -> Outcome<Option<Waiting>> {
    let texts = reader.texts();
    let forms = summary::own_forms(tx, &reader.actor).await?;
    if forms.is_empty() && !crate::access::is_of_a_municipality(&reader.actor) {
        return Ok(None);
    }
    let today = tx.today();
    Ok(Some(Waiting {
        texts,
        fictional: forms.iter().any(|one| one.fictional),
        forms: forms.iter().map(|one| card(one, today, texts)).collect(),
    }))
}

fn card(form: &WaitingForm, today: NaiveDate, texts: &Texts) -> Card {
    let key = &form.round.key;
    let list = place::address(key, &form.code);
    let counted = [("done", form.done.0.into()), ("of", form.done.1.into())];
    Card {
        title: form.round.settings.title.clone(),
        municipality: form.name.clone(),
        deadline: deadline(today, form.round.settings.due_on, texts),
        state: form_state(form.state, texts),
        progress: texts.say_with("filling-done-of", &counted),
        reason: form.reason.clone(),
        next: next(form, &list, texts),
        list,
    }
}

fn next(form: &WaitingForm, list: &str, texts: &Texts) -> Html {
    let submit = || place::below(&form.round.key, &form.code, "submit");
    let (key, href) = match form.next {
        NextDeed::Begin => ("filling-next-begin", list.to_owned()),
        NextDeed::FillIn => ("filling-next-fill-in", list.to_owned()),
        NextDeed::Correct => ("filling-next-correct", list.to_owned()),
        NextDeed::Submit => ("filling-next-look", submit()),
        NextDeed::Approve => ("filling-next-approve", submit()),
        NextDeed::Wait => ("filling-waits-secretariat", String::new()),
        NextDeed::Nothing => ("filling-waits-nothing", String::new()),
        NextDeed::Closed => ("filling-waits-closed", String::new()),
    };
    match form.is_mine {
        true => button(&href, &texts.say(key)),
        false if form.next == NextDeed::Approve => Html::text(&texts.say("filling-waits-approval")),
        false if href.is_empty() => Html::text(&texts.say(key)),
        false => Html::text(&texts.say("filling-waits-fill-in")),
    }
}
