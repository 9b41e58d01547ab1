use super::back::Said;
use super::form_listing::{Asked, Counts, MISSING, Row};
use super::rounds::Listed;
use super::typed::choice;
use super::ways;
use crate::access::{Deed, Subject, allows};
use crate::rules::progress_form::{FormDeed, FormState};
use askama::Template;
use kernel::MunicipalityCode;
use web::components::{Alert, Column, DataTable, EmptyState, Filter, Filters, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// The forms of a round.
#[derive(Template)]
#[template(path = "followup/desk/rounds.html")]
struct RoundPage<'page> {
    texts: &'static Texts,
    key: &'page str,
    programme: &'page str,
    journal: bool,
    requests: Option<(String, String)>,
    said: Option<Alert>,
    counts: String,
    missing: Vec<&'page Row>,
    filters: Filters<'static>,
    shown: String,
    table: Option<DataTable<'static>>,
    empty: EmptyState,
    files: [(String, &'static str); 2],
}

/// What the list says after a deed.
pub const SAID: [(&str, &str); 6] = [
    ("accept", "desk_rounds-said-accept"),
    ("return", "desk_rounds-said-return"),
    ("reopen", "desk_rounds-said-reopen"),
    ("withdraw", "desk_rounds-said-withdraw"),
    ("settings", "desk_rounds-said-settings"),
    ("opened", "desk_rounds-said-opened"),
];

/// The page of a round's forms.
pub fn render(listed: &Listed, asked: &Asked, reader: &Reader) -> String {
    let texts = reader.texts();
    let key = listed.round.key.as_str();
    let rows = asked.of(&listed.rows);
    let said = Said {
        done: Some(asked.done.clone()),
    };
    let content = RoundPage {
        texts,
        key,
        programme: listed.programme.key.as_str(),
        requests: (listed.requests > 0).then(|| {
            let count = [("count", listed.requests.into())];
            let words = texts.say_with("filling-requests-waiting", &count);
            (format!("{}/requests", ways::round(key)), words)
        }),
        journal: allows(&reader.actor, Deed::ReadJournal, Subject::Installation),
        said: said.alert(&SAID, texts),
        counts: counts(listed.counts, texts),
        missing: listed.rows.iter().filter(|row| row.is_missing()).collect(),
        filters: filters(key, asked, texts),
        shown: texts.say_with(
            "desk_rounds-shown",
            &[
                ("shown", rows.len().into()),
                ("all", listed.rows.len().into()),
            ],
        ),
        table: (!rows.is_empty()).then(|| table(key, asked, &rows, texts)),
        empty: EmptyState {
            heading: texts.say("desk_rounds-none"),
            text: texts.say("desk_rounds-none-text"),
            link: Some((ways::round(key), texts.say("desk_rounds-show-all"))),
        },
        files: [("forms.xlsx", "Excel"), ("forms.csv", "CSV")].map(|(file, name)| {
            (
                format!("{}/list/{file}?{}", ways::round(key), asked.narrowed()),
                name,
            )
        }),
    };
    Page::titled(listed.round.settings.title.clone())
        .with_lead(texts.say("desk_rounds-lead"))
        .under(texts.say("desk-secretariat"), "/desk")
        .fictional(listed.programme.fictional)
        .wide()
        .private()
        .render(&content, reader)
}

impl RoundPage<'_> {
    fn state(&self, row: &Row) -> String {
        state(row.form.state, self.texts)
    }
}

fn counts(counts: Counts, texts: &Texts) -> String {
    texts.say_with(
        "desk_rounds-counts",
        &[
            ("asked", counts.asked.into()),
            ("received", counts.received.into()),
            ("waiting", counts.waiting.into()),
            ("accepted", counts.accepted.into()),
            ("problems", counts.problems.into()),
        ],
    )
}

fn filters(key: &str, asked: &Asked, texts: &'static Texts) -> Filters<'static> {
    let mut states = vec![
        choice("", texts.say("desk_rounds-all"), &asked.state),
        choice(MISSING, texts.say("desk_rounds-missing"), &asked.state),
    ];
    states.extend(
        FormState::ALL
            .into_iter()
            .filter(|one| *one != FormState::Withdrawn)
            .map(|one| choice(one.key(), state(one, texts), &asked.state)),
    );
    let check = |name, label, checked| Filter::Checkbox {
        name,
        label: texts.say(label),
        checked,
    };
    Filters {
        texts,
        action: ways::round(key),
        filters: vec![
            Filter::Select {
                name: "state",
                label: texts.say("desk_rounds-state"),
                choices: states,
            },
            check("open", "desk_rounds-only-open", asked.open.is_some()),
            check("late", "desk_rounds-only-late", asked.late.is_some()),
        ],
        active: asked.narrows(),
    }
}

fn table(key: &str, asked: &Asked, rows: &[Row], texts: &'static Texts) -> DataTable<'static> {
    let plain = |title: &str| Column::plain(texts.say(title));
    let sorted = |title: &str, column: &str| {
        let href = format!("{}?{}", ways::round(key), asked.sorted_by(column));
        plain(title).sorted(href, asked.sorting(column))
    };
    DataTable {
        texts,
        caption: texts.say("desk_rounds-forms"),
        columns: vec![
            sorted("desk_rounds-municipality", "name"),
            sorted("desk_rounds-state", "state"),
            plain("desk_rounds-version").numbers(),
            sorted("desk_rounds-received", "received"),
            plain("desk_rounds-file"),
            sorted("desk_rounds-open", "open").numbers(),
            sorted("desk_rounds-unconfirmed", "unconfirmed").numbers(),
            plain("desk_rounds-next"),
        ],
        rows: rows.iter().map(|row| cells(key, row, texts)).collect(),
    }
}

fn cells(key: &str, row: &Row, texts: &Texts) -> Vec<Html> {
    let form = &row.form;
    let version = form.version.as_ref();
    let number = version
        .map(|one| texts.number(one.number.into()))
        .unwrap_or_default();
    let file = version
        .and_then(|one| one.file_name.as_deref())
        .unwrap_or_default();
    let counted =
        |number: usize| Html::text(&texts.number(i64::try_from(number).unwrap_or(i64::MAX)));
    vec![
        Html::link(&ways::form(key, &form.code), &form.name),
        state_mark(form.state, texts),
        Html::text(&number),
        received(row, texts),
        Html::text(file),
        counted(form.open_problems),
        counted(row.unconfirmed),
        next(key, row, texts),
    ]
}

fn received(row: &Row, texts: &Texts) -> Html {
    let moment = row
        .form
        .received_at
        .map(|moment| texts.moment(moment))
        .unwrap_or_default();
    match row.is_late() {
        true => Html::text(&format!(
            "{moment} ({})",
            texts.say("desk_rounds-late-word")
        )),
        false => Html::text(&moment),
    }
}

/// The one deed that is next, and the others that can be done.
fn next(key: &str, row: &Row, texts: &Texts) -> Html {
    let form = &row.form;
    let Some(version) = &form.version else {
        return Html::link(&ways::upload(key), &texts.say("desk_rounds-deed-receive"));
    };
    let review = || {
        Html::link(
            &ways::review(key, &form.code),
            &texts.say("desk_rounds-deed-review"),
        )
    };
    let step = |deed| deed_link(key, &form.code, version.number, deed, texts);
    let both = |first: Html, second: Html| first.and(&Html::text(" · ")).and(&second);
    match version.state {
        FormState::Submitted if row.has_open() => both(review(), step(FormDeed::Return)),
        FormState::Submitted => both(step(FormDeed::Accept), step(FormDeed::Return)),
        FormState::Accepted | FormState::Returned => step(FormDeed::Reopen),
        FormState::InProgress if version.waits_for_the_secretariat() => review(),
        FormState::InProgress
        | FormState::AwaitingApproval
        | FormState::NotStarted
        | FormState::Withdrawn => Html::link(
            &ways::form(key, &form.code),
            &texts.say("desk_rounds-deed-see"),
        ),
    }
}

/// A link to the page of a step; a screen reader hears whose form it is.
pub fn deed_link(
    key: &str,
    code: &MunicipalityCode,
    number: u32,
    deed: FormDeed,
    texts: &Texts,
) -> Html {
    Html::link(
        &ways::deed(key, code, number, deed),
        &deed_word(deed, texts),
    )
}

/// The word of a step.
pub fn deed_word(deed: FormDeed, texts: &Texts) -> String {
    texts.say(match deed {
        FormDeed::Begin => "followup-deed-begin",
        FormDeed::Submit => "followup-deed-submit",
        FormDeed::SendToApproval => "followup-deed-send-to-approval",
        FormDeed::Approve => "followup-deed-approve",
        FormDeed::SendBack => "followup-deed-send-back",
        FormDeed::Accept => "followup-deed-accept",
        FormDeed::Return => "followup-deed-return",
        FormDeed::Reopen => "followup-deed-reopen",
        FormDeed::Withdraw => "followup-deed-withdraw",
    })
}

/// The word of a state.
pub fn state(state: FormState, texts: &Texts) -> String {
    texts.say(match state {
        FormState::NotStarted => "followup-state-not-started",
        FormState::InProgress => "followup-state-in-progress",
        FormState::AwaitingApproval => "followup-state-awaiting-approval",
        FormState::Submitted => "followup-state-submitted",
        FormState::Accepted => "followup-state-accepted",
        FormState::Returned => "followup-state-returned",
        FormState::Withdrawn => "followup-state-withdrawn",
    })
}

/// A text by its key.
pub fn word(key: &str, texts: &Texts) -> String {
    texts.say(key)
}

/// A state with its sign and word: never by colour alone.
pub fn state_mark(form: FormState, texts: &Texts) -> Html {
    let sign = match form {
        FormState::NotStarted => "○",
        FormState::InProgress => "◐",
        FormState::AwaitingApproval => "◑",
        FormState::Submitted => "▶",
        FormState::Accepted => "✓",
        FormState::Returned => "↩",
        FormState::Withdrawn => "✕",
    };
    let word = Html::text(&state(form, texts));
    Html::trusted(format!("<span aria-hidden=\"true\">{sign}</span> {word}"))
}
