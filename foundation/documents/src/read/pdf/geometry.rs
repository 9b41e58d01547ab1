//! Points, boxes and transforms in display space: origin at the top left of what a reader sees
//! of the page, y downwards, in points (1/72 inch).

/// An axis-aligned box.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Rect {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Rect {
    /// The box around two opposite corners.
    pub fn around(a: (f32, f32), b: (f32, f32)) -> Self {
        Self {
            left: a.0.min(b.0),
            top: a.1.min(b.1),
            right: a.0.max(b.0),
            bottom: a.1.max(b.1),
        }
    }

    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    pub fn center(&self) -> (f32, f32) {
        (
            (self.left + self.right) / 2.0,
            (self.top + self.bottom) / 2.0,
        )
    }

    pub fn contains(&self, (x, y): (f32, f32)) -> bool {
        x >= self.left && x <= self.right && y >= self.top && y <= self.bottom
    }

    /// Whether another box lies inside, give or take `slack` points.
    pub fn encloses(&self, other: &Rect, slack: f32) -> bool {
        other.left >= self.left - slack
            && other.right <= self.right + slack
            && other.top >= self.top - slack
            && other.bottom <= self.bottom + slack
    }

    pub fn intersection(&self, other: &Rect) -> Option<Rect> {
        let common = Rect {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (common.left < common.right && common.top < common.bottom).then_some(common)
    }

    pub fn union(&self, other: &Rect) -> Rect {
        Rect {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// How much of the height two boxes share, relative to the lower of the two.
    pub fn vertical_overlap(&self, other: &Rect) -> f32 {
        let shared = self.bottom.min(other.bottom) - self.top.max(other.top);
        shared / self.height().min(other.height()).max(0.1)
    }
}

/// An affine transform in PDF's row order: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix {
    pub a: f32,
    pub b: f32,
    pub c: f32,
    pub d: f32,
    pub e: f32,
    pub f: f32,
}

impl Matrix {
    pub const IDENTITY: Matrix = Matrix::new([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub const fn new([a, b, c, d, e, f]: [f32; 6]) -> Self {
        Self { a, b, c, d, e, f }
    }

    /// First this transform, then the other.
    pub fn then(&self, next: &Matrix) -> Matrix {
        Matrix {
            a: self.a * next.a + self.b * next.c,
            b: self.a * next.b + self.b * next.d,
            c: self.c * next.a + self.d * next.c,
            d: self.c * next.b + self.d * next.d,
            e: self.e * next.a + self.f * next.c + next.e,
            f: self.e * next.b + self.f * next.d + next.f,
        }
    }

    pub fn apply(&self, (x, y): (f32, f32)) -> (f32, f32) {
        (
            self.a * x + self.c * y + self.e,
            self.b * x + self.d * y + self.f,
        )
    }

    /// The box around a transformed box.
    pub fn apply_rect(&self, rect: &Rect) -> Rect {
        let first = Rect::around(
            self.apply((rect.left, rect.top)),
            self.apply((rect.right, rect.bottom)),
        );
        let second = Rect::around(
            self.apply((rect.left, rect.bottom)),
            self.apply((rect.right, rect.top)),
        );
        first.union(&second)
    }

    /// By how much lengths grow, on average.
    pub fn scale(&self) -> f32 {
        (self.a * self.d - self.b * self.c).abs().sqrt()
    }

    /// From a page's own coordinates (y upwards) to display space, for its visible box and
    /// its clockwise rotation in degrees.
    pub fn to_display(visible: &Rect, rotation: i32) -> Matrix {
        let Rect {
            left: x0,
            top: y0,
            right: x1,
            bottom: y1,
        } = *visible;
        Matrix::new(match rotation {
            90 => [0.0, 1.0, 1.0, 0.0, -y0, -x0],
            180 => [-1.0, 0.0, 0.0, 1.0, x1, -y0],
            270 => [0.0, -1.0, -1.0, 0.0, y1, x1],
            _ => [1.0, 0.0, 0.0, -1.0, -x0, y1],
        })
    }
}
