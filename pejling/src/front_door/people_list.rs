//! The people of one authority: who they are, as what, and whether they have come in.

use super::door::{Caller, Door};
use super::parts::{Said, choice, link, page};
use super::people_places::{PEOPLE, people_of};
use super::words;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;
use kernel::{Fault, Role};
use people::access::Place;
use people::accounts::{self, Account, Person};
use serde::Deserialize;
use web::components::{Column, DataTable, EmptyState, Filter, Filters, Html};
use web::languages::Texts;
use web::{Page, PageResult, Reader};

const SAID: [(&str, &str); 3] = [
    ("invited", "people_page-said-invited"),
    ("handed-over", "people_page-said-handed-over"),
    ("taken", "people_page-said-last-role"),
];

/// The ways to an authority's people.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/authorities/{key}/people", get(show))
        .route("/authorities/{key}/people.csv", get(export))
}

/// How far an account has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Waits for the person to choose a password.
    Invited,
    /// In use.
    Open,
    /// Closed.
    Closed,
}

impl Standing {
    const ALL: [Standing; 3] = [Standing::Invited, Standing::Open, Standing::Closed];

    /// How far an account has come.
    pub fn of(account: &Account) -> Self {
        match (&account.disabled, account.has_password || account.fictional) {
            (Some(_), _) => Standing::Closed,
            (None, true) => Standing::Open,
            (None, false) => Standing::Invited,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Standing::Invited => "invited",
            Standing::Open => "open",
            Standing::Closed => "closed",
        }
    }

    /// In words.
    pub fn words(self, texts: &Texts) -> String {
        texts.say(match self {
            Standing::Invited => "people_page-standing-invited",
            Standing::Open => "people_page-standing-open",
            Standing::Closed => "people_page-standing-closed",
        })
    }
}

/// What the list is narrowed to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    role: String,
    standing: String,
}

impl Asked {
    fn is_active(&self) -> bool {
        !(self.q.is_empty() && self.role.is_empty() && self.standing.is_empty())
    }

    fn fits(&self, person: &Person, key: &str) -> bool {
        let words = self.q.trim().to_lowercase();
        let account = &person.account;
        let named = [&account.name, &account.mail]
            .iter()
            .any(|text| text.to_lowercase().contains(&words));
        let role = Role::from_key(&self.role);
        let as_role = role.is_none_or(|role| person.roles_at(key).contains(&role));
        let standing = Standing::of(account).key();
        named && as_role && (self.standing.is_empty() || self.standing == standing)
    }
}

async fn show(
    State(door): State<Door>,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
    Query(said): Query<Said>,
    caller: Caller,
    reader: Reader,
) -> PageResult {
    caller.signed_in()?;
    let mut tx = door.database.read().await?;
    let (place, mut people) = accounts::people_of(&mut tx, &reader.actor, &key).await?;
    people.retain(|person| asked.fits(person, &key));
    let texts = reader.texts();
    let mut list = Html::of(&filters(&place, &key, &asked, texts));
    list = match people.is_empty() {
        true => list.and(&Html::of(&nobody(&key, asked.is_active(), texts))),
        false => list.and(&Html::of(&table(&people, &key, texts))),
    };
    let file = format!("{}.csv?{}", people_of(&key), reader.query);
    let ways = link(
        &format!("{}/new", people_of(&key)),
        &texts.say("people_page-invite"),
    )
    .and(&link(&file, &texts.say("people_page-csv")));
    let parts = vec![(String::new(), ways), (String::new(), list)];
    let said = said.alert(&SAID, texts);
    page(title(&place, texts), parts, (said, &[]), &reader)
}

fn title(place: &Place, texts: &Texts) -> Page {
    let name = words::place(place);
    let title = texts.say_with("people_page-people-of", &[("authority", name.into())]);
    Page::titled(title).under(texts.say("people_page-people"), PEOPLE)
}

