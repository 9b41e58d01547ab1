//! Lines that a mail program broke at a fixed width become the paragraphs that they were.

/// No program breaks lines shorter than this.
const NARROWEST: usize = 40;

/// Longer lines were not broken by a program.
const WIDEST: usize = 110;

/// From so many full lines on, a text was broken on purpose of a program.
const FULL_LINES: usize = 3;

/// The paragraphs of a text. A line goes on in the next one where the next one's first word would
/// not have fitted, and where the next one begins nothing of its own: no item, number or label.
/// A text that nobody broke keeps its lines, and so does one with rows of a table, in whose cells
/// lines were broken by hand.
pub(super) fn unwrapped(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let Some(width) = width(&lines) else {
        return lines.into_iter().map(str::to_owned).collect();
    };
    let mut paragraphs: Vec<String> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| lines.get(at));
        let goes_on = before.is_some_and(|before| goes_on(before, line, width));
        match paragraphs.last_mut().filter(|_| goes_on) {
            Some(paragraph) => {
                paragraph.truncate(paragraph.trim_end().len());
                paragraph.push(' ');
                paragraph.push_str(line.trim());
            }
            None => paragraphs.push((*line).to_owned()),
        }
    }
    paragraphs
}

/// The width at which a text was broken, if it was: nearly all its lines keep within it, and
/// several reach it.
fn width(lines: &[&str]) -> Option<usize> {
    if lines.iter().filter(|line| line.contains('\t')).count() > 1 {
        return None;
    }
    let running = lines.iter().filter(|line| line.contains(' '));
    let lengths: Vec<usize> = running.map(|line| length(line)).collect();
    let beyond = lengths.iter().filter(|length| **length > WIDEST).count();
    let within = || lengths.iter().copied().filter(|length| *length <= WIDEST);
    let width = within().max().filter(|width| *width >= NARROWEST)?;
    let full = within().filter(|length| length + 15 > width).count();
    (full >= FULL_LINES && beyond * 20 <= lengths.len()).then_some(width)
}

fn goes_on(line: &str, next: &str, width: usize) -> bool {
    let blank = line.trim().is_empty() || next.trim().is_empty();
    if blank || line.contains('\t') || next.contains('\t') || stands_alone(line, next, width) {
        return false;
    }
    let word = next.split_whitespace().next().map_or(0, length);
    let full = length(line) + 1 + word > width;
    let in_sentence = next.trim_start().starts_with(char::is_lowercase) && !ends_sentence(line);
    full || in_sentence && length(line) * 2 > width
}

fn length(text: &str) -> usize {
    text.trim_end().chars().count()
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end().ends_with(['.', '!', '?', ':'])
}

/// Whether a line begins something of its own.
fn stands_alone(line: &str, next: &str, width: usize) -> bool {
    let trimmed = next.trim();
    let capital = trimmed.starts_with(char::is_uppercase);
    let short = length(trimmed) * 5 < width * 4;
    is_item(trimmed)
        || is_numbered(trimmed)
        || capital && (is_label(trimmed) || short && trimmed.ends_with(':'))
        || capital && !trimmed.contains(' ') && (!trimmed.ends_with('.') || ends_sentence(line))
        || is_shouted(trimmed)
}

fn is_item(line: &str) -> bool {
    super::BULLETS
        .iter()
        .any(|bullet| line.starts_with(bullet.trim_end()) && !line.starts_with("-,"))
        || line.starts_with(['☐', '☒', '☑', '[', '>', '|'])
}

/// "3. Alle kommuner", "2.1 Indsats"; not "1. juni" nor "26 frivillige".
fn is_numbered(line: &str) -> bool {
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = line.len() - rest.len();
    let after =
        rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || ".)".contains(letter));
    (1..=2).contains(&digits)
        && after.len() < rest.len()
        && after.trim_start().starts_with(char::is_uppercase)
}

/// "Bemærkninger: …": a few words and a colon.
fn is_label(line: &str) -> bool {
    let Some((label, _)) = line.split_once(':') else {
        return false;
    };
    label.chars().count() <= 30 && label.split_whitespace().count() <= 4
}

/// "SKAL-initiativer": a heading's word in capitals.
fn is_shouted(line: &str) -> bool {
    let capitals = line
        .chars()
        .take_while(|letter| letter.is_uppercase())
        .count();
    let mut rest = line.chars().skip(capitals);
    capitals >= 3 && rest.next() == Some('-') && rest.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "\
Initiativer som er igangsat efter planen:
• Alle kommuner skal give unge under 25 år uden uddannelse en fast
  kontaktperson, som følger den unge hele vejen gennem forløbet og ind i
  uddannelse eller job.
• Alle kommuner skal indgå aftaler om fælles jobordrer, så ingen bliver væk
  og ingen virksomhed venter. I kommunerne er der tilsammen i alt omkring
26 frivillige er i gang.
Status: Grøn
Bemærkninger: Vi har været med i arbejdet om de fælles jobordrer siden den
1. juni og deler nu oplysninger om ledige job.

SKAL-initiativer i 2025 og 2026:
Alle";

    #[test]
    fn lines_broken_by_a_mail_program_are_whole_again() {
        let paragraphs = unwrapped(MAIL);
        assert_eq!(paragraphs.len(), 8, "{paragraphs:#?}");
        assert!(
            paragraphs[1].ends_with("hele vejen gennem forløbet og ind i uddannelse eller job.")
        );
        assert_eq!(paragraphs[3], "Status: Grøn");
        assert!(paragraphs[4].contains("siden den 1. juni"));
    }

    #[test]
    fn lines_that_nobody_broke_stay() {
        let text = "1. Alle kommuner skal dele jobordrer.\nGrøn\nVi er i gang.\nog mere";
        assert_eq!(unwrapped(text).len(), 4);
        let long = format!(
            "{}\nGrøn\n{}\nvi er med",
            "ord ".repeat(60),
            "ord ".repeat(50)
        );
        assert_eq!(unwrapped(&long).len(), 4);
    }
}
