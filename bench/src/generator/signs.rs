//! How a form says a status: words, colours, marks and controls.

use super::dice::Dice;
use super::paper::{Cell, Control, Fill, Line, Run};
use super::shape::{Shape, Sign};
use super::truth::{Doubt, TrueEntry};
use forms::Status;

/// Fills that people choose, for green, yellow and red: Office's standard colours, tints of
/// cell styles, pastels, strong web colours, LibreOffice's palette.
pub const PALETTES: [[&str; 3]; 5] = [
    ["00B050", "FFFF00", "FF0000"],
    ["C6EFCE", "FFEB9C", "FFC7CE"],
    ["A9D08E", "FFE699", "F4B6B6"],
    ["28A745", "FFC107", "DC3545"],
    ["81D41A", "FFFF38", "FF3838"],
];

/// The words in which a round can ask, beside the colours.
pub const ROUND_WORDS: [(&str, Status); 3] = [
    ("igangsat efter planen", Status::Green),
    ("i proces", Status::Yellow),
    ("endnu ikke igangsat", Status::Red),
];

/// The status cells of an entry: one, or one for each status column.
pub fn status_cells(shape: &Shape, english: bool, entry: &TrueEntry, dice: &mut Dice) -> Vec<Cell> {
    match shape.sign {
        Sign::Crosses => marks(3, "X", entry),
        Sign::Ticks => marks(4, "✓", entry),
        _ => vec![status_cell(shape, english, entry, dice)],
    }
}

/// How many columns a status takes.
pub fn status_columns(sign: Sign) -> usize {
    match sign {
        Sign::Crosses => 3,
        Sign::Ticks => 4,
        _ => 1,
    }
}

fn marks(columns: usize, mark: &str, entry: &TrueEntry) -> Vec<Cell> {
    let mut cells = vec![Cell::blank(); columns];
    match (entry.status, entry.doubt) {
        (Status::NotReported, Some(Doubt::UnknownWord)) => cells[0] = Cell::plain("?"),
        (Status::NotReported, _) => {}
        (Status::NotParticipating, _) if columns == 3 => cells.fill(Cell::plain("-")),
        (status, _) => cells[place(status)] = Cell::plain(mark),
    }
    if let Some(Doubt::Contradiction(other)) = entry.doubt {
        cells[place(other)] = Cell::plain(mark);
    }
    cells
}

fn status_cell(shape: &Shape, english: bool, entry: &TrueEntry, dice: &mut Dice) -> Cell {
    let mut cell = match (entry.status, entry.doubt) {
        (Status::NotReported, Some(Doubt::UnknownWord)) => {
            Cell::plain(*dice.pick(&["Lilla", "Orange/lilla"]))
        }
        (Status::NotReported, _) => silent_cell(shape.sign, english),
        (Status::NotParticipating, _) => absent_cell(shape.sign, english, dice),
        (status, _) => shown(shape.sign, english, status, dice),
    };
    if let Some(Doubt::Contradiction(other)) = entry.doubt {
        contradict(&mut cell, shape, english, other);
    }
    cell
}

/// A cell that was left as it was.
fn silent_cell(sign: Sign, english: bool) -> Cell {
    controlled(sign, english, None).unwrap_or_else(Cell::blank)
}

fn absent_cell(sign: Sign, english: bool, dice: &mut Dice) -> Cell {
    let control = controlled(sign, english, Some(3));
    control.unwrap_or_else(|| Cell::plain(absent_word(english, dice)))
}

/// How people write that they take no part.
pub fn absent_word(english: bool, dice: &mut Dice) -> &'static str {
    let words: &[&str] = match english {
        true => &["-", "Not participating", "Not relevant"],
        false => &[
            "-",
            "–",
            "Deltager ikke",
            "Ikke relevant",
            "deltager ikke p.t.",
        ],
    };
    words[dice.below(words.len())]
}

fn controlled(sign: Sign, english: bool, chosen: Option<usize>) -> Option<Cell> {
    let options = options(english);
    let control = match sign {
        Sign::DropDown(old) => Control::DropDown {
            options,
            chosen,
            old,
        },
        Sign::Boxes(old) => Control::Boxes {
            options,
            ticked: chosen.into_iter().collect(),
            old,
        },
        _ => return None,
    };
    Some(Cell {
        control: Some(control),
        ..Cell::blank()
    })
}

fn options(english: bool) -> Vec<&'static str> {
    match english {
        true => vec!["Green", "Yellow", "Red", "Not participating"],
        false => vec!["Grøn", "Gul", "Rød", "Deltager ikke"],
    }
}

