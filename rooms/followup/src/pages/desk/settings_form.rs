//! The fields of a round's settings: shared by the page that edits a round and the one that
//! opens one.

use super::super::words;
use super::typed::{Typed, choice};
use crate::records::rounds::RoundSettings;
use crate::rules::aggregate_report::{Logo, Section};
use forms::{Status, StatusWords};
use kernel::Refusal;
use web::components::{Field, FieldKind, Mark};
use web::languages::Texts;

/// The fields in groups: the key of the group's heading, and its fields.
pub type Groups = Vec<(String, Vec<Field>)>;

/// What is stored, as a form shows it.
pub fn typed(settings: &RoundSettings) -> Typed {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut typed = Typed::default()
        .with("title", &settings.title)
        .with("introduction", settings.introduction.join("\n\n"))
        .with("due_on", day(settings.due_on))
        .with("grace_until", day(settings.grace_until))
        .with("closes_on", day(settings.closes_on))
        .with("reference_date", settings.reference_date.to_string());
    for status in Status::ALL {
        let meaning = settings.meanings.iter().find(|(one, _)| *one == status);
        let said = settings
            .status_words
            .words
            .iter()
            .filter(|(_, one)| *one == status);
        let said: Vec<&str> = said.map(|(word, _)| word.as_str()).collect();
        typed = typed
            .with(
                &meaning_of(status),
                meaning.map(|(_, text)| text.as_str()).unwrap_or_default(),
            )
            .with(&words_of(status), said.join("\n"));
    }
    for section in Section::ALL {
        let place = settings.sections.iter().position(|one| *one == section);
        typed = typed.with(
            section_field(section),
            place.map_or(0, |place| place + 1).to_string(),
        );
    }
    typed
}

/// The settings that were typed, or all that is wrong with them.
pub fn read(typed: &Typed, logo: Option<Logo>) -> Result<RoundSettings, Vec<Refusal>> {
    let (due, grace, closes) = (
        typed.day("due_on"),
        typed.day("grace_until"),
        typed.day("closes_on"),
    );
    let reference = typed.needed_day("reference_date");
    let mut refused: Vec<Refusal> = [&due, &grace, &closes]
        .into_iter()
        .filter_map(|day| day.as_ref().err().cloned())
        .collect();
    refused.extend(reference.as_ref().err().cloned());
    let (Ok(due_on), Ok(grace_until), Ok(closes_on), Ok(reference_date)) =
        (due, grace, closes, reference)
    else {
        return Err(refused);
    };
    Ok(RoundSettings {
        title: typed.text("title").trim().to_owned(),
        introduction: typed.lines("introduction"),
        due_on,
        grace_until,
        closes_on,
        reference_date,
        meanings: meanings(typed),
        status_words: StatusWords {
            words: said_words(typed),
        },
        sections: sections(typed),
        logo,
    })
}

fn meanings(typed: &Typed) -> Vec<(Status, String)> {
    let meaning = |status: Status| (status, typed.text(&meaning_of(status)).trim().to_owned());
    let all = Status::ALL.into_iter().map(meaning);
    all.filter(|(_, text)| !text.is_empty()).collect()
}

fn said_words(typed: &Typed) -> Vec<(String, Status)> {
    let of = |status: Status| {
        typed
            .lines(&words_of(status))
            .into_iter()
            .map(move |word| (word, status))
    };
    Status::ALL.into_iter().flat_map(of).collect()
}

/// The chosen sections by the place they were given; those with the same place in usual order.
fn sections(typed: &Typed) -> Vec<Section> {
    let place = |section: &Section| typed.text(section_field(*section)).parse().unwrap_or(0u8);
    let mut chosen: Vec<Section> = Section::ALL
        .into_iter()
        .filter(|one| place(one) > 0)
        .collect();
    chosen.sort_by_key(place);
    chosen
}

fn meaning_of(status: Status) -> String {
    format!("meaning_{}", status.key())
}

fn words_of(status: Status) -> String {
    format!("words_{}", status.key())
}

/// The field that gives a section its place.
pub fn section_field(section: Section) -> &'static str {
    match section {
        Section::Summary => "section_summary",
        Section::Matrix => "section_matrix",
        Section::Recommendations => "section_recommendations",
        Section::PartnerWishes => "section_partner_wishes",
        Section::Decisions => "section_decisions",
        Section::Proposals => "section_proposals",
        Section::Missing => "section_missing",
        Section::Method => "section_method",
    }
}

fn section_word(section: Section) -> &'static str {
    match section {
        Section::Summary => "desk_rounds-section-summary",
        Section::Matrix => "desk_rounds-section-matrix",
        Section::Recommendations => "desk_rounds-section-recommendations",
        Section::PartnerWishes => "desk_rounds-section-partner-wishes",
        Section::Decisions => "desk_rounds-section-decisions",
        Section::Proposals => "desk_rounds-section-proposals",
        Section::Missing => "desk_rounds-section-missing",
        Section::Method => "desk_rounds-section-method",
    }
}

