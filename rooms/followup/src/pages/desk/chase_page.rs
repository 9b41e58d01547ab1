use super::back::Said;
use super::letters::about_mail;
use super::rounds_page::{state, state_mark};
use super::typed::{Typed, choice};
use super::ways;
use crate::records::chasing::{ContactKind, FormContact};
use crate::rules::progress_form::FormState;
use crate::summary::chase::{Chase, ChaseRow};
use askama::Template;
use chrono::{DateTime, Utc};
use kernel::Refusal;
use mail::Mailing;
use serde::Deserialize;
use web::components::{
    Alert, Column, DataTable, EmptyState, ErrorSummary, Field, FieldKind, Filter, Filters, Html,
};
use web::languages::Texts;
use web::{Page, Reader};

/// What the chase is asked for; everything stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Which rows: one of [`SHOWN`], or a state of a form.
    pub show: String,
    /// `all` ticks every row that can be written to.
    pub select: String,
    /// What was just done.
    pub done: String,
}

/// What can be shown beside the states; the first is what is shown when nothing is asked.
const SHOWN: [(&str, &str); 5] = [
    ("", "desk_chase-show-awaited"),
    ("everyone", "desk_chase-show-everyone"),
    ("no_contact", "desk_chase-no-contact"),
    ("never", "desk_chase-never-signed-in"),
    ("unreached", "desk_chase-unreached"),
];

const STATES: [FormState; 3] = [
    FormState::NotStarted,
    FormState::InProgress,
    FormState::Returned,
];

const SAID: [(&str, &str); 3] = [
    ("reminded", "desk_chase-said-reminded"),
    ("noted", "desk_chase-said-noted"),
    ("plan", "desk_chase-said-plan"),
];

impl Asked {
    /// The rows that are asked for.
    pub fn of<'chase>(&self, chase: &'chase Chase) -> Vec<&'chase ChaseRow> {
        chase.rows.iter().filter(|row| self.wants(row)).collect()
    }

    fn wants(&self, row: &ChaseRow) -> bool {
        match self.show.as_str() {
            "" => row.is_awaited(),
            "everyone" => true,
            "no_contact" => row.is_awaited() && row.has_no_contact(),
            "never" => row.is_awaited() && row.never_signed_in(),
            "unreached" => row.unreached,
            key => row.state.key() == key,
        }
    }

    fn query(&self) -> String {
        format!("show={}", super::super::links::segment(&self.show))
    }
}

/// The form as it is before anything is typed; the moment names the sending.
pub fn blank(now: DateTime<Utc>, texts: &Texts) -> Typed {
    Typed::default()
        .with("words", texts.say("desk_chase-words-suggested"))
        .with("occasion", now.timestamp_micros().to_string())
}

