//! A new round on one of a programme's sets.

use super::form_page::FormPage;
use super::programme::{page_below, period};
use super::typed::{Typed, choice, refusals};
use super::{Desk, back_to, only_for, settings_form, ways};
use crate::access::Deed;
use crate::actions::{Invited, NewRound, open_round};
use crate::records::SetId;
use crate::records::programmes::{self, Programme};
use crate::rules::aggregate_report::Section;
use crate::summary::{self, SetView};
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::routing::get;
use kernel::{MunicipalityCode, Refusal};
use std::sync::Arc;
use web::components::{Field, FieldKind};
use web::languages::Texts;
use web::{PageResult, Reader};

/// The routes of a new round.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route("/desk/programmes/{key}/rounds/new", get(ask).post(open))
}

async fn ask(State(desk): State<Arc<Desk>>, Path(key): Path<String>, reader: Reader) -> PageResult {
    let mut tx = desk.database.read().await?;
    let programme = programmes::named(&mut tx, &key).await?;
    only_for(&reader, Deed::OpenRound, &programme)?;
    let sets = summary::recommendation_sets(&mut tx, &key).await?;
    let rounds = summary::rounds(&mut tx, &reader.actor).await?;
    let today = tx.today().to_string();
    // The round before is the best guess at what the next one is like, but for its days.
    let before = rounds.iter().find(|one| one.programme.id == programme.id);
    let typed = match before {
        Some(one) => {
            let mut settings = one.round.settings.clone();
            (settings.due_on, settings.grace_until, settings.closes_on) = (None, None, None);
            settings.title = String::new();
            settings.reference_date = tx.today();
            settings_form::typed(&settings)
        }
        None => Section::ALL
            .iter()
            .zip(1..)
            .fold(Typed::default(), |typed, (section, place)| {
                typed.with(settings_form::section_field(*section), place.to_string())
            })
            .with("reference_date", today),
    };
    Ok(web::html(render(&programme, &sets, &typed, &[], &reader)))
}

async fn open(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let programme = programmes::named(&mut tx, &key).await?;
    only_for(&reader, Deed::OpenRound, &programme)?;
    let sets = summary::recommendation_sets(&mut tx, &key).await?;
    let refused = match wanted(&typed, &sets) {
        Ok(new) => match open_round(&mut tx, &reader.actor, new).await {
            Ok(round) => {
                tx.commit().await?;
                return Ok(back_to(&ways::round(&round.key), "opened", None));
            }
            Err(stop) => refusals(stop)?,
        },
        Err(refused) => refused,
    };
    Ok(web::unprocessable(render(
        &programme, &sets, &typed, &refused, &reader,
    )))
}

fn wanted(typed: &Typed, sets: &[SetView]) -> Result<NewRound, Vec<Refusal>> {
    let set = typed.text("set").parse().ok().map(SetId);
    let set = set.filter(|id| sets.iter().any(|view| view.set.id == *id));
    let settings = settings_form::read(typed, None)?;
    Ok(NewRound {
        set: set.ok_or_else(|| vec![Refusal::new("followup-refusal-empty").at("set")])?,
        key: typed.text("key").to_owned(),
        settings,
        invited: invited(typed).map_err(|refusal| vec![refusal])?,
    })
}

/// The members, or the municipalities named by code or name, one on each line.
fn invited(typed: &Typed) -> Result<Invited, Refusal> {
    let lines = typed.lines("participants");
    if lines.is_empty() {
        return Ok(Invited::Members);
    }
    let named = |line: &String| {
        let by_name = || {
            people::register()
                .find(line)
                .map(|found| found.code.clone())
        };
        MunicipalityCode::parse(line)
            .or_else(by_name)
            .ok_or_else(|| {
                Refusal::new("desk_rounds-refusal-municipality")
                    .with("line", line.as_str())
                    .at("participants")
            })
    };
    Ok(Invited::Only(
        lines.iter().map(named).collect::<Result<_, _>>()?,
    ))
}

fn render(
    programme: &Programme,
    sets: &[SetView],
    typed: &Typed,
    refused: &[Refusal],
    reader: &Reader,
) -> String {
    let texts = reader.texts();
    let mut form = FormPage::new(texts, "desk_rounds-round-open", refused)
        .fields(fields(sets, typed, texts), refused)
        .or_back_to(ways::programme(&programme.key));
    form.groups
        .extend(settings_form::groups(typed, refused, texts));
    page_below(programme, texts.say("desk_rounds-round-new"), texts).render(&form, reader)
}

fn fields(sets: &[SetView], typed: &Typed, texts: &Texts) -> Vec<Field> {
    let newest_first = sets.iter().rev();
    let choices = newest_first.map(|view| {
        choice(
            view.set.id.0.to_string(),
            period(view, texts),
            typed.text("set"),
        )
    });
    let participants = FieldKind::Area {
        value: typed.text("participants").to_owned(),
        rows: 4,
    };
    vec![
        Field::of(
            "set",
            texts.say("desk_rounds-set"),
            FieldKind::Select {
                choices: choices.collect(),
            },
        ),
        Field::text("key", texts.say("desk_rounds-round-key"), typed.text("key"))
            .with_hint(texts.say("desk_rounds-round-key-hint")),
        Field::of(
            "participants",
            texts.say("desk_rounds-round-participants"),
            participants,
        )
        .with_hint(texts.say("desk_rounds-round-participants-hint")),
    ]
}
