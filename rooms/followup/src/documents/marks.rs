//! How each status looks: a shape, two colours, and never a colour alone.

use document_model::Rgb;
use documents::write::outline::{Mark, Paint, Shape};
use forms::Status;

/// The shape and colours of a status. The contrast of ink on fill is at least 7 to 1.
pub(super) fn mark(status: Status) -> Mark {
    let (shape, fill, ink, hatched) = match status {
        Status::Green => (
            Shape::Disc,
            Rgb(0xC9, 0xE7, 0xD3),
            Rgb(0x0B, 0x4F, 0x2A),
            false,
        ),
        Status::Yellow => (
            Shape::Triangle,
            Rgb(0xFB, 0xE5, 0x9A),
            Rgb(0x55, 0x3D, 0x00),
            false,
        ),
        Status::Red => (
            Shape::Square,
            Rgb(0xF5, 0xC3, 0xBC),
            Rgb(0x7A, 0x10, 0x10),
            false,
        ),
        Status::NotParticipating => (
            Shape::Dash,
            Rgb(0xE2, 0xE6, 0xEA),
            Rgb(0x38, 0x41, 0x49),
            false,
        ),
        Status::NotReported => (
            Shape::Ring,
            Rgb(0xFF, 0xFF, 0xFF),
            Rgb(0x4A, 0x54, 0x5E),
            true,
        ),
    };
    Mark {
        shape,
        paint: Paint { fill, ink, hatched },
    }
}
