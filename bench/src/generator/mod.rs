//! Makes filled-in progress forms as municipalities really send them, with the truth known.
//! Knows nothing of our own readers and writers.

pub mod answers;
pub mod dice;
pub mod files;
pub mod paper;
pub mod prose;
pub mod rows;
pub mod shape;
pub mod signs;
pub mod stock;
pub mod tables;
pub mod texts;
pub mod truth;

use dice::Dice;
use forms::Status;
use paper::{Cell, Fill, Grid, Line, Paper, Piece};
use rows::Row;
use shape::{Format, Layout, Legend, Named, Shape, Sign};
use stock::{Blank, Sender, Which};
use tables::Layouter;
use truth::{Form, Truth};

/// Makes the form of a shape.
pub fn form(shape: &Shape) -> Form {
    let mut dice = Dice::new(shape.seed);
    let blank = shape.which.blank();
    let sender = dice.pick(&stock::senders()).clone();
    let mut entries = answers::answers(shape, &blank, &mut dice);
    if shape.layout == Layout::Groups {
        entries.iter_mut().for_each(prose::as_listed);
    }
    let mut rows = rows::rows(shape, &blank, &entries, &mut dice);
    let lost = rows::lose_rows(shape, &mut entries, &mut dice);
    rows.retain(|row| row.place.is_none_or(|place| !lost.contains(&place)));
    let proposals = rows::add_proposals(shape, &mut rows, &mut dice);
    let paper = paper(shape, &blank, &rows, &sender, &mut dice);
    Form {
        about: shape.about.clone(),
        file_name: file_name(shape, &sender),
        bytes: files::write(&paper, shape.format.written_as()),
        truth: Truth {
            which: shape.which,
            sender: (shape.named != Named::Nowhere).then_some(sender),
            words: round_words(shape),
            entries,
            proposals,
        },
    }
}

/// A blank form as a file.
pub fn blank_form(which: Which, format: Format, layout: Layout) -> Vec<u8> {
    let blank = which.blank();
    let shape = Shape {
        which,
        layout,
        named: Named::Nowhere,
        ..Shape::plain("blank", format, 1)
    };
    let empty = vec![tables::unanswered(); blank.recommendations.len()];
    let mut dice = Dice::new(1);
    let rows = rows::rows(&shape, &blank, &empty, &mut dice);
    let sender = stock::senders().swap_remove(0);
    let paper = paper(&shape, &blank, &rows, &sender, &mut dice);
    files::write(&paper, format.written_as())
}

fn round_words(shape: &Shape) -> Vec<(&'static str, Status)> {
    match shape.sign == Sign::RoundWords || shape.layout == Layout::Groups {
        true => signs::ROUND_WORDS.to_vec(),
        false => Vec::new(),
    }
}

fn paper(shape: &Shape, blank: &Blank, rows: &[Row], sender: &Sender, dice: &mut Dice) -> Paper {
    let mut paper = Paper {
        title: Some(blank.title.clone()),
        variant: shape.seed,
        ..Paper::default()
    };
    name_sender(&mut paper, shape, blank, sender);
    paper.pieces.extend(legend(shape, blank));
    let named = (shape.named == Named::Text).then_some(sender.authority);
    paper.pieces.extend(match shape.layout {
        Layout::Groups => prose::groups(rows, dice),
        Layout::Mail => prose::mail(rows, blank, named, dice),
        _ => Layouter { shape, blank, dice }.lay_out(rows),
    });
    paper
}

fn name_sender(paper: &mut Paper, shape: &Shape, blank: &Blank, sender: &Sender) {
    let label = if blank.english {
        "Municipality"
    } else {
        "Kommune"
    };
    let mut title = blank.title.clone();
    match shape.named {
        Named::Title => title = format!("{title} – {}", sender.authority),
        Named::PageHeader => paper.page_header = Some(sender.authority.to_owned()),
        Named::Properties => paper.company = Some(sender.authority.to_owned()),
        _ => {}
    }
    if shape.layout != Layout::Mail {
        paper.pieces.push(Piece::Heading(1, title));
    }
    if shape.named == Named::Text && shape.layout != Layout::Mail {
        let line = format!("{label}: {}", sender.authority);
        paper.pieces.push(Piece::Text(Line::plain(line)));
    }
}

fn legend(shape: &Shape, blank: &Blank) -> Vec<Piece> {
    let meanings = match blank.english {
        true => ["Green: on track", "Yellow: some delay", "Red: not started"],
        false => [
            "Grøn: kører efter planen",
            "Gul: mindre forsinkelse",
            "Rød: ikke begyndt",
        ],
    };
    match shape.legend {
        Legend::None => Vec::new(),
        Legend::Sentence => vec![Piece::Text(Line::plain(meanings.join(". ")))],
        Legend::Colors => vec![
            Piece::Grid(Grid {
                widths: vec![34, 33, 33],
                rows: vec![legend_cells(&meanings)],
                ..Grid::default()
            }),
            Piece::Text(Line::default()),
        ],
    }
}

fn legend_cells(meanings: &[&str]) -> Vec<Cell> {
    let fills = signs::PALETTES[0];
    let cells = meanings.iter().zip(fills);
    cells
        .map(|(meaning, fill)| Cell::plain(*meaning).filled(Fill::Hex(fill)))
        .collect()
}

fn file_name(shape: &Shape, sender: &Sender) -> String {
    let ending = shape.format.ending();
    match shape.named {
        Named::FileCode => format!("2025-{}-{}.{ending}", sender.code, slug(sender.name)),
        Named::FileName => format!("Fremdriftsskema {}.{ending}", sender.authority),
        _ => format!("skema ({}).{ending}", shape.seed % 9),
    }
}

fn slug(name: &str) -> String {
    name.to_lowercase()
        .replace('æ', "ae")
        .replace('ø', "oe")
        .replace('å', "aa")
}
