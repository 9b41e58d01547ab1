//! What councils decided: registered as they told it, and taken back with a reason.

use super::form_page::{FormPage, PartsPage, paragraph};
use super::typed::{Typed, choice, refusals};
use super::{Desk, Said, back_to, only_for, ways};
use crate::access::Deed;
use crate::actions::{NewDecision, register_decision, revoke_decision};
use crate::records::decisions::{self as records, Decision};
use crate::records::programmes::{self, Programme};
use crate::records::{DecisionId, SetId};
use crate::summary::{self, SetView};
use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::routing::get;
use database::Tx;
use kernel::{MunicipalityCode, Refusal};
use std::sync::Arc;
use web::components::{Column, DataTable, Field, FieldKind, Html};
use web::languages::Texts;
use web::{Page, PageError, PageResult, Reader};

/// The routes of decisions.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/desk/programmes/{key}/decisions", get(show).post(register))
        .route(
            "/desk/programmes/{key}/decisions/{id}",
            get(ask).post(revoke),
        )
}

fn address(key: &str) -> String {
    format!("{}/decisions", ways::programme(key))
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    Query(said): Query<Said>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    Ok(web::html(
        page(&mut tx, &key, &Typed::default(), &[], &said, &reader).await?,
    ))
}

async fn register(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let programme = programmes::named(&mut tx, &key).await?;
    only_for(&reader, Deed::RegisterDecision, &programme)?;
    let refused = match decision(&typed) {
        Ok(new) => match register_decision(&mut tx, &reader.actor, new).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(back_to(&address(&key), "registered", None));
            }
            Err(stop) => refusals(stop)?,
        },
        Err(refused) => vec![refused],
    };
    let html = page(&mut tx, &key, &typed, &refused, &Said::default(), &reader).await?;
    Ok(web::unprocessable(html))
}

