//! The mail log: every letter that was posted, where it is, and why one did not leave.

use super::form_page::PartsPage;
use super::typed::choice;
use super::{Desk, letter};
use crate::summary::letters as log;
use axum::Router;
use axum::extract::{Extension, Query, State};
use axum::routing::get;
use mail::{LetterState, Mailing, Outlet, Posted};
use serde::Deserialize;
use std::sync::Arc;
use web::components::{
    Alert, AlertLevel, Column, DataTable, EmptyState, Filter, Filters, Html, Pagination,
};
use web::languages::Texts;
use web::{Page, PageResult, Reader};

/// How many letters a page shows.
const ON_A_PAGE: usize = 50;

/// The address of the log.
pub const LETTERS: &str = "/desk/letters";

/// The routes of the log.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route(LETTERS, get(list))
        .merge(letter::routes())
}

/// What the log is asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    state: String,
    kind: String,
    about: String,
    page: String,
}

async fn list(
    State(desk): State<Arc<Desk>>,
    outlet: Option<Extension<Outlet>>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> PageResult {
    let mailing = outlet.map(|found| found.mailing).unwrap_or_default();
    let mut tx = desk.database.read().await?;
    let state = LetterState::from_key(&asked.state);
    let kind = (!asked.kind.is_empty()).then_some(asked.kind.as_str());
    let mut letters = log::visible(&mut tx, &reader.actor, kind, state).await?;
    letters.retain(|one| asked.about.is_empty() || one.about.starts_with(&asked.about));
    Ok(web::html(render(&letters, &asked, mailing, &reader)))
}

fn render(letters: &[Posted], asked: &Asked, mailing: Mailing, reader: &Reader) -> String {
    let texts = reader.texts();
    let pages = letters.len().div_ceil(ON_A_PAGE).max(1);
    let page = asked.page.parse().unwrap_or(1).clamp(1, pages);
    let shown: Vec<&Posted> = letters
        .iter()
        .skip((page - 1) * ON_A_PAGE)
        .take(ON_A_PAGE)
        .collect();
    let list = match shown.is_empty() {
        true => Html::of(&nothing(asked, texts)),
        false => Html::of(&table(&shown, mailing, texts)),
    };
    let pagination = Pagination {
        texts,
        page,
        pages,
        href: format!("{LETTERS}?{}&page=", asked.narrowed()),
    };
    let content = PartsPage {
        said: about_mail(mailing, texts),
        parts: vec![(
            String::new(),
            Html::of(&filters(asked, texts))
                .and(&list)
                .and(&Html::of(&pagination)),
        )],
    };
    Page::titled(texts.say("desk_letters-title"))
        .with_lead(texts.say("desk_letters-lead"))
        .under(texts.say("desk-secretariat"), "/desk")
        .wide()
        .private()
        .render(&content, reader)
}

/// What a reader must know before they wait for an answer to a letter.
pub fn about_mail(mailing: Mailing, texts: &Texts) -> Option<Alert> {
    let (level, heading, text) = match mailing {
        Mailing::Sent => return None,
        Mailing::NotSetUp => (
            AlertLevel::Warning,
            "desk_letters-not-set-up",
            "desk_letters-not-set-up-text",
        ),
        Mailing::Demonstration => (
            AlertLevel::Info,
            "desk_letters-demonstration",
            "desk_letters-demonstration-text",
        ),
    };
    Some(Alert {
        level,
        heading: Some(texts.say(heading)),
        text: Html::text(&texts.say(text)),
    })
}

impl Asked {
    fn narrowed(&self) -> String {
        let segment = super::super::links::segment;
        format!(
            "state={}&kind={}&about={}",
            segment(&self.state),
            segment(&self.kind),
            segment(&self.about)
        )
    }

    fn narrows(&self) -> bool {
        !(self.state.is_empty() && self.kind.is_empty() && self.about.is_empty())
    }
}

fn filters(asked: &Asked, texts: &'static Texts) -> Filters<'static> {
    let all = || texts.say("desk_rounds-all");
    let mut states = vec![choice("", all(), &asked.state)];
    states.extend(
        LetterState::ALL
            .into_iter()
            .map(|one| choice(one.key(), state(one, Mailing::Sent, texts), &asked.state)),
    );
    let mut kinds = vec![choice("", all(), &asked.kind)];
    kinds.extend(KINDS.map(|(kind, _)| choice(kind, kind_word(kind, texts), &asked.kind)));
    let select = |name, label, choices| Filter::Select {
        name,
        label: texts.say(label),
        choices,
    };
    Filters {
        texts,
        action: LETTERS.to_owned(),
        filters: vec![
            select("state", "desk_letters-state", states),
            select("kind", "desk_letters-kind", kinds),
        ],
        active: asked.narrows(),
    }
}

/// The kinds of letter that are known by name.
const KINDS: [(&str, &str); 9] = [
    ("reminder", "desk_letters-kind-reminder"),
    ("escalation", "desk_letters-kind-escalation"),
    ("by_hand", "desk_letters-kind-by-hand"),
    ("returned", "desk_letters-kind-returned"),
    ("accepted", "desk_letters-kind-accepted"),
    ("digest", "desk_letters-kind-digest"),
    ("invitation", "desk_letters-kind-invitation"),
    ("password_reset", "desk_letters-kind-password-reset"),
    ("first_account", "desk_letters-kind-first-account"),
];

/// The word for a kind of letter; one that another part of the house made up stands as it is.
pub fn kind_word(kind: &str, texts: &Texts) -> String {
    let known = KINDS.iter().find(|(one, _)| *one == kind);
    known.map_or_else(|| kind.to_owned(), |(_, key)| texts.say(key))
}

/// Where a letter is, in a word.
pub fn state(state: LetterState, mailing: Mailing, texts: &Texts) -> String {
    texts.say(match (state, mailing) {
        (LetterState::Waiting, Mailing::Demonstration) => "desk_letters-state-demonstration",
        (LetterState::Waiting, _) => "desk_letters-state-waiting",
        (LetterState::Sent, _) => "desk_letters-state-sent",
        (LetterState::GivenUp, _) => "desk_letters-state-given-up",
    })
}

/// The word with a sign: never by colour alone.
pub fn state_mark(letter: &Posted, mailing: Mailing, texts: &Texts) -> Html {
    let sign = match letter.state {
        LetterState::Waiting => "◷",
        LetterState::Sent => "✓",
        LetterState::GivenUp => "✕",
    };
    let word = Html::text(&state(letter.state, mailing, texts));
    Html::trusted(format!("<span aria-hidden=\"true\">{sign}</span> {word}"))
}

fn nothing(asked: &Asked, texts: &Texts) -> EmptyState {
    let way_on = || (LETTERS.to_owned(), texts.say("desk_letters-show-all"));
    EmptyState {
        heading: texts.say("desk_letters-none"),
        text: texts.say("desk_letters-none-text"),
        link: asked.narrows().then(way_on),
    }
}

fn table(letters: &[&Posted], mailing: Mailing, texts: &'static Texts) -> DataTable<'static> {
    let plain = |title: &str| Column::plain(texts.say(title));
    DataTable {
        texts,
        caption: texts.say("desk_letters-title"),
        columns: vec![
            plain("desk_letters-subject"),
            plain("desk_letters-to"),
            plain("desk_letters-kind"),
            plain("desk_letters-state"),
            plain("desk_letters-posted"),
            plain("desk_letters-tries").numbers(),
            plain("desk_letters-failure"),
        ],
        rows: letters.iter().map(|one| row(one, mailing, texts)).collect(),
    }
}

fn row(one: &Posted, mailing: Mailing, texts: &Texts) -> Vec<Html> {
    let failure = one.failure.as_ref().map(|why| texts.message(why));
    vec![
        Html::link(&letter::address(one.id), &one.subject),
        Html::text(&format!("{} <{}>", one.to_name, one.to_address)),
        Html::text(&kind_word(&one.kind, texts)),
        state_mark(one, mailing, texts),
        Html::text(&texts.moment(one.posted_at)),
        Html::text(&texts.number(one.tries.into())),
        Html::text(&failure.unwrap_or_default()),
    ]
}
