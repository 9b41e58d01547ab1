//! One of an authority's people: roles given and taken, handing over, closing the account.

use super::door::{Caller, Door};
use super::my_account::ACCOUNT;
use super::parts::{Form, Said, choice, page, paragraph, refusals};
use super::people_list::Standing;
use super::people_places::{PEOPLE, people_of};
use super::typed::Typed;
use super::words;
use axum::Router;
use axum::extract::{Form as Posted, Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use database::Tx;
use kernel::{Outcome, Refusal, Role};
use people::access::{Deed, Place, allows, may_give};
use people::accounts::{self, AccountId, Person};
use web::components::{DefinitionList, Field, FieldKind, Html};
use web::languages::Texts;
use web::{Page, PageError, PageResult, Reader};

const SAID: [(&str, &str); 5] = [
    ("granted", "people_page-said-granted"),
    ("revoked", "people_page-said-revoked"),
    ("closed", "people_page-said-closed"),
    ("opened", "people_page-said-opened"),
    ("invited", "people_page-said-invited"),
];

/// The ways around one of an authority's people.
pub fn routes() -> Router<Door> {
    Router::new()
        .route("/authorities/{key}/people/{id}", get(show))
        .route("/authorities/{key}/people/{id}/{deed}", post(act))
}

async fn show(
    State(door): State<Door>,
    Path((key, id)): Path<(String, i64)>,
    Query(said): Query<Said>,
    caller: Caller,
    reader: Reader,
) -> PageResult {
    caller.signed_in()?;
    let mut tx = door.database.read().await?;
    render(&mut tx, (&key, AccountId(id)), (&said, &[]), &reader).await
}

async fn render(
    tx: &mut Tx,
    (key, id): (&str, AccountId),
    (said, refused): (&Said, &[Refusal]),
    reader: &Reader,
) -> PageResult {
    let texts = reader.texts();
    let (place, people) = accounts::people_of(tx, &reader.actor, key).await?;
    let person = people.iter().find(|one| one.account.id == id);
    let person = person.ok_or(PageError::NotFound)?;
    let at = format!("{}/{}", people_of(key), id.0);
    let mut parts = vec![
        (String::new(), facts(person, texts)),
        (
            texts.say("people_page-roles"),
            roles(person, &place, &at, refused, reader),
        ),
    ];
    if allows(&reader.actor, Deed::HandOver, &place) && people.len() > 1 {
        let part = hand_over(person, &people, &at, refused, texts);
        parts.push((texts.say("people_page-hand-over"), part));
    }
    if let Some(part) = account_deeds(person, &at, texts) {
        parts.push((texts.say("people_page-account"), part));
    }
    let title = Page::titled(person.account.name.clone())
        .under(texts.say("people_page-people"), PEOPLE)
        .under(words::place(&place), people_of(key));
    page(title, parts, (said.alert(&SAID, texts), refused), reader)
}

fn facts(person: &Person, texts: &Texts) -> Html {
    let account = &person.account;
    let by = |(at, by): &(chrono::DateTime<chrono::Utc>, String)| {
        let values = [("at", texts.moment(*at).into()), ("by", by.as_str().into())];
        Html::text(&texts.say_with("people_page-at-by", &values))
    };
    let list = DefinitionList::default()
        .with(texts.say("people_page-mail"), Html::text(&account.mail))
        .with(
            texts.say("people_page-standing"),
            Html::text(&Standing::of(account).words(texts)),
        )
        .with(texts.say("people_page-invited"), by(&account.created))
        .with_some(
            texts.say("people_page-closed"),
            account.disabled.as_ref().map(by),
        );
    Html::of(&list)
}

/// The roles that are held here, each with a way to take it, and a way to give another.
fn roles(person: &Person, place: &Place, at: &str, refused: &[Refusal], reader: &Reader) -> Html {
    let texts = reader.texts();
    let given = may_give(&reader.actor, place);
    let held = person.roles_at(place.key().unwrap_or_default());
    let line = |role: &Role| {
        let words = words::role(*role, texts);
        let deed = texts.say_with("people_page-revoke", &[("role", words.as_str().into())]);
        let take = Form::button(format!("{at}/revoke"), deed).with("role", role.key());
        let take = match given.contains(role) {
            true => take.html(),
            false => Html::default(),
        };
        format!("<li>{}{take}</li>", Html::text(&words))
    };
    let list: String = held.iter().map(line).collect();
    let list = Html::trusted(format!(
        "<ul class=\"nobullet-list held-roles\">{list}</ul>"
    ));
    let more: Vec<_> = given
        .into_iter()
        .filter(|role| !held.contains(role))
        .collect();
    if more.is_empty() {
        return list;
    }
    let choices = more
        .iter()
        .map(|role| choice(role.key(), words::role(*role, texts), false));
    let choices = choices.collect();
    let label = texts.say("people_page-another-role");
    let field = Field::of("role", label, FieldKind::Select { choices });
    let deed = texts.say("people_page-grant");
    let mut form = Form::main(format!("{at}/grant"), vec![field], deed, refused, texts);
    form.main = false;
    list.and(&form.html())
}

fn hand_over(
    person: &Person,
    people: &[Person],
    at: &str,
    refused: &[Refusal],
    texts: &Texts,
) -> Html {
    let others = people
        .iter()
        .filter(|one| one.account.id != person.account.id && one.account.disabled.is_none());
    let choices = others.map(|one| {
        let value = one.account.id.0.to_string();
        choice(value, one.account.name.clone(), false)
    });
    let choices = choices.collect();
    let field = Field::of(
        "to",
        texts.say("people_page-hand-over-to"),
        FieldKind::Select { choices },
    );
    let deed = texts.say("people_page-hand-over-deed");
    let mut form = Form::main(format!("{at}/hand-over"), vec![field], deed, refused, texts);
    form.main = false;
    paragraph(&texts.say("people_page-hand-over-lead")).and(&form.html())
}

/// What can be done with the account as a whole.
fn account_deeds(person: &Person, at: &str, texts: &Texts) -> Option<Html> {
    let button = |deed: &str, words: &str| Form::button(format!("{at}/{deed}"), texts.say(words));
    match Standing::of(&person.account) {
        Standing::Invited => {
            let lead = paragraph(&texts.say("people_page-invite-again-lead"));
            let again = button("invite-again", "people_page-invite-again");
            let close = button("close", "people_page-close");
            Some(lead.and(&again.html()).and(&close.html()))
        }
        Standing::Open => {
            let lead = paragraph(&texts.say("people_page-close-lead"));
            Some(lead.and(&button("close", "people_page-close").html()))
        }
        Standing::Closed => Some(button("open", "people_page-open").html()),
    }
}

async fn act(
    State(door): State<Door>,
    Path((key, id, deed)): Path<(String, i64, String)>,
    reader: Reader,
    Posted(typed): Posted<Typed>,
) -> PageResult {
    let id = AccountId(id);
    let mut tx = door.database.write().await?;
    match done(&mut tx, &door, &reader, (&key, id, &deed), &typed).await {
        Ok(done) => {
            let back = back(&mut tx, &reader, (&key, id), done).await;
            tx.commit().await?;
            Ok(Redirect::to(&back).into_response())
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            drop(tx);
            let mut tx = door.database.read().await?;
            render(&mut tx, (&key, id), (&Said::default(), &refused), &reader).await
        }
    }
}

/// Where one sees what was done. Whoever holds no role here any more is not on the list, and
/// whoever gave their own roles away may not see it any more.
async fn back(tx: &mut Tx, reader: &Reader, (key, id): (&str, AccountId), done: &str) -> String {
    let person = accounts::person_at(tx, &reader.actor, key, id).await;
    let oneself = reader.actor.account == Some(id.0);
    match (person, done) {
        (_, "revoked" | "handed-over") if oneself => ACCOUNT.to_owned(),
        (Ok(_), done) => format!("{}/{}?done={done}", people_of(key), id.0),
        (Err(_), "revoked") => format!("{}?done=taken", people_of(key)),
        (Err(_), done) => format!("{}?done={done}", people_of(key)),
    }
}

/// Does what one of the page's buttons says.
async fn done(
    tx: &mut Tx,
    door: &Door,
    reader: &Reader,
    (key, id, deed): (&str, AccountId, &str),
    typed: &Typed,
) -> Outcome<&'static str> {
    let (actor, at) = (&reader.actor, Some(key));
    let role = || Role::from_key(typed.text("role")).ok_or(kernel::Stop::NotFound);
    match deed {
        "grant" => accounts::grant_role(tx, actor, at, id, role()?)
            .await
            .map(|()| "granted"),
        "revoke" => accounts::revoke_role(tx, actor, at, id, role()?)
            .await
            .map(|()| "revoked"),
        "close" => accounts::disable_account(tx, actor, at, id)
            .await
            .map(|()| "closed"),
        "open" => accounts::enable_account(tx, actor, at, id)
            .await
            .map(|()| "opened"),
        "invite-again" => accounts::invite_again(tx, actor, &door.post, key, id)
            .await
            .map(|_| "invited"),
        "hand-over" => {
            let to = AccountId(
                typed
                    .text("to")
                    .parse()
                    .map_err(|_| kernel::Stop::NotFound)?,
            );
            accounts::hand_over(tx, actor, key, id, to)
                .await
                .map(|()| "handed-over")
        }
        _ => Err(kernel::Stop::NotFound),
    }
}
