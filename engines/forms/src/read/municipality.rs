//! Which municipality answers: by the file's title and labels, its properties, its name, and the
//! municipality that its text speaks of.

use crate::read::parts::filled;
use crate::read::said::problem;
use crate::{Level, MunicipalityName, MunicipalityReading, Problem, ReadOptions, Source};
use document_model::{Block, Document, Paragraph};
use linking::{ascii_spelling, fold};
use std::collections::HashMap;

/// Where a name stood; a higher place outranks a lower one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// In a remark.
    Remark,
    /// In a paragraph outside tables.
    Paragraph,
    /// A document property.
    Property,
    /// The name of the file.
    FileName,
    /// A heading, the first lines, or a short line "Fredensborg Kommune".
    Title,
    /// "Kommune: Allerød".
    Label,
}

/// The municipality that a form says it is from, with what is doubtful about it.
pub(crate) fn recognise(
    document: &Document,
    options: &ReadOptions,
) -> (Option<MunicipalityReading>, Vec<Problem>) {
    let names = Names::new(options.municipalities);
    let mut votes = Votes {
        names: &names,
        found: Vec::new(),
    };
    if let Some(name) = options.file_name {
        votes.file_name(name);
    }
    for property in &document.properties {
        votes.text(&property.value, Place::Property, 1);
    }
    votes.document(document);
    decide(&votes.found, options)
}

fn decide(
    found: &[(Place, usize, usize)],
    options: &ReadOptions,
) -> (Option<MunicipalityReading>, Vec<Problem>) {
    let reading = |index: usize| {
        let known: &MunicipalityName = &options.municipalities[index];
        MunicipalityReading {
            code: known.code.clone(),
            name: known.name.clone(),
        }
    };
    let by_place = |place: Place| winner(found, |at| at == place);
    let in_text = [Place::Label, Place::Title]
        .into_iter()
        .find_map(by_place)
        .or_else(|| {
            [Place::Paragraph, Place::Remark]
                .into_iter()
                .find_map(by_place)
        });
    let strong = [Place::Label, Place::Title].into_iter().find_map(by_place);
    let by_file = by_place(Place::FileName);
    let by_property = by_place(Place::Property);
    let mut problems = Vec::new();
    let chosen = strong.or(by_file).or(by_property).or(in_text);
    let Some(chosen) = chosen else {
        let asked = !options.municipalities.is_empty();
        if asked {
            let several = found.iter().any(|_| true);
            problems.push(problem(
                Level::Notice,
                if several {
                    "problem-municipality-several"
                } else {
                    "problem-municipality-unknown"
                },
                None,
                &Source::default(),
            ));
        }
        return (None, problems);
    };
    if let Some(file) = by_file.filter(|file| Some(*file) != strong && strong.is_some()) {
        problems.push(disagreement(
            "problem-municipality-file-name",
            &reading(chosen),
            &reading(file),
        ));
    } else if let Some(other) =
        by_property.filter(|other| *other != chosen && strong.or(by_file).is_some())
    {
        problems.push(disagreement(
            "problem-municipality-property",
            &reading(chosen),
            &reading(other),
        ));
    }
    (Some(reading(chosen)), problems)
}

fn disagreement(
    key: &'static str,
    chosen: &MunicipalityReading,
    other: &MunicipalityReading,
) -> Problem {
    let mut found = problem(Level::Warning, key, None, &Source::default());
    found.message = found
        .message
        .with("name", chosen.name.clone())
        .with("other", other.name.clone());
    found
}

/// The municipality named most at a place; in running text it must be named clearly more often
/// than any other.
fn winner(found: &[(Place, usize, usize)], at: impl Fn(Place) -> bool) -> Option<usize> {
    let mut counts: Vec<(usize, usize, Place)> = Vec::new();
    for (place, index, weight) in found.iter().filter(|(place, _, _)| at(*place)) {
        match counts.iter_mut().find(|(known, _, _)| known == index) {
            Some((_, count, _)) => *count += weight,
            None => counts.push((*index, *weight, *place)),
        }
    }
    counts.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    match &counts[..] {
        [] => None,
        [(_, count, Place::Remark)] if *count < 2 => None,
        [(index, _, _)] => Some(*index),
        [
            (index, most, Place::Paragraph | Place::Remark),
            (_, next, _),
            ..,
        ] => (*most >= next * 2 && *most >= 3).then_some(*index),
        [(index, most, _), (_, next, _), ..] => (most > next).then_some(*index),
    }
}

struct Votes<'v> {
    names: &'v Names,
    /// Place, municipality, weight.
    found: Vec<(Place, usize, usize)>,
}

