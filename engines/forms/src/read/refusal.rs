//! Files that are not read, or from which nothing was: far too long, another form, no status.

use crate::read::matching::Matching;
use crate::read::parts::filled;
use crate::read::record::Record;
use crate::read::rows::Context;
use crate::read::said::problem;
use crate::read::verdict::Verdict;
use crate::{Level, Problem, Source, Status, Template};
use document_model::{Block, Document};
use kernel::Message;

/// More rows with words in them than any form has: a form asks a few dozen things.
const MOST_ROWS: usize = 1500;

/// More paragraphs, in and outside cells, than any form has.
const MOST_PARAGRAPHS: usize = 5000;

/// Says so where a file is far too long for a form, before any work is done.
pub(crate) fn too_long(document: &Document) -> Option<Problem> {
    let (mut rows, mut paragraphs) = (0, 0);
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                paragraphs += usize::from(!paragraph.text().trim().is_empty());
            }
            Block::Table(table) => {
                for row in &table.rows {
                    let cells = || filled(row).map(|cell| cell.paragraphs.len());
                    rows += usize::from(cells().next().is_some());
                    paragraphs += cells().sum::<usize>();
                }
            }
        }
    }
    let (found, most) = if rows > MOST_ROWS {
        (rows, MOST_ROWS)
    } else {
        (paragraphs, MOST_PARAGRAPHS)
    };
    (found > most).then(|| {
        let mut long = problem(Level::Error, "problem-too-long", None, &Source::default());
        long.message = long.message.with("rows", found).with("most", most);
        long
    })
}

/// Says so where the file is no form, or a form for other recommendations.
pub(crate) fn other_form(
    records: &[Record],
    verdicts: &[Verdict],
    matching: &Matching,
    context: &Context,
    template: &Template,
) -> Option<Problem> {
    let matched = matching.matches.iter().flatten().count();
    if matched == 0 {
        return Some(problem(
            Level::Error,
            "problem-no-form-found",
            None,
            &Source::default(),
        ));
    }
    let with_text = records
        .iter()
        .filter(|record| !record.text.is_empty())
        .count();
    let clear = matching
        .matches
        .iter()
        .flatten()
        .filter(|found| found.confidence >= 0.8)
        .count();
    let answered =
        |row: &usize| records[*row].is_answered() || verdicts[*row].status != Status::NotReported;
    let strangers = (0..records.len())
        .filter(|row| matching.matches[*row].is_none_or(|found| found.confidence < 0.6))
        .filter(|row| answered(row) || records[*row].text.len() > 40)
        .count();
    let other_years = matches!((context.years, template.years), (Some((first, last)), Some((from, to))) if last < from || first > to);
    let asked = template.recommendations.len();
    let by_years = other_years && (strangers >= 2 || clear * 5 < asked * 4);
    let by_texts = with_text >= 4 && strangers >= 4 && strangers > clear;
    (by_years || by_texts).then(|| {
        let message = Message::new("problem-other-form")
            .with("rows", with_text)
            .with("matched", clear)
            .with("asked", asked)
            .with("years", years(context.years))
            .with("expected", years(template.years));
        Problem {
            level: Level::Error,
            message,
            number: None,
            source: Source::default(),
        }
    })
}

/// Says so where the file names recommendations and no status was read for any of them.
pub(crate) fn nothing_read(
    records: &[Record],
    verdicts: &[Verdict],
    matching: &Matching,
) -> Option<Problem> {
    let matched = || (0..records.len()).filter(|row| matching.matches[*row].is_some());
    let none = matched().all(|row| verdicts[row].status == Status::NotReported);
    (none && matched().next().is_some()).then(|| {
        problem(
            Level::Error,
            "problem-nothing-read",
            None,
            &Source::default(),
        )
    })
}

fn years(years: Option<(i32, i32)>) -> String {
    match years {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}–{last}"),
        None => "none".to_owned(),
    }
}
