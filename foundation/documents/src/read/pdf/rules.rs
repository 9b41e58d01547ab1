//! Painted shapes → rules (the lines of tables) and fills.
//!
//! Programs draw a rule as a stroke, as a thin filled rectangle, as the edge of a stroked
//! rectangle, cell by cell, doubled or dotted. All of these become one rule here.

use super::geometry::Rect;
use super::page::{Page, Shape};
use document_model::Rgb;

/// What is thinner than this is a rule, what is thicker is a fill.
const MAX_THICKNESS: f32 = 3.0;
/// Rules nearer than this are one (double lines).
const SAME_PLACE: f32 = 2.5;
/// Parts of a rule nearer than this are joined (dashes, dots, corners).
const SAME_RULE: f32 = 3.0;
/// Shorter rules carry no table.
const MIN_LENGTH: f32 = 4.0;
/// A page with more is a drawing.
const MAX_RULES: usize = 3_000;
const MAX_FILLS: usize = 1_500;

/// A straight rule: at y (or x) `at`, reaching from x (or y) `from` to `to`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    pub at: f32,
    pub from: f32,
    pub to: f32,
}

/// The rules and fills of a page.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub horizontal: Vec<Rule>,
    pub vertical: Vec<Rule>,
    pub fills: Fills,
}

/// Filled areas in the order of painting.
#[derive(Debug, Default)]
pub(super) struct Fills {
    areas: Vec<(Rect, Rgb)>,
    /// Small curved shapes, such as a drawn traffic light.
    blobs: Vec<(Rect, Rgb)>,
}

/// Sorts a page's shapes into rules and fills.
pub(super) fn drawing(page: &Page) -> Drawing {
    let (mut horizontal, mut vertical) = (Vec::new(), Vec::new());
    let mut fills = Fills::default();
    for shape in &page.shapes {
        match shape {
            Shape::Stroke { from, to, width } => {
                let line = Rect::around(*from, *to);
                if *width <= 2.0 * MAX_THICKNESS {
                    add_rule(&line, &mut horizontal, &mut vertical);
                }
            }
            Shape::Fill {
                area,
                color,
                curved,
            } => {
                if !add_rule(area, &mut horizontal, &mut vertical) {
                    fills.add(*area, *color, *curved);
                }
            }
        }
    }
    Drawing {
        horizontal: merged(horizontal),
        vertical: merged(vertical),
        fills,
    }
}

fn add_rule(area: &Rect, horizontal: &mut Vec<Rule>, vertical: &mut Vec<Rule>) -> bool {
    let (width, height) = (area.width(), area.height());
    let (x, y) = area.center();
    let across = height <= MAX_THICKNESS && width >= height;
    let down = width <= MAX_THICKNESS && height >= width;
    if across {
        horizontal.push(Rule {
            at: y,
            from: area.left,
            to: area.right,
        });
    }
    if down {
        vertical.push(Rule {
            at: x,
            from: area.top,
            to: area.bottom,
        });
    }
    across || down
}

/// Joins what belongs to one rule.
fn merged(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut joined = Vec::new();
    let mut start = 0;
    for end in 1..=rules.len() {
        let apart = end == rules.len() || rules[end].at - rules[end - 1].at > SAME_PLACE;
        if apart {
            join(&mut rules[start..end], &mut joined);
            start = end;
        }
    }
    joined.retain(|rule| rule.to - rule.from >= MIN_LENGTH);
    if joined.len() > MAX_RULES {
        joined.clear();
    }
    joined
}

fn join(chain: &mut [Rule], joined: &mut Vec<Rule>) {
    chain.sort_by(|a, b| a.from.total_cmp(&b.from));
    let mut open: Option<(Rule, f32)> = None;
    for rule in chain {
        let length = (rule.to - rule.from).max(0.1);
        open = match open {
            Some((all, weight)) if rule.from <= all.to + SAME_RULE => {
                let at = (all.at * weight + rule.at * length) / (weight + length);
                let to = all.to.max(rule.to);
                Some((
                    Rule {
                        at,
                        from: all.from,
                        to,
                    },
                    weight + length,
                ))
            }
            done => {
                joined.extend(done.map(|(rule, _)| rule));
                Some((*rule, length))
            }
        };
    }
    joined.extend(open.map(|(rule, _)| rule));
}

impl Fills {
    fn add(&mut self, area: Rect, color: Rgb, curved: bool) {
        let small = area.width() < 40.0 && area.height() < 40.0;
        if curved && small {
            self.blobs.push((area, color));
        } else if self.areas.len() < MAX_FILLS {
            self.areas.push((area, color));
        }
    }

    /// The colour that shows at a point; white paper is none.
    pub fn at(&self, point: (f32, f32)) -> Option<Rgb> {
        let top = self
            .areas
            .iter()
            .rev()
            .find(|(area, _)| area.contains(point));
        top.map(|(_, color)| *color)
            .filter(|color| !is_white(*color))
    }

    /// The colour that shows in at least half of an area.
    pub fn behind(&self, area: &Rect) -> Option<Rgb> {
        const STEPS: [f32; 5] = [0.1, 0.3, 0.5, 0.7, 0.9];
        let near: Vec<_> = self
            .areas
            .iter()
            .filter(|(fill, _)| fill.intersection(area).is_some())
            .collect();
        if near.is_empty() {
            return None;
        }
        let mut seen: Vec<(Rgb, u32)> = Vec::new();
        for (across, down) in STEPS.iter().flat_map(|x| STEPS.iter().map(move |y| (x, y))) {
            let point = (
                area.left + area.width() * across,
                area.top + area.height() * down,
            );
            let top = near.iter().rev().find(|(fill, _)| fill.contains(point));
            let Some((_, color)) = top else { continue };
            match seen.iter_mut().find(|(known, _)| known == color) {
                Some((_, count)) => *count += 1,
                None => seen.push((*color, 1)),
            }
        }
        let (color, count) = seen.into_iter().max_by_key(|(_, count)| *count)?;
        (count * 2 > 25 && !is_white(color)).then_some(color)
    }

    /// The colour of a drawn sign in an area, if all such signs there agree.
    pub fn sign_in(&self, area: &Rect) -> Option<Rgb> {
        let mut colors = self
            .blobs
            .iter()
            .filter(|(blob, color)| area.contains(blob.center()) && is_vivid(*color));
        let (_, first) = colors.next()?;
        colors.all(|(_, color)| color == first).then_some(*first)
    }

    /// The upper and lower edges of fills as rules: bands of colour part rows too.
    pub fn edges(&self) -> impl Iterator<Item = Rule> + '_ {
        self.areas.iter().flat_map(|(area, _)| {
            [area.top, area.bottom].map(|at| Rule {
                at,
                from: area.left,
                to: area.right,
            })
        })
    }
}

fn is_white(Rgb(r, g, b): Rgb) -> bool {
    r >= 250 && g >= 250 && b >= 250
}

fn is_vivid(Rgb(r, g, b): Rgb) -> bool {
    r.max(g).max(b) - r.min(g).min(b) > 60
}
