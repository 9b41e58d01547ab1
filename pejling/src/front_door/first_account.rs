//! The first account of an installation, by the link that the server printed when it started.

use super::choose_password::{self, Chosen};
use super::cookie;
use super::door::{Caller, Door};
use super::my_account::language_field;
use super::parts::{Form, page, refusals};
use axum::Router;
use axum::extract::{Form as Typed, Path, State};
use axum::routing::get;
use kernel::{Language, Refusal};
use people::accounts::{self, FirstAccount, MailAddress, PersonName};
use serde::Deserialize;
use web::components::{Field, FieldKind};
use web::{Page, PageResult, Reader};

/// The way in for the first person.
pub fn routes() -> Router<Door> {
    Router::new().route("/first-account/{words}", get(show).post(make))
}

#[derive(Deserialize)]
struct Typing {
    #[serde(default)]
    name: String,
    #[serde(default)]
    mail: String,
    #[serde(default)]
    language: String,
    #[serde(flatten)]
    chosen: Chosen,
}

async fn show(State(door): State<Door>, Path(words): Path<String>, reader: Reader) -> PageResult {
    let mut tx = door.database.read().await?;
    accounts::first_account_awaited(&mut tx, &words).await?;
    render(&words, ("", "", reader.language), &[], &reader)
}

fn render(
    words: &str,
    (name, mail, language): (&str, &str, Language),
    refused: &[Refusal],
    reader: &Reader,
) -> PageResult {
    let texts = reader.texts();
    let value = mail.to_owned();
    let mut fields = vec![
        Field::text("name", texts.say("people_page-name"), name).required(),
        Field::of(
            "mail",
            texts.say("people_page-mail"),
            FieldKind::Mail { value },
        )
        .required(),
        language_field(language, texts),
    ];
    fields.extend(choose_password::password_fields(texts));
    let deed = texts.say("people_page-make-account");
    let form = Form::main(
        format!("/first-account/{words}"),
        fields,
        deed,
        refused,
        texts,
    );
    let title = Page::titled(texts.say("people_page-first-account"))
        .with_lead(texts.say("people_page-first-account-lead"));
    page(
        title,
        vec![(String::new(), form.html())],
        (None, refused),
        reader,
    )
}

async fn make(
    State(door): State<Door>,
    Path(words): Path<String>,
    caller: Caller,
    reader: Reader,
    Typed(typed): Typed<Typing>,
) -> PageResult {
    let language = Language::from_tag(&typed.language).unwrap_or_default();
    let again = (typed.name.as_str(), typed.mail.as_str(), language);
    let (name, mail) = match (
        PersonName::read(&typed.name),
        MailAddress::read(&typed.mail),
    ) {
        (Ok(name), Ok(mail)) => (name, mail),
        (name, mail) => {
            let refused: Vec<Refusal> = [name.err(), mail.err()].into_iter().flatten().collect();
            return render(&words, again, &refused, &reader);
        }
    };
    let kept = match choose_password::keep_for(&door, typed.chosen, &name, &mail).await? {
        Ok(kept) => kept,
        Err(refused) => return render(&words, again, &refused, &reader),
    };
    let first = FirstAccount {
        name,
        mail,
        language,
    };
    let mut tx = door.database.write().await?;
    let made = accounts::take_first_account(&mut tx, &words, first, &kept, &caller.visit).await;
    let secret = match made {
        Ok(secret) => secret,
        Err(stop) => {
            let refused = refusals(stop)?;
            return render(&words, again, &refused, &reader);
        }
    };
    tx.commit().await?;
    Ok(cookie::enter(
        "/account?done=welcome",
        &secret,
        caller.secure,
    ))
}
