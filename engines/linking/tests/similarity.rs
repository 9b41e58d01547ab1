#![allow(missing_docs)]
#![allow(clippy::unwrap_used)]
use linking::{TextSet, assign};
use proptest::prelude::*;

const TEXTS: [&str; 5] = [
    "Særlige indsatser for små målgrupper med andre udfordringer end ledighed, hvor det tværkommunale samarbejde muliggør etablering af skræddersyede forløb.",
    "Særlige indsatser for akademikere, hvor det tværkommunale samarbejde muliggør etablering af skræddersyede forløb.",
    "Alle kommuner skal have fokus på, at medarbejderne har de nødvendige kompetencer til at servicere virksomhederne og levere effektiv jobformidling.",
    "Indgå i fælleskommunale dokumentationsprojekter, hvor data for effekten af indsatser samles og analyseres.",
    "Indgå i fælleskommunale projekter med fokus på best practice på beskæftigelsesområdet for at fremme læring på tværs af kommunerne.",
];

fn best(text: &str) -> (usize, f64) {
    let set = TextSet::new(&TEXTS);
    let (index, similarity) = set.best(&set.read(text)).unwrap();
    (index, similarity.score)
}

#[test]
fn the_same_text_scores_one_whatever_its_dashes_and_line_ends() {
    let damaged = TEXTS[3]
        .replace("dokumentations", "dokumen-\ntations")
        .to_uppercase();
    assert_eq!(best(&damaged), (3, 1.0));
}

#[test]
fn shortened_texts_are_recognised() {
    for (text, expected) in [
        ("Særlige indsatser for akademikere", 1),
        (
            "Indgå i fælleskommunale projekter med fokus på Best practice",
            4,
        ),
        ("Akademikere", 1),
    ] {
        let (index, score) = best(text);
        assert_eq!(index, expected, "{text}");
        assert!(score > 0.6, "{text}: {score}");
    }
}

#[test]
fn scanner_damage_and_typos_are_survived() {
    let (index, score) = best(
        "Særllge lndsatser for akadernikere, hvor det tvaerkommunale samarbejde rnuliggør etab1ering af skraeddersyede forlob",
    );
    assert_eq!(index, 1);
    assert!(score > 0.8, "{score}");
}

#[test]
fn a_text_of_ones_own_is_like_none() {
    let (_, score) =
        best("Kommunen tilbyder fritidsjob til elever i udskolingen sammen med handelsstanden");
    assert!(score < 0.35, "{score}");
}

proptest! {
    #[test]
    fn scores_lie_between_zero_and_one(text in "\\PC{0,120}") {
        let set = TextSet::new(&TEXTS);
        for similarity in set.compare(&set.read(&text)) {
            for value in [similarity.score, similarity.of_read, similarity.of_known, similarity.grams] {
                prop_assert!((0.0..=1.0).contains(&value), "{value}");
            }
        }
    }

    #[test]
    fn no_other_pairing_is_worth_more(values in prop::collection::vec(prop::collection::vec(0.0f64..1.0, 4), 1..5)) {
        let chosen = assign(&values);
        let worth: f64 = chosen.iter().enumerate().filter_map(|(row, column)| column.map(|column| values[row][column])).sum();
        prop_assert!(worth + 1e-9 >= best_by_trying(&values, 0, 0));
        let mut columns: Vec<_> = chosen.iter().flatten().collect();
        let count = columns.len();
        columns.sort_unstable();
        columns.dedup();
        prop_assert_eq!(columns.len(), count);
    }

    #[test]
    fn finding_never_breaks_a_letter(text in "\\PC{0,80}", query in "\\PC{0,12}") {
        for range in linking::find(&text, &query) {
            prop_assert!(text.get(range).is_some());
        }
    }
}

fn best_by_trying(values: &[Vec<f64>], row: usize, taken: u32) -> f64 {
    let Some(options) = values.get(row) else {
        return 0.0;
    };
    let skipped = best_by_trying(values, row + 1, taken);
    let tried = options
        .iter()
        .enumerate()
        .filter(|(column, _)| taken & (1 << column) == 0);
    tried
        .map(|(column, value)| value + best_by_trying(values, row + 1, taken | 1 << column))
        .fold(skipped, f64::max)
}
