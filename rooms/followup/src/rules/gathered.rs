//! A report straight from a folder of forms, without any database: what was read is what counts.

use super::aggregate::{AcceptedForm, AggregateInput, Answer, Participant};
use super::aggregate_report::*;
use super::recommendation::short_title;
use chrono::{DateTime, NaiveDate, Utc};
use forms::{EntryReading, FormReading, Template, TemplateRecommendation};
use kernel::MunicipalityCode;

/// A form that was read, with the file it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct GatheredForm {
    /// Whose answer it is.
    pub code: MunicipalityCode,
    /// The file.
    pub file: FileFacts,
    /// What it says.
    pub reading: FormReading,
}

/// What a gathered report is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Gathered {
    /// The report's title.
    pub title: String,
    /// The body that the report goes to; empty where nobody has said.
    pub recipient: String,
    /// The blank form.
    pub template: Template,
    /// Everyone who was asked: code and name.
    pub asked: Vec<(MunicipalityCode, String)>,
    /// The forms, at most one from each municipality.
    pub forms: Vec<GatheredForm>,
    /// When they were gathered.
    pub gathered_at: DateTime<Utc>,
}

/// The input of a report on gathered forms. Nothing is late and nothing is released: a folder
/// knows no due day.
pub fn input(gathered: Gathered) -> AggregateInput {
    let template = &gathered.template;
    let today = gathered.gathered_at.date_naive();
    AggregateInput {
        programme: ProgrammeFacts {
            key: "gathered".to_owned(),
            title: template.title.clone(),
            recipient: gathered.recipient.clone(),
            fictional: false,
        },
        round: round(&gathered, today),
        release: None,
        areas: template
            .areas
            .iter()
            .map(|area| AreaFacts {
                title: area.title.clone(),
            })
            .collect(),
        recommendations: template
            .recommendations
            .iter()
            .map(recommendation)
            .collect(),
        participants: gathered
            .asked
            .iter()
            .map(|(code, name)| participant(code, name, &gathered))
            .collect(),
        before: None,
        decisions: Vec::new(),
    }
}

fn round(gathered: &Gathered, today: NaiveDate) -> RoundFacts {
    RoundFacts {
        key: "gathered".to_owned(),
        title: gathered.title.clone(),
        introduction: Vec::new(),
        due_on: None,
        set_period: period(&gathered.template, today),
        meanings: Vec::new(),
        sections: Section::ALL.to_vec(),
        logo: None,
    }
}

/// The years that the form names, else this year.
fn period(template: &Template, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let named = template.years.and_then(|(first, last)| {
        Some((
            NaiveDate::from_ymd_opt(first, 1, 1)?,
            NaiveDate::from_ymd_opt(last, 12, 31)?,
        ))
    });
    named.unwrap_or((today, today))
}

fn recommendation(asked: &TemplateRecommendation) -> RecommendationFacts {
    RecommendationFacts {
        number: asked.number,
        area: asked.area,
        obligation: asked.obligation,
        text: asked.text.clone(),
        short_title: short_title(&asked.text),
        predecessors: Vec::new(),
    }
}

fn participant(code: &MunicipalityCode, name: &str, gathered: &Gathered) -> Participant {
    let form = gathered.forms.iter().find(|form| form.code == *code);
    Participant {
        code: code.clone(),
        name: name.to_owned(),
        answer: match form {
            Some(form) => Answer::Accepted(accepted(form, gathered.gathered_at)),
            None => Answer::Absent(Absence::NothingReceived),
        },
    }
}

fn accepted(form: &GatheredForm, gathered_at: DateTime<Utc>) -> AcceptedForm {
    AcceptedForm {
        facts: FormFacts {
            version: 1,
            submitted_at: gathered_at,
            late: false,
            file: Some(form.file.clone()),
        },
        entries: form.reading.entries.iter().map(entry).collect(),
        wishes: Vec::new(),
        proposals: form
            .reading
            .unmatched
            .iter()
            .map(|row| (row.text.clone(), row.remark.clone()))
            .collect(),
    }
}

fn entry(read: &EntryReading) -> (u32, EntryFacts) {
    let facts = EntryFacts {
        status: read.status,
        remark: read.remark.clone(),
        source: Some(read.source.clone()),
        explanation: None,
    };
    (read.number, facts)
}
