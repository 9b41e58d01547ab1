use super::Mark;
use crate::languages::Texts;
use askama::Template;
use askama::filters::HtmlSafe;

/// How many municipalities have each status, in the order of [`Mark::ALL`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts(pub [u32; 5]);

impl Counts {
    /// Everyone.
    pub fn total(self) -> u32 {
        self.0.iter().sum()
    }
}

/// A bar that shows how the municipalities divide, with the same as words for those who do not
/// see it, and as a table behind it where the numbers do not already stand beside it.
#[derive(Template)]
#[template(path = "components/distribution_bar.html")]
pub struct DistributionBar<'page> {
    texts: &'page Texts,
    title: String,
    description: String,
    segments: Vec<Segment>,
    with_table: bool,
}

impl HtmlSafe for DistributionBar<'_> {}

struct Segment {
    mark: Mark,
    count: u32,
    left: u32,
    width: u32,
}

/// The bar's width in its own units.
const WIDTH: u32 = 1000;

impl<'page> DistributionBar<'page> {
    /// A bar for these counts; `title` says of what.
    pub fn new(counts: Counts, title: impl Into<String>, texts: &'page Texts) -> Self {
        Self {
            texts,
            title: title.into(),
            description: describe(counts, texts),
            segments: segments(counts),
            with_table: false,
        }
    }

    /// The same with its table behind it.
    pub fn with_table(mut self) -> Self {
        self.with_table = true;
        self
    }
}

fn describe(counts: Counts, texts: &Texts) -> String {
    let words: Vec<String> = Mark::ALL
        .iter()
        .zip(counts.0)
        .filter(|(_, count)| *count > 0)
        .map(|(mark, count)| format!("{} {count}", mark.word(texts)))
        .collect();
    words.join(", ")
}

fn segments(counts: Counts) -> Vec<Segment> {
    let total = counts.total().max(1);
    let mut before = 0;
    let mut segments = Vec::new();
    for (mark, count) in Mark::ALL.into_iter().zip(counts.0) {
        let left = before * WIDTH / total;
        before += count;
        let width = before * WIDTH / total - left;
        if count > 0 {
            segments.push(Segment {
                mark,
                count,
                left,
                width,
            });
        }
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_segments_fill_the_bar_without_gaps() {
        let parts = segments(Counts([3, 3, 1, 0, 4]));
        assert_eq!(parts.first().map(|part| part.left), Some(0));
        for pair in parts.windows(2) {
            assert_eq!(pair[0].left + pair[0].width, pair[1].left);
        }
        assert_eq!(parts.last().map(|part| part.left + part.width), Some(WIDTH));
    }
}
