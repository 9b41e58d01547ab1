//! A divided bar: where its segments begin and end, and the bar as pixels for Word.

use super::WriteFault;
use super::outline::{Segment, Shape};
use document_model::Rgb;

/// A segment with its place on a bar from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stretch {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Which segment.
    pub segment: Segment,
}

/// The segments that have a length, in order.
pub(crate) fn stretches(segments: &[Segment]) -> Vec<Stretch> {
    let whole: u32 = segments.iter().map(|segment| segment.count).sum();
    let mut before = 0;
    let mut found = Vec::new();
    for segment in segments.iter().filter(|segment| segment.count > 0) {
        let from = f64::from(before) / f64::from(whole);
        before += segment.count;
        let to = f64::from(before) / f64::from(whole);
        found.push(Stretch {
            from,
            to,
            segment: *segment,
        });
    }
    found
}

const WIDTH: usize = 1440;
const HEIGHT: usize = 60;
const GAP: usize = 3;

/// Width divided by height of the drawn bar.
pub(crate) const ASPECT: f64 = WIDTH as f64 / HEIGHT as f64;

/// The bar as a PNG with the shapes inside the segments.
pub(crate) fn png(segments: &[Segment]) -> Result<Vec<u8>, WriteFault> {
    let mut pixels = vec![255_u8; WIDTH * HEIGHT * 3];
    for stretch in stretches(segments) {
        fill(&mut pixels, &stretch);
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH as u32, HEIGHT as u32);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

fn fill(pixels: &mut [u8], stretch: &Stretch) {
    let from = (stretch.from * WIDTH as f64).round() as usize;
    let to = ((stretch.to * WIDTH as f64).round() as usize)
        .saturating_sub(GAP)
        .max(from + 1);
    let paint = stretch.segment.mark.paint;
    let center = ((from + to) as f64 / 2.0, HEIGHT as f64 / 2.0);
    let has_room = to - from > HEIGHT / 2;
    for y in 0..HEIGHT {
        for x in from..to.min(WIDTH) {
            // Lines of 3 pixels at 45 degrees, clear of the symbol in the middle.
            let near = (x as f64 - center.0).abs() < 24.0;
            let hatch = paint.hatched && !(near && has_room) && (x + y) % 16 < 3;
            let background = if hatch { paint.ink } else { paint.fill };
            let cover = match has_room {
                true => coverage(
                    stretch.segment.mark.shape,
                    x as f64 - center.0,
                    y as f64 - center.1,
                ),
                false => 0.0,
            };
            put(pixels, x, y, mix(background, paint.ink, cover));
        }
    }
}

fn put(pixels: &mut [u8], x: usize, y: usize, Rgb(red, green, blue): Rgb) {
    let start = (y * WIDTH + x) * 3;
    pixels[start..start + 3].copy_from_slice(&[red, green, blue]);
}

fn mix(below: Rgb, above: Rgb, cover: f64) -> Rgb {
    let part = |low: u8, high: u8| {
        (f64::from(low) + (f64::from(high) - f64::from(low)) * cover).round() as u8
    };
    Rgb(
        part(below.0, above.0),
        part(below.1, above.1),
        part(below.2, above.2),
    )
}

/// How much of a pixel the shape covers, sampled at nine points; x and y from the middle.
fn coverage(shape: Shape, x: f64, y: f64) -> f64 {
    let steps = [1.0 / 6.0, 0.5, 5.0 / 6.0];
    let hits = steps
        .iter()
        .flat_map(|dy| steps.iter().map(move |dx| (x + dx, y + dy)))
        .filter(|(x, y)| inside(shape, *x, *y))
        .count();
    hits as f64 / 9.0
}

fn inside(shape: Shape, x: f64, y: f64) -> bool {
    let radius = x.hypot(y);
    match shape {
        Shape::Disc => radius < 13.0,
        Shape::Ring => (9.0..13.0).contains(&radius),
        Shape::Square => x.abs() < 12.0 && y.abs() < 12.0,
        Shape::Dash => x.abs() < 13.0 && y.abs() < 3.0,
        Shape::Triangle => (-13.0..12.0).contains(&y) && x.abs() < (y + 13.0) * 0.6,
    }
}
