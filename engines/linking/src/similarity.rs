use crate::ocr::{Shape, skeleton};
use crate::stems::stem;
use crate::words::words;
use std::collections::HashMap;

/// Texts to be recognised, with the weight of each of their words: a word that stands in every
/// text tells nothing, one that stands in a single text tells much.
#[derive(Debug, Clone, Default)]
pub struct TextSet {
    vocabulary: HashMap<String, usize>,
    shapes: Vec<Shape>,
    weights: Vec<f64>,
    unknown_weight: f64,
    texts: Vec<KnownText>,
}

#[derive(Debug, Clone)]
struct KnownText {
    /// Sorted word numbers, each once.
    words: Vec<usize>,
    weight: f64,
    grams: Vec<u64>,
    folded: String,
}

/// A text read somewhere, prepared for comparison with a [`TextSet`].
#[derive(Debug, Clone)]
pub struct ReadText {
    /// Word number in the set and how alike (1 = the same word), or nothing; with its weight.
    words: Vec<(Option<(usize, f64)>, f64)>,
    weight: f64,
    grams: Vec<u64>,
    folded: String,
}

/// How alike a read text is to a known one. All 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Similarity {
    /// The overall score.
    pub score: f64,
    /// The share of the read text's weight that stands in the known text.
    pub of_read: f64,
    /// The share of the known text's weight that stands in the read text.
    pub of_known: f64,
    /// The share of character trigrams in common (Dice).
    pub grams: f64,
}

impl TextSet {
    /// Prepares texts. The weight of a word is the square of its inverse document frequency
    /// ln(1 + N/df) (Spärck Jones 1972), as the product of two vectors weighs it.
    pub fn new<T: AsRef<str>>(texts: &[T]) -> Self {
        let mut set = Self::default();
        let stems: Vec<Vec<String>> = texts.iter().map(|text| stems(text.as_ref())).collect();
        let mut frequency: Vec<f64> = Vec::new();
        for words in &stems {
            for number in set.numbers_of(words) {
                frequency.resize(frequency.len().max(number + 1), 0.0);
                frequency[number] += 1.0;
            }
        }
        let count = texts.len() as f64;
        set.weights = frequency
            .iter()
            .map(|df| (1.0 + count / df).ln().powi(2))
            .collect();
        set.unknown_weight = (1.0 + count).ln().powi(2);
        for (text, words) in texts.iter().zip(&stems) {
            let words = set.numbers_of(words);
            let weight = words.iter().map(|word| set.weights[*word]).sum();
            let folded = joined_words(text.as_ref());
            set.texts.push(KnownText {
                words,
                weight,
                grams: grams(&folded),
                folded,
            });
        }
        set
    }

