use super::{links, overview_matrix, words};
use crate::rules::aggregate_report::AggregateReport;
use askama::Template;
use forms::Obligation;
use web::components::{Choice, Filter, Filters, Html, Mark, Matrix};
use web::languages::Texts;
use web::{Page, Reader};

/// What a reader asks of the overview; empty where nothing is asked.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The index of a focus area.
    pub area: String,
    /// `must` or `may`.
    pub obligation: String,
    /// The key of a status.
    pub status: String,
    /// A municipality's code.
    pub municipality: String,
    /// Whether only what changed since the round before.
    pub changed: String,
}

impl Asked {
    /// The focus area asked for.
    pub fn area(&self) -> Option<usize> {
        self.area.parse().ok()
    }

    /// The obligation asked for.
    pub fn obligation(&self) -> Option<Obligation> {
        Obligation::from_key(&self.obligation)
    }

    /// The status asked for.
    pub fn status(&self) -> Option<Mark> {
        Mark::from_key(&self.status)
    }

    /// Whether only changes are asked for.
    pub fn changed(&self) -> bool {
        !self.changed.is_empty()
    }

    fn anything(&self) -> bool {
        let fields = [
            &self.area,
            &self.obligation,
            &self.status,
            &self.municipality,
            &self.changed,
        ];
        fields.iter().any(|field| !field.is_empty())
    }
}

/// The matrix of a round, narrowed as asked, and each recommendation's distribution.
#[derive(Template)]
#[template(path = "followup/overview.html")]
struct Overview<'page> {
    texts: &'static Texts,
    report: &'page AggregateReport,
    filters: Filters<'static>,
    matrix: Matrix<'static>,
    shown: String,
}

/// The page of a round.
pub fn render(report: &AggregateReport, asked: &Asked, reader: &Reader) -> String {
    let texts = reader.texts();
    let matrix = overview_matrix::matrix(report, asked, texts);
    let content = Overview {
        texts,
        report,
        filters: filters(report, asked, texts),
        shown: shown(report, &matrix, texts),
        matrix,
    };
    Page::titled(report.round.title.clone())
        .with_lead(super::front::sentence(report, texts))
        .standing(words::standing(report, texts))
        .under(texts.say("page-rounds"), "/rounds")
        .fictional(report.programme.fictional)
        .wide()
        .render(&content, reader)
}

fn shown(report: &AggregateReport, matrix: &Matrix<'_>, texts: &Texts) -> String {
    let columns: usize = matrix.groups.iter().map(|group| group.columns.len()).sum();
    texts.say_with(
        "page-overview-shown",
        &[
            ("rows", matrix.rows.len().into()),
            ("allrows", report.participants.len().into()),
            ("columns", columns.into()),
            ("allcolumns", report.recommendations.len().into()),
        ],
    )
}

fn filters(report: &AggregateReport, asked: &Asked, texts: &'static Texts) -> Filters<'static> {
    let mut filters = vec![
        areas(report, asked, texts),
        obligations(asked, texts),
        statuses(asked, texts),
        municipalities(report, asked, texts),
    ];
    if report.changes.is_some() {
        filters.push(Filter::Checkbox {
            name: "changed",
            label: texts.say("page-overview-changed"),
            checked: asked.changed(),
        });
    }
    Filters {
        texts,
        action: links::round(&report.round.key),
        filters,
        active: asked.anything(),
    }
}

fn areas(report: &AggregateReport, asked: &Asked, texts: &Texts) -> Filter {
    let choices = report.areas.iter().enumerate().map(|(index, area)| Choice {
        value: index.to_string(),
        label: area.title.clone(),
        chosen: asked.area() == Some(index),
    });
    select("area", texts.say("page-area"), choices, texts)
}

fn obligations(asked: &Asked, texts: &Texts) -> Filter {
    let choices = [Obligation::Must, Obligation::May].map(|one| Choice {
        value: one.key().to_owned(),
        label: words::obligation(one, texts),
        chosen: asked.obligation() == Some(one),
    });
    select("obligation", texts.say("page-obligation"), choices, texts)
}

fn statuses(asked: &Asked, texts: &Texts) -> Filter {
    let choices = Mark::ALL.map(|mark| Choice {
        value: mark.key().to_owned(),
        label: mark.word(texts),
        chosen: asked.status() == Some(mark),
    });
    select("status", texts.say("web-status"), choices, texts)
}

fn municipalities(report: &AggregateReport, asked: &Asked, texts: &Texts) -> Filter {
    let choices = report.participants.iter().map(|one| Choice {
        value: one.code.to_string(),
        label: one.name.clone(),
        chosen: asked.municipality == one.code.as_str(),
    });
    select(
        "municipality",
        texts.say("web-municipality"),
        choices,
        texts,
    )
}

/// A choice among some, "all" first.
pub fn select(
    name: &'static str,
    label: String,
    choices: impl IntoIterator<Item = Choice>,
    texts: &Texts,
) -> Filter {
    let all = Choice {
        value: String::new(),
        label: texts.say("page-all"),
        chosen: false,
    };
    Filter::Select {
        name,
        label,
        choices: std::iter::once(all).chain(choices).collect(),
    }
}

impl Overview<'_> {
    fn bar(&self, index: &usize) -> Html {
        Html::of(&words::bar(self.report, *index, self.texts))
    }

    fn indexes(&self) -> std::ops::Range<usize> {
        0..self.report.recommendations.len()
    }
}
