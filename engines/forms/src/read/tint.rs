use crate::Status;
use document_model::Rgb;

/// What a colour can say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Tint {
    /// White, grey, black, blue: carries nothing.
    Neutral,
    /// One of the three, with how sure it is.
    Status(Status, f64),
    /// A colour that is none of the three, such as purple.
    Other,
}

/// The meaning of a fill. By hue in degrees, so that Office's pale tints count as their colour:
/// reds to 16, orange (between red and yellow, doubtful) to 30, yellows to 66, lime (doubtful)
/// to 74, greens to 168, blues to 262, then purple and pink to 330, then red again.
pub(crate) fn of_fill(color: Rgb) -> Tint {
    classify(color, 0.06, 0.2)
}

/// The meaning of a text's colour; near-black shades of a theme carry nothing.
pub(crate) fn of_text(color: Rgb) -> Tint {
    classify(color, 0.45, 0.3)
}

fn classify(Rgb(red, green, blue): Rgb, least_saturation: f64, least_value: f64) -> Tint {
    let (red, green, blue) = (
        f64::from(red) / 255.0,
        f64::from(green) / 255.0,
        f64::from(blue) / 255.0,
    );
    let most = red.max(green).max(blue);
    let spread = most - red.min(green).min(blue);
    if most < least_value || spread < least_saturation * most.max(0.001) {
        return Tint::Neutral;
    }
    let hue = if most == red {
        60.0 * ((green - blue) / spread).rem_euclid(6.0)
    } else if most == green {
        60.0 * ((blue - red) / spread + 2.0)
    } else {
        60.0 * ((red - green) / spread + 4.0)
    };
    of_hue(hue)
}

fn of_hue(hue: f64) -> Tint {
    match hue {
        hue if hue <= 16.0 => Tint::Status(Status::Red, 0.97),
        hue if hue <= 30.0 => Tint::Status(Status::Yellow, 0.6),
        hue if hue <= 66.0 => Tint::Status(Status::Yellow, 0.97),
        hue if hue <= 74.0 => Tint::Status(Status::Green, 0.6),
        hue if hue <= 168.0 => Tint::Status(Status::Green, 0.97),
        hue if hue <= 262.0 => Tint::Neutral,
        hue if hue <= 330.0 => Tint::Other,
        _ => Tint::Status(Status::Red, 0.97),
    }
}

impl Tint {
    /// The status and how sure it is.
    pub(crate) fn status(self) -> Option<(Status, f64)> {
        match self {
            Tint::Status(status, sure) => Some((status, sure)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(hex: u32) -> Option<Status> {
        let byte = |shift: u32| u8::try_from(hex >> shift & 0xff).unwrap_or(0);
        of_fill(Rgb(byte(16), byte(8), byte(0)))
            .status()
            .map(|(status, _)| status)
    }

    #[test]
    fn the_usual_colours_of_office_are_recognised_with_their_pale_tints() {
        for green in [
            0x00B050, 0x92D050, 0xC6E0B4, 0xC6EFCE, 0xE2EFDA, 0xD9EAD3, 0x9BBB59, 0x00FF00,
            0x70AD47, 0x008000,
        ] {
            assert_eq!(status(green), Some(Status::Green), "{green:06X}");
        }
        for yellow in [
            0xFFFF00, 0xFFC000, 0xFFE699, 0xFFF2CC, 0xFFEB9C, 0xBF9000, 0xED7D31,
        ] {
            assert_eq!(status(yellow), Some(Status::Yellow), "{yellow:06X}");
        }
        for red in [0xFF0000, 0xC00000, 0xFFC7CE, 0xF4CCCC, 0xE06666, 0xD9534F] {
            assert_eq!(status(red), Some(Status::Red), "{red:06X}");
        }
    }

    #[test]
    fn grey_white_black_and_blue_carry_nothing() {
        for neutral in [
            0xFFFFFF, 0xD9D9D9, 0xF2F2F2, 0x000000, 0x4472C4, 0xDEEAF6, 0xB4C6E7, 0x1F3864,
        ] {
            assert_eq!(status(neutral), None, "{neutral:06X}");
        }
        assert_eq!(of_fill(Rgb(0x70, 0x30, 0xA0)), Tint::Other);
    }
}
