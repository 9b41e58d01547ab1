//! Recommendations in few words.

/// The longest short title, in characters.
const LONGEST: usize = 60;

/// Openings that say nothing about what is recommended.
const OPENINGS: [&str; 10] = [
    "alle kommuner skal medvirke til, at der udarbejdes en ",
    "medvirker til at der skabes et ",
    "alle kommuner skal aktivt medvirke til at ",
    "alle kommuner skal aktivt medvirke til ",
    "alle kommuner skal medvirke til, at ",
    "alle kommuner skal være en del af et ",
    "alle kommuner skal have fokus på, at ",
    "alle kommuner skal indgå i et ",
    "alle kommuner skal ",
    "indgå i ",
];

/// A few words for lists and column heads, from the full text: without the usual opening, up to
/// the first pause, cut at a word. People may write a better one.
pub fn short_title(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let start = opening_length(&text);
    let core = first_clause(&text[start..]);
    capitalised(&cut_at_word(core.trim_end_matches(['.', ',', ';', ':'])))
}

/// The length in bytes of the opening, 0 where there is none.
fn opening_length(text: &str) -> usize {
    let lower = text.to_lowercase();
    let opening = OPENINGS.iter().find(|opening| lower.starts_with(**opening));
    opening
        .map(|opening| opening.len())
        .filter(|length| text.is_char_boundary(*length))
        .unwrap_or_default()
}

fn first_clause(text: &str) -> &str {
    let pauses = [" – ", " - ", " (", "; "]
        .iter()
        .filter_map(|pause| text.find(pause));
    let commas = text.match_indices(", ").map(|(at, _)| at);
    // "have fokus på, at …" says nothing without what follows.
    let commas = commas.filter(|at| !text[at + 2..].starts_with("at "));
    let end = pauses
        .chain(commas)
        .chain(sentence_end(text))
        .filter(|at| *at >= 20)
        .min();
    &text[..end.unwrap_or(text.len())]
}

/// A full stop before a capital letter: "vedr. jobrotation" is one sentence.
fn sentence_end(text: &str) -> Option<usize> {
    let stops = text.match_indices(". ").map(|(at, _)| at);
    let begins = |at: &usize| text[at + 2..].starts_with(char::is_uppercase);
    stops.into_iter().find(begins)
}

fn cut_at_word(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split(' ') {
        if short.chars().count() + word.chars().count() + 2 > LONGEST {
            break;
        }
        short.push_str(word);
        short.push(' ');
    }
    format!("{}…", short.trim_end())
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::short_title;

    #[test]
    fn a_short_title_leaves_the_usual_opening_out() {
        let text =
            "Alle kommuner skal være en del af et formaliseret samarbejde vedr. jobrotation.";
        assert_eq!(
            short_title(text),
            "Formaliseret samarbejde vedr. jobrotation"
        );
        let text = "Særlige indsatser for akademikere, hvor det tværkommunale samarbejde muliggør \
                    etablering af skræddersyede forløb.";
        assert_eq!(short_title(text), "Særlige indsatser for akademikere");
    }

    #[test]
    fn a_long_one_is_cut_at_a_word() {
        let title = short_title(&"opkvalificering ".repeat(20));
        assert!(
            title.ends_with('…') && title.chars().count() <= 61,
            "{title}"
        );
        assert_eq!(short_title(""), "");
    }
}
