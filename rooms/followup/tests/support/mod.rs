//! Builders for this room's tests: a programme with a small set, rounds, and received forms.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

pub mod api;
pub mod desk;
pub mod schema;

use chrono::NaiveDate;
use database::{Database, Tx};
use followup::actions::*;
use followup::records::rounds::{Round, RoundSettings};
use followup::records::{SetId, forms::FormVersion};
use followup::rules::aggregate_report::Section;
use forms::{
    EntryReading, FocusArea, FormReading, MunicipalityReading, Obligation, RemarkParagraph, Source,
    Status, StatusWords, Template, TemplateRecommendation,
};
use kernel::{Actor, MunicipalityCode};

pub fn ditte() -> Actor {
    Actor::secretariat("Ditte")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn code(text: &str) -> MunicipalityCode {
    MunicipalityCode::parse(text).unwrap()
}

/// Runs a test on both databases, each with the authorities.
pub fn in_a_house(test: impl AsyncFn(Database)) {
    testkit::on_both(&followup::schemas(), |database| async {
        people::prepare(&database).await.unwrap();
        test(database).await;
    });
}

pub fn template(texts: &[(Obligation, &str)]) -> Template {
    Template {
        title: "Fremdriftsskema".to_owned(),
        years: Some((2016, 2017)),
        areas: vec![FocusArea {
            title: "Virksomheder".to_owned(),
        }],
        recommendations: (1..)
            .zip(texts)
            .map(|(number, (obligation, text))| TemplateRecommendation {
                number,
                area: 0,
                obligation: *obligation,
                text: (*text).to_owned(),
            })
            .collect(),
    }
}

pub fn three_recommendations() -> Template {
    template(&[
        (
            Obligation::Must,
            "Alle kommuner skal være en del af et rekrutteringssamarbejde.",
        ),
        (
            Obligation::May,
            "Særlige indsatser for akademikere på tværs af kommuner.",
        ),
        (Obligation::May, "Fælles overblik over virksomhedscentre."),
    ])
}

pub async fn a_programme(tx: &mut Tx) -> SetId {
    let new = NewProgramme {
        key: "kkr".to_owned(),
        title: "Tværkommunalt samarbejde".to_owned(),
        recipient: "kkr-hovedstaden".to_owned(),
        fictional: true,
        guiding_goals: vec!["Vækst".to_owned()],
    };
    create_programme(tx, &ditte(), new).await.unwrap();
    a_set(tx, ("2016-01-01", "2017-12-31"), &three_recommendations()).await
}

pub async fn a_set(tx: &mut Tx, period: (&str, &str), template: &Template) -> SetId {
    let new = NewSet {
        period: (day(period.0), day(period.1)),
        note: String::new(),
    };
    import_template(tx, &ditte(), "kkr", new, template)
        .await
        .unwrap()
}

pub fn settings() -> RoundSettings {
    RoundSettings {
        title: "Status 2017".to_owned(),
        introduction: vec!["Kommunernes status.".to_owned()],
        due_on: Some(day("2018-01-31")),
        grace_until: None,
        closes_on: None,
        reference_date: day("2017-12-01"),
        meanings: vec![(Status::Green, "igangsat efter planen".to_owned())],
        status_words: StatusWords::default(),
        sections: Section::ALL.to_vec(),
        logo: None,
    }
}

pub async fn a_round(tx: &mut Tx, set: SetId, key: &str, reference_date: &str) -> Round {
    let new = NewRound {
        set,
        key: key.to_owned(),
        settings: RoundSettings {
            reference_date: day(reference_date),
            ..settings()
        },
        invited: Invited::Members,
    };
    open_round(tx, &ditte(), new).await.unwrap()
}

/// A database with a programme, a set and the round "2017".
pub async fn with_round(database: &Database) -> Round {
    let mut tx = database.write().await.unwrap();
    let set = a_programme(&mut tx).await;
    let round = a_round(&mut tx, set, "2017", "2017-12-01").await;
    tx.commit().await.unwrap();
    round
}

pub fn entry(number: u32, status: Status, remark: &str) -> EntryReading {
    EntryReading {
        number,
        status,
        evidence: Vec::new(),
        remark: match remark {
            "" => Vec::new(),
            remark => vec![RemarkParagraph::plain(remark)],
        },
        read_text: "som i skemaet".to_owned(),
        confidence: 0.98,
        source: Source {
            table: Some(1),
            row: Some(number + 1),
            ..Source::default()
        },
    }
}

/// A form of København that nothing is wrong with.
pub fn good_form() -> ReceivedForm {
    ReceivedForm {
        municipality: None,
        file: Some(ReceivedFile {
            name: "2017-0101-koebenhavn.docx".to_owned(),
            format: "docx".to_owned(),
            bytes: b"et skema".to_vec(),
        }),
        reading: FormReading {
            municipality: Some(MunicipalityReading {
                code: code("0101"),
                name: "København".to_owned(),
            }),
            entries: vec![
                entry(1, Status::Green, "Rekrutteringsservice er i gang."),
                entry(2, Status::Yellow, "Støttekontaktpersoner er ansat."),
                entry(3, Status::NotReported, ""),
            ],
            ..FormReading::default()
        },
        purpose: Purpose::Submit,
    }
}

/// The same form from another municipality, as another file.
pub fn good_form_of(municipality: &str) -> ReceivedForm {
    let mut form = good_form();
    form.municipality = Some(code(municipality));
    form.reading.municipality = None;
    if let Some(file) = &mut form.file {
        file.name = format!("2017-{municipality}.docx");
        file.bytes = municipality.as_bytes().to_vec();
    }
    form
}

pub async fn import(database: &Database, form: ReceivedForm) -> ImportedForm {
    let mut tx = database.write().await.unwrap();
    let imported = import_form(&mut tx, &ditte(), "2017", form).await.unwrap();
    tx.commit().await.unwrap();
    imported
}

/// Explains every warning of a version and accepts it.
pub async fn accept(database: &Database, imported: &ImportedForm) -> FormVersion {
    let mut tx = database.write().await.unwrap();
    let id = imported.version_id;
    let stored = followup::records::problems::of_version(&mut tx, id)
        .await
        .unwrap();
    for problem in stored
        .iter()
        .filter(|one| one.problem.level == forms::Level::Warning)
    {
        explain_warning(&mut tx, &ditte(), problem.id, "Aftalt")
            .await
            .unwrap();
    }
    let seen = followup::records::forms::get(&mut tx, id)
        .await
        .unwrap()
        .change
        .version;
    let accepted = accept_form(&mut tx, &ditte(), id, seen).await.unwrap();
    tx.commit().await.unwrap();
    accepted
}