fn shown(sign: Sign, english: bool, status: Status, dice: &mut Dice) -> Cell {
    let at = place(status);
    match sign {
        Sign::Fill(palette) => Cell::blank().filled(Fill::Hex(PALETTES[palette][at])),
        Sign::ThemeFill => Cell::blank().filled(theme_fill(at, dice)),
        Sign::WordOnFill(palette) => {
            Cell::plain(word(english, status)).filled(Fill::Hex(PALETTES[palette][at]))
        }
        Sign::ColoredDot | Sign::ColoredText | Sign::Highlight => painted(sign, at),
        Sign::DropDown(_) | Sign::Boxes(_) => {
            controlled(sign, english, Some(at)).unwrap_or_else(Cell::blank)
        }
        _ => Cell::plain(said(sign, english, status, dice)),
    }
}

/// Green is accent 6, yellow accent 4; the theme has no red, so people take the standard one.
fn theme_fill(at: usize, dice: &mut Dice) -> Fill {
    let lighter = *dice.pick(&[0, 40, 60]);
    match at {
        0 => Fill::Accent(6, lighter),
        1 => Fill::Accent(4, lighter),
        _ => Fill::Hex("FF0000"),
    }
}

fn painted(sign: Sign, at: usize) -> Cell {
    let run = match sign {
        Sign::ColoredDot => Run {
            color: Some(["00B050", "FFC000", "FF0000"][at]),
            ..Run::plain("●")
        },
        Sign::ColoredText => Run {
            color: Some(["00B050", "E6B800", "C00000"][at]),
            ..Run::bold("Status")
        },
        _ => Run {
            highlight: Some(["00FF00", "FFFF00", "FF0000"][at]),
            ..Run::plain("Status")
        },
    };
    Cell::of(vec![Line::of(run)])
}

/// The status in words or symbols.
pub fn said(sign: Sign, english: bool, status: Status, dice: &mut Dice) -> String {
    let plain = word(english, status);
    match sign {
        Sign::Sloppy => sloppy(plain, dice),
        Sign::Labelled => format!("Status: {}", plain.to_lowercase()),
        Sign::Explained => format!("{plain} – {}", explanation(english, status, dice)),
        Sign::RoundWords => round_word(status).to_owned(),
        Sign::Emoji => ["🟢", "🟡", "🔴"][place(status)].to_owned(),
        _ => plain.to_owned(),
    }
}

fn sloppy(word: &str, dice: &mut Dice) -> String {
    match dice.below(5) {
        0 => word.to_uppercase(),
        1 => format!("{}.", word.to_lowercase()),
        2 => format!("  {word} "),
        3 => format!("({word})"),
        _ => format!("{}!", word.to_uppercase()),
    }
}

fn explanation(english: bool, status: Status, dice: &mut Dice) -> &'static str {
    let choices: [&str; 2] = match (english, status) {
        (true, Status::Green) => ["on track", "started as planned"],
        (true, Status::Yellow) => ["under way", "some delay"],
        (true, _) => ["not started", "needs attention"],
        (false, Status::Green) => ["kører efter planen", "i mål"],
        (false, Status::Yellow) => ["på vej", "mindre forsinkelse"],
        (false, _) => ["ikke begyndt", "kræver handling"],
    };
    choices[dice.below(2)]
}

fn round_word(status: Status) -> &'static str {
    ["Igangsat efter planen", "I proces", "Endnu ikke igangsat"][place(status)]
}

/// The plain word for a colour.
pub fn word(english: bool, status: Status) -> &'static str {
    match english {
        true => ["Green", "Yellow", "Red"][place(status)],
        false => ["Grøn", "Gul", "Rød"][place(status)],
    }
}

fn place(status: Status) -> usize {
    match status {
        Status::Green => 0,
        Status::Yellow => 1,
        Status::Red => 2,
        Status::NotParticipating | Status::NotReported => 3,
    }
}

/// Adds a second sign that says something else.
fn contradict(cell: &mut Cell, shape: &Shape, english: bool, other: Status) {
    let at = place(other);
    match (&mut cell.control, shape.sign) {
        (Some(Control::Boxes { ticked, .. }), _) => ticked.push(at),
        (None, Sign::Fill(_) | Sign::ThemeFill) => {
            cell.lines = vec![Line::plain(word(english, other))];
        }
        (None, Sign::Emoji) if !shape.format.has_colors() => {
            cell.lines.push(Line::plain(word(english, other)));
        }
        (None, _) if !shape.format.has_colors() => {
            cell.lines.push(Line::plain(["🟢", "🟡", "🔴"][at]));
        }
        _ => cell.fill = Some(Fill::Hex(PALETTES[0][at])),
    }
}
