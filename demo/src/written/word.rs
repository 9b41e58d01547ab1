use super::{AUTHOR, Filled, NOTICE};
use crate::markup;
use crate::material::RecommendationText;
use documents::write::outline::{
    Alignment, Block, Cell, Column, Heading, Paragraph, Report, Run, Style, Table, Words,
};
use forms::{Obligation, RemarkParagraph};
use kernel::Language;

/// The form as a Word report: a heading and a table for each area.
pub(super) fn report(filled: &Filled) -> Report {
    let areas = filled.set.areas.iter().enumerate();
    Report {
        title: filled.title(),
        subtitle: None,
        language: Language::Da,
        author: AUTHOR.to_owned(),
        dated: filled.form.received,
        facts: Vec::new(),
        notice: Some(NOTICE.to_owned()),
        logo: None,
        words: words(),
        blocks: areas
            .flat_map(|(place, title)| area(filled, place + 1, title))
            .collect(),
    }
}

fn words() -> Words {
    Words {
        contents: "Indhold".to_owned(),
        page: "Side".to_owned(),
        of: "af".to_owned(),
        table: "Skema".to_owned(),
        skip: "Gå til indholdet".to_owned(),
    }
}

fn area(filled: &Filled, number: usize, title: &str) -> [Block; 2] {
    let heading = Heading {
        level: 1,
        text: title.to_owned(),
        id: format!("omraade-{number}"),
    };
    let rows = [Obligation::Must, Obligation::May]
        .into_iter()
        .flat_map(|obligation| group(filled, number, obligation))
        .collect();
    [Block::Heading(heading), Block::Table(table(title, rows))]
}

fn table(title: &str, rows: Vec<Vec<Cell>>) -> Table {
    let column = |width| Column {
        width,
        alignment: Alignment::Left,
    };
    Table {
        caption: title.to_owned(),
        columns: vec![column(60.0), column(25.0), column(85.0)],
        header: vec![vec![
            cell(title),
            cell("Grøn/gul/rød"),
            cell("Bemærkninger"),
        ]],
        rows,
        row_headers: false,
        dense: false,
    }
}

fn group(filled: &Filled, area: usize, obligation: Obligation) -> Vec<Vec<Cell>> {
    let all = filled.set.recommendation.iter();
    let inside: Vec<_> = all
        .filter(|one| one.area == area && one.obligation == obligation)
        .collect();
    if inside.is_empty() {
        return Vec::new();
    }
    let head = match obligation {
        Obligation::Must => format!("SKAL-initiativer i {}:", filled.set.years()),
        Obligation::May => format!("KAN-initiativer i {}:", filled.set.years()),
    };
    let spanning = Cell {
        column_span: 3,
        ..cell(&head)
    };
    let rows = inside.into_iter().map(|one| row(filled, one));
    std::iter::once(vec![spanning]).chain(rows).collect()
}

fn row(filled: &Filled, recommendation: &RecommendationText) -> Vec<Cell> {
    let (status, remark) = filled.answer(recommendation.number);
    let remark = Cell {
        paragraphs: markup::remark(remark).iter().map(paragraph).collect(),
        ..cell("")
    };
    vec![cell(&recommendation.text), cell(status), remark]
}

fn paragraph(remark: &RemarkParagraph) -> Paragraph {
    let run = |run: &forms::RemarkRun| Run {
        text: run.text.clone(),
        bold: run.bold,
        italic: run.italic,
        ..Run::default()
    };
    Paragraph {
        style: if remark.list_item {
            Style::Item
        } else {
            Style::Body
        },
        runs: remark.runs.iter().map(run).collect(),
    }
}

fn cell(text: &str) -> Cell {
    let run = Run {
        text: text.to_owned(),
        ..Run::default()
    };
    Cell {
        paragraphs: vec![Paragraph {
            style: Style::Body,
            runs: vec![run],
        }],
        paint: None,
        column_span: 1,
        row_span: 1,
        spoken: None,
        controls: Vec::new(),
    }
}
