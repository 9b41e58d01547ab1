use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a folded word by the Danish Snowball stemmer
/// (<https://snowballstem.org/algorithms/danish/stemmer.html>): "kommunerne" and "kommunes" meet.
pub fn stem(word: &str) -> String {
    Stemmer::create(Algorithm::Danish).stem(word).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_share_a_stem() {
        assert_eq!(stem("kommunerne"), stem("kommuner"));
        assert_eq!(stem("medarbejdere"), stem("medarbejderne"));
    }
}
