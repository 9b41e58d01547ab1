use super::colors::on_white;
use crate::read::ReadError;
use crate::read::pdf::budget::Budget;
use crate::read::pdf::geometry::{Matrix, Rect};
use crate::read::pdf::page::{Page, Shape};
use document_model::Rgb;

/// A path under construction, already in display space.
#[derive(Default)]
pub(super) struct Path {
    parts: Vec<Part>,
    pub clips: bool,
}

#[derive(Default)]
struct Part {
    points: Vec<(f32, f32)>,
    curved: bool,
    closed: bool,
}

/// How a path is painted.
pub(super) struct Paint {
    pub stroke: bool,
    pub fill: Option<(Rgb, f32)>,
    pub width: f32,
    pub clip: Option<Rect>,
}

impl Path {
    pub fn move_to(&mut self, ctm: &Matrix, point: (f32, f32)) {
        self.parts.push(Part {
            points: vec![ctm.apply(point)],
            ..Part::default()
        });
    }

    pub fn line_to(&mut self, ctm: &Matrix, point: (f32, f32)) {
        if let Some(part) = self.parts.last_mut() {
            part.points.push(ctm.apply(point));
        }
    }

    /// A curve counts by its end point and its control points, which box it in.
    pub fn curve_to(&mut self, ctm: &Matrix, points: &[(f32, f32)]) {
        if let Some(part) = self.parts.last_mut() {
            part.curved = true;
            part.points
                .extend(points.iter().map(|point| ctm.apply(*point)));
        }
    }

    pub fn close(&mut self) {
        if let Some(part) = self.parts.last_mut() {
            part.closed = true;
        }
    }

    pub fn rectangle(&mut self, ctm: &Matrix, (x, y): (f32, f32), (w, h): (f32, f32)) {
        let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)];
        self.parts.push(Part {
            points: corners.iter().map(|corner| ctm.apply(*corner)).collect(),
            curved: false,
            closed: true,
        });
    }

    /// The box around the whole path.
    pub fn bounds(&self) -> Option<Rect> {
        let bounds = self.parts.iter().filter_map(Part::bounds);
        bounds.reduce(|all, part| all.union(&part))
    }

    /// Leaves the path's shapes on the page.
    pub fn paint(
        &self,
        paint: &Paint,
        page: &mut Page,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        for part in &self.parts {
            if let Some((color, opacity)) = paint.fill {
                part.fill(on_white(color, opacity), paint.clip, page, budget)?;
            }
            if paint.stroke {
                part.stroke(paint.width, page, budget)?;
            }
        }
        Ok(())
    }
}

impl Part {
    fn bounds(&self) -> Option<Rect> {
        let boxes = self.points.iter().map(|point| Rect::around(*point, *point));
        boxes.reduce(|all, point| all.union(&point))
    }

    fn fill(
        &self,
        color: Rgb,
        clip: Option<Rect>,
        page: &mut Page,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        page.pictures += u32::from(self.curved);
        let Some(area) = self.bounds() else {
            return Ok(());
        };
        let area = match clip {
            Some(clip) => clipped(&area, &clip),
            None => Some(area),
        };
        if let Some(area) = area.filter(|area| area.left.is_finite() && area.bottom.is_finite()) {
            budget.shape()?;
            page.shapes.push(Shape::Fill {
                area,
                color,
                curved: self.curved,
            });
        }
        Ok(())
    }

    fn stroke(&self, width: f32, page: &mut Page, budget: &mut Budget) -> Result<(), ReadError> {
        if self.curved {
            return Ok(());
        }
        let back = self.closed.then(|| self.points.first().copied()).flatten();
        let ends = self.points.iter().skip(1).copied().chain(back);
        for (from, to) in self.points.iter().copied().zip(ends) {
            budget.shape()?;
            page.shapes.push(Shape::Stroke { from, to, width });
        }
        Ok(())
    }
}

/// Like an intersection, but a rule without thickness survives.
fn clipped(area: &Rect, clip: &Rect) -> Option<Rect> {
    let common = Rect {
        left: area.left.max(clip.left),
        top: area.top.max(clip.top),
        right: area.right.min(clip.right),
        bottom: area.bottom.min(clip.bottom),
    };
    (common.left <= common.right && common.top <= common.bottom).then_some(common)
}