impl Votes<'_> {
    fn file_name(&mut self, name: &str) {
        let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let words = name_words(stem);
        let mut named: Vec<usize> = self
            .names
            .in_words(&words, true)
            .into_iter()
            .map(|(index, _)| index)
            .collect();
        named.dedup();
        if named.is_empty() {
            // Digits inside a longer word are part of a fingerprint or a case number, no code.
            let codes = stem.split(|letter: char| !letter.is_alphanumeric());
            named = codes
                .filter_map(|digits| self.names.by_code(digits))
                .collect();
        }
        self.found
            .extend(named.into_iter().map(|index| (Place::FileName, index, 1)));
    }

    fn text(&mut self, text: &str, place: Place, weight: usize) {
        let bare = place >= Place::Property;
        if !bare {
            return self.running_text(text, place, weight);
        }
        for (index, called) in self.names.in_words(&name_words(text), bare) {
            // In running text a bare name may be a town, a station, a person: only "X Kommune" counts.
            if bare || called {
                self.found.push((place, index, weight));
            }
        }
    }

    /// In running text only what stands right before "Kommune" is looked at.
    fn running_text(&mut self, text: &str, place: Place, weight: usize) {
        for (at, _) in text.match_indices("ommune") {
            let mut from = at.saturating_sub(48);
            let mut to = (at + 12).min(text.len());
            while !text.is_char_boundary(from) {
                from -= 1;
            }
            while !text.is_char_boundary(to) {
                to += 1;
            }
            let found = self.names.in_words(&name_words(&text[from..to]), false);
            if let Some((index, _)) = found.into_iter().rfind(|(_, called)| *called) {
                self.found.push((place, index, weight));
            }
        }
    }

    fn document(&mut self, document: &Document) {
        let mut lines = 0;
        for block in &document.blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let text = paragraph.text();
                    if !text.trim().is_empty() {
                        lines += 1;
                        self.line(&text, paragraph, lines);
                    }
                }
                Block::Table(table) => table.rows.iter().enumerate().for_each(|(index, row)| {
                    let cells: Vec<String> = filled(row).map(document_model::Cell::text).collect();
                    self.row(&cells, index < 4 && lines < 6);
                }),
            }
        }
    }

    fn line(&mut self, text: &str, paragraph: &Paragraph, number: usize) {
        let heading = matches!(paragraph.kind, document_model::ParagraphKind::Heading(_));
        if let Some((label, value)) = text.split_once([':', '\t'])
            && is_label(label)
            && !value.trim().is_empty()
        {
            return self.text(value, Place::Label, 1);
        }
        let short = text.len() <= 110;
        let only_name = self.is_name_alone(text);
        // Letterheads give the sender's postal address; the answer's own line is a name alone.
        let place = if heading && short || only_name || number <= 3 && short {
            Place::Title
        } else {
            Place::Paragraph
        };
        let bare =
            place == Place::Title && (only_name || text.contains([':', '–', '-', ',']) || heading);
        for (index, called) in self.names.in_words(&name_words(text), bare) {
            if bare || called {
                self.found.push((
                    if called || only_name || heading {
                        place
                    } else {
                        Place::Paragraph.max(place)
                    },
                    index,
                    1,
                ));
            }
        }
    }

    /// "Fremdriftsskema for 2025 – Greve Kommune": the first rows of a sheet are its title. One
    /// that names several municipalities says who cooperates, not who answers.
    fn is_title_of_one(&self, text: &str) -> bool {
        let mut named = self.names.in_words(&name_words(text), text_separates(text));
        named.dedup_by_key(|(index, _)| *index);
        text.len() <= 160 && named.len() == 1
    }

    fn title_row(&mut self, text: &str) {
        let bare = text_separates(text);
        let found = self.names.in_words(&name_words(text), bare);
        let kept = found.into_iter().filter(|(_, called)| bare || *called);
        self.found
            .extend(kept.map(|(index, _)| (Place::Title, index, 1)));
    }

    fn is_name_alone(&self, text: &str) -> bool {
        let words = name_words(text);
        words.len() <= 5
            && words.iter().any(|word| is_kommune(word))
            && self.names.in_words(&words, false).len() == 1
    }

    fn row(&mut self, cells: &[String], early: bool) {
        match cells {
            [label, value, ..] if is_label(label) => self.text(value, Place::Label, 1),
            [only] if early && self.is_name_alone(only) => self.text(only, Place::Title, 1),
            [only] if early && self.is_title_of_one(only) => self.title_row(only),
            [only]
                if only
                    .split_once(':')
                    .is_some_and(|(label, _)| is_label(label)) =>
            {
                let value = only.split_once(':').map_or("", |(_, value)| value);
                self.text(value, Place::Label, 1);
            }
            cells => cells
                .iter()
                .for_each(|cell| self.text(cell, Place::Remark, 1)),
        }
    }
}

