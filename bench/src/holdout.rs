//! A harder set that nobody tunes to: shapes combined by chance, and worse wear.

use crate::generator::dice::Dice;
use crate::generator::shape::{
    Column, Counts, Format, Layout, Legend, Named, Printed, Remarks, Shape, Sign, Texts,
};
use crate::generator::stock::Which;

/// So many forms from a seed.
pub fn holdout(seed: u64, forms: u64) -> Vec<Shape> {
    (0..forms).map(|at| by_chance(seed * 1000 + at)).collect()
}

fn by_chance(seed: u64) -> Shape {
    let mut dice = Dice::new(seed);
    let format = format(&mut dice);
    let sign = sign(format, &mut dice);
    let layout = layout(format, sign, &mut dice);
    let mut shape = Shape {
        which: *dice.pick(&[
            Which::Recruitment,
            Which::Recruitment,
            Which::Transition,
            Which::English,
        ]),
        sign,
        layout,
        columns: columns(layout, &mut dice),
        texts: texts(&mut dice),
        remarks: remarks(layout, format, &mut dice),
        named: *dice.pick(&[
            Named::Text,
            Named::Title,
            Named::FileCode,
            Named::FileName,
            Named::Nowhere,
        ]),
        legend: *dice.pick(&[Legend::None, Legend::None, Legend::Sentence, Legend::Colors]),
        count: counts(&mut dice),
        shuffled: dice.percent(35),
        repeated_heads: layout == Layout::OneTable && dice.percent(20),
        banded: sign == Sign::Word && dice.percent(25),
        ..Shape::plain("", format, seed)
    };
    if shape.sign == Sign::RoundWords {
        shape.which = Which::Recruitment;
    }
    shape.about = format!("by chance: {shape:?}");
    shape
}

fn format(dice: &mut Dice) -> Format {
    *dice.pick(&[
        Format::Docx,
        Format::Docx,
        Format::Docx,
        Format::Xlsx,
        Format::Xlsx,
        Format::Odt,
        Format::Ods,
        Format::Html,
        Format::Html,
        Format::Csv,
        Format::Pdf(Printed::Word),
        Format::Pdf(Printed::Word),
        Format::Pdf(Printed::Browser),
        Format::Pdf(Printed::Workbook),
    ])
}

/// Signs that the format can carry.
fn sign(format: Format, dice: &mut Dice) -> Sign {
    let words = [
        Sign::Word,
        Sign::Sloppy,
        Sign::Labelled,
        Sign::Explained,
        Sign::RoundWords,
        Sign::Crosses,
        Sign::Ticks,
    ];
    let colors = [
        Sign::Fill(dice.below(5)),
        Sign::WordOnFill(dice.below(5)),
        Sign::WordOnFill(dice.below(5)),
        Sign::ColoredDot,
        Sign::ColoredText,
        Sign::Emoji,
    ];
    let controls = [
        Sign::DropDown(false),
        Sign::DropDown(true),
        Sign::Boxes(false),
        Sign::Boxes(true),
    ];
    let printed = matches!(format, Format::Pdf(_));
    match dice.below(3) {
        1 if format.has_colors() && !printed => *dice.pick(&colors),
        1 if printed => *dice.pick(&colors[..4]),
        2 if matches!(format, Format::Docx | Format::Html | Format::Odt) => *dice.pick(&controls),
        _ => *dice.pick(&words),
    }
}

fn layout(format: Format, sign: Sign, dice: &mut Dice) -> Layout {
    let one_cell = !matches!(sign, Sign::Crosses | Sign::Ticks);
    let layouts = [
        Layout::OneTable,
        Layout::AreaTables,
        Layout::TablesUnderHeadings,
        Layout::MergedAreas,
    ];
    match dice.below(8) {
        0 if one_cell && !format.is_workbook() && format != Format::Csv => Layout::Cards,
        1 if matches!(format, Format::Xlsx | Format::Ods) => Layout::Sheets,
        _ => *dice.pick(&layouts),
    }
}

fn columns(layout: Layout, dice: &mut Dice) -> Vec<Column> {
    use Column::{Deadline, LastYear, Number, Owner, Remark, Status, Text};
    let choices: [&[Column]; 6] = [
        &[Text, Status, Remark],
        &[Number, Text, Status, Remark],
        &[Status, Text, Remark],
        &[Text, Remark, Status],
        &[Number, Text, Owner, Status, Remark, Deadline],
        &[Number, Text, LastYear, Status, Remark],
    ];
    // With obligations as rows of a table the recommendation usually stands first.
    let most = if layout == Layout::OneTable {
        2
    } else {
        choices.len()
    };
    choices[dice.below(most)].to_vec()
}

fn texts(dice: &mut Dice) -> Texts {
    match dice.below(10) {
        0 => Texts::Shortened,
        1 => Texts::Dotted,
        2 => Texts::Hyphenated,
        3 => Texts::Ocr(4),
        4 => Texts::Ocr(8),
        _ => Texts::Full,
    }
}

fn remarks(layout: Layout, format: Format, dice: &mut Dice) -> Remarks {
    match dice.below(6) {
        0 if !matches!(layout, Layout::Cards) && format != Format::Csv => Remarks::SeveralRows,
        _ => Remarks::Column,
    }
}

fn counts(dice: &mut Dice) -> Counts {
    let some = |dice: &mut Dice, chance, most| match dice.percent(chance) {
        true => 1 + dice.below(most),
        false => 0,
    };
    Counts {
        contradictions: some(dice, 35, 2),
        unknown: some(dice, 20, 1),
        blank: some(dice, 30, 2),
        missing: some(dice, 25, 2),
        proposals: some(dice, 25, 2),
        renumbered: dice.percent(20),
    }
}
