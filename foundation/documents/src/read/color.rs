//! Colours as files write them.

use document_model::Rgb;

/// `FF0000`, `#ff0000` or `80FF0000` (alpha first, as Excel writes).
pub(crate) fn hex(text: &str) -> Option<Rgb> {
    let digits = text.trim().trim_start_matches('#');
    let digits = match digits.len() {
        8 => digits.get(2..)?,
        _ => digits,
    };
    if digits.len() != 6 {
        return None;
    }
    let byte = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
    Some(Rgb(byte(0)?, byte(2)?, byte(4)?))
}

/// Word's names for highlights (ECMA-376 part 1, 17.18.40).
pub(crate) fn highlight(name: &str) -> Option<Rgb> {
    Some(match name {
        "black" => Rgb(0, 0, 0),
        "blue" => Rgb(0, 0, 255),
        "cyan" => Rgb(0, 255, 255),
        "darkBlue" => Rgb(0, 0, 128),
        "darkCyan" => Rgb(0, 128, 128),
        "darkGray" => Rgb(128, 128, 128),
        "darkGreen" => Rgb(0, 128, 0),
        "darkMagenta" => Rgb(128, 0, 128),
        "darkRed" => Rgb(128, 0, 0),
        "darkYellow" => Rgb(128, 128, 0),
        "green" => Rgb(0, 255, 0),
        "lightGray" => Rgb(192, 192, 192),
        "magenta" => Rgb(255, 0, 255),
        "red" => Rgb(255, 0, 0),
        "white" => Rgb(255, 255, 255),
        "yellow" => Rgb(255, 255, 0),
        _ => return None,
    })
}

/// Lighter for a tint above 0, darker below: Office's rule on the lightness of the colour
/// (ECMA-376 part 1, 18.8.19).
pub(crate) fn tint(color: Rgb, tint: f64) -> Rgb {
    if tint == 0.0 || !tint.is_finite() {
        return color;
    }
    let (hue, saturation, lightness) = to_hsl(color);
    let lightness = if tint < 0.0 {
        lightness * (1.0 + tint.max(-1.0))
    } else {
        lightness + (1.0 - lightness) * tint.min(1.0)
    };
    from_hsl(hue, saturation, lightness)
}

/// Hue (0–6), saturation and lightness (0–1).
fn to_hsl(Rgb(red, green, blue): Rgb) -> (f64, f64, f64) {
    let [r, g, b] = [red, green, blue].map(|part| f64::from(part) / 255.0);
    let (max, min) = (r.max(g).max(b), r.min(g).min(b));
    let (lightness, spread) = ((max + min) / 2.0, max - min);
    if spread == 0.0 {
        return (0.0, 0.0, lightness);
    }
    let hue = if max == r {
        ((g - b) / spread).rem_euclid(6.0)
    } else if max == g {
        (b - r) / spread + 2.0
    } else {
        (r - g) / spread + 4.0
    };
    (
        hue,
        spread / (1.0 - (2.0 * lightness - 1.0).abs()),
        lightness,
    )
}

fn from_hsl(hue: f64, saturation: f64, lightness: f64) -> Rgb {
    let chroma = (1.0 - (2.0 * lightness - 1.0).abs()) * saturation;
    let second = chroma * (1.0 - (hue % 2.0 - 1.0).abs());
    let (r, g, b) = match hue as u8 {
        0 => (chroma, second, 0.0),
        1 => (second, chroma, 0.0),
        2 => (0.0, chroma, second),
        3 => (0.0, second, chroma),
        4 => (second, 0.0, chroma),
        _ => (chroma, 0.0, second),
    };
    let base = lightness - chroma / 2.0;
    let byte = |part: f64| ((part + base) * 255.0).round().clamp(0.0, 255.0) as u8;
    Rgb(byte(r), byte(g), byte(b))
}

/// So much of one colour (0–1) over another: Word's dotted shadings seen from afar.
pub(crate) fn mix(over: Rgb, under: Rgb, share: f64) -> Rgb {
    let part = |a: u8, b: u8| (f64::from(a) * share + f64::from(b) * (1.0 - share)).round() as u8;
    Rgb(
        part(over.0, under.0),
        part(over.1, under.1),
        part(over.2, under.2),
    )
}

/// A colour in CSS: hexadecimal, `rgb(…)` or one of the common names.
pub(crate) fn css(text: &str) -> Option<Rgb> {
    let text = text
        .trim()
        .trim_end_matches("!important")
        .trim()
        .to_ascii_lowercase();
    if let Some(digits) = text.strip_prefix('#') {
        return if digits.len() == 3 {
            short_hex(digits)
        } else {
            hex(digits.get(..6)?)
        };
    }
    if let Some(parts) = text.strip_prefix("rgb(").or(text.strip_prefix("rgba(")) {
        return function(parts.trim_end_matches(')'));
    }
    named(&text).or_else(|| hex(&text))
}

fn short_hex(digits: &str) -> Option<Rgb> {
    let doubled: String = digits.chars().flat_map(|digit| [digit, digit]).collect();
    hex(&doubled)
}

fn function(parts: &str) -> Option<Rgb> {
    let mut numbers = parts
        .split([',', ' ', '/'])
        .filter(|part| !part.is_empty())
        .map(|part| part.trim().parse::<f64>().ok());
    let mut byte = || Some(numbers.next()??.clamp(0.0, 255.0) as u8);
    let color = Rgb(byte()?, byte()?, byte()?);
    let clear = matches!(numbers.next(), Some(Some(alpha)) if alpha == 0.0);
    (!clear).then_some(color)
}

fn named(name: &str) -> Option<Rgb> {
    Some(match name {
        "black" => Rgb(0, 0, 0),
        "white" => Rgb(255, 255, 255),
        "red" => Rgb(255, 0, 0),
        "lime" => Rgb(0, 255, 0),
        "green" => Rgb(0, 128, 0),
        "blue" => Rgb(0, 0, 255),
        "yellow" => Rgb(255, 255, 0),
        "orange" => Rgb(255, 165, 0),
        "gold" => Rgb(255, 215, 0),
        "gray" | "grey" => Rgb(128, 128, 128),
        "silver" => Rgb(192, 192, 192),
        "lightgray" | "lightgrey" => Rgb(211, 211, 211),
        "maroon" => Rgb(128, 0, 0),
        "olive" => Rgb(128, 128, 0),
        "navy" => Rgb(0, 0, 128),
        "teal" => Rgb(0, 128, 128),
        "purple" => Rgb(128, 0, 128),
        "aqua" | "cyan" => Rgb(0, 255, 255),
        "fuchsia" | "magenta" => Rgb(255, 0, 255),
        "crimson" => Rgb(220, 20, 60),
        "darkred" => Rgb(139, 0, 0),
        "tomato" => Rgb(255, 99, 71),
        "lightgreen" => Rgb(144, 238, 144),
        "palegreen" => Rgb(152, 251, 152),
        "limegreen" => Rgb(50, 205, 50),
        "forestgreen" => Rgb(34, 139, 34),
        "darkgreen" => Rgb(0, 100, 0),
        "seagreen" => Rgb(46, 139, 87),
        "lightyellow" => Rgb(255, 255, 224),
        "khaki" => Rgb(240, 230, 140),
        "pink" => Rgb(255, 192, 203),
        "lightcoral" => Rgb(240, 128, 128),
        "salmon" => Rgb(250, 128, 114),
        _ => return None,
    })
}
