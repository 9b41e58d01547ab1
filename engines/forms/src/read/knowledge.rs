use crate::read::phrases::Phrases;
use crate::{ReadOptions, Template};
use linking::{ReadText, TextSet};

/// What a reader knows before it opens a form.
pub(crate) struct Knowledge<'a> {
    pub template: &'a Template,
    pub texts: TextSet,
    pub areas: TextSet,
    pub phrases: Phrases,
    /// The length of the longest recommendation, in bytes.
    pub longest: usize,
}

/// From this score on, a text may be a recommendation at all.
pub(crate) const LEAST_SCORE: f64 = 0.42;

impl<'a> Knowledge<'a> {
    pub(crate) fn new(template: &'a Template, options: &ReadOptions) -> Self {
        let texts: Vec<&str> = template
            .recommendations
            .iter()
            .map(|recommendation| recommendation.text.as_str())
            .collect();
        let areas: Vec<&str> = template
            .areas
            .iter()
            .map(|area| area.title.as_str())
            .collect();
        Self {
            template,
            longest: texts.iter().map(|text| text.len()).max().unwrap_or(0),
            texts: TextSet::new(&texts),
            areas: TextSet::new(&areas),
            phrases: Phrases::new(&options.words),
        }
    }

    /// The best score of a text against all recommendations; a text far longer than any of them
    /// is none, and its comparison would be dear.
    pub(crate) fn best(&self, text: &str) -> Option<(usize, f64)> {
        if text.trim().len() < 4 || text.len() > self.longest * 2 + 200 {
            return None;
        }
        let (index, similarity) = self.texts.best(&self.read(text))?;
        Some((index, similarity.score))
    }

    pub(crate) fn read(&self, text: &str) -> ReadText {
        self.texts.read(text)
    }

    /// The focus area that a heading names.
    pub(crate) fn area(&self, text: &str) -> Option<usize> {
        if text.len() > 160 || text.trim().len() < 4 {
            return None;
        }
        let (index, similarity) = self.areas.best(&self.areas.read(text))?;
        let recommendation = self.best(text).map_or(0.0, |(_, score)| score);
        let alike = similarity.score >= 0.7 && similarity.of_known >= 0.6;
        (alike && similarity.score > recommendation).then_some(index)
    }
}
