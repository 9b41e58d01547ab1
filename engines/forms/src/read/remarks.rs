use crate::{RemarkParagraph, RemarkRun};
use document_model::{Cell, Paragraph, ParagraphKind};
use linking::{Lexicon, repair_hyphenation};

/// The paragraphs of a cell as a remark.
pub(crate) fn of_cell(cell: &Cell, repair: bool) -> Vec<RemarkParagraph> {
    cell.paragraphs
        .iter()
        .flat_map(|paragraph| of_paragraph(paragraph, repair))
        .collect()
}

/// A paragraph as a remark; nothing where it is blank. With `repair`, hyphens at line ends go.
pub(crate) fn of_paragraph(paragraph: &Paragraph, repair: bool) -> Option<RemarkParagraph> {
    let runs = paragraph.runs.iter().map(|run| RemarkRun {
        text: if repair {
            repair_hyphenation(&run.text, &Lexicon::default())
        } else {
            run.text.replace('\u{ad}', "")
        },
        bold: run.bold,
        italic: run.italic,
    });
    let mut runs: Vec<RemarkRun> = runs.collect();
    let bulleted = runs.first_mut().is_some_and(drop_bullet);
    let list_item = bulleted || paragraph.kind == ParagraphKind::ListItem;
    tidy(RemarkParagraph { list_item, runs })
}

/// Symbol fonts leave their bullets as letters of the private use area.
fn drop_bullet(run: &mut RemarkRun) -> bool {
    let text = run.text.trim_start();
    let rest = text.strip_prefix(|letter| ('\u{f000}'..='\u{f0ff}').contains(&letter));
    let Some(rest) = rest.map(|rest| rest.trim_start().to_owned()) else {
        return false;
    };
    run.text = rest;
    true
}

/// Without blanks at both ends and with neighbouring runs of one formatting made one.
pub(crate) fn tidy(paragraph: RemarkParagraph) -> Option<RemarkParagraph> {
    let mut runs: Vec<RemarkRun> = Vec::new();
    for run in paragraph
        .runs
        .into_iter()
        .filter(|run| !run.text.is_empty())
    {
        match runs.last_mut() {
            Some(last) if (last.bold, last.italic) == (run.bold, run.italic) => {
                last.text.push_str(&run.text)
            }
            _ => runs.push(run),
        }
    }
    while let Some(first) = runs.first_mut() {
        first.text = first.text.trim_start().to_owned();
        if !first.text.is_empty() {
            break;
        }
        runs.remove(0);
    }
    while let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        runs.pop();
    }
    (!runs.is_empty()).then_some(RemarkParagraph {
        list_item: paragraph.list_item,
        runs,
    })
}

/// Adds the part of a remark that stands after a page break or in the next row: a paragraph that
/// was cut in the middle becomes one again.
pub(crate) fn continue_with(remark: &mut Vec<RemarkParagraph>, more: Vec<RemarkParagraph>) {
    let mut more = more.into_iter().peekable();
    if let Some(last) = remark.last_mut()
        && let Some(first) = more.next_if(|next| is_cut(last, next))
    {
        join(last, first);
    }
    remark.extend(more);
}

fn is_cut(last: &RemarkParagraph, next: &RemarkParagraph) -> bool {
    let (before, after) = (last.text(), next.text());
    let starts_low = after.chars().next().is_some_and(char::is_lowercase);
    if starts_low {
        return !before.ends_with(['.', '!', '?']) || !next.list_item;
    }
    let is_heading = |paragraph: &RemarkParagraph| paragraph.runs.iter().all(|run| run.bold);
    let ends = before
        .trim_end_matches(['"', '”', '»', ')', '\''])
        .ends_with(['.', '!', '?', ':', ';'])
        || before.ends_with(')');
    !ends && !next.list_item && is_heading(last) == is_heading(next)
}

fn join(last: &mut RemarkParagraph, next: RemarkParagraph) {
    let before = last.text();
    let low = next.text().chars().next().is_some_and(char::is_lowercase);
    let first_word: String = next
        .text()
        .chars()
        .take_while(|letter| letter.is_alphabetic())
        .collect();
    let hyphen = before.ends_with('-') && before[..before.len() - 1].ends_with(char::is_alphabetic);
    let cut_word = hyphen && low && !["og", "eller", "samt"].contains(&first_word.as_str());
    if let Some(run) = last.runs.last_mut() {
        if cut_word {
            run.text.pop();
        } else if !hyphen || low {
            run.text.push(' ');
        }
    }
    last.runs.extend(next.runs);
    let joined = std::mem::take(last);
    *last = tidy(joined).unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(before: &str, after: &str) -> Vec<String> {
        let mut remark = vec![RemarkParagraph::plain(before)];
        continue_with(&mut remark, vec![RemarkParagraph::plain(after)]);
        remark.iter().map(RemarkParagraph::text).collect()
    }

    #[test]
    fn a_paragraph_cut_by_a_page_break_is_one_again() {
        assert_eq!(
            joined("Det skyldes,", "at det hurtigt stod klart."),
            ["Det skyldes, at det hurtigt stod klart."]
        );
        assert_eq!(
            joined("ledige og virksomheder i", "Greater Copenhagen."),
            ["ledige og virksomheder i Greater Copenhagen."]
        );
        assert_eq!(
            joined("om opkvalifi-", "cering af ledige."),
            ["om opkvalificering af ledige."]
        );
    }

    #[test]
    fn a_whole_paragraph_stays_one_and_a_heading_stays_alone() {
        assert_eq!(
            joined("Det går godt.", "Fra 2018 kommer mere."),
            ["Det går godt.", "Fra 2018 kommer mere."]
        );
        let mut remark = vec![RemarkParagraph {
            list_item: false,
            runs: vec![RemarkRun {
                text: "Code of Conduct".into(),
                bold: true,
                italic: false,
            }],
        }];
        continue_with(
            &mut remark,
            vec![RemarkParagraph::plain("Københavns Kommune har")],
        );
        assert_eq!(remark.len(), 2);
    }

    #[test]
    fn the_first_part_of_a_remark_may_stand_in_the_second_row() {
        let mut remark = Vec::new();
        continue_with(
            &mut remark,
            vec![RemarkParagraph::plain("A"), RemarkParagraph::plain("B")],
        );
        assert_eq!(remark.len(), 2);
    }
}
