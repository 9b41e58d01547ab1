//! Remarks as people type them: a paragraph a line, `- ` before the item of a list, `**bold**`
//! and `*italic*`. A text that nobody changed keeps the formatting it was read with.

use forms::{RemarkParagraph, RemarkRun};

/// The text of a remark for a field.
pub fn write(paragraphs: &[RemarkParagraph]) -> String {
    let lines: Vec<String> = paragraphs.iter().map(line).collect();
    lines.join("\n")
}

fn line(paragraph: &RemarkParagraph) -> String {
    let mut line = String::from(if paragraph.list_item { "- " } else { "" });
    for run in &paragraph.runs {
        let text = run.text.trim();
        let marks = marks(run);
        if marks.is_empty() || text.is_empty() {
            line.push_str(&run.text);
            continue;
        }
        // A mark stands against a letter: blanks of the run go outside.
        let (before, after) = blanks(&run.text);
        line.push_str(&format!("{before}{marks}{text}{marks}{after}"));
    }
    line.replace(['\r', '\n'], " ")
}

fn marks(run: &RemarkRun) -> &'static str {
    match (run.bold, run.italic) {
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    }
}

fn blanks(text: &str) -> (&str, &str) {
    let begin = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    (
        text.get(..begin).unwrap_or_default(),
        text.get(end..).unwrap_or_default(),
    )
}

/// The remark of a text as it was typed; `before` is what the field showed.
pub fn read(typed: &str, before: &[RemarkParagraph]) -> Vec<RemarkParagraph> {
    let typed = typed.replace("\r\n", "\n");
    if typed.trim() == write(before).trim() {
        return before.to_vec();
    }
    let lines = typed.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(paragraph)
        .collect()
}

/// A remark that was read in a file of ours, whose cells hold marks and bullets as text.
pub fn understood(remark: &[RemarkParagraph]) -> Vec<RemarkParagraph> {
    let lines: Vec<String> = remark.iter().map(|one| unbulleted(&line(one))).collect();
    read(&lines.join("\n"), &[])
}

fn unbulleted(line: &str) -> String {
    match line.trim_start().strip_prefix('•') {
        Some(item) => format!("- {}", item.trim_start()),
        None => line.to_owned(),
    }
}

fn paragraph(line: &str) -> RemarkParagraph {
    let item = line.strip_prefix("- ");
    RemarkParagraph {
        list_item: item.is_some(),
        runs: runs(item.unwrap_or(line)),
    }
}

fn runs(mut text: &str) -> Vec<RemarkRun> {
    let mut runs: Vec<RemarkRun> = Vec::new();
    let mut plain = String::new();
    while let Some(first) = text.chars().next() {
        if let Some((run, rest)) = marked(text) {
            flush(&mut plain, &mut runs);
            runs.push(run);
            text = rest;
            continue;
        }
        // What opens nothing is text, all stars of it at once.
        let stars = text.len() - text.trim_start_matches('*').len();
        let taken = if stars > 0 { stars } else { first.len_utf8() };
        let (taken, rest) = text.split_at(taken);
        plain.push_str(taken);
        text = rest;
    }
    flush(&mut plain, &mut runs);
    runs
}

fn flush(plain: &mut String, runs: &mut Vec<RemarkRun>) {
    if !plain.is_empty() {
        runs.push(RemarkRun {
            text: std::mem::take(plain),
            ..RemarkRun::default()
        });
    }
}

/// A marked run at the beginning of a text, and what follows it.
fn marked(text: &str) -> Option<(RemarkRun, &str)> {
    let marks = ["***", "**", "*"]
        .into_iter()
        .find(|marks| text.starts_with(marks))?;
    let inside = text.strip_prefix(marks)?;
    let end = inside.find(marks)?;
    let (words, rest) = inside.split_at(end);
    let stands = !words.is_empty() && words.trim() == words && !words.starts_with('*');
    let run = RemarkRun {
        text: words.to_owned(),
        bold: marks.len() >= 2,
        italic: marks.len() != 2,
    };
    stands.then(|| (run, rest.strip_prefix(marks).unwrap_or(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, bold: bool, italic: bool) -> RemarkRun {
        RemarkRun {
            text: text.to_owned(),
            bold,
            italic,
        }
    }

    fn remark() -> Vec<RemarkParagraph> {
        vec![
            RemarkParagraph {
                list_item: false,
                runs: vec![run("Mål", true, false), run(": i gang", false, false)],
            },
            RemarkParagraph {
                list_item: true,
                runs: vec![run("to ", false, true), run("centre", false, false)],
            },
        ]
    }

    #[test]
    fn paragraphs_lists_bold_and_italic_are_typed_with_marks() {
        assert_eq!(write(&remark()), "**Mål**: i gang\n- *to* centre");
    }

    #[test]
    fn a_text_that_nobody_changed_keeps_its_formatting_as_it_was_read() {
        let shown = write(&remark()).replace('\n', "\r\n");
        assert_eq!(read(&shown, &remark()), remark());
    }

    #[test]
    fn what_is_typed_becomes_paragraphs_with_their_formatting() {
        let typed = read("**Mål**: nået\r\n\r\n- ***alle*** kommuner", &[]);
        assert_eq!(typed.len(), 2);
        assert_eq!(
            typed[0].runs,
            [run("Mål", true, false), run(": nået", false, false)]
        );
        assert!(typed[1].list_item);
        assert_eq!(
            typed[1].runs,
            [run("alle", true, true), run(" kommuner", false, false)]
        );
    }

    #[test]
    fn bullets_and_marks_that_a_cell_holds_as_text_are_understood() {
        let cell = ["**Mål**: nået", "•\u{a0}et", "- to"].map(RemarkParagraph::plain);
        let remark = understood(&cell);
        assert_eq!(write(&remark), "**Mål**: nået\n- et\n- to");
        assert!(remark[1].list_item && remark[2].list_item && remark[0].runs[0].bold);
    }

    #[test]
    fn lone_stars_are_stars() {
        for text in ["5 * 3 * 2", "se note *", "****", "** a **"] {
            let typed = read(text, &[]);
            assert_eq!(typed[0].text(), text);
            assert_eq!(typed[0].runs.len(), 1, "{text}");
        }
    }
}
