//! Plain text that carries the tags of a web page (`<p>`, `<b>`, `<i>`, `<br>`, `<li>`), as text
//! pasted from one does.

use document_model::{Paragraph, ParagraphKind, Run};

const TAGS: [&str; 8] = ["p", "b", "i", "strong", "em", "br", "li", "ul"];

/// The paragraphs of a text with tags; a text without them is one plain paragraph.
pub(crate) fn paragraphs(text: &str) -> Vec<Paragraph> {
    if !text.contains('<') && !text.contains('&') {
        return vec![Paragraph::plain(text.trim())];
    }
    let mut reader = Reader::default();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        reader.text(&rest[..at]);
        rest = match tag(&rest[at..]) {
            Some((name, closing, length)) => {
                reader.tag(&name, closing);
                &rest[at + length..]
            }
            None => {
                reader.text("<");
                &rest[at + 1..]
            }
        };
    }
    reader.text(rest);
    reader.end_paragraph(ParagraphKind::Body);
    reader.done
}

#[derive(Default)]
struct Reader {
    done: Vec<Paragraph>,
    runs: Vec<Run>,
    kind: ParagraphKind,
    bold: bool,
    italic: bool,
}

impl Reader {
    fn text(&mut self, raw: &str) {
        let text = raw
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&nbsp;", " ")
            .replace("&quot;", "\"");
        if !text.is_empty() {
            self.runs.push(Run {
                text,
                bold: self.bold,
                italic: self.italic,
                ..Run::default()
            });
        }
    }

    fn tag(&mut self, name: &str, closing: bool) {
        match name {
            "b" | "strong" => self.bold = !closing,
            "i" | "em" => self.italic = !closing,
            "br" => self.text("\n"),
            "li" if !closing => self.end_paragraph(ParagraphKind::ListItem),
            _ => self.end_paragraph(ParagraphKind::Body),
        }
    }

    /// Ends the paragraph at hand; the next one is of the kind given.
    fn end_paragraph(&mut self, next: ParagraphKind) {
        let runs = std::mem::take(&mut self.runs);
        if runs.iter().any(|run| !run.text.trim().is_empty()) {
            self.done.push(Paragraph {
                kind: self.kind,
                runs,
                page: None,
            });
        }
        self.kind = next;
    }
}

/// The tag at the start of a text: its name, whether it closes, its length in bytes.
fn tag(text: &str) -> Option<(String, bool, usize)> {
    let end = text.find('>').filter(|end| *end < 60)?;
    let inner = text[1..end].trim();
    let closing = inner.starts_with('/');
    let name: String = inner
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    TAGS.contains(&name.as_str())
        .then_some((name, closing, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_bold_survive_and_a_lone_sign_is_text() {
        let read = paragraphs("<p><b>Code of Conduct</b></p> <p>Under 5 < 6 &amp; mere</p>");
        assert_eq!(
            read.iter().map(Paragraph::text).collect::<Vec<_>>(),
            ["Code of Conduct", "Under 5 < 6 & mere"]
        );
        assert!(read[0].runs[0].bold);
    }
}
