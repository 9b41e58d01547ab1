//! What in a cell may say a status: words, symbols, controls, colours. Read, not yet judged.

use crate::read::boxes::check_boxes;
use crate::read::headings;
use crate::read::phrases::{Hit, Kind, Phrases, split};
use crate::read::remarks;
use crate::read::rest::cut;
use crate::read::tint::{self, Tint};
use crate::{RemarkParagraph, Status, StatusEvidence};
use document_model::{Cell, Control};
use linking::fold;

/// A sign with the status that it stands for and how sure it is, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sign {
    pub status: Status,
    pub evidence: StatusEvidence,
    pub sure: f64,
}

/// Why a sign cannot be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Several statuses in one cell: "grøn/gul".
    SeveralWords(String),
    /// Marks in several columns, or several ticked boxes.
    SeveralMarks,
    /// "Ikke grøn" does not say what instead.
    Negated(String),
    /// A word that is no status.
    Unknown(String),
    /// The status word stands in the middle of a text.
    InText(String),
    /// Another column that may be the status says something else.
    TwoColumns,
}

/// Everything in a row that may say a status.
#[derive(Debug, Clone, Default)]
pub(crate) struct Signs {
    /// Words, controls, marks and symbols.
    pub said: Vec<Sign>,
    /// What is wrong with them.
    pub doubt: Option<Doubt>,
    /// The fill of the status cell.
    pub fill: Option<Tint>,
    /// Whether every cell of the row has that fill.
    pub whole_row: bool,
    /// Whether the heading above the status cell has that fill too.
    pub like_heading: bool,
    /// The colour of the status cell's text.
    pub ink: Option<Tint>,
    /// The fill and ink of the recommendation's cell, for forms without a status column.
    pub text_fill: Option<Tint>,
    pub text_ink: Option<Tint>,
    /// The fill of the remark's cell.
    pub remark_fill: Option<Tint>,
    /// What stands in the status cell after the status.
    pub rest: Vec<RemarkParagraph>,
    /// Whether the heading or label names a year before the form's.
    pub past: bool,
    /// Whether a heading or label announced them, even if nothing stands there.
    pub headed: bool,
}

/// How sure a status is that stands under an earlier year and has no newer one beside it.
const PAST: f64 = 0.6;

impl Signs {
    /// Whether a person put something there (a colour alone counts only if it says a status).
    pub(crate) fn say_something(&self) -> bool {
        !self.said.is_empty()
            || self.doubt.is_some()
            || self.tints().any(|tint| tint.status().is_some())
            || !self.rest.is_empty()
    }

    /// The same signs, less sure where they are of an earlier year.
    pub(crate) fn of_year(mut self, past: bool) -> Self {
        (self.past, self.headed) = (past, true);
        if past {
            self.said
                .iter_mut()
                .for_each(|sign| sign.sure = sign.sure.min(PAST));
            for tint in [&mut self.fill, &mut self.ink] {
                if let Some(Tint::Status(status, sure)) = *tint {
                    *tint = Some(Tint::Status(status, sure.min(PAST)));
                }
            }
        }
        self
    }

    /// Takes in a second status of the same recommendation. One of this year replaces one of a
    /// year before; of two of the same year neither is sure unless they agree.
    pub(crate) fn replace_with(&mut self, new: Signs) {
        if new.past && !self.past && self.headed {
            return;
        }
        let differ = new.past == self.past && self.say_something() && !new.agree(self);
        *self = new;
        if differ {
            self.doubt.get_or_insert(Doubt::TwoColumns);
        }
    }

    /// Whether two cells that may both be the status say the same, or only one says anything.
    pub(crate) fn agree(&self, other: &Signs) -> bool {
        match (self.first_status(), other.first_status()) {
            (Some(one), Some(two)) => one == two,
            (Some(_), None) => other.doubt.is_none(),
            (None, Some(_)) => false,
            (None, None) => true,
        }
    }

    fn first_status(&self) -> Option<Status> {
        let said = self.said.first().map(|sign| sign.status);
        said.or_else(|| self.tints().find_map(|tint| Some(tint.status()?.0)))
    }

    fn tints(&self) -> impl Iterator<Item = Tint> {
        [self.fill, self.ink].into_iter().flatten()
    }
}

