/// How alike two folded words are, 0 to 1: 1 when equal, 0.95 when they differ only by what a
/// scanner confuses (rn/m, l/1/i, o/ø/0 …), else 1 − d/n, where d is the optimal string alignment
/// distance (insertions, deletions, substitutions and swaps of neighbours; Damerau 1964) and n the
/// longer length. Words further apart than a third of their length are not alike at all.
pub fn word_similarity(left: &str, right: &str) -> f64 {
    if left == right {
        return 1.0;
    }
    // Scanners change a length by little; what differs by more than a third is another word.
    if left.len().abs_diff(right.len()) * 2 > left.len().max(right.len()) {
        return 0.0;
    }
    Shape::of(left).similarity(&Shape::of(right))
}

/// A word prepared for comparison with many others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shape {
    letters: Vec<char>,
    /// One bit per letter that occurs: words that share few letters need no closer look.
    mask: u64,
}

impl Shape {
    /// The shape of a folded word.
    pub fn of(word: &str) -> Self {
        let letters = skeleton(word);
        let mask = letters
            .iter()
            .fold(0, |mask, letter| mask | 1 << (u32::from(*letter) & 63));
        Self { letters, mask }
    }

    /// Whether two words begin with letters that a scanner could confuse: a first, quick look.
    pub fn starts_like(&self, other: &Shape) -> bool {
        self.letters.first() == other.letters.first()
    }

    /// As [`word_similarity`], for words that are not equal.
    pub fn similarity(&self, other: &Shape) -> f64 {
        let (left, right) = (&self.letters, &other.letters);
        if left == right {
            return 0.95;
        }
        let longer = left.len().max(right.len());
        let allowed = longer / 3;
        // Below four letters another letter is another word: "skal" and "kan", "gul" and "rul".
        if left.len().min(right.len()) < 4
            || left.len().abs_diff(right.len()) > allowed
            || (self.mask ^ other.mask).count_ones() as usize > 2 * allowed
        {
            return 0.0;
        }
        let alike = 1.0 - distance(left, right) as f64 / longer as f64;
        if alike >= 2.0 / 3.0 { alike } else { 0.0 }
    }
}

/// A word with the letters that scanners confuse made one.
pub(crate) fn skeleton(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = Vec::with_capacity(word.len());
    for letter in word.chars() {
        let letter = match letter {
            '1' | 'i' | '|' | '!' | 'j' | 'í' => 'l',
            '0' | 'ø' | 'ö' | 'ó' => 'o',
            'å' | 'ä' | 'á' => 'a',
            '5' => 's',
            'é' | 'è' => 'e',
            other => other,
        };
        match (letters.last().copied(), letter) {
            (Some('r'), 'n') => replace_last(&mut letters, 'm'),
            (Some('v'), 'v') => replace_last(&mut letters, 'w'),
            (Some('c'), 'l') => replace_last(&mut letters, 'd'),
            (_, 'æ') => letters.extend(['a', 'e']),
            _ => letters.push(letter),
        }
    }
    letters
}

fn replace_last(letters: &mut [char], letter: char) {
    if let Some(last) = letters.last_mut() {
        *last = letter;
    }
}

fn distance(left: &[char], right: &[char]) -> usize {
    let width = right.len() + 1;
    let mut before_last = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut row = vec![0; width];
    for (i, a) in left.iter().enumerate() {
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let kept = last[j] + usize::from(a != b);
            row[j + 1] = kept.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b {
                row[j + 1] = row[j + 1].min(before_last[j - 1] + 1);
            }
        }
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scanner_confusions_hardly_count() {
        assert_eq!(word_similarity("akademikere", "akadernikere"), 0.95);
        assert_eq!(word_similarity("ledige", "1edige"), 0.95);
        assert_eq!(word_similarity("målgrupper", "malgrupper"), 0.95);
    }

    #[test]
    fn a_typo_counts_a_little_and_another_word_is_another_word() {
        assert!(word_similarity("flygtninge", "flygtinge") > 0.85);
        assert!(word_similarity("samarbejde", "samabrejde") > 0.85);
        assert_eq!(word_similarity("skal", "kan"), 0.0);
        assert_eq!(word_similarity("virksomhed", "borger"), 0.0);
    }
}