/// The fields with what was typed and what is wrong with it.
pub fn groups(typed: &Typed, refused: &[Refusal], texts: &Texts) -> Groups {
    let groups = [
        ("desk_rounds-group-text", text_fields(typed, texts)),
        ("desk_rounds-group-days", day_fields(typed, texts)),
        ("desk_rounds-group-meanings", meaning_fields(typed, texts)),
        ("desk_rounds-group-words", word_fields(typed, texts)),
        ("desk_rounds-group-sections", section_fields(typed, texts)),
    ];
    let refuse = |field: Field| field.with_refusals(refused, texts);
    let told = |fields: Vec<Field>| fields.into_iter().map(refuse).collect();
    groups
        .into_iter()
        .map(|(title, fields)| (texts.say(title), told(fields)))
        .collect()
}

fn area(name: &str, label: String, typed: &Typed, rows: u8) -> Field {
    Field::of(
        name,
        label,
        FieldKind::Area {
            value: typed.text(name).to_owned(),
            rows,
        },
    )
}

fn text_fields(typed: &Typed, texts: &Texts) -> Vec<Field> {
    vec![
        Field::text(
            "title",
            texts.say("desk_rounds-field-title"),
            typed.text("title"),
        )
        .required(),
        area(
            "introduction",
            texts.say("desk_rounds-field-introduction"),
            typed,
            8,
        )
        .with_hint(texts.say("desk_rounds-field-introduction-hint")),
    ]
}

fn day_fields(typed: &Typed, texts: &Texts) -> Vec<Field> {
    let day = |name: &str, label: &str, hint: &str| {
        let kind = FieldKind::Date {
            value: typed.text(name).to_owned(),
        };
        Field::of(name, texts.say(label), kind).with_hint(texts.say(hint))
    };
    vec![
        day(
            "due_on",
            "desk_rounds-field-due",
            "desk_rounds-field-due-hint",
        ),
        day(
            "grace_until",
            "desk_rounds-field-grace",
            "desk_rounds-field-grace-hint",
        ),
        day(
            "closes_on",
            "desk_rounds-field-closes",
            "desk_rounds-field-closes-hint",
        ),
        day(
            "reference_date",
            "desk_rounds-field-reference",
            "desk_rounds-field-reference-hint",
        )
        .required(),
    ]
}

fn status_word(status: Status, texts: &Texts) -> String {
    let mark: Mark = words::mark(status);
    mark.word(texts)
}

fn meaning_fields(typed: &Typed, texts: &Texts) -> Vec<Field> {
    let field = |status: Status| {
        let name = meaning_of(status);
        Field::text(&name, status_word(status, texts), typed.text(&name))
    };
    Status::ALL.into_iter().map(field).collect()
}

fn word_fields(typed: &Typed, texts: &Texts) -> Vec<Field> {
    let field = |status: Status| {
        let label = texts.say_with(
            "desk_rounds-field-words",
            &[("status", status_word(status, texts).into())],
        );
        area(&words_of(status), label, typed, 3)
    };
    Status::ALL.into_iter().map(field).collect()
}

/// The field that gives a section its place.
pub fn section_fields(typed: &Typed, texts: &Texts) -> Vec<Field> {
    let field = |section: Section| {
        let name = section_field(section);
        let mut choices = vec![choice(
            "0",
            texts.say("desk_rounds-section-left-out"),
            typed.text(name),
        )];
        choices.extend((1..=Section::ALL.len()).map(|place| {
            let label = texts.say_with("desk_rounds-section-place", &[("place", place.into())]);
            choice(place.to_string(), label, typed.text(name))
        }));
        Field::of(
            name,
            texts.say(section_word(section)),
            FieldKind::Select { choices },
        )
    };
    Section::ALL.into_iter().map(field).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn settings() -> RoundSettings {
        RoundSettings {
            title: "Runden 2018".to_owned(),
            introduction: vec!["Først.".to_owned(), "Siden.".to_owned()],
            due_on: "2018-02-15".parse().ok(),
            grace_until: None,
            closes_on: None,
            reference_date: "2018-01-01".parse().unwrap(),
            meanings: vec![(Status::Green, "Igangsat".to_owned())],
            status_words: StatusWords {
                words: vec![("i proces".to_owned(), Status::Yellow)],
            },
            sections: vec![Section::Matrix, Section::Summary],
            logo: None,
        }
    }

    #[test]
    fn what_is_stored_comes_back_from_the_form_unchanged() {
        assert_eq!(read(&typed(&settings()), None).unwrap(), settings());
    }

    #[test]
    fn every_day_that_is_none_is_said_at_its_field() {
        let typed = Typed::default().with("due_on", "x").with("closes_on", "y");
        let refused = read(&typed, None).unwrap_err();
        let fields: Vec<_> = refused
            .iter()
            .filter_map(|one| one.field.as_deref())
            .collect();
        assert_eq!(fields, ["due_on", "closes_on", "reference_date"]);
    }
}
