//! Records from running text: recommendations listed under "igangsat efter planen", "i proces"
//! and "endnu ikke igangsat", or each followed by "Status: grøn" and a remark.

use crate::read::headings::{self, Heading};
use crate::read::knowledge::Knowledge;
use crate::read::phrases::{Hit, Kind, split};
use crate::read::record::Record;
use crate::read::remarks;
use crate::read::rows::{Context, split_number};
use crate::read::signs::{self, Sign};
use crate::{Source, Status, StatusEvidence};
use document_model::{Cell, Paragraph, ParagraphKind};

/// From this score on, a paragraph among others is taken for a recommendation.
const RECOGNISED: f64 = 0.55;

/// A paragraph with its place.
pub(crate) struct Line<'a> {
    pub paragraph: &'a Paragraph,
    pub source: Source,
}

/// Reads the paragraphs of a document in order.
pub(crate) fn walk(
    lines: &[Line],
    knowledge: &Knowledge,
    context: &mut Context,
    records: &mut Vec<Record>,
) {
    let mut reader = Reader {
        knowledge,
        context,
        records,
        group: None,
        open: false,
    };
    lines.iter().for_each(|line| reader.line(line));
}

struct Reader<'r> {
    knowledge: &'r Knowledge<'r>,
    context: &'r mut Context,
    records: &'r mut Vec<Record>,
    /// The group that the next recommendations are listed under.
    group: Option<(Status, String)>,
    /// Whether the last record takes more text.
    open: bool,
}

impl Reader<'_> {
    fn line(&mut self, line: &Line) {
        let text = line.paragraph.text();
        if text.trim().is_empty() {
            return;
        }
        let bare = without_bullet(&text);
        if self.labelled(line, bare) || self.recommendation(line, bare) {
            return;
        }
        if is_farewell(bare) {
            (self.open, self.group) = (false, None);
        } else if let Some(group) = self.group_heading(line, bare) {
            self.group = Some(group);
            self.open = false;
        } else if self.context.take(bare, self.knowledge)
            || line.paragraph.kind != ParagraphKind::Body && is_heading(line.paragraph)
        {
            self.open = false;
            self.group = None;
        } else if self.group.is_some() {
            // Under a group only recommendations are listed; other text ends the list.
            let is_item =
                line.paragraph.kind == ParagraphKind::ListItem || bare.len() < text.trim().len();
            if is_item {
                self.own_item(line, bare);
            } else {
                self.group = None;
            }
        } else if self.open
            && let Some(last) = self.records.last_mut()
        {
            last.remark
                .extend(remarks::of_paragraph(line.paragraph, self.context.repair));
        }
    }

    /// "Status: grøn", "Bemærkninger: vi er i gang".
    fn labelled(&mut self, line: &Line, text: &str) -> bool {
        if !self.open || self.records.is_empty() {
            return false;
        }
        let (label, value) = text.split_once(':').unwrap_or((text, ""));
        let Some(kind) = headings::heading(label).filter(|_| label.len() <= 40) else {
            return self.bare_status(line, text);
        };
        let Some(last) = self.records.last_mut() else {
            return false;
        };
        match kind {
            Heading::Status => {
                let (signs, rest) = signs_of(value, line.paragraph, self.knowledge);
                last.signs
                    .replace_with(signs.of_year(self.knowledge.is_past(label)));
                last.remark.extend(rest);
                last.source = line.source.clone();
                true
            }
            Heading::Remark => {
                let mut paragraph = line.paragraph.clone();
                paragraph.runs = after(&paragraph, value);
                last.remark
                    .extend(remarks::of_paragraph(&paragraph, self.context.repair));
                true
            }
            Heading::Other => true,
            _ => false,
        }
    }

    /// A status alone on its line after a recommendation.
    fn bare_status(&mut self, line: &Line, text: &str) -> bool {
        let Some(last) = self
            .records
            .last_mut()
            .filter(|last| last.signs.said.is_empty())
        else {
            return false;
        };
        let leads = signs::is_dash(text)
            || self
                .knowledge
                .phrases
                .scan(text)
                .first()
                .is_some_and(|hit| {
                    hit.word == 0 && (hit.kind != Kind::Round || split(text).len() <= 4)
                });
        if !leads && !is_symbol_line(text, self.knowledge) {
            return false;
        }
        let (signs, rest) = signs_of(text, line.paragraph, self.knowledge);
        if signs.said.is_empty() {
            return false;
        }
        last.signs = signs;
        last.remark.extend(rest);
        last.source = line.source.clone();
        true
    }

    fn recommendation(&mut self, line: &Line, text: &str) -> bool {
        let (number, body) = split_number(text);
        let (body, status, rest) = self.split_status(body);
        let Some((_, score)) = self.knowledge.best(&body) else {
            return false;
        };
        let listed = self.group.is_some() && split(&body).len() >= 2;
        let brief = !listed && number.is_none() && split(&body).len() < 3;
        if brief || score < if listed { 0.45 } else { RECOGNISED } {
            return false;
        }
        let mut record = Record {
            text: body,
            number,
            area: self.context.area,
            obligation: self.context.obligation,
            source: line.source.clone(),
            ..Record::default()
        };
        if let Some(sign) = status {
            record.signs.said.push(sign);
        } else if let Some((status, words)) = &self.group {
            record.signs.said.push(Sign {
                status: *status,
                evidence: StatusEvidence::Group(words.clone()),
                sure: 0.95,
            });
        }
        record.signs.ink = Some(signs::ink(&cell_of(line.paragraph))).flatten();
        if let Some(rest) = rest {
            record
                .remark
                .extend(remarks::tidy(crate::RemarkParagraph::plain(rest)));
        }
        self.records.push(record);
        self.open = self.group.is_none();
        true
    }

    /// An item under a group that is no known recommendation: the municipality's own.
    fn own_item(&mut self, line: &Line, text: &str) {
        let Some((status, words)) = &self.group else {
            return;
        };
        let sign = Sign {
            status: *status,
            evidence: StatusEvidence::Group(words.clone()),
            sure: 0.95,
        };
        let signs = signs::Signs {
            said: vec![sign],
            ..signs::Signs::default()
        };
        self.records.push(Record {
            text: text.trim().to_owned(),
            area: self.context.area,
            signs,
            source: line.source.clone(),
            ..Record::default()
        });
    }

    /// "Alle kommuner skal … – Grøn", "… (gul): afventer budget": a status after the text.
    fn split_status(&self, text: &str) -> (String, Option<Sign>, Option<String>) {
        let hits = self.knowledge.phrases.scan(text);
        let colour = hits
            .iter()
            .find(|hit| hit.kind == Kind::Colour && !hit.negated && follows_separator(text, hit));
        let Some(hit) = colour else {
            return (text.trim().to_owned(), None, None);
        };
        let end = text[..hit.range.start].trim_end_matches(|letter: char| {
            letter.is_whitespace() || ":–—-(=>→.".contains(letter)
        });
        let before = end
            .trim_end_matches("Status")
            .trim_end_matches("status")
            .trim();
        let rest = text[hit.range.end..]
            .trim_start_matches(|letter: char| {
                letter.is_whitespace() || ").:;,–—-".contains(letter)
            })
            .trim();
        let doubtful = hits
            .iter()
            .any(|other| other.kind == Kind::Colour && other.status != hit.status);
        let sure = if doubtful { 0.6 } else { 0.95 * hit.sure };
        let sign = Sign {
            status: hit.status,
            evidence: StatusEvidence::Word(text[hit.range.clone()].to_owned()),
            sure,
        };
        (
            before.to_owned(),
            Some(sign),
            (!rest.is_empty()).then(|| rest.to_owned()),
        )
    }

    /// "Initiativer som er i proces:", "Grøn": a line that the next items are listed under.
    fn group_heading(&self, line: &Line, text: &str) -> Option<(Status, String)> {
        let words = split(text).len();
        let hits = self.knowledge.phrases.scan(text);
        let [hit] = &hits[..] else { return None };
        let introduces = text.trim_end().ends_with(':') || is_heading(line.paragraph) || words <= 4;
        // "Grøn = igangsat efter planen" explains, and "Fem er igangsat, tre …" counts.
        let explains = text.contains('=') || text.trim_end().ends_with('.');
        let fits = introduces
            && !explains
            && words <= 12
            && !hit.negated
            && headings::heading(text).is_none();
        fits.then(|| (hit.status, text[hit.range.clone()].to_owned()))
    }
}