/// Reads a status cell.
pub(crate) fn of_cell(cell: &Cell, phrases: &Phrases) -> Signs {
    let text = cell.text();
    let mut signs = Signs {
        fill: cell.fill.map(tint::of_fill),
        ink: ink(cell),
        ..Signs::default()
    };
    let boxes = check_boxes(cell, &text, phrases);
    if let Some(boxes) = boxes {
        signs.said = boxes;
        signs.doubt = several(&signs.said).then_some(Doubt::SeveralMarks);
        return signs;
    }
    for control in &cell.controls {
        read_choice(&mut signs, control, phrases);
    }
    read_text(&mut signs, &text, cell, phrases);
    signs
}

fn several(said: &[Sign]) -> bool {
    said.windows(2).any(|pair| pair[0].status != pair[1].status)
}

fn read_choice(signs: &mut Signs, control: &Control, phrases: &Phrases) {
    let Control::Choice {
        selected: Some(choice),
        ..
    } = control
    else {
        return;
    };
    if is_placeholder(choice) {
        return;
    }
    if let Some(status) = plain_status(choice, phrases) {
        signs.said.push(Sign {
            status,
            evidence: StatusEvidence::Control(choice.trim().to_owned()),
            sure: 1.0,
        });
    } else {
        signs.doubt = Some(Doubt::Unknown(choice.trim().to_owned()));
    }
}

/// The one status that a short text says, if it says exactly one.
pub(crate) fn plain_status(text: &str, phrases: &Phrases) -> Option<Status> {
    if is_dash(text) {
        return Some(Status::NotParticipating);
    }
    let hits = phrases.scan(text);
    let first = hits.first().filter(|hit| !hit.negated)?;
    if hits.iter().all(|hit| hit.status == first.status) {
        return Some(first.status);
    }
    symbol_signs(text)
        .first()
        .map(|sign| sign.status)
        .filter(|_| hits.is_empty())
}

/// A dash alone: "takes no part".
pub(crate) fn is_dash(text: &str) -> bool {
    let folded = fold(text);
    matches!(
        folded.as_str(),
        "-" | "--" | "(-)" | "- -" | "/" | "./." | "\"-\"" | "'-'"
    )
}

/// Text that stands in the blank form, or waits for a choice.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let folded = fold(text);
    let waits = [
        "vælg", "vaelg", "choose", "select", "klik", "click", "indtast", "angiv", "skriv", "[",
        "<", "…", "...",
    ];
    folded.is_empty()
        || waits.iter().any(|start| folded.starts_with(start))
            && folded.len() < 60
            && !folded.starts_with("[x]")
            && !folded.starts_with("[ ]")
        || headings::is_colour_list(text)
        || matches!(
            folded.as_str(),
            "?" | "xx" | "xxx" | "_" | "__" | "___" | "status"
        )
}

fn read_text(signs: &mut Signs, text: &str, cell: &Cell, phrases: &Phrases) {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return;
    }
    if is_dash(trimmed) {
        signs
            .said
            .push(word_sign(Status::NotParticipating, trimmed, 1.0));
        return;
    }
    if matches!(fold(trimmed).as_str(), "na" | "ir" | "i.r" | "irr" | "irr.") {
        signs
            .said
            .push(word_sign(Status::NotParticipating, trimmed, 0.9));
        return;
    }
    let hits = phrases.scan(text);
    if hits.is_empty() && is_placeholder(trimmed) {
        return;
    }
    if is_colour_list(&hits, text) {
        read_colour_list(signs, cell, phrases);
        return;
    }
    let symbols = symbol_signs(text);
    if hits.is_empty() {
        read_symbols(signs, symbols, text, cell);
    } else {
        signs.said.extend(symbols);
        read_hits(signs, &hits, text, cell);
    }
}

/// Green, yellow and red all listed, as the blank form does: "Grøn / Gul / Rød".
fn is_colour_list(hits: &[Hit], text: &str) -> bool {
    let has = |status| {
        hits.iter()
            .any(|hit| hit.status == status && hit.kind == Kind::Colour)
    };
    has(Status::Green)
        && has(Status::Yellow)
        && has(Status::Red)
        && split(text).len() <= hits.len() + 6
}

