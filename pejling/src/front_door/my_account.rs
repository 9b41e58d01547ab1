//! One's own account: name, language, password, and where one is signed in.

use super::choose_password::{self, Chosen};
use super::cookie;
use super::door::{Caller, Door};
use super::parts::{Form, Said, choice, page, paragraph, refusals};
use super::words;
use axum::Router;
use axum::extract::{Form as Typed, Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use database::Tx;
use kernel::{Language, Refusal};
use people::accounts::{self, Account, Session, SessionId, SignedIn};
use serde::Deserialize;
use web::components::{Column, DataTable, DefinitionList, Field, FieldKind, Html};
use web::languages::Texts;
use web::{Page, PageResult, Reader};

/// The address of the page.
pub const ACCOUNT: &str = "/account";

const SAID: [(&str, &str); 4] = [
    ("welcome", "people_page-said-welcome"),
    ("saved", "people_page-said-saved"),
    ("password", "people_page-said-password-changed"),
    ("ended", "people_page-said-session-ended"),
];

/// The ways around one's own account.
pub fn routes() -> Router<Door> {
    Router::new()
        .route(ACCOUNT, get(show).post(edit))
        .route("/account/password", post(change_password))
        .route("/account/sessions/{id}/end", post(end_session))
        .route("/account/sign-out-everywhere", post(sign_out_everywhere))
}

async fn show(
    State(door): State<Door>,
    Query(said): Query<Said>,
    caller: Caller,
    reader: Reader,
) -> PageResult {
    let who = caller.signed_in()?;
    let mut tx = door.database.read().await?;
    render(&mut tx, who, None, (&said, &[]), &reader).await
}

/// Details as somebody typed them.
#[derive(Deserialize)]
struct Details {
    version: i64,
    #[serde(default)]
    name: String,
    #[serde(default)]
    language: String,
}

async fn render(
    tx: &mut Tx,
    who: &SignedIn,
    typed: Option<&Details>,
    (said, refused): (&Said, &[Refusal]),
    reader: &Reader,
) -> PageResult {
    let texts = reader.texts();
    let account = accounts::account(tx, who.account).await?;
    let sessions = accounts::own_sessions(tx, who.account).await?;
    let names = words::authority_names(tx).await?;
    let facts = DefinitionList::default()
        .with(texts.say("people_page-mail"), Html::text(&account.mail))
        .with(
            texts.say("people_page-roles"),
            Html::text(&words::held(&who.actor.roles, &names, texts)),
        );
    let mut parts = vec![
        (String::new(), Html::of(&facts)),
        (
            texts.say("people_page-details"),
            details(&account, typed, refused, texts),
        ),
    ];
    if account.has_password {
        parts.push((
            texts.say("people_page-password"),
            password(&account, refused, texts),
        ));
    }
    parts.push((texts.say("token-title"), tokens_part(texts)));
    parts.push((
        texts.say("people_page-sessions"),
        sessions_part(&sessions, who.session, texts),
    ));
    let said = said.alert(&SAID, texts);
    let title = Page::titled(texts.say("people_page-my-account"));
    page(title, parts, (said, refused), reader)
}

fn details(account: &Account, typed: Option<&Details>, refused: &[Refusal], texts: &Texts) -> Html {
    let name = typed.map_or(account.name.as_str(), |typed| typed.name.as_str());
    let language = typed
        .and_then(|typed| Language::from_tag(&typed.language))
        .unwrap_or(account.language);
    let fields = vec![
        Field::text("name", texts.say("people_page-name"), name).required(),
        language_field(language, texts),
    ];
    let deed = texts.say("people_page-save");
    let form = Form::main(ACCOUNT, fields, deed, refused, texts);
    form.with("version", account.version.to_string()).html()
}

/// The way to one's tokens.
fn tokens_part(texts: &Texts) -> Html {
    let link = Html::link("/account/tokens", &texts.say("token-see"));
    paragraph(&texts.say("token-lead")).and(&Html::trusted(format!("<p>{}</p>", link.as_str())))
}

/// The language of letters.
pub fn language_field(chosen: Language, texts: &Texts) -> Field {
    // A language is named in itself, whichever the page is in.
    let named = [(Language::Da, "Dansk"), (Language::En, "English")];
    let choices = named.map(|(one, name)| choice(one.tag(), name, one == chosen));
    let choices = choices.into();
    Field::of(
        "language",
        texts.say("people_page-language"),
        FieldKind::Select { choices },
    )
}

fn password(account: &Account, refused: &[Refusal], texts: &Texts) -> Html {
    let mut fields = vec![
        Field::of(
            "current",
            texts.say("people_page-password-current"),
            FieldKind::Password,
        )
        .required(),
    ];
    fields.extend(choose_password::password_fields(texts));
    let deed = texts.say("people_page-change-password");
    let mut form = Form::main("/account/password", fields, deed, refused, texts);
    form.main = false;
    let lead = paragraph(&texts.say("people_page-change-password-lead"));
    lead.and(&form.with("known_mail", account.mail.as_str()).html())
}

fn sessions_part(sessions: &[Session], here: SessionId, texts: &'static Texts) -> Html {
    let heads = [
        "people_page-program",
        "people_page-address",
        "people_page-began",
        "people_page-last-seen",
        "people_page-deed",
    ];
    let table = DataTable {
        texts,
        caption: texts.say("people_page-sessions"),
        columns: heads.map(|head| Column::plain(texts.say(head))).into(),
        rows: sessions.iter().map(|one| row(one, here, texts)).collect(),
    };
    let everywhere = texts.say("people_page-sign-out-everywhere");
    let form = Form::button("/account/sign-out-everywhere", everywhere);
    Html::of(&table).and(&form.html())
}

fn row(session: &Session, here: SessionId, texts: &Texts) -> Vec<Html> {
    let program = match session.program.as_str() {
        "" => texts.say("people_page-program-unknown"),
        known => known.to_owned(),
    };
    let deed = match session.id == here {
        true => Html::text(&texts.say("people_page-this-session")),
        false => {
            let end = format!("/account/sessions/{}/end", session.id.0);
            Form::button(end, texts.say("people_page-end-session")).html()
        }
    };
    vec![
        Html::text(&program),
        Html::text(&session.address),
        Html::text(&texts.moment(session.began_at)),
        Html::text(&texts.moment(session.last_seen_at)),
        deed,
    ]
}

async fn edit(
    State(door): State<Door>,
    caller: Caller,
    reader: Reader,
    Typed(typed): Typed<Details>,
) -> PageResult {
    let who = caller.signed_in()?;
    let language = Language::from_tag(&typed.language).unwrap_or_default();
    let mut tx = door.database.write().await?;
    match accounts::edit_account(&mut tx, who, typed.version, &typed.name, language).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(
                Redirect::to(&format!("{ACCOUNT}?done=saved&lang={}", language.tag()))
                    .into_response(),
            )
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            render(
                &mut tx,
                who,
                Some(&typed),
                (&Said::default(), &refused),
                &reader,
            )
            .await
        }
    }
}

