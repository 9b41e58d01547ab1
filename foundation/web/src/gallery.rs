//! A page that shows every component with samples; snapshots hold them. Served where the
//! installation says so.

use crate::components::*;
use crate::languages::Texts;
use crate::reader::Reader;
use crate::shell::Page;
use askama::Template;
use axum::Router;
use axum::response::{Html as Answer, IntoResponse};
use axum::routing::get;
use kernel::Refusal;

/// The gallery's route.
pub fn routes<State: Clone + Send + Sync + 'static>() -> Router<State> {
    Router::new().route("/gallery", get(show))
}

async fn show(reader: Reader) -> impl IntoResponse {
    Answer(render(&reader))
}

#[derive(Template)]
#[template(path = "gallery.html")]
struct Gallery {
    samples: Vec<Sample>,
}

/// A component with the name that its file has.
pub struct Sample {
    /// The component's stem.
    pub name: &'static str,
    /// How it looks.
    pub html: Html,
}

fn render(reader: &Reader) -> String {
    let texts = reader.texts();
    let content = Gallery {
        samples: samples(texts),
    };
    Page::titled(texts.say("web-gallery"))
        .with_lead(texts.say("web-gallery-lead"))
        .under(texts.say("web-about"), "/about")
        .private()
        .wide()
        .render(&content, reader)
}

/// A sample of every component.
pub fn samples(texts: &'static Texts) -> Vec<Sample> {
    let mut samples = status_samples(texts);
    samples.extend(form_samples(texts));
    samples.extend(text_samples(texts));
    samples
}

fn sample(name: &'static str, component: &impl Template) -> Sample {
    Sample {
        name,
        html: Html::of(component),
    }
}

fn status_samples(texts: &'static Texts) -> Vec<Sample> {
    let marks = Mark::ALL
        .into_iter()
        .map(|mark| Html::of(&StatusMark::new(mark, texts)))
        .fold(Html::default(), |all, one| {
            all.and(&one).and(&Html::text(" "))
        });
    let bar = DistributionBar::new(Counts([17, 6, 3, 1, 2]), "1", texts).with_table();
    let region = TileMap::region("Hovedstaden".to_owned(), tile_marks(6), texts);
    let country = TileMap::country("Danmark".to_owned(), tile_marks(2), texts);
    vec![
        Sample {
            name: "status_mark",
            html: marks,
        },
        sample("distribution_bar", &bar),
        sample("matrix", &matrix(texts)),
        sample("tile_map", &region),
        sample("tile_map", &country),
    ]
}

/// Every `step`th municipality from the end of the list, with the marks in turn.
fn tile_marks(step: usize) -> Vec<TileMark> {
    let chosen = TILES
        .iter()
        .rev()
        .take(29)
        .step_by(if step > 2 { 1 } else { 2 });
    chosen
        .zip(Mark::ALL.into_iter().cycle())
        .map(|(tile, mark)| TileMark {
            code: tile.code.to_owned(),
            name: tile.name.to_owned(),
            mark,
            href: "#".to_owned(),
        })
        .collect()
}