/// The choices are listed; one may be emphasised.
fn read_colour_list(signs: &mut Signs, cell: &Cell, phrases: &Phrases) {
    let runs = cell.paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
    let marked: Vec<_> = runs
        .filter(|run| {
            run.bold
                || run.highlight.is_some()
                || run
                    .color
                    .map(tint::of_text)
                    .is_some_and(|tint| tint.status().is_some())
        })
        .collect();
    let mut chosen: Vec<Status> = marked
        .iter()
        .filter_map(|run| plain_status(&run.text, phrases))
        .collect();
    chosen.dedup();
    // The colours are shown in their own colours: nothing is chosen by it.
    signs.ink = None;
    if let [status] = chosen[..] {
        signs.said.push(word_sign(status, &cell.text(), 0.65));
    }
}

fn read_symbols(signs: &mut Signs, symbols: Vec<Sign>, text: &str, cell: &Cell) {
    let coloured = signs.ink.is_some_and(|tint| tint.status().is_some())
        || signs.fill.is_some_and(|tint| tint.status().is_some());
    let short = text.trim().chars().count() <= 3;
    if short
        && text
            .chars()
            .all(|letter| is_shape(letter) || is_mark(letter) || letter.is_whitespace())
        && coloured
    {
        // A coloured dot or mark says its colour.
        return;
    }
    if symbols.is_empty() {
        signs
            .doubt
            .get_or_insert(Doubt::Unknown(text.trim().to_owned()));
        signs.rest = remarks::of_cell(cell, false);
        return;
    }
    signs.rest = cut(cell, first_symbol_end(text));
    signs.doubt = signs
        .doubt
        .take()
        .or(several(&symbols).then(|| Doubt::SeveralWords(text.trim().to_owned())));
    signs.said.extend(symbols);
}

fn first_symbol_end(text: &str) -> usize {
    text.char_indices()
        .find(|(_, letter)| symbol(*letter).is_some())
        .map_or(0, |(at, letter)| at + letter.len_utf8())
}

fn read_hits(signs: &mut Signs, hits: &[Hit], text: &str, cell: &Cell) {
    let words = split(text);
    let Some(first) = hits.first() else { return };
    let said: String = text[first.range.clone()].to_owned();
    let lead = text[..first.range.start].trim();
    let leads = first.word == 0
        || lead.chars().all(|letter| !letter.is_alphanumeric())
        || first.word <= 3 && is_label(lead);
    let others: Vec<&Hit> = hits[1..]
        .iter()
        .filter(|hit| hit.status != first.status && (hit.kind != Kind::Absence || !leads))
        .collect();
    if first.negated {
        signs.doubt = Some(Doubt::Negated(text.trim().to_owned()));
        return;
    }
    let follows_at_once = others
        .first()
        .is_some_and(|other| only_joins(&text[first.range.end..other.range.start]));
    if !others.is_empty() && (!leads || follows_at_once) {
        signs.doubt = Some(Doubt::SeveralWords(text.trim().to_owned()));
        return;
    }
    if !leads && words.len() > 5 {
        signs.doubt = Some(Doubt::InText(text.trim().to_owned()));
        signs.said.push(word_sign(first.status, &said, 0.6));
        signs.rest = remarks::of_cell(cell, false);
        return;
    }
    // "Gul – forventes grøn til foråret": the first word answers, but somebody should look.
    let turned =
        others.iter().any(|hit| hit.kind == Kind::Colour) || !others.is_empty() && words.len() <= 6;
    let plain = if first.kind == Kind::Colour {
        1.0
    } else {
        0.97
    };
    let hedged =
        text[first.range.end..].trim_start().starts_with('?') || !leads && !lead_is_plain(lead);
    let sure = first.sure * plain * if turned || hedged { 0.7 } else { 1.0 };
    signs.said.push(word_sign(first.status, &said, sure));
    let end = rest_start(text, hits, first);
    signs.rest = if leads { cut(cell, end) } else { Vec::new() };
}

/// Whether two statuses are named side by side: "grøn/gul", "gul eller rød", "fra gul til grøn".
fn only_joins(between: &str) -> bool {
    let joiners = ["og", "eller", "til", "and", "or", "to", "mod"];
    split(between)
        .iter()
        .all(|(_, word)| joiners.contains(&word.as_str()))
}

/// Where the remark begins: after the status and everything that only repeats it.
fn rest_start(text: &str, hits: &[Hit], first: &Hit) -> usize {
    let repeats = hits.iter().skip(1).take_while(|hit| {
        hit.status == first.status
            && text[first.range.end..hit.range.start]
                .trim()
                .chars()
                .all(|letter| !letter.is_alphanumeric())
            && hit.kind == Kind::Colour
    });
    repeats.last().map_or(first.range.end, |hit| hit.range.end)
}

