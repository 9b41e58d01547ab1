use super::super::words;
use super::back::Said;
use super::form_deed::is_the_secretariats;
use super::form_history::{Asked, Compared, History};
use super::rounds_page::{SAID, deed_link, deed_word, state_mark};
use super::typed::choice;
use super::ways;
use crate::pages::text_difference::difference;
use crate::records::forms::{FormEvent, FormVersion};
use crate::rules::progress_form::{FormDeed, deeds_from};
use crate::summary::{EntryDifference, FormView};
use askama::Template;
use forms::plain_remark;
use web::components::{Alert, Column, DataTable, Field, FieldKind, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// The history of one form.
#[derive(Template)]
#[template(path = "followup/desk/form_history.html")]
struct FormHistory<'page> {
    texts: &'static Texts,
    form: &'page FormView,
    said: Option<Alert>,
    versions: Option<DataTable<'static>>,
    comparison: Option<Comparison>,
    events: Option<DataTable<'static>>,
}

/// What two versions say differently.
struct Comparison {
    from: Field,
    to: Field,
    title: String,
    differences: Vec<Difference>,
}

struct Difference {
    title: String,
    status: Html,
    remark: Html,
}

/// The page of a form's history.
pub fn render(history: &History, asked: &Asked, reader: &Reader) -> String {
    let texts = reader.texts();
    let form = &history.form;
    let said = Said {
        done: asked.done.clone(),
    };
    let content = FormHistory {
        texts,
        form,
        said: said.alert(&SAID, texts),
        versions: (!form.versions.is_empty()).then(|| versions(form, texts)),
        comparison: history
            .compared
            .as_ref()
            .map(|compared| comparison(form, compared, texts)),
        events: (!form.events.is_empty()).then(|| events(form, texts)),
    };
    Page::titled(texts.say_with(
        "desk_rounds-form-title",
        &[("name", form.participant.name.as_str().into())],
    ))
    .with_lead(form.round.settings.title.clone())
    .under(texts.say("desk-secretariat"), "/desk")
    .under(
        form.round.settings.title.clone(),
        ways::round(&form.round.key),
    )
    .fictional(history.fictional)
    .private()
    .render(&content, reader)
}

fn versions(form: &FormView, texts: &'static Texts) -> DataTable<'static> {
    let titles = [
        "desk_rounds-version",
        "desk_rounds-state",
        "desk_rounds-received",
        "desk_rounds-submitted",
        "desk_rounds-file",
        "desk_rounds-changed-by",
        "desk_rounds-deeds",
    ];
    DataTable {
        texts,
        caption: texts.say("desk_rounds-versions"),
        columns: titles.map(|title| Column::plain(texts.say(title))).into(),
        rows: form
            .versions
            .iter()
            .map(|one| version(form, one, texts))
            .collect(),
    }
}

fn version(form: &FormView, one: &FormVersion, texts: &Texts) -> Vec<Html> {
    let submitted = one
        .submitted_at
        .map(|moment| texts.moment(moment))
        .unwrap_or_default();
    let late = if one.is_late {
        format!(" ({})", texts.say("desk_rounds-late-word"))
    } else {
        String::new()
    };
    let counts = if one.is_counting {
        format!(" ({})", texts.say("desk_rounds-counts-word"))
    } else {
        String::new()
    };
    vec![
        Html::text(&texts.number(one.number.into())),
        state_mark(one.state, texts).and(&Html::text(&counts)),
        Html::text(&texts.moment(one.begun_at)),
        Html::text(&format!("{submitted}{late}")),
        Html::text(one.file_name.as_deref().unwrap_or_default()),
        Html::text(&one.change.by),
        deeds(form, one, texts),
    ]
}

/// The steps that can be done with a version here; the newest alone can be accepted or returned.
fn deeds(form: &FormView, one: &FormVersion, texts: &Texts) -> Html {
    let key = &form.round.key;
    let is_newest = form
        .version
        .as_ref()
        .is_some_and(|newest| newest.id == one.id);
    let mut links = deeds_from(one.state)
        .into_iter()
        .filter(|deed| is_the_secretariats(*deed))
        .filter(|deed| is_newest || *deed == FormDeed::Withdraw)
        .map(|deed| deed_link(key, &one.code, one.number, deed, texts));
    let first = links.next().unwrap_or_default();
    links.fold(first, |all, link| all.and(&Html::text(" · ")).and(&link))
}

fn comparison(form: &FormView, compared: &Compared, texts: &Texts) -> Comparison {
    let (earlier, later) = compared.versions;
    let pick = |name: &str, label: &str, chosen: u32| {
        let chosen = chosen.to_string();
        let choices = form.versions.iter().rev();
        let choices = choices
            .map(|one| {
                let label = texts.say_with(
                    "desk_rounds-version-number",
                    &[("number", one.number.into())],
                );
                choice(one.number.to_string(), label, &chosen)
            })
            .collect();
        Field::of(name, texts.say(label), FieldKind::Select { choices })
    };
    Comparison {
        from: pick("a", "desk_rounds-compare-from", earlier),
        to: pick("b", "desk_rounds-compare-to", later),
        title: texts.say_with(
            "desk_rounds-differences",
            &[
                ("count", compared.differences.len().into()),
                ("from", earlier.into()),
                ("to", later.into()),
            ],
        ),
        differences: compared
            .differences
            .iter()
            .map(|one| shown(form, one, texts))
            .collect(),
    }
}

fn shown(form: &FormView, one: &EntryDifference, texts: &Texts) -> Difference {
    let recommendation = form.entries.iter().map(|view| &view.recommendation);
    let title = recommendation
        .filter(|recommendation| recommendation.number == one.number)
        .map(|recommendation| format!("{}. {}", one.number, recommendation.short_title))
        .next();
    let (before, after) = (
        words::status(one.status.0, texts),
        words::status(one.status.1, texts),
    );
    Difference {
        title: title.unwrap_or_else(|| one.number.to_string()),
        status: match one.status.0 == one.status.1 {
            true => after,
            false => Html::trusted(format!("<del>{before}</del> <ins>{after}</ins>")),
        },
        remark: difference(&plain_remark(&one.remark.0), &plain_remark(&one.remark.1)),
    }
}

fn events(form: &FormView, texts: &'static Texts) -> DataTable<'static> {
    let titles = [
        "desk_rounds-when",
        "desk_rounds-who",
        "desk_rounds-version",
        "desk_rounds-deed",
        "desk_rounds-state",
        "desk_rounds-reason",
    ];
    DataTable {
        texts,
        caption: texts.say("desk_rounds-events"),
        columns: titles.map(|title| Column::plain(texts.say(title))).into(),
        rows: form.events.iter().map(|one| event(one, texts)).collect(),
    }
}

fn event(one: &FormEvent, texts: &Texts) -> Vec<Html> {
    vec![
        Html::text(&texts.moment(one.at)),
        Html::text(&one.by),
        Html::text(&texts.number(one.version_number.into())),
        Html::text(&deed_word(one.deed, texts)),
        state_mark(one.to, texts),
        Html::text(&one.reason),
    ]
}