fn decision(typed: &Typed) -> Result<NewDecision, Refusal> {
    let empty = |field: &'static str| Refusal::new("followup-refusal-empty").at(field);
    let code = MunicipalityCode::parse(typed.text("code")).ok_or_else(|| empty("code"))?;
    let set = typed.text("set").parse().map_err(|_| empty("set"))?;
    let numbers = typed
        .text("numbers")
        .split([',', ' ', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let number = |part: &str| {
        part.parse()
            .map_err(|_| Refusal::new("desk_rounds-refusal-numbers").at("numbers"))
    };
    Ok(NewDecision {
        code,
        set: SetId(set),
        numbers: numbers.map(number).collect::<Result<_, _>>()?,
        body: typed.text("body").to_owned(),
        decided_on: typed.needed_day("decided_on")?,
        text: typed.text("text").to_owned(),
    })
}

async fn page(
    tx: &mut Tx,
    key: &str,
    typed: &Typed,
    refused: &[Refusal],
    said: &Said,
    reader: &Reader,
) -> PageResult<String> {
    let texts = reader.texts();
    let programme = programmes::named(tx, key).await?;
    only_for(reader, Deed::RegisterDecision, &programme)?;
    let sets = summary::recommendation_sets(tx, key).await?;
    let mut known = Vec::new();
    for view in &sets {
        known.extend(records::of_set(tx, view.set.id).await?);
    }
    let form = FormPage::new(texts, "desk_rounds-decision-register", refused)
        .fields(fields(typed, &sets, texts), refused)
        .to(address(key));
    let list = match known.is_empty() {
        true => paragraph(&texts.say("desk_rounds-decisions-none")),
        false => Html::of(&table(key, &known, texts)),
    };
    let content = PartsPage {
        said: said.alert(
            &[
                ("registered", "desk_rounds-said-registered"),
                ("revoked", "desk_rounds-said-revoked"),
            ],
            texts,
        ),
        parts: vec![
            (texts.say("desk_rounds-decisions-known"), list),
            (texts.say("desk_rounds-decision-new"), Html::of(&form)),
        ],
    };
    Ok(dressed(&programme, texts.say("desk_rounds-decisions"), texts).render(&content, reader))
}

fn dressed(programme: &Programme, title: String, texts: &Texts) -> Page {
    Page::titled(title)
        .under(texts.say("desk-secretariat"), "/desk")
        .under(programme.title.clone(), ways::programme(&programme.key))
        .fictional(programme.fictional)
        .private()
}

fn fields(typed: &Typed, sets: &[SetView], texts: &Texts) -> Vec<Field> {
    let mut municipalities: Vec<_> = people::register().municipalities().iter().collect();
    municipalities.sort_by(|one, other| people::danish_order(&one.name, &other.name));
    let mut codes = vec![choice(
        "",
        texts.say("desk_rounds-choose"),
        typed.text("code"),
    )];
    codes.extend(
        municipalities
            .iter()
            .map(|one| choice(one.code.to_string(), one.name.clone(), typed.text("code"))),
    );
    let newest_first = sets.iter().rev();
    let periods = newest_first.map(|view| {
        let label = format!(
            "{} ({}–{})",
            view.set.title,
            texts.short_date(view.set.from),
            texts.short_date(view.set.to)
        );
        choice(view.set.id.0.to_string(), label, typed.text("set"))
    });
    let area = FieldKind::Area {
        value: typed.text("text").to_owned(),
        rows: 5,
    };
    let day = FieldKind::Date {
        value: typed.text("decided_on").to_owned(),
    };
    vec![
        Field::of(
            "code",
            texts.say("desk_rounds-municipality"),
            FieldKind::Select { choices: codes },
        ),
        Field::of(
            "set",
            texts.say("desk_rounds-set"),
            FieldKind::Select {
                choices: periods.collect(),
            },
        ),
        Field::text(
            "numbers",
            texts.say("desk_rounds-decision-numbers"),
            typed.text("numbers"),
        )
        .with_hint(texts.say("desk_rounds-decision-numbers-hint")),
        Field::text(
            "body",
            texts.say("desk_rounds-decision-body"),
            typed.text("body"),
        )
        .with_hint(texts.say("desk_rounds-decision-body-hint")),
        Field::of("decided_on", texts.say("desk_rounds-decision-day"), day),
        Field::of("text", texts.say("desk_rounds-decision-text"), area)
            .with_hint(texts.say("desk_rounds-decision-text-hint")),
    ]
}

fn table(key: &str, known: &[Decision], texts: &'static Texts) -> DataTable<'static> {
    let titles = [
        "desk_rounds-municipality",
        "desk_rounds-decision-day",
        "desk_rounds-decision-body",
        "desk_rounds-decision-numbers",
        "desk_rounds-decision-text",
        "desk_rounds-who",
        "desk_rounds-deeds",
    ];
    DataTable {
        texts,
        caption: texts.say("desk_rounds-decisions-known"),
        columns: titles.map(|title| Column::plain(texts.say(title))).into(),
        rows: known.iter().map(|one| row(key, one, texts)).collect(),
    }
}

fn row(key: &str, one: &Decision, texts: &Texts) -> Vec<Html> {
    let numbers: Vec<String> = one.numbers.iter().map(u32::to_string).collect();
    let name = people::register()
        .municipality(&one.code)
        .map_or(one.code.as_str(), |found| &found.name);
    let revoke = format!("{}/{}", address(key), one.id.0);
    vec![
        Html::text(name),
        Html::text(&texts.short_date(one.decided_on)),
        Html::text(&one.body),
        Html::text(&numbers.join(", ")),
        Html::text(&one.text),
        Html::text(&one.registered_by),
        Html::link(&revoke, &texts.say("desk_rounds-decision-revoke")),
    ]
}

async fn ask(
    State(desk): State<Arc<Desk>>,
    Path((key, id)): Path<(String, i64)>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    Ok(web::html(
        question(&mut tx, &key, id, &Typed::default(), &[], &reader).await?,
    ))
}

async fn revoke(
    State(desk): State<Arc<Desk>>,
    Path((key, id)): Path<(String, i64)>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    match revoke_decision(&mut tx, &reader.actor, DecisionId(id), typed.text("reason")).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(back_to(&address(&key), "revoked", None))
        }
        Err(stop) => {
            let refused = refusals(stop)?;
            let html = question(&mut tx, &key, id, &typed, &refused, &reader).await?;
            Ok(web::unprocessable(html))
        }
    }
}

async fn question(
    tx: &mut Tx,
    key: &str,
    id: i64,
    typed: &Typed,
    refused: &[Refusal],
    reader: &Reader,
) -> PageResult<String> {
    let texts = reader.texts();
    let programme = programmes::named(tx, key).await?;
    only_for(reader, Deed::RegisterDecision, &programme)?;
    let mut found = None;
    for view in summary::recommendation_sets(tx, key).await? {
        let known = records::of_set(tx, view.set.id).await?;
        found = found.or(known.into_iter().find(|one| one.id.0 == id));
    }
    let decision = found.ok_or(PageError::NotFound)?;
    let area = FieldKind::Area {
        value: typed.text("reason").to_owned(),
        rows: 3,
    };
    let mut form = FormPage::new(texts, "desk_rounds-decision-revoke", refused)
        .fields(
            vec![Field::of("reason", texts.say("desk_rounds-reason"), area)],
            refused,
        )
        .or_back_to(address(key));
    form.before = Html::of(&table(key, &[decision], texts))
        .and(&paragraph(&texts.say("desk_rounds-decision-revoke-text")));
    let page = dressed(&programme, texts.say("desk_rounds-decision-revoke"), texts);
    Ok(page
        .under(texts.say("desk_rounds-decisions"), address(key))
        .render(&form, reader))
}