/// "Kommune:", "Kommunens navn", "Udfyldt af".
fn is_label(label: &str) -> bool {
    let words = linking::words(label);
    let known = [
        "kommune",
        "kommunen",
        "kommunens",
        "navn",
        "municipality",
        "udfyldt",
        "af",
        "indberettende",
        "besvaret",
        "for",
        "på",
        "name",
        "kommunenavn",
        "kommunenr",
        "kommunekode",
        "afsender",
    ];
    !words.is_empty()
        && words.len() <= 4
        && words.iter().all(|word| known.contains(&word.as_str()))
        && words.iter().any(|word| {
            word.starts_with("kommune")
                || word == "municipality"
                || word == "udfyldt"
                || word == "besvaret"
                || word == "afsender"
        })
}

/// Whether a title has parts, one of which may be a bare name: "Skema 2025 – Greve".
fn text_separates(text: &str) -> bool {
    text.contains([':', '–', '-', ',', '|', '('])
}

fn is_kommune(word: &str) -> bool {
    matches!(
        word,
        "kommune" | "kommunes" | "regionskommune" | "regionskommunes" | "municipality" | "kommuner"
    )
}

/// A text's words for names: folded, in the spelling of file names, hyphens and underscores apart.
fn name_words(text: &str) -> Vec<String> {
    let spelt = ascii_spelling(&fold(text));
    spelt
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// All names by their words.
struct Names {
    forms: Vec<(Vec<String>, usize)>,
    /// The forms by the first two letters of their first word.
    starts: HashMap<[u8; 2], Vec<usize>>,
    codes: Vec<String>,
}

impl Names {
    fn new(known: &[MunicipalityName]) -> Self {
        let mut forms = Vec::new();
        for (index, municipality) in known.iter().enumerate() {
            for name in std::iter::once(&municipality.name).chain(&municipality.aliases) {
                let mut words = name_words(name);
                words.retain(|word| !is_kommune(word));
                if words.is_empty() {
                    continue;
                }
                if words.len() > 1 {
                    forms.push((vec![words.concat()], index));
                }
                forms.push((words, index));
            }
        }
        // Longer names first: "Lyngby-Taarbæk" before a municipality called by one of its parts.
        forms.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        let mut starts: HashMap<[u8; 2], Vec<usize>> = HashMap::new();
        for (index, (words, _)) in forms.iter().enumerate() {
            starts.entry(start(&words[0])).or_default().push(index);
        }
        Self {
            forms,
            starts,
            codes: known
                .iter()
                .map(|municipality| municipality.code.as_str().to_owned())
                .collect(),
        }
    }

    /// A code of four digits with a leading zero, or of three; years have another shape.
    fn by_code(&self, digits: &str) -> Option<usize> {
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let code = match digits.len() {
            3 => format!("0{digits}"),
            4 => digits.to_owned(),
            _ => return None,
        };
        self.codes.iter().position(|known| *known == code)
    }

    /// The municipalities named, each with whether "Kommune" stands beside it. In "Frederiksberg
    /// og Lyngby-Taarbæk Kommuner" several share the word and none is the one that answers.
    fn in_words(&self, words: &[String], bare: bool) -> Vec<(usize, bool)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let candidates = self.starts.get(&start(&words[at]));
            let candidates = candidates
                .into_iter()
                .flatten()
                .map(|form| &self.forms[*form]);
            match candidates
                .into_iter()
                .find(|(form, _)| stands_at(words, at, form))
            {
                Some((form, index)) => {
                    at += form.len();
                    let called = words
                        .get(at)
                        .is_some_and(|word| is_kommune(word) && word != "kommuner");
                    let before = at
                        .checked_sub(form.len() + 1)
                        .and_then(|before| words.get(before))
                        .is_some_and(|word| word == "kommune");
                    found.push((*index, called || before && bare));
                }
                None => at += 1,
            }
        }
        found
    }
}

fn start(word: &str) -> [u8; 2] {
    let bytes = word.as_bytes();
    [
        bytes.first().copied().unwrap_or(0),
        bytes.get(1).copied().unwrap_or(0),
    ]
}

fn stands_at(words: &[String], at: usize, form: &[String]) -> bool {
    let last = form.len() - 1;
    form.iter().enumerate().all(|(offset, wanted)| {
        words
            .get(at + offset)
            .is_some_and(|word| word == wanted || offset == last && is_genitive(word, wanted))
    })
}

/// "Københavns", and also "Vesthimmerland" for "Vesthimmerlands".
fn is_genitive(word: &str, name: &str) -> bool {
    word.strip_prefix(name) == Some("s") || name.strip_prefix(word) == Some("s") && word.len() > 4
}