/// "Status:", "Vores vurdering er": words before a status that only announce it.
fn is_label(lead: &str) -> bool {
    let words = linking::words(lead);
    let known = [
        "status",
        "farve",
        "vurdering",
        "vurderes",
        "er",
        "vores",
        "samlet",
        "colour",
        "trafiklys",
        "fremdrift",
        "kommunens",
        "markeret",
        "med",
        "vi",
    ];
    lead.ends_with(':') || words.iter().all(|word| known.contains(&word.as_str()))
}

/// "Fortsat grøn" is green; "næsten grøn" and whatever else stands before it may not be.
fn lead_is_plain(lead: &str) -> bool {
    let plain = [
        "fortsat",
        "forsat",
        "stadig",
        "stadigvæk",
        "helt",
        "nu",
        "alt",
        "alle",
        "indsatsen",
        "projektet",
        "initiativet",
        "anbefalingen",
        "kommunen",
        "i",
        "en",
        "et",
        "still",
        "now",
    ];
    linking::words(lead)
        .iter()
        .all(|word| plain.contains(&word.as_str()))
        || is_label(lead)
}

fn word_sign(status: Status, said: &str, sure: f64) -> Sign {
    Sign {
        status,
        evidence: StatusEvidence::Word(said.trim().to_owned()),
        sure,
    }
}

/// The colour of a cell's text or of what lies behind it, if all of it that is coloured agrees.
pub(crate) fn ink(cell: &Cell) -> Option<Tint> {
    let mut found: Option<Tint> = None;
    for run in cell
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.runs)
        .filter(|run| !run.text.trim().is_empty())
    {
        let tint = run
            .highlight
            .map(tint::of_fill)
            .filter(|tint| tint.status().is_some())
            .or(run.color.map(tint::of_text))
            .unwrap_or(Tint::Neutral);
        match (found, tint.status()) {
            (None, Some(_)) => found = Some(tint),
            (Some(before), Some((status, _)))
                if before.status().is_some_and(|(other, _)| other != status) =>
            {
                return None;
            }
            _ => {}
        }
    }
    found
}

fn symbol(letter: char) -> Option<(Status, f64)> {
    match letter {
        '🟢' | '🟩' | '✅' | '💚' | '😀' | '🙂' | '😊' | '😃' | '👍' => {
            Some((Status::Green, 0.97))
        }
        '🟡' | '🟨' | '💛' | '😐' => Some((Status::Yellow, 0.97)),
        '🔴' | '🟥' | '❌' | '⛔' | '🙁' | '😞' | '👎' | '☹' => {
            Some((Status::Red, 0.97))
        }
        '🟠' | '🟧' | '⚠' => Some((Status::Yellow, 0.6)),
        // The shapes of Pejling's own matrix; elsewhere a dot may be any mark.
        '▲' => Some((Status::Yellow, 0.8)),
        '■' => Some((Status::Red, 0.7)),
        '●' => Some((Status::Green, 0.65)),
        '✔' | '✓' => Some((Status::Green, 0.65)),
        _ => None,
    }
}

fn is_shape(letter: char) -> bool {
    matches!(
        letter,
        '●' | '▲' | '■' | '•' | '⬤' | '◼' | '⚫' | '◆' | '★' | '○' | '\u{fe0f}'
    )
}

fn is_mark(letter: char) -> bool {
    matches!(letter, 'x' | 'X' | '✓' | '✔' | '×' | '✗' | '✘' | '+' | '*')
}

fn symbol_signs(text: &str) -> Vec<Sign> {
    let signs = text
        .chars()
        .filter_map(|letter| symbol(letter).map(|(status, sure)| (letter, status, sure)));
    signs
        .map(|(letter, status, sure)| Sign {
            status,
            evidence: StatusEvidence::Symbol(letter.to_string()),
            sure,
        })
        .collect()
}

/// Whether a cell of a status column ("Grøn | Gul | Rød") is marked.
pub(crate) fn is_marked(cell: &Cell) -> bool {
    if cell
        .controls
        .iter()
        .any(|control| matches!(control, Control::CheckBox { checked: true, .. }))
    {
        return true;
    }
    let text = fold(&cell.text());
    let denied = [
        "-", "nej", "no", "0", "☐", "false", "falsk", "[ ]", "( )", "□", "○",
    ];
    !text.is_empty() && !denied.contains(&text.as_str())
}
