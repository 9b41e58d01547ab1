use super::{AUTHOR, Filled, NOTICE};
use crate::markup;
use crate::material::RecommendationText;
use documents::write::workbook::{Sheet, SheetCell, SheetColumn, Workbook};
use forms::{Obligation, plain_remark};
use kernel::Language;

/// The form as a workbook of one sheet.
pub(super) fn workbook(filled: &Filled) -> Workbook {
    Workbook {
        title: filled.title(),
        subject: filled.set.title.clone(),
        author: AUTHOR.to_owned(),
        language: Language::Da,
        dated: filled.form.received,
        notice: Some(NOTICE.to_owned()),
        page: "Side".to_owned(),
        of: "af".to_owned(),
        sheets: vec![sheet(filled)],
    }
}

fn sheet(filled: &Filled) -> Sheet {
    let all = filled.set.recommendation.iter();
    Sheet {
        name: "Skema".to_owned(),
        title: filled.title(),
        notes: Vec::new(),
        columns: columns(),
        rows: all.map(|one| row(filled, one)).collect(),
        frozen_columns: 0,
        filter: false,
        wide: true,
    }
}

fn columns() -> Vec<SheetColumn> {
    let widths = [5.0, 24.0, 9.0, 60.0, 10.0, 80.0];
    let headings = [
        "Nr.",
        "Område",
        "Skal/kan",
        "Anbefaling",
        "Status",
        "Bemærkninger",
    ];
    let columns = headings.into_iter().zip(widths);
    columns
        .map(|(heading, width)| SheetColumn::new(heading, width))
        .collect()
}

fn row(filled: &Filled, recommendation: &RecommendationText) -> Vec<SheetCell> {
    let (status, remark) = filled.answer(recommendation.number);
    let areas = &filled.set.areas;
    let area = areas.get(recommendation.area.saturating_sub(1));
    let obligation = match recommendation.obligation {
        Obligation::Must => "skal",
        Obligation::May => "kan",
    };
    vec![
        SheetCell::count(recommendation.number),
        SheetCell::text(area.map_or("", String::as_str)),
        SheetCell::text(obligation),
        SheetCell::text(&recommendation.text),
        SheetCell::text(status),
        SheetCell::text(plain_remark(&markup::remark(remark))),
    ]
}
