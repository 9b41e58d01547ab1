//! Whether a remark came through whole.

use crate::generator::paper::Line;
use forms::RemarkParagraph;

/// What became of a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Whether there was a remark at all.
    pub present: bool,
    /// Every letter and digit of it is there, in order. PDFs and text recognition break words
    /// and lines, so spaces and hyphens do not count.
    pub whole: bool,
    /// Nothing stands in it that is not the remark.
    pub nothing_else: bool,
    /// It has the same paragraphs.
    pub paragraphs: bool,
    /// The same words are bold.
    pub bold: bool,
}

/// Compares a remark with what was read.
pub fn compare(truth: &[Line], read: &[RemarkParagraph]) -> Outcome {
    let truth_letters: String = truth.iter().map(|line| letters(&line.text())).collect();
    let read_letters: String = read.iter().map(|found| letters(&found.text())).collect();
    let filled = read.iter().filter(|found| !found.text().trim().is_empty());
    Outcome {
        present: !truth_letters.is_empty(),
        whole: read_letters.contains(&truth_letters),
        nothing_else: read_letters == truth_letters,
        paragraphs: filled.count() == truth.len(),
        bold: bold_of_truth(truth) == bold_of_reading(read),
    }
}

/// The letters and digits of a text.
pub fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

fn bold_of_truth(lines: &[Line]) -> String {
    let runs = lines.iter().flat_map(|line| &line.runs);
    runs.filter(|run| run.bold)
        .map(|run| letters(&run.text))
        .collect()
}

fn bold_of_reading(paragraphs: &[RemarkParagraph]) -> String {
    let runs = paragraphs.iter().flat_map(|found| &found.runs);
    runs.filter(|run| run.bold)
        .map(|run| letters(&run.text))
        .collect()
}
