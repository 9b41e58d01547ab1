//! Forms made by hand: the twelve recommendations of 2016–17 and tables that answer them.
#![allow(missing_docs, dead_code, clippy::unwrap_used, clippy::expect_used)]

use document_model::{Block, Cell, Document, Paragraph, ParagraphKind, Rgb, Row, Run, Table};
use forms::{
    FormReading, MunicipalityName, Obligation, ReadOptions, Status, Template, read_form,
    read_template,
};
use kernel::MunicipalityCode;

pub const AREAS: [&str; 5] = [
    "Virksomhedsrettede indsatser",
    "Borgerrettede indsatser",
    "Sikre kvalificerede medarbejdere",
    "Dokumentation af effekt af indsats",
    "Aktiv beskæftigelsesindsats i forhold til flygtninge (nyt tema)",
];

/// Area, whether it is a must, text.
pub const TEXTS: [(usize, bool, &str); 12] = [
    (
        0,
        true,
        "Alle kommuner skal aktivt medvirke til at udvikle og forankre Hovedstadens Rekrutteringsservice og Nordsjællands Rekrutteringsservice – herunder udbygge samarbejdet til i endnu højere grad at kunne koordinere arbejdskraft til de store infrastrukturprojekter som i disse år igangsættes (hospitalsbyggeri, metro, letbanebyggeri mv.)",
    ),
    (
        1,
        true,
        "Alle kommuner skal aktivt medvirke til forankring og udvikling af samarbejdet i regi af Uddannelsesforum for derved at understøtte en mere koordineret indsats for opkvalificering af ledige og for at udbrede og udbygge samarbejdet med uddannelsesinstitutionerne, så opkvalificeringen af unge ledige (under 30 år) styrkes markant.",
    ),
    (
        1,
        false,
        "Særlige indsatser for små målgrupper med andre udfordringer end ledighed, hvor det tværkommunale samarbejde muliggør etablering af skræddersyede forløb.",
    ),
    (
        1,
        false,
        "Særlige indsatser for akademikere, hvor det tværkommunale samarbejde muliggør etablering af skræddersyede forløb.",
    ),
    (
        2,
        true,
        "Alle kommuner skal have fokus på, at medarbejderne har de nødvendige kompetencer til at servicere virksomhederne og levere effektiv jobformidling.",
    ),
    (
        2,
        false,
        "Indgår i fælleskommunale kompetenceudviklingsprojekter, hvor medarbejdere på tværs af kommunerne deltager. Dette kunne fx indebære udveksling af medarbejdere mellem kommunerne.",
    ),
    (
        3,
        true,
        "Alle kommuner skal medvirke til, at dokumentation af effekten af indsatser på beskæftigelsesområdet udvikles. Det gælder både opkvalificeringsindsatser og sanktionsredskaber.",
    ),
    (
        3,
        false,
        "Indgå i fælleskommunale dokumentationsprojekter, hvor data for effekten af indsatser samles og analyseres.",
    ),
    (
        3,
        false,
        "Indgå i fælleskommunale projekter med fokus på best practice på beskæftigelsesområdet for at fremme læring på tværs af kommunerne.",
    ),
    (
        4,
        true,
        "Effektiv kompetenceafklaring af flygtninge. Det handler om, at kommunerne samarbejder om at finde gode modeller for samspillet med asylcentre vedr. hurtig og effektiv kompetenceafklaring af flygtninge.",
    ),
    (
        4,
        false,
        "Samarbejde om optimal fordeling af praktikpladser i virksomhederne til flygtninge, så det sikres, at alle pladser på virksomhederne benyttes.",
    ),
    (
        4,
        false,
        "Erfaringsudveksling om arbejdet med at indplacere flygtninge (Jobparat vs. Aktivitetsparat). Kommunerne skal medvirke aktivt til vidensdeling ift. indplacering af flygtninge, således at der tilstræbes en ensartethed på tværs af kommunerne.",
    ),
];

pub const G: Status = Status::Green;
pub const Y: Status = Status::Yellow;
pub const R: Status = Status::Red;
pub const N: Status = Status::NotParticipating;
pub const NO: Status = Status::NotReported;

/// The statuses that most tests plant.
pub const PLANTED: [Status; 12] = [G, Y, R, N, G, Y, G, R, Y, G, NO, Y];

pub fn word(status: Status) -> &'static str {
    match status {
        Status::Green => "Grøn",
        Status::Yellow => "Gul",
        Status::Red => "Rød",
        Status::NotParticipating => "-",
        Status::NotReported => "",
    }
}

pub fn color(status: Status) -> Option<Rgb> {
    match status {
        Status::Green => Some(Rgb(0x92, 0xD0, 0x50)),
        Status::Yellow => Some(Rgb(0xFF, 0xE6, 0x99)),
        Status::Red => Some(Rgb(0xFF, 0xC7, 0xCE)),
        _ => None,
    }
}

pub fn cell(text: &str) -> Cell {
    let paragraphs = if text.is_empty() {
        Vec::new()
    } else {
        text.split('\n').map(Paragraph::plain).collect()
    };
    Cell {
        column_span: 1,
        paragraphs,
        ..Cell::default()
    }
}

pub fn filled(text: &str, fill: Option<Rgb>) -> Cell {
    Cell { fill, ..cell(text) }
}

