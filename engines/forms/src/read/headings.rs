use crate::Obligation;
use linking::{fold, word_similarity, words};

/// What a column, or the label of a row, holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    Text,
    Status,
    /// The status of an earlier round; shown for comparison only.
    EarlierStatus,
    Remark,
    Number,
    Area,
    Obligation,
    /// Known, and of no use here: who is responsible, by when.
    Other,
}

const REMARK: [&str; 12] = [
    "bemærk",
    "bemaerk",
    "kommentar",
    "uddyb",
    "begrund",
    "forklar",
    "noter",
    "beskriv",
    "remark",
    "comment",
    "notes",
    "redegør",
];
const STATUS: [&str; 12] = [
    "status",
    "farve",
    "trafiklys",
    "vurdering",
    "fremdrift",
    "tilstand",
    "lys",
    "colour",
    "color",
    "rating",
    "progress",
    "rag",
];
const TEXT: [&str; 14] = [
    "anbefaling",
    "initiativ",
    "indsats",
    "indsatser",
    "opgave",
    "tekst",
    "recommendation",
    "initiative",
    "action",
    "og",
    "eller",
    "fuld",
    "tiltag",
    "text",
];
const NUMBER: [&str; 9] = [
    "nr", "nummer", "no", "number", "løbenr", "id", "pkt", "punkt", "num",
];
const AREA: [&str; 8] = [
    "indsatsområde",
    "område",
    "fokusområde",
    "hovedområde",
    "tema",
    "temaområde",
    "area",
    "theme",
];
const OTHER: [&str; 14] = [
    "ansvarlig",
    "frist",
    "deadline",
    "dato",
    "kontakt",
    "sagsbehandler",
    "økonomi",
    "responsible",
    "due",
    "date",
    "budget",
    "tovholder",
    "opdateret",
    "initialer",
];
const EARLIER: [&str; 7] = [
    "sidste",
    "forrige",
    "tidligere",
    "previous",
    "last",
    "sidst",
    "foregående",
];

