use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use std::cmp::Ordering;
use std::sync::OnceLock;

/// The order of two names in Danish: æ, ø and å come last, and aa counts as å.
pub fn danish_order(left: &str, right: &str) -> Ordering {
    static DANISH: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    let collator = DANISH
        .get_or_init(|| Collator::try_new(locale!("da").into(), CollatorOptions::default()).ok());
    match collator {
        Some(collator) => collator.compare(left, right),
        None => left.cmp(right),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_as_in_a_danish_list() {
        let mut names = [
            "Ærø", "Aalborg", "Ålstrup", "allerød", "Ørbæk", "Vejle", "Bornholm",
        ];
        names.sort_by(|left, right| danish_order(left, right));
        let sorted = [
            "allerød", "Bornholm", "Vejle", "Ærø", "Ørbæk", "Aalborg", "Ålstrup",
        ];
        assert_eq!(names, sorted);
    }
}