#[derive(Deserialize)]
struct Change {
    #[serde(default)]
    current: String,
    #[serde(flatten)]
    chosen: Chosen,
}

async fn change_password(
    State(door): State<Door>,
    caller: Caller,
    reader: Reader,
    Typed(change): Typed<Change>,
) -> PageResult {
    let who = caller.signed_in()?;
    match changed(&door, &caller, who, change).await? {
        Ok(()) => Ok(Redirect::to("/account?done=password").into_response()),
        Err(refused) => {
            let mut tx = door.database.read().await?;
            render(&mut tx, who, None, (&Said::default(), &refused), &reader).await
        }
    }
}

async fn changed(
    door: &Door,
    caller: &Caller,
    who: &SignedIn,
    change: Change,
) -> PageResult<Result<(), Vec<Refusal>>> {
    let mut tx = door.database.write().await?;
    let account = accounts::account(&mut tx, who.account).await?;
    let challenge = match accounts::begin_sign_in(&mut tx, &account.mail, &caller.visit).await {
        Ok(challenge) => challenge,
        Err(stop) => return Ok(Err(refusals(stop)?)),
    };
    tx.commit_unseen().await?;
    let current = change.current;
    let checked = door.hash(move || challenge.check(&current)).await?;
    let kept = match choose_password::keep(door, change.chosen, &account).await? {
        Ok(kept) => kept,
        Err(refused) => return Ok(Err(refused)),
    };
    let mut tx = door.database.write().await?;
    match accounts::change_password(&mut tx, &door.post, who, &checked, &kept).await {
        Ok(()) => {
            tx.commit_unseen().await?;
            Ok(Ok(()))
        }
        Err(stop) => Ok(Err(refusals(stop)?)),
    }
}

async fn end_session(State(door): State<Door>, Path(id): Path<i64>, caller: Caller) -> PageResult {
    let who = caller.signed_in()?;
    let mut tx = door.database.write().await?;
    accounts::end_session(&mut tx, who, SessionId(id)).await?;
    tx.commit_unseen().await?;
    Ok(Redirect::to("/account?done=ended").into_response())
}

async fn sign_out_everywhere(State(door): State<Door>, caller: Caller) -> PageResult {
    let who = caller.signed_in()?;
    let mut tx = door.database.write().await?;
    accounts::sign_out_everywhere(&mut tx, who).await?;
    tx.commit_unseen().await?;
    Ok(cookie::leave("/sign-in", caller.secure))
}