fn filters(place: &Place, key: &str, asked: &Asked, texts: &'static Texts) -> Filters<'static> {
    let all = |chosen: bool| choice("", texts.say("people_page-all"), chosen);
    let mut roles = vec![all(asked.role.is_empty())];
    roles.extend(place.roles().iter().map(|role| {
        choice(
            role.key(),
            words::role(*role, texts),
            asked.role == role.key(),
        )
    }));
    let mut standings = vec![all(asked.standing.is_empty())];
    standings.extend(
        Standing::ALL
            .iter()
            .map(|one| choice(one.key(), one.words(texts), asked.standing == one.key())),
    );
    Filters {
        texts,
        action: people_of(key),
        filters: vec![
            Filter::Search {
                name: "q",
                label: texts.say("people_page-name-or-mail"),
                value: asked.q.clone(),
            },
            Filter::Select {
                name: "role",
                label: texts.say("people_page-role"),
                choices: roles,
            },
            Filter::Select {
                name: "standing",
                label: texts.say("people_page-standing"),
                choices: standings,
            },
        ],
        active: asked.is_active(),
    }
}

fn nobody(key: &str, narrowed: bool, texts: &Texts) -> EmptyState {
    match narrowed {
        true => EmptyState {
            heading: texts.say("people_page-nobody-found"),
            text: texts.say("people_page-nobody-found-text"),
            link: Some((people_of(key), texts.say("web-filter-clear"))),
        },
        false => EmptyState {
            heading: texts.say("people_page-nobody"),
            text: texts.say("people_page-nobody-text"),
            link: Some((
                format!("{}/new", people_of(key)),
                texts.say("people_page-invite"),
            )),
        },
    }
}

fn table(people: &[Person], key: &str, texts: &'static Texts) -> DataTable<'static> {
    let heads = [
        "people_page-name",
        "people_page-mail",
        "people_page-roles",
        "people_page-standing",
    ];
    let row = |person: &Person| {
        let account = &person.account;
        let href = format!("{}/{}", people_of(key), account.id.0);
        vec![
            Html::link(&href, &account.name),
            Html::text(&account.mail),
            Html::text(&words::roles(&person.roles_at(key), texts)),
            Html::text(&Standing::of(account).words(texts)),
        ]
    };
    DataTable {
        texts,
        caption: texts.say("people_page-people"),
        columns: heads.map(|head| Column::plain(texts.say(head))).into(),
        rows: people.iter().map(row).collect(),
    }
}

/// The same list as a file, narrowed as the page is.
async fn export(
    State(door): State<Door>,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> PageResult {
    let mut tx = door.database.read().await?;
    let (_, mut people) = accounts::people_of(&mut tx, &reader.actor, &key).await?;
    people.retain(|person| asked.fits(person, &key));
    let name = format!("attachment; filename=\"people-{}.csv\"", file_name(&key));
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, name),
    ];
    Ok((headers, csv(&people, &key)?).into_response())
}

fn file_name(key: &str) -> String {
    let plain = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '-';
    key.chars().filter(plain).collect()
}

/// Semicolons and a byte order mark, as a Danish Excel opens them; the columns' names and the
/// words in them are the same in every language.
fn csv(people: &[Person], key: &str) -> Result<Vec<u8>, Fault> {
    let failed = |error: ::csv::Error| Fault::caused_by("writing people as csv", error);
    let mut lines = ::csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let heads = [
        "name",
        "mail",
        "roles",
        "standing",
        "invited_at",
        "invited_by",
    ];
    lines.write_record(heads).map_err(failed)?;
    for person in people {
        let account = &person.account;
        let roles: Vec<&str> = person.roles_at(key).iter().map(|role| role.key()).collect();
        let line = [
            account.name.clone(),
            account.mail.clone(),
            roles.join(" "),
            Standing::of(account).key().to_owned(),
            account.created.0.to_rfc3339(),
            account.created.1.clone(),
        ];
        lines.write_record(line.map(guarded)).map_err(failed)?;
    }
    lines
        .into_inner()
        .map_err(|error| Fault::new(format!("writing people as csv: {error}")))
}

/// A value that a spreadsheet would take for a formula gets an apostrophe before it.
fn guarded(value: String) -> String {
    match value.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{value}"),
        false => value,
    }
}
