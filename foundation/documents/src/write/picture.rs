//! Pictures that a report carries: a logo, a chart drawn elsewhere.

use quick_xml::events::Event;
use serde::{Deserialize, Serialize};

/// A picture with its proportions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// The kind of file.
    pub kind: PictureKind,
    /// The file.
    pub bytes: Vec<u8>,
    /// Width divided by height.
    pub aspect: f64,
    /// What it shows, for those who cannot see it.
    pub alternative_text: String,
}

/// The kinds of picture that every writer can place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureKind {
    /// `image/png`
    Png,
    /// `image/svg+xml`
    Svg,
}

/// Why a file cannot be used as a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureFault {
    /// Neither PNG nor SVG by its media type.
    #[error("the picture is neither image/png nor image/svg+xml")]
    Kind,
    /// Not what its media type says, or without a size.
    #[error("the picture cannot be read: no width and height were found")]
    Unreadable,
}

impl PictureKind {
    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            PictureKind::Png => "image/png",
            PictureKind::Svg => "image/svg+xml",
        }
    }
}

impl Picture {
    /// Takes a file as a picture and finds its proportions.
    ///
    /// # Errors
    /// [`PictureFault`] where the file is not a PNG or SVG with a size.
    pub fn read(
        media_type: &str,
        bytes: Vec<u8>,
        alternative_text: impl Into<String>,
    ) -> Result<Self, PictureFault> {
        let (kind, aspect) = match media_type {
            "image/png" => (PictureKind::Png, png_aspect(&bytes)),
            "image/svg+xml" => (PictureKind::Svg, svg_aspect(&bytes)),
            _ => return Err(PictureFault::Kind),
        };
        let aspect = aspect.filter(|aspect| aspect.is_finite() && (0.01..=100.0).contains(aspect));
        Ok(Self {
            kind,
            bytes,
            aspect: aspect.ok_or(PictureFault::Unreadable)?,
            alternative_text: alternative_text.into(),
        })
    }
}

/// The header chunk of a PNG holds width and height right after its name.
fn png_aspect(bytes: &[u8]) -> Option<f64> {
    if bytes.get(..8)? != b"\x89PNG\r\n\x1a\n" || bytes.get(12..16)? != b"IHDR" {
        return None;
    }
    let width = u32::from_be_bytes(bytes.get(16..20)?.try_into().ok()?);
    let height = u32::from_be_bytes(bytes.get(20..24)?.try_into().ok()?);
    Some(f64::from(width) / f64::from(height))
}

/// From `viewBox`, else from `width` and `height`, of the root element.
fn svg_aspect(bytes: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) => {
                let attribute = |name: &str| {
                    let found = element
                        .attributes()
                        .flatten()
                        .find(|found| found.key.as_ref() == name)?;
                    Some(found.value.to_string())
                };
                let sizes = attribute("viewBox").and_then(|text| view_box(&text));
                return sizes.or_else(|| {
                    Some(length(&attribute("width")?)? / length(&attribute("height")?)?)
                });
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn view_box(text: &str) -> Option<f64> {
    let numbers = text
        .split([' ', ',', '\n', '\t'])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<Vec<f64>>>()?;
    match numbers[..] {
        [_, _, width, height] => Some(width / height),
        _ => None,
    }
}

fn length(text: &str) -> Option<f64> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    digits.trim().parse().ok()
}
