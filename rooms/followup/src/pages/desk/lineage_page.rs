use super::Said;
use super::form_page::{FormPage, PartsPage, paragraph};
use super::lineage::Between;
use super::programme::{page_below, period};
use super::typed::{Typed, choice};
use crate::actions::SuggestedLineage;
use crate::records::RecommendationId;
use crate::records::lineage::Lineage;
use crate::rules::lineage::Relation;
use crate::summary::SetView;
use askama::Template;
use kernel::Refusal;
use web::Reader;
use web::components::{Choice, Column, DataTable, Field, FieldKind, Html};
use web::languages::Texts;

/// A button that posts values from a row.
#[derive(Template)]
#[template(path = "followup/desk/row_deed.html")]
struct RowDeed {
    hidden: Vec<(&'static str, String)>,
    deed: String,
    about: String,
}

/// The page of the lineage between two sets.
pub fn render(
    between: &Between,
    typed: &Typed,
    refused: &[Refusal],
    said: &Said,
    reader: &Reader,
) -> String {
    let texts = reader.texts();
    let form = FormPage::new(texts, "desk_rounds-save", refused)
        .fields(fields(between, typed, texts), refused);
    let mut parts = vec![(texts.say("desk_rounds-lineage-said"), known(between, texts))];
    if !between.suggested.is_empty() {
        parts.push((
            texts.say("desk_rounds-lineage-suggested"),
            suggested(between, texts),
        ));
    }
    parts.push((texts.say("desk_rounds-lineage-add"), Html::of(&form)));
    if !refused.is_empty() {
        // What must be put right comes first.
        parts.rotate_right(1);
    }
    let known = [
        ("said", "desk_rounds-said-lineage"),
        ("removed", "desk_rounds-said-lineage-removed"),
    ];
    let content = PartsPage {
        said: said.alert(&known, texts),
        parts,
    };
    let lead = format!(
        "{} → {}",
        period(&between.earlier, texts),
        period(&between.later, texts)
    );
    page_below(&between.programme, texts.say("desk_rounds-lineage"), texts)
        .with_lead(lead)
        .render(&content, reader)
}

fn name(set: &SetView, id: Option<RecommendationId>) -> String {
    let found = set.recommendations.iter().find(|one| Some(one.id) == id);
    found.map_or_else(
        || "–".to_owned(),
        |one| format!("{}. {}", one.number, one.short_title),
    )
}

fn relation(relation: Relation, texts: &Texts) -> String {
    texts.say(match relation {
        Relation::Same => "followup-relation-same",
        Relation::Adjusted => "followup-relation-adjusted",
        Relation::Merged => "followup-relation-merged",
        Relation::Split => "followup-relation-split",
        Relation::New => "followup-relation-new",
        Relation::Retired => "followup-relation-retired",
    })
}

fn known(between: &Between, texts: &'static Texts) -> Html {
    if between.lineage.is_empty() {
        return paragraph(&texts.say("desk_rounds-lineage-none"));
    }
    let titles = [
        "desk_rounds-before",
        "desk_rounds-relation",
        "desk_rounds-after",
        "desk_rounds-lineage-note",
        "desk_rounds-deeds",
    ];
    Html::of(&DataTable {
        texts,
        caption: texts.say("desk_rounds-lineage-said"),
        columns: titles.map(|title| Column::plain(texts.say(title))).into(),
        rows: between
            .lineage
            .iter()
            .map(|row| said_row(between, row, texts))
            .collect(),
    })
}

fn said_row(between: &Between, row: &Lineage, texts: &Texts) -> Vec<Html> {
    let (before, after) = (
        name(&between.earlier, row.predecessor),
        name(&between.later, row.successor),
    );
    let remove = RowDeed {
        hidden: vec![
            ("deed", "remove".to_owned()),
            ("lineage", row.id.0.to_string()),
            ("seen", row.change.version.to_string()),
        ],
        deed: texts.say("desk_rounds-lineage-remove"),
        about: format!("{before} → {after}"),
    };
    vec![
        Html::text(&before),
        Html::text(&relation(row.relation, texts)),
        Html::text(&after),
        Html::text(&row.note),
        Html::of(&remove),
    ]
}

fn suggested(between: &Between, texts: &'static Texts) -> Html {
    let titles = [
        "desk_rounds-before",
        "desk_rounds-relation",
        "desk_rounds-after",
        "desk_rounds-alike",
        "desk_rounds-deeds",
    ];
    let table = DataTable {
        texts,
        caption: texts.say("desk_rounds-lineage-suggested"),
        columns: titles.map(|title| Column::plain(texts.say(title))).into(),
        rows: between
            .suggested
            .iter()
            .map(|one| suggested_row(between, one, texts))
            .collect(),
    };
    paragraph(&texts.say("desk_rounds-lineage-suggested-text")).and(&Html::of(&table))
}

fn suggested_row(between: &Between, one: &SuggestedLineage, texts: &Texts) -> Vec<Html> {
    let (before, after) = (
        name(&between.earlier, one.predecessor),
        name(&between.later, one.successor),
    );
    let id = |id: Option<RecommendationId>| id.map(|id| id.0.to_string()).unwrap_or_default();
    let accept = RowDeed {
        hidden: vec![
            ("predecessor", id(one.predecessor)),
            ("successor", id(one.successor)),
            ("relation", one.relation.key().to_owned()),
        ],
        deed: texts.say("desk_rounds-lineage-accept"),
        about: format!("{before} → {after}"),
    };
    vec![
        Html::text(&before),
        Html::text(&relation(one.relation, texts)),
        Html::text(&after),
        Html::text(&texts.percent(one.similarity)),
        Html::of(&accept),
    ]
}

fn fields(between: &Between, typed: &Typed, texts: &Texts) -> Vec<Field> {
    let relations =
        Relation::ALL.map(|one| choice(one.key(), relation(one, texts), typed.text("relation")));
    let select = |name: &str, label: &str, choices: Vec<Choice>| {
        Field::of(name, texts.say(label), FieldKind::Select { choices })
    };
    let note = FieldKind::Area {
        value: typed.text("note").to_owned(),
        rows: 3,
    };
    vec![
        select(
            "predecessor",
            "desk_rounds-before",
            sides(&between.earlier, typed.text("predecessor")),
        ),
        select("relation", "desk_rounds-relation", relations.into()),
        select(
            "successor",
            "desk_rounds-after",
            sides(&between.later, typed.text("successor")),
        ),
        Field::of("note", texts.say("desk_rounds-lineage-note"), note)
            .with_hint(texts.say("desk_rounds-lineage-note-hint")),
    ]
}

fn sides(set: &SetView, chosen: &str) -> Vec<Choice> {
    let mut choices = vec![choice("", "–", chosen)];
    choices.extend(
        set.recommendations
            .iter()
            .map(|one| choice(one.id.0.to_string(), name(set, Some(one.id)), chosen)),
    );
    choices
}