    /// How many texts are known.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether no text is known.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    fn numbers_of(&mut self, stems: &[String]) -> Vec<usize> {
        let mut numbers: Vec<usize> = stems.iter().map(|stem| self.number_of(stem)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn number_of(&mut self, stem: &str) -> usize {
        if let Some(number) = self.vocabulary.get(stem) {
            return *number;
        }
        let number = self.vocabulary.len();
        self.vocabulary.insert(stem.to_owned(), number);
        self.shapes.push(Shape::of(stem));
        number
    }

    /// Prepares a read text; unknown words are compared with the known ones allowing for typos
    /// and scanner damage (soft TF-IDF: Cohen, Ravikumar & Fienberg 2003).
    pub fn read(&self, text: &str) -> ReadText {
        self.prepare(text, |stem| self.most_alike(stem))
    }

    fn prepare(&self, text: &str, unknown: impl Fn(&str) -> Option<(usize, f64)>) -> ReadText {
        let read = words(text);
        let mut stems: Vec<String> = read.iter().map(|word| stem(word)).collect();
        stems.sort_unstable();
        stems.dedup();
        let words: Vec<_> = stems
            .iter()
            .map(|stem| {
                let exact = self.vocabulary.get(stem).map(|number| (*number, 1.0));
                let known = exact.or_else(|| unknown(stem));
                let weight = known.map_or(self.unknown_weight, |(number, _)| self.weights[number]);
                (known, weight)
            })
            .collect();
        let weight = words.iter().map(|(_, weight)| weight).sum();
        let folded = read.concat();
        ReadText {
            words,
            weight,
            grams: grams(&folded),
            folded,
        }
    }

    fn most_alike(&self, stem: &str) -> Option<(usize, f64)> {
        let shape = Shape::of(stem);
        let scored = self.shapes.iter().map(|known| shape.similarity(known));
        let best = scored.enumerate().filter(|(_, alike)| *alike >= 0.7);
        best.max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// As [`TextSet::read`], but unknown words are left unknown: quick, for telling which of many
    /// texts deserve a closer look.
    pub fn skim(&self, text: &str) -> ReadText {
        self.prepare(text, |_| None)
    }

    /// How alike a read text is to each known one.
    pub fn compare(&self, read: &ReadText) -> Vec<Similarity> {
        self.texts
            .iter()
            .map(|known| self.similarity(read, known))
            .collect()
    }

    /// The known text that a read one is most alike to.
    pub fn best(&self, read: &ReadText) -> Option<(usize, Similarity)> {
        let compared = self.compare(read).into_iter().enumerate();
        compared.max_by(|a, b| a.1.score.total_cmp(&b.1.score))
    }

    fn similarity(&self, read: &ReadText, known: &KnownText) -> Similarity {
        if read.folded.is_empty() || known.folded.is_empty() {
            return Similarity::default();
        }
        if read.folded == known.folded {
            return Similarity {
                score: 1.0,
                of_read: 1.0,
                of_known: 1.0,
                grams: 1.0,
            };
        }
        let shared: f64 = read
            .words
            .iter()
            .map(|(word, weight)| shared_weight(*word, *weight, known))
            .sum();
        let of_read = ratio(shared, read.weight);
        let of_known = ratio(shared, known.weight);
        let shared_grams = common(&read.grams, &known.grams) as f64;
        let grams = ratio(
            2.0 * shared_grams,
            (read.grams.len() + known.grams.len()) as f64,
        );
        let contained = ratio(shared_grams, read.grams.len() as f64);
        let score = score(
            of_read,
            of_known,
            grams,
            contained,
            shared / self.unknown_weight.max(0.1),
        );
        Similarity {
            score,
            of_read,
            of_known,
            grams,
        }
    }
}

/// The score of two texts: the better of two views.
///
/// *Whole against whole*: the mean of the harmonic mean of both shares and the trigram share.
/// *A shortened text*: how much of what was read stands in the known text, by words and by
/// trigrams, times 1 − ½·e^(−distinctive words), so that two common words do not make a match.
/// At most 0.98: only equal texts are equal.
fn score(of_read: f64, of_known: f64, grams: f64, contained: f64, distinctive: f64) -> f64 {
    let harmonic = if of_read + of_known > 0.0 {
        2.0 * of_read * of_known / (of_read + of_known)
    } else {
        0.0
    };
    let whole = 0.5 * harmonic + 0.5 * grams;
    let enough = 1.0 - 0.5 * (-distinctive).exp();
    let shortened = (0.6 * of_read + 0.4 * contained) * enough;
    whole.max(0.95 * shortened).min(0.98)
}

fn shared_weight(word: Option<(usize, f64)>, weight: f64, known: &KnownText) -> f64 {
    match word {
        Some((number, alike)) if known.words.binary_search(&number).is_ok() => weight * alike,
        _ => 0.0,
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 {
        (part / whole).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

fn stems(text: &str) -> Vec<String> {
    words(text).iter().map(|word| stem(word)).collect()
}

/// The words without anything between them: a word split in two by a scanner still compares.
fn joined_words(text: &str) -> String {
    words(text).concat()
}

/// The trigrams of a text's skeleton, sorted, each once.
fn grams(joined: &str) -> Vec<u64> {
    let letters = skeleton(joined);
    let pack = |three: &[char]| {
        three
            .iter()
            .fold(0u64, |packed, letter| packed << 21 | u64::from(*letter))
    };
    let mut grams: Vec<u64> = letters.windows(3).map(pack).collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

fn common(left: &[u64], right: &[u64]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < left.len() && j < right.len() {
        match left[i].cmp(&right[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (i, j, count) = (i + 1, j + 1, count + 1);
            }
        }
    }
    count
}

impl ReadText {
    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }
}
