//! When the municipalities of a round are reminded.

use super::form_page::FormPage;
use super::typed::{Typed, choice, refusals};
use super::{Desk, back_to, ways};
use crate::actions::edit_reminder_plan;
use crate::rules::chasing::ReminderPlan;
use crate::summary::chase::{Chase, chase};
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::routing::get;
use kernel::Refusal;
use std::sync::Arc;
use web::components::{Field, FieldKind};
use web::languages::Texts;
use web::{Page, PageResult, Reader};

/// The route of a round's plan.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route("/desk/rounds/{key}/reminders", get(show).post(save))
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let chase = chase(&mut tx, &reader.actor, &key).await?;
    let typed = written(&chase.plan.plan).with("seen", chase.plan.version().to_string());
    Ok(web::html(render(&chase, &typed, &[], &reader)))
}

async fn save(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let mut tx = desk.database.write().await?;
    let seen = typed.number("seen")?;
    let refused = match read(&typed) {
        Ok(plan) => match edit_reminder_plan(&mut tx, &reader.actor, &key, seen, plan).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(back_to(&ways::chase(&key), "plan", None));
            }
            Err(stop) => refusals(stop)?,
        },
        Err(refused) => refused,
    };
    let chase = chase(&mut tx, &reader.actor, &key).await?;
    Ok(web::unprocessable(render(
        &chase, &typed, &refused, &reader,
    )))
}

/// A plan as a form shows it.
fn written(plan: &ReminderPlan) -> Typed {
    let steps: Vec<String> = plan.steps.iter().map(|step| format!("{step:+}")).collect();
    let after = plan.escalate_after.unwrap_or_default();
    Typed::default()
        .with("is_on", if plan.is_on { "yes" } else { "no" })
        .with("steps", steps.join(", "))
        .with("most", plan.most.to_string())
        .with("days_between", plan.days_between.to_string())
        .with("escalate_after", after.to_string())
}

/// The plan that was typed, or all that is wrong with it.
fn read(typed: &Typed) -> Result<ReminderPlan, Vec<Refusal>> {
    let mut refused = Vec::new();
    let mut number = |name: &'static str| {
        let read = typed.text(name).trim().parse::<u32>();
        read.unwrap_or_else(|_| {
            refused.push(Refusal::new("desk_chase-refusal-number").at(name));
            0
        })
    };
    let (most, days_between) = (number("most"), number("days_between"));
    let after = number("escalate_after");
    let days = typed.text("steps").split([',', ';', ' ', '\n', '\r']);
    let days = days.map(str::trim).filter(|day| !day.is_empty());
    let steps = days.map(|day| day.trim_start_matches('+').replace('−', "-").parse());
    let steps: Result<Vec<i64>, _> = steps.collect();
    if steps.is_err() {
        refused.push(Refusal::new("desk_chase-refusal-steps").at("steps"));
    }
    match (steps, refused.is_empty()) {
        (Ok(steps), true) => Ok(ReminderPlan {
            is_on: typed.text("is_on") == "yes",
            steps,
            most,
            days_between,
            escalate_after: (after > 0).then_some(after),
        }),
        _ => Err(refused),
    }
}

fn render(chase: &Chase, typed: &Typed, refused: &[Refusal], reader: &Reader) -> String {
    let texts = reader.texts();
    let key = chase.round.key.as_str();
    let content = FormPage::new(texts, "desk_rounds-save", refused)
        .hiding("seen", typed.text("seen"))
        .fields(fields(typed, texts), refused)
        .or_back_to(ways::chase(key));
    Page::titled(texts.say("desk_chase-plan"))
        .with_lead(texts.say("desk_chase-plan-lead"))
        .under(texts.say("desk-secretariat"), "/desk")
        .under(chase.round.settings.title.clone(), ways::round(key))
        .under(texts.say("desk_chase-title"), ways::chase(key))
        .fictional(chase.programme.fictional)
        .private()
        .render(&content, reader)
}

fn fields(typed: &Typed, texts: &Texts) -> Vec<Field> {
    let line = |name: &str, label: &str, hint: &str| {
        Field::text(name, texts.say(label), typed.text(name)).with_hint(texts.say(hint))
    };
    let on = [("yes", "desk_chase-plan-yes"), ("no", "desk_chase-plan-no")];
    let on = FieldKind::Radio {
        choices: on
            .map(|(value, words)| choice(value, texts.say(words), typed.text("is_on")))
            .into(),
    };
    vec![
        Field::of("is_on", texts.say("desk_chase-plan-is-on"), on),
        line(
            "steps",
            "desk_chase-plan-steps",
            "desk_chase-plan-steps-hint",
        ),
        line("most", "desk_chase-plan-most", "desk_chase-plan-most-hint"),
        line(
            "days_between",
            "desk_chase-plan-between",
            "desk_chase-plan-between-hint",
        ),
        line(
            "escalate_after",
            "desk_chase-plan-escalate",
            "desk_chase-plan-escalate-hint",
        ),
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_plan_comes_back_from_its_form_unchanged() {
        for plan in [
            ReminderPlan::default(),
            ReminderPlan {
                is_on: false,
                steps: Vec::new(),
                escalate_after: None,
                ..ReminderPlan::default()
            },
        ] {
            assert_eq!(read(&written(&plan)).unwrap(), plan);
        }
    }

    #[test]
    fn days_may_be_written_as_people_write_them() {
        let typed = written(&ReminderPlan::default());
        let steps = |text: &str| {
            let typed = Typed::default()
                .with("steps", text)
                .with("most", "6")
                .with("days_between", "3")
                .with("escalate_after", typed.text("escalate_after"));
            read(&typed).map(|plan| plan.steps)
        };
        assert_eq!(steps("−14 -3; +1\n7").unwrap(), [-14, -3, 1, 7]);
        assert_eq!(
            steps("i morgen").unwrap_err()[0].field.as_deref(),
            Some("steps")
        );
    }
}
