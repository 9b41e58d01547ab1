//! A round's settings: title, introduction, days, the words of its statuses, the report's sections.

use super::settings_form::{self, Groups};
use super::typed::{Typed, refusals};
use super::{Desk, back_to, only_for, ways};
use crate::access::Deed;
use crate::actions::edit_round;
use crate::records::programmes;
use crate::records::rounds::Round;
use crate::summary;
use askama::Template;
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::routing::get;
use database::Tx;
use kernel::Refusal;
use std::sync::Arc;
use web::components::ErrorSummary;
use web::languages::Texts;
use web::{Page, PageResult, Reader};

/// The routes of a round's settings.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route("/desk/rounds/{key}/settings", get(show).post(save))
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let round = summary::round(&mut tx, &reader.actor, &key).await?;
    only_for(&reader, Deed::EditRound, &round)?;
    let seen = round.change.version.to_string();
    let typed = settings_form::typed(&round.settings).with("seen", seen);
    Ok(web::html(
        page(&mut tx, &round, &typed, &[], &reader).await?,
    ))
}

async fn save(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let round = summary::round(&mut tx, &reader.actor, &key).await?;
    only_for(&reader, Deed::EditRound, &round)?;
    let seen = typed.number("seen")?;
    let refused = match settings_form::read(&typed, round.settings.logo.clone()) {
        Ok(settings) => match edit_round(&mut tx, &reader.actor, &key, seen, settings).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(back_to(&ways::round(&key), "settings", None));
            }
            Err(stop) => refusals(stop)?,
        },
        Err(refused) => refused,
    };
    let html = page(&mut tx, &round, &typed, &refused, &reader).await?;
    Ok(web::unprocessable(html))
}

/// The settings of a round.
#[derive(Template)]
#[template(path = "followup/desk/settings.html")]
struct SettingsPage {
    texts: &'static Texts,
    errors: Option<ErrorSummary>,
    seen: String,
    groups: Groups,
    reminders: String,
    cancel: String,
}

async fn page(
    tx: &mut Tx,
    round: &Round,
    typed: &Typed,
    refused: &[Refusal],
    reader: &Reader,
) -> PageResult<String> {
    let texts = reader.texts();
    let programme = programmes::get(tx, round.programme).await?;
    let content = SettingsPage {
        texts,
        errors: ErrorSummary::of(refused, texts),
        seen: typed.text("seen").to_owned(),
        groups: settings_form::groups(typed, refused, texts),
        reminders: ways::reminder_plan(&round.key),
        cancel: ways::round(&round.key),
    };
    Ok(Page::titled(texts.say("desk_rounds-settings"))
        .with_lead(texts.say("desk_rounds-settings-lead"))
        .under(texts.say("desk-secretariat"), "/desk")
        .under(round.settings.title.clone(), ways::round(&round.key))
        .fictional(programme.fictional)
        .private()
        .render(&content, reader))
}