pub fn colored(text: &str, color: Rgb) -> Cell {
    let run = Run {
        text: text.into(),
        color: Some(color),
        ..Run::default()
    };
    Cell {
        column_span: 1,
        paragraphs: vec![Paragraph {
            runs: vec![run],
            ..Paragraph::default()
        }],
        ..Cell::default()
    }
}

pub fn row(cells: Vec<Cell>) -> Row {
    let mut column = 0;
    let place = |mut cell: Cell| {
        cell.column = column;
        column += cell.column_span;
        cell
    };
    Row {
        cells: cells.into_iter().map(place).collect(),
        ..Row::default()
    }
}

pub fn table(number: u32, rows: Vec<Row>) -> Block {
    let numbered = rows
        .into_iter()
        .zip(1..)
        .map(|(row, number)| Row { number, ..row });
    Block::Table(Table {
        number,
        sheet: None,
        rows: numbered.collect(),
    })
}

pub fn paragraph(text: &str) -> Block {
    Block::Paragraph(Paragraph::plain(text))
}

pub fn heading(text: &str) -> Block {
    Block::Paragraph(Paragraph {
        kind: ParagraphKind::Heading(2),
        ..Paragraph::plain(text)
    })
}

pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        blocks,
        ..Document::default()
    }
}

/// The usual form, with each answer's cells made by `answer` (status cell first or wherever).
pub fn usual(
    headings: [&str; 3],
    order: [usize; 3],
    answer: impl Fn(usize) -> (Cell, Cell),
) -> Document {
    document(vec![
        heading("Fremdriftsskema til opfølgning i 2016 og 2017"),
        table(1, usual_rows(headings, order, answer)),
    ])
}

pub fn usual_rows(
    headings: [&str; 3],
    order: [usize; 3],
    answer: impl Fn(usize) -> (Cell, Cell),
) -> Vec<Row> {
    let ordered = |cells: [Cell; 3]| row(order.iter().map(|index| cells[*index].clone()).collect());
    let mut rows = Vec::new();
    let mut last = (usize::MAX, true);
    for (index, (area, must, text)) in TEXTS.iter().enumerate() {
        if last.0 != *area {
            rows.push(ordered([
                cell(AREAS[*area]),
                cell(headings[1]),
                cell(headings[2]),
            ]));
        }
        if last != (*area, *must) {
            rows.push(ordered([
                cell(if *must {
                    "SKAL-initiativer i 2016 og 2017:"
                } else {
                    "KAN-initiativer i 2016 og 2017"
                }),
                cell(""),
                cell(""),
            ]));
        }
        last = (*area, *must);
        let (status, remark) = answer(index);
        rows.push(ordered([cell(text), status, remark]));
    }
    rows
}

pub const HEADINGS: [&str; 3] = ["", "Grøn/gul/rød", "Bemærkninger"];

pub fn remark(index: usize) -> String {
    format!("Vi samarbejder med nabokommunerne om sag {}.", index + 1)
}

pub fn template() -> Template {
    read_template(&usual(HEADINGS, [0, 1, 2], |_| (cell(""), cell(""))))
        .expect("the blank form is one")
}

pub fn read(document: &Document) -> FormReading {
    read_form(document, &template(), &ReadOptions::default())
}

pub fn statuses(reading: &FormReading) -> Vec<Status> {
    reading.entries.iter().map(|entry| entry.status).collect()
}

pub fn keys(reading: &FormReading) -> Vec<(String, Option<u32>)> {
    reading
        .problems
        .iter()
        .map(|problem| (problem.message.key.to_string(), problem.number))
        .collect()
}

/// Questions asked of a person: warnings and errors.
pub fn questions(reading: &FormReading) -> Vec<String> {
    let serious = reading
        .problems
        .iter()
        .filter(|problem| problem.level > forms::Level::Notice);
    serious
        .map(|problem| {
            format!(
                "{} {:?} {:?}",
                problem.message.key, problem.number, problem.message.args
            )
        })
        .collect()
}

/// All read right, and nothing asked.
pub fn assert_planted(document: &Document) -> FormReading {
    let reading = read(document);
    assert_eq!(statuses(&reading), PLANTED, "{:#?}", reading.problems);
    assert_eq!(questions(&reading), Vec::<String>::new());
    reading
}

pub fn municipalities() -> Vec<MunicipalityName> {
    let known = [
        ("0101", "København"),
        ("0147", "Frederiksberg"),
        ("0169", "Høje-Taastrup"),
        ("0173", "Lyngby-Taarbæk"),
        ("0201", "Allerød"),
        ("0210", "Fredensborg"),
        ("0400", "Bornholm"),
        ("0480", "Nordfyns"),
        ("0492", "Ærø"),
        ("0751", "Aarhus"),
        ("0820", "Vesthimmerlands"),
        ("0265", "Roskilde"),
        ("0575", "Vejen"),
        ("0260", "Halsnæs"),
        ("0165", "Albertslund"),
    ];
    known
        .map(|(code, name)| MunicipalityName {
            code: MunicipalityCode::parse(code).unwrap(),
            name: name.into(),
            aliases: Vec::new(),
        })
        .into()
}

pub fn must(template: &Template) -> usize {
    template
        .recommendations
        .iter()
        .filter(|recommendation| recommendation.obligation == Obligation::Must)
        .count()
}