/// What a heading or label announces, if it is one.
pub(crate) fn heading(text: &str) -> Option<Heading> {
    if text.len() > 160 {
        return None;
    }
    if text.trim() == "#" {
        return Some(Heading::Number);
    }
    let mut words = words(text);
    words.retain(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
    if words.is_empty() || words.len() > 9 {
        return None;
    }
    if is_colour_list(text) {
        return Some(Heading::Status);
    }
    // A sentence is a remark, and "Status: grøn" an answer.
    let abbreviated = words
        .last()
        .is_some_and(|word| NUMBER.contains(&word.as_str()));
    let sentence =
        text.trim_end().ends_with('.') && words.len() > 1 && words[0] != "evt" && !abbreviated;
    if words.len() > 6 || sentence || words.iter().any(|word| is_colour(word)) {
        return None;
    }
    if words.len() == 2
        && obligation_word(&words[0]).is_some()
        && obligation_word(&words[1]).is_some()
    {
        return Some(Heading::Obligation);
    }
    let status = position(&words, &STATUS);
    let remark = position(&words, &REMARK);
    if status.is_some() && words.iter().any(|word| EARLIER.contains(&word.as_str())) {
        return Some(Heading::EarlierStatus);
    }
    match (status, remark) {
        (Some(status), Some(remark)) if status < remark => return Some(Heading::Status),
        (_, Some(_)) if words.len() <= 5 => return Some(Heading::Remark),
        (Some(_), None) if words.len() <= 4 => return Some(Heading::Status),
        _ => {}
    }
    plain_heading(&words)
}

fn plain_heading(words: &[String]) -> Option<Heading> {
    let all = |list: &[&str]| {
        words
            .iter()
            .all(|word| list.iter().any(|known| is_form_of(word, known)))
    };
    if words.len() <= 2
        && words
            .iter()
            .any(|word| AREA.iter().any(|known| is_form_of(word, known)))
    {
        return Some(Heading::Area);
    }
    if words.len() <= 2 && all(&NUMBER) {
        return Some(Heading::Number);
    }
    if words.len() <= 3 && all(&TEXT) {
        return Some(Heading::Text);
    }
    if words.len() <= 2 && (is_form_of(&words[0], "type") || is_form_of(&words[0], "forpligtelse"))
    {
        return Some(Heading::Obligation);
    }
    if words.len() <= 3 && position(words, &OTHER).is_some() {
        return Some(Heading::Other);
    }
    if words.len() == 2
        && NUMBER.contains(&words[1].as_str())
        && TEXT.iter().any(|known| is_form_of(&words[0], known))
    {
        return Some(Heading::Number);
    }
    None
}

fn position(words: &[String], known: &[&str]) -> Option<usize> {
    let compound = |word: &String| {
        known.iter().any(|known| {
            known.len() > 3 && word.starts_with(known)
                || word == known
                || word_similarity(word, known) >= 0.84
        })
    };
    // "Statusbeskrivelse" announces a description: the last part of a compound decides.
    let remarkable = |word: &String| {
        REMARK.iter().any(|part| {
            word.len() > part.len() + 3 && word.contains(part) && !word.starts_with(part)
        })
    };
    let is_remark_list = known.contains(&REMARK[0]);
    words.iter().position(|word| {
        if remarkable(word) {
            is_remark_list
        } else {
            compound(word)
        }
    })
}

fn is_form_of(word: &str, known: &str) -> bool {
    let ending = word.strip_prefix(known).map(str::len);
    ending.is_some_and(|rest| rest <= 3) || word_similarity(word, known) >= 0.88
}

/// Whether a text lists the choices ("Grøn/gul/rød", "Angiv grøn, gul eller rød") and so announces
/// a status or waits for one.
pub(crate) fn is_colour_list(text: &str) -> bool {
    let words = words(text);
    let has = |forms: &[&str]| {
        words.iter().any(|word| {
            forms
                .iter()
                .any(|form| word == form || word_similarity(word, form) >= 0.95)
        })
    };
    let green = has(&["grøn", "grønt", "green"]);
    let yellow = has(&["gul", "gult", "yellow", "amber"]);
    let red = has(&["rød", "rødt", "red"]);
    green && yellow && red && words.len() <= 9
}

fn is_colour(word: &str) -> bool {
    matches!(
        word,
        "grøn" | "grønt" | "gul" | "gult" | "rød" | "rødt" | "green" | "yellow" | "red"
    )
}

const NOUNS: [&str; 13] = [
    "initiativer",
    "anbefalinger",
    "opgaver",
    "indsatser",
    "krav",
    "punkter",
    "tiltag",
    "recommendations",
    "initiatives",
    "initiativ",
    "anbefaling",
    "opgave",
    "actions",
];

fn obligation_word(word: &str) -> Option<Obligation> {
    match word {
        "skal" | "must" | "shall" => Some(Obligation::Must),
        "kan" | "may" | "can" => Some(Obligation::May),
        "bindende" | "obligatorisk" | "obligatoriske" | "mandatory" | "binding"
        | "forpligtende" | "compulsory" => Some(Obligation::Must),
        "frivillig" | "frivillige" | "frivilligt" | "valgfri" | "valgfrie" | "voluntary"
        | "optional" => Some(Obligation::May),
        _ => None,
    }
}

/// Whether a text is a heading that says skal or kan. The recommendation's own "skal" never is.
pub(crate) fn obligation(text: &str) -> Option<Obligation> {
    let start: String = text.chars().take(240).collect();
    let mut words = words(&start);
    while words.first().is_some_and(|word| {
        word.len() <= 2 && !word.is_empty() || word.bytes().all(|byte| byte.is_ascii_digit())
    }) {
        words.remove(0);
    }
    let first = words.first()?;
    by_first_word(first, &words, &start).or_else(|| by_phrase(first, &words))
}

fn by_first_word(first: &str, words: &[String], start: &str) -> Option<Obligation> {
    for (word, obligation) in [
        ("skal", Obligation::Must),
        ("kan", Obligation::May),
        ("must", Obligation::Must),
        ("may", Obligation::May),
    ] {
        let noun = first.strip_prefix(word).filter(|rest| !rest.is_empty());
        if noun.is_some_and(is_noun) {
            return Some(obligation);
        }
    }
    let obligation = obligation_word(first)?;
    let next = words.get(1);
    let alone = words.len() == 1
        || words.len() <= 4
            && words[1..].iter().all(|word| {
                word.bytes().all(|byte| byte.is_ascii_digit()) || word == "i" || word == "og"
            });
    let colon = fold(start)
        .find(':')
        .is_some_and(|at| at <= first.len() + 4);
    let adjective =
        !matches!(first, "skal" | "kan" | "must" | "may" | "shall" | "can") && words.len() <= 8;
    (alone || colon || adjective || next.is_some_and(|next| is_noun(next))).then_some(obligation)
}

fn is_noun(word: &str) -> bool {
    NOUNS
        .iter()
        .any(|noun| word == *noun || word_similarity(word, noun) >= 0.75)
}

fn by_phrase(first: &str, words: &[String]) -> Option<Obligation> {
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    if first == "det" && words.get(1).is_some_and(|word| word == "anbefales") {
        if has("overvejer") || has("overveje") {
            return Some(Obligation::May);
        }
        return (has("følgende") && has("skal")).then_some(Obligation::Must);
    }
    // "Anbefalinger, som kommunerne skal følge": short, and about the recommendations themselves.
    if words.len() > 9 || !is_noun(first) {
        return None;
    }
    let mut said = words[1..].iter().filter_map(|word| obligation_word(word));
    let obligation = said.next()?;
    said.all(|other| other == obligation).then_some(obligation)
}

/// The first and last year that a text names; "2016/17" and "2016-17" name two.
pub(crate) fn years(text: &str) -> Option<(i32, i32)> {
    let mut found: Vec<i32> = Vec::new();
    let mut previous: Option<(usize, i32)> = None;
    for (range, word) in crate::read::phrases::split(text) {
        let number = word.parse::<i32>().ok();
        match (number, word.len(), previous) {
            (Some(year), 4, _) if (1990..2100).contains(&year) => {
                found.push(year);
                previous = Some((range.end, year));
            }
            (Some(short), 2, Some((end, year)))
                if range.start == end + 1 || text.get(end..range.start) == Some("–") =>
            {
                let second = year / 100 * 100 + short;
                if second > year {
                    found.push(second);
                }
            }
            _ => previous = None,
        }
    }
    Some((*found.iter().min()?, *found.iter().max()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_their_headings() {
        for (text, expected) in [
            ("Grøn/gul/rød", Heading::Status),
            ("Status", Heading::Status),
            ("Farve", Heading::Status),
            ("Status (grøn, gul eller rød)", Heading::Status),
            ("Bemærkninger", Heading::Remark),
            ("Kommentar", Heading::Remark),
            ("Begrundelse for farven", Heading::Remark),
            ("Statusbeskrivelse", Heading::Remark),
            ("Initiativ/Anbefaling", Heading::Text),
            ("Anbefaling 3", Heading::Text),
            ("Nr.", Heading::Number),
            ("Indsatsområde", Heading::Area),
            ("Skal/kan", Heading::Obligation),
            ("Ansvarlig", Heading::Other),
            ("Status sidste år", Heading::EarlierStatus),
            ("Bemærkninqer", Heading::Remark),
        ] {
            assert_eq!(heading(text), Some(expected), "{text}");
        }
        assert_eq!(heading("Virksomhedsrettede indsatser"), None);
        assert_eq!(heading("Sikre kvalificerede medarbejdere"), None);
    }

    #[test]
    fn must_and_may_come_from_headings_only() {
        for text in [
            "SKAL-initiativer i 2015:",
            "Skal",
            "Bindende anbefalinger",
            "1.1 SKAL-initiativer i 2016 og 2017",
            "Must",
            "Anbefalinger, som kommunerne skal følge",
        ] {
            assert_eq!(obligation(text), Some(Obligation::Must), "{text}");
        }
        for text in [
            "KAN-initiativer i 2016 og 2017 Det anbefales, at alle kommuner overvejer mulighederne for",
            "Frivillige indsatser",
            "Det anbefales, at alle kommuner i 2015 overvejer mulighederne",
            "May",
        ] {
            assert_eq!(obligation(text), Some(Obligation::May), "{text}");
        }
        for text in [
            "Alle kommuner skal medvirke til",
            "Kan vi gøre mere?",
            "Kommunerne skal medvirke aktivt",
            "Effektiv kompetenceafklaring",
        ] {
            assert_eq!(obligation(text), None, "{text}");
        }
    }

    #[test]
    fn years_are_read_from_headings() {
        assert_eq!(
            years("SKAL-initiativer i 2016 og 2017:"),
            Some((2016, 2017))
        );
        assert_eq!(years("i 2018-2019"), Some((2018, 2019)));
        assert_eq!(years("2016/17"), Some((2016, 2017)));
        assert_eq!(years("i 2015"), Some((2015, 2015)));
        assert_eq!(years("Dok.ID 1993694"), None);
    }
}
