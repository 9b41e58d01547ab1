//! Forms without tables: recommendations listed under a status, and mails.

use super::dice::Dice;
use super::paper::{Line, Piece, Run};
use super::rows::Row;
use super::signs;
use super::stock::Blank;
use super::truth::TrueEntry;
use forms::Status;

/// Three groups, as in a committee's minutes.
pub fn groups(rows: &[Row], dice: &mut Dice) -> Vec<Piece> {
    let mut pieces = vec![Piece::Text(Line::plain(
        "Nedenfor er en status på de enkelte anbefalinger.",
    ))];
    let mut rows = rows.to_vec();
    dice.shuffle(&mut rows);
    for (status, words) in [
        (Status::Green, "Initiativer, som er igangsat efter planen:"),
        (Status::Yellow, "Initiativer, som er i proces:"),
        (Status::Red, "Initiativer, som endnu ikke er igangsat:"),
    ] {
        pieces.push(Piece::Text(Line::plain(words)));
        let listed = rows.iter().filter(|row| row.answer.status == status);
        pieces.extend(listed.map(|row| {
            Piece::Text(Line {
                bullet: true,
                runs: vec![Run::plain(row.text.clone())],
            })
        }));
    }
    pieces.push(Piece::Text(Line::plain(
        "Opsummering: For uddybning henvises til kommunens beskæftigelsesplan.",
    )));
    pieces
}

/// A listing has no remarks, and only three statuses.
pub fn as_listed(entry: &mut TrueEntry) {
    entry.remark.clear();
    entry.doubt = None;
    if !matches!(entry.status, Status::Green | Status::Yellow) {
        entry.status = Status::Red;
    }
}

/// A mail that answers point by point.
pub fn mail(rows: &[Row], blank: &Blank, sender: Option<&str>, dice: &mut Dice) -> Vec<Piece> {
    let mut pieces = texts(&[
        "Hej Birthe",
        "",
        "Hermed vores status som aftalt i telefonen.",
        "",
    ]);
    for row in rows {
        pieces.push(Piece::Text(Line::plain(format!(
            "{}. {}",
            row.number, row.text
        ))));
        let status = mail_status(blank, row, dice);
        pieces.push(Piece::Text(Line::plain(format!("Status: {status}"))));
        pieces.extend(row.answer.remark.iter().enumerate().map(mail_remark));
        pieces.push(Piece::Text(Line::default()));
    }
    pieces.extend(texts(&["Venlig hilsen", "Jobcentret"]));
    pieces.extend(sender.map(|sender| Piece::Text(Line::plain(sender))));
    pieces
}

fn mail_status(blank: &Blank, row: &Row, dice: &mut Dice) -> String {
    match row.answer.status {
        Status::NotReported => String::new(),
        Status::NotParticipating => signs::absent_word(blank.english, dice).to_owned(),
        status => signs::word(blank.english, status).to_lowercase(),
    }
}

fn mail_remark((at, line): (usize, &Line)) -> Piece {
    let mut line = line.clone();
    if at == 0 {
        line.runs.insert(0, Run::plain("Bemærkning: "));
    }
    Piece::Text(line)
}

fn texts(lines: &[&str]) -> Vec<Piece> {
    let lines = lines.iter();
    lines.map(|line| Piece::Text(Line::plain(*line))).collect()
}