/// "Venlig hilsen": what follows is the sender.
fn is_farewell(text: &str) -> bool {
    let folded = linking::fold(text);
    let words = [
        "venlig hilsen",
        "med venlig hilsen",
        "de bedste hilsner",
        "bedste hilsner",
        "mvh",
        "hilsen",
        "kind regards",
        "best regards",
        "yours sincerely",
    ];
    words.iter().any(|word| folded.starts_with(word)) && split(text).len() <= 6
}

fn is_symbol_line(text: &str, knowledge: &Knowledge) -> bool {
    text.trim().chars().count() <= 3 && signs::plain_status(text, &knowledge.phrases).is_some()
}

fn follows_separator(text: &str, hit: &Hit) -> bool {
    let before = text[..hit.range.start].trim_end();
    before.ends_with([':', '–', '—', '-', '(', '=', '→', '>', '.']) && !before.is_empty()
}

fn signs_of(
    value: &str,
    paragraph: &Paragraph,
    knowledge: &Knowledge,
) -> (signs::Signs, Vec<crate::RemarkParagraph>) {
    let mut cell = cell_of(paragraph);
    for paragraph in &mut cell.paragraphs {
        paragraph.runs = after(paragraph, value);
    }
    let mut signs = signs::of_cell(&cell, &knowledge.phrases);
    let rest = std::mem::take(&mut signs.rest);
    (signs, rest)
}

fn cell_of(paragraph: &Paragraph) -> Cell {
    Cell {
        column_span: 1,
        paragraphs: vec![paragraph.clone()],
        ..Cell::default()
    }
}

/// The runs of the last part of a paragraph.
fn after(paragraph: &Paragraph, value: &str) -> Vec<document_model::Run> {
    let mut drop = paragraph
        .text()
        .trim_end()
        .len()
        .saturating_sub(value.trim_end().len());
    let mut runs = paragraph.runs.clone();
    for run in &mut runs {
        let cut = drop.min(run.text.len());
        run.text = run.text.get(cut..).unwrap_or_default().to_owned();
        drop -= cut;
    }
    runs
}

fn without_bullet(text: &str) -> &str {
    let trimmed = text.trim();
    let bare = trimmed
        .trim_start_matches(['•', '·', '*', '‣', '▪', 'o'])
        .trim_start();
    let dashed = trimmed
        .strip_prefix("- ")
        .or_else(|| trimmed.strip_prefix("– "));
    match dashed {
        Some(rest) => rest.trim_start(),
        // An "o" is a bullet only when a blank follows.
        None if trimmed.starts_with('o') && !trimmed.starts_with("o ") => trimmed,
        None => bare,
    }
}

fn is_heading(paragraph: &Paragraph) -> bool {
    let bold = paragraph
        .runs
        .iter()
        .filter(|run| !run.text.trim().is_empty())
        .all(|run| run.bold || run.italic);
    matches!(paragraph.kind, ParagraphKind::Heading(_)) || bold && paragraph.text().len() < 100
}
