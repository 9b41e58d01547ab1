//! Inviting somebody to an authority.

use super::door::{Caller, Door};
use super::my_account::language_field;
use super::parts::{Form, choice, page, refusals};
use super::people_places::{PEOPLE, people_of};
use super::typed::Typed;
use super::words;
use axum::Router;
use axum::extract::{Form as Posted, Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;
use kernel::{Language, Refusal, Role};
use people::access::{Place, may_give};
use people::accounts::{self, Invitation};
use web::components::{Field, FieldKind};
use web::languages::Texts;
use web::{Page, PageResult, Reader};

/// The way to it.
pub fn routes() -> Router<Door> {
    Router::new().route("/authorities/{key}/people/new", get(show).post(invite))
}

async fn show(
    State(door): State<Door>,
    Path(key): Path<String>,
    caller: Caller,
    reader: Reader,
) -> PageResult {
    caller.signed_in()?;
    let mut tx = door.database.read().await?;
    let (place, _) = accounts::people_of(&mut tx, &reader.actor, &key).await?;
    render(&place, &key, &Typed::default(), &[], &reader)
}

fn render(
    place: &Place,
    key: &str,
    typed: &Typed,
    refused: &[Refusal],
    reader: &Reader,
) -> PageResult {
    let texts = reader.texts();
    let given = may_give(&reader.actor, place);
    let fields = fields(&given, typed, texts);
    let action = format!("{}/new", people_of(key));
    let form = Form::main(
        action,
        fields,
        texts.say("people_page-send-invitation"),
        refused,
        texts,
    );
    let name = words::place(place);
    let values = [("authority", name.as_str().into())];
    let title = Page::titled(texts.say_with("people_page-invite-to", &values))
        .with_lead(texts.say("people_page-invite-lead"))
        .under(texts.say("people_page-people"), PEOPLE)
        .under(name, people_of(key));
    page(
        title,
        vec![(String::new(), form.html())],
        (None, refused),
        reader,
    )
}

fn fields(given: &[Role], typed: &Typed, texts: &Texts) -> Vec<Field> {
    let value = typed.text("mail").to_owned();
    let chosen: Vec<&str> = typed.all("roles").collect();
    let choices = given.iter().map(|role| {
        let about = texts.say_with(
            "people_page-role-about",
            &[
                ("role", words::role(*role, texts).into()),
                ("about", words::about_role(*role, texts).into()),
            ],
        );
        choice(role.key(), about, chosen.contains(&role.key()))
    });
    let choices = choices.collect();
    let language = Language::from_tag(typed.text("language")).unwrap_or_default();
    vec![
        Field::text("name", texts.say("people_page-name"), typed.text("name")).required(),
        Field::of(
            "mail",
            texts.say("people_page-mail"),
            FieldKind::Mail { value },
        )
        .required(),
        language_field(language, texts).with_hint(texts.say("people_page-language-hint")),
        Field::of(
            "roles",
            texts.say("people_page-roles"),
            FieldKind::Checkboxes { choices },
        ),
    ]
}

async fn invite(
    State(door): State<Door>,
    Path(key): Path<String>,
    reader: Reader,
    Posted(typed): Posted<Typed>,
) -> PageResult {
    let mut tx = door.database.write().await?;
    let wanted = Invitation {
        name: typed.text("name").to_owned(),
        mail: typed.text("mail").to_owned(),
        language: Language::from_tag(typed.text("language")).unwrap_or_default(),
        roles: typed.all("roles").filter_map(Role::from_key).collect(),
    };
    let invited =
        accounts::invite_person(&mut tx, &reader.actor, &door.post, Some(&key), wanted).await;
    match invited {
        Ok(_) => {
            tx.commit().await?;
            let back = format!("{}?done=invited", people_of(&key));
            Ok(Redirect::to(&back).into_response())
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            let (place, _) = accounts::people_of(&mut tx, &reader.actor, &key).await?;
            render(&place, &key, &typed, &refused, &reader)
        }
    }
}
