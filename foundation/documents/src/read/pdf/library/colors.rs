//! Colours of any colour space as what a screen shows, near enough to tell green from yellow.

use super::file::{Dict, Pdf};
use document_model::Rgb;
use pdf_oxide::object::Object;
use std::collections::HashMap;

/// How deep colour spaces may be based on others.
const MAX_DEPTH: u8 = 4;

/// A colour space, as far as its numbers must be understood.
#[derive(Debug, Clone, Default)]
pub(super) enum Space {
    #[default]
    Gray,
    Rgb,
    Cmyk,
    Lab,
    /// A palette of colours in another space.
    Indexed(Box<Space>, Vec<u8>),
    /// A named ink: its tint counts as black unless the name says more.
    Ink(Vec<String>),
    /// Patterns and what is not known: no colour can be told.
    Other,
}

/// The colour spaces that the resources in force name.
#[derive(Default)]
pub(super) struct Spaces {
    named: HashMap<String, Space>,
}

impl Spaces {
    pub fn of(pdf: &Pdf, resources: &Dict) -> Self {
        let named = pdf.dict(resources.get("ColorSpace")).unwrap_or_default();
        let named = named
            .iter()
            .map(|(name, object)| (name.clone(), space(pdf, Some(object), 0)))
            .collect();
        Self { named }
    }

    pub fn get(&self, name: &str) -> Space {
        self.named
            .get(name)
            .cloned()
            .unwrap_or_else(|| device(name))
    }
}

fn device(name: &str) -> Space {
    match name {
        "DeviceGray" | "CalGray" | "G" => Space::Gray,
        "DeviceRGB" | "CalRGB" | "RGB" => Space::Rgb,
        "DeviceCMYK" | "CMYK" => Space::Cmyk,
        _ => Space::Other,
    }
}

fn space(pdf: &Pdf, object: Option<&Object>, depth: u8) -> Space {
    if depth > MAX_DEPTH {
        return Space::Other;
    }
    match pdf.resolve(object) {
        Some(Object::Name(name)) => device(&name),
        Some(Object::Array(parts)) => {
            let family = pdf.name(parts.first()).unwrap_or_default();
            family_space(pdf, &family, &parts, depth)
        }
        _ => Space::Other,
    }
}

fn family_space(pdf: &Pdf, family: &str, parts: &[Object], depth: u8) -> Space {
    match family {
        "ICCBased" => profile(pdf, parts.get(1)),
        "Lab" => Space::Lab,
        "Indexed" | "I" => {
            let base = space(pdf, parts.get(1), depth + 1);
            Space::Indexed(Box::new(base), palette(pdf, parts.get(3)))
        }
        "Separation" => Space::Ink(pdf.name(parts.get(1)).into_iter().collect()),
        "DeviceN" => {
            let names = pdf.array(parts.get(1)).unwrap_or_default();
            Space::Ink(
                names
                    .iter()
                    .filter_map(|name| pdf.name(Some(name)))
                    .collect(),
            )
        }
        name => device(name),
    }
}

/// Profiles of office programs are sRGB, grey or a common CMYK; the number of components says
/// which. The profile's own curve would move a colour by less than matters here.
fn profile(pdf: &Pdf, stream: Option<&Object>) -> Space {
    let dict = pdf.dict(stream).unwrap_or_default();
    match pdf.number(dict.get("N")).unwrap_or(0.0) as u32 {
        1 => Space::Gray,
        3 => Space::Rgb,
        4 => Space::Cmyk,
        _ => Space::Other,
    }
}

fn palette(pdf: &Pdf, object: Option<&Object>) -> Vec<u8> {
    let at = object.and_then(Object::as_reference);
    match pdf.resolve(object) {
        Some(Object::String(bytes)) => bytes,
        Some(stream @ Object::Stream { .. }) => pdf.content(&stream, at).unwrap_or_default(),
        _ => Vec::new(),
    }
}

impl Space {
    /// The colour that a new colour space starts with.
    pub fn initial(&self) -> Option<Rgb> {
        match self {
            Space::Other => None,
            _ => Some(Rgb(0, 0, 0)),
        }
    }

    /// The colour of these components.
    pub fn color(&self, parts: &[f32]) -> Option<Rgb> {
        match (self, parts) {
            (Space::Gray, [gray, ..]) => Some(rgb(*gray, *gray, *gray)),
            (Space::Rgb, [r, g, b, ..]) => Some(rgb(*r, *g, *b)),
            (Space::Cmyk, [c, m, y, k, ..]) => Some(cmyk(*c, *m, *y, *k)),
            (Space::Lab, [l, a, b, ..]) => Some(lab(*l, *a, *b)),
            (Space::Indexed(base, palette), [index, ..]) => indexed(base, palette, *index),
            (Space::Ink(names), tints) => Some(inks(names, tints)),
            _ => None,
        }
    }

    fn components(&self) -> usize {
        match self {
            Space::Rgb | Space::Lab => 3,
            Space::Cmyk => 4,
            _ => 1,
        }
    }
}

fn indexed(base: &Space, palette: &[u8], index: f32) -> Option<Rgb> {
    let size = base.components();
    let start = (index.max(0.0) as usize).checked_mul(size)?;
    let entry = palette.get(start..start.checked_add(size)?)?;
    let parts: Vec<f32> = entry.iter().map(|byte| f32::from(*byte) / 255.0).collect();
    base.color(&parts)
}

fn inks(names: &[String], tints: &[f32]) -> Rgb {
    let mut mixed = [0.0f32; 4];
    for (name, tint) in names.iter().zip(tints) {
        match name.to_lowercase().as_str() {
            "none" => {}
            "cyan" => mixed[0] += tint,
            "magenta" => mixed[1] += tint,
            "yellow" => mixed[2] += tint,
            _ => mixed[3] += tint,
        }
    }
    cmyk(mixed[0], mixed[1], mixed[2], mixed[3])
}

pub(super) fn rgb(r: f32, g: f32, b: f32) -> Rgb {
    let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    Rgb(byte(r), byte(g), byte(b))
}

pub(super) fn cmyk(c: f32, m: f32, y: f32, k: f32) -> Rgb {
    let part = |ink: f32| (1.0 - ink.clamp(0.0, 1.0)) * (1.0 - k.clamp(0.0, 1.0));
    rgb(part(c), part(m), part(y))
}

/// CIE L*a*b* (D50 taken as D65) to sRGB by the standard formulas of IEC 61966-2-1.
fn lab(l: f32, a: f32, b: f32) -> Rgb {
    let fy = (l + 16.0) / 116.0;
    let cube = |t: f32| {
        if t > 6.0 / 29.0 {
            t * t * t
        } else {
            0.128_42 * (t - 4.0 / 29.0)
        }
    };
    let (x, y, z) = (
        0.9505 * cube(fy + a / 500.0),
        cube(fy),
        1.089 * cube(fy - b / 200.0),
    );
    let gamma = |t: f32| {
        if t <= 0.003_130_8 {
            12.92 * t
        } else {
            1.055 * t.powf(1.0 / 2.4) - 0.055
        }
    };
    rgb(
        gamma(3.2406 * x - 1.5372 * y - 0.4986 * z),
        gamma(-0.9689 * x + 1.8758 * y + 0.0415 * z),
        gamma(0.0557 * x - 0.2040 * y + 1.0570 * z),
    )
}

/// A colour with an opacity, on white paper.
pub(super) fn on_white(Rgb(r, g, b): Rgb, opacity: f32) -> Rgb {
    let mix = |part: u8| f32::from(part) / 255.0 * opacity + 1.0 - opacity;
    rgb(mix(r), mix(g), mix(b))
}
