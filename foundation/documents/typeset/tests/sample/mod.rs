use chrono::{TimeZone, Utc};
use document_model::Rgb;
use documents::write::outline::*;
use kernel::Language;

fn mark(shape: Shape, hatched: bool) -> Mark {
    Mark {
        shape,
        paint: Paint {
            fill: Rgb(200, 230, 210),
            ink: Rgb(10, 80, 40),
            hatched,
        },
    }
}

/// A small report with every kind of block.
pub fn report() -> Report {
    let matrix = Table {
        caption: "Svar".into(),
        columns: vec![
            Column::text(40.0),
            Column::centered(14.0),
            Column::centered(14.0),
        ],
        header: vec![
            vec![
                Cell::plain("Kommune").down(2),
                Cell::plain("Virksomheder").across(2),
            ],
            vec![linked("1 skal"), Cell::plain("2 kan")],
        ],
        // More rows than a page holds, so that the header repeats.
        rows: (1..=80).map(row).collect(),
        row_headers: true,
        dense: true,
    };
    let bar = Figure {
        drawing: Drawing::Bar(vec![
            Segment {
                count: 18,
                mark: mark(Shape::Disc, false),
            },
            Segment {
                count: 2,
                mark: mark(Shape::Ring, true),
            },
        ]),
        alternative_text: "18 grønne, 2 har ikke svaret".into(),
    };
    Report {
        title: "Status på anbefalingerne".into(),
        subtitle: Some("2017".into()),
        language: Language::Da,
        author: "Sekretariatet".into(),
        dated: Utc.with_ymd_and_hms(2018, 2, 1, 9, 0, 0).unwrap(),
        facts: vec![("Svar senest".into(), "15. februar 2018".into())],
        notice: Some("Alle svar er opdigtede.".into()),
        logo: None,
        words: Words {
            contents: "Indhold".into(),
            page: "Side".into(),
            of: "af".into(),
            table: "Tabel".into(),
            skip: "Gå til indholdet".into(),
        },
        blocks: vec![
            Block::TableOfContents { depth: 2 },
            Block::heading(1, "Resumé", "resume"),
            Block::Paragraph(Paragraph::of(vec![
                Run::plain("*Ikke* #markup og 🟢 "),
                Run::bold("fed"),
                Run::plain(" se afsnittet").linked(Link::Heading("matrix".into())),
            ])),
            Block::Figure(bar),
            Block::List(List {
                numbered: true,
                items: vec![vec![Run::plain("et")], vec![Run::plain("to")]],
            }),
            Block::Wide(Wide {
                paper: Paper::A4Landscape,
                blocks: vec![Block::heading(1, "Matrix", "matrix"), Block::Table(matrix)],
            }),
            Block::heading(1, "Metode", "metode"),
            Block::PageBreak,
            Block::text("Slut."),
        ],
    }
}

fn row(number: u32) -> Vec<Cell> {
    vec![
        Cell::plain(format!("Kommune {number}")),
        Cell::marked(mark(Shape::Disc, false), "G", "Grøn"),
        Cell::marked(mark(Shape::Ring, true), "", "Ikke indberettet"),
    ]
}

fn linked(text: &str) -> Cell {
    let run = Run::plain(text).linked(Link::Heading("resume".into()));
    Cell::of(vec![Paragraph::of(vec![run])])
}
