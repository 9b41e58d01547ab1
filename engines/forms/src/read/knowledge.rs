use crate::read::headings;
use crate::read::phrases::Phrases;
use crate::{ReadOptions, Template};
use linking::TextSet;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// What a reader knows before it opens a form.
pub(crate) struct Knowledge<'a> {
    pub template: &'a Template,
    pub texts: TextSet,
    pub areas: TextSet,
    pub phrases: Phrases,
    /// The length of the longest recommendation, in bytes.
    pub longest: usize,
    /// Scores already computed: the same cell is looked at for several reasons.
    scores: RefCell<HashMap<String, Rc<[f64]>>>,
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
            scores: RefCell::default(),
        }
    }

    /// The best score of a text against all recommendations; a text far longer than any of them
    /// is none, and its comparison would be dear.
    pub(crate) fn best(&self, text: &str) -> Option<(usize, f64)> {
        if self.is_unfit(text) {
            return None;
        }
        let scores = self.scores(text);
        let numbered = scores.iter().copied().enumerate();
        numbered.max_by(|a, b| a.1.total_cmp(&b.1))
    }

    fn is_unfit(&self, text: &str) -> bool {
        text.trim().len() < 4 || text.len() > self.longest * 2 + 200
    }

    /// The scores of a text against all recommendations.
    pub(crate) fn scores(&self, text: &str) -> Rc<[f64]> {
        if let Some(known) = self.scores.borrow().get(text) {
            return Rc::clone(known);
        }
        let compared = self.texts.compare(&self.texts.read(text));
        let scores: Rc<[f64]> = compared.iter().map(|similarity| similarity.score).collect();
        self.scores
            .borrow_mut()
            .insert(text.to_owned(), Rc::clone(&scores));
        scores
    }

    /// A quick, low estimate of [`Self::best`]'s score.
    pub(crate) fn skim(&self, text: &str) -> f64 {
        if self.is_unfit(text) {
            return 0.0;
        }
        self.texts
            .best(&self.texts.skim(text))
            .map_or(0.0, |(_, similarity)| similarity.score)
    }

    /// Whether a heading names only years before those that the form asks about: "Status 2024" on
    /// a form for 2025 and 2026.
    pub(crate) fn is_past(&self, heading: &str) -> bool {
        let asked = self.template.years;
        match (headings::years(heading), asked) {
            (Some((_, last)), Some((first, _))) => last < first,
            _ => false,
        }
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