/// The chase of a round.
#[derive(Template)]
#[template(path = "followup/desk/chase.html")]
struct ChasePage {
    texts: &'static Texts,
    alerts: Vec<Alert>,
    errors: Option<ErrorSummary>,
    deadline: String,
    plan: String,
    plan_way: String,
    counts: String,
    filters: Filters<'static>,
    select: Option<(String, String)>,
    action: String,
    occasion: String,
    table: Option<DataTable<'static>>,
    empty: EmptyState,
    words: Field,
    can_write: bool,
    files: [(String, &'static str); 2],
}

/// The page of the chase.
pub fn render(
    chase: &Chase,
    asked: &Asked,
    (typed, refused): (&Typed, &[Refusal]),
    mailing: Mailing,
    reader: &Reader,
) -> String {
    let texts = reader.texts();
    let key = chase.round.key.as_str();
    let rows = asked.of(chase);
    let said = Said {
        done: Some(asked.done.clone()),
    };
    let can_write = rows.iter().any(|row| can_write_to(row));
    let content = ChasePage {
        texts,
        alerts: [said.alert(&SAID, texts), about_mail(mailing, texts)]
            .into_iter()
            .flatten()
            .collect(),
        errors: ErrorSummary::of(refused, texts),
        deadline: deadline(chase, texts),
        plan: plan(chase, texts),
        plan_way: ways::reminder_plan(key),
        counts: counts(chase, texts),
        filters: filters(key, asked, texts),
        select: can_write.then(|| selection(key, asked, texts)),
        action: format!("{}?{}", ways::chase(key), asked.query()),
        occasion: typed.text("occasion").to_owned(),
        table: (!rows.is_empty()).then(|| table(chase, &rows, asked, typed, texts)),
        empty: EmptyState {
            heading: texts.say("desk_chase-none"),
            text: texts.say("desk_chase-none-text"),
            link: Some((
                format!("{}?show=everyone", ways::chase(key)),
                texts.say("desk_chase-show-everyone"),
            )),
        },
        words: words(typed, refused, texts),
        can_write,
        files: [("chase.xlsx", "Excel"), ("chase.csv", "CSV")].map(|(file, name)| {
            (
                format!("{}/{file}?{}", ways::chase(key), asked.query()),
                name,
            )
        }),
    };
    Page::titled(texts.say("desk_chase-title"))
        .with_lead(texts.say("desk_chase-lead"))
        .under(texts.say("desk-secretariat"), "/desk")
        .under(chase.round.settings.title.clone(), ways::round(key))
        .fictional(chase.programme.fictional)
        .wide()
        .private()
        .render(&content, reader)
}

fn deadline(chase: &Chase, texts: &Texts) -> String {
    let Some((left, due)) = chase.days_left.zip(chase.round.settings.due_on) else {
        return texts.say("desk_review-no-deadline");
    };
    let key = match left {
        0.. => "desk_review-days-left",
        _ => "desk_review-days-over",
    };
    texts.say_with(key, &[("day", due.into()), ("days", left.abs().into())])
}

fn plan(chase: &Chase, texts: &Texts) -> String {
    match (chase.plan.plan.is_on, chase.next_on) {
        (false, _) => texts.say("desk_chase-plan-off"),
        (true, Some(day)) => texts.say_with("desk_chase-plan-next", &[("on", day.into())]),
        (true, None) => texts.say("desk_chase-plan-over"),
    }
}

fn counts(chase: &Chase, texts: &Texts) -> String {
    let of = |wanted: &dyn Fn(&ChaseRow) -> bool| {
        let found = chase.rows.iter().filter(|row| wanted(row));
        found.count().into()
    };
    texts.say_with(
        "desk_chase-counts",
        &[
            ("awaited", of(&|row| row.is_awaited())),
            ("all", chase.rows.len().into()),
            ("begun", of(&|row| row.state == FormState::InProgress)),
            ("returned", of(&|row| row.state == FormState::Returned)),
            (
                "silent",
                of(&|row| row.is_awaited() && row.has_no_contact()),
            ),
        ],
    )
}

fn filters(key: &str, asked: &Asked, texts: &'static Texts) -> Filters<'static> {
    let known = SHOWN.map(|(value, words)| choice(value, texts.say(words), &asked.show));
    let states = STATES.map(|one| choice(one.key(), state(one, texts), &asked.show));
    Filters {
        texts,
        action: ways::chase(key),
        filters: vec![Filter::Select {
            name: "show",
            label: texts.say("desk_chase-show"),
            choices: known.into_iter().chain(states).collect(),
        }],
        active: !asked.show.is_empty(),
    }
}

/// A link ticks every box, another one none: no script is needed.
fn selection(key: &str, asked: &Asked, texts: &Texts) -> (String, String) {
    let address = format!("{}?{}", ways::chase(key), asked.query());
    match asked.select.as_str() {
        "all" => (address, texts.say("desk_chase-select-none")),
        _ => (
            format!("{address}&select=all"),
            texts.say("desk_chase-select-all"),
        ),
    }
}

fn can_write_to(row: &ChaseRow) -> bool {
    row.is_awaited() && !row.has_no_contact()
}

fn words(typed: &Typed, refused: &[Refusal], texts: &Texts) -> Field {
    let kind = FieldKind::Area {
        value: typed.text("words").to_owned(),
        rows: 6,
    };
    Field::of("words", texts.say("desk_chase-words"), kind)
        .with_hint(texts.say("desk_chase-words-hint"))
        .with_refusals(refused, texts)
}

fn table(
    chase: &Chase,
    rows: &[&ChaseRow],
    asked: &Asked,
    typed: &Typed,
    texts: &'static Texts,
) -> DataTable<'static> {
    let plain = |title: &str| Column::plain(texts.say(title));
    let ticked = |row: &ChaseRow| {
        asked.select == "all" || typed.all("codes").any(|code| code == row.code.as_str())
    };
    DataTable {
        texts,
        caption: texts.say("desk_chase-title"),
        columns: vec![
            plain("desk_rounds-municipality"),
            plain("desk_rounds-state"),
            plain("desk_chase-reminders").numbers(),
            plain("desk_chase-last"),
            plain("desk_chase-people"),
            plain("desk_rounds-deeds"),
        ],
        rows: rows
            .iter()
            .map(|row| cells(chase, row, ticked(row), texts))
            .collect(),
    }
}

fn cells(chase: &Chase, row: &ChaseRow, ticked: bool, texts: &Texts) -> Vec<Html> {
    let key = chase.round.key.as_str();
    let contacts = ways::contacts(key, &row.code);
    let last = row.contacts.first().map(|last| contact(last, texts));
    vec![
        name(row, ticked),
        state_mark(row.state, texts),
        Html::text(&texts.number(i64::try_from(row.reminders()).unwrap_or(i64::MAX))),
        Html::text(&last.unwrap_or_else(|| texts.say("desk_chase-never-spoken"))),
        people(row, texts),
        Html::link(
            &contacts,
            &texts.say_with("desk_chase-note-of", &[("name", row.name.as_str().into())]),
        ),
    ]
}

fn name(row: &ChaseRow, ticked: bool) -> Html {
    let name = Html::text(&row.name);
    if !can_write_to(row) {
        return name;
    }
    let code = &row.code;
    let checked = if ticked { " checked" } else { "" };
    Html::trusted(format!(
        "<span class=\"form-group-checkbox\"><input class=\"form-checkbox\" type=\"checkbox\" \
         id=\"m-{code}\" name=\"codes\" value=\"{code}\"{checked}>\
         <label class=\"form-label\" for=\"m-{code}\">{name}</label></span>"
    ))
}

/// Who can be spoken to, and what stands in the way.
fn people(row: &ChaseRow, texts: &Texts) -> Html {
    let warning = |key: &str| {
        let words = Html::text(&texts.say(key));
        Html::trusted(format!(
            "<strong class=\"chase-warning\"><span aria-hidden=\"true\">!</span> {words}</strong>"
        ))
    };
    if row.has_no_contact() {
        return warning("desk_chase-no-contact");
    }
    let names: Vec<&str> = row.people.iter().map(|one| one.name.as_str()).collect();
    let mut html = Html::text(&names.join(", "));
    for (holds, key) in [
        (row.never_signed_in(), "desk_chase-never-signed-in"),
        (row.unreached, "desk_chase-unreached"),
    ] {
        if holds {
            html = html
                .and(&Html::trusted("<br>".to_owned()))
                .and(&warning(key));
        }
    }
    html
}

/// A contact in one line.
pub fn contact(contact: &FormContact, texts: &Texts) -> String {
    texts.say_with(
        "desk_chase-contact",
        &[
            ("kind", kind(contact.kind, texts).into()),
            ("on", texts.short_date(contact.at.date_naive()).into()),
            ("who", contact.to_whom.as_str().into()),
        ],
    )
}

/// The word for a kind of contact.
pub fn kind(kind: ContactKind, texts: &Texts) -> String {
    texts.say(match kind {
        ContactKind::Reminder => "desk_letters-kind-reminder",
        ContactKind::ByHand => "desk_letters-kind-by-hand",
        ContactKind::Call => "desk_chase-call",
        ContactKind::Returned => "desk_letters-kind-returned",
        ContactKind::Accepted => "desk_letters-kind-accepted",
    })
}