fn matrix(texts: &'static Texts) -> Matrix<'static> {
    let column = |number: u32, must: bool| MatrixColumn {
        number,
        title: format!("Titel tekst vises {number}"),
        obligation: texts.say(if must {
            "common-obligation-must"
        } else {
            "common-obligation-may"
        }),
        must,
        href: "#".to_owned(),
    };
    let group = |title: &str, columns| MatrixGroup {
        title: title.to_owned(),
        columns,
    };
    Matrix {
        texts,
        caption: "Titel tekst 2017".to_owned(),
        row_title: texts.say("web-municipality"),
        groups: vec![
            group("Titel", vec![column(1, true), column(2, false)]),
            group(
                "Tekst vises sit",
                vec![column(3, true), column(4, true), column(5, false)],
            ),
        ],
        rows: ["Allerød", "Ballerup", "Høje-Taastrup"]
            .iter()
            .zip(0..)
            .map(|(name, shift)| matrix_row(name, shift))
            .collect(),
    }
}

fn matrix_row(name: &str, shift: usize) -> MatrixRow {
    let cell = |mark: Mark| MatrixCell {
        mark,
        remark: (mark != Mark::Green).then(|| "Titel tekst vises her igen.".to_owned()),
        href: Some("#".to_owned()),
        change: (mark == Mark::Red).then(|| "Titel".to_owned()),
        muted: shift == 2,
    };
    MatrixRow {
        code: format!("010{shift}"),
        name: name.to_owned(),
        href: "#".to_owned(),
        note: (shift == 1).then(|| "Titel tekst".to_owned()),
        cells: Mark::ALL
            .into_iter()
            .cycle()
            .skip(shift)
            .take(5)
            .map(cell)
            .collect(),
    }
}

fn form_samples(texts: &'static Texts) -> Vec<Sample> {
    let refusals = [Refusal::new("web-error-refused-text").at("remark")];
    let remark = Field::of(
        "remark",
        "Titel".to_owned(),
        FieldKind::Area {
            value: "<titel> & tekst".to_owned(),
            rows: 4,
        },
    );
    let mut samples = vec![
        sample(
            "field",
            &Field::text("title", "Titel".to_owned(), "tekst").required(),
        ),
        sample(
            "field",
            &remark
                .with_hint("Dolor her igen".to_owned())
                .with_refusals(&refusals, texts),
        ),
        sample(
            "field",
            &Field::of(
                "day",
                "Titel".to_owned(),
                FieldKind::Date {
                    value: "2018-02-15".to_owned(),
                },
            ),
        ),
        sample(
            "field",
            &Field::of("password", "Titel".to_owned(), FieldKind::Password),
        ),
        sample(
            "field",
            &Field::of(
                "one",
                "Titel".to_owned(),
                FieldKind::Select { choices: choices() },
            ),
        ),
        sample(
            "field",
            &Field::of(
                "of",
                "Titel".to_owned(),
                FieldKind::Radio { choices: choices() },
            ),
        ),
        sample("field", &files()),
        sample("filters", &filters(texts)),
        sample("confirm", &confirm(texts)),
    ];
    samples.extend(
        ErrorSummary::of(&refusals, texts).map(|summary| sample("error_summary", &summary)),
    );
    samples
}

fn files() -> Field {
    let kind = FieldKind::File {
        accept: ".docx,.pdf,.xlsx".to_owned(),
        multiple: true,
    };
    Field::of("files", "Titel".to_owned(), kind).with_hint("Word, PDF, Excel".to_owned())
}

fn choices() -> Vec<Choice> {
    ["titel", "tekst"]
        .into_iter()
        .map(|word| Choice {
            value: word.to_owned(),
            label: word.to_owned(),
            chosen: word == "tekst",
        })
        .collect()
}

fn filters(texts: &'static Texts) -> Filters<'static> {
    Filters {
        texts,
        action: "/gallery".to_owned(),
        filters: vec![
            Filter::Search {
                name: "q",
                label: "Titel".to_owned(),
                value: "\"tekst\"".to_owned(),
            },
            Filter::Select {
                name: "area",
                label: "Dolor".to_owned(),
                choices: choices(),
            },
            Filter::Checkbox {
                name: "changed",
                label: "Sit amet".to_owned(),
                checked: true,
            },
        ],
        active: true,
    }
}

fn confirm(texts: &'static Texts) -> Confirm<'static> {
    Confirm {
        texts,
        consequences: vec![
            "Titel tekst vises her igen.".to_owned(),
            "Consectetur.".to_owned(),
        ],
        action: "/gallery".to_owned(),
        hidden: vec![("version".to_owned(), "3".to_owned())],
        deed: "Titel tekst".to_owned(),
        cancel: "/gallery".to_owned(),
    }
}

fn text_samples(texts: &'static Texts) -> Vec<Sample> {
    let levels = [
        AlertLevel::Info,
        AlertLevel::Success,
        AlertLevel::Warning,
        AlertLevel::Error,
    ];
    let mut samples: Vec<Sample> = levels
        .into_iter()
        .map(|level| Alert {
            level,
            heading: Some("Titel".to_owned()),
            text: Html::text("Tekst <vises>."),
        })
        .map(|alert| sample("alert", &alert))
        .collect();
    samples.extend([
        sample("empty_state", &empty_state()),
        sample(
            "definition_list",
            &DefinitionList::default()
                .with("Titel".to_owned(), Html::text("Tekst"))
                .with("Dolor".to_owned(), Html::link("#", "sit")),
        ),
        sample("steps", &steps(texts)),
        sample("data_table", &table(texts)),
        sample(
            "pagination",
            &Pagination {
                texts,
                page: 5,
                pages: 12,
                href: "/gallery?page=".to_owned(),
            },
        ),
    ]);
    samples
}

fn empty_state() -> EmptyState {
    EmptyState {
        heading: "Titel".to_owned(),
        text: "Tekst vises her igen.".to_owned(),
        link: Some(("#".to_owned(), "Consectetur".to_owned())),
    }
}

fn steps(texts: &'static Texts) -> Steps<'static> {
    let states = [StepState::Done, StepState::Current, StepState::Ahead];
    let step = |state| Step {
        title: "Titel".to_owned(),
        state,
        note: Some("15.02.2018".to_owned()),
    };
    Steps {
        texts,
        label: "Tekst".to_owned(),
        steps: states.map(step).into(),
    }
}

fn table(texts: &'static Texts) -> DataTable<'static> {
    DataTable {
        texts,
        caption: "Titel".to_owned(),
        columns: vec![
            Column::plain("Tekst".to_owned())
                .sorted("/gallery?sort=name".to_owned(), Some(Direction::Up)),
            Column::plain("Dolor".to_owned())
                .numbers()
                .sorted("/gallery?sort=count".to_owned(), None),
        ],
        rows: vec![
            vec![Html::link("#", "Allerød"), Html::text(&texts.number(12))],
            vec![
                Html::link("#", "Ballerup"),
                Html::text(&texts.number(12_345)),
            ],
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Language;

    /// One snapshot for each component, in Danish; the asset's fingerprint changes with every
    /// edit of the stylesheet and is left out.
    #[test]
    fn every_component_looks_as_it_did() {
        for (index, sample) in samples(Texts::of(Language::Da)).iter().enumerate() {
            let html = sample
                .html
                .as_str()
                .replace(assets::fingerprint(), "fingerprint");
            insta::assert_snapshot!(format!("{index:02}_{}", sample.name), html);
        }
    }

    #[test]
    fn what_people_typed_is_never_markup() {
        let shown: String = samples(Texts::of(Language::En))
            .iter()
            .map(|sample| sample.html.to_string())
            .collect();
        assert!(!shown.contains("<titel>") && !shown.contains("<vises>"));
    }
}
